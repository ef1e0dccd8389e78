# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Country forms in tokens: ``South Korea``, ``Pak-Jordan``, ``New Mexico`` (which is none)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from schemas.reference.countries import CountryForm
from tasks.extract.mend import may_change
from tasks.extract.pieces import PLAIN, Pieces
from tasks.extract.tags import TAGS
from tasks.extract.words.given import ALSO_COUNTRIES, has_given
from tasks.extract.words.organisations import NAMED_BODIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schemas.reference.lexicon import Lexicon

_PART: Final = re.compile(
    r"['’]s\b|[^\W\d_]\.(?:-?[^\W\d_]\.)+|[^\W\d_]\.|St\.|[^\W_]+(?:['’][^\W_]+)*|[^\s\w]"
)
_LETTER: Final = {"name": "C", "territory": "C", "adjective": "A", "demonym": "A", "none": "G", "body": "K"}
_EXTRA: Final = {
    "Pak": CountryForm(("PK",), "name"),
    "Indo": CountryForm(("IN",), "name"),
    "Sino": CountryForm(("CN",), "name"),
    "Russo": CountryForm(("RU",), "name"),
    "Franco": CountryForm(("FR",), "name", True),  # noqa: FBT003
    "Anglo": CountryForm(("GB",), "name", True),  # noqa: FBT003
    "ROK": CountryForm(("KR",), "name"),
    "RoK": CountryForm(("KR",), "name"),
    "PNG": CountryForm(("PG",), "name"),
}
"""First halves of hyphened pairs, and acronyms of the wires."""
_LONGER: Final = {
    "Việt Nam": CountryForm(("VN",), "name"),
    "Argentine Republic": CountryForm(("AR",), "name"),
    "Hellenic Republic": CountryForm(("GR",), "name"),
}
PAIR: Final = "-"
MARKED: Final = "*"
"""Tokens that may be a pair of countries; that a form, or a rule of `mend`, starts with."""
_PREFIXES: Final = frozenset({"Pak", "Indo", "Sino", "Russo", "Franco", "Anglo"})


