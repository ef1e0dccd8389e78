"""What stands behind the head of an office: its field, its organisation, its country.

``head | of the Asia Department at the Polish Ministry of Trade``, ``Minister | of Ports and Rail``,
``economist | with Banque du Lac``, ``Secretary | (East)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.extract.organisations import FoundOrganisation, organisation_at
from tasks.extract.words.given import has_given
from tasks.extract.words.organisations import FORCES, KINDS_OF_BODIES
from tasks.extract.words.roles import (
    FAMILY_OF_BODY,
    OF_COMPANIES,
    OF_PLACES,
    SERVICES,
    SPEAKS_FOR,
    TITLE_ROLES,
    VAGUE_HEADS,
    WITH_FIELD,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tasks.extract.blocks import Block

_AFTER_HEAD: Final = re.compile(r"(?:[GM]{1,3}|U(?=[RH])|/[GMA]{1,4}(?:&[GM]{1,3})?)(?![Tt])")
_PAREN: Final = re.compile(r"\((?=[A-Z])[A-Z&,/c -]{1,8}\)")
_PLAIN: Final = re.compile(
    r"d?(?:[GMETL#]c*-?){1,5}(?:(?:&[frn]?d?"
    r"|,(?=[GM]{1,3}[,&]))(?:[GMETL]c*){1,4}){0,3}(?:[Nx](?=[,.;)&i]|$))?"
    r"|[dh]?[xmetok]{1,3}(?:&x{1,2})?"
)
_FIELD: Final = re.compile(
    r"d?(?:(?:[GMETL#AO]|N(?=[GMO]))c*[-']?){1,5}"
    r"(?:(?:&[frn]?d?|,(?=[GMO]{1,3}[,&]))(?:(?:[GMETLO]|N(?=[GMO,.;)]))c*){1,4}){0,5}(?:N(?=[,.;)]|$))?"
)
"""The field of a minister, who has no organisation beside it: of *Rural Works*, for *Trade and Industry*."""
_COUNTRY: Final = re.compile(r"d?(?:(?P<form>[MGN])f)?Cc*(?:(?:,Cc*)*,?&Cc*)?")
_FORMS_OF_STATE: Final = frozenset(
    {
        "Republic",
        "Kingdom",
        "Sultanate",
        "State",
        "Commonwealth",
        "Union",
        "Government",
        "Emirate",
        "Principality",
    }
)
_TOPIC: Final = re.compile(r"d?(?:[GMETLN#AC]c*){1,4}(?=[,.;)i]|$)")
_LONG_TOPIC: Final = re.compile(r"d?[AC]c*[NGM]{1,3}[xmGM]{0,2}&[xmGM]{1,3}(?=,)")
"""What an envoy is for, in more words than a name: for *Korean Peninsula peace and security affairs*."""
_WITH_TOPICS: Final = frozenset({"representative", "envoy", "ambassador", "coordinator"})
_FOR_FIELDS: Final = frozenset({"secretary", "undersecretary", "under-secretary", "commissioner"})
"""Offices whose ``for`` tells a field, also one like a body: Undersecretary for *Digital Government*."""
_STATE_HEADS: Final = frozenset({"Ministry", "Department", "Office", "Bureau"})
_NAMED: Final = re.compile(
    r"d?(?:[NU]c*(?:(?:[&'-]|y{1,2})?(?:[NUGMOEK]c*|I(?!N))){0,5}o?(?:,[GN](?=[,.]))?"
    r"|[NUGM]{1,3}(?:&[NUGM]{1,2}|C(?=[,.;)w]|$)))"
)
_BODY: Final = re.compile(
    r"[dh]?(?P<own>(?:Cc*s|os|A)?)(?:[xmGMUNet]{1,3}[ox]|(?<=[ds])[oe]|[EO](?=[,.;):wv]|$))"
)
"""A body in lower case (the *harbour board*), or one in a single capitalised word (the *Forum*)."""
_MISSION: Final = re.compile(r"d?(?P<body>Kc*s[xmG]{0,2}o(?:jd?[KC]c*)?)")
"""What a body of states keeps abroad: the *EU's mission to Chad*."""
_KIND: Final = re.compile(r"d?[xmG]{0,2}[xogke](?=[NUGMA])")
_ONE_NAME: Final = re.compile(r"N(?=[,.;)&]|$)")
_OF_FORCE: Final = frozenset({"police", "customs", "prisons", "works", "mission", "station"})
"""Bodies that are part of an office's words behind ``of``: ``Superintendent of Police``."""
_POSTS: Final = frozenset({"delegation", "mission"})
"""What an office can be head of without a body being named: ``deputy head of delegation``."""
_WATCHDOG: Final = re.compile(r"[xm]{1,3}(?=,)")
_MARKS: Final = frozenset({"L", "R", "r ight", "C", "pix", "left", "right"})


