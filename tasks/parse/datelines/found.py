# ruff: noqa: RUF001 - raw files print these signs
"""What a dateline form hands back, and the checks that all forms share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from tasks.parse.dates.months import month_number, weekday_number
from tasks.parse.dates.written import Written, first_date
from tasks.parse.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.reference.lexicon import Lexicon

Cut: TypeAlias = tuple[int, int]
"""Start and end of words in a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A dateline in one paragraph, in positions of that paragraph; `end` is where the body begins."""

    start: int
    end: int
    place: Cut | None = None
    region: Cut | None = None
    date: Written | None = None
    credit: Cut | None = None
    first_credit: Cut | None = None
    """A credit that stands before the dateline's own: `(MENAFN- Trend) BAKU, May 2. `."""
    persons: tuple[Cut, ...] = ()
    """Reporters named inside the dateline: `(记者王某)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of dateline: its name, signs of which the head must hold one, and how it is read."""

    name: str
    needs: str | tuple[str, ...]
    """Signs, in a string one character each; the form is tried where the head holds at least one of them."""
    read: Callable[[str, Lexicon], Found | None]
    is_dated: bool = False
    """True for a form that always names a day, so that a head without any digit cannot be it."""
    is_foreign: bool = False
    """True for a form with letters that ASCII lacks."""


_ABBREVIATED: Final = re.compile(r"(?:\b\w|\.\w|\b[A-Z][a-z]{1,2})\.$")
_SMALL_WORDS: Final = words(
    "aan al am an auf au aux bei d' da das de del della der des di do dos du e el en es et ibn in la las le"
    " les los nad na of on os sur the und upon van von y"
)
_NO_PLACE: Final = words(
    "a about after all also although an and any as at because before both breaking end ends but by caption"
    " correction corrected file editor's editorial exclusive explainer factbox for from he her here his how"
    " if image in is it its just live live: many more most mr mrs ms my new no not note now of on one"
    " only opinion our people photo photos question answer q read report review rpt said she since so"
    " some source sources story summary that the their there these they this those to today tomorrow"
    " update updated urgent video watch we what when where which while who why with yesterday you your"
    " analysis alert background live_blog claim column context editorial fact fact_check feature headlines"
    " interview listen markets obituary podcast politics preview profile rating recap result results review"
    " scorecard"
    " sports timeline verdict weather business world editor's_note breaking_news"
    " behauptung bewertung fakten faktencheck hintergrund kommentar eilmeldung analyse meinung porträt"
    " análisis opinión vídeo fotos exclusiva exclusivo entrevista urgente alerta crónica perfil última_hora"
    " direct en_direct entretien vidéo reportage enquête portrait opinion tribune analyse infographie"
    " scheda intervista editoriale analisi ultim'ora diretta özet son_dakika analiz röportaj"
    " мнение интервью аналитика срочно видео фото обзор"
)
_LONGEST_WORDS: Final = 5
_TITLES: Final = words(
    "minister president secretary ambassador senator chancellor chairman chair governor spokesperson"
    " spokesman spokeswoman moderator question host interviewer mr ms mrs dr mr. mrs. ms. dr. prof. sir"
    " king queen prince judge justice"
    " reporter participant delegate speaker"
)
"""Words before the name of somebody who speaks: `MINISTER OKAFOR: Good morning` is no place."""
_OUTLET_WORDS: Final = words(
    "chronicle times news herald post gazette tribune journal daily observer mirror telegraph guardian"
    " express"
    " dispatch courier star sun standard record bulletin press echo argus monitor examiner advertiser"
    " report desk"
    " ledger globe review argus leader citizen bureau online network tv radio media weekly magazine today"
)
"""Words that close the name of a paper: `COASTAL CHRONICLE, May 19 — ` names no place."""


def looks_like_place(name: str) -> bool:
    """Return whether the words have the shape of a place name: capitals, few, no sentence opening."""
    if len(name) < 2 or name.casefold().rstrip(".") in _NO_PLACE:  # noqa: PLR2004
        return False
    words = name.replace("/", " ").split()
    if not words or len(words) > _LONGEST_WORDS or _is_calendar_word(words[0]):
        return False
    return all(_is_name_word(word) for word in words)


def is_outlet(name: str) -> bool:
    """Return whether a name that no gazetteer knows is that of a paper: `SUN TIMES`."""
    return " " in name and name.rsplit(" ", 1)[1].casefold() in _OUTLET_WORDS


def is_known_place(name: str, lexicon: Lexicon) -> bool:
    """Return whether each part of the name (`OTTAWA/TOKYO`) is in the gazetteer."""
    parts = [part.strip() for part in name.split("/")]
    return all(part and lexicon.is_place_name(part) for part in parts)


def is_shouted_place(name: str) -> bool:
    """Return whether a name the gazetteer may lack is set as datelines set places: all in capitals."""
    if not (name.isupper() and len(name) > 2 and looks_like_place(name)):  # noqa: PLR2004
        return False
    return name.split(" ", 1)[0].casefold() not in _TITLES and not is_outlet(name)


def dated(match: re.Match[str], group: str = "date") -> Written | None:
    """Return the date in a group of the match; None where its words are no date."""
    start, end = match.span(group)
    if start < 0:
        return None
    date = first_date(match.string, start, end)
    return date if date is not None and date.start - start <= 1 else None


def cut(match: re.Match[str], group: str) -> Cut | None:
    """Return where a group stands, without the white space around it; None when it is empty."""
    start, end = match.span(group)
    if start < 0:
        return None
    text = match.string
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if group == "place":
        while end > start + 1 and text[end - 1] in "-،۔":
            end -= 1
        end -= 3 if text.endswith(" في", start, end) else 0
    if group == "place" and text[end - 1] == "." and not _ABBREVIATED.search(text, max(start, end - 6), end):
        end -= 1
    return (start, end) if start < end else None


def _is_name_word(word: str) -> bool:
    first = word[0]
    return not first.islower() or word in _SMALL_WORDS or word[:2] in ("d'", "d’", "l'", "l’", "al")


def _is_calendar_word(word: str) -> bool:
    return weekday_number(word) is not None or (month_number(word) is not None and word.istitle())
