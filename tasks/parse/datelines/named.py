# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Agency or outlet without brackets, or before the place: `Tehran, IRNA – `, `VOV.VN - `, `(AP) – `."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import is_agency, names_agency
from tasks.parse.datelines.found import (
    Form,
    Found,
    cut,
    dated,
    is_known_place,
    is_shouted_place,
    looks_like_place,
)
from tasks.parse.datelines.pieces import DASH, DATE, JUNK, PLACE

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.dates.written import Written

_NAME: Final = r"(?P<credit>[^\W\d_][^\d()\[\]:;|,\"“”—–―\n]{1,40}?)"
_AFTER: Final = re.compile(
    rf"{JUNK}{PLACE}(?:[.,/]| ?{DASH}(?!\w)) ?{_NAME}(?: ?[–—―]| ?-+ | ?:|\.-|\. | ?। ?)\s*"
)
_TIGHT: Final = re.compile(rf"{JUNK}{PLACE}-(?P<credit>[A-Z]{{2,8}}) (?=[^\W\d_a-z]|[“\"])")
_SLASHED: Final = re.compile(rf"{JUNK}{PLACE},? ?/(?P<credit>[^/\d\n]{{2,30}})/(?: ?[.:–—-])*\s*")
_CAPITALS: Final = re.compile(rf"{JUNK}{PLACE}[.,] (?P<credit>[A-Z]{{3,12}})\s(?!\S+ ?[-–—])(?=[A-Z“\"])")
_HIJRI: Final = re.compile(
    rf"{JUNK}{PLACE},? (?:\d{{1,2}} )?(?:Muharram|Safar|Rabi|Jumad|Rajab|Sha'?b|Ramad|Shaww|Dhu|Thul"
    rf"|Zul)[^\d,:()]{{0,18}}"
    rf"(?: ?\d{{1,2}},?)? 1[34]\d\d ?(?:A?H\.?)?(?:,? (?:corresponding to )?{DATE}(?: ?A\.?D\.?)?)?"
    rf",? \(?{_NAME}\)?"
    rf" ?(?:{DASH}+|:)\s*"
)
_BEFORE: Final = re.compile(rf"{JUNK}{_NAME}(?:[,.:/]| -) ?{PLACE}(?: ?[–—―]| ?-+ |: ?| ?। ?)\s*")
_SITE_BEFORE: Final = re.compile(
    rf"{JUNK}(?P<credit>[A-Za-z][\w-]{{1,20}}\.(?:[A-Za-z]{{2,4}}\.)?[A-Za-z]{{2,4}}), ?{PLACE}"
    r"(?: ?[–—―]| ?-+ |: ?)\s*"
)
_LOCAL_DESK: Final = re.compile(r"(?:संवाददाता|ब्यूरो|संवाद|डेस्क|प्रतिनिधि|टीम)$")
_FIRST_DATED: Final = re.compile(rf"{JUNK}{_NAME}[.,] {DATE}(?:\.|:| ?{DASH})\s*")
_ONLY: Final = re.compile(rf"{JUNK}{_NAME} ?{DASH}\s+")
_BRACKET: Final = re.compile(
    rf"{JUNK}(?:\(\s*|\[(?=[^()\[\]]{{2,40}}\]))"
    rf"(?P<credit>[^()\[\]\n]{{2,70}}(?:\([^()\n]{{2,20}}\))?)\s*[)\]](?: ?{DASH}| ?:)?\s*"
)
_DATE_ONLY: Final = re.compile(rf"{JUNK}\((?:{PLACE}, ?)?{DATE}\) ?[:–—-]*\s*")
_SITE: Final = re.compile(r"[A-Z][A-Za-z0-9]{1,15}\.(?:[A-Z]{2,4}|[a-z]{2,4})\b")


def _after(head: str, lexicon: Lexicon) -> Found | None:
    """Return `ALMATY. KAZINFORM – `, `Tehran, IRNA – `."""
    match = _AFTER.match(head)
    if match is None or not names_agency(match["credit"], lexicon):
        match = _TIGHT.match(head)
    if match is None or not looks_like_place(match["place"]) or not names_agency(match["credit"], lexicon):
        return None
    if not (is_known_place(match["place"], lexicon) or is_shouted_place(match["place"])):
        return None
    return _found(match)


def _slashed(head: str, lexicon: Lexicon) -> Found | None:
    """Return `Ulaanbaatar /MONTSAME/. `."""
    match = _SLASHED.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    return _found(match) if names_agency(match["credit"], lexicon) else None


