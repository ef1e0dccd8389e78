# ruff: noqa: RUF001 - raw files print these signs
"""Find dates in a piece of text.

`29th Jun, 2021`, `March 24, 2022`, `19-11-2020`, `2006年09月12日`, `14 feb`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.parse.dates.months import MONTHS, month_number

if TYPE_CHECKING:
    from collections.abc import Iterator

EARLIEST_YEAR: Final = 1800
LATEST_YEAR: Final = 2100

# A month word may hold combining vowel signs (अप्रैल), which \w does not match.
MONTH_WORD: Final = r"[^\W\d_][^\s\d,.:;()\[\]/|۔-]{1,14}"
TWO_WORDS: Final = r"(?:كانون|تشرين) (?:الأول|الاول|الثاني)"
ORDINAL: Final = r"(?:st|nd|rd|th|ST|ND|RD|TH|er|º|°)?"

_SHAPE: Final = re.compile(
    rf"(?<!\d)(?<!\d:)(?:"
    rf"(?P<iso>(?P<iy>\d{{4}})(?P<isep>[-/.])(?P<im>\d{{1,2}})(?P=isep)(?P<id>\d{{1,2}}))(?!\d)"
    rf"|(?P<num>(?P<n1>\d{{1,2}})(?P<nsep>[-/.])(?P<n2>\d{{1,2}})(?P=nsep)(?P<ny>\d{{4}}))(?!\d)"
    rf"|(?P<cjk>(?:(?P<cera>令和|平成)(?P<ceray>\d{{1,2}}|元)年|(?P<cy>\d{{4}})[年년])?\s?"
    rf"(?P<cm>\d{{1,2}})[月월]\s?(?P<cd>\d{{1,2}})[日号일])"
    rf"|(?P<dmy>(?P<dd>\d{{1,2}}){ORDINAL}[ .,/-]{{0,3}}(?:de |of )?(?P<dm>{TWO_WORDS}|{MONTH_WORD})"
    rf"(?:\.?[ ,./۔-]{{0,3}}(?:de |del )?(?P<dy>\d{{4}})(?!\d))?)"
    rf")|(?P<mdy>(?<![^\W\d_])(?P<mm>{MONTH_WORD})\.?[ /-]{{0,2}}(?P<md>\d{{1,2}}){ORDINAL}(?![\d:%])"
    rf"(?:[ .,/-]{{0,3}}(?P<my>\d{{4}})(?![\d:]))?)"
)

_RUN: Final = re.compile(r"[^\s\d,.:;()\[\]/|۔-]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_NUMERIC: Final = re.compile(r"\d(?:[-/.]\d|\s?[月월年년])")
_ERA_START: Final = {"令和": 2018, "平成": 1988}


@dataclass(frozen=True, slots=True)
class Written:
    """One date as printed; `year` is None where the text does not say it."""

    year: int | None
    month: int
    day: int
    start: int
    end: int
    is_ambiguous: bool = False
    """True for `05-03-2020`, which could be read either way; day-month is assumed."""

    @property
    def date(self) -> dt.date | None:
        """The full date, or None without a year or outside the calendar."""
        if self.year is None:
            return None
        return full_date(self.year, self.month, self.day)

    @property
    def partial(self) -> str:
        """The date without its year, as in ISO 8601: ``--10-03``."""
        return f"--{self.month:02d}-{self.day:02d}"


def full_date(year: int, month: int, day: int) -> dt.date | None:
    """Return the day, or None when it is not in the calendar or outside 1800..2100."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Written]:
    """Yield every date in text order; words that only look like a month (`Room 12`) are passed over."""
    stop = len(text) if end is None else end
    position = start
    while position < stop:
        shape = _SHAPE.search(text, position, stop)
        if shape is None:
            return
        found = _read(shape)
        if found is None:
            position = _step(shape)
        else:
            yield found
            position = max(found.end, position + 1)


def may_hold_date(text: str) -> bool:
    """Return whether a line names a month or has numbers parted as dates are: most with a number do not."""
    return _NUMERIC.search(text) is not None or any(map(_may_be_month, _RUN.findall(text)))


def _may_be_month(run: str) -> bool:
    low = run.casefold()
    if low in MONTHS or low.isalpha():
        return low in MONTHS
    return not low.isascii() or any(part in MONTHS for part in _LETTERS.findall(low))


def first_date(text: str, start: int = 0, end: int | None = None) -> Written | None:
    """Return the first date in the text, or None."""
    return next(find_dates(text, start, end), None)


def _step(shape: re.Match[str]) -> int:
    """Return where to look on after a shape that was no date: past its first token only."""
    kind = shape.lastgroup
    if kind == "mdy":
        return shape.end("mm")
    if kind == "dmy":
        return shape.end("dd")
    return shape.end()


def _read(shape: re.Match[str]) -> Written | None:
    kind = shape.lastgroup
    start, end = shape.span()
    if kind == "iso":
        return _checked(int(shape["iy"]), int(shape["im"]), int(shape["id"]), start, end)
    if kind == "num":
        return _numeric(shape, start, end)
    if kind == "cjk":
        return _checked(_cjk_year(shape), int(shape["cm"]), int(shape["cd"]), start, end)
    if kind == "dmy":
        return _worded(shape["dm"], shape["dd"], shape["dy"], start, end if shape["dy"] else shape.end("dm"))
    return _worded(shape["mm"], shape["md"], shape["my"], start, end)


def _cjk_year(shape: re.Match[str]) -> int | None:
    if shape["cy"]:
        return int(shape["cy"])
    if shape["cera"]:
        return _ERA_START[shape["cera"]] + (1 if shape["ceray"] == "元" else int(shape["ceray"]))
    return None


def _numeric(shape: re.Match[str], start: int, end: int) -> Written | None:
    """Return the date of `19-11-2020`: day first, unless only month first is in the calendar."""
    first, second, year = int(shape["n1"]), int(shape["n2"]), int(shape["ny"])
    both = first <= 12 and second <= 12 and first != second  # noqa: PLR2004
    day_first = _checked(year, second, first, start, end, is_ambiguous=both)
    return day_first or _checked(year, first, second, start, end)


def _worded(month: str, day: str, year: str | None, start: int, end: int) -> Written | None:
    number = month_number(month) or month_number(month.rstrip("'’ء"))
    if number is None:
        return None
    return _checked(int(year) if year else None, number, int(day), start, end)


def _checked(
    year: int | None, month: int, day: int, start: int, end: int, *, is_ambiguous: bool = False
) -> Written | None:
    """Return the date if the calendar has it; a year that is not known may be a leap year."""
    if full_date(2000 if year is None else year, month, day) is None:
        return None
    return Written(year, month, day, start, end, is_ambiguous)
