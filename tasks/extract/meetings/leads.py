# ruff: noqa: SIM905 - lists of words read better as text
"""Who led which side, in which session.

``the Pakistan side was led by A while B led the Japanese side``; ``co-chaired by A and B``; ``A and her
counterpart B``. Where nobody is said to lead, the first official of each side who met stands for it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.found import Lead
from tasks.extract.meetings.items import LEAD_WORDS, Item, items_of
from tasks.extract.meetings.lead_forms import (
    ALL_FOR,
    ALL_JOINED,
    BOTH_LED,
    BOTH_LED_BY,
    CHAIRED,
    CHAIRED_BY,
    CO_CHAIRS,
    COUNTERPART,
    FACING,
    GOES_ON_OWN,
    GUESTS,
    HEAD_OF,
    HOST,
    IN_SESSION,
    JOINED,
    LED_BY_BOTH,
    LED_JOINTLY,
    LED_OWN,
    OPPOSITE,
    REPRESENTED,
    REPRESENTING,
    chairs_in,
    for_state,
    is_behind,
    people_in,
    with_side,
)
from tasks.extract.meetings.lead_words import COMPRISED, adjoin, are_listed, on_side, with_chairs
from tasks.extract.meetings.meant import named_before, points_back, with_pronouns, without_clauses
from tasks.extract.meetings.officials import NOT_LEADING, is_official
from tasks.extract.meetings.printed_sides import PrintedSides

if TYPE_CHECKING:
    from collections.abc import Collection

    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast
    from tasks.extract.meetings.found import Session, Side
    from tasks.extract.meetings.sides import Finder

_TWO_SIDES: Final = re.compile(r"\b(?:sides|delegations|teams|respective)\b")
_FOR_STATE: Final = re.compile(r"rd?[CAKNU]")
"""``for Peru``: letters of a sentence that may say for whom somebody sat there."""
_SEAT: Final = re.compile(
    r"\bco-?chair|\b(?:chief|lead|head) (?:negotiator|delegate|mediator)\b"
    r"|\bhead of (?:[^\s,]+ ){0,3}(?:delegation|team)\b"
    r"|\b(?:delegation|team) (?:head|leader|chief)\b",
    re.IGNORECASE,
)
_FEW: Final = 8
_HEADS: Final = frozenset({"head", "leader", "chief", "chairman", "chairwoman"})
_HOSTS: Final = frozenset({"host", "hosts", "guest", "guests"})
_LEAVING: Final = frozenset(
    """
    left leaves leave leaving bound headed off out departed departs flies flew vote voted asked thanked
    minister ministers ambassador envoy responsible call called
    """.split()
)
"""Words between a name and *for Peru* that do not seat anybody there."""


class Leads:
    """Finds the leads of one article and the country each serves."""

    def __init__(  # noqa: PLR0917
        self,
        blocks: list[Block],
        cast: Cast,
        sessions: list[Session],
        finder: Finder,
        sides: list[Side],
        home: str | None,
    ) -> None:
        """Keep what the search looks at."""
        self._blocks, self._cast, self._sessions = blocks, cast, sessions
        self._sides, self._printed = sides, PrintedSides(finder, sides, home)
        self.found: list[Lead] = []

    def explicit(
        self, skipped: set[tuple[int, int]], *, only: set[tuple[int, int]] | None = None
    ) -> list[Lead]:
        """Give those the text says led or chaired, in text order; `only` in these sentences."""
        session: int | None = None
        near = {number for number, _ in only or ()}
        for number, block in enumerate(self._blocks):
            if block.kind == "caption" or (only is not None and number not in near):
                continue
            if not (self._sessions or _may_lead(block)):
                continue
            for sentence in block.sentences():
                if (number, sentence[0]) in skipped or (
                    only is not None and (number, sentence[0]) not in only
                ):
                    continue
                if not self._sessions and not (
                    _may_lead_in(block, *sentence) and self._names_somebody(number, *sentence)
                ):
                    continue
                session = self._read(number, block, sentence, session)
        self._by_office(skipped, only)
        return self.found

    def _names_somebody(self, number: int, low: int, high: int) -> bool:
        """Say whether a person, an office or a pronoun stands in a sentence."""
        return (
            self._blocks[number].tags.find("p", low, high) >= 0
            or any(low <= first < high for first, _, _ in self._cast.at(number))
            or any(low <= office.first < high for office in self._cast.offices[number])
        )

    def _by_office(self, skipped: set[tuple[int, int]], only: set[tuple[int, int]] | None) -> None:
        """Add whose office is a seat at the table: *chief negotiator*, *head of the Omani delegation*."""
        for person in self._cast.people:
            for role in person.roles:
                if role.office is None or role.office.is_former:
                    continue
                if not person.is_vague and not _SEAT.search(role.text or ""):
                    continue
                low = next(a for a, b in self._blocks[role.block].sentences() if a <= role.first < b)
                if (role.block, low) in skipped or (only is not None and (role.block, low) not in only):
                    continue
                if self._blocks[role.block].kind != "caption":
                    item = Item("P", role.first, role.after, person=person)
                    self._add(role.block, item, None, None, is_weak=True)

    def _read(self, number: int, block: Block, sentence: tuple[int, int], session: int | None) -> int | None:
        items = items_of(number, block, sentence, self._cast, self._sessions)
        items = without_clauses(block, with_pronouns(self._blocks, self._cast, number, items))
        letters = "".join(item.letter for item in items)
        marks = [(place, item.session) for place, item in enumerate(items) if item.letter == "X"]
        if "P" not in letters and "O" not in letters:
            return marks[-1][1] if marks else session
        self._members(block, items)
        strong = self._leads_in(block, items, letters) if "h" not in letters else self._strong(block, items)
        for place, side in sorted(strong.items()):
            self._add(number, items[place], side, _session_at(letters, marks, place, session))
        for place, side in sorted(self._weak(block, items, letters).items()):
            if place not in strong:
                here = _session_at(letters, marks, place, session)
                self._add(number, items[place], side, here, is_weak=True)
        is_half = len(strong) == 1 and any(block.lowers[item.first].startswith("co-") for item in items)
        if (strong and OPPOSITE.match(letters) and points_back(block, items)) or is_half:
            meant = named_before(self._blocks, self._cast, number, items[0].first)
            if meant and meant[1].person and is_official(meant[1].person, self._blocks):
                self._add(*meant, None, session, is_weak=True)
        return marks[-1][1] if marks else session

    def _strong(self, block: Block, items: list[Item]) -> dict[int, Side | None]:
        """Give who leads by the words of leading alone, where others who act are in the sentence."""
        kept = [place for place, item in enumerate(items) if item.letter != "h"]
        strong = [items[place] for place in kept]
        found = self._leads_in(block, strong, "".join(item.letter for item in strong))
        return {kept[place]: side for place, side in found.items()}

    def _weak(self, block: Block, items: list[Item], letters: str) -> dict[int, Side | None]:
        """Give who does at the table what leads do: opens it, signs, sits there for a state."""
        found: dict[int, Side | None] = {}
        for lead, side in for_state(letters):
            first, after = sorted((items[lead], items[side]), key=lambda item: item.first)
            here = block.lowers[first.after : after.first]
            is_owner = (
                items[side].letter == "C" and block.tags[items[side].after : items[side].after + 1] == "s"
            )
            if len(here) > _FEW or is_owner or not _LEAVING.isdisjoint(here):
                continue
            if (state := self._printed.of(block, items[side])) in self._sides:
                found.setdefault(lead, state)
        for match in ALL_FOR.finditer(letters) if found else ():
            self._all_for(items, letters, match, found)
        if "h" in letters:
            acts = {place for place, letter in enumerate(letters) if letter == "h"}
            for lead, one in self._leads_in(block, items, letters.replace("h", "H"), acts).items():
                found[lead] = found.get(lead) or one
        return {
            place: side
            for place, side in found.items()
            if (person := items[place].person) and (not person.roles or is_official(person, self._blocks))
        }

    def _leads_in(  # noqa: C901, PLR0912  one pattern after the other
        self, block: Block, items: list[Item], letters: str, acts: Collection[int] = ()
    ) -> dict[int, Side | None]:
        found: dict[int, Side | None] = {}
        for lead, side in with_side(letters):
            if letters[side : lead + 1] == "CbP" and block.lowers[items[lead - 1].first] == "under":
                continue  # the committee of Chad and Togo met under A and B
            found.setdefault(lead, self._printed.of(block, items[side]))
        for lead, seat in on_side(block, items, letters):
            found.setdefault(lead, self._printed.of(block, items[seat]))
        for match in LED_OWN.finditer(letters):
            if block.tags[items[match.end() - 1].first] in "dh" or "respective" in block.text:
                found |= dict.fromkeys(people_in(letters, match))
        for match in (*LED_JOINTLY.finditer(letters), *LED_BY_BOTH.finditer(letters)):
            for place in people_in(letters, match):
                found.setdefault(place, None)
        for match in REPRESENTED.finditer(letters):
            state = self._printed.of(block, items[match.start("c")])
            found |= dict.fromkeys(people_in(letters, match), state)
        for match in REPRESENTING.finditer(letters):
            states = [at for at in range(*match.span("states")) if letters[at] == "C"]
            people = people_in(letters, match)
            if len(states) == len(people):
                found |= {
                    who: self._printed.of(block, items[at]) for who, at in zip(people, states, strict=True)
                }
        for match in (*BOTH_LED_BY.finditer(letters), *BOTH_LED.finditer(letters)):
            self._both(block, items, letters, match, found)
        for match in ALL_FOR.finditer(letters):
            self._all_for(items, letters, match, found)
        for match in HOST.finditer(letters):
            if block.lowers[items[match.start()].after - 1] in {"host", "guest"}:
                found.setdefault(match.start("lead"), self._printed.of(block, items[match.start()]))
        for match in GUESTS.finditer(letters):
            if block.lowers[items[match.start("side")].after - 1] in _HOSTS:
                for place in people_in(letters, match):
                    found.setdefault(place, self._printed.of(block, items[match.start("side")]))
        for match in HEAD_OF.finditer(letters):
            if block.lowers[items[match.start()].first] in _HEADS:
                found.setdefault(match.start("lead"), self._printed.of(block, items[match.start("side")]))
        for match in ALL_JOINED.finditer(letters):
            for place in (*people_in(letters, match), match.start("more")):
                found.setdefault(place, None)
        for match in IN_SESSION.finditer(letters):
            places = [match.start(key) for key in match.groupdict() if match[key]]
            if len(places) > 1 and not are_listed(block, items[places[0]], items[places[1]]):
                del places[1:]  # led by A, and comprised B
            found |= {place: found.get(place) for place in places}
        if (own := COUNTERPART.search(letters)) and (office := items[0].office) and office.is_vague:
            found.setdefault(own.end() - 1, None)  # His counterpart is A
        for match in CO_CHAIRS.finditer(letters) if "N" in letters else ():
            first = match.start("all")
            if "," not in letters[match.start() : first] or adjoin(block, items, match.start(), first):
                people = people_in(letters, match)
                state = self._printed.of(block, items[match.start()]) if len(people) == 1 else None
                for place in people:
                    found[place] = found.get(place) or state
        letters = with_chairs(items, letters)
        for pattern in (CHAIRED_BY, CHAIRED, FACING, *((JOINED,) if "H" in letters else ())):
            for match in pattern.finditer(letters):
                if pattern is CHAIRED_BY and match.start() in acts and letters[match.start() + 1] in "PO":
                    continue  # they signed in the presence of A
                for place in chairs_in(letters, match):
                    if self._may_chair(block, items[place], is_behind=is_behind(match, place)):
                        found.setdefault(place, None)
        for match in GOES_ON_OWN.finditer(letters) if found else ():
            found.setdefault(match.start("lead"), None)
        return found

    def _all_for(
        self,
        items: list[Item],
        letters: str,
        match: re.Match[str],
        found: dict[int, Side | None],
    ) -> None:
        """Take ``A and B for the hosts, C for Chile``, where A is of no other state."""
        people = people_in(letters, match)
        side = found.get(people[-1])
        is_told = letters.count("P") > len(people)
        for place in people[:-1] if side and is_told else ():
            person = items[place].person
            if side and person and person.country in {None, side.country}:
                found.setdefault(place, side)

    def _may_chair(self, block: Block, item: Item, *, is_behind: bool) -> bool:
        """Say whether this one may chair: no spokesman, and whoever stands behind the verb came with it."""
        if item.person is not None:
            role = item.person.main_role
            beside = {token.lower() for token in block.tokens[max(item.first - 3, 0) : item.first]}
            if is_behind and beside.isdisjoint({"with", "alongside", "and"}):
                return False
            return (
                not (role and role.office)
                or "spokes" not in self._blocks[role.block].tokens[role.office.head].lower()
            )
        return item.office is None or block.tokens[item.office.head].lower() not in NOT_LEADING

    def _both(
        self,
        block: Block,
        items: list[Item],
        letters: str,
        match: re.Match[str],
        found: dict[int, Side | None],
    ) -> None:
        """Take ``the two delegations were led by A and B``, and ``the Omani side was led by A and B``."""
        seat = items[letters.index("S", match.start()) if match.re is BOTH_LED else match.start()]
        are_both = _TWO_SIDES.search(block.words(seat.first, seat.after))
        for left, place in pairwise(people_in(letters, match)):
            if are_both:
                found[left] = found[place] = None
            elif block.tags[items[left].after : items[place].first] in {"&", ",&"}:
                found.setdefault(place, self._printed.of(block, seat))

    def _members(self, block: Block, items: list[Item]) -> None:
        """Give sides by ``The Indian delegation comprised A, B and C``: each serves that side."""
        side: Side | None = None
        last = -1
        for item in items:
            if item.letter == "S":
                side, last = self._printed.of(block, item), item.after
            elif item.letter == "P" and side and item.person and item.person.country is None:
                between = {token.lower() for token in block.tokens[last : item.first]}
                if between & COMPRISED and side.country:
                    item.person.country, item.person.country_method = side.country, "side"

    def _add(
        self, number: int, item: Item, side: Side | None, session: int | None, *, is_weak: bool = False
    ) -> None:
        person = item.person
        if person is None:
            return
        side = side or self._printed.of_owner(self._blocks[number], item)
        for lead in self.found:
            if lead.person is person and lead.session == session:
                lead.side = lead.side or side
                lead.is_weak &= is_weak
                return
        if side and side.country and person.country is None:
            person.country, person.country_method = side.country, "side"
        known = [mention for mention in self._cast.at(number) if mention[2] is person]
        own = next((m for m in known if item.first <= m[0] < item.after), None)
        at, first, after = (number, *own[:2]) if own else (person.block, person.first, person.after)
        self.found.append(Lead(person, at, first, after, side, session, is_lead=True, is_weak=is_weak))


def _may_lead(block: Block) -> bool:
    """Say whether a paragraph holds any word of leading or of a side, or somebody for a state."""
    if "l" in block.tags or "g" in block.tags:
        return True
    return block.holds(LEAD_WORDS) or _FOR_STATE.search(block.tags) is not None


def _may_lead_in(block: Block, low: int, high: int) -> bool:
    """Say the same of a sentence."""
    return (
        "g" in block.tags[low:high]
        or not LEAD_WORDS.isdisjoint(block.lowers[low:high])
        or _FOR_STATE.search(block.tags, low, high) is not None
    )


def _session_at(
    letters: str, marks: list[tuple[int, int | None]], place: int, before: int | None
) -> int | None:
    """Give the session somebody led: the one named before him, or behind the verb, else the last one."""
    if letters[place + 1 : place + 2] == "X":
        return next(found for at, found in marks if at == place + 1)
    here = next((found for at, found in reversed(marks) if at < place), None)
    if here is not None:
        return here
    behind = next(((at, found) for at, found in marks if at > place), None)
    if behind is not None and re.fullmatch(r"[POC,;&w]*[HL]", letters[place : behind[0]]) is not None:
        return behind[1]
    return before
