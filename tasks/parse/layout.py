# ruff: noqa: RUF001 - raw files print these signs
"""Put the paragraphs of a page in their places: headline, lede, body, and what stands before and after.

A page reads ``menu / kicker / headline / headline again / lede / byline / date line / caption / dateline
paragraph / body / credit / related stories / comments``; any part may be missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tasks.parse.captions import is_credited_scene
from tasks.parse.chrome import Opens
from tasks.parse.credit.tail import is_initials, tail_line
from tasks.parse.datelines import read_head
from tasks.parse.datelines.alone import read_line
from tasks.parse.shape import begins_alike, canonical, word_count
from tasks.parse.tail import close_tail
from tasks.parse.top import settle_top

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.marks import Mark

_LEDE_LEAST: Final = 4
_MOST_CAPTIONS: Final = 4
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
    if layout.body_start > body_start:
        _place_lines(layout, lexicon)
    settle_top(layout, lexicon)
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
        return _with_lead_in(marks, first)
    short = (i for i, mark in enumerate(marks) if mark.kind is None and _is_short_sentence(mark.text))
    return next(short, len(marks))


def _with_lead_in(marks: list[Mark], first: int) -> int:
    """Return where a text begins that is led in by lines without a full stop.

    `The spokesman gave the following readout:`; `The participants of the forum, which met online,`.
    """
    start = first
    while start > 0 and marks[start - 1].kind is None and _leads_in(marks[start - 1].text):
        start -= 1
    return start


def _leads_in(text: str) -> bool:
    least = _LEAD_IN_LEAST.get(text[-1])
    return least is not None and word_count(text) >= least


_LEAD_IN_LEAST: Final = {":": 4, ",": 7, ";": 5}
"""How many words a line has that leads on to the next with this sign; a title or label has fewer."""


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
            is_credited_scene(mark.text, lexicon)
            and sum(one.is_text and one.kind is None for one in marks) > 2  # noqa: PLR2004
        ):
            return
        mark.kind = "caption"
        layout.body_start = _body_start(marks)


def _place_lines(layout: Layout, lexicon: Lexicon) -> None:
    """Find a dateline that has its line to itself, just above the body."""
    marks = layout.marks
    if layout.body_start < len(marks) and marks[layout.body_start].dateline is not None:
        return
    is_below_furniture = False
    for index in range(layout.body_start - 1, max(-1, layout.body_start - 1 - _PLACE_LINES), -1):
        mark = marks[index]
        if mark.is_text:
            return
        if mark.kind == "chrome":
            is_below_furniture = True
        if mark.kind in ("byline", "chrome"):
            continue
        found = read_line(mark.text, lexicon)
        if found is None:
            if mark.kind is None:
                return
            continue
        is_certain = found.date is not None or found.credit is not None or bool(found.persons)
        if not is_certain and (is_below_furniture or _stands_among_menu(marks, index)):
            return
        mark.kind, mark.dateline = "meta", found
        return


def _stands_among_menu(marks: list[Mark], index: int) -> bool:
    """Return whether the line is one of several short ones: `Africa`, `India`, `World` are menu entries."""
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
    alike = begins_alike(marks[start].text, marks[following].text)
    if alike and marks[start].text == marks[following].text:
        return
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
        if not titled and not begins_alike(mark.text, rest) and index == 0 and _is_dated_scene(mark.text):
            mark.kind = "caption"
            continue
        mark.kind = "lede"
        if layout.lede is None:
            layout.lede = index


def _is_dated_scene(text: str) -> bool:
    """Return whether a sentence names a year: a caption does, a lede speaks of today."""
    return any(f" {century}" in text for century in ("19", "20")) and len(text) < 200  # noqa: PLR2004


__all__ = ["Layout", "Opens", "is_initials", "lay_out", "tail_line"]
