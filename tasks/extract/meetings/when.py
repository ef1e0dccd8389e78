# ruff: noqa: RUF001 - marks and letters of articles are meant
"""When a meeting is: ``on Tuesday``, ``from 16 - 17 May 2023``, ``today``."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from tasks.extract.meetings.found import When

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        start=1,
    )
    for name in names.split()
}
_DAYS: Final = {
    day: number
    for number, day in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
_M: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_D: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|&)\s*(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_Y: Final = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
_WRITTEN: Final = (re.compile(rf"\b{_M}\s+{_D}\b{_Y}"), re.compile(rf"\b{_D}\s+(?:of\s+)?{_M}{_Y}"))
_MONTH_YEAR: Final = re.compile(rf"\bin\s+{_M}\s+(?P<year>(?:19|20)\d\d)")
_WEEKDAY: Final = re.compile(
    r"\b(?P<next>next\s+)?(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_UNTIL: Final = re.compile(
    r"(?:,? and | to |-| and will (?:last|run|continue) (?:until|till|through) | (?:until|till"
    r"|through) )(?:on )?"
    r"(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_RELATIVE: Final = re.compile(r"\b(today|yesterday|tomorrow|tonight)\b", re.IGNORECASE)
_WEEKEND: Final = re.compile(r"\b(?:over|at) the weekend\b")
_NEXT_MONTH: Final = re.compile(r"\bnext month\b")
_SAID: Final = re.compile(
    r"(?:said|told|announced|confirmed|stated|tweeted|wrote|added|reported|reporters|release|statement"
    r"|press|says)(?:\s+(?:late|early))?(?:\s+on)?\s+$"
)
_THEN: Final = re.compile(r"\s+(?:after (?:co-)?\w+ing|at the (?:end|close) of|as the (?:two|three) sides)\b")
_SHIFT: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_LAST_DAYS: Final = re.compile(r"\bthe last of (?P<count>two|three|four|five) days\b")
_COUNT: Final = {"two": 2, "three": 3, "four": 4, "five": 5}


def when_of(text: str, published: dt.date | None, partial: str | None, *, is_planned: bool) -> When | None:
    """Give the days a sentence states; None where it states none, or only when something was said."""
    return _written(text, published) or _relative(text, published, partial, is_planned=is_planned)


def _written(text: str, published: dt.date | None) -> When | None:
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            if _SAID.search(text, max(0, match.start() - 40), match.start()):
                continue
            found = _as_days(match, published)
            if found:
                return found
    only = _MONTH_YEAR.search(text)
    if only:
        month = _MONTHS[only["month"].lower()]
        return When(dt.date(int(only["year"]), month, 1), None, "month", f"{only['year']}-{month:02}")
    return None


def _as_days(match: re.Match[str], published: dt.date | None) -> When | None:
    month, day = _MONTHS[match["month"].lower()], int(match["day"])
    last = int(match["last"]) if match["last"] else None
    year = int(match["year"]) if match["year"] else published.year if published else None
    if not 1 <= day <= 31:  # noqa: PLR2004
        return None
    if year is None:
        tail = f"/--{month:02}-{last:02}" if last else ""
        return When(None, None, "partial", f"--{month:02}-{day:02}{tail}")
    try:
        start = dt.date(year, month, day)
        end = dt.date(year, month, last) if last and last > day else None
    except ValueError:
        return None
    if published and not match["year"] and (published - start).days > 200:  # noqa: PLR2004
        start = start.replace(year=year + 1) if start.month != 2 or start.day != 29 else start  # noqa: PLR2004
    return When(start, end, "day", None)


def _relative(text: str, published: dt.date | None, partial: str | None, *, is_planned: bool) -> When | None:  # noqa: PLR0911
    match = _RELATIVE.search(text)
    if match and not _SAID.search(text, max(0, match.start() - 40), match.start()):
        shift = dt.timedelta(days=_SHIFT[match.group(1).lower()])
        return _from(published, shift) or _no_year(partial, shift)
    if published and _WEEKEND.search(text):
        sunday = published - dt.timedelta(days=(published.weekday() + 1) % 7)
        return When(sunday - dt.timedelta(days=1), sunday, "day", None)
    for match in _WEEKDAY.finditer(text):
        if _SAID.search(text, max(0, match.start() - 40), match.start()) and not _THEN.match(
            text, match.end()
        ):
            continue
        if published is None:
            return _no_year(partial, dt.timedelta()) if not is_planned else None
        more = _UNTIL.match(text, match.end())
        back = (published.weekday() - _DAYS[match["day"].lower()]) % 7
        shift = dt.timedelta(days=(7 - back) % 7 if is_planned else -back)
        found = _from(published, shift)
        if found and found.start and more:
            ahead = (_DAYS[more["day"].lower()] - found.start.weekday()) % 7
            return When(found.start, found.start + dt.timedelta(days=ahead), "day", None)
        days = _LAST_DAYS.search(text)
        if found and found.start and days:
            end = found.start
            return When(end - dt.timedelta(days=_COUNT[days["count"]] - 1), end, "day", None)
        return found
    if published and _NEXT_MONTH.search(text):
        year, month = (
            (published.year + 1, 1) if published.month == 12 else (published.year, published.month + 1)  # noqa: PLR2004
        )
        return When(dt.date(year, month, 1), None, "month", f"{year}-{month:02}")
    return None


def _from(published: dt.date | None, shift: dt.timedelta) -> When | None:
    return When(published + shift, None, "day", None) if published else None


def _no_year(partial: str | None, shift: dt.timedelta) -> When | None:
    """Count from a dateline without a year, in a leap year so that no day is missing."""
    if not partial or not re.fullmatch(r"--\d\d-\d\d", partial):
        return None
    try:
        day = dt.date(2000, int(partial[2:4]), int(partial[5:7])) + shift
    except ValueError:
        return None
    return When(None, None, "partial", f"--{day.month:02}-{day.day:02}")
