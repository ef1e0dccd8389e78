# ruff: noqa: RUF001 - marks and letters of articles are meant
"""When a meeting is: ``on Tuesday``, ``16 to 17 May 2023``, ``on the 14th``, ``a two-day … which ended``."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.calendars import LEAP, Calendar
from tasks.extract.meetings.found import When
from tasks.extract.words.meetings import CARDINALS
from tasks.extract.words.plain import lowered

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS: Final = {
    name[:3]: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)  # noqa: SIM905
}
_DAYS: Final = {
    day: number
    for number, day in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}


def _month(name: str = "month") -> str:
    return (
        rf"(?P<{name}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
        r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
    )


_TH: Final = r"(?:st|nd|rd|th)?"
_TO: Final = r"\s*(?:-|–|—|to|and|&|until|till|through)\s*(?:the\s+)?"
_D: Final = rf"(?P<day>\d{{1,2}}){_TH}(?:{_TO}(?P<last>\d{{1,2}}){_TH}(?![\d.:,]*\d|\s*(?:per|%|[ap]\.?m)))?"
_Y: Final = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
_WRITTEN: Final = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?{_month()}{_TO}(?P<last>\d{{1,2}}){_TH}\s+(?:of\s+)?"
        rf"{_month('until')}{_Y}"
    ),
    re.compile(
        rf"\b{_month()}\s+(?P<day>\d{{1,2}}){_TH}{_TO}{_month('until')}\s+(?P<last>\d{{1,2}}){_TH}\b{_Y}"
    ),
    re.compile(
        rf"\b{_month()}\s+(?:the\s+)?{_D}\b{_Y}(?!\s+(?:round|session|meeting|edition|sitting|dialogue"
        rf"|talks)\b)"
    ),
    re.compile(rf"\b{_D}\s+(?:of\s+)?{_month()}{_Y}"),
)
_DIGIT: Final = re.compile(r"\d")
_NTH: Final = re.compile(
    rf"\bon the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?:{_TO}(?P<last>\d{{1,2}})(?:st|nd|rd|th))?\b(?! [A-Z])"
)
_MONTH: Final = re.compile(
    rf"\b(?:in|to|until|till|for|of|this|last|next)(?: (?:the )?(?:early|late|mid|middle of|end of"
    rf"|beginning of|start of"
    rf"|first half of|second half of|(?:last|first|second|third) week (?:of|in)))?[ -]{_month()}"
    r"(?!\s+\d{1,2}\b)(?!\s+the\s+\d\w*\b(?! (?:round|session|meeting|edition"
    r"|sitting)\b))(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))?"
)
_DAY: Final = r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WEEKDAY: Final = re.compile(
    rf"\b(?P<which>next\s+|last\s+|this\s+|coming\s+)?(?P<day>{_DAY})\b"
    rf"(?P<range>(?:,? and (?:on )?|\s?[-–]\s?| (?:to|until|till|through) |,? and will (?:last|run|continue) "
    rf"(?:until|till|through) )(?P<last>{_DAY})\b)?"
)
_RELATIVE: Final = re.compile(
    r"\b(?P<day>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight"
    r"|this (?:morning|afternoon|evening)|last (?:night|evening))\b",
)
_SHIFT: Final = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "this morning": 0, "this afternoon": 0,
    "this evening": 0, "last night": -1, "last evening": -1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
_WEEKEND: Final = re.compile(r"\b(?:over|at|during|on)? ?(?:the|this|last|next) weekend\b")
_NEXT_MONTH: Final = re.compile(r"\b(?P<which>next|this|last) month\b")
_SAID: Final = re.compile(
    r"\b(?:(?:said|told|announced|confirmed|stated|tweeted|wrote|added|reported|reporters|release|statement"
    r"|press|says|declared|disclosed|revealed|announcement|issued"
    r"|landed|flew|flies|departed|died|signed on|killed|since|dated|born|notified|informed|briefed"
    r"|welcomed the news)"
    r"(?:\s+(?:late|early|here|in [A-Z]\w+|from [A-Z]\w+|that))?(?:\s+on)?\s+$"
    r"|(?:sidelines|margins) of [^.;]{0,40}\b(?:set|due|scheduled|slated|opening"
    r"|starting|beginning|opens|starts|begins|to (?:open|start|begin))\b[^.;]{0,25}$"
    r"|(?:fair|expo|festival|exhibition|deadline|election|elections|vote)\b[^.,;]{0,30}$)"
)
_WENT: Final = re.compile(
    r"\b(?:returned(?: home)?|arriv(?:ed|es)|left|leaves|landed|flew|flies|departed|departs"
    r"|sets off)(?: home| here| late| early)?"
    r"(?: (?:in|from|to|for) [A-Z]\w+)?(?:,? on)?\s+$"
)
_THEN: Final = re.compile(
    r"\s+(?:after (?:co-)?\w+ing|at the (?:end|close) of|as the (?:two|three) sides"
    r"|after (?:(?:the|an?|his|her|their|its) )?(?:[\w'’-]+ ){0,4}?(?:talks|meeting|session|retreat|summit"
    r"|dialogue|consultations|round|visit|call)"
    r")\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"\s+(?:said|announced|confirmed|told|stated|declared|disclosed|revealed|unveiled|ruled out)\b"
    r"(?![^.]{0,40}\b(?:after|following|at the end of|during)\b)"
)
"""The day is that of the announcement: ``the ministry on Monday announced``."""
_ITS_DAY: Final = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?$")
"""The weekday of a day that is written behind it."""
_LENGTH: Final = re.compile(
    r"\b(?:(?P<count>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|2|3|4|5)(?:-|\s)days?"
    r"|the last of (?P<count2>two|three|four|five) days|over (?P<count3>two|three|four|five) days)\b"
)
_ENDS: Final = re.compile(
    r"\b(?:end(?:s|ed|ing)?|conclud\w+|wrapp?(?:s|ed|ing)? up|clos(?:es?|ed|ing)|finish\w*|complet\w+"
    r"|wound up"
    r"|last of|culminat\w+|after (?:two|three|four) days)\b",
    re.IGNORECASE,
)
_STARTS: Final = re.compile(
    r"\b(?:open\w*|beg[iau]n\w*|start\w*|kick\w* off|got under way|commenc\w+|from|will be held|to be held"
    r"|is to be|due to)\b",
    re.IGNORECASE,
)
_MOVED: Final = re.compile(
    r"\b(?:postpon\w+|put off|puts off|put back|pushed|mov(?:ed?|es|ing)|reschedul\w+|shift(?:ed|s)?"
    r"|deferr\w+"
    r"|delay\w+|slip\w*|new date\w*|will now|will instead)\b"
)
_NEW: Final = re.compile(
    r"(?<!planned )(?<!scheduled )(?<!slated )(?<!due )(?<!set )(?<!originally )\b(?:to|until|till|for|is"
    r"|now|held(?: on)?|place(?: on)?)\s+"
    r"(?:(?:on|the|a|an|early|late|mid|next|this|last|first|second|third|fourth|week|half|of|in"
    r"|tentatively|now)[ -])*$"
)
_CLOCK: Final = re.compile(r",?\s*(?:at\s*)?\d{1,2}[:.]\d\d")
_NOW: Final = re.compile(
    r"\b(?:is|are) (?:being held|under way|underway|taking place|currently|in progress|meeting)\b"
)
_OTHER_CLAUSE: Final = 60
"""Characters a day counts further away that stands before *and*: it is that of the verb before."""
_MONTH_AWAY: Final = 60
"""Characters from the name within which a month alone is the month of what was held."""


def weekday_of_dateline(texts: list[str]) -> int | None:
    """Give the weekday something was said on: the dateline's day, ``the ministry said on Friday``."""
    first = None
    for text in texts:
        for match in _WEEKDAY.finditer(text):
            if match["which"] or text[match.end() : match.end() + 2] in {"'s", "’s"}:
                continue
            if _SAID.search(text, max(0, match.start() - 40), match.start()):
                return _DAYS[match["day"].lower()]
            if first is None and text[max(0, match.start() - 5) : match.start()] != "from ":
                first = _DAYS[match["day"].lower()]
    return first


