# ruff: noqa: RUF001 - raw files print these signs
"""Choose the headline among the lines above the body.

A line that is said again below is the headline; else the first line long enough not to be a menu entry;
a lede without a final stop is not, and neither is a site's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.chrome.navigation import SECTIONS
from tasks.parse.datelines.found import is_outlet
from tasks.parse.shape import canonical, word_count

if TYPE_CHECKING:
    from tasks.parse.marks import Mark

_MENU_BARS: Final = 2
_LEAST_WORDS: Final = 4
_SHORT_WORDS: Final = 2
_LONGEST: Final = 260
_SITE: Final = re.compile(
    r"^(?:the )?(?:[\w'’.&-]+ ){0,4}(?:news|times|post|tv|radio|gazette|herald|tribune|journal|online"
    r"|network|agency|daily|today|media|press)"
    r"(?: (?:online|network|agency|service|international|english))?$|\.(?:com|net|org|pk|in|tv"
    r"|co\.\w\w)$|^www\.",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"(?i:(?:the )?(?:ministry|office|department|embassy|(?:\w+ )?republic|kingdom|sultanate|state|government"
    r"|permanent mission|bureau|high commission|consulate general|directorate|commission|secretariat"
    r"|authority|general secretariat|directorate general))"
    r"(?:,? (?:of|for|and|the|in|to|at|&|OF|FOR|AND|THE|[A-Z][\w-]*)){1,9}$"
)
_HEADLINE_VERB: Final = re.compile(
    r" (?i:opens?|launch(?:es)?|says?|signs?|holds?|meets?|seeks?|urges?|warns?|plans?|calls?|bans?|cuts?"
    r"|wins?|gets?|sets?|makes?|takes?|gives?|adds|approves?|announces?|issues?|rejects?|denies|hosts?|receives?"
    r"|unveils?|inaugurates?|orders?|asks?|tells?|begins?|starts?|ends?|reports?|releases?|extends?|cancels?"
    r"|postpones?|summons|condemns?|welcomes?|backs?|appoints?|names?|vows?|will|to (?!the )|clears?"
    r"|raises?|sends?)\b"
)
"""An office of which a verb says something is no letterhead: `Ministry of Ports Opens Third Berth`."""
_STATE_LINE: Final = re.compile(r"[A-Z][A-Z .-]{3,24}")
_ENDS_SENTENCE: Final = re.compile(r"[^\W\d_A-Z.]{2}\.$|[。।۔]$")
_LATIN: Final = re.compile(r"[A-Za-z]{2}")
_CYRILLIC: Final = re.compile(r"[а-яё]{3}", re.IGNORECASE)


def choose_headline(marks: list[Mark], limit: int) -> int | None:  # noqa: PLR0911 - one reason a line
    """Return the index of the headline above `limit`, or None."""
    candidates = [index for index in range(limit) if _may_be_headline(marks[index])]
    if not candidates:
        return None
    first = candidates[0]
    if (
        first + 1 < limit
        and _STATE_LINE.fullmatch(marks[first + 1].text)
        and word_count(marks[first].text) >= _SHORT_WORDS
        and not _is_site(marks[first].text)
    ):
        return first
    seen: dict[str, int] = {}
    for index in candidates:
        if index > first and _is_page_title(marks[first].text, marks[index].text):
            return index
        name = canonical(marks[index].text)
        if name in seen and word_count(marks[index].text) >= _SHORT_WORDS + 1:
            return seen[name]
        seen.setdefault(name, index)
    titles = [index for index in candidates if word_count(marks[index].text) >= _LEAST_WORDS]
    for index in titles:
        if not _is_site(marks[index].text):
            return index
    if len(candidates) > _LEAST_WORDS:
        return None
    return next((index for index in candidates if _is_short_title(marks, index)), None)


_PAGE_TITLE: Final = re.compile(r"(?P<title>.{20,}?) ?(?:[|–—»:-]|::) [^|]{2,30}$")


def _is_page_title(text: str, title: str) -> bool:
    """Return whether a line is a title and the site's name: `Pilots to be shared | Harbour Post`."""
    if not text.startswith(title) or word_count(title) < _LEAST_WORDS:
        return False
    match = _PAGE_TITLE.match(text)
    return match is not None and len(match["title"].rstrip()) >= len(title) > len(text) // 2


def _is_short_title(marks: list[Mark], index: int) -> bool:
    """Return whether two or three words are a title: a date or author follows, or no menu stands above."""
    text = marks[index].text
    words = word_count(text)
    if words < _SHORT_WORDS or _is_site(text):
        return False
    following = marks[index + 1] if index + 1 < len(marks) else None
    if following is not None and (following.row is not None or following.byline is not None):
        return True
    is_below_menu = index > 0 and marks[index - 1].kind == "chrome"
    return (
        words > _SHORT_WORDS
        and not is_below_menu
        and "&" not in text
        and not text.startswith(("The ", "THE "))
    )


def _may_be_headline(mark: Mark) -> bool:
    text = mark.text
    if mark.kind is not None or len(text) > _LONGEST or mark.is_text:
        return False
    if text.count(" | ") >= _MENU_BARS:
        return False
    return not (text[0].islower() or text.casefold() in SECTIONS or _ENDS_SENTENCE.search(text))


def _is_section_of_site(text: str) -> bool:
    """Return whether the line is a paper's name and a section: `Harbour Ledger — School sports`."""
    name, dash, section = text.replace(" – ", " — ").replace(" | ", " — ").partition(" — ")
    return bool(dash) and is_outlet(name) and word_count(section) <= _LEAST_WORDS


_TAGLINE: Final = re.compile(
    r"(?i)\b(?:since|est\.?|established(?: in)?|founded(?: in)?) \d{4}$"
    r"|^(?:your|the voice of|independent|trusted|local|breaking|daily|online) .{0,40}\b(?:news|voice"
    r"|source|paper"
    r"|newspaper|journalism|information)\b.{0,30}$"
)
"""What a paper says of itself below its name."""


def is_office(text: str) -> bool:
    """Return whether the line is an office's name and nothing else."""
    return _OFFICE.match(text) is not None and _HEADLINE_VERB.search(text) is None


def _is_site(text: str) -> bool:
    """Return whether the line is the name of a site or an office, or mixes scripts as only site names do."""
    if is_office(text) or _is_section_of_site(text) or _TAGLINE.search(text) is not None:
        return True
    return _SITE.search(text) is not None or (
        _LATIN.search(text) is not None and _CYRILLIC.search(text) is not None
    )
