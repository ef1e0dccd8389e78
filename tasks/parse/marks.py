# ruff: noqa: RUF001 - raw files print these signs
"""What a paragraph is by itself, before its neighbours are asked.

Chrome, date line, byline, caption, or text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.parse.bylines import (
    BYLINE_WORDS,
    FoundByline,
    read_byline,
    read_name_line,
    read_row_names,
    read_uncased_name,
)
from tasks.parse.captions import is_caption
from tasks.parse.chrome import CHROME_WORDS, Opens, chrome, is_glued_menu
from tasks.parse.chrome.addressed import LONGEST_ADDRESSED, may_be_addressed
from tasks.parse.chrome.rule import first_word
from tasks.parse.datelines import read_head
from tasks.parse.datelines.meta_row import read_meta_row
from tasks.parse.dates.rows import Row, is_bracketed_day, read_row
from tasks.parse.shape import is_sentence
from tasks.parse.words import words

if TYPE_CHECKING:
    from schemas.records import ParagraphKind
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.datelines.found import Found
    from tasks.parse.datelines.meta_row import MetaRow

_PLAIN_TEXT = 320
_PLAIN_LEAST = 121
_PLAIN_ENDS = '."”'
_QUOTES = '"“'
_DENSE_FROM = "\u2e80"
_LONGEST_FIRST = 24
_DATELINE_LEAST = 30
_DATELINE_TRIES = 4
_RECURS_MOST = 120
"""Menus, date lines and other furniture are no longer; they recur from page to page, and are read once."""
_REMEMBERED = 8192


class Line(NamedTuple):
    """What one paragraph is by itself; `kind` is None where it is only known to be words."""

    is_text: bool
    """True for running text, False for titles, names and menu entries."""
    kind: ParagraphKind | None = None
    opens: Opens = Opens.NOTHING
    row: Row | None = None
    meta: MetaRow | None = None
    byline: FoundByline | None = None


@dataclass(slots=True)
class Mark:
    """One paragraph as it is being understood among its neighbours: first what its line says, then more."""

    text: str
    is_text: bool
    kind: ParagraphKind | None = None
    opens: Opens = Opens.NOTHING
    row: Row | None = None
    meta: MetaRow | None = None
    byline: FoundByline | None = None
    dateline: Found | None = None
    is_guess: bool = False
    """True for chrome that only its place on the page tells."""


def mark_all(texts: list[str], lexicon: Lexicon) -> list[Mark]:
    """Return a mark for each paragraph; datelines are looked for in the first few that could hold one."""
    marks: list[Mark] = []
    if texts:
        texts = [*_part_kicker(texts[0], lexicon), *texts[1:]]
    tries = _DATELINE_TRIES
    for text in texts:
        if tries > 0 and len(text) >= _DATELINE_LEAST:
            opening = _opening(text, lexicon)
            if opening is not None:
                marks.append(opening)
                tries = 0
                continue
        line = _known_line(text, lexicon) if len(text) <= _RECURS_MOST else _read_line(text, lexicon)
        if line is _TEXT:
            marks.append(Mark(text, is_text=True))
            tries -= 1
            continue
        mark = Mark(text, *line)
        if mark.kind is None:
            if mark.is_text:
                tries -= 1
            elif marks and _is_empty_label(marks[-1]):
                mark.byline = read_name_line(text)
                mark.kind = "byline" if mark.byline is not None else None
        marks.append(mark)
    return marks


_KICKERS: Final = words(
    "Economy Business World National International Sports Sport Health Technology Science Local News Culture"
    " Entertainment Environment Education Energy Trade"
)


def _part_kicker(first: str, lexicon: Lexicon) -> list[str]:
    """Return a page's first line in two where a section's name leads a title that begins with a country.

    `Economy Peru, Chile to Open Talks`; other titles may begin with such a word themselves (`World Bank …`).
    """
    kicker, _, title = first.partition(" ")
    if kicker not in _KICKERS or title.count(" ") < 2 or title[-1] == ".":  # noqa: PLR2004
        return [first]
    country = title.split(",", 1)[0] if "," in title[:_COUNTRY_MOST] else title.split(" ", 1)[0]
    return [kicker, title] if lexicon.country(country) is not None else [first]


_COUNTRY_MOST: Final = 24


def _is_empty_label(mark: Mark) -> bool:
    """Return whether the line above is a byline's label without a name: `Автор:`."""
    return (
        mark.byline is not None
        and not mark.byline.persons
        and mark.text.rstrip().endswith((":", "：", "by", "By", "BY"))
    )


