"""Offices as printed: ``Deputy Minister of Trade``, ``head of the Asia Department``, ``Secretary (East)``.

What belongs to the office stays in it, a named organisation and a country are cut off and kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.extract.organisations import FoundOrganisation, organisation_at
from tasks.extract.words.roles import FORMER, TITLE_ROLES, VAGUE_HEADS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_HEAD: Final = re.compile(r"[TtLk]c{0,2}")
_LEAD: Final = "MmGNAKUBEO#"
_AFTER_HEAD: Final = re.compile(r"(?:[GM]{1,3}|U(?=[RH]))(?![Tt])")
_PAREN: Final = re.compile(r"\((?=[A-Z])[A-Z&,/c -]{1,8}\)")
_PLAIN: Final = re.compile(
    r"d?(?:[GMETL#]c*-?){1,5}(?:(?:&[frn]?d?"
    r"|,(?=[GM]{1,3}[,&]))(?:[GMETL]c*){1,4}){0,3}(?:[Nx](?=[,.;)&i]|$))?"
    r"|[dh]?[xmetok]{1,3}(?:&x{1,2})?"
)
_COUNTRY: Final = re.compile(r"d?(?:(?P<form>[MGN])f)?Cc*")
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
_MINISTRY: Final = re.compile(
    r"(?=[A-Z&,]{0,12}O)d?(?:[GMETL#]c*-?){1,4}(?:(?:&"
    r"|,(?=[GM]{1,3}[,&]))(?:[GMETLO]c*){1,4}){1,3}(?:N(?=[,.;)]|$))?"
)
_TOPIC: Final = re.compile(r"d?(?:[GMETLN#]c*){1,4}(?=[,.;)i]|$)")
_NAMED: Final = re.compile(r"d?(?:(?:[NU]c*){1,4}(?:&?[NUG]){0,3}o?|[NUGM]{1,3}&[NUGM]{1,2})")
_NEW: Final = frozenset({"new", "visiting", "incoming", "then", "longtime"})
_ONE_NAME: Final = re.compile(r"N(?=[,.;)&]|$)")
_WITH_FIELD: Final = frozenset(
    {
        "director",
        "head",
        "chief",
        "secretary",
        "commissioner",
        "inspector",
        "superintendent",
        "director-general",
    }
)
"""Offices named by their field: ``Director of Pilotage``."""
_WATCHDOG: Final = re.compile(r"[xm]{1,3}(?=,)")
_MARKS: Final = frozenset({"L", "R", "r ight", "C", "pix", "left", "right"})
_OPEN: Final = ",.;:(\"'-d hs&zvwlifbranj/_gDacCAp)"


@dataclass(frozen=True, slots=True)
class Office:
    """One office: tokens `first` up to `after` are its words; `last` comes after all that goes with it."""

    first: int
    after: int
    last: int
    head: int
    organisation: FoundOrganisation | None
    named: tuple[int, int] | None
    """An organisation known by its place in the phrase only: an economist at *Harbour & Vale*."""
    country: tuple[str, ...]
    is_plural: bool
    is_vague: bool
    is_former: bool
    outer: int
    """First token of the whole phrase, its country and organisation included."""


def find_offices(block: Block) -> list[Office]:
    """Give every office of a block, left to right, none inside another."""
    found: list[Office] = []
    after = 0
    for match in _HEAD.finditer(block.tags):
        if match.start() < after or _is_seat(block, match.start()):
            continue
        head, head_end = _last_head(block, match.start(), match.end())
        office = _office(block, head, head_end, after)
        found.append(office)
        after = office.last
    return found


def _is_seat(block: Block, head: int) -> bool:
    """Leave out ``under the chair of``: a seat taken at a meeting, not an office."""
    words = [token.lower() for token in block.tokens[max(head - 2, 0) : head + 1]]
    return words[-1] in {"chair", "co-chair"} and words[:-1] in (["under", "the"], ["in", "the"])


def _last_head(block: Block, head: int, head_end: int) -> tuple[int, int]:
    """Give the last of heads side by side: Justice *Minister*; a title stays apart."""
    while block.tags[head_end : head_end + 1] == "T" and block.tokens[head_end].lower() not in TITLE_ROLES:
        head = head_end
        head_end += 1
        while block.tags[head_end : head_end + 1] == "c":
            head_end += 1
    return head, head_end


def _office(block: Block, head: int, head_end: int, floor: int) -> Office:
    first, outer, organisation, country = _before(block, head, floor)
    after, last, behind, named, behind_country = _behind(block, head_end)
    words = {token.lower() for token in block.tokens[outer:head]}
    return Office(
        first=first,
        after=after,
        last=last,
        head=head,
        organisation=behind or organisation,
        named=named,
        country=country or behind_country,
        is_plural=block.tags[head] in "Lk",
        is_vague=block.tokens[head].lower() in VAGUE_HEADS,
        is_former=not FORMER.isdisjoint(words),
        outer=outer,
    )


def _before(
    block: Block, head: int, floor: int
) -> tuple[int, int, FoundOrganisation | None, tuple[str, ...]]:
    """Give where the words of the office start, where its phrase starts, and whose office it is."""
    tags, first = block.tags, head
    is_lower = tags[head] in "tk"
    while first > floor and head - first < 7:  # noqa: PLR2004  longer offices were never met
        tag = tags[first - 1]
        if tag in "Mm#GT" or (tag in "NUBE" and _is_lead_name(block, first - 1, head, is_lower=is_lower)):
            first -= 1
        elif tag in "ACc" and first < head and _inside(tags, first, floor):
            first = _form_start(tags, first - 1)
        elif tag == "&" and first - 2 >= floor and tags[first - 2] in "GM" and tags[first] in "GM":
            first -= 2
        else:
            break
    if is_lower:
        first = _lower_lead(block, first, floor)
    while first < head and block.tokens[first].lower() in _NEW:
        first += 1
    outer, organisation, country = _owner(block, first, floor)
    return first, outer, organisation, country


def _is_lead_name(block: Block, place: int, head: int, *, is_lower: bool) -> bool:
    """Say whether an unknown capitalised word belongs to the office: ``Tournament chief``."""
    if block.tags[place] == "E":
        return True
    before = block.tags[place - 1] if place else "."
    if before in "NUI":
        return False
    return place == head - 1 and (not is_lower or before in '.d,"') and len(block.tokens[place]) > 2  # noqa: PLR2004


def _inside(tags: str, first: int, floor: int) -> bool:
    """Say whether a country stands between the words of an office: ``Deputy U.S. Trade Representative``."""
    start = _form_start(tags, first - 1)
    return start > floor and tags[start - 1] in "Mm" and tags[start] == "C"


def _form_start(tags: str, place: int) -> int:
    while place and tags[place] == "c":
        place -= 1
    return place


def _lower_lead(block: Block, first: int, floor: int) -> int:
    """Take up to two unknown nouns before an office in lower case: ``lorry driver``, ``top port envoy``."""
    tags = block.tags
    for size in (1, 2):
        start = first - size
        if start < floor or tags[start] not in "xe" or block.tokens[start].endswith("-old"):
            break
        while start > floor and tags[start - 1] == "m":
            start -= 1
        if start == 0 or tags[start - 1] in ",.;:(\"dhsACcR-&Q'":
            return start
        if tags[start - 1] in "MG" and (start == 1 or tags[start - 2] in '.":('):
            return start - 1
    return first


def _owner(block: Block, first: int, floor: int) -> tuple[int, FoundOrganisation | None, tuple[str, ...]]:
    """Give what stands before the office: ``Norwegian``, ``Grenada's``, ``EU``, ``White House``."""
    tags, place = block.tags, first
    if place > floor and tags[place - 1] == "s":
        place -= 1
    if place > floor and tags[place - 1] in "CAc":
        start = _form_start(tags, place - 1)
        if start >= floor and tags[start] == "K":
            return start, FoundOrganisation(start, place), ()
        if start >= floor and start in block.countries:
            return start, None, block.countries[start][1].codes
    if place > floor and tags[place - 1] == "o" and tags[first] in "tk":
        return place - 1, FoundOrganisation(place - 1, place), ()
    if place > floor and tags[place - 1] in "KO":
        start = place - 1
        while start > floor and tags[start - 1] in "NGMAK" and tags[place - 1] == "O":
            start -= 1
        codes: tuple[str, ...] = ()
        if start in block.countries:
            codes = block.countries[start][1].codes
        return start, FoundOrganisation(start, place), codes
    return first, None, ()


