# ruff: noqa: RUF001 - raw files print these signs
"""A dateline that has its line to itself: `JAKARTA`, `Abu Dhabi (WAM)`, `Tashkent, Uzbekistan, Sept. 27`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import is_person
from tasks.parse.credit.names import names_agency
from tasks.parse.datelines import read_head
from tasks.parse.datelines.found import Found, cut, dated, is_known_place, is_shouted_place, looks_like_place
from tasks.parse.datelines.pieces import DATE, JUNK, PLACE, REGION

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

LONGEST: Final = 90
_LINE: Final = re.compile(
    rf"{JUNK}(?:(?:Place|PLACE) ?: ?)?{PLACE}{REGION}(?:[ ,.]*(?<=[ ,.]){DATE})?"
    rf"(?P<tail>\s?\(\s*(?P<credit>[^()\n]{{2,60}})\)"
    rf"| ?[-–—/|:,] ?(?P<named>[^()\d\n]{{2,40}}))?"
    r"\s?[-–—:.,|]*\s*$"
)
_NAME_SLASH: Final = re.compile(
    rf"{JUNK}(?:(?P<person>[A-Z][A-Z .'-]{{4,40}}?) ?[/|,] ?{PLACE}"
    rf"|{PLACE.replace('place', 'first')} ?[/|] ?(?P<second>[A-Z][A-Z .'-]{{4,40}}?))\s*$"
)


_HYPHENED: Final = re.compile(
    r"(?P<place>[^\W\d_a-z][^\d()|,:;]{2,50}?) ?[-–—] ?(?P<credit>[A-Z][\w -]{1,40})\s*$"
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
    """Return `NAME SURNAME / NEW DELHI` and `ABUJA | NAME SURNAME`: the author and the place."""
    match = _NAME_SLASH.match(line) if "/" in line or "|" in line or "," in line else None
    if match is None:
        return None
    place_group, name_group = ("place", "person") if match["place"] else ("first", "second")
    place, name = cut(match, place_group), cut(match, name_group)
    if place is None or name is None or not is_known_place(line[place[0] : place[1]], lexicon):
        return None
    person = line[name[0] : name[1]]
    is_slashed = "/" in line[min(place[1], name[1]) : max(place[0], name[0])]
    if is_known_place(person, lexicon) or (not is_slashed and (" " not in person or not is_person(person))):
        return None
    persons = (name,) if is_person(person) else ()
    return Found(start=place[0], end=len(line), place=place, persons=persons)


def _whole_head(line: str, lexicon: Lexicon) -> Found | None:
    """Return a head of another form that fills the line: place, and a day or an agency."""
    found = read_head(line, lexicon)
    if found is None or found.end < len(line) or found.place is None:
        return None
    return found if found.date is not None or found.credit is not None else None


def read_line(line: str, lexicon: Lexicon) -> Found | None:  # noqa: PLR0911 - one refusal a line
    """Return the dateline that the whole line is, or None."""
    if len(line) > LONGEST:
        return None
    special = _name_and_place(line, lexicon) or _hyphened(line, lexicon)
    if special is not None:
        return special
    match = _LINE.match(line)
    if match is None or not looks_like_place(match["place"]):
        return _whole_head(line, lexicon)
    if match["region"] and not match["date"] and names_agency(match["region"], lexicon):
        if not is_known_place(match["place"], lexicon):
            return None
        return Found(
            start=match.start("place"), end=len(line), place=cut(match, "place"), credit=cut(match, "region")
        )
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
