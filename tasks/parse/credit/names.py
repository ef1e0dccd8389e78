# ruff: noqa: RUF001 - raw files print these signs
"""Take a composite credit apart: `UrduPoint / Pakistan Point News` is two names, `dpa-AFX` one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from schemas.reference.lexicon import Agency, Lexicon

_LONGEST_NAME: Final = 90
_JOINT: Final = re.compile(r"\s*(?:[/|;،,&+]| and | with | y | et | und |\s[-–—]\s?|[-–—]\s)\s*")
_TRIM: Final = " \t\u00a0.,:;-–—/'\"[]()«»“”"
_LEAD: Final = re.compile(
    r"(?i)(?:корр\.?|by|via|source|from|with(?: (?:files|inputs?) from)?|inputs? from"
    r"|with agency inputs?)\b[ :]*"
)


def split_names(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where each name of the credit stands, in order."""
    whole = _trimmed(text, start, end)
    if whole is None:
        return []
    if find_agency(text[whole[0] : whole[1]], lexicon) is not None:
        return [whole]
    cuts = []
    position = whole[0]
    for joint in _JOINT.finditer(text, whole[0], whole[1]):
        cuts.append(_trimmed(text, position, joint.start()))
        position = joint.end()
    cuts.append(_trimmed(text, position, whole[1]))
    pieces = [part for piece in cuts if piece is not None for part in _hyphened(text, *piece, lexicon)]
    return _without_marks(text, pieces, lexicon) if len(pieces) > 1 else pieces


def _hyphened(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the two agencies of `APP-UrduPoint`; any other name with a hyphen is one."""
    at = text.find("-", start, end)
    if at > 0 and find_agency(text[start:end], lexicon) is None:
        names = [(start, at), (at + 1, end)]
        if all(is_agency(text[a:b], lexicon) for a, b in names):
            return names
    return [(start, end)]


def _without_marks(text: str, pieces: list[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the names without a desk's mark in small letters beside an agency: `dpa/lby`."""
    known = [piece for piece in pieces if find_agency(text[piece[0] : piece[1]], lexicon) is not None]
    if not known:
        return pieces
    return [piece for piece in pieces if piece in known or not text[piece[0] : piece[1]].islower()]


@lru_cache(maxsize=4096)
def find_agency(name: str, lexicon: Lexicon) -> Agency | None:
    """Return the agency of that name.

    A bare country (`Oman`) is a place, even where its agency is called so.
    """
    if len(name) > _LONGEST_NAME:
        return None
    agency = lexicon.agency(name)
    return agency if agency is None or lexicon.country(name) is None else None


def known_names(credit: str, lexicon: Lexicon) -> list[Agency]:
    """Return the known agencies among the names of a credit."""
    cuts = split_names(credit, 0, len(credit), lexicon)
    agencies = (find_agency(credit[start:end], lexicon) for start, end in cuts)
    return [agency for agency in agencies if agency is not None]


@lru_cache(maxsize=4096)
def is_agency(name: str, lexicon: Lexicon) -> bool:
    """Return whether the name is an agency's, also one that agencies of several countries share: `APA`."""
    return find_agency(name, lexicon) is not None or lexicon.is_shared_agency(name)


def names_agency(credit: str, lexicon: Lexicon) -> bool:
    """Return whether one of the names of a credit is an agency's."""
    cuts = split_names(credit, 0, len(credit), lexicon)
    return any(is_agency(credit[start:end], lexicon) for start, end in cuts)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    lead = _LEAD.match(text, start, end)
    if lead is not None and lead.end() < end:
        start = lead.end()
    bracket = text.find("(", start + 1, end)
    if bracket > 0:
        end = bracket
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return (start, end) if start < end else None
