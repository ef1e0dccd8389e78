# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Arabic and Urdu heads.

`الرياض 5 مايو (واس) - `, `اسلام آباد // `, `القاهرة - رويترز`, `لاہور (…- اے پی پی۔ 11 جون2022ء)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import names_agency
from tasks.parse.datelines.found import Form, Found, cut, is_known_place
from tasks.parse.datelines.pieces import JUNK
from tasks.parse.dates.written import find_dates, first_date

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_SCRIPT: Final = "\u0600-\u06ff"
_PLACE: Final = rf"(?P<place>[{_SCRIPT}]{{2,14}}(?:[ ۔][{_SCRIPT}]{{2,14}}){{0,2}}?)"
_HEAD: Final = re.compile(
    rf"{JUNK}{_PLACE}\s?(?:في |،|,|۔|-(?= ?\d))?\s?(?:(?P<date>\d[^()/\"]{{4,60}}?))?\s?"
    r"(?:\(\s*(?P<bracket>[^()\n]{2,70}?)\s*\)|//+\s?(?P<slashed>[^/\n]{2,20}//)?"
    r"|/ ?(?P<single>[^/\d\n]{2,20}?) ?/"
    r"|[-–—:] ?(?P<named>[^\s:.،\-–—][^:.،\-–—\n]{1,30}?) ?(?:[-–—:](?!\w)|\. ))"
    r"\s*[-–—:۔.]*\s*"
)
_TIGHT: Final = re.compile(rf"{JUNK}{_PLACE}-(?P<named>[{_SCRIPT}]{{2,12}}) (?=[{_SCRIPT}])")
_DESK: Final = re.compile(r"ڈیسک|نمائند|نامہ نگار|رپورٹر|مانیٹرنگ|سٹاف|اسٹاف|بیورو|خصوصی")
"""A paper's own people in an Urdu bracket: `(نیوز ڈیسک)` names no agency."""
_WORDED: Final = re.compile(
    rf"{JUNK}{_PLACE}\s?[،,]? (?P<date>\d[^()/\"\n]{{6,60}}?) ?(?:م|هـ)[،,]? (?!الموافق)"
    rf"(?P<named>[^\s:.،()]{{2,12}})(?:\s+|$)"
)
_COLON: Final = re.compile(rf"{JUNK}{_PLACE}\s?[:۔–—-]\s+")


def _wired(head: str, lexicon: Lexicon) -> Found | None:
    """Return place, perhaps a day, and an agency in brackets, between slashes or after a dash."""
    match = _HEAD.match(head)
    if match is None:
        return _tight(head, lexicon)
    group = next((name for name in ("bracket", "named", "slashed", "single") if match[name]), None)
    known = is_known_place(match["place"], lexicon)
    credited = bool(group and names_agency(match[group], lexicon))
    if not (known or (credited and match["date"])):
        return None
    if group in ("named", "single") and not credited:
        return None
    is_own = group == "bracket" and _DESK.search(match["bracket"]) is not None
    credit = cut(match, group) if group and not is_own and (credited or group == "bracket") else None
    date = first_date(head, *match.span("date")) if match["date"] else None
    if date is None and credit is not None:
        date = first_date(head, *credit)
        if date is not None:
            credit = (credit[0], date.start)
    return Found(
        start=match.start("place"), end=match.end(), place=cut(match, "place"), date=date, credit=credit
    )


def _tight(head: str, lexicon: Lexicon) -> Found | None:
    """Return `دمشق-سانا `: place and agency joined by a hyphen, and no other sign."""
    match = _TIGHT.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    if not names_agency(match["named"], lexicon):
        return None
    return Found(
        start=match.start("place"), end=match.end(), place=cut(match, "place"), credit=cut(match, "named")
    )


def _two_calendars(head: str, lexicon: Lexicon) -> Found | None:
    """Return `الرياض 11 صفر 1445 هـ الموافق 27 أغسطس 2023 م واس `: both calendars, then the agency."""
    match = _WORDED.match(head)
    if (
        match is None
        or not is_known_place(match["place"], lexicon)
        or not names_agency(match["named"], lexicon)
    ):
        return None
    dates = list(find_dates(head, *match.span("date")))
    return Found(
        start=match.start("place"),
        end=match.end(),
        place=cut(match, "place"),
        date=dates[-1] if dates else None,
        credit=cut(match, "named"),
    )


def _plain(head: str, lexicon: Lexicon) -> Found | None:
    """Return `اسلام آباد: `."""
    match = _COLON.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    return Found(start=match.start("place"), end=match.end(), place=cut(match, "place"))


FORMS: Final = (
    Form(name="arabic_wired", needs="(/-–—:", read=_wired, is_foreign=True),
    Form(name="arabic_two_calendars", needs="مه", read=_two_calendars, is_dated=True, is_foreign=True),
    Form(name="arabic_plain", needs=":۔–—-", read=_plain, is_foreign=True),
)