def _capitals(head: str, lexicon: Lexicon) -> Found | None:
    """Return `ASTANA. KAZINFORM `: a known agency in capitals, then the text without any sign."""
    match = _CAPITALS.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    return _found(match) if names_agency(match["credit"], lexicon) else None


def _hijri(head: str, lexicon: Lexicon) -> Found | None:
    """Return `Riyadh, Safar 12, 1445, SPA -- `: a day of the Islamic calendar, perhaps ours behind it."""
    match = _HIJRI.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    return _found(match, dated(match)) if names_agency(match["credit"], lexicon) else None


def _before(head: str, lexicon: Lexicon) -> Found | None:
    """Return `OUTLET, JAKARTA - `: the agency is known, or both are set in capitals."""
    match = _SITE_BEFORE.match(head) or _BEFORE.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    name = match["credit"]
    if match.re is _SITE_BEFORE or _LOCAL_DESK.search(name) is not None:
        found = _found(match)
        return found if names_agency(name, lexicon) else replace(found, credit=None)
    whole = head[match.start("credit") : match.end("place")]
    is_agency_name = is_agency(name, lexicon)
    if not is_agency_name and (is_known_place(whole, lexicon) or is_known_place(name, lexicon)):
        return None
    if not names_agency(name, lexicon) and not (name.isupper() and match["place"].isupper()):
        return None
    found = _found(match)
    return found if names_agency(name, lexicon) else replace(found, credit=None)


def _first_dated(head: str, lexicon: Lexicon) -> Found | None:
    """Return `OUTLET. May 2, 2011. ` and `OUTLET, May 2 — `."""
    match = _FIRST_DATED.match(head)
    if match is None:
        return None
    date = dated(match)
    if date is None or not (names_agency(match["credit"], lexicon) or match["credit"].isupper()):
        return None
    if is_known_place(match["credit"], lexicon):
        return None
    found = _found(match, date)
    return found if names_agency(match["credit"], lexicon) else replace(found, credit=None)


def _only(head: str, lexicon: Lexicon) -> Found | None:
    """Return `VOV.VN - `: a known agency, or a site name, stands where the place should."""
    match = _ONLY.match(head)
    if match is None:
        return None
    name = match["credit"]
    if is_known_place(name, lexicon) or not (names_agency(name, lexicon) or _SITE.fullmatch(name)):
        return None
    found = _found(match)
    return found if names_agency(name, lexicon) else replace(found, credit=None)


def _bracket(head: str, lexicon: Lexicon) -> Found | None:
    """Return `(AP) – ` and `(MENAFN- Trend) `, what follows may be a dateline of its own."""
    match = _BRACKET.match(head)
    return _found(match) if match and names_agency(match["credit"], lexicon) else None


def _date_bracket(head: str, _lexicon: Lexicon) -> Found | None:
    """Return `(09-11-2018): ` and `(Islamabad, 9 November 2018): `."""
    match = _DATE_ONLY.match(head)
    date = dated(match) if match is not None else None
    if match is None or date is None or date.year is None:
        return None
    start = match.start("place") if match["place"] else match.start("date")
    return Found(start=start - 1, end=match.end(), place=cut(match, "place"), date=date)


def _found(match: re.Match[str], date: Written | None = None) -> Found:
    place = cut(match, "place") if "place" in match.re.groupindex else None
    start = min(match.start("credit"), place[0] if place else match.start("credit"))
    return Found(
        start=start - (match.string[start - 1 : start] == "("),
        end=match.end(),
        place=place,
        date=date,
        credit=cut(match, "credit"),
    )


_SPACED_DASH: Final = ("- ", "-\t", "-\u00a0", "–", "—", "―", ":")
FORMS: Final = (
    Form(name="hijri", needs="-–—―:", read=_hijri, is_dated=True),
    Form(name="agency_after", needs=(*_SPACED_DASH, "-", ". ", "।"), read=_after),
    Form(name="agency_slashed", needs="/", read=_slashed),
    Form(name="agency_capitals", needs=".,", read=_capitals),
    Form(name="agency_before", needs=(*_SPACED_DASH, "।"), read=_before),
    Form(name="agency_dated", needs="0123456789", read=_first_dated),
    Form(name="agency_only", needs=_SPACED_DASH, read=_only),
    Form(name="agency_bracket", needs="([", read=_bracket),
    Form(name="date_bracket", needs="(", read=_date_bracket, is_dated=True),
)
