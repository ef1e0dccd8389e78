# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Quotation marks: where direct speech starts and ends, also over several paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_DOUBLE: Final = re.compile(r"\"|“|”|„|«|»|``|''|´´")
"""One by one, so that the engine knows the first letters of all."""
_SINGLE_OPEN: Final = re.compile(r"(?:(?<=^)|(?<=[\s(—–:]))[‘'](?=[^\s'’‘])")
_SINGLE_CLOSE: Final = re.compile(r"(?:(?<=[,.?!…])|(?<=\w))['’](?![\w'’])")
_ELLIPSIS_WORDS: Final = re.compile(r"\w+")
_MAX_SINGLE: Final = 800


class Quote(NamedTuple):
    """What stands between two marks: characters `start` up to `end` of a block, without the marks."""

    block: int
    start: int
    end: int
    is_open: bool
    """True where the paragraph ends before the mark does: the next paragraph may go on with it."""
    continues: bool = False
    """True for a paragraph that goes on with the quote of the one before."""


def find_quotes(blocks: list[Block]) -> list[Quote]:
    """Give every pair of marks in the text, left to right."""
    found: list[Quote] = []
    for number, block in enumerate(blocks):
        if block.kind not in {"body", "lede"}:
            continue
        was_open = bool(found) and found[-1].is_open and found[-1].block == number - 1
        for quote in _both(number, block.text):
            goes_on = was_open and not block.text[: quote.start].strip(" \"“„«‘'")
            found.append(Quote(number, quote.start, quote.end, quote.is_open, goes_on))
            was_open = False
    return found


def _both(number: int, text: str) -> list[Quote]:
    """Give quotes in double marks, and in curly single ones beside them."""
    double = _double(number, text)
    if not double:
        return _single(number, text)
    if "‘" not in text:
        return double
    beside = [
        quote
        for quote in _single(number, text)
        if text[quote.start - 1] == "‘"
        and not any(q.start < quote.end and quote.start < q.end for q in double)
    ]
    return sorted(double + beside, key=lambda quote: quote.start) if beside else double


def _double(number: int, text: str) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    is_low = False
    for match in _DOUBLE.finditer(text):
        mark, place = match.group(), match.start()
        if opened is None:
            if mark != "”" or not found:
                opened = match.end()
                is_low = mark == "„"
        elif mark in "“„«" and not (is_low and mark == "“") and not _closes(text, place):
            opened = match.end()
        else:
            found.append(Quote(number, *_tight(text, opened, place), is_open=False))
            opened = None
    if opened is not None and _is_speech_start(text, opened):
        found.append(Quote(number, *_tight(text, opened, len(text)), is_open=True))
    return [quote for quote in found if quote.start < quote.end]


def _closes(text: str, place: int) -> bool:
    """Say whether an opening mark stands where a closing one should: ``dates,“ he said``."""
    return place > 0 and not text[place - 1].isspace() and text[place + 1 : place + 2] in {" ", ""}


def _is_speech_start(text: str, opened: int) -> bool:
    return text[opened - 1] != '"' or not text[: opened - 1].strip()


def _single(number: int, text: str) -> list[Quote]:
    found: list[Quote] = []
    after = 0
    if "'" not in text and "‘" not in text:
        return found
    for match in _SINGLE_OPEN.finditer(text):
        if match.start() < after:
            continue
        end = _single_end(text, match.end())
        if end is not None:
            found.append(Quote(number, *_tight(text, match.end(), end), is_open=False))
            after = end + 1
    return found


def _single_end(text: str, start: int) -> int | None:
    """Give the closing single mark: the first behind a stop, else the first at the end of a word."""
    first = None
    for match in _SINGLE_CLOSE.finditer(text, start, start + _MAX_SINGLE):
        place = match.start()
        if text[place - 1] in ",.?!…":
            return place
        if first is None:
            first = place
        if text[place - 1] not in "sS" or text[place + 1 : place + 2] in {",", ";"}:
            return place
    return first


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_speech(text: str, before: str) -> bool:
    """Say whether quoted words are speech, not a name, a title or a word used with irony."""
    words = _ELLIPSIS_WORDS.findall(text)
    end = len(before)
    while end and not (before[end - 1].isalnum() or before[end - 1] == "_"):
        end -= 1
    if not words or _NOT_SAID.search(before, max(end - _REACH, 0)):
        return False
    if text[-1] in ",.?!…" or (len(words) > 2 and _TOLD.search(before, max(end - _REACH, 0)) is not None):  # noqa: PLR2004
        return True
    capitals = sum(word[0].isupper() for word in words)
    if capitals > 1 and capitals * 2 >= len(words):
        return False
    return len(text.split()) > 2 or _ANNOUNCED.search(before, max(len(before) - 2 * _REACH, 0)) is not None  # noqa: PLR2004


_REACH: Final = 60
"""Characters before the end of the last word in front of a mark within which these patterns start."""
_NOT_SAID: Final = re.compile(
    r", (?:called|dubbed)[^\w.!?]+$"
    r"|\b(?:so-called|known as|nicknamed|titled|entitled|named|styled|motto|theme|hashtag|film|book|play"
    r"|song|slogan|poem|novel|series)[^\w.!?]+$",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:said|says|told|replied|answered|asked|added|wrote|tweeted|quipped|saying|adding|shouted)\b"
    r"[^.\"“:]{0,40}[:,]\W*$"
)
_ANNOUNCED: Final = re.compile(
    r"\b(?:described|called|termed|branded|words? of|said|says|told|replied|answered|added"
    r"|blamed|hailed|praised|slammed|condemned|dismissed|reporting|reported|denounced"
    r"|conveyed|expressed|voiced)\b[^.]{0,60}$",
    re.IGNORECASE,
)