def when_of(
    text: str,
    calendar: Calendar,
    status: str,
    *,
    at: tuple[int, int] = (0, 0),
    context: str = "",
    is_named: bool = True,
) -> When | None:
    """Give the days a sentence states, nearest to the characters `at`; None where it states none.

    `context` may tell how many days it took. A month alone counts only where the meeting is named.
    """
    found = [
        (max(at[0] - end + _OTHER_CLAUSE * (" and " in text[end : at[0]]), start - at[1], 0), start, when)
        for start, end, when in _candidates(text, calendar, is_planned=status != "held")
        if (not _SAID.search(text, max(0, start - 45), start) or _THEN.match(text, end))
        and not _WENT.search(text, max(0, start - 45), start)
        and not _CLOCK.match(text, end)
        and not _SAYS.match(text, end)
        and not _is_out_of_time(when, calendar, status)
    ]
    if not found:
        return None
    days = [entry for entry in found if not _is_month(entry[2])]
    if not days and status == "held":
        found = [entry for entry in found if entry[0] <= _MONTH_AWAY and is_named]
    if not days and not found:
        return None
    return _lengthened(text, min(days or found, key=lambda entry: entry[:2])[2], status, context)


def _is_out_of_time(when: When, calendar: Calendar, status: str) -> bool:
    """Say whether a whole day is to come of what was held, or gone by of what is planned."""
    today = calendar.published
    if today is None or when.start is None or when.precision != "day":
        return False
    return when.start > today if status == "held" else status == "planned" and when.start < today


