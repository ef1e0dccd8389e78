"""Days a text tells that do not fit the day it is said to have appeared on.

` date 2015-02-06 … agreed at a summit in August 2025`; `today (Tuesday)` in the text of a Friday; `on Monday,
September 21` where that was a Wednesday. The header stays; what disagrees is said beside it. English only.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from tasks.parse.dates.months import month_number, weekday_number
from tasks.parse.dates.written import first_date, full_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTHS: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY: Final = rf"(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? \d{{4}})?(?!\d)"
_WEEKDAY: Final = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_TODAY: Final = re.compile(rf"\b[Tt]oday,? \(?(?:{_WEEKDAY}|(?P<day>{_DAY}))")
_NAMED: Final = re.compile(rf"\b{_WEEKDAY},? \(?(?P<day>{_DAY})")
_MAYBE_NAMED: Final = re.compile(r"day,? \(?[JFMASOND\d]")
_LATER: Final = re.compile(rf"(?P<month>{_MONTHS}),? (?:\d{{1,2}}, )?(?P<year>20\d\d)(?!\d)")
_PAST: Final = re.compile(
    r"\b(?:was|were|had|met|held|began|won|took|went|came|made|gave|left|fell|rose|sent|led|built|bought|sold"
    r"|lost|became|ran|saw|brought|since|[a-z]{3,}ed)\b"
)
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|next|scheduled|planned|expected|due|slated|should|may|could|can|must|ahead"
    r"|deadline|target|expires?|once|if|to [a-z]{2,})\b"
    r"|\b(?:by|until|till|through|from|for|before|to|after|between)(?: (?:the|late|early|mid|end|of)){0,3} $"
)
_CLAUSE: Final = re.compile(r", | that | which | who | and | but ")
_CLAUSE_MOST: Final = 80
_MOST: Final = 12
"""So many paragraphs are asked."""
_NEAR: Final = dt.timedelta(days=31)
_TOLERANCE: Final = dt.timedelta(days=1)
"""A paper of the next morning still says `today`."""
_WEEK: Final = 7
_YEARS: Final = 15


def told_otherwise(published: dt.date, texts: Iterable[str]) -> str | None:
    """Return a sentence on the first day in the text that the day of publication cannot be right beside."""
    asked = list(islice(texts, _MOST))
    if not _may_tell(published, "\n".join(asked)):
        return None
    for text in asked:
        found = _today(published, text) or _weekday(published, text) or _past(published, text)
        if found is not None:
            return found
    return None


def _may_tell(published: dt.date, text: str) -> bool:
    """Return whether a text names today, a weekday beside a day, or a year from that of publication on."""
    if "oday" in text or _MAYBE_NAMED.search(text) is not None:
        return True
    return " 20" in text and any(year in text for year in _years_from(published.year))


def _today(published: dt.date, text: str) -> str | None:
    """Return what is wrong with `today (Tuesday)` or `today, September 18`."""
    match = _TODAY.search(text) if "oday" in text else None
    if match is None:
        return None
    if match["weekday"]:
        apart = ((weekday_number(match["weekday"]) or 0) - published.isoweekday()) % _WEEK
        if min(apart, _WEEK - apart) <= 1:
            return None
    elif (day := _day_of(match, published)) is None or abs(day - published) <= _TOLERANCE:
        return None
    return f"the text's {match[0]!r} is not the day {published.isoformat()}"


def _weekday(published: dt.date, text: str) -> str | None:
    """Return what is wrong with `Monday, September 21`, a day near that of publication."""
    match = _NAMED.search(text) if _MAYBE_NAMED.search(text) is not None else None
    if match is None:
        return None
    day = _day_of(match, published)
    if day is None or abs(day - published) > _NEAR or day.isoweekday() == weekday_number(match["weekday"]):
        return None
    return f"the text's {match[0]!r} is another weekday in the year of {published.isoformat()}"


def _day_of(match: re.Match[str], published: dt.date) -> dt.date | None:
    written = first_date(match.string, *match.span("day"))
    if written is None:
        return None
    if written.year is not None:
        return written.date
    days = (full_date(published.year + shift, written.month, written.day) for shift in (-1, 0, 1))
    return min((day for day in days if day is not None), key=lambda day: abs(day - published), default=None)


def _past(published: dt.date, text: str) -> str | None:
    """Return what is wrong with a month that lies ahead of the day of publication and is told as past."""
    if " 20" not in text or not any(year in text for year in _years_from(published.year)):
        return None
    for sentence in _sentences(text):
        for match in _LATER.finditer(sentence):
            number = month_number(match["month"])
            first = full_date(int(match["year"]), number, 1) if number else None
            if first is None or first - published <= _NEAR:
                continue
            clause = _CLAUSE.split(sentence[: match.start()])[-1][-_CLAUSE_MOST:]
            if _PAST.search(clause) is not None and _AHEAD.search(clause) is None:
                return f"the text tells of {match[0]!r} as past; {published.isoformat()} is before it"
    return None


@lru_cache
def _years_from(year: int) -> tuple[str, ...]:
    return tuple(f" {each}" for each in range(year, year + _YEARS))


def _sentences(text: str) -> Iterator[str]:
    return iter(text.split(". "))
