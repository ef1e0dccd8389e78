"""The line a crawler puts before a text: ` date 2021-06-29 Officials met ...`.

The text goes on on the same line. A header may know the month only; one that is no day of the
calendar is kept out of the date and noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.parse.dates.written import EARLIEST_YEAR, LATEST_YEAR, full_date

if TYPE_CHECKING:
    import datetime as dt

_HEADER: Final = re.compile(
    r"[\s?\ufeff\ufffd]*date[ \t\u00a0]+(\d{4})-(\d{2})(?:-(\d{2})(?:T\d[\d:.]*(?:Z|[+-][\d:]+)?)?)?(?![\d-])"
)
_LOOK: Final = 64


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `end` is where the text begins (0 without a header)."""

    end: int = 0
    date: dt.date | None = None
    month: str | None = None
    notes: tuple[str, ...] = ()


NO_HEADER: Final = Header()


def read_header(text: str) -> Header:
    """Return the header of a text, or `NO_HEADER`."""
    if "date" not in text[:_LOOK]:
        return NO_HEADER
    match = _HEADER.match(text)
    if match is None:
        return NO_HEADER
    year, month, day = match.groups()
    if day is None:
        if 1 <= int(month) <= 12 and EARLIEST_YEAR <= int(year) <= LATEST_YEAR:  # noqa: PLR2004
            return Header(end=match.end(), month=f"{year}-{month}")
        return Header(end=match.end(), notes=(f"header month {year}-{month} is not in the calendar",))
    date = full_date(int(year), int(month), int(day))
    if date is None:
        return Header(end=match.end(), notes=(f"header date {year}-{month}-{day} is not in the calendar",))
    return Header(end=match.end(), date=date)
