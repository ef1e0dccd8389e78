"""A quick look before a long one: whether a text holds any of the words a pattern needs."""

from __future__ import annotations


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Say whether any of these words, or parts of words, stands in a text."""
    for word in words:  # noqa: SIM110 - a generator takes twice as long
        if word in text:
            return True
    return False
