"""Who leads in one sentence, by the letters of its words: one family of forms after the other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

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
    REPRESENTED,
    REPRESENTING,
    STRONG,
    chairs_in,
    is_behind,
    people_in,
    with_side,
)
from tasks.extract.meetings.lead_words import adjoin, are_listed, on_side, with_chairs
from tasks.extract.meetings.officials import NOT_LEADING

if TYPE_CHECKING:
    from collections.abc import Collection

    from tasks.extract.blocks import Block
    from tasks.extract.meetings.found import Side
    from tasks.extract.meetings.items import Item
    from tasks.extract.meetings.printed_sides import PrintedSides

_TWO_SIDES: Final = re.compile(r"\b(?:sides|delegations|teams|respective)\b")
_HEADS: Final = frozenset({"head", "leader", "chief", "chairman", "chairwoman"})
_HOSTS: Final = frozenset({"host", "hosts", "guest", "guests"})


class Sentences:
    """Reads sentences of one article."""

    def __init__(self, blocks: list[Block], printed: PrintedSides) -> None:
        """Keep the text, and what reads the sides it prints."""
        self._blocks, self._printed = blocks, printed

    def leads_in(  # noqa: C901  one family of forms after the other
        self, block: Block, items: list[Item], letters: str, acts: Collection[int] = ()
    ) -> dict[int, Side | None]:
        """Give the place of each lead and his side where it is printed; at `acts` others act as leads do."""
        found: dict[int, Side | None] = {}
        signs = set(letters)
        if signs.isdisjoint(STRONG) and letters[:1] != "O":
            return found
        for lead, side in with_side(letters):
            if letters[side : lead + 1] == "CbP" and block.lowers[items[lead - 1].first] == "under":
                continue  # the committee of Chad and Togo met under A and B
            found.setdefault(lead, self._printed.of(block, items[side]))
        if "L" in signs:
            self._led(block, items, letters, found)
        if "V" in signs:
            self._represented(block, items, letters, found)
        if "S" in signs or "C" in signs:
            self._beside_sides(block, items, letters, found)
        for match in ALL_JOINED.finditer(letters) if "J" in signs else ():
            found |= {place: found.get(place) for place in (*people_in(letters, match), match.start("more"))}
        if "X" in signs:
            self._in_session(block, items, letters, found)
        if (own := COUNTERPART.search(letters)) and (office := items[0].office) and office.is_vague:
            found.setdefault(own.end() - 1, None)  # His counterpart is A
        if not signs.isdisjoint("HNF"):
            self._chaired(block, items, letters, acts, found)
        for match in GOES_ON_OWN.finditer(letters) if found else ():
            found.setdefault(match.start("lead"), None)
        return found

    def _led(self, block: Block, items: list[Item], letters: str, found: dict[int, Side | None]) -> None:
        """Take *led* with those who did it together, and *the head of* a team with its name behind."""
        for match in LED_OWN.finditer(letters):
            if block.tags[items[match.end() - 1].first] in "dh" or "respective" in block.text:
                found |= dict.fromkeys(people_in(letters, match))
        for match in (*LED_JOINTLY.finditer(letters), *LED_BY_BOTH.finditer(letters)):
            for place in people_in(letters, match):
                found.setdefault(place, None)
        for match in HEAD_OF.finditer(letters):
            if block.lowers[items[match.start()].first] in _HEADS:
                found.setdefault(match.start("lead"), self._printed.of(block, items[match.start("side")]))

    def _in_session(
        self, block: Block, items: list[Item], letters: str, found: dict[int, Side | None]
    ) -> None:
        """Take ``the session on rice by A and B``, ``and C the one on wheat``."""
        for match in IN_SESSION.finditer(letters):
            places = [match.start(key) for key in match.groupdict() if match[key]]
            first, follows = items[places[0]], items[min(places[0] + 1, len(items) - 1)]
            if match["lead5"] and "one" not in block.lowers[first.after : follows.first]:
                continue  # A and B sat in on the talks
            if len(places) > 1 and not are_listed(block, first, items[places[1]]):
                del places[1:]  # led by A, and comprised B
            found |= {place: found.get(place) for place in places}

    def _represented(
        self, block: Block, items: list[Item], letters: str, found: dict[int, Side | None]
    ) -> None:
        """Take ``A and B represented Chad``, ``representing Chad and Togo were A and B``."""
        for match in REPRESENTED.finditer(letters):
            state = self._printed.of(block, items[match.start("c")])
            found |= dict.fromkeys(people_in(letters, match), state)
        for match in REPRESENTING.finditer(letters):
            states = [at for at in range(*match.span("states")) if letters[at] == "C"]
            people = people_in(letters, match)
            if len(states) == len(people):
                pairs = zip(people, states, strict=True)
                found |= {who: self._printed.of(block, items[at]) for who, at in pairs}

    def _beside_sides(
        self, block: Block, items: list[Item], letters: str, found: dict[int, Side | None]
    ) -> None:
        """Take who is told beside a side: its leads, its host, its guests."""
        for lead, seat in on_side(block, items, letters):
            found.setdefault(lead, self._printed.of(block, items[seat]))
        for match in (*BOTH_LED_BY.finditer(letters), *BOTH_LED.finditer(letters)):
            self._both(block, items, letters, match, found)
        for match in ALL_FOR.finditer(letters) if "r" in letters else ():
            self.all_for(items, letters, match, found)
        for match in HOST.finditer(letters):
            if block.lowers[items[match.start()].after - 1] in _HOSTS:
                found.setdefault(match.start("lead"), self._printed.of(block, items[match.start()]))
        for match in GUESTS.finditer(letters):
            if block.lowers[items[match.start("side")].after - 1] in _HOSTS:
                for place in people_in(letters, match):
                    found.setdefault(place, self._printed.of(block, items[match.start("side")]))

    def _chaired(
        self,
        block: Block,
        items: list[Item],
        letters: str,
        acts: Collection[int],
        found: dict[int, Side | None],
    ) -> None:
        """Take who chaired, who were the co-chairs, and who faced whom."""
        for match in CO_CHAIRS.finditer(letters) if "N" in letters else ():
            first = match.start("all")
            if "," not in letters[match.start() : first] or adjoin(block, items, match.start(), first):
                people = people_in(letters, match)
                state = self._printed.of(block, items[match.start()]) if len(people) == 1 else None
                found |= {place: found.get(place) or state for place in people}
        letters = with_chairs(items, letters)
        patterns = (CHAIRED_BY, CHAIRED, *((JOINED,) if "J" in letters else ())) if "H" in letters else ()
        for pattern in (*patterns, *((FACING,) if "F" in letters else ())):
            for match in pattern.finditer(letters):
                if pattern is CHAIRED_BY and match.start() in acts and letters[match.start() + 1] in "PO":
                    continue  # they signed in the presence of A
                for place in chairs_in(letters, match):
                    if self._may_chair(block, items[place], is_behind=is_behind(match, place)):
                        found.setdefault(place, None)

    def all_for(
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
        people, states = people_in(letters, match), self._printed.all_of(block, seat)
        if len(states) > 1 and len(states) == len(people):
            found |= dict(zip(people, states, strict=True))  # the Omani and Thai sides were led by A and B
            return
        for left, place in pairwise(people):
            if are_both:
                found[left] = found[place] = None
            elif block.tags[items[left].after : items[place].first] in {"&", ",&"}:
                found.setdefault(place, self._printed.of(block, seat))
