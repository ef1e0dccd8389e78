"""Take a file with several articles apart where the seams are plain.

A seam is a line of its own that only parts things (``___``, ``***``, ``----``, ``NNNN``) with a full head
right below it, or a crawler's header in the middle of a file: ``date 2021-06-29 LIMA: ...``. A head is a
dateline that names place and agency, or place and date, perhaps under one or two titles. Where a part between
two separators lacks such a head (a live blog, a feature with starred breaks), the document stays whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from schemas.records import Document
from tasks.parse.datelines import read_head
from tasks.parse.header import read_header
from tasks.parse.lines import cut

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_SEPARATOR: Final = re.compile(r"^[ \t]*(?:[_=*#~-]{3,}|(?:[*#] ){2,}[*#]|N{4}|\x03)[ \t]*$", re.MULTILINE)
_SIGNS: Final = "_=*#~-N\x03 \t"
_INNER_HEADER: Final = re.compile(r"(?<=\n)(?= ?date \d{4}-\d\d-\d\d )")
_HEAD_LINES: Final = 3
_LEAST: Final = 80


def split(document: Document, lexicon: Lexicon) -> list[Document]:
    """Return the articles of a document, in order; the document itself when no seam is certain.

    Each part keeps its own header line; parts found by separators keep the header of the whole.
    """
    text = document.text
    if document.metadata is not None:
        return [document]
    if text.find("date ", 2) > 0 and ("\ndate " in text or "\n date " in text):
        parts = [part for part in _INNER_HEADER.split(text) if part.strip()]
        if len(parts) > 1:
            return [Document(text=part) for part in parts]
    if not _may_hold_separator(text):
        return [document]
    header = read_header(text)
    pieces = [piece for piece in _SEPARATOR.split(text[header.end :]) if piece.strip()]
    if len(pieces) < 2 or not all(_is_article(piece, lexicon) for piece in pieces):  # noqa: PLR2004
        return [document]
    lead = f"{text[: header.end]} " if header.end else ""
    return [Document(text=lead + piece.strip()) for piece in pieces]


def _may_hold_separator(text: str) -> bool:
    """Return whether some line has nothing but signs of which separators are made."""
    for line in text.split("\n"):
        if line and line[0] in _SIGNS and not line.strip(_SIGNS) and not line.isspace():
            return True
    return False


def _is_article(piece: str, lexicon: Lexicon) -> bool:
    """Return whether a part opens with a full dateline, or has one under a title or two, and goes on."""
    if len(piece.strip()) < _LEAST:
        return False
    for paragraph in cut(piece)[:_HEAD_LINES]:
        found = read_head(paragraph, lexicon)
        if found is not None and found.place is not None and (found.credit or found.date):
            return True
    return False
