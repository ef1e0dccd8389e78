"""Words that a search needs: each search declares its own, and a paragraph remembers which of them it holds.

So a pattern is run only where one of its words stands. All rules are imported before the first text is read
(`tasks.extract` does so): a word declared later would be missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable

Cues = NewType("Cues", frozenset[str])
"""Words that are declared: what `Block.holds` can be asked for."""

_DECLARED: set[str] = set()


def cues(words: Iterable[str]) -> Cues:
    """Declare words in lower case."""
    declared = Cues(frozenset(words))
    _DECLARED.update(declared)
    return declared


def cues_in(lowers: Iterable[str]) -> set[str]:
    """Give the declared ones of words in lower case."""
    return _DECLARED.intersection(lowers)
