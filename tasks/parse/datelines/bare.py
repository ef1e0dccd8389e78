# ruff: noqa: RUF001 - raw files print these signs
"""A place and a separator, no agency, no date.

`LUSAKA: Envoys`, `OSLO — `, `TIPAZA, Algeria -- `, `Lima. El`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import is_agency
from tasks.parse.datelines.found import Form, Found, cut, is_known_place, is_shouted_place, looks_like_place
from tasks.parse.datelines.pieces import JUNK, PLACE, REGION
from tasks.parse.dates.months import month_number

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_COLON: Final = re.compile(rf"{JUNK}{PLACE}{REGION} ?/?[:：](?!\d|//)\s*(?!\()")
_DASH: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION}[.,]?(?: -{{1,3}} ?|-{{2,3}} ?| ?[–—―] ?|\.[-–—] ?|-(?=[A-Z]))"
)
_DESK: Final = re.compile(rf"{JUNK}{PLACE} ?\| ?(?:(?P<desk>[^|:\n]{{3,40}}):\s*|(?=[A-Z“\"]))")
_TIGHT: Final = re.compile(
    rf"{JUNK}(?P<place>[^\W\d_a-z][^\d()\[\]{{}}:;,|\"“”—–―]{{1,40}}?)(?: ?\.?-{{1,2}} |\.-)(?=[A-Z“\"])"
)
_CUT: Final = re.compile(rf"{JUNK}{PLACE}, (?=[A-Z](?:[a-z]| [a-z]))")
_STOP: Final = re.compile(rf"{JUNK}{PLACE}(?:\.|।|۔) ?(?=[^\W\d_a-z])")
_QUOTES: Final = "\"“«'‘"


def _colon(head: str, lexicon: Lexicon) -> Found | None:
    """Return `LUSAKA: `; not a speaker (`Khan: "No"`), not a label (`WATCH: `)."""
    match = _COLON.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    rest = head[match.end() : match.end() + 1]
    known = is_known_place(match["place"], lexicon)
    if not known and is_agency(match["place"], lexicon):
        return None
    if not known and (rest in _QUOTES or not is_shouted_place(match["place"])):
        return None
    return _found(match)


def _dash(head: str, lexicon: Lexicon) -> Found | None:
    """Return `OSLO — `, `TIPAZA, Algeria -- `."""
    match = _DASH.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    place = match["place"].rstrip(".")
    if not (is_known_place(place, lexicon) or is_shouted_place(place)):
        region = match["region"]
        if not region or not lexicon.is_place_name(region):
            return None
    return _found(match)


def _tight(head: str, lexicon: Lexicon) -> Found | None:
    """Return `LIMA- Officials` and `Lima.- El ministro`: no space before the dash."""
    match = _TIGHT.match(head)
    if match is None or not looks_like_place(match["place"]) or not is_known_place(match["place"], lexicon):
        return None
    return _found(match)


def _desk(head: str, lexicon: Lexicon) -> Found | None:
    """Return `Pune | Outlet Desk: `."""
    match = _DESK.match(head)
    return _found(match) if match and is_known_place(match["place"], lexicon) else None


def _cut(head: str, lexicon: Lexicon) -> Found | None:
    """Return `SEOUL, Vice ministers met`: agency and date were cut out."""
    match = _CUT.match(head)
    if match is None or not match["place"].isupper() or not is_known_place(match["place"], lexicon):
        return None
    following = head[match.end() :].split(" ", 1)[0].rstrip(",.")
    if lexicon.is_place_name(following) or month_number(following):
        return None
    return _found(match)


def _stop(head: str, lexicon: Lexicon) -> Found | None:
    """Return `Lima. El ministro`: a known place and a full stop."""
    match = _STOP.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    return _found(match)


def _found(match: re.Match[str]) -> Found:
    region = cut(match, "region") if "region" in match.re.groupindex else None
    return Found(start=match.start("place"), end=match.end(), place=cut(match, "place"), region=region)


FORMS: Final = (
    Form(name="desk", needs="|", read=_desk),
    Form(name="colon", needs=":：", read=_colon),
    Form(name="dash", needs="-–—―", read=_dash),
    Form(name="tight_dash", needs="-", read=_tight),
    Form(name="cut", needs=",", read=_cut),
    Form(name="stop", needs=".।۔", read=_stop),
)
