# ruff: noqa: RUF001 - raw files print these signs
"""Bylines: who wrote it, persons only, in every form raw files have.

`FORMS` is the registry, by the first word of the line. What an agency's name fills (`By Yonhap`) is a credit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.parse.bylines import by, labels, reporting, rows
from tasks.parse.bylines.found import FoundByline

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

__all__ = [
    "BYLINE_WORDS",
    "FoundByline",
    "read_byline",
    "read_name_agency",
    "read_name_line",
    "read_name_list",
    "read_row_names",
    "read_signed",
    "read_uncased_name",
]

_LONGEST_WORD: Final = 24
read_name_line = rows.read_name_line
read_name_agency = rows.read_name_agency
read_name_list = rows.read_name_list
read_uncased_name = rows.read_uncased_name
read_row_names = rows.read_row_names
read_signed = reporting.read_signed


def read_byline(line: str, lexicon: Lexicon) -> FoundByline | None:
    """Return the authors and agencies of a byline, or None when the line is something else."""
    word = line[:_LONGEST_WORD].lstrip("([ -–—*•").split(" ", 1)[0].split(":", 1)[0].casefold()
    read = _BY_WORD.get(word)
    found = read(line, lexicon) if read is not None else None
    if found is None and len(line) <= rows.LONGEST:
        found = rows.read_whole(line, lexicon)
    if found is None and "contributed" in line:
        found = reporting.read_contributed(line, lexicon)
    return found


_BY_WORD: Final = {word: form.read for form in (by.FORM, reporting.FORM, labels.FORM) for word in form.words}
BYLINE_WORDS: Final = frozenset(_BY_WORD)
