# ruff: noqa: SIM905 - lists of words read better as text
"""Who led which side, in which session.

``the Pakistan side was led by A while B led the Japanese side``; ``co-chaired by A and B``; ``A and her
counterpart B``. Where nobody is said to lead, the first official of each side who met stands for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.found import Lead
from tasks.extract.meetings.items import LEAD_WORDS, Item, items_of
from tasks.extract.meetings.lead_forms import ALL_FOR, OPPOSITE, SIGNS, for_state
from tasks.extract.meetings.lead_sentences import Sentences
from tasks.extract.meetings.lead_words import COMPRISED
from tasks.extract.meetings.meant import named_before, points_back, with_pronouns, without_clauses
from tasks.extract.meetings.officials import is_official
from tasks.extract.meetings.printed_sides import PrintedSides

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast
    from tasks.extract.meetings.found import Session, Side
    from tasks.extract.meetings.sides import Finder

_FOR_STATE: Final = re.compile(r"rd?[CAKNU]")
"""``for Peru``: letters of a sentence that may say for whom somebody sat there."""
_SEAT: Final = re.compile(
    r"\bco-?chair|\b(?:chief|lead|head) (?:negotiator|delegate|mediator)\b"
    r"|\bhead of (?:[^\s,]+ ){0,3}(?:delegation|team)\b"
    r"|\b(?:delegation|team) (?:head|leader|chief)\b",
    re.IGNORECASE,
)
_FEW: Final = 8
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
        self._sentences = Sentences(blocks, self._printed)
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
                if not _SEAT.search(role.text or ""):
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
        if ("P" not in letters and "O" not in letters) or (letters[0] != "O" and SIGNS.isdisjoint(letters)):
            return marks[-1][1] if marks else session
        self._members(block, items)
        strong = (
            self._sentences.leads_in(block, items, letters)
            if "h" not in letters
            else self._strong(block, items)
        )
        for place, side in sorted(strong.items()):
            own = side or self._printed.behind(block, items, place)
            self._add(number, items[place], own, _session_at(letters, marks, place, session))
        for place, side in sorted(self._weak(block, items, letters).items()):
            if place not in strong:
                here = _session_at(letters, marks, place, session)
                own = side or self._printed.behind(block, items, place)
                self._add(number, items[place], own, here, is_weak=True)
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
        found = self._sentences.leads_in(block, strong, "".join(item.letter for item in strong))
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
            self._sentences.all_for(items, letters, match, found)
        if "h" in letters:
            acts = {place for place, letter in enumerate(letters) if letter == "h"}
            for lead, one in self._sentences.leads_in(block, items, letters.replace("h", "H"), acts).items():
                found[lead] = found.get(lead) or one
        return {
            place: side
            for place, side in found.items()
            if (person := items[place].person) and (not person.roles or is_official(person, self._blocks))
        }

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
