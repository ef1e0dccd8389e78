"""Decide which place a dateline means: ``HYDERABAD`` with a hint of PK, ``SALEM, Ore.``, ``KUWAIT``.

A wrong place is worse than none: where two cities of different countries could be meant and neither stands out,
nothing is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from schemas.reference.countries import CITY_STATES, Countries
from schemas.reference.folding import fold
from schemas.reference.gazetteer import (
    ALTERNATE_BEATS_MAIN,
    AREA_COUNTRY,
    AREA_SHORT,
    RANK_ALTERNATE,
    RANK_MAIN,
    RANK_SHORT,
    Area,
    Candidate,
    Gazetteer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

CLEAR_ABROAD: Final = 5
"""So many times the people of its namesake in another country a city must have to be meant without a hint."""
CLEAR_AT_HOME: Final = 2
"""The same for a namesake in its own country."""
TOO_BIG_TO_MISS: Final = 50
"""A namesake abroad so many times as large as the city of the hinted country makes the hint doubtful."""
LARGE_CITY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place a dateline names; `place_id` and all below are None where only the country is known."""

    place_id: int | None
    name: str
    country_code: str | None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    population: int | None = None


class Places:
    """Decides between the candidates of the gazetteer; immutable."""

    __slots__ = ("_by_code", "_countries", "gazetteer")

    def __init__(self, gazetteer: Gazetteer, countries: Countries) -> None:
        self.gazetteer = gazetteer
        self._countries = countries
        self._by_code = {row["country_code"]: row["name"] for row in countries.rows}

    def country(self, name: str) -> str | None:
        """Give the code of the one country of that name, in any language; None for adjectives."""
        form = self._countries.find(name)
        if form is not None:
            return form.codes[0] if form.kind == "name" and len(form.codes) == 1 else None
        codes = {area.country_code for area in self.gazetteer.areas(name) if area.kind == AREA_COUNTRY}
        return codes.pop() if len(codes) == 1 else None

    def is_name(self, name: str) -> bool:
        """Say whether that is the name of some place, country or region."""
        form = self._countries.find(name)
        if form is not None:
            return form.kind in {"name", "none"}
        if any(area.kind != AREA_SHORT for area in self.gazetteer.areas(name)):
            return True
        folded = fold(name)
        return bool(folded and self.gazetteer.candidates(folded))

    def find(self, name: str, qualifier: str | None, hint: str | None) -> Place | None:
        """Give the place meant, or None; see `Lexicon.place`."""
        folded = fold(name)
        if not folded:
            return None
        candidates = self.gazetteer.candidates(folded)
        areas = self._areas(qualifier) if qualifier else []
        if areas:
            return self._qualified(name, candidates, areas)
        if code := self.country(name):
            return self._country_place(name, code, candidates, hint)
        form = self._countries.find(name)
        if form is not None and form.kind in {"name", "none"} and not any(c.is_prominent for c in candidates):
            return self._shared_country(name, form.codes, hint)
        return self._city_or_region(name, candidates, hint)

    def _areas(self, qualifier: str) -> list[Area]:
        """Give the regions and countries a qualifier may mean."""
        areas = self.gazetteer.areas(qualifier)
        code = self.country(qualifier)
        return [Area(code, "", AREA_COUNTRY), *areas] if code else areas

    def _qualified(self, name: str, candidates: list[Candidate], areas: list[Area]) -> Place | None:
        """Give the city in one of the areas; where none is known there, their country if they share one."""
        inside = [
            candidate
            for candidate in candidates
            if any(area.country_code == candidate.country_code and area.admin1 in {"", candidate.admin1} for area in areas)
        ]
        if inside:
            return self._decide(name, _best_ranked(inside))
        return self._country_only(name, {area.country_code for area in areas})

    def _country_place(self, name: str, code: str, candidates: list[Candidate], hint: str | None) -> Place | None:
        """Give what a country's name as a dateline means: the country, or its city of the same name."""
        if code in CITY_STATES:
            own = [c for c in self._capitals(code) if c.is_prominent]
            return self._place(own[0]) if own else self._country_only(name, {code})
        is_doubtful = hint not in {None, code} and any(
            c.rank == RANK_MAIN and c.country_code == hint and c.population >= LARGE_CITY for c in candidates
        )
        return None if is_doubtful else self._country_only(self._by_code[code], {code})

    def _capitals(self, code: str) -> list[Candidate]:
        name = self._by_code[code]
        names = (name, f"{name} City")
        found = [c for form in names for c in self.gazetteer.candidates(fold(form)) if c.country_code == code]
        return sorted(found, key=_by_size)

    def _shared_country(self, name: str, codes: tuple[str, ...], hint: str | None) -> Place | None:
        return self._country_only(name, {hint}) if hint in codes else None

    def _city_or_region(self, name: str, candidates: list[Candidate], hint: str | None) -> Place | None:
        regions = [area for area in self.gazetteer.areas(name) if area.kind != AREA_SHORT]
        if regions and not any(c.rank == RANK_MAIN for c in candidates):
            codes = {area.country_code for area in regions}
            return self._country_only(name, {hint} if hint in codes else codes)
        if not candidates:
            return None
        pool = _pool(candidates)
        local = _local(candidates, pool, hint)
        if not local:
            return self._decide(name, pool)
        if _is_outshone(local, pool, hint):
            return self._decide(name, pool)
        return self._decide(name, local)

    def _decide(self, name: str, pool: list[Candidate]) -> Place | None:
        """Give the one that stands out; only its country where its rival is at home; None where abroad."""
        best, *others = sorted(pool, key=_by_size)
        if best.is_prominent and not any(other.is_prominent for other in others):
            return self._place(best)
        abroad = _largest(c for c in others if c.country_code != best.country_code)
        at_home = _largest(c for c in others if c.country_code == best.country_code)
        if abroad and abroad * CLEAR_ABROAD > best.population:
            return None
        if at_home and at_home * CLEAR_AT_HOME > best.population:
            return self._country_only(name, {best.country_code})
        return self._place(best)

    def _place(self, candidate: Candidate) -> Place:
        row = self.gazetteer.places.slice(candidate.row, 1).to_pylist()[0]
        return Place(
            place_id=row["place_id"],
            name=row["name"],
            country_code=row["country_code"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            geonames_id=row["geonames_id"],
            population=row["population"],
        )

    def _country_only(self, name: str, codes: set[str | None] | set[str]) -> Place | None:
        return Place(place_id=None, name=name, country_code=next(iter(codes))) if len(codes) == 1 else None


def _by_size(candidate: Candidate) -> tuple[int, int]:
    return (-candidate.population, candidate.row)


def _largest(candidates: Iterable[Candidate]) -> int:
    return max((candidate.population for candidate in candidates), default=0)


def _best_ranked(candidates: list[Candidate]) -> list[Candidate]:
    best = min(candidate.rank for candidate in candidates)
    return [candidate for candidate in candidates if candidate.rank == best]


def _pool(candidates: list[Candidate]) -> list[Candidate]:
    """Give the main names, or the alternates where there is no main name or one of them is far larger."""
    mains = [c for c in candidates if c.rank == RANK_MAIN]
    alternates = [c for c in candidates if c.rank != RANK_MAIN]
    if not mains or _largest(alternates) > ALTERNATE_BEATS_MAIN * _largest(mains):
        return alternates
    return mains


def _local(candidates: list[Candidate], pool: list[Candidate], hint: str | None) -> list[Candidate]:
    """Give the candidates in the hinted country: main names, else large cities by their short form."""
    local = [c for c in pool if c.country_code == hint]
    return local or [
        c for c in candidates if c.country_code == hint and c.rank == RANK_SHORT and c.population >= LARGE_CITY
    ]


def _is_outshone(local: list[Candidate], pool: list[Candidate], hint: str | None) -> bool:
    """Say whether a city abroad is so much better known that the hint can not be trusted."""
    size = _largest(local)
    if any(c.is_prominent for c in local):
        return False
    return any(
        c.population > size * (CLEAR_ABROAD if c.is_prominent else TOO_BIG_TO_MISS)
        for c in pool
        if c.country_code != hint
    )
