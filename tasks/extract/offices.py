"""Offices as printed: ``Deputy Minister of Trade``, ``head of the Asia Department``, ``Secretary (East)``.

What belongs to the office stays in it, a named organisation and a country are cut off and kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.behind import SINGLE_BODIES, Behind, behind_office, form_start
from tasks.extract.organisations import FoundOrganisation, organisations_of
from tasks.extract.words.organisations import FORCES, LOWER_HEADS
from tasks.extract.words.plain import GENERAL
from tasks.extract.words.roles import (
    FORMER,
    OF_CLUBS,
    OF_COMPANIES,
    ROLE_MODIFIERS,
    SPEAKS_FOR,
    TITLE_ROLES,
    VAGUE_HEADS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tasks.extract.blocks import Block

_HEAD: Final = re.compile(r"[TtLk]c{0,3}")
_LEAD: Final = "MmGNAKUBEO#"
_NEW: Final = frozenset({"new", "local", "late", "visiting", "incoming", "then", "longtime", "next"})
_NEW_FIELDS: Final = frozenset({"and", "Government", "Self-Government", "Authorities"})
"""Behind *New* or *Local* in the name of a field: ``New and Renewable Energy``, ``Local Government``."""

_HOUSES: Final = frozenset(
    {"library", "museum", "hospital", "university", "company", "bank", "club", "union", "school"}
)
_HEADS_OF_HOUSES: Final = frozenset({"director", "president", "chairman", "chair", "chairwoman", "secretary"})
"""Capitalised bodies told apart from who heads them: *Library* | director."""
_NEVER_NAMED: Final = frozenset(
    {"ministry", "bloc", "party", "club", "union", "mission", "department", "agency"}
)
"""Bodies whose bare noun names none: the *ministry's* secretary."""
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
_PLAIN_WORDS: Final = frozenset({"same", "own", "whole", "other", "local", "new", "old", "country", "big"})


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


@dataclass(slots=True)
class Owner:
    """Where the words of an office start, where its phrase starts, and whose office it is."""

    first: int
    outer: int
    organisation: FoundOrganisation | None = None
    named: tuple[int, int] | None = None
    country: tuple[str, ...] = ()


class Reading:
    """What the words before an office are compared with."""

    __slots__ = ("_ends", "is_place")

    def __init__(self, block: Block, is_place: Callable[[str], bool]) -> None:
        """Find the bodies of a block."""
        self._ends = {found.last: found for found in organisations_of(block)}
        self.is_place = is_place

    def ending_at(self, place: int) -> FoundOrganisation | None:
        """Give the body whose name ends before this token."""
        return self._ends.get(place)


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
        and (not one.outer or tags[one.outer - 1] not in "dk")
    )
    is_behind = one.outer > 1 and tags[one.outer - 1] == "," and tags[one.outer - 2] in "NUI)"
    if not (is_named or is_behind):
        return None
    return other._replace(first=one.first, outer=one.outer, country=one.country or other.country)


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
    owner = _owner(block, head, first, floor, reading)
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


def _owner(  # noqa: C901, PLR0911  one kind of owner after the other
    block: Block, head: int, first: int, floor: int, reading: Reading
) -> Owner:
    """Give what stands before the office: ``Norwegian``, ``Grenada's``, ``EU``, ``White House``."""
    tags, place = block.tags, first
    has_s = place > floor and tags[place - 1] == "s"
    if has_s:
        place -= 1
    if place <= floor:
        return Owner(first, first, country=_of_chief(block, place) if has_s else ())
    if tags[place - 1] == "O" and not has_s and _opens_sentence(block, place - 1, head):
        return Owner(place - 1, place - 1)
    organisation = reading.ending_at(place)
    if organisation is not None and organisation.first >= floor:
        return _body_owner(block, head, first, organisation)
    before = tags[place - 1]
    if before in "CAc":
        start = form_start(tags, place - 1)
        if start >= floor and tags[start] == "K":
            return Owner(first, start, FoundOrganisation(start, place))
        if start >= floor and start in block.countries:
            return Owner(first, start, country=block.countries[start][1].codes)
    is_body = before == "o" or (before in "eE" and tokens_lower(block, place - 1) in SINGLE_BODIES and has_s)
    if is_body and (has_s or tags[first] in "tkmx"):
        return _lower_owner(block, head, first, place, floor, has_s=has_s)
    if before == "O":
        return _body_owner(block, head, first, FoundOrganisation(place - 1, place))
    if before in "NU" or (before == "G" and place - 1 > floor and tags[place - 2] in "NU"):
        return _named_owner(block, head, first, place, floor, reading, has_s=has_s)
    return Owner(first, first)


def tokens_lower(block: Block, place: int) -> str:
    """Give a token in lower case."""
    return block.tokens[place].lower()


