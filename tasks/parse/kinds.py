# ruff: noqa: RUF001 - raw files print these signs
"""What sort of page it is: one article, or an index, a live blog, a transcript, several articles, a stub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.headline import is_office
from tasks.parse.shape import is_dense, word_count

if TYPE_CHECKING:
    from schemas.records import ArticleKind
    from tasks.parse.layout import Layout
    from tasks.parse.marks import Mark

_MORE: Final = re.compile(
    r"(?i)(?:continue reading|read more|read full|lire la suite|leer más|weiterlesen|читать далее"
    r"|mehr lesen)\W*(?:»|→)?(?:\s?[-–]\s?\w+)?(?:\s?[A-Z]?[\w ,./-]{0,20}\d{4})?$"
)
_MORE_SIGNS: Final = (
    "continue reading", "read more", "read full", "la suite", "leer más", "weiterlesen", "далее",
    "mehr lesen",
)  # fmt: skip
_LIVE: Final = re.compile(
    r"(?i)\b(?:live updates|live blog|liveblog|as it happened|the latest on|follow live|live:"
    r"|minute by minute)\b|^the latest:|^live ?[:|-]"
)
_CLOCK_LINE: Final = re.compile(
    r"\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s?(?:GMT|ET|IST|BST|EST|EDT|[A-Z][a-z]+ \d{1,2}))?\.?$"
    r"|\d{1,2} [ap]\.m\.(?: .{1,16})?$",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,40}(?:, [^:]{2,50})?|Q|A|QUESTION|ANSWER|Question|Answer|Moderator|MODERATOR"
    r"|Host|[A-Z][a-z]+ [A-Z][a-z]+)(?: \([^()]{2,40}\))?:\s"
)
_SPEECH: Final = re.compile(
    r"(?i)\(?(?:check against delivery|as delivered|as prepared for delivery)\)?$|(?:full )?(?:text"
    r"|transcript) of\b"
)
_SPOKEN_TITLE: Final = re.compile(
    r"(?i)(?:opening |closing |keynote |welcome |inaugural |full |introductory )?(?:remarks|speech|address"
    r"|statement|lecture|toast|sermon|eulogy)\b[^.]{0,60}\b(?:by|of|to|at|on|before)\b"
)
_SPEAKS: Final = re.compile(r"(?:^|[.!?,;] |\b(?:and|but|that|when|which|if|as|what|how) )I (?:\w)")
_SPEECH_SIGNS: Final = ("deliver", "text of", "transcript of")
_TEMPLATE: Final = re.compile(
    r"\[[A-Z][\w']+(?:'s)? (?:Name|Date|Location|Title|City|Company|Amount|Country)\]|\[(?:Insert"
    r"|Your) [^\]]{2,40}\]"
)
_FORUM: Final = re.compile(
    r"(?i)^(?:quote|reply|post by .{2,60}|unread posts?|board index\b.*|\d+ posts? .{0,4}page \d+.*"
    r"|posts?: ?\d+|joined: .{4,30}|re: .{3,80}|\d+ posts?|likes? received.*"
    r"|registered user|senior member|junior member|originally posted by .{2,40})$"
)
_FORUM_SIGNS: Final = ("quote", "reply", "post", "joined", "re: ", "received", "member", "user")
_TIMED: Final = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:-->|-|–)\s?\d{1,2}:\d{2}(?::\d{2})?)?\s+\S")
_VIDEO: Final = re.compile(
    r"(?i)^(?:[•·]\s*)?\d+ (?:second|minute|hour|day|week|month|year)s? ago$|^\d[\d,.]*[km]? views\b"
    r"|^(?:now playing|up next|watch later|video transcript|duration:? .{1,12})$"
)
_RELEASE: Final = re.compile(
    r"(?i)^\(?release id\b|^(?:immediate release|readout(?: of\b.*)?|statement|joint statement\b.*|media"
    r" note)$"
    r"|(?:^|[>›»/|] ?)(?:press releases?|news releases?|for immediate release|media releases?"
    r"|media statements?|press statements?|media advisory|press communiqu[eé]|communiqu[eé] de presse"
    r"|pressemitteilung|press note)(?:\W|$)"
)
_NUMBERED: Final = re.compile(r"(\d)\. [A-Z]")
_RELEASE_END: Final = re.compile(
    r"(?i)^\(?release id\b|\b(?:media contacts?|press contacts?|source ?:? (?:businesswire|pr newswire"
    r"|globe ?newswire))\b|^about [A-Z][\w&. ]{2,40}$|^# ?# ?#$|prnewswire|business wire|globe newswire"
)
_RELEASE_SIGNS: Final = (
    "release", "press ", "media ", "communiqu", "pressemitteilung", "contact", "wire", "about ", "#",
    "readout", "statement",
)  # fmt: skip
_STATE_LINE: Final = re.compile(r"[A-Z][A-Z .]{3,24}$")
_NO_HEADS: Final = ("caption", "byline", "repeat")
_SCORE: Final = re.compile(r"[A-Z][^\W\d][\w '’&.-]{1,40}? \d{1,3}, [A-Z][\w '’&.-]{1,40}? \d{1,3}$")
_GAMES_LEAST: Final = 3
"""So many results on lines of their own (`Mill Lane 2, Harriers 2`) head the reports of a round."""
_SHORT_LINE: Final = 80
_TITLE_KINDS: Final = ("headline", "lede", "body")
_INDEX_LEAST: Final = 3
_TITLE_LEAST: Final = 3
_HEAD_LINES: Final = 6
_SHORT_BODY: Final = 60
_SHORT_DENSE: Final = 20


def kind_of(layout: Layout, datelines: int) -> ArticleKind:  # noqa: PLR0911 - one kind a line
    """Return the kind of the page."""
    marks = layout.marks
    texts = [mark.text for mark in marks]
    short = [text for text in texts if len(text) < _SHORT_LINE]
    bodies = [mark.text for mark in marks if mark.kind in ("body", "lede")]
    said = "\n".join(short).casefold()
    if _holds(said, _MORE_SIGNS) and sum(1 for text in short if _MORE.search(text)) >= 2:  # noqa: PLR2004
        return "index"
    if _is_list_of_titles(marks):
        return "index"
    if short and _is_liveblog(texts, short):
        return "liveblog"
    headline = marks[layout.headline].text if layout.headline is not None else ""
    if _is_transcript(short[:8] if _holds(said, _SPEECH_SIGNS) else [], headline, bodies):
        return "transcript"
    if _is_other(short, bodies, may_be_forum=_holds(said, _FORUM_SIGNS)):
        return "other"
    if _is_multi(layout, datelines):
        return "multi"
    if (
        _is_release(texts if _holds(said, _RELEASE_SIGNS) else [], bodies)
        or _is_office_page(layout)
        or _is_dated_at_end(layout)
    ):
        return "release"
    if not bodies:
        return "index" if _count_titles(marks) >= _INDEX_LEAST else "stub"
    if len(bodies) == 1 and not any(mark.dateline for mark in marks):
        least = _SHORT_DENSE if is_dense(bodies[0]) else _SHORT_BODY
        return "stub" if len(bodies[0]) < least else "article"
    return "article"


def _holds(said: str, signs: tuple[str, ...]) -> bool:
    """Return whether the short lines of a page, casefolded, hold a sign that a pattern needs."""
    for sign in signs:  # noqa: SIM110 - half the time of any()
        if sign in said:
            return True
    return False


def _count_titles(marks: list[Mark]) -> int:
    """Return how many lines read as titles of stories, none of which is told here."""
    return sum(
        (mark.is_guess or mark.kind == "headline") and word_count(mark.text) > _TITLE_LEAST for mark in marks
    )


def _is_list_of_titles(marks: list[Mark]) -> bool:
    """Return whether a page has several titles and no sentence at all."""
    if len(marks) < _INDEX_LEAST or any(mark.is_text or mark.dateline for mark in marks):
        return False
    titles = [
        mark
        for mark in marks
        if mark.kind in _TITLE_KINDS and word_count(mark.text) > _TITLE_LEAST and not mark.text[0].isdigit()
    ]
    return len(titles) > _INDEX_LEAST - 1 and len(titles) * 3 > len(marks)


def _is_liveblog(texts: list[str], short: list[str]) -> bool:
    clocks = sum(1 for text in short if text[0].isdigit() and len(text) < 40 and _CLOCK_LINE.match(text))  # noqa: PLR2004
    if clocks < 2:  # noqa: PLR2004
        return False
    return clocks >= 4 or any(_LIVE.search(text) for text in texts[:12])  # noqa: PLR2004


def _is_transcript(heads: list[str], headline: str, bodies: list[str]) -> bool:
    """Return whether speakers take turns, or the page gives one speech word for word."""
    if any(_SPEECH.match(text) for text in heads):
        return True
    if _SPOKEN_TITLE.match(headline) and sum(1 for text in bodies if _SPEAKS.search(text)) >= 2:  # noqa: PLR2004
        return True
    spoken = [text for text in bodies if ":" in text[:90]]
    turns = sum(1 for text in spoken if _SPEAKER.match(text)) if len(spoken) > 2 else 0  # noqa: PLR2004
    return turns >= 3 and turns * 3 >= len(bodies)  # noqa: PLR2004


def _is_other(short: list[str], bodies: list[str], *, may_be_forum: bool) -> bool:
    """Return whether it is a video page, a template, a forum or timed captions."""
    if any(_TEMPLATE.search(text[:2000]) for text in bodies if "[" in text):
        return True
    if may_be_forum and sum(1 for text in short if _FORUM.match(text)) >= 2:  # noqa: PLR2004
        return True
    numbered = [text for text in bodies if text[0].isdigit()]
    if len(numbered) > 2 and sum(1 for text in numbered if _TIMED.match(text)) >= 3:  # noqa: PLR2004
        return True
    return len(bodies) <= 2 and sum(map(len, bodies)) < 600 and any(_VIDEO.match(text) for text in short)  # noqa: PLR2004


def _is_release(texts: list[str], bodies: list[str]) -> bool:
    """Return whether an office speaks: a label at the top, a contact at the end, or numbered paragraphs."""
    if any(_RELEASE.search(text) for text in texts[:8] if len(text) < 60):  # noqa: PLR2004
        return True
    if any(_RELEASE_END.search(text) for text in texts[-6:] if len(text) < 80):  # noqa: PLR2004
        return True
    numbered = [_NUMBERED.match(text) for text in bodies if text[0].isdigit()]
    numbers = [match[1] for match in numbered if match is not None]
    return len(numbers) >= 2 and numbers == sorted(numbers) and numbers[0] in "12"  # noqa: PLR2004


def _is_dated_at_end(layout: Layout) -> bool:
    """Return whether place and day close the text, as in what an office puts out: `Lima`, `July 21, 2020`."""
    below: list[Mark] = []
    for mark in reversed(layout.marks):
        if mark.kind == "body":
            break
        if mark.kind == "meta":
            below.append(mark)
    else:
        return False
    has_place = any(mark.dateline is not None and mark.dateline.place is not None for mark in below)
    return has_place and any(
        (mark.dateline is not None and mark.dateline.date is not None)
        or (mark.row is not None and mark.row.date is not None and not mark.row.is_labelled)
        for mark in below
    )


def _is_office_page(layout: Layout) -> bool:
    """Return whether an office's name heads the page: `Ministry of Waterways of the Republic`."""
    if layout.headline is None:
        return False
    heads = layout.marks[: min(layout.headline, _HEAD_LINES)]
    return any(mark.kind == "chrome" and is_office(mark.text) for mark in heads)


def _is_multi(layout: Layout, datelines: int) -> bool:
    """Return whether several stories stand one after the other, each under its own place."""
    if datelines > 2:  # noqa: PLR2004
        return True
    heads = 0
    for index in [index for index, mark in enumerate(layout.marks) if mark.text.isupper()]:
        mark = layout.marks[index]
        is_furniture = mark.kind == "chrome" and not mark.is_guess
        if not is_furniture and mark.kind not in _NO_HEADS and _STATE_LINE.match(mark.text):
            following = layout.marks[index + 1 : index + 4]
            heads += any(other.is_text for other in following)
    scores = sum(1 for mark in layout.marks if mark.text[-1].isdigit() and _SCORE.match(mark.text))
    if scores >= _GAMES_LEAST:
        return True
    ends = len({index for index, _ in layout.tail_credits})
    return heads >= 2 or (heads >= 1 and ends >= 2)  # noqa: PLR2004
