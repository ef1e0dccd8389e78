# ruff: noqa: RUF001 - raw files print these signs
"""Date lines: a line that holds little but dates and times.

`20:12 March 24, 2022`; `Published : Mar 24, 2022 - 20:40       Updated : Mar 24, 2022 - 20:41`;
`ANI | New Delhi | Updated: 19-11-2020 22:14 IST | Created: 19-11-2020 21:58 IST`; `16 hours ago`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.parse.dates.clock import ZONE
from tasks.parse.dates.months import weekday_number
from tasks.parse.dates.written import Written, find_dates, full_date, may_hold_date
from tasks.parse.words import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 220
_CLOCK: Final = re.compile(
    r"[\d上下](?:(?<=\d)(?:(?<![\d:].)\d?[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?"
    r"|(?<!\w.)\d?\s?[ap]\.?m\.?(?!\w)|\d?時\d{1,2}分)|(?<=[上下])午)",
    re.IGNORECASE,
)
_AGO: Final = re.compile(
    r"(?:(?<!\d)\d+|\b(?:an?|one|two|three))\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b"
    r"|\bhace \d+ \w+|\bil y a \d+ \w+|\bvor \d+ \w+|\d+ \w+ назад|\d+ (?:saat|dakika|gün) önce"
    r"|\d+ (?:jam|menit|hari) (?:yang )?lalu"
    r"|\d+\s?(?:小时|分钟|天)前|\d+\s?(?:時間|分|日)前|\d+\s?(?:시간|분|일) ?전|منذ \d+ \w+",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(rf"\b{ZONE}\b(?:\s?[+-]\s?\d{{1,2}}(?::?\d{{2}})?)?|(?<=\d)(?:Z\b|[+-]\d\d:\d\d\b)")
_DONE: Final = (
    "published", "posted", "created", "updated", "modified", "dated?", "uploaded", "released", "issued",
    "edited", "revised", "submitted", "added", "publish(?:ed)? date", "date published",
)  # fmt: skip
_LABELS: Final = (
    *(
        rf"{lead}{word}(?: ?(?:on|at|in|date|time|by))?"
        for lead in ("first ", "last ", "originally ", "")
        for word in _DONE
    ),
    "last update", "update", "written on", "publicado", "publicada", "actualizado", "atualizado(?: em)?",
    "publicado em", "publié(?: le)?", "mis à jour(?: le)?", "modifié le", "veröffentlicht(?: am)?",
    "aktualisiert(?: am)?", "stand", "pubblicato(?: il)?", "aggiornato(?: il)?", "опубликовано", "обновлено",
    "дата", "изменено", "yayınlanma", "yayın tarihi", "güncelleme", "güncellenme(?: tarihi)?",
    "giriş(?: tarihi)?", "diterbitkan", "dipublikasikan", "diperbarui", "dikemas ?kini", "نشر(?: في)?",
    "آخر تحديث", "تحديث", "تاريخ النشر", "تاریخ اشاعت", "شائع شدہ", "अपडेटेड", "प्रकाशित", "अपडेट",
    "प्रकाशित तिथि", "প্রকাশ(?:িত)?", "আপডেট", "发布时间", "发布", "更新时间", "更新", "来源", "公開日", "配信",
    "更新日", "입력", "수정", "등록",
)  # fmt: skip
_LABEL: Final = re.compile(rf"(?<!\w)(?:{alternation(_LABELS)})(?!\w)\s*[:：]?")
_UPDATE: Final = re.compile(
    r"updat|modif|last |revis|actualiz|atualiz|mis à|aktualis|aggiorn|обновл|измен|güncel|perbar|kemas"
    r"|تحديث|अपडेट|আপডেট|更新|수정",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\s\d,.:;|/()–—•·_-]+")
_PARTED: Final = re.compile(r" [•·|–—-] ")
_NAMED_AGO: Final = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3} ?\d{1,2} ?[a-z]{3,7} ago$"
)
"""A name and how long ago: `Tendai Mukoro 3 minutes ago`, `The Harbour Post16 hours ago`."""
_SMALL_WORDS: Final = frozenset(("by", "at", "on"))
_NUMBER: Final = re.compile(r"\d+")
_LABEL_MOST: Final = 24
_SENTENCE: Final = 45
_MOST_SPACES: Final = 30
_MOST_WORDS: Final = 6
_MOST_PLAIN: Final = 3
"""Beside a bare date; `Briefing on the river commission, 4 May 2018` is a title."""


@dataclass(frozen=True, slots=True)
class Row:
    """A date line: its first-published date if it has one, else the only date; None for a bare time."""

    date: Written | None
    dates: tuple[Written, ...]
    is_labelled: bool
    has_clock: bool
    weekday: int | None
    """Weekday word beside the date, 1 (Monday) to 7."""
    line: str = ""


def read_row(line: str) -> Row | None:  # noqa: PLR0911 - one refusal a line
    """Return what a date line says, or None when the line is something else."""
    if len(line) > LONGEST or not _may_be_row(line):
        return None
    dates = tuple(find_dates(line)) if may_hold_date(line) else ()
    dates = dates or _bracketed_day(line) or _short_year(line)
    clock = _CLOCK.search(line) is not None
    ago = _may_say_ago(line) and _AGO.search(line) is not None
    label = _LABEL.search(line) if dates or clock or ago else _LABEL.match(line)
    if not (dates or clock or ago):
        return _empty_label(line, label)
    rest = _without(line, dates, [_AGO] * ago + [_CLOCK] * clock + [_ZONE] + [_LABEL] * (label is not None))
    words = _WORD.findall(rest)
    weekdays = [weekday_number(word) for word in words]
    weekday = next(filter(None, weekdays), None)
    left = [
        word
        for word, number in zip(words, weekdays, strict=True)
        if not number and word.casefold() not in _SMALL_WORDS
    ]
    if left and _tells_of_event(line, dates, left, is_plain=not (label or clock or ago)):
        return None
    if _is_range(line, dates):
        return None
    if len(left) > _most_words(label, line) or (line[-1] in ".!?।۔。" and len(left) > 2):  # noqa: PLR2004
        return None
    if not dates and not ago and (len(left) > 2 or _is_timetable(line)):  # noqa: PLR2004
        return None
    most = _MOST_PLAIN + (2 if " by " in line or " By " in line or line.startswith(("By ", "by ")) else 0)
    if len(left) > most and not (label or clock or ago or "|" in line):
        return None
    if (
        left
        and not dates
        and not clock
        and not (label or line.strip(" •·-|").startswith(tuple("0123456789")))
        and not (ago and (_PARTED.search(line) is not None or _NAMED_AGO.match(line) is not None))
    ):
        return None
    return Row(_first_published(line, dates), dates, label is not None, clock or ago, weekday, line)


_BRACKETED_DAY: Final = re.compile(r"(?:^|[^\W\d_a-z][\w .'’-]{4,40} )\((?P<one>\d{1,2})/(?P<two>\d{1,2})\)$")


def is_bracketed_day(line: str) -> bool:
    """Return whether the line is `(12/13)`: numbers that are a day in one order only, no page of some."""
    match = _BRACKETED_DAY.match(line) if line[0] == "(" and line[-1] == ")" else None
    return match is not None and max(int(match["one"]), int(match["two"])) > 12  # noqa: PLR2004


_SHORT_YEAR: Final = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?![\d.:])")


def _short_year(line: str) -> tuple[Written, ...]:
    """Return the day of `Published: 12.08.24`, day first; a label must stand before it."""
    match = (
        _SHORT_YEAR.search(line)
        if line.count(".") > 1 or line.count("/") > 1 or line.count("-") > 1
        else None
    )
    if match is None or _LABEL.search(line, 0, match.start()) is None:
        return ()
    day, month, year = int(match[1]), int(match[3]), 2000 + int(match[4])
    if full_date(year, month, day) is None:
        return ()
    return (Written(year, month, day, *match.span(), is_ambiguous=day <= 12 and day != month),)  # noqa: PLR2004


def _bracketed_day(line: str) -> tuple[Written, ...]:
    """Return the day of `(12/13)`, alone or behind a name: day and month where only one order is a day."""
    match = _BRACKETED_DAY.match(line) if line[-1] == ")" else None
    if match is None:
        return ()
    one, two = int(match["one"]), int(match["two"])
    start, end = match.start("one"), match.end("two")
    both = ((two, one), (one, two))
    found = (Written(None, month, day, start, end) for month, day in both if full_date(2000, month, day))
    return tuple(found)[:1]


def _may_be_row(line: str) -> bool:
    """Return whether the line holds a digit or is short enough to be an empty label, and is no sentence."""
    if len(line) < _LABEL_MOST:
        return True
    is_stopped = line[-1] == "." and len(line) > _SENTENCE
    if is_stopped and "|" not in line and "ago" not in line[-8:]:
        return False
    if _NUMBER.search(line) is None:
        return "ago" in line[-8:]
    if "|" in line:
        return True
    return line.count(" ") <= _MOST_SPACES and not is_stopped


_EVENT: Final = frozenset(
    (
        "deadline", "when", "venue", "effective", "born", "died", "due", "closing", "starts", "begins",
        "ends", "until", "till", "through", "expires", "expiry", "valid", "since", "opens", "closes",
        "established", "founded", "event", "anniversary", "birthday",
    )
)  # fmt: skip
"""Words of a line that says when something is or was: `Deadline: 3 May 2019`."""
_ASIDE: Final = frozenset(
    ("view", "views", "comment", "comments", "read", "reads", "edition", "hits", "shares")
)
_SPAN: Final = re.compile(r"\d(?:st|nd|rd|th)?\s?(?:[-–—]|to|and|&|till|until)\s?$")


def _tells_of_event(line: str, dates: tuple[Written, ...], left: list[str], *, is_plain: bool) -> bool:
    """Return whether a line with a date is about something else than when the page appeared."""
    if any(word.casefold() in _EVENT for word in left):
        return True
    if not (is_plain and dates):
        return False
    behind = _WORD.findall(line[dates[-1].end :])
    return any(len(word) > 3 and word.islower() and word.isascii() and word not in _ASIDE for word in behind)  # noqa: PLR2004


def _is_range(line: str, dates: tuple[Written, ...]) -> bool:
    """Return whether the line's first date closes a span of days: `3-5 May 2019`."""
    return bool(dates) and _SPAN.search(line[: dates[0].start]) is not None


