# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Place and agency, with or without a date.

`ROME, Sept. 6 (Yonhap) -- `, `LIMA (Reuters) - `, `QUETTA: (APP) `.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import names_agency
from tasks.parse.datelines.found import (
    Form,
    Found,
    cut,
    dated,
    is_known_place,
    is_shouted_place,
    looks_like_place,
)
from tasks.parse.datelines.pieces import DASH, DATE, JUNK, PAREN_CREDIT, PLACE, REGION, SEPARATOR
from tasks.parse.dates.months import HINDI_DAYS, month_number
from tasks.parse.dates.written import Written, full_date
from tasks.parse.words import words

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_DATE_CREDIT: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION}[ ,.:]*(?<=[ ,.:\]]){DATE}[ ,.:]*{PAREN_CREDIT}(?P<sep>{SEPARATOR}?)\s*"
)
_CREDIT: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION}\s?(?:[,.:–—-]{{0,2}}|, \d{{1,2}})\s?{PAREN_CREDIT}(?P<sep>{SEPARATOR}?)\s*"
)
_DATE_BEHIND: Final = re.compile(rf"(?:,\s)?{DATE}(?:\.|:|\s?{DASH})\s*")
_DATE_FIRST: Final = re.compile(rf"{JUNK}{DATE},?\s?{PAREN_CREDIT}{SEPARATOR}\s*")
_DAY_IN_WORDS: Final = re.compile(
    rf"{JUNK}{PLACE},? (?P<day>[\u0900-\u097f:]{{2,10}}) (?P<month>[\u0900-\u097f]{{2,10}}),? ?{PAREN_CREDIT}"
    rf"{SEPARATOR}?\s*"
)
_CREDIT_DATE: Final = re.compile(
    rf"{JUNK}(?:{PLACE}{REGION}\s?[,.:]?\s?)?\(\s*(?P<credit>[^()\[\]\n]{{2,90}}?)\s?[-–—,۔]\s?{DATE}(?:ء|\s)*\)"
    rf"(?P<sep>{SEPARATOR}?)\s*"
)


_NO_CREDIT: Final = words(
    "UPDATE UPDATED UPDATES CORRECTED CORRECTION LEAD EXCLUSIVE BREAKING UPDATE_1 UPDATE_2"
)
"""What a desk writes in the bracket: `MANILA, Philippines (UPDATE) — `."""


def _date_credit(head: str, lexicon: Lexicon) -> Found | None:
    """Return `PUNE, April 2 (IANS) `: month and agency together prove the place."""
    match = _DATE_CREDIT.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    date = dated(match)
    if date is None:
        return None
    if not match["sep"] and not names_agency(match["credit"], lexicon):
        return None
    return _found(match, date=date)


def _credit(head: str, lexicon: Lexicon) -> Found | None:
    """Return `LIMA (Reuters) - `; a bracket that is no known agency needs a known place and a dash."""
    match = _CREDIT.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    place_known = is_known_place(match["place"], lexicon)
    if names_agency(match["credit"], lexicon):
        if not (place_known or match["sep"] or is_shouted_place(match["place"])):
            return None
    elif not (place_known and match["sep"] and _is_agency_shaped(match["credit"])):
        return None
    found = _found(match)
    if match["credit"].strip().upper() in _NO_CREDIT:
        found = replace(found, credit=None)
    return _with_date_behind(found, head)


def _with_date_behind(found: Found, head: str) -> Found:
    """Return the dateline with the day that stands behind its agency: `YAOUNDE (AFP) – 4 mai. `."""
    match = _DATE_BEHIND.match(head, found.end)
    date = dated(match) if match is not None else None
    return found if match is None or date is None else replace(found, date=date, end=match.end())


def _date_first(head: str, lexicon: Lexicon) -> Found | None:
    """Return `June 4 (Reuters) - `: the place was left out."""
    match = _DATE_FIRST.match(head)
    date = dated(match) if match is not None and names_agency(match["credit"], lexicon) else None
    if match is None or date is None:
        return None
    return Found(start=match.start("date"), end=match.end(), date=date, credit=cut(match, "credit"))


def _day_in_words(head: str, lexicon: Lexicon) -> Found | None:
    """Return `पटना, पांच मई (भाषा) `: the day is a word."""
    match = _DAY_IN_WORDS.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    day, month = HINDI_DAYS.get(match["day"]), month_number(match["month"])
    if day is None or month is None or full_date(2000, month, day) is None:
        return None
    date = Written(None, month, day, match.start("day"), match.end("month"))
    return Found(
        start=match.start("place"),
        end=match.end(),
        place=cut(match, "place"),
        date=date,
        credit=cut(match, "credit"),
    )


def _credit_date(head: str, lexicon: Lexicon) -> Found | None:
    """Return `CITY, (AGENCY / AGENCY - 29th Jun, 2021 ) :`, also without a place."""
    match = _CREDIT_DATE.match(head)
    if match is None:
        return None
    date = dated(match)
    if date is None or (match["place"] and not looks_like_place(match["place"])):
        return None
    if match["place"] is None and not names_agency(match["credit"], lexicon):
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
    """Return whether a bracket could hold an agency: capitals, or a site; not `left` or `47`."""
    if _SITE.fullmatch(name) is not None:
        return True
    return name[0].isupper() and not any(sign.isdigit() for sign in name)


_SITE: Final = re.compile(r"[A-Za-z][\w-]{1,24}\.[a-z]{2,4}(?:\.[a-z]{2})?")


FORMS: Final = (
    Form(name="date_credit", needs="(", read=_date_credit, is_dated=True),
    Form(name="credit_date", needs="(", read=_credit_date, is_dated=True),
    Form(name="day_in_words", needs="(", read=_day_in_words),
    Form(name="credit", needs="(", read=_credit),
    Form(name="date_first", needs="(", read=_date_first, is_dated=True),
)
