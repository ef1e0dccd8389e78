"""What the days of a meeting are counted from: the day of publication, or as much of it as is known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_PUBLIC_YEAR: Final = re.compile(r"(?P<year>(?:19|20)\d\d)")
LEAP: Final = 2000
"""The year days are counted in where none is known: no day is missing in it."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days are counted from: the day of publication, or what is known of it."""

    published: dt.date | None
    partial: str | None = None
    weekday: int | None = None
    """Weekday of the dateline's day where its year is not known, as the text itself tells."""

    @property
    def today(self) -> dt.date | None:
        """The day the text was written, in a leap year where the year is not known."""
        if self.published:
            return self.published
        if self.partial and re.fullmatch(r"--\d\d-\d\d", self.partial):
            try:
                return dt.date(LEAP, int(self.partial[2:4]), int(self.partial[5:7]))
            except ValueError:
                return None
        return None

    @property
    def year(self) -> int | None:
        """The year the text was written in."""
        if self.published:
            return self.published.year
        match = _PUBLIC_YEAR.match(self.partial or "")
        return int(match["year"]) if match else None

    @property
    def is_whole(self) -> bool:
        """Say whether the year is known."""
        return self.published is not None