def _is_timetable(line: str) -> bool:
    """Return whether a line is a row of a table of hours: `Cudding | 04:10 | 10:25 | 16:32`."""
    return line.count("|") > 1 and sum(1 for _ in _CLOCK.finditer(line)) > 1


def _may_say_ago(line: str) -> bool:
    if line.isascii():
        return "ago" in line or "hace" in line or "vor " in line or "il y a" in line
    low = line.casefold()
    return any(sign in low for sign in _AGO_SIGNS)


_AGO_SIGNS: Final = ("ago", "hace", "vor ", "il y a", "назад", "önce", "lalu", "前", "전", "منذ")


def _empty_label(line: str, label: re.Match[str] | None) -> Row | None:
    """Return a row for `Written on` and nothing more."""
    if label is None or label.start() > 0 or label.end() < len(line.rstrip(" :-|")):
        return None
    return Row(None, (), is_labelled=True, has_clock=False, weekday=None)


def _most_words(label: re.Match[str] | None, line: str) -> int:
    """Return how many other words a row may have: more beside a label or between bars."""
    return _MOST_WORDS + (2 if label else 0) + 2 * line.count("|")


def _without(line: str, dates: Iterable[Written], patterns: Iterable[re.Pattern[str]]) -> str:
    """Return the line without its dates and what else is no word of its own: times, zones, labels."""
    pieces = []
    position = 0
    for date in dates:
        pieces.append(line[position : date.start])
        position = date.end
    pieces.append(line[position:])
    rest = " ".join(pieces)
    for pattern in patterns:
        rest = pattern.sub(" ", rest)
    return _URL.sub(" ", rest) if "@" in rest or "www." in rest or "://" in rest else rest


_URL: Final = re.compile(r"(?:https?://)?(?:www\.)[\w./-]+|https?://[\w./-]+|@\w+")


def _first_published(line: str, dates: tuple[Written, ...]) -> Written | None:
    """Return the date that is not marked as an update; the first one if all are."""
    for date in dates:
        before = line[max(0, date.start - 40) : date.start]
        labels = _LABEL.findall(before)
        if not labels or not _UPDATE.search(labels[-1]):
            return date
    return dates[0] if dates else None
