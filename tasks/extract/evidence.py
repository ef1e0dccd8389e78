# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Which names without an office beside them are people, told by their words and by what stands around them.

``Emil Kostov, 52, from Dren`` is one; ``Porto Alegre`` and ``Crested Hill`` are none.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from schemas.reference.folding import fold
from tasks.extract.cues import cues
from tasks.extract.organisations import organisation_at
from tasks.extract.words.given import THINGS, sounds_human
from tasks.extract.words.organisations import KINDS_OF_BODIES

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.names import FoundName

AGE: Final = re.compile(r",D(?=[,.])")
_FOLDED: Final = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})
_WHO: Final = re.compile(r",a")
_VERB: Final = re.compile(
    r"(?:ed|ays|ells|aid)$|^(?:beat|gave|put|won|led|hit|made|took|met|told|saw|held|sat|stood|ran|left"
    r"|went|came)$"
)
_FROM_COUNTRY: Final = re.compile(r"fd?[Cc]|\(C")
_NEXT: Final = re.compile(r"(?:fd?Cc*|\([^()]{1,6}\)|,D(?=,))?(?:,&?|&)(?:Cc*s)?[HR]*")
_NOT_BEHIND: Final = frozenset("OGEMTLKCAU")
_NOT_BEFORE: Final = frozenset("OGEMTLKCUd-")
_KIN: Final = frozenset(
    """
    wife husband son daughter brother sister mother father widow widower cousin uncle aunt nephew niece
    grandson granddaughter grandfather grandmother partner fiance fiancee friend neighbour neighbor twin
    """.split()  # noqa: SIM905 - lists of words read better as text
)
_NAMED: Final = frozenset({"identified", "named", "introduced"})
_OF_SEVERAL: Final = frozenset({"them", "whom"})
_SPORT: Final = frozenset({"coach", "match", "goals", "Cup"})
_GAMES: Final = cues(map(str.lower, _SPORT))


class Evidence:
    """What an article tells of names that have no office beside them."""

    def __init__(
        self, blocks: list[Block], plain: list[tuple[int, FoundName]], alone: set[str], lexicon: Lexicon
    ) -> None:
        """Look at the whole article once; `alone` are the single names it prints."""
        self._blocks = blocks
        self._alone = alone
        self._lexicon = lexicon
        self._turns = self._find_turns(plain)
        self._last: tuple[int, int] = (-1, -1)

    @cached_property
    def _is_sport(self) -> bool:
        return any(block.holds(_GAMES) and not _SPORT.isdisjoint(block.tokens) for block in self._blocks)

    def add(self, number: int, name: FoundName) -> None:
        """Remember the last name that is a person: the next in a list is one too."""
        self._last = number, name.after

    def is_person(self, number: int, name: FoundName) -> bool:
        """Say whether a name is one of a person."""
        block = self._blocks[number]
        if self._turns and name_parts(block, name) in self._turns:
            return True
        tags = block.tags
        before = tags[name.outer - 1] if name.outer else "."
        behind = tags[name.after] if name.after < len(tags) else "."
        if name.outer and (
            block.tokens[name.outer - 1] == "so-called" or block.lowers[name.outer - 1] in KINDS_OF_BODIES
        ):
            return False
        if fold(block.tokens[name.first]) in THINGS:
            return False
        if (
            behind in _NOT_BEHIND
            or (behind == "t" and tags[name.after + 1 : name.after + 2] in {"N", "I", "R"})
            or before in _NOT_BEFORE
            or (block.kind == "caption" and "/" in (before, behind))
        ):
            return False
        is_person = self._is_human(block, name, before) or self._stands_like_one(number, name, before, behind)
        return is_person and not self._lexicon.is_place_name(block.words(name.first, name.after))

    @staticmethod
    def _is_human(block: Block, name: FoundName, before: str) -> bool:
        """Say whether the words are a person's name, wherever they stand; not in headlines of capitals."""
        if block.kind == "headline" and block.tags.count("x") * 4 < len(block.tags):
            return False
        if before == "i" and block.tokens[name.outer - 1].lower() in {"in", "at"}:
            return False
        return sounds_human(block.tokens[name.first : name.after])

    def _stands_like_one(self, number: int, name: FoundName, before: str, behind: str) -> bool:  # noqa: C901, PLR0911
        """Say whether what stands around a name stands around people only."""
        block = self._blocks[number]
        tags, after = block.tags, name.after
        if fold_name(block.tokens[after - 1]) in self._alone or AGE.match(tags, after):
            return True
        if (
            tags[after : after + 2] == ",h"
            and block.tokens[after + 2 : after + 3]
            and block.tokens[after + 2] in _KIN
        ):
            return True
        if _WHO.match(tags, after) and block.tokens[after + 1].lower() == "who":
            return True
        if _from_body(block, after) or is_introduced(block, name.outer):
            return True
        listed = _NEXT.match(tags, self._last[1]) if self._last[0] == number else None
        if listed and listed.end() >= name.first >= listed.start() and not self._is_sport:
            return True
        if before == "," and behind == "," and tags[max(name.outer - 3, 0) : name.outer - 1] in {"Cs", "cs"}:
            return True  # Malawi's, Ola Fenner, asked
        if before == "b" and behind in ",.(&;":
            return True
        if before == "s" and (not self._is_sport or behind == "v"):
            return tags[name.outer - 2] in "Cc" or behind == "v"
        if before == "v" or behind == "v":
            return before != "i"
        if _FROM_COUNTRY.match(tags, after) and not self._is_sport and block.kind != "headline":
            return before in ",;&.b"
        is_doing = behind == "w" or (behind in "xzl" and _VERB.search(block.tokens[after]) is not None)
        return is_doing and before in ',.;:"_&za(' and block.kind != "headline" and not self._is_sport

    def _find_turns(self, plain: list[tuple[int, FoundName]]) -> set[tuple[str, ...]]:
        """Give the names that open paragraphs of a transcript: ``Ola Fenner: Yes, …``."""
        found = [
            name_parts(self._blocks[number], name)
            for number, name in plain
            if name.outer == 0 and self._blocks[number].tags[name.after : name.after + 1] == ":"
        ]
        return set(found) if len(found) > 1 else set()


def is_introduced(block: Block, outer: int) -> bool:
    """Say whether a name follows *his wife,*, *one of them,* or *identified as*."""
    if not outer:
        return False
    place = outer - 2 if block.tags[outer - 1] == "," and outer > 1 else outer - 1
    word = block.tokens[place].lower()
    if word == "named":
        return place == outer - 1
    if word == "as":
        return not _NAMED.isdisjoint(token.lower() for token in block.tokens[max(place - 4, 0) : place])
    if word in _OF_SEVERAL:
        return place < outer - 1 and block.lowers[max(place - 2, 0) : place] == ["one", "of"]
    return word in _KIN and (place == outer - 1 or block.tags[place - 1] == "h")


@lru_cache(maxsize=16_384)
def fold_name(text: str) -> str:
    """Give a word of a name as it is compared: apostrophes straight, no capitals."""
    return text.translate(_FOLDED).casefold()


def name_parts(block: Block, name: FoundName) -> tuple[str, ...]:
    """Give the words of a name as they are compared."""
    return tuple(map(fold_name, block.tokens[name.first : name.after]))


def _from_body(block: Block, after: int) -> bool:
    """Say whether a body follows: *Ola Fenner* from the Foreign Ministry."""
    if block.tags[after : after + 1] != "i" or block.tokens[after].lower() != "from":
        return False
    start = after + 2 if block.tags[after + 1 : after + 2] == "d" else after + 1
    return organisation_at(block, start) is not None
