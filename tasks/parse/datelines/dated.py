# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Place and date.

`IPOH, June 4 — `, `LIMA, Oct 9: `, `YEREVAN, MAY 3, AGENCY. `, `Delhi, July 2 The talks`.
"""

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
    is_outlet,
    is_shouted_place,
    looks_like_place,
)
from tasks.parse.datelines.pieces import DASH, DATE, JUNK, PLACE, REGION

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.dates.written import Written

_START: Final = rf"{JUNK}{PLACE}{REGION}[ ,.]*(?<=[ ,.\]]){DATE}"
_NAME: Final = r"(?P<credit>[^\W\d_][^\d()\[\]:;|/—–―\"“”]{1,40}?)"

_SLASHED: Final = re.compile(rf"{_START}[.,]? ?/(?P<credit>[^/\n]{{2,40}})/\s?[.:–—-]*\s*")
_NAMED: Final = re.compile(
    rf"{_START}(?:[.,]? {DASH} {_NAME}[.:]|\. {_NAME.replace('credit', 'dashed')} ?{DASH}"
    rf"|[,.] {_NAME.replace('credit', 'comma')}(?:[.:]| ?{DASH}))\s+"
)
_BETWEEN: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION} ?(?:[|:;/]|{DASH}) ?{DATE} ?(?:[|:]|{DASH})\s*"
    rf"(?:{_NAME} ?{DASH}\s+)?"
)
_IN_BRACKET: Final = re.compile(
    rf"{JUNK}{PLACE}{REGION},? ?\( ?{DATE} ?\) ?(?:(?:{DASH}|[:.])\s*|{_NAME} ?(?:{DASH}|:)\s*)"
)
_CAPITALS: Final = re.compile(
    rf"{_START}[,.]?\s(?:{DASH}\s?)?(?P<credit>[A-Z]{{3,12}})(?:\s(?=[A-Z“\"])|\s*$)"
)
_FIRST: Final = re.compile(
    rf"{JUNK}{DATE},? (?P<open>\()?{PLACE}(?(open)\)) ?"
    rf"(?:/(?P<credit>[^/\n]{{2,40}})/ ?\.?|{DASH}|[:：])\s*"
)
_PLAIN: Final = re.compile(rf"{_START}(?P<sep>\s?(?:\.?\s?{DASH}+|[:：|]|\.|/\s)\s*|\s+(?=[^\W\d_a-z]))")


def _slashed(head: str, _lexicon: Lexicon) -> Found | None:
    """Return `БИШКЕК, 14 октября. /ТАСС/. `."""
    match = _SLASHED.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    date = dated(match)
    return None if date is None else _found(match, "credit", date)


def _named(head: str, lexicon: Lexicon) -> Found | None:
    """Return `МОСКВА, 1 апр - РИА Новости. `, `Москва. 11 мая. INTERFAX.RU - `, `YEREVAN, MAY 3, ORG. `."""
    match = _NAMED.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    group = next(name for name in ("credit", "dashed", "comma") if match[name])
    date = dated(match)
    if date is None:
        return None
    is_dated_org = group == "comma" and date.year is not None and looks_like_place(match[group])
    is_acronym = group == "comma" and match[group].isupper() and _ACRONYM.fullmatch(match[group]) is not None
    is_named = is_dated_org or (is_acronym and is_known_place(match["place"], lexicon))
    if not is_named and not names_agency(match[group], lexicon):
        return None
    return _found(match, group, date)


def _capitals(head: str, lexicon: Lexicon) -> Found | None:
    """Return `Baku, May 2, AZERTAC `: a known agency in capitals, then the text without any sign."""
    match = _CAPITALS.match(head)
    if match is None or not looks_like_place(match["place"]) or not is_agency(match["credit"], lexicon):
        return None
    date = dated(match)
    return None if date is None else _found(match, "credit", date)


def _first(head: str, lexicon: Lexicon) -> Found | None:
    """Return `2 May 2019, Brussels – ` and `May 2, 2019 (KHARTOUM) – `: the day comes first."""
    match = _FIRST.match(head)
    if match is None or not is_known_place(match["place"], lexicon):
        return None
    date = dated(match)
    return (
        None
        if date is None
        else Found(
            start=match.start("date"),
            end=match.end(),
            place=cut(match, "place"),
            date=date,
            credit=cut(match, "credit"),
        )
    )


def _between(head: str, lexicon: Lexicon) -> Found | None:
    """Return `LIMA — May 3 — `, `Lima | 3 May | ` and `LIMA (May 3): `: the date between two signs."""
    for pattern in (_BETWEEN, _IN_BRACKET):
        match = pattern.match(head)
        if match is None or not looks_like_place(match["place"]):
            continue
        date = dated(match)
        sign = head[match.end("place") :].lstrip()[:1]
        known = is_known_place(match["place"], lexicon) or (
            sign not in ":;" and is_shouted_place(match["place"])
        )
        if date is None or not known:
            continue
        if match["credit"] is None:
            return _found(match, None, date)
        if names_agency(match["credit"], lexicon):
            return _found(match, "credit", date)
        end = match.start("credit")
        return None if pattern is _IN_BRACKET else replace(_found(match, None, date), end=end)
    return None


_ACRONYM: Final = re.compile(r"[^\W\d_]{3,12}")


def _plain(head: str, lexicon: Lexicon) -> Found | None:  # noqa: PLR0911 - one refusal a line
    """Return `IPOH, June 4 — `; without a separator only a place that is known counts."""
    match = _PLAIN.match(head)
    if match is None or not looks_like_place(match["place"]):
        return None
    date = dated(match)
    if date is None:
        return None
    separator = match["sep"].strip()
    known = is_known_place(match["place"], lexicon)
    if separator in ("", ".") and not known:
        return None
    if not known and is_outlet(match["place"]):
        return Found(start=match.start("place"), end=match.end(), date=date)
    if not known and is_agency(match["place"], lexicon):
        return Found(start=match.start("place"), end=match.end(), credit=cut(match, "place"), date=date)
    if not (known or is_shouted_place(match["place"]) or match["region"]):
        return None
    return _found(match, None, date)


def _found(match: re.Match[str], group: str | None, date: Written) -> Found:
    return Found(
        start=match.start("place"),
        end=match.end(),
        place=cut(match, "place"),
        region=cut(match, "region"),
        date=date,
        credit=cut(match, group) if group else None,
    )


FORMS: Final = (
    Form(name="date_slashed", needs="/", read=_slashed, is_dated=True),
    Form(name="date_named", needs=".:,", read=_named, is_dated=True),
    Form(name="date_capitals", needs="0123456789", read=_capitals, is_dated=True),
    Form(name="day_then_place", needs="-–—―:：/", read=_first, is_dated=True),
    Form(name="date_between", needs="-–—―|:;/(", read=_between, is_dated=True),
    Form(name="date_plain", needs="0123456789", read=_plain),
)
