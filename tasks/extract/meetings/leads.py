# ruff: noqa: SIM905 - lists of words read better as text
"""Who led which side, in which session.

``the Pakistan side was led by A while B led the Japanese side``; ``co-chaired by A and B``; ``A and her
counterpart B``. Where nobody is said to lead, the first official of each side who met stands for it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.found import Lead, Side
from tasks.extract.meetings.items import LEAD_WORDS, Item, items_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.meetings.found import Session
    from tasks.extract.meetings.sides import Finder

_LED_BY: Final = re.compile(
    r"(?P<side>S),?S?[X,w]*(?:L|H|w)*b[LH]?(?P<lead>[PO])|(?P<c>C)w*Lb(?P<cp>[PO])"
    r"|[&;,](?:&,?)?(?P<c2>[CS])b(?P<cp2>[PO])|[VL]w(?P<c7>C)b(?P<cp7>P)|(?P<side8>S),?[OLH]w+(?P<lead8>P)"
    r"|[HL][,w]*(?P<side2>S)[,w]*w(?P<lead5>P)|[HL][,w]*r?(?P<c5>[CS])w+(?P<cp5>P)"
    r"|Lb(?P<lead9>P),(?P<side10>S)"
    r"|(?P<side3>S)[&,w]*(?P<lead6>P),?Y"
)
_LEADS: Final = re.compile(
    r"(?P<lead>[PO])[,w]*L[,w]*(?P<side>S)|(?P<lead2>P)w*[HLF]+w*r(?P<c>[CS])"
    r"|(?P<lead3>P)[w,H]*r(?P<c3>[CS])|;r(?P<c7>C),?(?P<lead7>P)|&,?(?P<lead4>P)(?P<c4>S)(?![wLb])"
    r"|(?P<lead5>P)w*V(?P<c5>C)"
    r"|(?P<lead6>P),?w*V(?P<side2>S)"
)
_IN_SESSION: Final = re.compile(r"Xw*[HL]?b(?P<lead>P)(?:&(?P<lead2>P))?|Xw+(?P<lead3>P),?Y|,X(?P<lead4>P)")
_CHAIRED_BY: Final = re.compile(r"H(?:[bzw]{0,2}|b&b)C?(?P<all>[PO](?:[,;&b]*r?[CS]?[,;&b]*[PO])*)")
_CHAIRED: Final = re.compile(r"(?P<all>P(?:[,;&]+C?P)*),?(?:w[^PLSH]{0,5}&)?w*H(?P<rest>[^.]{0,6}?P)?")
_LED_OWN: Final = re.compile(r"(?P<all>P(?:[,;&O]+P)+),?w*LS")
_LED_JOINTLY: Final = re.compile(r"(?P<all>P(?:[,;&]+P)+),?w*L(?!S)")
_LED_BY_BOTH: Final = re.compile(r"^[^SC]*Lb(?P<all>P(?:[,;&]+P)+)")
_REPRESENTED: Final = re.compile(r"(?P<all>P(?:[,;&]+P)+)w*V(?P<c>C)")
_BOTH_LED_BY: Final = re.compile(r"[SC][,w]*(?:L|H|w)*b[LH]?(?P<all>P(?:[,;&]+P)+)")
_BY_COUNTRY: Final = re.compile(r"(?P<c>C)w*Z(?P<lead>P)")
_ON_SIDE: Final = re.compile(r"S,?(?P<lead>P)")
_FACING: Final = re.compile(r"(?:P(?:[,;&]+P)*[,w]*)?F[,w]*P|P(?:[,;&]+P)+[,w]*F")
_JOINED: Final = re.compile(r"Jb(?P<all>P(?:[,;&]+P)*)")
_COUNTERPART: Final = re.compile(r"^Ow+P")
_HOST_IS: Final = re.compile(r"^Sw+P")
_HOSTS: Final = frozenset({"host", "hosts", "guest", "guests", "visitor", "visitors"})
_TWO_SIDES: Final = re.compile(r"\b(?:sides|delegations|teams|respective)\b")
_CUES: Final = re.compile(
    r"\b(?:[Cc]hair\w*|sent|fielded|[Aa]cross|the one|end|[Ll]ed|[Hh]ead(?:ed|ing|s)?|[Hh]osts?"
    r"|[Oo]pposite|[Ff]acing"
    r"|[Rr]epresent\w*|counterpart|[Pp]resid\w*|named|nominated|designated|together|[Ss]p(?:oke"
    r"|eaking) for|[Ll]ead(?:ing)?)\b"
)
_COMPRISED: Final = frozenset(
    {"comprised", "comprising", "included", "including", "consisted", "consisting", "also"}
)
NOT_LEADING: Final = frozenset(
    """
    spokesman spokeswoman spokesperson official analyst economist correspondent reporter journalist editor
    lawyer
    expert aide farmer coach grower trader judge lawmaker mp counsel clerk witness researcher professor
    """.split()
)
"""Offices of people who speak about a meeting but do not sit at its table."""


_STATE_HEADS: Final = frozenset(
    """
    minister secretary undersecretary under-secretary president premier chancellor ambassador envoy
    commissioner director director-general secretary-general deputy adviser advisor governor king queen
    prince emir sultan negotiator representative chief commander consul counsellor speaker chairman chair
    vice-minister vice-president head inspector general delegate diplomat coordinator chancellor admiral
    marshal mantri taoiseach
    """.split()
)
"""Offices of a state: one whose country is not printed may be given the side that is left."""


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
        self._blocks, self._cast, self._sessions, self._finder = blocks, cast, sessions, finder
        self._sides, self._home = sides, home
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
                if not self._sessions and not _may_lead_in(block, *sentence):
                    continue
                items = items_of(number, block, sentence, self._cast, self._sessions)
                session = self._read(number, block, items, session)
        return self.found

    def _read(self, number: int, block: Block, items: list[Item], session: int | None) -> int | None:
        letters = "".join(item.letter for item in items)
        marks = [(place, item.session) for place, item in enumerate(items) if item.letter == "X"]
        if not any(mark in letters for mark in "LHSZXFV") and _COUNTERPART.search(letters) is None:
            return marks[-1][1] if marks else session
        self._members(block, items)
        for place, side in self._leads_in(block, items, letters):
            here = next((found for at, found in reversed(marks) if at < place), None)
            if here is None:
                behind = next(((at, found) for at, found in marks if at > place), None)
                near = (
                    behind is not None
                    and re.fullmatch(r"[POC,;&w]*[HL]", letters[place : behind[0]]) is not None
                )
                here = behind[1] if behind is not None and near else session
            self._add(number, items[place], side, here)
        return marks[-1][1] if marks else session

    def _leads_in(  # noqa: C901, PLR0912  one pattern after the other
        self, block: Block, items: list[Item], letters: str
    ) -> list[tuple[int, Side | None]]:
        found: dict[int, Side | None] = {}
        for lead, side in _with_side(letters):
            found.setdefault(lead, self._side(block, items[side]))
        for lead, seat in _on_side(block, items, letters):
            found.setdefault(lead, self._side(block, items[seat]))
        for match in _LED_OWN.finditer(letters):
            if block.tags[items[match.end() - 1].first] in "dh" or "respective" in block.text:
                found |= dict.fromkeys(_people_in(letters, match))
        for match in (*_LED_JOINTLY.finditer(letters), *_LED_BY_BOTH.finditer(letters)):
            for place in _people_in(letters, match):
                found.setdefault(place, None)
        for match in _REPRESENTED.finditer(letters):
            state = self._side(block, items[match.start("c")])
            found |= dict.fromkeys(_people_in(letters, match), state)
        for match in _BOTH_LED_BY.finditer(letters):
            self._both(block, items, letters, match, found)
        for match in _IN_SESSION.finditer(letters):
            found |= {
                match.start(key): found.get(match.start(key)) for key in match.groupdict() if match[key]
            }
        if (own := _COUNTERPART.search(letters)) and (office := items[0].office) and office.is_vague:
            found.setdefault(own.end() - 1, None)  # His counterpart is A
        if (own := _HOST_IS.search(letters)) and not _HOSTS.isdisjoint(
            block.lowers[items[0].first : items[0].after]
        ):
            found.setdefault(own.end() - 1, None)  # Her host is A
        for pattern in (_CHAIRED_BY, _CHAIRED, _FACING, *((_JOINED,) if "H" in letters else ())):
            for match in pattern.finditer(letters):
                for place in range(match.start(), match.end()):
                    if letters[place] in "PO" and self._may_chair(
                        block, items[place], is_behind=_is_behind(match, place)
                    ):
                        found.setdefault(place, None)
        return sorted(found.items())

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
        seat = items[match.start()]
        are_both = _TWO_SIDES.search(block.words(seat.first, seat.after))
        for left, place in pairwise(_people_in(letters, match)):
            if are_both:
                found[left] = found[place] = None
            elif block.tags[items[left].after : items[place].first] in {"&", ",&"}:
                found.setdefault(place, self._side(block, seat))

    def _members(self, block: Block, items: list[Item]) -> None:
        """Give sides by ``The Indian delegation comprised A, B and C``: each serves that side."""
        side: Side | None = None
        last = -1
        for item in items:
            if item.letter == "S":
                side, last = self._side(block, item), item.after
            elif item.letter == "P" and side and item.person and item.person.country is None:
                between = {token.lower() for token in block.tokens[last : item.first]}
                if between & _COMPRISED and side.country:
                    item.person.country, item.person.country_method = side.country, "side"

    def _side(self, block: Block, item: Item) -> Side | None:
        for place in range(item.first, item.after):
            side = self._finder.side_at(block, place)
            if side:
                return side
        words = {token.lower() for token in block.tokens[item.first : item.after]}
        others = [side for side in self._sides if side.country != self._home]
        before = {token.lower() for token in block.tokens[max(item.first - 4, 0) : item.first]}
        if before & {"expecting", "expect", "welcome", "welcomed", "receive", "await"} and len(others) == 1:
            return others[0]
        if "our" in words and self._home:
            return Side(self._home)
        home = self._home if words & {"hosts", "host"} else None
        if words & {"visitors", "guests"}:
            return others[0] if len(others) == 1 else None
        return Side(home) if home else None

    def _add(self, number: int, item: Item, side: Side | None, session: int | None) -> None:
        person = item.person
        if person is None:
            return
        for lead in self.found:
            if lead.person is person and lead.session == session:
                lead.side = lead.side or side
                return
        if side and side.country and person.country is None:
            person.country, person.country_method = side.country, "side"
        first, after = next(
            (
                mention[:2]
                for mention in self._cast.at(number)
                if mention[2] is person and item.first <= mention[0] < item.after
            ),
            (item.first, item.after),
        )
        self.found.append(Lead(person, number, first, after, side, session, is_lead=True))


def _with_side(letters: str) -> Iterator[tuple[int, int]]:
    """Give the place of each lead whose side is printed, and the place of that side."""
    for pattern in (_LED_BY, _LEADS, _BY_COUNTRY):
        for match in pattern.finditer(letters):
            groups = {key: match.start(key) for key, value in match.groupdict().items() if value}
            if "lead3" in groups and not ("L" in letters or "H" in letters):
                continue
            lead = next(place for key, place in groups.items() if key.startswith(("lead", "cp")))
            yield lead, next(place for key, place in groups.items() if not key.startswith(("lead", "cp")))


def _is_behind(match: re.Match[str], place: int) -> bool:
    """Say whether a place stands behind the verb of ``A chaired …``."""
    return match.re is _CHAIRED and match["rest"] is not None and place >= match.start("rest")


def _on_side(block: Block, items: list[Item], letters: str) -> list[tuple[int, int]]:
    """Find whoever is named beside a side: ``From the Namibian side, A …``; not who it comprised."""
    if "L" not in letters and "H" not in letters and not _opens_side(block, items, letters):
        return []
    return [
        (match.start("lead"), match.start())
        for match in _ON_SIDE.finditer(letters)
        if _COMPRISED.isdisjoint(block.tokens[items[match.start()].first : items[match.start("lead")].first])
    ]


def _people_in(letters: str, match: re.Match[str]) -> list[int]:
    return [place for place in range(*match.span("all")) if letters[place] == "P"]


def _opens_side(block: Block, items: list[Item], letters: str) -> bool:
    """Find ``From the Namibian side, A …``."""
    if not letters.startswith(("S,P", "SP")) or items[0].first < 2:  # noqa: PLR2004
        return False
    return block.tokens[items[0].first - 1].lower() in {"from", "on", "for"} or block.tokens[
        items[0].first - 2
    ].lower() in {"from", "on", "for"}


def _may_lead(block: Block) -> bool:
    """Say whether a paragraph holds any word of leading or of a side."""
    if "l" in block.tags or "g" in block.tags:
        return True
    return block.holds(LEAD_WORDS) and _CUES.search(block.text) is not None


def _may_lead_in(block: Block, low: int, high: int) -> bool:
    """Say the same of a sentence."""
    return "g" in block.tags[low:high] or not LEAD_WORDS.isdisjoint(block.lowers[low:high])


def is_official(person: Person, blocks: list[Block]) -> bool:
    """Say whether a person has an office that sits at a table, and is not one who only speaks about it."""
    role = person.main_role
    if role is None or role.office is None:
        return person.is_vague if role is None else True
    block, office = blocks[role.block], role.office
    if office.named is not None:
        return False
    return block.tokens[office.head].lower() not in NOT_LEADING or person.is_vague


def serves_a_state(person: Person, blocks: list[Block]) -> bool:
    """Say whether a person has an office, or a rank, of the kind states have."""
    role = person.main_role
    if role is None or role.office is None:
        return role is not None or person.is_vague
    return person.is_vague or is_of_state(blocks[role.block].tokens[role.office.head])


_WITHOUT_A_NAME: Final = frozenset(
    "counterpart colleague leader official officer ruler senator lawmaker mp parliamentarian chief".split()
)


def may_meet(head: str) -> bool:
    """Say whether an office without a name is one of people who meet for a state."""
    word = head.lower().rpartition("-")[2]
    return is_of_state(head) or not {word, word.removesuffix("s")}.isdisjoint(_WITHOUT_A_NAME)


def is_of_state(head: str) -> bool:
    """Say whether this is the last word of an office states have, in the singular or the plural."""
    word = head.lower().rpartition("-")[2]
    return not {word, word.removesuffix("s"), word.replace("ies", "y")}.isdisjoint(_STATE_HEADS)