@dataclass(slots=True)
class Behind:
    """Where the words of an office end, where its phrase ends, and the body and country in it."""

    after: int
    last: int
    organisation: FoundOrganisation | None = None
    named: tuple[int, int] | None = None
    country: tuple[str, ...] = ()
    has_field: bool = False


def form_start(tags: str, place: int) -> int:
    """Give the first token of the form of several words that ends at this token."""
    while place and tags[place] == "c":
        place -= 1
    return place


def behind_office(block: Block, place: int, is_place: Callable[[str], bool]) -> Behind:
    """Read what follows a head that ends before this token."""
    tags = block.tags
    is_acronym = tags[place : place + 1] == "U" and (
        _VOWEL.search(block.tokens[place]) is None or tags[place + 1 : place + 2] in {"H", "R"}
    )
    if is_acronym and tags[place + 1 : place + 2] in {"N", "H", "R"}:
        return Behind(place, place + 1, named=(place, place + 1))  # Chairman FBR
    direct = organisation_at(block, place) if tags[place : place + 1] in {"M", "G", "N", "U"} else None
    if direct and direct.after - direct.first > 1:
        return Behind(place, direct.last, direct)
    more = _AFTER_HEAD.match(tags, place)
    after = more.end() if more else place
    paren = _PAREN.match(tags, after)
    if paren and block.tokens[after + 1] not in _MARKS:
        after = paren.end()
    found = Behind(after, after)
    if tags[found.last : found.last + 1] == "f" and block.tokens[place - 1].lower() in OF_PLACES:
        _read_place(block, found, is_place)
    while found.last < len(tags) and tags[found.last] in "frnji" and _read_phrase(block, place, found):
        pass
    paren = _PAREN.match(tags, found.last) if found.last == found.after else None
    if paren and block.tokens[found.last + 1] not in _MARKS:
        found.after = found.last = paren.end()
    if found.organisation is None and found.named is None and tags[found.last : found.last + 1] == ",":
        _read_apposition(block, found)
    return found


def _read_place(block: Block, found: Behind, is_place: Callable[[str], bool]) -> None:
    """Take the city in ``Mayor of Lisbon Rui Moreira``, where the name follows at once."""
    start = found.last + 1
    match = _CAPITALS.match(block.tags, start)
    for end in range(min(match.end(), start + 3) if match else start, start, -1):
        if is_place(block.words(start, end)):
            found.after = found.last = end
            return


def _read_apposition(block: Block, found: Behind) -> None:
    """Take the body in ``Director, Bureau of Rivers``."""
    tags = block.tags
    start = found.last + 2 if tags[found.last + 1 : found.last + 2] == "d" else found.last + 1
    organisation = organisation_at(block, start)
    if organisation and tags[organisation.last : organisation.last + 1] not in {"T", "t"}:
        found.organisation, found.last = organisation, organisation.last
    elif _ACRONYM.match(tags, start) and block.tokens[start] not in SERVICES:
        found.named, found.last = (start, start + 1), start + 1  # Secretary (East), MEA


