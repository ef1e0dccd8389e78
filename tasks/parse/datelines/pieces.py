# ruff: noqa: RUF001 - raw files print these signs
"""Pieces of dateline patterns. All are bounded and none can match the same text in two ways at length."""

from __future__ import annotations

import re
from typing import Final

from tasks.parse.dates.written import MONTH_WORD, ORDINAL

HEAD: Final = 200
"""A dateline ends within this many characters; forms never see more."""

_WORD_REST: Final = r"[^\s\d()\[\]{}:;,|/\"“”«»<>—–―=@#&*!?।۔،]*"
JUNK: Final = r"[\s?|«•·\ufeff\u200b\u200e\u200f]*(?:[-–—] )?"
"""What a lost BOM, a table edge or a list sign leaves before the first word."""
PLACE: Final = rf"(?P<place>[^\W\d_a-z]{_WORD_REST}(?:(?: ?/ ?| )[^\W\d_]{_WORD_REST}){{0,5}}?)"
REGION: Final = r"(?:(?:, ?| ?\[(?=[^()\[\]]{2,30}\]))(?P<region>[^\W\d_][^\d()\[\]:;|—–―\"“”]{1,36}?)\]?)?"
DATE: Final = (
    rf"(?P<date>(?:{MONTH_WORD}\.?,? ?/?\d{{1,2}}{ORDINAL}|\d{{1,2}}{ORDINAL}\.?[ -](?:de )?{MONTH_WORD}\.?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d)(?:,? ?(?:de )?\d{4})?)"
)
PAREN_CREDIT: Final = r"\(\s*(?P<credit>[^()\[\]\n]{2,70})\)"
DASH: Final = r"(?:\.?-{1,3}|[–—―]|\.[–—])"
SEPARATOR: Final = rf"(?:\s*(?:{DASH}|[:：]|//|،|\.)+)"

_RUN: Final = re.compile(
    rf"{JUNK}(?:[^\W\d_a-z]{_WORD_REST}(?:(?: ?/ ?| )(?:[^\W\d_a-z]{_WORD_REST}|(?:al|am|an|and|da|de"
    rf"|del|der|di|do|dos|du|el|la|las|le|los"
    r"|of|on|sur|the|upon)(?= )))*)?\s*(?P<next>.?)\s*(?P<after>.?)",
    re.DOTALL,
)
_SIGNS: Final = frozenset(",.:;([{|/-–—―‐।۔،【［（：=0123456789")


def may_open(head: str) -> bool:
    """Return whether a head can be a dateline: behind its first capitalised words a sign or a number stands.

    Most paragraphs go on with a small word (`The foreign secretaries met`) and need no form tried.
    """
    run = _RUN.match(head)
    if run is None:
        return False
    following = run["next"]
    if following in ",." and "a" <= run["after"] <= "z":
        return ". " in run[0]
    return following in _SIGNS or following > "\u0590" or ". " in run[0] or following.isdigit()
