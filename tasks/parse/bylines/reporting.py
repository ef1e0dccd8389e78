# ruff: noqa: RUF001 - raw files print these signs
"""`Reporting by A and B in City; editing by C`: reporters and writers are authors, editors are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import BylineForm, FoundByline, names_in

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_LONGEST: Final = 500
_CLAUSE: Final = re.compile(
    r"(?i)(?:(?P<wrote>(?:additional |further )?(?:report(?:ing|ed)|writing|written|story|text)"
    r"(?:(?: and |, |/)(?:writing|reporting|editing))*|compiled) by|editing by|edited by|graphics? by"
    r"|translat\w+ by)\s*:?\s*"
)
_PLACES: Final = re.compile(r"\s(?:in|for|from|at)\s")


def _read(line: str, lexicon: Lexicon) -> FoundByline | None:
    if len(line) > _LONGEST:
        return None
    start = len(line) - len(line.lstrip(" ([*-–—•"))
    if line[start : start + 5].casefold() == "with ":
        start += 5
    if _CLAUSE.match(line, start) is None:
        return None
    clauses = list(_CLAUSE.finditer(line, start))
    persons: list[tuple[int, int]] = []
    for number, clause in enumerate(clauses):
        if not clause["wrote"]:
            continue
        stop = clauses[number + 1].start() if number + 1 < len(clauses) else len(line)
        semicolon = line.find(";", clause.end(), stop)
        end = stop if semicolon < 0 else semicolon
        persons.extend(_without_places(line, clause.end(), end, lexicon))
    return FoundByline(tuple(persons))


_CONTRIBUTED: Final = re.compile(
    r"\(?(?:(?:The )?(?P<agency>[A-Z][\w.& ]{1,30}?) )?(?:(?:staff |freelance |special |video )?"
    r"(?:writers?|reporters?|journalists?|correspondents?|producers?)) (?P<names>[A-Z].{3,160}?)"
    r"(?:,? (?:also )?contributed(?: (?:to|reporting|from).{0,40})?\.?\)?)$"
    r"|\(?(?P<plain>[A-Z][^.]{3,160}?),? (?:also )?contributed (?:to this|reporting).{0,30}\.?\)?$"
)


def read_contributed(line: str, lexicon: Lexicon) -> FoundByline | None:
    """Return the authors of `Agency writer A in City and B contributed to this report.`."""
    match = _CONTRIBUTED.match(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    group = "names" if match["names"] else "plain"
    persons = _without_places(line, *match.span(group), lexicon)
    return FoundByline(tuple(persons)) if persons else None


def _without_places(line: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the names of `A in Lima, B and C in Quito`, without Lima and Quito."""
    persons: list[tuple[int, int]] = []
    position = start
    while position < end:
        place = _PLACES.search(line, position, end)
        stop = place.start() if place else end
        persons.extend(names_in(line, position, stop, lexicon).persons)
        if place is None:
            break
        following = re.compile(r",| and ").search(line, place.end(), end)
        position = following.end() if following else end
    return persons


_LEAST_BEFORE: Final = 30
"""So much text stands before such a bracket; one that is the whole line is a byline of its own."""
_SIGNED: Final = re.compile(
    r"(?<=[.!?”\"A-Z]) \((?P<clause>(?:(?:Additional |Further )?[Rr]eport(?:ing|ed)|[Ww]riting|[Ww]ritten"
    r"|[Ss]tory) by [^()]{4,300})\)\.?$"
    r"|\((?:[A-Z]{2} ?[-–] ?)?[Aa]uthors?: (?P<names>[^();]{4,80}?)(?:, [Ee]ditors?: [^()]*|;[^()]*)?\)\.?$"
)


def read_signed(text: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...] | None:
    """Return the authors whom a bracket at a paragraph's end names: `… today. (Reporting by A and B)`."""
    start = text.rfind("(", max(0, len(text) - _LONGEST))
    if start < _LEAST_BEFORE or not (
        "by " in text[start : start + 30] or "uthor" in text[start : start + 20]
    ):
        return None
    match = _SIGNED.search(text, max(0, start - 1))
    if match is None:
        return None
    if match["names"]:
        return names_in(text, *match.span("names"), lexicon).persons or None
    offset = match.start("clause")
    found = _read(match["clause"], lexicon)
    return tuple((a + offset, b + offset) for a, b in found.persons) or None if found is not None else None


FORM: Final = BylineForm(
    words=(
        "reporting",
        "with",
        "additional",
        "further",
        "writing",
        "written",
        "story",
        "reported",
        "editing",
        "edited",
        "compiled",
    ),
    read=_read,
)
