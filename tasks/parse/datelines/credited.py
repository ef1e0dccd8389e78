# ruff: noqa: RUF001 - raw files print these signs
"""Place and agency, with or without a date.

`ROME, Sept. 6 (Yonhap) -- `, `LIMA (Reuters) - `, `QUETTA: (APP) `.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import known_names
from tasks.parse.datelines.found import Form, Found, cut, dated, is_known_place, looks_like_place
from tasks.parse.datelines.pieces import DATE, JUNK, PAREN_CREDIT, PLACE, REGION, SEPARATOR

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.dates.written import Written

_DATE_CREDIT: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION}[ ,.:]*(?<=[ ,.:\]]){DATE}[ ,.:]*{PAREN_CREDIT}(?P<sep>{SEPARATOR}?)\s*"
)
_CREDIT: Final = re.compile(rf"{JUNK}{PLACE}{REGION}\s?[,.:–—-]?\s?{PAREN_CREDIT}(?P<sep>{SEPARATOR}?)\s*")
_CREDIT_DATE: Final = re.compile(
    rf"{JUNK}(?:{PLACE}{REGION}\s?[,.:]?\s?)?\(\s*(?P<credit>[^()\[\]\n]{{2,90}}?)\s?[-–—,۔]\s?{DATE}(?:ء|\s)*\)"
    rf"(?P<sep>{SEPARATOR}?)\s*"
)


def _date_credit(head: str, lexicon: Lexicon) -> Found | None:
    """Return `PUNE, April 2 (IANS) `: month and agency together prove the place."""
    match = _DATE_CREDIT.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    date = dated(match)
    if date is None:
        return None
    if not match["sep"] and not known_names(match["credit"], lexicon):
        return None
    return _found(match, date=date)


def _credit(head: str, lexicon: Lexicon) -> Found | None:
    """Return `LIMA (Reuters) - `; a bracket that is no known agency needs a known place and a dash."""
    match = _CREDIT.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    place_known = is_known_place(match["place"], lexicon)
    if known_names(match["credit"], lexicon):
        if not (place_known or match["sep"]):
            return None
    elif not (place_known and match["sep"] and _is_agency_shaped(match["credit"])):
        return None
    return _found(match)


def _credit_date(head: str, lexicon: Lexicon) -> Found | None:
    """Return `CITY, (AGENCY / AGENCY - 29th Jun, 2021 ) :`, also without a place."""
    match = _CREDIT_DATE.match(head)
    if match is None:
        return None
    date = dated(match)
    if date is None or (match["place"] and not looks_like_place(match["place"])):
        return None
    if match["place"] is None and not known_names(match["credit"], lexicon):
        return None
    return _found(match, date=date)


def _found(match: re.Match[str], date: Written | None = None) -> Found:
    return Found(
        start=_first_word(match),
        end=match.end(),
        place=cut(match, "place"),
        region=cut(match, "region"),
        date=date,
        credit=cut(match, "credit"),
    )


def _first_word(match: re.Match[str]) -> int:
    return match.start("place") if match["place"] else match.start("credit") - 1


def _is_agency_shaped(name: str) -> bool:
    """Return whether a bracket could hold an agency: capitals, not `left` or `47`."""
    return name[0].isupper() and not any(sign.isdigit() for sign in name)


FORMS: Final = (
    Form(name="date_credit", needs="(", read=_date_credit, is_dated=True),
    Form(name="credit_date", needs="(", read=_credit_date, is_dated=True),
    Form(name="credit", needs="(", read=_credit),
)
