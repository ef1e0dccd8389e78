# ruff: noqa: RUF001 - raw files print these signs
"""What a chrome rule is: whole lines it knows, and openings it knows by their first word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Opens(IntEnum):
    """What a piece of chrome does to the lines after it."""

    NOTHING = 0
    TEASERS = 1
    """Links follow, then the article goes on: `Also read:`."""
    RELATED = 2
    """A list of other stories follows; the article may go on if plain paragraphs come."""
    TAIL = 3
    """The article is over: comment forms, most-read lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of chrome. Lines are compared casefolded and without the punctuation around them."""

    name: str
    opens: Opens = Opens.NOTHING
    lines: str = ""
    """Whole lines, one per text line."""
    starts: tuple[str, ...] = ()
    """Patterns at the start of a line; each begins with literal words, the first of which selects it."""
    counted: tuple[str, ...] = ()
    """Patterns of short lines that begin with a digit."""
    anywhere: tuple[tuple[str, str], ...] = ()
    """A sign and a pattern: the pattern is searched for in short lines that hold the sign."""
    most: int = 200
    """`starts` apply to lines of at most this many characters."""


EDGE: Final = " \t\u00a0.:;,»«›‹…•·|*–—-_=+><[](){}!?→←▼▲►▶◇◆■□▪△▽○●◎★☆❖▷✓×\"'“”‘’#"
_FIRST_WORD: Final = re.compile(r"[^\s:,.(\[]+")


def key_of(line: str) -> str:
    """Return the form of a line in which rules know it."""
    return line.strip(EDGE).casefold()


def first_word(key: str) -> str:
    """Return the word that selects patterns."""
    word = key.partition(" ")[0]
    if word.isalnum():
        return word
    match = _FIRST_WORD.match(key)
    return match[0] if match else ""
