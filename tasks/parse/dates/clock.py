# ruff: noqa: RUF001 - raw files print these signs
"""The time of day beside a date, and its zone as printed.

`Updated: 19-11-2020 22:14 IST | Created: 19-11-2020 21:58 IST`; `October 5, 2014 / 6:20 PM`;
`2021-01-05T09:12:00+05:00`. A zone that is not printed is never supplied.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tasks.parse.dates.written import Written

ZONE: Final = (
    r"(?:IST|GMT|UTC|PKT|NPT|PST|PDT|MST|MDT|CST|CDT|EST|EDT|CET|CEST|EET|EEST|MSK|BST|BDT|WIB|WITA|WIT|KST|JST"
    r"|HKT|SGT|MYT|PHT|ICT|AEST|AEDT|ACST|AWST|NZST|NZDT|EAT|WAT|CAT|SAST|IRST|GST|AST|ET|PT|МСК|Uhr)"
)
_TIME: Final = re.compile(
    r"(?<![\d.:,])(?P<half>上午|下午|午前|午後|오전|오후)?\s?"
    r"(?:(?P<hour>[01]?\d|2[0-4])\s?(?:[:.h時]|시 ?)(?P<minute>[0-5]\d)[分분]?(?::[0-5]\d(?:\.\d+)?)?"
    r"(?:\s?(?P<meridiem>[ap])\.?\s?m\b\.?)?|(?P<bare>1[0-2]|0?[1-9])\s?(?P<bare_meridiem>[ap])\.?m\b\.?)"
    rf"(?![\d%])(?:\s?\(?(?P<zone>Z\b|{ZONE}\b(?:\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?|[+-]\d\d:?\d\d\b))?",
    re.IGNORECASE,
)
_AFTERNOON: Final = ("下午", "午後", "오후")
_NOON: Final = 12
_MIDNIGHT: Final = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as `HH:MM`, and its zone as printed."""

    time: str
    zone: str | None


def clock_beside(line: str, date: Written, dates: Iterable[Written]) -> Clock | None:
    """Return the time that stands nearest to one of the dates of a line, or None."""
    others = [(one.start, one.end) for one in dates]
    best: tuple[int, Clock] | None = None
    for match in _TIME.finditer(line):
        start, end = match.span()
        if any(start < stop and begin < end for begin, stop in others):
            continue
        clock = _read(match)
        gap = date.start - end if end <= date.start else start - date.end
        if clock is not None and (best is None or gap < best[0]):
            best = (gap, clock)
    return best[1] if best is not None else None


def _read(match: re.Match[str]) -> Clock | None:
    hour, minute = int(match["hour"] or match["bare"]), int(match["minute"] or 0)
    half = (match["meridiem"] or match["bare_meridiem"] or "").lower()
    if half and hour > _NOON:
        half = ""
    if half == "p" or match["half"] in _AFTERNOON:
        hour = hour + _NOON if hour < _NOON else hour
    elif half == "a" and hour == _NOON:
        hour = 0
    if hour == _MIDNIGHT:
        hour = 0
    zone = match["zone"]
    if zone is not None and zone.casefold() == "uhr":
        zone = None
    return Clock(f"{hour:02d}:{minute:02d}", zone)
