# ruff: noqa: RUF001 - raw files print these signs
"""Put the paragraphs of a page in their places: headline, lede, body, and what stands before and after.

A page reads ``menu / kicker / headline / headline again / lede / byline / date line / caption / dateline
paragraph / body / credit / related stories / comments``; any part may be missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines import read_name_line
from tasks.parse.captions import is_unstopped_caption
from tasks.parse.chrome import Opens
from tasks.parse.chrome.navigation import SECTIONS
from tasks.parse.credit.names import known_names
from tasks.parse.credit.tail import is_initials, tail_line
from tasks.parse.datelines import read_head
from tasks.parse.datelines.alone import read_line
from tasks.parse.headline import choose_headline
from tasks.parse.shape import canonical, is_title_case, word_count
from tasks.parse.tail import close_tail
from tasks.parse.words import words

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.datelines.found import Found
    from tasks.parse.marks import Mark

_CREDITED: Final = re.compile(r"[.!?”\"] ?\(([A-Z][\w ]{1,24})\)$")
_LEDE_LEAST: Final = 4
_REPEAT_LEAST: Final = 30
_OPENING: Final = 16
_MOST_CAPTIONS: Final = 4
_LONGEST_NAME: Final = 40
_PLACE_LINES: Final = 4


@dataclass(slots=True)
class Layout:
    """The understood page; positions are indexes into `marks`."""

    marks: list[Mark]
    body_start: int
    headline: int | None = None
    lede: int | None = None
    headline_span: tuple[int, int] | None = None
    tail_credits: list[tuple[int, tuple[int, int]]] = field(default_factory=list)


def lay_out(marks: list[Mark], lexicon: Lexicon) -> Layout:
    """Decide the kind of every paragraph; on return none is None."""
    body_start = _body_start(marks)
    layout = Layout(marks, body_start)
    _captions_above(layout, lexicon)
    _place_lines(layout, lexicon)
    _ledes_before(layout, lexicon)
    _headline(layout)
    _top(layout)
    close_tail(layout, lexicon)
    return layout


def adopt_headline(layout: Layout, title: str) -> None:
    """Take the line above the body that says the publisher's headline for the headline of the text."""
    name = canonical(title)
    for index in range(layout.body_start):
        if canonical(layout.marks[index].text) == name:
            if layout.headline is not None:
                layout.marks[layout.headline].kind = "chrome"
            layout.marks[index].kind = "headline"
            layout.headline = index
            layout.lede = None if layout.lede == index else layout.lede
            return


def _body_start(marks: list[Mark]) -> int:
    """Return the index of the first paragraph of running text, or of the dateline paragraph after ledes."""
    first = -1
    for index, mark in enumerate(marks):
        if mark.dateline is not None:
            return index
        if first < 0 and mark.is_text and mark.kind is None:
            first = index
    if first >= 0:
        return first
    short = (i for i, mark in enumerate(marks) if mark.kind is None and _is_short_sentence(mark.text))
    return next(short, len(marks))


def _is_short_sentence(text: str) -> bool:
    return text[-1] in ".。।۔" and word_count(text) >= _LEDE_LEAST - 1


def _captions_above(layout: Layout, lexicon: Lexicon) -> None:
    """Mark running text above the body that only captions are.

    Said twice in a row, or closed by an agency.
    """
    marks = layout.marks
    for _ in range(_MOST_CAPTIONS):
        if layout.body_start + 1 >= len(marks):
            return
        mark, following = marks[layout.body_start], marks[layout.body_start + 1]
        if mark.dateline is not None or mark.kind is not None:
            return
        if following.text == mark.text:
            following.kind = "caption"
        elif not (
            _is_credited_scene(mark.text, lexicon)
            and sum(one.is_text and one.kind is None for one in marks) > 2  # noqa: PLR2004
        ):
            return
        mark.kind = "caption"
        layout.body_start = _body_start(marks)


def _is_credited_scene(text: str, lexicon: Lexicon) -> bool:
    """Return whether a first paragraph closes with `(Agency)`: a story does so at its end only."""
    match = _CREDITED.search(text[-40:])
    return match is not None and bool(known_names(match[1], lexicon))


def _place_lines(layout: Layout, lexicon: Lexicon) -> None:
    """Find a dateline that has its line to itself, just above the body."""
    marks = layout.marks
    if layout.body_start < len(marks) and marks[layout.body_start].dateline is not None:
        return
    for index in range(layout.body_start - 1, max(-1, layout.body_start - 1 - _PLACE_LINES), -1):
        mark = marks[index]
        if mark.kind == "chrome" or mark.is_text:
            return
        if mark.kind == "byline":
            continue
        found = read_line(mark.text, lexicon)
        if found is None:
            if mark.kind is None:
                return
            continue
        if _stands_among_menu(marks, index, found):
            return
        mark.kind, mark.dateline = "meta", found
        return


def _stands_among_menu(marks: list[Mark], index: int, found: Found) -> bool:
    """Return whether the line is one of several short ones: `Africa`, `India`, `World` are menu entries."""
    if found.date is not None or found.credit is not None:
        return False
    before = marks[index - 1] if index else None
    return before is not None and before.kind in (None, "chrome") and word_count(before.text) < _LEDE_LEAST


