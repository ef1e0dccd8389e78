# ruff: noqa: RUF001 - raw files print these signs
"""A row in place of a dateline.

`ANI | New Delhi | Updated: 19-11-2020 22:14 IST | Created: ...`, `... pm IST - New Delhi`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import is_agency

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.dates.rows import Row

    Cut = tuple[int, int]

_JOINT: Final = re.compile(r"\s*\|\s*|\s[-–—]\s|\s{3,}|,\s|\s(?=新华)|\s?(?=来源|來源)|/")
_BY: Final = re.compile(r"\bby (?P<credit>[A-Z]{2,8}) (?P<place>[A-Z][\w. ]{2,30})$")
_SOURCE: Final = re.compile(r"\s*(?:source|sources|agency|来源|來源)\s?[:：]\s*", re.IGNORECASE)
_EDGE: Final = " \t\u00a0-–—|,.()•·"
_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True)
class MetaRow:
    """The place and the agencies a date line names."""

    place: Cut | None
    credits: tuple[Cut, ...]


def read_meta_row(line: str, row: Row, lexicon: Lexicon) -> MetaRow | None:
    """Return place and agencies of a date line, or None when it names neither.

    `by PIB Kochi` says which office put its own words out: no agency wrote them.
    """
    by = _BY.search(line)
    if by is not None and is_agency(by["credit"], lexicon) and lexicon.is_place_name(by["place"]):
        return MetaRow(by.span("place"), ())
    place: Cut | None = None
    names: list[Cut] = []
    for start, end in _pieces(line, row):
        name = line[start:end]
        if name.endswith((" Desk", " desk", " Bureau")):
            continue
        if is_agency(name, lexicon):
            names.append((start, end))
        elif place is None and row.dates and not name.isdigit() and lexicon.is_place_name(name):
            place = (start, end)
    return MetaRow(place, tuple(names)) if place or names else None


def _pieces(line: str, row: Row) -> list[Cut]:
    """Return the parts between bars, dashes and dates that are short enough to be a name."""
    blocked = [(date.start, date.end) for date in row.dates]
    breaks = sorted([*(match.span() for match in _JOINT.finditer(line)), *blocked])
    pieces = []
    position = 0
    for start, end in [*breaks, (len(line), len(line))]:
        piece = _trimmed(line, position, start)
        if piece is not None:
            pieces.append(piece)
        position = max(position, end)
    return pieces


def _trimmed(line: str, start: int, end: int) -> Cut | None:
    label = _SOURCE.match(line, start, end)
    if label is not None:
        start = label.end()
    while start < end and line[start] in _EDGE:
        start += 1
    while end > start and line[end - 1] in _EDGE:
        end -= 1
    if start >= end or end - start > _LONGEST_NAME or not any(map(str.isalpha, line[start:end])):
        return None
    return start, end