def _behind(  # noqa: C901, PLR0912, PLR0915
    block: Block, place: int
) -> tuple[int, int, FoundOrganisation | None, tuple[int, int] | None, tuple[str, ...]]:
    """Give where the words of the office end, where its phrase ends, and the body and country behind it."""
    tags = block.tags
    direct = organisation_at(block, place) if tags[place : place + 1] in {"M", "G", "N", "U"} else None
    if direct and direct.after - direct.first > 1:
        return place, direct.last, direct, None, ()
    more = _AFTER_HEAD.match(tags, place)
    after = more.end() if more else place
    paren = _PAREN.match(tags, after)
    if paren and block.tokens[after + 1] not in _MARKS:
        after = paren.end()
    last, organisation, named = after, None, None
    country: tuple[str, ...] = ()
    while last < len(tags) and tags[last] in "frnji":
        prep, start = tags[last], last + 1
        if prep == "f" and tags[place - 1] in "Tt" and block.tokens[place - 1].lower().endswith("minister"):
            match = _MINISTRY.match(tags, start)
            if match:
                after = last = match.end()
                continue
        skipped = start + 1 if start < len(tags) and tags[start] == "d" else start
        organisation = organisation_at(block, skipped)
        if organisation:
            last = organisation.last
            more = _WATCHDOG.match(tags, last)
            last = more.end() if more and tags[organisation.first] == "K" else last
            break
        match = _COUNTRY.match(tags, start)
        if match and match["form"] and block.tokens[match.start("form")] not in _FORMS_OF_STATE:
            match = None
        if match:
            if prep in "fi" and not country:
                country = _codes(block, match.end() - 1)
            last = match.end()
            continue
        match = _PLAIN.match(tags, start) if prep != "i" else None
        match = match or (_TOPIC.match(tags, start) if prep in "rn" else None)
        if match and match.group()[-1] == "o" and match.group()[0] in "dh":
            last = match.end()
            break
        end = match.end() if match else start
        if end - 1 > start and tags[end - 1] == "T" and block.tokens[end - 1].lower() in TITLE_ROLES:
            after = last = end - 1
            break
        if (
            match
            and "T" in match.group().upper()
            and tags[match.end() : match.end() + 1] in {"H", "R", "N", "I", "U"}
        ):
            break
        if match:
            after = last = match.end()
            continue
        if prep == "f" and _ONE_NAME.match(tags, start) and block.tokens[place - 1].lower() in _WITH_FIELD:
            after = last = start + 1
            continue
        is_at = prep in "fr" or block.tokens[last].lower() in {"at", "with"}
        match = _NAMED.match(tags, start) if is_at else None
        if match:
            named, last = (skipped, match.end()), match.end()
        break
    if organisation is None and named is None and last < len(tags) and tags[last] == ",":
        skipped = last + 2 if tags[last + 1 : last + 2] == "d" else last + 1
        organisation = organisation_at(block, skipped)
        if organisation and organisation.last < len(tags) and tags[organisation.last] in "Tt":
            organisation = None
        last = organisation.last if organisation else last
    return after, last, organisation, named, country


def _codes(block: Block, place: int) -> tuple[str, ...]:
    start = _form_start(block.tags, place)
    found = block.countries.get(start)
    return found[1].codes if found else ()
