"""Word lists as one reads them: `words("staff desk middle_east")` is three entries."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the entries of a list parted by white space; `_` is the space inside an entry."""
    return frozenset(entry.replace("_", " ") for entry in text.split())
