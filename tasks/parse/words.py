"""Word lists as one reads them: `words("staff desk middle_east")` is three entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Return the entries of a list parted by white space; `_` is the space inside an entry."""
    return frozenset(entry.replace("_", " ") for entry in text.split())


def alternation(pieces: Iterable[str]) -> str:
    """Return one pattern for all pieces in any case, grouped by first letter so that most are never tried.

    A piece is a pattern that begins with a letter; of two with the same letter the first is preferred.
    """
    groups: dict[str, list[str]] = {}
    for piece in pieces:
        groups.setdefault(piece[0], []).append(piece[1:])
    return "|".join(f"[{first}{first.upper()}](?i:{'|'.join(rests)})" for first, rests in groups.items())
