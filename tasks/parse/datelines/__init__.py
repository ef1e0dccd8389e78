"""Datelines: where and when a story was filed, in every form raw files have.

`FORMS` is the registry, in the order of trying: forms that prove more (place, date and agency) come before
those that prove less. A form is one function in one small module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.parse.datelines import arabic, bare, credited, dated, han, named
from tasks.parse.datelines.pieces import HEAD, may_open

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.datelines.found import Form, Found

FORMS: Final[tuple[Form, ...]] = (
    *han.FORMS,
    *credited.FORMS,
    *dated.FORMS,
    *arabic.FORMS,
    *named.FORMS,
    *bare.FORMS,
)
_NEEDS: Final = tuple((frozenset(form.needs), form.read) for form in FORMS)
_SIGNS_WITHIN: Final = 110


def read_head(paragraph: str, lexicon: Lexicon) -> Found | None:
    """Return the dateline a paragraph opens with, or None."""
    head = paragraph[:HEAD]
    if not may_open(head):
        return None
    signs = set(head[:_SIGNS_WITHIN])
    for needs, read in _NEEDS:
        if not needs.isdisjoint(signs):
            found = read(head, lexicon)
            if found is not None:
                return found
    return None
