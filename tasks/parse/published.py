"""Which date line speaks of the story.

Not the page's own clock above the menu, not a list of other stories.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks.parse.dates.rows import Row
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
        if top < 0 and _is_page_clock(layout, index):
            continue
        (below if index > top else above).append(mark.row)
    for row in below:
        if row.date is not None and row.date.year is not None:
            return row
    for row in above:
        if row.date is not None and row.date.year is not None and (row.is_labelled or row.has_clock):
            return row
    return below[0] if below else None


def _is_page_clock(layout: Layout, index: int) -> bool:
    """Return whether a date above a text without headline is the page's own: weekday, no time, no label."""
    row = layout.marks[index].row
    if row is None or index >= layout.body_start:
        return False
    return row.weekday is not None and not (row.has_clock or row.is_labelled)
