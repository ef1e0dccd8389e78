# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""`By NAME` and its kin.

`By Joel Hart and Wanjiru Kam in Nairobi`, `By N. Name – Trend:`, `Von N N`, `BY N N @handle`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import BylineForm, FoundByline, names_in
from tasks.parse.credit.names import find_agency

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_DESKS: Final = ("correspondent", "desk", "staff", "reporter", "bureau", "agenc")
_DESK_MOST: Final = 60
_LONGEST: Final = 160
_LEAD: Final = re.compile(
    r"[\s(\[*•–—-]*(?:by|von|par|por|oleh|di|door|av|da|от)\b\s*[:.]?\s*", re.IGNORECASE
)
_PLACES: Final = re.compile(
    r"\s(?:in|for|from|at|on|aus|à|en|di)\s|\s?\||\s[–—-]\s?|\s@|\s?[(<\[]|\s\S+@|\s(?=\d)|\s?/\s?|;|\s(?=Published\b)|\s(?=Updated\b)"
)
_AFTER_DASH: Final = re.compile(r"\s?[–—-]\s?(?P<agency>[^–—:\n]{2,40}?)\s?:?\s*$")
_FROM: Final = re.compile(r"\s(?:from|of|for) (?:the )?(?P<agency>[A-Z][^,;|()]{1,40})$")


def _read(line: str, lexicon: Lexicon) -> FoundByline | None:
    if len(line) > _LONGEST or (line[-1] in ".?!" and len(line) > 60 and ". " in line):  # noqa: PLR2004
        return None
    lead = _LEAD.match(line)
    if lead is None or lead.end() >= len(line):
        return None
    places = _PLACES.search(line, lead.end())
    end = places.start() if places else len(line)
    found = names_in(line, lead.end(), end, lexicon)
    agencies = list(found.agencies)
    for pattern in (_AFTER_DASH, _FROM):
        tail = pattern.search(line, lead.end())
        if tail is not None and find_agency(tail["agency"].strip(), lexicon) is not None:
            agencies.append(tail.span("agency"))
            break
    if not found.persons and not agencies:
        return FoundByline(()) if _is_desk(line[lead.end() :]) else None
    return FoundByline(found.persons, tuple(agencies))


def _is_desk(name: str) -> bool:
    """Return whether the line credits a desk, no person: `By Our Correspondent`, `By Web Desk`."""
    low = name.casefold()
    return len(name) <= _DESK_MOST and any(word in low for word in _DESKS)


FORM: Final = BylineForm(words=("by", "von", "par", "por", "oleh", "di", "door", "av"), read=_read)
