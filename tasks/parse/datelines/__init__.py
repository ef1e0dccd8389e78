"""Datelines: where and when a story was filed, in every form raw files have.

`FORMS` is the registry, in the order of trying: forms that prove more (place, date and agency) come before
those that prove less. A form is one function in one small module.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import is_agency
from tasks.parse.datelines import arabic, bare, credited, dated, han, named
from tasks.parse.datelines.pieces import HEAD, may_open

if TYPE_CHECKING:
    from collections.abc import Callable

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
_SIGNS: Final = tuple(dict.fromkeys(sign for form in FORMS for sign in form.needs))
_ASCII_SIGNS: Final = tuple(filter(str.isascii, _SIGNS))
_SIGNS_WITHIN: Final = 110
_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
"""Spaces of other widths: a head is read as if each were a plain one, so that its positions stay."""
_DIGIT: Final = re.compile(r"\d")


def read_head(paragraph: str, lexicon: Lexicon) -> Found | None:
    """Return the dateline a paragraph opens with, or None."""
    head = paragraph[:HEAD]
    if not head.isascii():
        head = head.translate(_SPACES)
    if not may_open(head):
        return None
    is_ascii = head.isascii()
    start = head[:_SIGNS_WITHIN]
    signs = [sign for sign in (_ASCII_SIGNS if is_ascii else _SIGNS) if sign in start]
    for read in _readers(frozenset(signs), _DIGIT.search(head) is not None, is_ascii):
        found = read(head, lexicon)
        if found is not None:
            return found if found.region is None else _region_settled(found, head, lexicon)
    return None


def _region_settled(found: Found, head: str, lexicon: Lexicon) -> Found:
    """Return the dateline with its region only where that is one; an agency there is the credit.

    `PHNOM PENH, AKP May 2` and `Damascus, SANA-` name no country.
    """
    start, end = found.region or (0, 0)
    region = head[start:end].strip()
    if is_agency(region, lexicon):
        return replace(found, region=None, credit=found.credit or (start, end))
    return found


@lru_cache(1024)
def _readers(
    signs: frozenset[str],
    has_digit: bool,  # noqa: FBT001 - a part of the key
    is_ascii: bool,  # noqa: FBT001 - a part of the key
) -> tuple[Callable[[str, Lexicon], Found | None], ...]:
    """Return how the forms are read that a head with these signs can have, in the order of trying."""
    return tuple(
        form.read
        for form in FORMS
        if not signs.isdisjoint(form.needs)
        and (has_digit or not form.is_dated)
        and not (is_ascii and form.is_foreign)
    )
