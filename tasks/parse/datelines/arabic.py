# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Arabic and Urdu heads.

`الرياض 5 مايو (واس) - `, `اسلام آباد // `, `القاهرة - رويترز`, `لاہور (…- اے پی پی۔ 11 جون2022ء)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import known_names
from tasks.parse.datelines.found import Form, Found, cut, is_known_place
from tasks.parse.datelines.pieces import JUNK
from tasks.parse.dates.written import first_date

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_SCRIPT: Final = "\u0600-\u06ff"
_PLACE: Final = rf"(?P<place>[{_SCRIPT}]{{2,14}}(?:[ ۔][{_SCRIPT}]{{2,14}}){{0,2}}?)"
_HEAD: Final = re.compile(
    rf"{JUNK}{_PLACE}\s?(?:في |،|,|۔)?\s?(?:(?P<date>\d[^()\"]{{5,60}}?)\s)?\s?"
    r"(?:\(\s*(?P<bracket>[^()\n]{2,70}?)\s*\)|//+\s?(?P<slashed>[^/\n]{2,20}//)?"
    r"|[-–—:] ?(?P<named>[^\s:.،\-–—][^:.،\-–—\n]{1,30}?) ?[-–—:](?!\w))"
    r"\s*[-–—:۔.]*\s*"
)
_COLON: Final = re.compile(rf"{JUNK}{_PLACE}\s?[:۔–—-]\s+")


def _wired(head: str, lexicon: Lexicon) -> Found | None:
    """Return place, perhaps a day, and an agency in brackets, between slashes or after a dash."""
    match = _HEAD.match(head)
    if match is None:
        return None
    group = next((name for name in ("bracket", "named", "slashed") if match[name]), None)
    known = is_known_place(match["place"], lexicon)
    credited = bool(group and known_names(match[group], lexicon))
    if not (known or (credited and match["date"])):
        return None
    if group == "named" and not credited:
        return None
    credit = cut(match, group) if group and (credited or group == "bracket") else None
    date = first_date(head, *match.span("date")) if match["date"] else None
    if date is None and credit is not None:
        date = first_date(head, *credit)
        if date is not None:
            credit = (credit[0], date.start)
    return Found(
        start=match.start("place"), end=match.end(), place=cut(match, "place"), date=date, credit=credit
    )


def _plain(head: str, lexicon: Lexicon) -> Found | None:
    """Return `اسلام آباد: `."""
    match = _COLON.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    return Found(start=match.start("place"), end=match.end(), place=cut(match, "place"))


FORMS: Final = (
    Form(name="arabic_wired", needs="(/-–—:", read=_wired),
    Form(name="arabic_plain", needs=":۔–—-", read=_plain),
)