def now(text: str, calendar: Calendar) -> When | None:
    """Give the day of writing for what ``is being held``."""
    today = calendar.today
    return _days(today, None, calendar) if today and _NOW.search(text) else None


def _is_month(when: When) -> bool:
    """Say whether only the month is known."""
    return when.precision == "month" or re.fullmatch(r"--\d\d", when.partial or "") is not None


def new_day(text: str, calendar: Calendar) -> When | None:
    """Give the day a meeting was moved to: ``pushed back from May 3 to June 4``."""
    match = _MOVED.search(text)
    if match is None:
        return None
    for start, _, when in sorted(_candidates(text, calendar, is_planned=True), key=lambda found: found[0]):
        if start < match.end():
            continue
        if _NEW.search(text, max(0, start - 60), start) or (
            _is_month(when) and text.startswith(("to ", "until ", "till ", "for "), start)
        ):
            return when
    return None


def _candidates(text: str, calendar: Calendar, *, is_planned: bool) -> Iterator[tuple[int, int, When]]:
    """Give every day, span of days or month that is written, with its place."""
    taken: list[tuple[int, int]] = []
    for pattern in _WRITTEN if _DIGIT.search(text) else ():
        for match in pattern.finditer(text):
            when = _as_days(match, calendar)
            if when and not any(low < match.end() and match.start() < high for low, high in taken):
                before = _ITS_DAY.search(text, max(0, match.start() - 15), match.start())
                taken.append((before.start() if before else match.start(), match.end()))
                yield (*match.span(), when)
    for finder in (_nth_days, _relative_days, _week_days, _months):
        for start, end, when in finder(text, calendar, is_planned=is_planned):
            if not any(low < end and start < high for low, high in taken):
                taken.append((start, end))
                yield start, end, when


def _as_days(match: re.Match[str], calendar: Calendar) -> When | None:
    parts = match.groupdict()
    month, day = _MONTHS[parts["month"][:3].lower()], int(parts["day"])
    until = _MONTHS[parts["until"][:3].lower()] if parts.get("until") else month
    last = int(parts["last"]) if parts["last"] else None
    year = int(parts["year"]) if parts["year"] else calendar.year
    if last and until == month and last <= day:
        last = None
    try:
        start = dt.date(year or LEAP, month, day)
        end = dt.date(year or LEAP, until, last) if last else None
    except ValueError:
        return None
    if year is None:
        return _partial(start, end)
    published = calendar.published
    if published and not parts["year"] and (published - start).days > 200 and (month, day) != (2, 29):  # noqa: PLR2004
        start = start.replace(year=year + 1)
        end = end.replace(year=year + 1) if end else None
    return When(start, end, "day", None)


def _partial(start: dt.date, end: dt.date | None) -> When:
    tail = f"/--{end.month:02}-{end.day:02}" if end else ""
    return When(None, None, "partial", f"--{start.month:02}-{start.day:02}{tail}")


def _days(start: dt.date, end: dt.date | None, calendar: Calendar) -> When:
    return When(start, end, "day", None) if calendar.is_whole else _partial(start, end)


def _nth_days(text: str, calendar: Calendar, *, is_planned: bool) -> Iterator[tuple[int, int, When]]:
    """Find ``on the 14th``: in the month of publication, or the next or last where that fits better."""
    today = calendar.today
    for match in _NTH.finditer(text) if today and "on the " in text else ():
        first = today.replace(day=1)  # type: ignore[union-attr]
        day, last = int(match["day"]), int(match["last"] or 0)
        if is_planned and day < today.day:  # type: ignore[union-attr]
            first = (first + dt.timedelta(days=32)).replace(day=1)
        elif not is_planned and day > today.day:  # type: ignore[union-attr]
            first = (first - dt.timedelta(days=1)).replace(day=1)
        try:
            end = first.replace(day=last) if last > day else None
            yield (*match.span(), _days(first.replace(day=day), end, calendar))
        except ValueError:
            continue


