"""Which date is the day of publication, and which dates disagree.

Header, else a date line, else a dateline with a year, else nothing: a date is never guessed. A month and
a day without a year are kept as they are (`--10-03`).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from tasks.parse.dates.clock import clock_beside
from tasks.parse.dates.written import find_dates, full_date

if TYPE_CHECKING:
    from schemas.records import Document
    from tasks.parse.dates.clock import Clock
    from tasks.parse.dates.rows import Row
    from tasks.parse.dates.written import Written
    from tasks.parse.header import Header

_COMPACT: Final = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_TOLERANCE: Final = dt.timedelta(days=1)
_NEAR: Final = dt.timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of an article, reconciled."""

    published: dt.date | None = None
    precision: Literal["day", "month"] | None = None
    partial: str | None = None
    method: Literal["header", "body", "dateline", "publisher"] | None = None
    dateline: dt.date | None = None
    conflict: str | None = None
    clock: Clock | None = None
    """The time of day beside the date of publication."""
    clock_method: Literal["body", "publisher"] | None = None


def reconcile(document: Document, header: Header, row: Row | None, dateline: Written | None) -> Dates:
    """Return the day of publication and how it is known."""
    known: list[tuple[Literal["publisher", "header", "body", "dateline"], dt.date]] = []
    publisher = _publisher_date(document)
    if publisher is not None:
        known.append(("publisher", publisher))
    if header.date is not None:
        known.append(("header", header.date))
    row = _settled(row, dateline)
    row_date = row.date.date if row is not None and row.date is not None else None
    if row_date is not None:
        known.append(("body", row_date))
    filed = _with_year(dateline, known[0][1] if known else None)
    if filed is not None and dateline is not None and dateline.year is not None:
        known.append(("dateline", filed))
    conflict = _conflict(known, dateline, filed, row)
    if known and not (header.month and known[0][0] == "dateline"):
        clock, method = _clock(document, publisher, row, known[0][1])
        return Dates(
            published=known[0][1],
            precision="day",
            method=known[0][0],
            dateline=filed,
            conflict=conflict,
            clock=clock,
            clock_method=method,
        )
    if header.month is not None:
        return Dates(
            precision="month", partial=header.month, method="header", dateline=filed, conflict=conflict
        )
    return Dates(partial=_partial(row, dateline), dateline=filed, conflict=conflict)


def _clock(
    document: Document, publisher: dt.date | None, row: Row | None, published: dt.date
) -> tuple[Clock | None, Literal["body", "publisher"] | None]:
    """Return the time of day that stands beside the day of publication, and where it was read."""
    if publisher is not None and document.metadata is not None and document.metadata.published:
        said = document.metadata.published
        dates = tuple(find_dates(said))
        clock = clock_beside(said, dates[0], dates) if dates else None
        if clock is not None:
            return clock, "publisher"
    if row is not None and row.has_clock and row.date is not None and row.date.date == published:
        clock = clock_beside(row.line, row.date, row.dates)
        if clock is not None:
            return clock, "body"
    return None, None


def _publisher_date(document: Document) -> dt.date | None:
    if document.metadata is None or not document.metadata.published:
        return None
    date = next(find_dates(document.metadata.published), None)
    if date is not None and date.date is not None:
        return date.date
    compact = _COMPACT.match(document.metadata.published)
    return full_date(int(compact[1]), int(compact[2]), int(compact[3])) if compact is not None else None


def _settled(row: Row | None, dateline: Written | None) -> Row | None:
    """Return the date line; where `03/06/2025` may be read twice, what stands beside it decides.

    A weekday word or the dateline's day that fits month-day and not day-month; else day-month holds.
    """
    if row is None or row.date is None or not row.date.is_ambiguous:
        return row
    written = row.date
    other = replace(written, month=written.day, day=written.month)
    fits = [_fits(one.date, row.weekday, dateline) for one in (written, other)]
    return replace(row, date=other) if fits == [False, True] else row


def _fits(date: dt.date | None, weekday: int | None, dateline: Written | None) -> bool:
    """Return whether a day is the weekday printed beside it, or without one near the dateline's day."""
    if date is None:
        return False
    if weekday is not None:
        return date.isoweekday() == weekday
    filed = _nearest(dateline, date) if dateline is not None else None
    return filed is not None and abs(filed - date) <= _TOLERANCE


def _with_year(dateline: Written | None, beside: dt.date | None) -> dt.date | None:
    """Return the dateline's day; a year it lacks comes from a date known otherwise, if they are near."""
    if dateline is None or dateline.year is not None:
        return dateline.date if dateline is not None else None
    if beside is None:
        return None
    nearest = _nearest(dateline, beside)
    return nearest if nearest is not None and abs(nearest - beside) <= _NEAR else None


def _nearest(dateline: Written, beside: dt.date) -> dt.date | None:
    """Return the dateline's day in the year that brings it nearest to another day."""
    if dateline.year is not None:
        return dateline.date
    days = (full_date(beside.year + shift, dateline.month, dateline.day) for shift in (-1, 0, 1))
    return min((day for day in days if day is not None), key=lambda day: abs(day - beside), default=None)


def _conflict(
    known: list[tuple[Literal["publisher", "header", "body", "dateline"], dt.date]],
    dateline: Written | None,
    filed: dt.date | None,
    row: Row | None,
) -> str | None:
    """Return a sentence on the first pair that is more than a day apart, or a weekday that does not fit."""
    dates: list[tuple[str, dt.date]] = [*known]
    if filed is not None and ("dateline", filed) not in dates:
        dates.append(("dateline", filed))
    for name, date in dates[1:]:
        first_name, first = dates[0]
        if abs(date - first) > _TOLERANCE:
            return f"{first_name} date {first.isoformat()} is not the {name} date {date.isoformat()}"
    if dateline is not None and dateline.year is None and filed is None and known:
        return f"{known[0][0]} date {known[0][1].isoformat()} is far from the dateline's {dateline.partial}"
    if row is not None and row.weekday is not None and row.date is not None and row.date.date is not None:
        printed = row.date.date
        if printed.isoweekday() != row.weekday:
            return f"the date line's {printed.isoformat()} is not the weekday printed beside it"
    return None


def _partial(row: Row | None, dateline: Written | None) -> str | None:
    if dateline is not None and dateline.year is None:
        return dateline.partial
    if row is not None and row.date is not None and row.date.year is None:
        return row.date.partial
    return None