def _opening(text: str, lexicon: Lexicon) -> Mark | None:
    """Return the mark of a paragraph that a dateline opens.

    A title after a place (`Ghana: Dock Union Calls`) is not one.
    """
    found = read_head(text, lexicon)
    if found is None or found.end >= len(text):
        return None
    if found.date is None and found.credit is None and not is_sentence(text):
        return None
    return Mark(text, is_text=True, dateline=found)


def _read_line(text: str, lexicon: Lexicon) -> Line:
    """Return what a paragraph is, whatever stands around it: the same words are the same everywhere."""
    if _is_plain(text):
        return _CAPTION if is_caption(text, lexicon) else _TEXT
    is_text = is_sentence(text)
    if is_text and len(text) > _PLAIN_TEXT and not is_caption(text, lexicon):
        opens = chrome(text)
        if opens is not None:
            return Line(is_text, "chrome", opens)
        return Line(is_text, "chrome" if is_glued_menu(text) else None)
    return _read_short(text, lexicon, is_text=is_text)


_TEXT: Final = Line(is_text=True)
_CAPTION: Final = Line(is_text=True, kind="caption")
_known_line = lru_cache(_REMEMBERED)(_read_line)


def _is_plain(text: str) -> bool:
    """Return whether a paragraph can only be text or a caption: long, stopped, no first word of a rule."""
    if len(text) < _PLAIN_LEAST or text[-1] not in _PLAIN_ENDS or "|" in text or not is_sentence(text):
        return False
    first = text[:_LONGEST_FIRST].lstrip(_QUOTES).partition(" ")[0].casefold()
    if not first.isalpha():
        if not first[:1].isalpha() or first[0] > _DENSE_FROM:
            return False
        first = first_word(first)
    if len(text) <= LONGEST_ADDRESSED and may_be_addressed(text):
        return chrome(text) is None
    return first not in _FIRST_WORDS or (first not in BYLINE_WORDS and chrome(text) is None)


_FIRST_WORDS: Final = BYLINE_WORDS | CHROME_WORDS


_WIRE_NOTE: Final = re.compile(
    r"\((?:ATTN|EDS|Eds|Editor|EDITOR|ADDS?|Adds?|UPDATES?|Updates?|RECASTS?|Recasts?|CORRECTS?|Corrects?"
    r"|CORRECTING|Correcting|REFILES?|Refiles?|RPT|Repeats?|REPEATS?|CHANGES?|Changes?|TRIMS|Trims|RESENDS?)\b[^()]*\)$"
)
"""What a desk tells other desks: `(ATTN: ADDS details in paras 4-6)`."""


def _read_short(text: str, lexicon: Lexicon, *, is_text: bool) -> Line:
    if text[0] == "(" and _WIRE_NOTE.match(text) is not None:
        return Line(is_text, "meta")
    opens = chrome(text)
    if opens is not None and not is_bracketed_day(text):
        return Line(is_text, "chrome", opens)
    row = read_row(text)
    if row is not None:
        meta = read_meta_row(text, row, lexicon)
        names = read_row_names(text, lexicon) or read_uncased_name(text, row)
        return Line(is_text, "meta", row=row, meta=meta, byline=names)
    byline = read_byline(text, lexicon)
    if byline is not None:
        return Line(is_text, "byline", byline=byline)
    if is_caption(text, lexicon):
        return Line(is_text, "caption")
    return Line(is_text, "chrome" if is_glued_menu(text) else None)
