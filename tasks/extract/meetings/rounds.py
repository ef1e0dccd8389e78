"""Which round a name tells: ``the 8th round``, ``round four``, ``their council, the tenth,``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.words.meetings import BODY_NOUNS, CARDINALS, ORDINALS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_NOT_FIRST: Final = re.compile(
    r"\bsince\b|\bin (?:\d+|\w+) years\b|\bfirst time\b|\bfirst such\b|\bface-to-face\b"
    r"|\bafter (?:\w+ years|a [^,.]{0,25}(?:gap|break|hiatus|pause|freeze))\b",
    re.IGNORECASE,
)


def round_of(block: Block, first: int, after: int, text: str) -> int | None:
    """Give the round that tokens `first` up to `after` tell, or the words around them."""
    for place in range(first, after):
        if block.lowers[place] in _COUNTED and (counted := _counted(block, place)):
            return counted
        if block.tags[place] != "#" or (block.tags[place - 1] == "s" and block.lowers[place] == "first"):
            continue
        value = ordinal(block.tokens[place])
        if value == 1 and _NOT_FIRST.search(text):
            return None
        behind = block.tags[place + 1 : after]
        words = {token.lower() for token in block.tokens[place + 1 : after]}
        if value and (any(tag in "Ee" for tag in behind) or words & BODY_NOUNS):
            return None if block.lowers[after : after + 2] == ["this", "year"] else value
    review = _REVIEW.search(block.tags[max(first - 4, 0) : first])
    if review and block.lowers[first - len(review.group()) + 1] in {"review", "cycle", "iteration"}:
        return ordinal(block.tokens[first - len(review.group())])
    return None


_REVIEW: Final = re.compile(r"#xfd?$")
"""``the fourth review of the``."""
_COUNTED: Final = frozenset({"round", "session", "edition", "commission", "council", "committee", "dialogue"})


def _counted(block: Block, place: int) -> int | None:
    """Give the number of ``round one``, ``session 5``, ``their council, the tenth,``."""
    word = block.lowers[place + 1 : place + 2]
    if block.lowers[place] in {"round", "session", "edition"} and word:
        if word[0] in CARDINALS:
            return CARDINALS[word[0]]
        return int(word[0]) if word[0].isdigit() and len(word[0]) < 3 else None  # noqa: PLR2004
    if block.tags[place + 1 : place + 4] == ",d#" and block.tags[place + 4 : place + 5] in {",", ".", "i"}:
        return ordinal(block.tokens[place + 3])
    return None


def ordinal(token: str) -> int | None:
    """Give the number of ``8th`` or ``twenty-second``."""
    word = token.lower()
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word[:-2]
    return int(digits) if digits.isdigit() and 0 < int(digits) < 1000 else None  # noqa: PLR2004
