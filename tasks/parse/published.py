"""Which date line speaks of the story.

Not the page's own clock above the menu, not a list of other stories.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.dates.rows import Row
from tasks.parse.dates.written import find_dates
from tasks.parse.shape import word_count

if TYPE_CHECKING:
    from tasks.parse.layout import Layout


def story_row(layout: Layout) -> Row | None:
    """Return the date line that dates the story, or None.

    The first one below the headline; else one above it that says so or stands first on the page with a time.
    """
    below: list[Row] = []
    above: list[Row] = []
    top = layout.headline if layout.headline is not None else -1
    for index, mark in enumerate(layout.marks):
        if mark.row is None or mark.row.date is None or mark.kind == "chrome":
            continue
        if (top < 0 and is_page_clock(layout, index)) or _is_within(layout, index):
            continue
        (below if index > top else above).append(mark.row)
    for row in below:
        if row.date is not None and row.date.year is not None:
            return row
    for row in above:
        if row.date is not None and row.date.year is not None and (row.is_labelled or row.has_clock):
            return row
    return below[0] if below else _row_above_title(layout, top) or _row_in_title(layout, top)


def _is_within(layout: Layout, index: int) -> bool:
    """Return whether a bare date stands between two paragraphs of the body: it heads a part of the text."""
    row = layout.marks[index].row
    if row is None or row.is_labelled or row.has_clock or index < layout.body_start:
        return False
    return any(mark.kind == "body" for mark in layout.marks[index + 1 :])


def _row_above_title(layout: Layout, top: int) -> Row | None:
    """Return a bare date right above the headline; one with a weekday is the page's own."""
    row = layout.marks[top - 1].row if top > 0 else None
    if row is None or row.date is None or row.date.year is None or row.weekday is not None:
        return None
    return row


_DATED_TITLE: Final = re.compile(
    r"(?i)\b(?:briefing|press conference|statement|remarks|speech|address|transcript|readout"
    r"|communiqu[eé]|interview"
    r"|minutes|press release)\b"
)


def _row_in_title(layout: Layout, top: int) -> Row | None:
    """Return the date that closes the title of what was said on a day: `Press briefing, 8 December 2021`."""
    title = layout.marks[top].text if top >= 0 else ""
    if not title or not any(map(str.isdigit, title)) or _DATED_TITLE.search(title) is None:
        return None
    dates = tuple(find_dates(title))
    date = dates[-1] if dates else None
    rest = title[date.end :].strip(" .)(") if date is not None else ""
    if date is None or date.year is None or word_count(rest) > 1:
        return None
    return Row(date, dates, is_labelled=False, has_clock=False, weekday=None, line=title)


def is_page_clock(layout: Layout, index: int) -> bool:
    """Return whether a date above headline and text is the page's own: weekday, no time, no label."""
    row = layout.marks[index].row
    above = layout.headline if layout.headline is not None else layout.body_start
    if row is None or index >= above:
        return False
    return row.weekday is not None and not (row.has_clock or row.is_labelled)