def _read_phrase(block: Block, place: int, found: Behind) -> bool:  # noqa: C901, PLR0911, PLR0912, PLR0915
    """Take one phrase behind a preposition into what was found; False where nothing more belongs to it."""
    tags, tokens = block.tags, block.tokens
    prep, start = tags[found.last], found.last + 1
    head = tokens[place - 1].lower()
    is_minister = tags[place - 1] in "Tt" and head.endswith(("minister", "ministers", "mos"))
    if is_minister and prep in "fr" and not found.has_field:
        match = _FIELD.match(tags, start)
        if match and tokens[start].lower() not in _FORMS_OF_STATE_LOWER and not match.group().startswith("A"):
            end = _without_title(block, start, match.end())
            found.after = found.last = end
            found.has_field = tokens[end - 1] != "State"  # Minister of State for …
            return end == match.end()
    skipped = start + 1 if tags[start : start + 1] == "d" else start
    if prep == "f" and tags[start : start + 1] == "g" and tokens[start].lower() in _POSTS:
        found.after = found.last = start + 1
        return True
    if prep == "r" and organisation_at(block, start) and head in _FOR_FIELDS:
        field = organisation_at(block, start)
        if field is not None and field.parent is None and tokens[field.first] not in _STATE_HEADS:
            found.after = found.last = field.last
            found.has_field = True
            return True
    mission = _MISSION.match(tags, start) if prep in "fi" else None
    if mission:
        found.organisation, found.last = (
            FoundOrganisation(mission.start("body"), mission.end()),
            mission.end(),
        )
        return False
    organisation = organisation_at(block, skipped)
    if organisation and tokens[start] in {"a", "an"} and tags[organisation.after - 1] == "o":
        found.last = organisation.last  # an analyst at a Lagos bank: which one is not told
        return False
    is_bare = organisation is not None and organisation.last == start + 1
    if is_bare and prep == "f" and tokens[start].lower() in _OF_FORCE:
        found.after = found.last = start + 1
        return True
    is_staff = skipped > start and tokens[organisation.after - 1] == "Staff" if organisation else False
    if (
        organisation
        and prep == "f"
        and (skipped == start or is_staff)
        and _is_plain_force(block, organisation)
    ):
        found.after = found.last = organisation.last
        return True
    if (
        organisation
        and organisation.parent is None
        and tags[organisation.last : organisation.last + 1] == "g"
    ):
        organisation = FoundOrganisation(organisation.first, organisation.last + 1)  # the EU delegation
    if organisation:
        found.organisation, found.last = organisation, organisation.last
        abroad = _ABROAD.match(tags, found.last)
        found.last = abroad.end() if abroad else found.last
        more = _WATCHDOG.match(tags, found.last)
        found.last = more.end() if more and tags[organisation.first] == "K" else found.last
        bare = _BARE_PARENT.match(tags, found.last)
        found.last = bare.end() if bare else found.last
        return False
    match = _COUNTRY.match(tags, start)
    is_owner = match is not None and tags[match.end() : match.end() + 1] == "s"  # at Peru's trade ministry
    if match and not is_owner and not (match["form"] and tokens[match.start("form")] not in _FORMS_OF_STATE):
        if prep in "fi" and not found.country:
            found.country = _codes(block, match.end() - 1) if "&" not in match.group() else ()
        if prep == "r" and not found.country and tags[place - 1] in "Tt":
            found.after = match.end()
        found.last = match.end()
        return True
    if _read_body(block, start, prep, found):
        return False
    match = None
    is_whose = prep == "n" and tags[start : start + 1] == "h"  # said the secretary on his way in
    if prep != "i" and not is_whose and not (prep == "f" and found.has_field):
        match = _PLAIN.match(tags, start)
    match = match or (_TOPIC.match(tags, start) if prep in "rn" else None)
    if match and prep == "r" and set(match.group()) <= set("NU") and head in SPEAKS_FOR | OF_COMPANIES:
        _read_named(block, start, found)
        return False
    topic = _LONG_TOPIC.match(tags, start) if prep == "r" and head in _WITH_TOPICS else None
    if topic and (not match or topic.end() > match.end()):
        found.after = found.last = topic.end()
        found.has_field = True
        return False
    end = _without_title(block, start, match.end()) if match else start
    if (
        match
        and "T" in tags[start:end]
        and "d" not in match.group()
        and tags[end : end + 1] not in {"n", "r"}
    ):
        return False
    if match:
        if match.group()[-1] == "o" and match.group()[0] in "dh":
            found.last = end
            return False
        is_own = prep == "j" and tags[place - 1] == "T"  # Special Assistant to the Prime Minister Ola Fenner
        if (
            end == match.end()
            and not is_own
            and "T" in match.group().upper()
            and tags[end : end + 1] in {"H", "R", "N", "I", "U"}
        ):
            return False
        found.after = found.last = end
        found.has_field = found.has_field or prep in "rn"
        return end == match.end()
    accredited = _CAPITALS.match(tags, skipped) if prep == "j" else None
    if accredited:
        found.last = accredited.end()  # Ambassador to the Kingdom
        return True
    cities = (
        _CITIES.match(tags, start) if head in VAGUE_HEADS and tokens[found.last].lower() == "from" else None
    )
    if cities:
        found.last = cities.end()
        return True
    if prep == "f" and _ONE_NAME.match(tags, start) and head in WITH_FIELD:
        found.after = found.last = start + 1
        return True
    if (
        prep == "f"
        and tags[start : start + 3] == "NNN"
        and not has_given(tokens[start])
        and has_given(tokens[start + 1])
    ):
        found.named, found.last = (start, start + 1), start + 1  # Director of Rosneft Alexei Varnov
        return False
    if prep in "fr" or tokens[found.last].lower() in {"at", "with"}:
        _read_named(block, start, found)
    return False


