# ruff: noqa: RUF001 - raw files print these signs
"""What a byline form hands back, and how names are told from other words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tasks.parse.credit.names import find_agency, is_agency
from tasks.parse.dates.months import month_number, weekday_number
from tasks.parse.shape import is_dense
from tasks.parse.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.reference.lexicon import Lexicon

    Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundByline:
    """Persons and agencies of one line, as positions in it; both may be empty (an empty label)."""

    persons: tuple[Cut, ...]
    agencies: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class BylineForm:
    """One family of bylines: the first words that select it, and how it is read."""

    words: tuple[str, ...]
    read: Callable[[str, Lexicon], FoundByline | None]


NAME_WORD: Final = r"[^\W\d_][^\s\d,;:()|/@\"“”<>]*"
_JOINT: Final = re.compile(
    r"\s*(?:,|/| and | & | und | et | y | e | и | ve | dan )\s*(?:and )?", re.IGNORECASE
)
_NO_PERSON: Final = words(
    "staff desk bureau correspondent reporter reporters agency agencies news newsroom team editor"
    " editorial service online web digital report wire wires monitoring network press media times post"
    " tv radio writer writers our all headlines headline today's paper top latest special observer "
    "daily admin guest author contributor editors board"
    " office ministry department mission embassy consulate redacción redaktion rédaction redazione"
)
_SMALL: Final = words("al bin binti bint da de del della den der di dos du el ibn la le ten ter van von y zu")
_STOP: Final = words("the a an in on for with to of from our by his her their this that staff its")


def is_person(name: str) -> bool:
    """Return whether the words have the shape of a person's name: one to five capitalised words."""
    words = name.split()
    if not words or len(words) > 5 or len(name) < 3:  # noqa: PLR2004
        return False
    if is_dense(name) and (len(name) > _LONGEST_DENSE or _DENSE_STOPS.search(name) is not None):
        return False
    for word in words:
        low = word.casefold().rstrip(".")
        if low in _NO_PERSON or (low in _STOP and word[1:] != ".") or weekday_number(low) or _is_month(low):
            return False
        if word[0].islower() and low not in _SMALL:
            return False
    return not words[0][0].islower()


_LONGEST_DENSE: Final = 10
_DENSE_STOPS: Final = re.compile(r"[、。，！？：（）]")
_COLLECTIVE: Final = frozenset(
    ("agencies", "news agencies", "wire services", "agenturen", "agences", "agencias")
)


def agency_behind(name: str, lexicon: Lexicon) -> int:
    """Return where an agency begins that closes the words.

    `TESS M. OKIMOTO Associated Press`; 0 if none does.
    """
    words_ = name.split(" ")
    for count in range(2, len(words_) - 1):
        tail = " ".join(words_[count:])
        if find_agency(tail, lexicon) is not None:
            return len(name) - len(tail)
    return 0


def _is_month(word: str) -> bool:
    """Return whether the word is a month and no given name (April, May, June are both)."""
    return (
        word not in ("april", "may", "june", "august", "mai", "juni", "jan", "marzo", "mar")
        and month_number(word) is not None
    )


def names_in(line: str, start: int, end: int, lexicon: Lexicon) -> FoundByline:
    """Return the persons and agencies in a list of names: `Joel Hart and Wanjiru Kam`, `Yonhap`."""
    persons: list[Cut] = []
    agencies: list[Cut] = []
    position = start
    for joint in [*_JOINT.finditer(line, start, end), None]:
        stop = joint.start() if joint is not None else end
        piece = _piece(line, position, stop)
        position = joint.end() if joint is not None else end
        if piece is None:
            continue
        name = line[piece[0] : piece[1]]
        behind_comma = line[piece[0] - 2 : piece[0]] == ", "
        if is_agency(name, lexicon) or name.casefold() in _COLLECTIVE:
            agencies.append(piece)
        elif persons and ((behind_comma and " " not in name) or lexicon.is_place_name(name)):
            break
        elif (at := agency_behind(name, lexicon)) and is_person(name[:at].rstrip()):
            persons.append((piece[0], piece[0] + len(name[:at].rstrip())))
            agencies.append((piece[0] + at, piece[1]))
        elif is_person(name):
            persons.append(piece)
        elif persons:
            break
    return FoundByline(tuple(persons), tuple(agencies))


def _piece(line: str, start: int, end: int) -> Cut | None:
    while start < end and line[start] in " \t\u00a0.-–—|:,*":
        start += 1
    while end > start and line[end - 1] in " \t\u00a0-–—|:,;*)(":
        end -= 1
    if end - start > 2 and line[end - 1] == "." and line[end - 2].islower():  # noqa: PLR2004
        end -= 1
    return (start, end) if start < end else None
