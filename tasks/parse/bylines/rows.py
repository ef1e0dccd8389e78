# ruff: noqa: RUF001 - raw files print these signs
"""Names without a label.

`N N (@handle) 4 minutes ago | 12:10 AM`, `Reuters Staff`, `NDT Bureau`, `N N, Correspondent`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import FoundByline, agency_behind, is_person
from tasks.parse.credit.names import find_agency
from tasks.parse.datelines.found import is_outlet
from tasks.parse.dates.months import MONTH_NAME, weekday_number

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.dates.rows import Row

LONGEST: Final = 70
STAFF: Final = re.compile(
    r"(?P<agency>[A-Z][\w.& ]{1,30}?) (?:staff|staff writers?|correspondents?|reporters?)$", re.IGNORECASE
)
_DESK: Final = re.compile(
    r"(?:[\w.&' /-]{1,30} )?(?:web ?desk|news ?desk|bureau|desk|monitoring|news service|online desk"
    r"|network|our correspondent|staff report(?:er)?|staff correspondent|newsroom|editorial team)$"
    r"|(?:(?:special|senior|chief|staff|political|diplomatic|parliamentary|foreign|sports?|business|court"
    r"|crime|city|district|national|regional|state|deputy|assistant|associate|managing|news|online"
    r"|digital) ){1,2}"
    r"(?:correspondent|reporter|writer|editor)s?$|staff and agencies$"
    r"|(?:la )?(?:redacción|redaktion|rédaction|redazione)$",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"(?P<name>[^\W\d_][^\d@|()]{2,40}?)\s*\(?@\w{2,}\)?")
_HANDLE_ONLY: Final = re.compile(r"@\w{2,30}$")
_MAIL: Final = re.compile(
    r"(?P<name>[^\W\d_][^\d@|()<]{2,40}?)?\s*[(<\[]?(?:mailto:)?[\w.+-]+@[\w-]+\.[\w.]+[)>\]]?$"
)
_BARRED: Final = re.compile(
    r"(?P<name>[^\W\d_][^\d|,()@]{3,40}?) \| (?:[A-Z][\w.&'-]* ){0,4}(?:Desk|News|Staff|Service|Bureau"
    r"|Correspondent"
    r"|Reporter|Writer|Editor|Online|Times|Post|Team)$"
)
_TITLES: Final = (
    "editor",
    "correspondent",
    "reporter",
    "writer",
    "columnist",
    "contributor",
    "chief",
    "desk",
    "s",
)
_WRITERS: Final = re.compile(
    r"(?P<names>.{8,60}), (?:[Ss]taff |[Ss]enior )?(?:[Ww]riters|[Rr]eporters|[Cc]orrespondents)$"
)
_TITLED: Final = re.compile(
    r"(?P<name>[^\W\d_][^\d,|()]{3,40}), (?:[A-Z][\w-]+ ){0,3}(?:Editor|Correspondent|Reporter|Writer"
    r"|Columnist|Staff Writer|Contributor|Bureau Chief|News Desk)s?$"
)
_NAME: Final = (
    r"(?P<name>(?!Updated|Published|Posted|UPDATED|PUBLISHED|POSTED|No\b|PR\b)[^\W\d_a-z][\w.'’-]+(?:"
    r" (?!Published"
    rf"|Updated|Posted|Last|On\b|In\b|At\b|{MONTH_NAME} ?\d)[^\W\d_a-z][\w.'’-]*){{1,3}})"
)
_NAME_TIME: Final = re.compile(
    rf"{_NAME}(?:,?\s*(?:\||[-–—·•/(])|, [^\W\d_a-z][\w ]{{2,20}}, \d"
    rf"|,?\s+(?:Published|Updated|Posted|Last|\d)|,? {MONTH_NAME} \d)"
)
_BY_NAME: Final = re.compile(
    rf"(?:(?<![Ee]dited )(?<![Uu]pdated )(?<!EDITED )(?i:\bby)"
    rf"|[|·•–-]\s?(?:[Pp]ar|[Pp]or|[Vv]on|[Oo]leh|[Dd]i|[Dd]oor|[Aa]v))\b:? ?{_NAME}"
)


def read_whole(line: str, lexicon: Lexicon) -> FoundByline | None:  # noqa: PLR0911 - one form a line
    """Return a byline that has neither label nor date: agency staff, a desk, a handle, a mail address."""
    if "@" in line:
        return FoundByline(()) if _HANDLE_ONLY.match(line) else _signed(line)
    low = line[-16:].casefold()
    barred = _BARRED.match(line) if " | " in line else None
    if barred is not None and is_person(barred["name"]):
        return FoundByline((barred.span("name"),))
    writers = _WRITERS.match(line) if ", " in line and low.endswith("s") else None
    if writers is not None:
        return read_name_list(writers["names"], lexicon)
    titled = _TITLED.match(line) if ", " in line and low.endswith(_TITLES) else None
    if titled is not None and is_person(titled["name"]):
        return FoundByline((titled.span("name"),))
    if not low.endswith(
        (
            "staff",
            "writer",
            "writers",
            "desk",
            "bureau",
            "correspondent",
            "correspondents",
            "service",
            "monitoring",
            "reporter",
            "reporters",
            "report",
            "network",
            "newsroom",
            "editorial team",
            "editor",
            "and agencies",
            "redacción",
            "redaktion",
            "rédaction",
            "redazione",
        )
    ):
        return None
    staff = STAFF.match(line)
    if staff is not None and find_agency(staff["agency"], lexicon) is not None:
        return FoundByline((), (staff.span("agency"),))
    return FoundByline(()) if _DESK.match(line) and line.count(" ") < 5 else None  # noqa: PLR2004


def _signed(line: str) -> FoundByline | None:
    for pattern in (_MAIL, _HANDLE):
        match = pattern.match(line)
        if match is None:
            continue
        if match["name"] and is_person(match["name"].strip()):
            start, end = match.start("name"), match.start("name") + len(match["name"].rstrip())
            if pattern is _MAIL and (glued := _RUN.match(line, end)) is not None:
                end += glued.start(1) - end + surname_in(glued[1], match["name"].split(" ")[0])
            return FoundByline(((start, max(end, start + len(match["name"].rstrip()))),))
        return FoundByline(()) if pattern is _MAIL else None
    return None


_RUN: Final = re.compile(r" ([^\W\d_a-z][\w.'’+-]*)@")


def surname_in(run: str, first: str) -> int:
    """Return how many letters of a run are the surname that a mail address is glued to, or 0.

    `Okelloraokello`: the address says the surname again, or the given name.
    """
    low, given = run.casefold(), first.casefold()
    for length in range(2, len(low) - 1):
        name, box = low[:length], low[length:]
        if box.endswith(name) or box.startswith((name, given)):
            return length
    return 0


def read_name_line(line: str) -> FoundByline | None:
    """Return a line that is a person's name and nothing else; only a label above it makes it a byline."""
    name = line.strip(" \t\u00a0.,;")
    return (
        FoundByline(((line.index(name), line.index(name) + len(name)),))
        if " " in name and is_person(name)
        else None
    )