def _ledes_before(layout: Layout, lexicon: Lexicon) -> None:
    """Mark running text above the dateline, or above a date line that follows it, as lede."""
    marks, start = layout.marks, layout.body_start
    if start >= len(marks):
        return
    texts = [index for index in range(start) if marks[index].is_text and marks[index].kind is None]
    if texts and marks[start].dateline is not None:
        _ledes_above_dateline(layout, texts)
        return
    following = next(
        (i for i in range(start + 1, len(marks)) if marks[i].is_text and marks[i].kind is None), None
    )
    if following is None:
        return
    between = marks[start + 1 : following]
    above = any(mark.kind is None and word_count(mark.text) >= _LEDE_LEAST for mark in marks[:start])
    dated_above = any(mark.row is not None or mark.byline is not None for mark in marks[:start])
    parted = any(_parts(mark) for mark in between) and not dated_above and above
    alike = _begins_alike(marks[start].text, marks[following].text)
    if alike and marks[start].dateline is not None:
        marks[start].dateline, marks[following].dateline = None, read_head(marks[following].text, lexicon)
        parted = True
    if alike or parted:
        marks[start].kind = "lede"
        layout.lede = start
        layout.body_start = following


def _parts(mark: Mark) -> bool:
    """Return whether the line stands between a lede and its body: a date line, or an author."""
    if mark.row is not None:
        return mark.row.date is not None or "ago" in mark.text
    return mark.kind == "byline"


def _ledes_above_dateline(layout: Layout, texts: list[int]) -> None:
    marks = layout.marks
    body = marks[layout.body_start]
    rest = body.text[body.dateline.end :] if body.dateline else body.text
    titled = any(
        mark.kind is None and not mark.is_text and word_count(mark.text) >= _LEDE_LEAST
        for mark in marks[: texts[0]]
    )
    for index in texts:
        mark = marks[index]
        if not titled and not _begins_alike(mark.text, rest) and index == 0 and _is_dated_scene(mark.text):
            mark.kind = "caption"
            continue
        mark.kind = "lede"
        if layout.lede is None:
            layout.lede = index


def _is_dated_scene(text: str) -> bool:
    """Return whether a sentence names a year: a caption does, a lede speaks of today."""
    return any(f" {century}" in text for century in ("19", "20")) and len(text) < 200  # noqa: PLR2004


def _begins_alike(first: str, second: str) -> bool:
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


def _headline(layout: Layout) -> None:
    """Choose the headline above the body and mark its repeats and the lede beside it."""
    marks = layout.marks
    limit = layout.lede if layout.lede is not None and layout.lede < layout.body_start else layout.body_start
    body = marks[layout.body_start] if layout.body_start < len(marks) else None
    rest = (body.text[body.dateline.end :] if body.dateline else body.text) if body else ""
    if layout.body_start > 0 and marks[0].kind is None and _is_author_line(marks, 0, None):
        marks[0].kind, marks[0].byline = "byline", read_name_line(marks[0].text)
    for index in range(layout.body_start):
        mark = marks[index]
        if mark.kind is None and not mark.is_text and rest and _begins_alike(mark.text, rest):
            mark.kind = "lede"
            layout.lede = index if layout.lede is None else layout.lede
            limit = min(limit, index)
        elif mark.kind is None and not mark.is_text and is_unstopped_caption(mark.text) and body is not None:
            mark.kind = "caption"
    layout.headline = choose_headline(marks, min(limit, layout.body_start))
    if layout.headline is not None:
        marks[layout.headline].kind = "headline"


def _top(layout: Layout) -> None:
    """Give every line above the body that is still without a kind its place."""
    marks, headline = layout.marks, layout.headline
    title = canonical(marks[headline].text) if headline is not None else ""
    for index in range(layout.body_start):
        mark = marks[index]
        if mark.kind is not None:
            continue
        if title and _is_repeat(canonical(mark.text), title):
            mark.kind = "repeat"
        elif _is_author_line(marks, index, headline):
            mark.kind, mark.byline = "byline", read_name_line(mark.text)
        elif headline is None or index < headline or _is_kicker(mark):
            mark.kind, mark.is_guess = "chrome", True
        elif layout.lede is None:
            mark.kind = "lede"
            layout.lede = index
        else:
            mark.kind = "lede" if mark.is_text or not is_title_case(mark.text) else "chrome"


def _is_author_line(marks: list[Mark], index: int, headline: int | None) -> bool:
    """Return whether a bare name stands where an author does.

    That is under the headline and above the date, or first on the page and right above the dateline.
    """
    text = marks[index].text
    if len(text) > _LONGEST_NAME or "," in text or _NO_AUTHOR.intersection(text.casefold().split()):
        return False
    following = marks[index + 1] if index + 1 < len(marks) else None
    if following is None or read_name_line(text) is None:
        return False
    if headline is None:
        return index == 0 and following.dateline is not None
    before = marks[index - 1]
    if index <= headline:
        return False
    if before.row is not None and before.row.date is not None:
        return True
    is_under_title = before.kind in ("headline", "repeat", "lede")
    return is_under_title and (following.row is not None or following.dateline is not None)


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


__all__ = ["Layout", "Opens", "is_initials", "lay_out", "tail_line"]
