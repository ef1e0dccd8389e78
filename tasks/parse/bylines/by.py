# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""`By NAME` and its kin.

`By Joel Hart and Wanjiru Kam in Nairobi`, `By N. Name – Trend:`, `Von N N`, `BY N N @handle`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import BylineForm, FoundByline, is_person, names_in
from tasks.parse.bylines.rows import STAFF, surname_in
from tasks.parse.credit.names import find_agency

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_DESKS: Final = (
    "correspondent",
    "desk",
    "staff",
    "reporter",
    "bureau",
    "agenc",
    "newsroom",
    "redac",
    "redak",
    "rédac",
    "redaz",
)
_DESK_MOST: Final = 60
_LONGEST: Final = 160
_LEAD: Final = re.compile(
    r"[\s(\[*•–—-]*(?:by|from|von|par|por|oleh|di|door|av|da|от)\b\s*[:.]?\s*", re.IGNORECASE
)
_PLACES: Final = re.compile(
    r"\s(?:in|for|from|at|on|of|aus|à|en|di)\s|\s?\||\s[–—-]\s?|\s@|\s?[(<\[]|\s\S+@|\s(?=\d)|\s?/\s?|;|\s(?=Published\b)|\s(?=Updated\b)"
)
_AFTER_DASH: Final = re.compile(r"\s?[–—/|-]\s?(?P<agency>[^–—:\n]{2,40}?)\s?:?\s*$")
_FROM: Final = re.compile(r"\s(?:from|of|for) (?:the )?(?P<agency>[A-Z][^,;|()]{1,40})$")


def _read(line: str, lexicon: Lexicon) -> FoundByline | None:
    if len(line) > _LONGEST or (line[-1] in ".?!" and len(line) > 60 and ". " in line):  # noqa: PLR2004
        return None
    lead = _LEAD.match(line)
    if lead is None or lead.end() >= len(line):
        return None
    places = _PLACES.search(line, lead.end())
    end = places.start() if places else len(line)
    if places is not None and (glued := _glued_mail(line, lead.end(), places)):
        end = glued
    found = names_in(line, lead.end(), end, lexicon)
    if line[lead.start() : lead.end()].casefold().strip().startswith("from") and not (
        found.persons and _is_place_behind(line, found.persons[-1][1], lexicon)
    ):
        return None
    others = names_with_places(line, end, lexicon) if places is not None else ()
    agencies = list(found.agencies)
    staff = STAFF.fullmatch(line, lead.end())
    if staff is not None and find_agency(staff["agency"], lexicon) is not None:
        agencies.append(staff.span("agency"))
    for pattern in (_AFTER_DASH, _FROM):
        tail = pattern.search(line, lead.end())
        if tail is not None and find_agency(tail["agency"].strip(), lexicon) is not None:
            agencies.append(tail.span("agency"))
            break
    if not found.persons and not agencies:
        return FoundByline(()) if _is_desk(line[lead.end() :]) else None
    return FoundByline((*found.persons, *others), tuple(agencies))


_ALSO: Final = re.compile(r"(?:, and |, | and )(?=(?P<name>[^\W\d_a-z][^,]{3,40}?) in [^\W\d_a-z])")


def names_with_places(line: str, start: int, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the authors that follow with places of their own: `A in Nairobi and B in Harare`."""
    spans = (match.span("name") for match in _ALSO.finditer(line, start))
    return tuple(
        (start, end)
        for start, end in spans
        if " " in line[start:end]
        and is_person(line[start:end])
        and not lexicon.is_place_name(line[start:end])
    )


def _is_place_behind(line: str, end: int, lexicon: Lexicon) -> bool:
    """Return whether nothing but a place follows: `From Tendai Mukoro, Abuja`; else a title begins."""
    rest = line[end:].removeprefix(",").strip(" .").removeprefix("in ")
    return bool(rest) and lexicon.is_place_name(rest.split(",")[0])


_BOX: Final = re.compile(r"\s([^\W\d_][\w.'’+-]*)@")


def _glued_mail(line: str, start: int, places: re.Match[str]) -> int:
    """Return where a surname ends that a mail address is glued to; 0 where none is.

    `By Rosa Okelloraokello@post.example`: the address says the surname again, or the given name.
    """
    word = _BOX.match(line, places.start())
    if word is None:
        return 0
    length = surname_in(word[1], line[start:].split(" ", 1)[0])
    return word.start(1) + length if length else 0


def _is_desk(name: str) -> bool:
    """Return whether the line credits a desk, no person: `By Our Correspondent`, `By Web Desk`."""
    low = name.casefold()
    return len(name) <= _DESK_MOST and any(word in low for word in _DESKS)


FORM: Final = BylineForm(words=("by", "from", "von", "par", "por", "oleh", "di", "door", "av"), read=_read)
