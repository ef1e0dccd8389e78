# ruff: noqa: RUF001 - raw files print these signs
"""The lines above the body: headline, its repeats, the lede, authors, and what is left of the menu."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.words.given import sounds_human
from tasks.parse.bylines import FoundByline, read_name_agency, read_name_line, read_name_list
from tasks.parse.captions import is_unstopped_caption
from tasks.parse.chrome.navigation import HIGHLIGHTS, SECTIONS
from tasks.parse.chrome.rule import key_of
from tasks.parse.credit.names import find_agency
from tasks.parse.credit.tail import is_collective
from tasks.parse.headline import choose_headline
from tasks.parse.shape import begins_alike, canonical, is_title_case, word_count
from tasks.parse.words import words

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.layout import Layout
    from tasks.parse.marks import Mark

_LEDE_LEAST: Final = 4
_REPEAT_LEAST: Final = 30
_LONGEST_NAME: Final = 40


_BULLETS: Final = "•▪●■◆"


def settle_top(layout: Layout, lexicon: Lexicon) -> None:
    """Choose the headline and give every line above the body its kind."""
    _highlights(layout)
    _headline(layout, lexicon)
    _top(layout, lexicon)


def _highlights(layout: Layout) -> None:
    """Mark the lines of a list of points above the body: `HIGHLIGHTS`, then three lines without a stop."""
    inside = False
    for mark in layout.marks[: layout.body_start]:
        if mark.kind == "chrome":
            inside = key_of(mark.text) in HIGHLIGHTS
        elif mark.kind is not None or mark.is_text:
            inside = False
        elif inside or mark.text[0] in _BULLETS:
            mark.kind = "chrome"


def _headline(layout: Layout, lexicon: Lexicon) -> None:
    """Choose the headline above the body and mark its repeats and the lede beside it."""
    marks = layout.marks
    limit = layout.lede if layout.lede is not None and layout.lede < layout.body_start else layout.body_start
    body = marks[layout.body_start] if layout.body_start < len(marks) else None
    rest = (body.text[body.dateline.end :] if body.dateline else body.text) if body else ""
    if layout.body_start > 0 and marks[0].kind is None and _is_author_line(marks, 0, None, lexicon):
        marks[0].kind, marks[0].byline = "byline", read_name_line(marks[0].text)
    for index in range(layout.body_start):
        mark = marks[index]
        if mark.kind is None and not mark.is_text and rest and begins_alike(mark.text, rest):
            mark.kind = "lede"
            layout.lede = index if layout.lede is None else layout.lede
            limit = min(limit, index)
        elif (
            mark.kind is None
            and not mark.is_text
            and is_unstopped_caption(mark.text, lexicon)
            and body is not None
        ):
            mark.kind = "caption"
    layout.headline = choose_headline(marks, min(limit, layout.body_start))
    if layout.headline is not None:
        marks[layout.headline].kind = "headline"


def _top(layout: Layout, lexicon: Lexicon) -> None:
    """Give every line above the body that is still without a kind its place."""
    marks, headline = layout.marks, layout.headline
    title = canonical(marks[headline].text) if headline is not None else ""
    for index in range(layout.body_start):
        mark = marks[index]
        if mark.kind is not None:
            continue
        if title and _is_repeat(canonical(mark.text), title):
            mark.kind = "repeat"
        elif headline is not None and index > headline and _is_agency(mark.text, lexicon):
            start = len(mark.text) - len(mark.text.lstrip("-–— "))
            mark.kind, mark.byline = "byline", FoundByline((), ((start, len(mark.text)),))
        elif _is_author_line(marks, index, headline, lexicon):
            mark.kind, mark.byline = "byline", _author(mark.text, lexicon)
        elif headline is None or index < headline or _is_kicker(mark):
            mark.kind, mark.is_guess = "chrome", True
        elif layout.lede is None:
            mark.kind = "lede"
            layout.lede = index
        else:
            mark.kind = "lede" if mark.is_text or not is_title_case(mark.text) else "chrome"


def _author(text: str, lexicon: Lexicon) -> FoundByline | None:
    return read_name_list(text, lexicon) or read_name_agency(text, lexicon) or read_name_line(text)


def _is_agency(text: str, lexicon: Lexicon) -> bool:
    if len(text) > _LONGEST_NAME:
        return False
    agency = find_agency(text, lexicon)
    return is_collective(text) if agency is None else agency.kind == "agency"


def _is_author_line(marks: list[Mark], index: int, headline: int | None, lexicon: Lexicon) -> bool:  # noqa: PLR0911
    """Return whether a bare name stands where an author does.

    That is under the headline and above the date, or first on the page and right above the dateline.
    """
    text = marks[index].text
    following = marks[index + 1] if index + 1 < len(marks) else None
    if (
        headline is not None
        and index > headline
        and (read_name_list(text, lexicon) is not None or read_name_agency(text, lexicon) is not None)
    ):
        return following is not None and marks[index - 1].kind != "body"
    if len(text) > _LONGEST_NAME or "," in text or _NO_AUTHOR.intersection(text.casefold().split()):
        return False
    if following is None or read_name_line(text) is None or lexicon.is_place_name(text):
        return False
    if headline is None:
        return index == 0 and following.dateline is not None
    before = marks[index - 1]
    if index <= headline:
        return False
    if before.row is not None and before.row.date is not None:
        return True
    is_under_title = before.kind in ("headline", "repeat", "lede", "caption")
    is_above_text = following.row is not None or following.dateline is not None
    return is_under_title and (
        is_above_text
        or following.kind == "byline"
        or _READING.search(following.text) is not None
        or (following.is_text and text.isascii() and sounds_human(text.split()))
    )


_READING: Final = re.compile(r"(?i)^\d+[ -]min(?:ute)?s?\b|\bread(?:ing)? time\b|@\w+\.")
"""What stands below an author: how long the reading takes, a mail address."""
_NO_AUTHOR: Final = words(
    "foreign affairs policy world news politics business national asia pacific middle east south north"
    " press release current top stories the of in and international relations economy trade diplomacy"
    " security defence defense"
)


def _is_repeat(line: str, title: str) -> bool:
    """Return whether a line says the title again, perhaps with the site's name behind it."""
    if line == title:
        return True
    short, long = sorted((line, title), key=len)
    return len(short) >= _REPEAT_LEAST // 2 and long.startswith(short) and len(long) - len(short) <= 24  # noqa: PLR2004


def _is_kicker(mark: Mark) -> bool:
    words = word_count(mark.text)
    return words < _LEDE_LEAST or mark.text.casefold() in SECTIONS