def _of_chief(block: Block, place: int) -> tuple[str, ...]:
    """Give the country of the office that ends here, whose holder somebody serves: *Russian* President's."""
    start = place
    while start and block.tags[start - 1] in "MT":
        start -= 1
    return _codes_at(block, form_start(block.tags, start - 1)) if 0 < start < place else ()


def _opens_sentence(block: Block, place: int, head: int) -> bool:
    """Say whether a common noun is capitalised only as the first of its sentence: ``Fund manager``."""
    is_first = place == 0 or block.tags[place - 1] in '."'
    word = block.tokens[place].lower()
    return is_first and block.tags[head] == "t" and word not in LOWER_HEADS | _HOUSES


def _body_owner(block: Block, head: int, first: int, organisation: FoundOrganisation) -> Owner:
    """Give a named body before an office; ``Police`` before an inspector is a word of the office."""
    start = organisation.first
    own = start
    while own < organisation.after - 1 and block.tags[own] in "CcAs":
        own += 1
    words = [token.lower() for token in block.tokens[own : organisation.after]]
    is_word = len(words) == 1 or (len(words) == 2 and own == start and words[0] in ROLE_MODIFIERS)  # noqa: PLR2004
    speaks = block.tokens[head].lower() in SPEAKS_FOR
    heads = block.tokens[head].lower() in _HEADS_OF_HOUSES and words[-1] in _HOUSES
    if words == ["parliament"] and block.tokens[head].lower() == "speaker" and organisation.last == first:
        return Owner(start, start)
    if is_word and words[-1] in FORCES and not (speaks or heads) and organisation.parent is None:
        while own == start and start and block.tags[start - 1] in "Mm":
            own = start = start - 1
        return Owner(own if organisation.last == first else first, start, country=_codes_at(block, start))
    return Owner(first, start, organisation, country=_codes_at(block, start))


def _codes_at(block: Block, place: int) -> tuple[str, ...]:
    return block.countries[place][1].codes if place in block.countries else ()


def _lower_owner(block: Block, head: int, first: int, place: int, floor: int, *, has_s: bool) -> Owner:
    """Give a body in lower case: the *central bank's* governor; ``bank clerk`` is all office."""
    start = place - 1
    while start > floor and place - start < 4 and _qualifies(block, start - 1):  # noqa: PLR2004
        start -= 1
    if start > floor and block.tags[form_start(block.tags, start - 1)] == "K":
        start = form_start(block.tags, start - 1)  # the UN refugee agency's
    word = block.tokens[place - 1].lower()
    speaks = block.tokens[head].lower() in SPEAKS_FOR
    own = form_start(block.tags, start - 1) if start > floor else start
    codes = block.countries[own][1].codes if own < start and own in block.countries else ()
    if has_s and start == place - 1 and word in _NEVER_NAMED:
        return Owner(first, start)
    if word in FORCES and not speaks and not has_s:
        return Owner(start, own if codes else start, country=codes)
    if codes and block.tags[own] == "A":
        return Owner(first, own, FoundOrganisation(own, place), country=codes)
    return Owner(first, own if codes else start, FoundOrganisation(start, place), country=codes)


def _qualifies(block: Block, place: int) -> bool:
    """Say whether a word before a body in lower case belongs to its name: *central* bank, *fire* brigade."""
    word, tag = block.tokens[place].lower(), block.tags[place]
    if tag == "m" or (tag in "xGM" and word in GENERAL):
        return True
    return tag == "x" and place > 0 and block.tags[place - 1] in "dsAKc" and word not in _PLAIN_WORDS


def _goes_on(block: Block, place: int) -> bool:
    """Say whether a word before that of a company belongs to its name: *Hill &* Dale, not *Ola and*."""
    return block.tags[place] in "NUGM" or block.tokens[place] == "&"


def _named_owner(  # noqa: PLR0917
    block: Block, head: int, first: int, place: int, floor: int, reading: Reading, *, has_s: bool
) -> Owner:
    """Give a company or city before an office: *Nordwind* CEO, *Lisbon* mayor."""
    tags, start = block.tags, place - 1
    while tags[place - 1] != "U" and start > floor and place - start < 5 and _goes_on(block, start - 1):  # noqa: PLR2004
        start -= 1
    while tags[start] == "&":
        start += 1
    if reading.is_place(block.words(start, place)):
        return Owner(first, start)
    is_short = place - start == 1 and len(block.tokens[start]) < len("MEA")
    if is_short and block.lowers[head].endswith("minister"):
        return Owner(first, start)  # RA Deputy Foreign Minister
    head_words = {token.lower() for token in block.tokens[first : head + 1]}
    is_club = place - start > 1 and not head_words.isdisjoint(OF_CLUBS) and tags[head] == "t"
    if (is_club or tags[place - 1] == "U" or not head_words.isdisjoint(OF_COMPANIES)) and (
        has_s or first == place
    ):
        return Owner(first, start, named=(start, place))
    return Owner(first, first)