class CountryForms:
    """The forms by their first tokens; immutable."""

    __slots__ = ("_bodies", "_first", "_longer", "_single", "pieces")

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the forms of a lexicon."""
        self._single: dict[str, CountryForm] = {}
        longer: dict[str, list[tuple[tuple[str, ...], CountryForm]]] = {}
        for surface, form in lexicon.country_forms().items():
            for parts in _parts(surface.replace("’", "'")):
                if len(parts) == 1:
                    self._single[parts[0]] = form
                elif parts:
                    longer.setdefault(parts[0], []).append((parts, form))
        for surface, form in _EXTRA.items():
            self._single.setdefault(surface, form)
        for surface, form in _LONGER.items():
            parts = tuple(surface.split())
            longer.setdefault(parts[0], []).append((parts, form))
        self._bodies = frozenset(tuple(name.split()) for name in NAMED_BODIES)
        for parts in sorted(self._bodies):
            longer.setdefault(parts[0], []).append((parts, CountryForm((), "none")))
        self._first = frozenset(longer)
        self._longer: dict[tuple[str, ...], list[tuple[list[str], CountryForm]]] = {}
        for found in longer.values():
            for parts, form in sorted(found, key=lambda pair: (-len(pair[0]), pair[0])):
                self._longer.setdefault(parts[:2], []).append((list(parts), form))
        self.pieces = Pieces(self.letter)

    def letter(self, token: str) -> str:
        """Give what has to be looked at in a token, wherever it stands: `PAIR`, `MARKED`, or `PLAIN`."""
        if "-" in token and token[0] != "-" and token[0].isupper() and token not in self._single:
            parts = token.split("-")
            if any(part in self._single or part in self._first for part in parts):
                return PAIR
        is_marked = token in self._single or token in self._first or may_change(token)
        return MARKED if is_marked else PLAIN

    def mark(
        self, tokens: list[str], tags: list[str], places: Iterable[int]
    ) -> dict[int, tuple[int, CountryForm]]:
        """Find the longest forms that start at these places, set their letters; give them by token."""
        found: dict[int, tuple[int, CountryForm]] = {}
        first, single = self._first, self._single
        after = 0
        for place in places:
            token = tokens[place]
            if place < after or (token not in single and token not in first):
                continue
            length, form = self._longest(tokens, place)
            if form is None or (token in _PREFIXES and not _is_prefix(tokens, place)):
                continue
            is_body = length > 1 and tuple(tokens[place : place + length]) in self._bodies
            if tokens[place + length : place + length + 1] == ["$"]:
                continue
            if form.kind == "none" and TAGS[token] == "O":
                tags[place + 1 : place + length] = ["f", *"G" * (length - 2)]  # University of Georgia
                after = place + length
                continue
            tags[place] = "K" if is_body else _LETTER[form.kind]
            for rest in range(place + 1, place + length):
                tags[rest] = "c"
            after = place + length
            if form.kind != "none":
                found[place] = (after, form)
        return found

    def _longest(self, tokens: list[str], place: int) -> tuple[int, CountryForm | None]:
        for parts, form in self._longer.get(tuple(tokens[place : place + 2]), ()):
            if tokens[place : place + len(parts)] == parts:
                return len(parts), form
        return 1, self._single.get(tokens[place])

    def split_pairs(
        self, tokens: list[str], starts: list[int], tags: list[str], marks: dict[int, str]
    ) -> dict[int, str]:
        """Split ``India-Finland`` into three tokens, and ``India-led`` too, where a half is a country.

        Gives the marks with their new places.
        """
        split: dict[int, str] = {}
        for place in sorted(marks, reverse=True):
            is_pair = marks[place] == PAIR
            parts = [part for part in re.split("(-)", tokens[place]) if part] if is_pair else []
            if not (is_pair and self._is_pair(parts, tokens, place)):
                split[place] = marks[place]
                continue
            ends = list(accumulate(map(len, parts), initial=starts[place]))
            tokens[place : place + 1] = parts
            starts[place : place + 1] = ends[:-1]
            tags[place : place + 1] = [TAGS[part] for part in parts]
            more = len(parts) - 1
            split = {later + more: mark for later, mark in split.items()}
            looks = ((place + no, self.letter(part)) for no, part in enumerate(parts))
            split |= {at: look for at, look in looks if look != PLAIN}
        return dict(sorted(split.items()))

    def _is_pair(self, parts: list[str], tokens: list[str], place: int) -> bool:
        if any(longer == parts for longer, _ in self._longer.get(tuple(parts[:2]), ())):
            return True  # Timor-Leste
        if parts[0] in _PREFIXES:
            return parts[-1] in self._single  # not Indo-Pacific
        known = [part in self._single or part in self._first for part in parts[::2]]
        if len(known) > 1 and all(known):
            return True
        if place and parts[-1][1:].islower() and _is_given(tokens[place - 1]) and not known[-1]:
            return False  # Austin Holland-Reyes
        # `China-Sri Lanka`, `India-led`, `Dominican Republic-Haiti`, `EU-Mongolia`
        if parts[0] in self._single or (place and tokens[place - 1] in self._first):
            return parts[0] in self._single or known[-1]
        return known[-1] and parts[0].isupper() and len(parts[0]) > 1


def _parts(surface: str) -> list[tuple[str, ...]]:
    """Give the tokens of a form; those of *People's Republic* with either apostrophe."""
    found = _PART.findall(re.sub(r"'s\b", " 's", surface))
    return [tuple(found), tuple("’s" if part == "'s" else part for part in found)][: 1 + ("'s" in found)]


def _is_given(token: str) -> bool:
    """Say whether a token is a given name, one that is a country too among them."""
    return token[0].isupper() and (has_given(token) or token in ALSO_COUNTRIES)


def _is_prefix(tokens: list[str], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1] in {"-", "–", "‑"}


@lru_cache(maxsize=4)
def country_forms(lexicon: Lexicon) -> CountryForms:
    """Give the forms of a lexicon, made once."""
    return CountryForms(lexicon)