def _is_plain_force(block: Block, organisation: FoundOrganisation) -> bool:
    """Say whether a body is a word of the office: Chief of *Defence Forces*, of *Army Staff*."""
    tags = block.tags[organisation.first : organisation.after]
    return (
        organisation.parent is None
        and block.tokens[organisation.after - 1].lower() in FORCES
        and set(tags) <= set("MGO")
        and len(tags) < 4  # noqa: PLR2004
    )


def _read_named(block: Block, start: int, found: Behind) -> None:
    """Take a body known by its place only: at *Harbour & Vale*, with *Banque du Lac*."""
    match = _NAMED.match(block.tags, start)
    if match and block.tokens[start] not in {"a", "an"}:
        skipped = start + 1 if block.tags[start] == "d" else start
        found.named, found.last = (skipped, match.end()), match.end()


def _read_body(block: Block, start: int, prep: str, found: Behind) -> bool:
    """Take ``the harbour board``, ``the Iranian foreign ministry``, ``the charity Clean Rivers``."""
    tags, tokens = block.tags, block.tokens
    kind = _KIND.match(tags, start)
    if kind and prep in "fri" and tokens[kind.end() - 1].lower() in KINDS_OF_BODIES:
        named = _NAMED.match(tags, kind.end()) or _CAPITALS.match(tags, kind.end())
        if named:
            found.named, found.last = (kind.end(), named.end()), named.end()
            return True
    mission = _MISSION.match(tags, start)
    if mission and prep in "fri":
        found.organisation, found.last = (
            FoundOrganisation(mission.start("body"), mission.end()),
            mission.end(),
        )
        return True
    match = _BODY.match(tags, start)
    if match and prep in "fri":
        first = start + 1 if tags[start] in "dh" else start
        end = match.end()
        is_body = tags[end - 1] not in "Exe" or tokens[end - 1].lower() in SINGLE_BODIES
        is_named = end - first > 1 or tags[end - 1] in "OEoe"
        if is_body and tokens[start] in {"a", "an"}:
            found.last = end
            return True
        if is_body and is_named and tokens[first].lower() not in {"new", "same", "own", "whole"}:
            found.organisation, found.last = FoundOrganisation(first, end), end
            return True
    return False


_ACRONYM: Final = re.compile(r"U(?=[,.;&)wlvz]|$)")
SINGLE_BODIES: Final = frozenset({"forum", "council", "committee", "commission"}) | FAMILY_OF_BODY
_BARE_PARENT: Final = re.compile(r"[if]d?[Oo](?=,)")
_ABROAD: Final = re.compile(r"[ji]d?(?:Cc*|N(?=,))")
_CITIES: Final = re.compile(r"N{1,2}(?:,N{1,2})*(?:&N{1,2})?")
_CAPITALS: Final = re.compile(r"(?:[NUGMOEA]c*(?:[&'-]|z(?=[NUGMO]))?){1,5}")
_VOWEL: Final = re.compile(r"[AEIOUY]")
_FORMS_OF_STATE_LOWER: Final = frozenset(word.lower() for word in _FORMS_OF_STATE) - {"state"}


def _without_title(block: Block, start: int, end: int) -> int:
    """Give the end without a title that belongs to the name behind: Minister of Trade | *Ambassador* Doe."""
    is_title = block.tags[end - 1] == "T" and block.tokens[end - 1].lower() in TITLE_ROLES
    return end - 1 if end - 1 > start and is_title and block.tags[end - 2] != "&" else end


def _codes(block: Block, place: int) -> tuple[str, ...]:
    found = block.countries.get(form_start(block.tags, place))
    return found[1].codes if found else ()


def body_behind(block: Block, place: int, is_place: Callable[[str], bool]) -> FoundOrganisation | None:
    """Give the body behind a name: Director Ann Lee *of the Ministry of Ports*."""
    match = _OF.match(block.tags, place)
    if not match:
        return None
    start = match.end()
    prep = block.tokens[match.start() + block.tags[match.start()].count(",")].lower()
    if prep not in _OF_WORDS:
        return None
    skipped = start + 1 if block.tags[start : start + 1] == "d" else start
    organisation = organisation_at(block, skipped)
    if organisation:
        return organisation
    found = Behind(start, start)
    if not _read_body(block, start, "f", found):
        _read_named(block, start, found)
        several = _CAPITALS.match(block.tags, skipped) if skipped > start else None
        if several and several.end() - skipped > 1 and found.named is None:
            found.named = (skipped, several.end())
    if found.named and is_place(block.words(*found.named)):
        return None
    return found.organisation or (FoundOrganisation(*found.named) if found.named else None)


_OF: Final = re.compile(r",?[fi](?=d?[A-Zxmoeg#])")
_OF_WORDS: Final = frozenset({"of", "from", "with"})
