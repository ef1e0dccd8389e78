"""Offices as printed: ``Deputy Minister of Trade``, ``head of the Asia Department``, ``Secretary (East)``.

What belongs to the office stays in it, a named organisation and a country are cut off and kept apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.behind import Behind, behind_office, form_start
from tasks.extract.owners import Owner, Reading, owner_before
from tasks.extract.words.roles import (
    FORMER,
    OF_COMPANIES,
    TITLE_ROLES,
    VAGUE_HEADS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tasks.extract.blocks import Block
    from tasks.extract.organisations import FoundOrganisation

_HEAD: Final = re.compile(r"[TtLk]c{0,3}")
_NEW: Final = frozenset({"new", "local", "late", "visiting", "incoming", "then", "longtime", "next"})
_NEW_FIELDS: Final = frozenset({"and", "Government", "Self-Government", "Authorities"})
"""Behind *New* or *Local* in the name of a field: ``New and Renewable Energy``, ``Local Government``."""

_HAVE_MINISTERS: Final = frozenset({"Ministry", "Department", "Office", "Secretariat"})
"""Bodies an office stands in: of others a *minister* has the field, as in ``Public Works Minister``."""
_SIDE_BY_SIDE: Final = frozenset({"TT", "Tt", "tt", "kk"})
_NUMBERS: Final = frozenset({"two", "three", "four", "five", "six"})
_UNITS: Final = frozenset(
    {"department", "division", "section", "bureau", "unit", "office", "branch", "delegation"}
)
_HEADS_OF_UNITS: Final = frozenset({"head", "chief", "director", "manager"})
_AFFAIRS: Final = "Affairs"
_REACH: Final = 7
"""Tokens before the head of an office that are read."""


class Office(NamedTuple):
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


def find_offices(block: Block, is_place: Callable[[str], bool]) -> list[Office]:
    """Give every office of a block, left to right, none inside another."""
    found: list[Office] = []
    reading: Reading | None = None
    after = 0
    for match in _HEAD.finditer(block.tags):
        if match.start() < after or _is_seat(block, match.start()):
            continue
        head, head_end = _last_head(block, match.start(), match.end())
        reading = reading or Reading(block, is_place)
        office = _office(block, head, head_end, after, reading)
        if found and (both := _joined(block, found[-1], office)):
            found[-1] = office = both
        else:
            found.append(office)
        after = office.last
    return found


def _is_seat(block: Block, head: int) -> bool:
    """Leave out ``under the chair of``: a seat taken at a meeting, not an office."""
    words = [token.lower() for token in block.tokens[max(head - 2, 0) : head + 1]]
    return words[-1] in {"chair", "co-chair"} and words[:-1] in (["under", "the"], ["in", "the"])


def _joined(block: Block, one: Office, other: Office) -> Office | None:
    """Give one office for two of one holder: ``Deputy Prime Minister and Minister of Ports``."""
    tags = block.tags
    gap = (one.last, other.outer)
    if (
        gap[1] - gap[0] != 1
        or tags[gap[0]] != "&"
        or tags[one.head] not in "Tt"
        or tags[other.head] not in "Tt"
        or other.outer != other.first
        or one.organisation
        or (one.country and one.last != one.after)
    ):
        return None
    behind = tags[other.last : other.last + 1]
    is_title = behind == "T" and block.tokens[other.last].lower() in TITLE_ROLES
    is_named = (
        tags[one.head] == "T"
        and (is_title or behind in {"N", "I", "U", "H", "R"})
        and (not one.outer or tags[one.outer - 1] not in "dk" or _is_second(block, one))
    )
    is_behind = one.outer > 1 and tags[one.outer - 1] == "," and tags[one.outer - 2] in "NUI)"
    if not (is_named or is_behind):
        return None
    return other._replace(first=one.first, outer=one.outer, country=one.country or other.country)


def _is_second(block: Block, office: Office) -> bool:
    """Say whether an office goes with another: the *Deputy Prime Minister* and Foreign Minister."""
    words = block.lowers[office.first : office.first + 2]
    return words[0] in {"deputy", "vice"} and words[-1] in {"prime", "premier", "president", "chancellor"}


def _last_head(block: Block, head: int, head_end: int) -> tuple[int, int]:
    """Give the last of heads side by side: Justice *Minister*; a title stays apart."""
    while (
        block.tags[head] + block.tags[head_end : head_end + 1] in _SIDE_BY_SIDE
        and block.tokens[head_end].lower() not in TITLE_ROLES
    ):
        head = head_end
        head_end += 1
        while block.tags[head_end : head_end + 1] == "c":
            head_end += 1
    return head, head_end


def _office(block: Block, head: int, head_end: int, floor: int, reading: Reading) -> Office:
    owner = _before(block, head, floor, reading)
    behind = behind_office(block, head_end, reading.is_place)
    words = {token.lower() for token in block.tokens[owner.outer : head]}
    if owner.organisation and behind.organisation and block.tags[behind.after : behind.after + 1] == "r":
        behind = Behind(
            behind.organisation.last, behind.last
        )  # ASEAN Deputy Secretary-General for … Community
    return Office(
        first=owner.first,
        after=behind.after,
        last=behind.last,
        head=head,
        organisation=behind.organisation or owner.organisation,
        named=behind.named or (None if behind.organisation else owner.named),
        country=owner.country or behind.country,
        is_plural=block.tags[head] in "Lk",
        is_vague=_is_vague(block, head),
        is_former=not FORMER.isdisjoint(words),
        outer=owner.outer,
    )


def _is_vague(block: Block, head: int) -> bool:
    """Say whether an office is only that of another's counterpart; a *peer* has to be somebody's."""
    word = block.lowers[head]
    is_whose = "h" in block.tags[max(head - 3, 0) : head] or word not in {"peer", "peers"}
    return word in VAGUE_HEADS and is_whose


def _before(block: Block, head: int, floor: int, reading: Reading) -> Owner:
    """Give where the words of the office start, where its phrase starts, and whose office it is."""
    tags, first, reach = block.tags, head, _REACH
    is_lower = tags[head] in "tk"
    is_minister = tags[head] == "T" and block.tokens[head].endswith("inister")
    while first > floor and head - first < reach:
        tag = tags[first - 1]
        body = reading.ending_at(first)
        if body is not None and "f" in tags[body.first : body.after]:
            break
        if tag == "G" and is_lower and first > floor + 1 and tags[first - 2] in "NU":
            break
        if (
            tag in "Mm#GT"
            or (tag in "NUBE" and _is_lead_name(block, first - 1, head, reading, is_lower=is_lower))
            or (tag == "O" and is_minister and block.tokens[first - 1] not in _HAVE_MINISTERS)
            or (tag in "og" and first == head and _is_unit(block, head))
        ):
            first -= 1
        elif (
            tag in "ACc" and first < head and (_inside(tags, first, floor) or block.tokens[first] == _AFFAIRS)
        ):
            first = form_start(tags, first - 1)
        elif tag in "&," and first - 2 >= floor and _is_listed(tags, first, has_and=reach > _REACH):
            first -= 2
            reach = 2 * _REACH  # Education, Culture, Sports, Science and Technology Minister
        else:
            break
    if is_lower:
        first = _lower_lead(block, first, floor)
    owner = owner_before(block, head, first, floor, reading)
    while (
        owner.first < head
        and block.tokens[owner.first].lower() in _NEW
        and block.tokens[owner.first + 1] not in _NEW_FIELDS
    ):
        owner.first += 1
    return owner


def _is_unit(block: Block, head: int) -> bool:
    """Say whether a unit without a name is a word of the office: deputy *department* head."""
    if block.tags[head - 1] == "g" and block.tags[head + 1 : head + 2] not in {"N", "I", "U", "H", "R"}:
        return False  # Peru's delegation head was Ola Fenner
    return block.tokens[head - 1] in _UNITS and block.tokens[head] in _HEADS_OF_UNITS


def _is_listed(tags: str, first: int, *, has_and: bool) -> bool:
    """Say whether a field stands before the last: *Energy* and Ports Minister, *Trade*, Rail and Ports …."""
    if tags[first - 1] == "," and not has_and:
        return False
    return tags[first - 2] in "GM" and tags[first] in "GMT"


def _is_lead_name(block: Block, place: int, head: int, reading: Reading, *, is_lower: bool) -> bool:
    """Say whether an unknown capitalised word belongs to the office: ``Tournament chief``."""
    if block.tags[place] == "E":
        return True
    before = block.tags[place - 1] if place else "."
    if place < head - 1 and before in "sAd" and block.tags[place] == "N" and block.tags[place + 1] in "GM":
        return not is_lower
    if place < head - 1 and block.tags[place] == "N" and block.tokens[place + 1] == _AFFAIRS:
        return before not in "NUI"  # Frontier Affairs Minister
    if before in "NUI" or block.tags[place] == "U" or block.tokens[head].lower() in OF_COMPANIES:
        return False
    if reading.is_place(block.tokens[place]):
        return False
    return place == head - 1 and (not is_lower or before in '.d,"') and len(block.tokens[place]) > 2  # noqa: PLR2004


def _inside(tags: str, first: int, floor: int) -> bool:
    """Say whether a country stands between the words of an office: ``Deputy U.S. Trade Representative``."""
    start = form_start(tags, first - 1)
    return start > floor and tags[start - 1] in "Mm" and tags[start] == "C"


def _lower_lead(block: Block, first: int, floor: int) -> int:
    """Take up to two unknown nouns before an office in lower case: ``lorry driver``, ``top port envoy``."""
    tags = block.tags
    for size in (1, 2):
        start = first - size
        if (
            start < floor
            or (tags[start] not in "xe" and block.tokens[start] != "team")
            or block.tokens[start].endswith("-old")
        ):
            break
        while start > floor and tags[start - 1] == "m":
            start -= 1
        if start and block.tokens[start - 1].endswith("-old"):
            return start
        if (
            start == 0
            or tags[start - 1] in ",.;:(\"dhsACcR-&Q'KOfijrbvnN"
            or block.lowers[start - 1] in _NUMBERS
        ):
            return start
        if tags[start - 1] in "MG" and (start == 1 or tags[start - 2] in '.":(sdAC'):
            return start - 1
    return first
