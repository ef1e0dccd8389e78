"""The language of one paragraph where it is not that of its article: a quote in French, a note in English."""

from __future__ import annotations

from typing import Final

from tasks.parse.language import detect_language, is_plainly
from tasks.parse.words import words

_LEAST: Final = 60
"""A shorter paragraph (a name, a title, a cry) proves no language."""
_ARTICLE: Final = " the "
_COMMON: Final = (_ARTICLE, " of ", " and ", " to ", " in ", " a ", "The ")
_COMMON_SHARE: Final = 100
"""An English paragraph nearly always has one of these in so many characters."""
_OTHER_SCRIPTS: Final = words(
    "sd ps ur fa ar ja ko zh ta te kn ml si pa gu or th el he hy ka am my km hi mr bn ne ru uk be bg kk mk sr"
    " tg"
)
_GROUPS: Final = "ms id|nb nn da no sv|hr sr bs sl|cs sk|es gl ca pt|ru uk be bg|hi mr ne bh|ur fa ps sd ar"
_NEAR: Final = tuple(map(words, _GROUPS.split("|")))
"""Languages so near to each other that one paragraph does not tell which it is."""


def other_language(text: str, language: str | None) -> str | None:
    """Return the language of one paragraph where it is certainly not that of the article, else None."""
    if language == "en" and " the " in text and (" of " in text or " and " in text or " to " in text):
        return None  # as nearly every paragraph
    if language is None or len(text) < _LEAST or not _may_differ(text, language):
        return None
    found = detect_language(text)
    if found is None or found == language or any({found, language} <= group for group in _NEAR):
        return None
    return found


def _may_differ(text: str, language: str) -> bool:
    """Return whether a paragraph lacks the commonest words of English, or has them in a foreign article."""
    if language != "en":
        is_told = language in _OTHER_SCRIPTS and not text.isascii()
        return _ARTICLE in text or not (is_told or is_plainly(text, language))
    return sum(map(text.count, _COMMON)) * _COMMON_SHARE < len(text)
