"""Sides of a meeting: countries and bodies that sit at the table, however many.

``between India and Chile``, ``the Omani side``, ``Canada, Japan hold``, ``EU-Mongolia``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.countries import settle
from tasks.extract.meetings.found import Side
from tasks.extract.words.meetings import CAPITALS
from tasks.extract.words.organisations import ACRONYMS, NAMED_BODIES, SHORT_NAMES

if TYPE_CHECKING:
    from collections import Counter

    from tasks.extract.blocks import Block
    from tasks.extract.meetings.anchors import Anchor

_LIST: Final = re.compile(
    r"d?[CAK]c*(?:\([KU]\))?(?:(?:,d?|[-/])[CAK]c*(?:\([KU]\))?){0,9}(?:,?&d?[CAK]c*)"
    r"|[CAK]c*(?:,[CAK]c*)+(?=[xzvlwEmkL])"
    r"|d?[CAK]c*,d?[CAK]c*(?:,d?[CAK]c*)+"
)
_OF: Final = re.compile(r"[fi]d?[CAK]c*")
_SIDE: Final = re.compile(r"(?:[CAK]c*s?|[CAK]c*-x)(?:[mxDzG#-]{0,3})(?:g|x(?=b))")
_WITH: Final = re.compile(r"[ij]d?(?:[CAK]c*)")
_SENDERS: Final = re.compile(
    r"\b(?:ministers|officials|delegates|delegations|representatives|teams|envoys|negotiators) (?:from|of) "
)
_LOOKING_ON: Final = frozenset({"as", "acting", "observing", "mediating", "attending", "watching", "looking"})
_MEDIATED: Final = frozenset(
    {"mediated", "brokered", "facilitated", "sponsored", "moderated", "arranged", "overseen"}
)
_BLOCS: Final = {
    "Mercosur": "MERCOSUR", "Asean": "ASEAN", "Caricom": "CARICOM", "Ecowas": "ECOWAS", "Nato": "NATO",
    "Saarc": "SAARC", "Bimstec": "BIMSTEC", "Opec": "OPEC", "Unasur": "UNASUR", "Igad": "IGAD",
}  # fmt: skip
_OF_ALL: Final = (["of"], ["among"], ["with"])
_BAD_BEFORE: Final = frozenset(
    [
        "including",
        "observers",
        "like",
        "unlike",
        "recognise",
        "recognize",
        "from",
        "mediate",
        "flew",
        "neighbouring",
    ]
)


def sides_of(
    blocks: list[Block], anchors: list[Anchor], named: Counter[str], home: str | None, *, is_wide: bool
) -> list[Side]:
    """Give the sides of the meeting that these anchors name, `is_wide` looks further away."""
    finder = Finder(blocks, named)
    found = finder.in_names(anchors)
    for anchor in anchors:
        for search in (finder.in_lists, finder.with_country):
            if len(found) < 2:  # noqa: PLR2004
                found = _union(found, search([anchor]))
    if len(found) < 2 and is_wide:  # noqa: PLR2004
        found = _union(found, finder.in_opening(anchors))
    if len(found) < 2 and is_wide:  # noqa: PLR2004
        found = _union(found, finder.senders())
    found = _union(found, finder.side_nouns())
    if is_wide and len(found) == 1 and home and found[0].country != home and finder.is_named(home):
        found.append(Side(home))
    return found


def _union(one: list[Side], other: list[Side]) -> list[Side]:
    return one + [side for side in other if side not in one]


class Finder:
    """Looks for sides in the text of one article."""

    def __init__(self, blocks: list[Block], named: Counter[str]) -> None:
        """Keep the text and how often each country is named."""
        self._blocks = blocks
        self._named = named

    def is_named(self, code: str) -> bool:
        """Say whether the article names a country."""
        return self._named[code] > 0

    def capital_at(self, block: Block, place: int) -> tuple[str, int] | None:
        """Give the state a seat of government stands for and the token after it; None where it is a place."""
        before = block.tags[place - 1] if place else "."
        if before in "ijnNUIHRT" or block.tags[place - 1 : place + 1] == "dN":
            return None
        for size in (3, 2, 1):
            code = CAPITALS.get(" ".join(block.tokens[place : place + size]))
            if (
                code
                and (self._named[code] or _is_subject(block, place, place + size))
                and block.tags[place + size : place + size + 1] not in {"N", "U", ","}
            ):
                return code, place + size
        return None

    def in_names(self, anchors: list[Anchor]) -> list[Side]:
        """Give the sides that the name of the meeting holds: ``India-Oman Joint Commission``."""
        found: list[Side] = []
        for anchor in anchors:
            block = self._blocks[anchor.block]
            low, high = anchor.first, anchor.after
            inside = self._range(block, low, _topic(block, low, high))
            between = _position(block, "between", *anchor.sentence)
            follows = anchor.after if block.tokens[anchor.after : anchor.after + 1] in _OF_ALL else None
            between = follows if between is None else between
            if between is not None:
                match = _LIST.match(block.tags, between + 1, anchor.sentence[1])
                inside = _union(inside, self._range(block, between + 1, match.end()) if match else [])
            if follows is not None and block.lowers[follows] == "with":
                inside = _union(self._subject(block, anchor), inside)
            if len(inside) > 1:
                found = _union(found, inside)
                if found:
                    return found
        return found

    def in_lists(self, anchors: list[Anchor]) -> list[Side]:
        """Give the first list of countries in a headline or a sentence that names the meeting."""
        for anchor in anchors:
            block = self._blocks[anchor.block]
            for match in _LIST.finditer(block.tags, *anchor.sentence):
                before = block.tokens[match.start() - 1].lower() if match.start() else ""
                behind = block.tokens[match.end()].lower() if match.end() < len(block.tokens) else ""
                two_before = block.tokens[match.start() - 2].lower() if match.start() > 1 else ""
                if before == "by" and two_before in _MEDIATED:
                    continue
                if before == "with" and behind in _LOOKING_ON:
                    continue
                if before in _BAD_BEFORE and not self._are_sent(block, match.start()):
                    continue
                found = self._range(block, *match.span())
                if len(found) > 1:
                    return found
            spread = self._spread(block, anchor)
            if len(spread) > 1:
                return spread
            if anchor.score > 1 or anchor.block < 2:  # noqa: PLR2004
                ahead = self._subjects(block, anchor)
                if len(ahead) > 1 and (anchor.score > 1 or len(ahead) == 2):  # noqa: PLR2004
                    return ahead
        return []

    def _are_sent(self, block: Block, place: int) -> bool:
        """Say whether officials or teams stand before ``from Chile and Peru``."""
        return block.tokens[place - 1].lower() == "from" and place > 1 and block.tags[place - 2] in "Lkg"

    def at_start(self, block: Block, sentence: tuple[int, int]) -> list[Side]:
        """Give the list of countries a sentence starts with."""
        match = _LIST.match(block.tags, *sentence)
        return self._range(block, *match.span()) if match else []

    def in_opening(self, anchors: list[Anchor]) -> list[Side]:
        """Give the first list of countries in the opening sentences, where the meeting itself names none."""
        if not anchors or anchors[0].block > 3:  # noqa: PLR2004
            return []
        for block in self._blocks[:3]:
            for low, high in block.sentences()[:2]:
                for match in _LIST.finditer(block.tags, low, high):
                    found = self._range(block, *match.span())
                    before = block.tokens[match.start() - 1].lower() if match.start() else ""
                    if len(found) > 1 and before not in _BAD_BEFORE:
                        return found
        return []

    def senders(self) -> list[Side]:
        """Find ``ministers from Qatar, Kuwait and Oman``, anywhere in the text."""
        for block in self._blocks:
            for match in _SENDERS.finditer(block.text):
                place = next((p for p, at in enumerate(block.starts) if at >= match.end()), len(block.starts))
                after = place
                while after < len(block.tags) and block.tags[after] in "CAKcd,&":
                    after += 1
                found = self._range(block, place, after)
                if len(found) > 1:
                    return found
        return []

    def _spread(self, block: Block, anchor: Anchor) -> list[Side]:
        """Find ``Ministers A of Paraguay and B of Cuba met``: each with his country."""
        found: list[Side] = []
        for match in _OF.finditer(block.tags, anchor.sentence[0], anchor.first):
            if block.tags[match.start()] == "f" and block.tags[match.start() - 1] in "NUI":
                found = _union(found, self._range(block, *match.span()))
        return found

    def _subjects(self, block: Block, anchor: Anchor) -> list[Side]:
        """Give every country or body before the meeting's name that no preposition puts elsewhere."""
        found: list[Side] = []
        for place in range(anchor.sentence[0], anchor.first):
            before = block.tags[place - 1] if place else "."
            before = block.tags[place - 2] if before == "d" and place > 1 else before
            side = self.side_at(block, place)
            if side and before not in "ijn" and side not in found:
                found.append(side)
        return found

    def with_country(self, anchors: list[Anchor]) -> list[Side]:
        """Find ``talks with Haiti``, ``Joint commission with Armenia``, ``official visit to Laos``."""
        found: list[Side] = []
        for anchor in anchors:
            block = self._blocks[anchor.block]
            for match in _WITH.finditer(block.tags, anchor.first, anchor.sentence[1]):
                word, before = block.tokens[match.start()].lower(), block.tokens[match.start() - 1].lower()
                if word == "with" or (word == "to" and before == "visit"):
                    found = _union(found, self._range(block, *match.span()))
            subject = self._subject(block, anchor)
            if found or subject:
                return _union(subject, found)
        return found

    def _subject(self, block: Block, anchor: Anchor) -> list[Side]:
        low = anchor.sentence[0]
        match = re.compile(r"[#DG]?d?Cc*(?=[wzvlxj]|nQ)").match(block.tags, low)
        return self._range(block, low, match.end()) if match else []

    def side_nouns(self) -> list[Side]:
        """Find every ``the Omani side``, ``Uzbek delegation``, ``Thailand's team`` of the article."""
        found: list[Side] = []
        for block in self._blocks:
            if "g" not in block.tags:
                continue
            for match in _SIDE.finditer(block.tags):
                if block.tags[match.end() - 1] == "g":
                    found = _union(found, self._range(block, *match.span()))
        return found

    def _range(self, block: Block, low: int, high: int) -> list[Side]:
        found: list[Side] = []
        for place in range(low, min(high, len(block.tags))):
            side = self.side_at(block, place)
            if side and side not in found:
                found.append(side)
        return found

    def side_at(self, block: Block, place: int) -> Side | None:
        """Give the side that this token starts to name."""
        tag = block.tags[place]
        if tag in "CA" and place in block.countries:
            code = settle(block.countries[place][1].codes, self._named)
            return Side(code) if code else None
        token = block.tokens[place]
        if tag in "NUG" and (capital := self.capital_at(block, place)):
            return Side(capital[0])
        if token in _BLOCS:
            return Side(None, SHORT_NAMES.get(_BLOCS[token], _BLOCS[token]))
        if tag == "K" and token in ACRONYMS and token not in {"UN", "U.N."}:
            return Side(None, SHORT_NAMES.get(token, token))
        if tag == "K":
            after = place + 1
            while after < len(block.tags) and block.tags[after] == "c":
                after += 1
            name = block.words(place, after)
            return Side(None, name) if name in _SIDE_BODIES else None
        return None


_SIDE_BODIES: Final = frozenset(NAMED_BODIES) - {
    "United Nations",
    "World Bank",
    "European External Action Service",
}


def _is_subject(block: Block, place: int, after: int) -> bool:
    """Say whether ``Moscow has asked`` opens a sentence: a government, also where its state is not named."""
    return (place == 0 or block.tags[place - 1] == ".") and block.tags[after : after + 1] in {"w", "v"}


def _topic(block: Block, low: int, high: int) -> int:
    """Give where ``on Afghanistan`` starts in a name: what is talked about is no side."""
    return next((place for place in range(low, high) if block.tags[place] == "n"), high)


def _position(block: Block, word: str, low: int, high: int) -> int | None:
    return next((place for place in range(low, high) if block.tokens[place].lower() == word), None)
