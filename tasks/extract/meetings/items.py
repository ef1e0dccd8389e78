"""A sentence as who, which side and which verb, one letter each, so that ``led by`` patterns are short.

``the Pakistan side was led by Rear Admiral Baig, Additional Secretary, while`` becomes ``SwLbP,z``.

``P`` person with his offices, ``O`` office without a name, ``S`` side, ``C`` country, ``X`` session, ``L``
verb of
leading, ``r`` for, ``b`` by, ``w`` be and have, ``&`` and, ``z`` while; commas and semicolons stand for
themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.cues import cues
from tasks.extract.meetings.anchors import ordinal
from tasks.extract.words.meetings import CAPITALS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.meetings.found import Session
    from tasks.extract.offices import Office

_SIDE: Final = re.compile(
    r"(?:[CAK]c*s?|[CAK]c*-x)(?:[mxDzG#-]{0,3})(?:g|[xzke](?=[bwl,.;&]))|[dh][xmD#z-]{0,2}g"
)
_CAPITAL_SIDE: Final = re.compile(r"Ns[xmD]{0,2}g")
"""``Hanoi's team``."""
_OF_SIDE: Final = re.compile(r"fd?[CAK]c*s?x{0,2}g")
_MISSION: Final = re.compile(r"(?:d|[CA]c*s?)[xmD#-]{0,3}[ox]")
_SEEN: Final = frozenset("received welcomed greeted briefed accompanied addressed met seen".split())  # noqa: SIM905
"""Verbs of a passive that do not say who led: ``both teams were received by``."""
_MISSIONS: Final = frozenset({"mission", "party", "deputation"})
_SIDE_WORDS: Final = frozenset(
    {"one", "end", "group", "part", "experts", "officials", "negotiators", "members"}
)
_MORE_STATES: Final = re.compile(r"(?:,?&?d?[CK]c*)+")
_KEPT: Final = frozenset("Cbrw&,;")
_WORDS: Final = frozenset("lzxtTvemM")
"""Letters of tokens whose word decides."""
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
    ]
)


_HEADS: Final = frozenset({"leader", "head", "chairman", "chairwoman", "chairperson"})
_DECIDING: Final = _LEADING | _REPRESENTING | _SPEAKING | _CHAIRING | {
    "across", "assigned", "bringing", "brings", "brought", "chairman", "chairmanship", "chairperson",
    "chairwoman", "co-chairmanship", "designated", "entrusted", "faced", "facing", "fell", "fielded",
    "handled", "hosted", "joined", "leader", "leadership", "named", "nominated", "opposite", "presidency",
    "run", "sent", "table", "under", "whereas", "while", "whilst",
}  # fmt: skip
"""Words `_letter` gives a letter."""
LEAD_WORDS: Final = cues(_DECIDING | _MISSIONS | _SIDE_WORDS | {"counterpart"})
"""Words of which a sentence holds one that says who led, or else a side by its letter."""


class Item(NamedTuple):
    """One letter of the short form, and the tokens it stands for."""

    letter: str
    first: int
    after: int
    person: Person | None = None
    office: Office | None = None
    session: int | None = None


def items_of(
    number: int,
    block: Block,
    sentence: tuple[int, int],
    cast: Cast,
    sessions: list[Session],
    *,
    with_plurals: bool = False,
) -> list[Item]:
    """Give the items of a sentence, left to right."""
    low, high = sentence
    people = _people(number, block, cast, low, high, with_plurals=with_plurals)
    covered = _covered(block, low, high, [*people, *_sessions(block, sessions, low, high)])
    found: list[Item] = []
    for place, tag, word in zip(range(low, high), block.tags[low:high], block.lowers[low:high], strict=True):
        known = covered.get(place)
        if known is not None:
            if not found or found[-1] is not known:
                found.append(known)
        elif with_plurals and tag not in "CKN":
            continue
        elif tag in _KEPT:
            if tag == "r" and _is_in_a_name(block, place):
                continue
            found.append(Item(tag, place, place + 1))
        elif tag == "K" or (tag == "N" and _is_capital(block, place)):
            found.append(Item("C", place, place + 1))
        elif tag in _WORDS and word in _DECIDING and (letter := _letter(block, place)):
            found.append(Item(letter, place, place + 1))
        elif tag in "zx" and word in _SEEN:
            found.append(Item("q", place, place + 1))
    return found


def _is_in_a_name(block: Block, place: int) -> bool:
    """Say whether *for* belongs to ``the Directorate for Standards``."""
    return block.tags[place - 1 : place] == "O" and block.tags[place + 1 : place + 2] in {"G", "M", "N"}


def _is_capital(block: Block, place: int) -> bool:
    """Say whether a seat of government stands for its state here: not ``in Lima``, ``Victoria Owuor``."""
    if block.tokens[place] not in CAPITALS:
        return False
    before, behind = block.tags[place - 1 : place], block.tags[place + 1 : place + 2]
    return before not in set("ijnNUIHRT") and behind not in {"N", "U", ","}


def _covered(block: Block, low: int, high: int, known: list[Item]) -> dict[int, Item]:
    """Give the item each token belongs to: people, offices and sessions first, then sides."""
    covered: dict[int, Item] = {}
    for item in known:
        for place in range(item.first, item.after):
            covered.setdefault(place, item)
    for match in _MISSION.finditer(block.tags, low, high):
        if block.tokens[match.end() - 1].lower() in _MISSIONS and match.start() not in covered:
            covered |= dict.fromkeys(range(*match.span()), Item("S", *match.span()))
    for match in _CAPITAL_SIDE.finditer(block.tags, low, high):
        if block.tokens[match.start()] in CAPITALS and match.start() not in covered:
            covered |= dict.fromkeys(range(*match.span()), Item("S", *match.span()))
    for match in _SIDE.finditer(block.tags, low, high):
        last = match.end() - 1
        if block.tags[last] in "zxke" and block.tokens[last].lower() not in _SIDE_WORDS:
            continue
        if match.start() not in covered and last not in covered:
            covered |= dict.fromkeys(range(*match.span()), Item("S", *match.span()))
    return covered


