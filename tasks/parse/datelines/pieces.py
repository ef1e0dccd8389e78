# ruff: noqa: RUF001 - raw files print these signs
"""Pieces of dateline patterns. All are bounded and none can match the same text in two ways at length."""

from __future__ import annotations

import re
from typing import Final

from tasks.parse.dates.months import MONTH_NAME, month_number
from tasks.parse.dates.written import ORDINAL

_TIGHT_WITHIN: Final = 44
_NEAR_DAY: Final = 12
HEAD: Final = 200
"""A dateline ends within this many characters; forms never see more."""

_WORD_REST: Final = r"[^\s\d()\[\]{}:;,|/\"“”«»<>—–―=@#&*!?।۔،]*"
JUNK: Final = r"[\s?|«•·\ufeff\u200b\u200e\u200f]*(?:[-–—] )?"
"""What a lost BOM, a table edge or a list sign leaves before the first word."""
PLACE: Final = rf"(?P<place>[^\W\d_a-z]{_WORD_REST}(?:(?: ?/ ?| )[^\W\d_]{_WORD_REST}){{0,5}}?)"
REGION: Final = (
    r"(?:(?:, ?| ?(?:\([^()\[\]]{2,30}\) ?)?\[(?=[^()\[\]]{2,30}\])| \((?=[^()\d]{2,30}\),? [^()]{3,12}?\d))"
    r"(?P<region>[^\W\d_][^\d()\[\]:;|—–―\"“”]{1,36}?)[\])]?)?"
)
DATE: Final = (
    rf"(?:le |el |den )?(?P<date>(?:{MONTH_NAME} ?/?\d{{1,2}}{ORDINAL}"
    rf"|\d{{1,2}}{ORDINAL}\.?[ -](?:de )?{MONTH_NAME}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d)(?:(?:/|,? ?(?:de )?)\d{4})?)"
)
PAREN_CREDIT: Final = r"\(\s*(?P<credit>[^()\[\]\n]{2,70})\)"
DASH: Final = r"(?:\.?-{1,3}|[–—―]|\.[–—])"
SEPARATOR: Final = rf"(?:\s*(?:{DASH}|[:：]|//|،|\.|।|۔)+(?: {DASH})?)"

_RUN: Final = re.compile(
    rf"{JUNK}(?:[^\W\d_a-z]{_WORD_REST}(?:(?: ?/ ?| )(?:[^\W\d_a-z]{_WORD_REST}"
    rf"|[a-z]{{1,4}}(?= [^\W\d_a-z])))*)?"
    r"\s*(?P<next>.?)\s*(?P<after>.?)",
    re.DOTALL,
)
_SMALL_AGENCY: Final = re.compile(r"(?:\(?)[a-z]{2,4}(?:-[A-Za-z]+)?\)? ?[-–—:)/,]")
_TIGHT_DASH: Final = re.compile(r"[^\W\d_a-z][^\d()\[\]{}:;,|]{1,40}?\.?- ")
_TIGHT_AGENCY: Final = re.compile(r"[^\W\d_a-z][^\W\d_]{1,20}-[A-Z]{2,8} ")
_SITE: Final = re.compile(r"[A-Za-z][\w-]{1,20}\.[A-Za-z]{2,4}(?:\.[A-Za-z]{2})?, ")
_DIGIT: Final = re.compile(r"\d")
_DAY: Final = re.compile(rf"[,.]?\s*(?:{DATE}|\d{{1,2}} [A-Z])")
_QUOTES: Final = "\"'“”‘’"
_SIGNS: Final = frozenset(",.:;([{|/-–—―‐।۔،【［（：=0123456789")


def may_open(head: str) -> bool:  # noqa: PLR0911 - one sign a line
    """Return whether a head can be a dateline: behind its first capitalised words a sign or a number stands.

    Most paragraphs go on with a small word (`The foreign secretaries met`) and need no form tried.
    """
    if head[0] in _QUOTES:
        return False
    run = _RUN.match(head)
    if run is None:
        return False
    following = run["next"]
    if (
        (following.isdigit() or (following in ",." and run["after"].isdigit()))
        and head.isascii()
        and "-" not in run[0]
    ):
        return _is_day(head, run.start("next")) or (following.isdigit() and _SITE.match(head) is not None)
    if following in ",." and "a" <= run["after"] <= "z":
        if _SMALL_AGENCY.match(head, run.start("after")) is not None or ". " in run[0]:
            return True
        at = run.start("next")
        return _DIGIT.search(head, at, at + _NEAR_DAY) is not None and _is_day(head, at)
    if following in _SIGNS or following > "\u0590" or ". " in run[0] or following.isdigit():
        return True
    return _has_tight_dash(head, head[:_TIGHT_WITHIN])


def _has_tight_dash(head: str, start: str) -> bool:
    """Return whether a dash stands right behind a word: `LIMA- Officials`, `Lima.-El ministro`."""
    if "-" not in start:
        return False
    if ".-" in start or _TIGHT_AGENCY.match(head) is not None:
        return True
    return "- " in start and (_TIGHT_DASH.match(head) is not None or _SMALL_AGENCY.match(head) is not None)


def _is_day(head: str, position: int) -> bool:
    """Return whether the number at the position is a day's: `KIEV 2 May`, `Kiev, May 2`, `Doha, 5 Safar`."""
    words = head[:position].replace("/", " ").split()
    return _DAY.match(head, position) is not None or (bool(words) and month_number(words[-1]) is not None)
