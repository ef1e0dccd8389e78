"""Whose office it is, told by what stands before it: ``Norwegian``, ``Grenada's``, ``EU``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.extract.behind import SINGLE_BODIES, form_start
from tasks.extract.organisations import FoundOrganisation, organisations_of
from tasks.extract.words.organisations import FORCES, LOWER_HEADS
from tasks.extract.words.plain import GENERAL
from tasks.extract.words.roles import OF_CLUBS, OF_COMPANIES, ROLE_MODIFIERS, SPEAKS_FOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from tasks.extract.blocks import Block

_HOUSES: Final = frozenset(
    {"library", "museum", "hospital", "university", "company", "bank", "club", "union", "school"}
)
_HEADS_OF_HOUSES: Final = frozenset({"director", "president", "chairman", "chair", "chairwoman", "secretary"})
"""Capitalised bodies told apart from who heads them: *Library* | director."""
_NEVER_NAMED: Final = frozenset(
    {"ministry", "bloc", "party", "club", "union", "mission", "department", "agency"}
)
"""Bodies whose bare noun names none: the *ministry's* secretary."""
_PLAIN_WORDS: Final = frozenset({"same", "own", "whole", "other", "local", "new", "old", "country", "big"})


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


def owner_before(  # noqa: C901, PLR0911  one kind of owner after the other
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
    is_body = before == "o" or (before in "eE" and _lower(block, place - 1) in SINGLE_BODIES and has_s)
    if is_body and (has_s or tags[first] in "tkmx"):
        return _lower_owner(block, head, first, place, floor, has_s=has_s)
    if before == "O":
        return _body_owner(block, head, first, FoundOrganisation(place - 1, place))
    if before in "NU" or (before == "G" and place - 1 > floor and tags[place - 2] in "NU"):
        return _named_owner(block, head, first, place, floor, reading, has_s=has_s)
    return Owner(first, first)


def _lower(block: Block, place: int) -> str:
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
