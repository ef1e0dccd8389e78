# ruff: noqa: SIM905 - lists of words read better as text
"""Words that say who led, one letter each: ``L`` led, ``H`` chaired, ``V`` represented, ``F`` faced.

``N`` is a noun of those in the chair (*the co-chairs*); a small ``h`` is what leads do though others do it,
too: they opened it, signed its minutes, sat there for a state.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_LEADING: Final = frozenset(
    {
        "led",
        "headed",
        "heads",
        "leads",
        "heading",
        "leading",
        "head",
        "lead",
        "spearheaded",
        "spearheading",
        "fronted",
        "fronts",
        "fronting",
        "captained",
        "helmed",
    }
)
_REPRESENTING: Final = frozenset({"represent", "represents", "represented", "representing"})
_SPEAKING: Final = frozenset({"spoke", "speaks", "speaking", "speak"})
_CHAIRING: Final = frozenset(
    [
        "chaired",
        "co-chaired",
        "chairs",
        "co-chairs",
        "cochaired",
        "presided",
        "presides",
        "chairing",
        "co-chairing",
        "chair",
        "co-chair",
        "moderated",
        "steered",
        "preside",
        "co-preside",
        "co-headed",
        "co-heads",
        "co-led",
        "co-presides",
        "co-presided",
        "presiding",
        "co-presiding",
    ]
)
_CHAIRS: Final = frozenset(
    """
    co-chairs co-chairmen co-chairwomen co-chairpersons co-chairperson co-chairman co-chairwoman cochairs
    chairpersons co-presidents co-leaders
    """.split()
)
"""Nouns of those who sit in the chair of a meeting, and of no office."""
_OF_A_SIDE: Final = frozenset(
    {"delegation", "delegations", "team", "teams", "mission", "side", "sides", "both"}
)
_FIRST: Final = frozenset({"chief", "lead", "leading", "top", "head", "main", "principal"})
_AT_TABLE: Final = frozenset({"at", "around", "round", "across"})
_GUIDING: Final = frozenset({"guide", "guides", "guided", "guiding", "steer", "steers", "steering"})
_OPENING: Final = frozenset(
    "opened opens open opening closed closes close closing wrapped wraps concluded concludes".split()
)
_SIGNING: Final = frozenset("signed signs signing initialled initialed initialling".split())
_PAPERS: Final = frozenset(
    """
    minutes record records protocol memorandum communiqué communique statement agreement accord text document
    documents mou declaration summary papers paper it them for by
    """.split()
)
_ACTING: Final = frozenset(
    """
    negotiated negotiates negotiating acted acts acting sat sits sitting took taking attended attending
    participated participating answered answering stood standing did came
    """.split()
)
_CHAIRPEOPLE: Final = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_SENDING: Final = frozenset(
    "sent sends fielded fields named nominated designated dispatched dispatches".split()
)
_TO_LEAD: Final = frozenset({"chair", "co-chair", "guide", "head", "lead"})
_STEWARDSHIP: Final = frozenset(
    "chairmanship co-chairmanship presidency leadership lead stewardship co-presidency direction".split()
)
_STOPS: Final = frozenset({"", ".", ",", ";", "&"})
_FOR: Final = frozenset({"for", "from"})


_HEADS: Final = frozenset({"leader", "head", "chairman", "chairwoman", "chairperson"})
DECIDING: Final = _LEADING | _REPRESENTING | _SPEAKING | _CHAIRING | {
    "across", "assigned", "awaiting", "behalf", "between", "bloc", "bringing", "brings", "brought",
    "chairman",
    "chairmanship", "chairperson", "chairwoman", "co-chairmanship", "co-presidency", "designated",
    "direction", "dispatched", "dispatches", "entrusted", "faced", "facing", "fell", "fielded",
    "fields", "gavel", "handled", "heads", "helm", "host", "hosted", "hosts", "joined", "leader",
    "leadership", "named", "negotiators", "nominated", "opposite", "present", "presidency", "run",
    "sends", "sent", "stewardship", "summed", "table", "under", "waiting", "whereas", "while", "whilst",
} | _CHAIRS | _GUIDING | _OPENING | _SIGNING | _ACTING | _SENDING  # fmt: skip
"""Words `_letter` gives a letter."""
_OF_SIDE: Final = re.compile(r"fd?[CAK]c*s?x{0,2}[gk]")


def is_seat(block: Block, place: int) -> bool:
    """Say whether an office is a seat at this meeting: *the chair*, *leader of* the Peruvian side."""
    word = block.lowers[place]
    before, behind = block.tags[place - 1 : place], block.tags[place + 1 : place + 2]
    if word in _TO_LEAD and (before == "j" or (behind == "d" and before not in {"d", "h", "m", "A"})):
        return True  # to chair the session, A and B co-chair the round
    if word in {"chair", "co-chair"}:
        return block.tags[place - 1 : place] == "d"
    if word == "head" and place and block.tags[place - 1] == "h":
        return True
    if word == "head" and block.lowers[place - 2 : place] == ["at", "the"]:
        return block.tags[place + 1 : place + 2] == "f"
    return word in _HEADS and _OF_SIDE.match(block.tags, place + 1) is not None


def is_other_chair(block: Block, place: int) -> bool:
    """Say whether an office is the second chair of a meeting: *his co-chair*, *the other chair*."""
    word = block.lowers[place]
    if word.startswith("co-chair") or (word == "chair" and block.lowers[place - 1 : place] == ["other"]):
        return True
    return word in _CHAIRPEOPLE and block.lowers[place - 1 : place] in (
        ["rotating"],
        ["current"],
        ["its"],
        ["their"],
    )


def letter_of(block: Block, place: int) -> str | None:  # noqa: C901, PLR0911, PLR0912
    """Give the letter of a word of leading, None where it means something else here."""
    tag = block.tags[place]
    word = block.lowers[place]
    before = block.lowers[max(place - 2, 0) : place]
    behind = block.lowers[place + 1] if place + 1 < len(block.tokens) else ""
    if word in _STEWARDSHIP and "under" in block.lowers[max(place - 3, 0) : place]:
        return "H"
    if word in _REPRESENTING:
        return "V" if behind != "by" else "L"
    if word == "heads" and (behind == "of" or block.tags[place - 1 : place] in {"d", "&", "g"}):
        return "N" if _heads_sides(block, place) else None
    if word in _LEADING:
        return "Y" if word == "head" and before[-1:] and block.tags[place - 1] == "h" else "L"
    if word == "co-chairs" and (not before or block.tags[place - 1] in "dhDbAz#:" or behind in {":", ","}):
        return "N"
    if word in (_CHAIRS - {"co-chairs"}) or (word == "negotiators" and before[-1:] and before[-1] in _FIRST):
        return "N"
    if word in _CHAIRING:
        return "H"
    if word in _SPEAKING and behind == "for":
        return "L"
    if word in {"entrusted", "handled", "assigned", "moderated"} and behind in {"to", "by"}:
        return "H"
    if (word == "fell" and behind == "to") or (word == "run" and behind == "by"):
        return "H"
    if word in _SENDING:
        return "Z"
    if word in {"waiting", "awaiting"}:
        pointed = behind if word == "awaiting" else "".join(block.lowers[place + 2 : place + 3])
        return "F" if pointed in {"him", "her", "them"} else None
    if word == "between":
        return "H" if place and block.tags[place - 1] == "w" else None
    if word == "present":
        return "h" if place and block.tags[place - 1] == "w" else None
    if word == "summed":
        return "h" if behind == "up" else None
    if word in {"hosted", "hosts"} and block.tags[place + 1 : place + 2] in _STOPS:
        return "h"  # A hosted; B and C were his guests
    if word in {"helm", "gavel"}:
        return "H"
    if word == "behalf":
        return "r" if behind == "of" else None
    if word == "table":
        return _table(block, place)
    if word in _GUIDING:
        return "H" if _has_object(block, place) or behind == "by" else None
    if word in _OPENING | _SIGNING | _ACTING:
        return "h" if _acts(block, place) else None
    if word in {"brought", "brings", "bringing"} and behind == "together":
        return "H"
    if word == "joined":
        return "J"
    if word == "hosted" and behind == "by" and place and block.tags[place - 1] in "eE":
        return "H"
    if (
        word in {"opposite", "facing"}
        or (word == "faced" and behind in {"each", "by"})
        or (word == "across" and behind in {"the", "from"})
    ):
        return "F"
    if tag == "z":
        return "b" if word == "under" else "z" if word in {"while", "whereas", "whilst"} else None
    if is_seat(block, place):
        return "H" if word in {"chair", "co-chair"} else "L"
    return None


def _heads_sides(block: Block, place: int) -> bool:
    """Say whether ``heads of delegation`` or ``the delegation heads`` stands here."""
    if not _OF_A_SIDE.isdisjoint(block.lowers[max(place - 1, 0) : place]):
        return True
    return block.tags[place + 1 : place + 2] == "f" and not _OF_A_SIDE.isdisjoint(
        block.lowers[place + 2 : place + 5]
    )


def _table(block: Block, place: int) -> str | None:
    """Tell ``across the table`` and ``at the head of the table`` from tables nobody sits at."""
    before = block.lowers[max(place - 4, 0) : place]
    if before[-2:] == ["across", "the"]:
        return None  # across says it
    if before[-2:] == ["of", "the"]:
        return "H" if before[-3:-2] in (["head"], ["top"]) else None
    return "H" if before[-1:] in (["the"], ["one"]) and before[-2:-1] and before[-2] in _AT_TABLE else None


_OBJECT: Final = re.compile(r"[dhAKCcNGMmxsD#-]{0,9}[eE]")


def _has_object(block: Block, place: int) -> bool:
    """Say whether a meeting is what is opened, closed or guided: ``the round``, ``it``."""
    if _OBJECT.match(block.tags, place + 1):
        return True
    return not {"it", "proceedings"}.isdisjoint(block.lowers[place + 1 : place + 4])


def _acts(block: Block, place: int) -> bool:
    """Say whether a verb is of those at the table: opened it, signed its minutes, negotiated for a state."""
    word, behind = block.lowers[place], block.lowers[place + 1 : place + 5]
    if word in _OPENING:
        is_passive = behind[:1] == ["by"] and "e" in block.tags[max(place - 5, 0) : place]
        return is_passive or _has_object(block, place)
    if word in _SIGNING:
        if block.lowers[max(place - 2, 0) : place] in (["did", "the"], ["doing", "the"]):
            return True
        return not _PAPERS.isdisjoint(behind)
    if word in {"took", "taking"} and "chair" in behind:
        return False
    return not _FOR.isdisjoint(behind) or behind[:1] == ["part"] or behind[:2] == ["on", "behalf"]