def read_name_list(line: str, lexicon: Lexicon) -> FoundByline | None:
    """Return a line of full names and nothing else, perhaps with a place or an agency behind them.

    `Anna Torvald, Per Lindgren and Jo Quist`; `FARAH NAQVI, New Delhi`; `Farah Naqvi in New Delhi`.
    """
    if len(line) > LONGEST or line[-1] in ".!?:" or not any(joint in line for joint in _LIST_SIGNS):
        return None
    core, place, city = _PLACED.split(line, maxsplit=1) if _PLACED.search(line) else (line, "", "")
    if place and not (lexicon.is_place_name(city.split(",")[0].strip()) or is_outlet(city)):
        return None
    persons: list[tuple[int, int]] = []
    agencies: list[tuple[int, int]] = []
    position = 0
    for joint in [*_LIST_JOINT.finditer(core), None]:
        stop = joint.start() if joint is not None else len(core)
        name = core[position:stop]
        if persons and find_agency(name, lexicon) is not None:
            agencies.append((position, stop))
        elif persons and lexicon.is_place_name(name):
            break
        elif _FULL_NAME.fullmatch(name) and is_person(name) and not lexicon.is_place_name(name):
            persons.append((position, stop))
        else:
            return None
        position = joint.end() if joint is not None else stop
    return FoundByline(tuple(persons), tuple(agencies)) if 0 < len(persons) <= _MOST_NAMES else None


_PLACED: Final = re.compile(r"( in | [-–—|/] )")
_LIST_SIGNS: Final = (", ", " and ", " & ", " in ", " - ", " – ", " — ", " | ", " / ")
_MOST_NAMES: Final = 4
_LIST_JOINT: Final = re.compile(r", and |, | and | & ")
_FULL_NAME: Final = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w.'’-]+){1,3}")


def read_name_agency(line: str, lexicon: Lexicon) -> FoundByline | None:
    """Return `TENDAI MUKORO Associated Press`: an author and the agency behind, without any sign."""
    at = agency_behind(line, lexicon) if len(line) <= LONGEST and line[-1].isalpha() else 0
    name = line[:at].rstrip()
    return FoundByline(((0, len(name)),), ((at, len(line)),)) if at and is_person(name) else None


def read_uncased_name(line: str, row: Row) -> FoundByline | None:
    """Return the name before weekday and date in a script without capitals.

    `نادیہ قریشی ہفتہ 11 جون 2022 15:20`.
    """
    if not row.dates or line[0].isascii() or line[0] >= _DENSE_FROM or line[0] != line[0].swapcase():
        return None
    words = line[: row.dates[0].start].split(" ")
    names = [word for word in words if word]
    if names and weekday_number(names[-1]):
        names.pop()
    name = " ".join(names)
    is_name = 2 <= len(names) <= 3 and line.startswith(name) and all(map(_is_letters, names))  # noqa: PLR2004
    return FoundByline(((0, len(name)),)) if is_name and not row.is_labelled else None


_DENSE_FROM: Final = "\u2e80"


def _is_letters(word: str) -> bool:
    return not any(sign.isdigit() or sign in ":|/،,-–—()" for sign in word)


def read_row_names(line: str, lexicon: Lexicon) -> FoundByline | None:
    """Return whom a date line names: `N N (@handle) 4 minutes ago`, `March 3, 2021 By N N`."""
    match = _HANDLE.match(line) or _BY_NAME.search(line) or _NAME_TIME.match(line)
    if match is None:
        return None
    name = match["name"].rstrip()
    span = (match.start("name"), match.start("name") + len(name))
    first = name.split(" ")[0]
    if not name[0].isupper() or (first.isupper() and find_agency(first, lexicon) is not None):
        return None
    if find_agency(name, lexicon) is not None:
        return FoundByline((), (span,)) if match.re is _BY_NAME else None
    return FoundByline((span,)) if is_person(name) and not lexicon.is_place_name(name) else None
