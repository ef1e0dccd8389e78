# ruff: noqa: RUF001 - raw files print these signs
"""A dateline that has its line to itself: `JAKARTA`, `Abu Dhabi (WAM)`, `Tashkent, Uzbekistan, Sept. 27`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import is_person
from tasks.parse.credit.names import names_agency
from tasks.parse.datelines.found import Found, cut, dated, is_known_place, is_shouted_place, looks_like_place
from tasks.parse.datelines.pieces import DATE, JUNK, PLACE, REGION

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

LONGEST: Final = 90
_LINE: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION}(?:[ ,.]*(?<=[ ,.]){DATE})?(?P<tail>\s?\(\s*(?P<credit>[^()\n]{{2,60}})\)"
    rf"| ?[-–—/|:,] ?(?P<named>[^()\n]{{2,40}}))?"
    r"\s?[-–—:.]*\s*$"
)
_NAME_SLASH: Final = re.compile(rf"{JUNK}(?P<person>[A-Z][A-Z .'-]{{4,40}}) ?/ ?{PLACE}\s*$")


_HYPHENED: Final = re.compile(
    r"(?P<place>[^\W\d_a-z][^\d()|,:;]{2,50}?) ?[-–—] ?(?P<credit>[A-Z][\w ]{1,40})\s*$"
)


def _hyphened(line: str, lexicon: Lexicon) -> Found | None:
    """Return `ANKARA/IZMIR-Anadolu Agency`: no space parts the places from the agency."""
    match = _HYPHENED.match(line) if "-" in line or not line.isascii() else None
    if (
        match is None
        or not names_agency(match["credit"], lexicon)
        or not is_known_place(match["place"], lexicon)
    ):
        return None
    return Found(start=0, end=len(line), place=cut(match, "place"), credit=cut(match, "credit"))


def _name_and_place(line: str, lexicon: Lexicon) -> Found | None:
    """Return `NAME SURNAME / NEW DELHI`: the author, then the place."""
    match = _NAME_SLASH.match(line) if "/" in line else None
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    name = cut(match, "person")
    if name is None or is_known_place(line[name[0] : name[1]], lexicon):
        return None
    persons = (name,) if is_person(line[name[0] : name[1]]) else ()
    return Found(start=match.start("place"), end=len(line), place=cut(match, "place"), persons=persons)


def read_line(line: str, lexicon: Lexicon) -> Found | None:  # noqa: PLR0911 - one refusal a line
    """Return the dateline that the whole line is, or None."""
    if len(line) > LONGEST:
        return None
    special = _name_and_place(line, lexicon) or _hyphened(line, lexicon)
    if special is not None:
        return special
    match = _LINE.match(line)
    if match is None or not looks_like_place(match["place"]):
        return None
    if match["region"] and not all(looks_like_place(part.strip()) for part in match["region"].split(",")):
        return None
    date = dated(match)
    if match["date"] and date is None:
        return None
    group = "credit" if match["credit"] else "named" if match["named"] else None
    credited = bool(group and names_agency(match[group], lexicon))
    if group and not credited:
        return None
    known = is_known_place(match["place"], lexicon)
    if not known and not (credited and is_shouted_place(match["place"])):
        return None
    return Found(
        start=match.start("place"),
        end=len(line),
        place=cut(match, "place"),
        region=cut(match, "region"),
        date=date,
        credit=cut(match, group) if group else None,
    )