def _relative_days(text: str, calendar: Calendar, *, is_planned: bool) -> Iterator[tuple[int, int, When]]:
    """Find ``yesterday``, ``at the weekend``."""
    today = calendar.today
    if today is None:
        return
    for match in _RELATIVE.finditer(lowered(text)):
        shift = dt.timedelta(days=_SHIFT[match["day"]])
        yield (*match.span(), _days(today + shift, None, calendar))
    if not calendar.is_whole:
        return
    for match in _WEEKEND.finditer(text) if "weekend" in text else ():
        back = (today.weekday() + 1) % 7
        sunday = today + dt.timedelta(days=(7 - back) % 7) if is_planned else today - dt.timedelta(days=back)
        yield (*match.span(), _days(sunday - dt.timedelta(days=1), sunday, calendar))


def _week_days(text: str, calendar: Calendar, *, is_planned: bool) -> Iterator[tuple[int, int, When]]:
    """Find weekdays: back for what was held, forward for what is planned."""
    today = calendar.today
    if today is None or (not calendar.is_whole and calendar.weekday is None):
        return
    here = today.weekday() if calendar.is_whole else calendar.weekday or 0
    for match in _WEEKDAY.finditer(text) if "day" in text else ():
        if not calendar.is_whole and text[match.end() : match.end() + 2] in {"'s", "’s"}:
            continue
        back = (here - _DAYS[match["day"].lower()]) % 7
        which = (match["which"] or "").strip()
        is_ahead = (is_planned or which in {"next", "coming"}) and which != "last"
        shift = (7 - back) % 7 if is_ahead else -back
        if which == "next" and shift == 0:
            shift = 7
        if which == "last" and shift == 0:
            shift = -7
        start = today + dt.timedelta(days=shift)
        end = None
        if match["last"]:
            end = start + dt.timedelta(days=(_DAYS[match["last"].lower()] - _DAYS[match["day"].lower()]) % 7)
            if not is_ahead and end > today and match["range"].strip() in {"and", "-", "–"}:
                start, end = start - dt.timedelta(days=7), end - dt.timedelta(days=7)
        yield (*match.span(), _days(start, end if end != start else None, calendar))


def _months(text: str, calendar: Calendar, *, is_planned: bool) -> Iterator[tuple[int, int, When]]:
    """Find ``in March 2021``, ``next month``, ``in early February``."""
    for match in _MONTH.finditer(text):
        month = _MONTHS[match["month"][:3].lower()]
        if match["year"]:
            yield (*match.span(), _whole_month(int(match["year"]), month))
        elif calendar.published:
            year = calendar.published.year
            if is_planned and month < calendar.published.month:
                year += 1
            elif not is_planned and month > calendar.published.month:
                year -= 1
            yield (*match.span(), _whole_month(year, month))
        elif match["month"] != "May" or "in" in match.group():
            yield (*match.span(), When(None, None, "partial", f"--{month:02}"))
    for match in _NEXT_MONTH.finditer(text) if calendar.published else ():
        shift = {"next": 1, "this": 0, "last": -1}[match["which"]]
        number = calendar.published.year * 12 + calendar.published.month - 1 + shift  # type: ignore[union-attr]
        yield (*match.span(), _whole_month(number // 12, number % 12 + 1))


def _whole_month(year: int, month: int) -> When:
    return When(dt.date(year, month, 1), None, "month", f"{year}-{month:02}")


def _lengthened(text: str, when: When, status: str, context: str) -> When:
    """Make two days of ``a two-day meeting which ended today``, where the text says which one was named."""
    length = _LENGTH.search(text) or _LENGTH.search(context)
    if length is None:
        return when
    word = length["count"] or length["count2"] or length["count3"]
    count = CARDINALS.get(word.lower()) or int(word)
    days = dt.timedelta(days=count - 1)
    is_end = _ENDS.search(text) is not None
    if not is_end and (status == "held" or not _STARTS.search(text)):
        return when  # under way: the day it opened is stated, not the day it ends
    if when.precision == "partial" and re.fullmatch(r"--\d\d-\d\d", when.partial or ""):
        day = dt.date(LEAP, int((when.partial or "")[2:4]), int((when.partial or "")[5:7]))
        return _partial(day - days, day) if is_end else _partial(day, day + days)
    if when.precision != "day" or when.start is None or when.end is not None:
        return when
    if is_end:
        return When(when.start - days, when.start, "day", None)
    return When(when.start, when.start + days, "day", None)
