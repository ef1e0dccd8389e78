# ruff: noqa: RUF001 - raw files print these signs
"""Shapes of lines: a sentence, a title, a name; and the form in which two lines are the same."""

from __future__ import annotations

import re
from typing import Final

_CLOSERS: Final = "\"”’'»)]}›」』）】 \t"
_FULL_STOPS: Final = frozenset(".…。।۔!?！？؟។။።։")
_LONG_TEXT: Final = 150
_LONGEST_QUESTION: Final = 110
"""A single question no longer than this may well be a title."""
_LONGEST_TURN: Final = 60
"""`Explainer: What is the lake treaty?` is a title; a longer question behind a name is a turn of speech."""
_LEAST_SENTENCE: Final = 25
_LEAST_WORDS: Final = 4
_REPEAT_LEAST: Final = 30
_OPENING: Final = 16
_LEAST_DENSE: Final = 15
_WORDS: Final = re.compile(r"[^\W_]+")
_NO_WORDS: Final = {code: None for code in range(128) if not chr(code).isalnum()}
_DENSE: Final = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_CREDIT_END: Final = re.compile(
    r"[.!?\"”’。।۔…]\s*(?:[-–—]+\s?[\w ./]{2,30}|(?<=…)[^\S\n]?[A-Z][\w ]{2,20}"
    r"|\([^()]{2,40}\)(?:\s?[a-z./]{2,12})?|/[\w ]{2,20})\.?$"
)


def is_dense(text: str) -> bool:
    """Return whether the script writes without spaces, so that lengths mean other things."""
    return _DENSE.search(text[:40]) is not None


def ends_sentence(text: str) -> bool:
    """Return whether the text closes with a full stop, perhaps with a quote mark or a credit after it."""
    last = text[-1]
    if last in _FULL_STOPS:
        return True
    bare = text.rstrip(_CLOSERS)
    if bare and bare[-1] in _FULL_STOPS:
        return True
    return _CREDIT_END.search(text[-60:]) is not None


def is_sentence(text: str) -> bool:
    """Return whether the paragraph is running text rather than a title or a menu entry."""
    length = len(text)
    if length >= _LONG_TEXT:
        return True
    if length < _LEAST_DENSE or not ends_sentence(text):
        return False
    longest = _LONGEST_TURN if ": " in text else _LONGEST_QUESTION
    if text[-1] == "?" and length < longest and ". " not in text:
        return False
    return is_dense(text) or (length >= _LEAST_SENTENCE and text.count(" ") + 1 >= _LEAST_WORDS)


def word_count(text: str) -> int:
    """Return how many words a line has; in a dense script every two characters count as one."""
    return len(text) // 2 if is_dense(text) else text.count(" ") + 1


def is_title_case(text: str) -> bool:
    """Return whether most words of three letters and more begin with a capital."""
    words = [word for word in _WORDS.findall(text) if len(word) > 3]  # noqa: PLR2004
    if len(words) < 2:  # noqa: PLR2004
        return text[:1].isupper()
    capitals = sum(1 for word in words if not word[0].islower())
    return capitals * 3 >= len(words) * 2


def canonical(text: str) -> str:
    """Return the letters and digits of a line, casefolded: the form in which repeats are found."""
    if text.isascii():
        return text.translate(_NO_WORDS).lower()
    return "".join(_WORDS.findall(text)).casefold()


def begins_alike(first: str, second: str) -> bool:
    """Return whether two paragraphs open with the same words; a lost first letter does not part them."""
    if _opens_otherwise(canonical(first[:_OPENING]), canonical(second[:_OPENING])):
        return False
    one, two = canonical(first[:160]), canonical(second[:200])
    length = min(len(one), 60)
    if length < _REPEAT_LEAST:
        return False
    return two.startswith((one[:length], one[1:length])) or two.startswith(one[:length], 1)


def _opens_otherwise(one: str, two: str) -> bool:
    """Return whether the first letters alone show that two paragraphs begin differently."""
    length = min(len(one), len(two)) - 1
    return length > 0 and not (
        two.startswith((one[:length], one[1 : length + 1])) or two.startswith(one[:length], 1)
    )