def _people(number: int, block: Block, cast: Cast, low: int, high: int, *, with_plurals: bool) -> list[Item]:
    offices = cast.offices[number]
    found = []
    taken: list[tuple[int, int]] = []
    for first, after, person in cast.at(number):
        if not low <= first < high:
            continue
        own = [
            o
            for o in offices
            if (o.last <= first and _touches(block, o.last, first))
            or (o.outer >= after and _touches(block, after, o.outer))
        ]
        outer = min([first, *(office.outer for office in own)])
        last = max([after, *(office.last for office in own)])
        found.append(Item("P", outer, last, person=person))
        taken.append((outer, last))
    for office in offices:
        if not low <= office.first < high or _is_chair(block, office.head):
            continue
        if not any(a <= office.head < b for a, b in taken):
            if not office.is_plural:
                found.append(Item("O", office.outer, office.last, office=office))
            elif with_plurals:
                found.append(Item("O", *_all_of(block, office), office=office))
    return found


def _all_of(block: Block, office: Office) -> tuple[int, int]:
    """Give the tokens of ``the ministers of Mauritius and Oman``, ``his Thai and Lao counterparts``."""
    behind = _MORE_STATES.match(block.tags, office.last)
    first = office.outer
    while first > 1 and block.tags[first - 1] in ",&" and block.tags[first - 2] in "AC":
        first -= 2
    return first, behind.end() if behind else office.last


def _touches(block: Block, left: int, right: int) -> bool:
    """Say whether only a comma, a title or a small word stands between a name and its office."""
    return (
        right - left <= 6  # noqa: PLR2004
        and all(tag in ",dhHRDc()'#UNwC" for tag in block.tags[left:right])
        and ("N" not in block.tags[left:right] or "(" in block.tags[left:right])
        and "w" not in block.tags[left:right]
    )


def _sessions(block: Block, sessions: list[Session], low: int, high: int) -> list[Item]:
    found = []
    start, end = block.starts[low], block.end(high - 1)
    text = block.text[start:end].casefold()
    for index, session in enumerate(sessions):
        at = text.find(session.name.casefold())
        if at < 0:
            continue
        first = next((p for p in range(low, high) if block.starts[p] >= start + at), low)
        after = next(
            (p for p in range(first, high) if block.starts[p] >= start + at + len(session.name)), high
        )
        found.append(Item("X", first, max(after, first + 1), session=index))
    if len(sessions) > 1:
        for place in range(low + 1, high):
            value = ordinal(block.tokens[place]) if block.tags[place] == "#" else None
            if (
                value
                and value <= len(sessions)
                and block.tags[place - 1] == "d"
                and block.tags[place + 1 : place + 2] in {",", ".", "w", "i", "b"}
            ):
                found.append(Item("X", place, place + 1, session=value - 1))
    return found


def _is_chair(block: Block, place: int) -> bool:
    """Say whether an office is a seat at this meeting: *the chair*, *leader of* the Peruvian side."""
    word = block.lowers[place]
    if word in {"chair", "co-chair"}:
        return block.tags[place - 1 : place] == "d"
    if word == "head" and place and block.tags[place - 1] == "h":
        return True
    return word in _HEADS and _OF_SIDE.match(block.tags, place + 1) is not None


def _letter(block: Block, place: int) -> str | None:  # noqa: C901, PLR0911, PLR0912
    tag = block.tags[place]
    word = block.lowers[place]
    before = block.lowers[max(place - 2, 0) : place]
    behind = block.lowers[place + 1] if place + 1 < len(block.tokens) else ""
    if word in _REPRESENTING:
        return "V" if behind != "by" else "L"
    if word == "heads" and (behind == "of" or block.tags[place - 1 : place] in {"d", "&"}):
        return None
    if word in _LEADING:
        return "Y" if word == "head" and before[-1:] and block.tags[place - 1] == "h" else "L"
    if word in _CHAIRING:
        return "H"
    if word in _SPEAKING and behind == "for":
        return "L"
    if word in {"entrusted", "handled", "assigned", "moderated"} and behind in {"to", "by"}:
        return "H"
    if (word == "fell" and behind == "to") or (word == "run" and behind == "by"):
        return "H"
    if word in {"sent", "fielded", "named", "nominated", "designated"}:
        return "Z"
    if word in {"brought", "brings", "bringing"} and behind == "together":
        return "H"
    if word == "joined":
        return "J"
    if word == "hosted" and behind == "by" and place and block.tags[place - 1] in "eE":
        return "H"
    if (
        word in {"opposite", "facing"}
        or (word == "faced" and behind == "each")
        or (word == "across" and behind in {"the", "from"})
    ):
        return "F"
    if tag == "z":
        return "b" if word == "under" else "z" if word in {"while", "whereas", "whilst"} else None
    if word == "table" and before in (["across", "the"], ["around", "the"]):
        return "H"
    if word in {"chairmanship", "co-chairmanship", "presidency", "leadership"} and before == ["under", "the"]:
        return "H"
    if _is_chair(block, place):
        return "H" if word in {"chair", "co-chair"} else "L"
    return None
