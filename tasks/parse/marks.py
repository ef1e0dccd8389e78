# ruff: noqa: RUF001 - raw files print these signs
"""What a paragraph is by itself, before its neighbours are asked.

Chrome, date line, byline, caption, or text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.parse.bylines import BYLINE_WORDS, FoundByline, read_byline, read_name_line, read_row_names
from tasks.parse.captions import is_caption
from tasks.parse.chrome import CHROME_WORDS, Opens, chrome, is_glued_menu
from tasks.parse.datelines import read_head
from tasks.parse.datelines.meta_row import read_meta_row
from tasks.parse.dates.rows import Row, read_row
from tasks.parse.shape import is_sentence

if TYPE_CHECKING:
    from schemas.records import ParagraphKind
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.datelines.found import Found
    from tasks.parse.datelines.meta_row import MetaRow

_PLAIN_TEXT = 320
_PLAIN_LEAST = 121
_PLAIN_ENDS = '."”'
_LONGEST_FIRST = 24
_RULED_WORDS = CHROME_WORDS | BYLINE_WORDS
_DATELINE_LEAST = 30
_DATELINE_TRIES = 4


@dataclass(slots=True)
class Mark:
    """One paragraph as it is being understood; `kind` is None while it is only known to be words."""

    text: str
    kind: ParagraphKind | None = None
    opens: Opens = Opens.NOTHING
    is_text: bool = False
    """True for running text, False for titles, names and menu entries."""
    is_guess: bool = False
    """True for chrome that only its place on the page tells."""
    dateline: Found | None = None
    row: Row | None = None
    meta: MetaRow | None = None
    byline: FoundByline | None = None


def mark_all(texts: list[str], lexicon: Lexicon) -> list[Mark]:
    """Return a mark for each paragraph; datelines are looked for in the first few that could hold one."""
    marks: list[Mark] = []
    tries = _DATELINE_TRIES
    for text in texts:
        mark = _mark(text, lexicon, may_open=tries > 0)
        if marks and mark.kind is None and not mark.is_text and _is_empty_label(marks[-1]):
            mark.byline = read_name_line(text)
            mark.kind = "byline" if mark.byline is not None else None
        if mark.dateline is not None:
            tries = 0
        elif mark.is_text and mark.kind is None:
            tries -= 1
        marks.append(mark)
    return marks


def _is_empty_label(mark: Mark) -> bool:
    """Return whether the line above is a byline's label without a name: `Автор:`."""
    return (
        mark.byline is not None
        and not mark.byline.persons
        and mark.text.rstrip().endswith((":", "：", "by", "By", "BY"))
    )


def _mark(text: str, lexicon: Lexicon, *, may_open: bool) -> Mark:
    mark = Mark(text, is_text=is_sentence(text))
    if may_open and len(text) >= _DATELINE_LEAST and _opens_article(mark, lexicon):
        return mark
    if mark.is_text and _is_plain(text):
        mark.kind = "caption" if is_caption(text) else None
        return mark
    if mark.is_text and len(text) > _PLAIN_TEXT and not is_caption(text):
        opens = chrome(text)
        if opens is not None:
            mark.kind, mark.opens = "chrome", opens
        elif is_glued_menu(text):
            mark.kind = "chrome"
        return mark
    return _mark_short(mark, lexicon)


def _is_plain(text: str) -> bool:
    """Return whether a paragraph can only be text or a caption: long, stopped, no first word of a rule."""
    if len(text) < _PLAIN_LEAST or text[-1] not in _PLAIN_ENDS or "|" in text:
        return False
    first = text[:_LONGEST_FIRST].split(" ", 1)[0]
    return first.isalpha() and first.casefold() not in _RULED_WORDS


def _opens_article(mark: Mark, lexicon: Lexicon) -> bool:
    """Look for a dateline at the start; a title after a place (`Ghana: Dock Union Calls`) is not one."""
    found = read_head(mark.text, lexicon)
    if found is None or found.end >= len(mark.text):
        return False
    if not mark.is_text and found.date is None and found.credit is None:
        return False
    mark.dateline = found
    mark.is_text = True
    return True


def _mark_short(mark: Mark, lexicon: Lexicon) -> Mark:
    text = mark.text
    opens = chrome(text)
    if opens is not None:
        mark.kind, mark.opens = "chrome", opens
    elif (row := read_row(text)) is not None:
        mark.kind, mark.row = "meta", row
        mark.meta = read_meta_row(text, row, lexicon)
        mark.byline = read_row_names(text, lexicon)
    elif (byline := read_byline(text, lexicon)) is not None:
        mark.kind, mark.byline = "byline", byline
    elif is_caption(text):
        mark.kind = "caption"
    elif is_glued_menu(text):
        mark.kind = "chrome"
    return mark
