"""Decide which place a dateline means: ``HYDERABAD`` with a hint of PK, ``SALEM, Ore.``, ``KUWAIT``.

A wrong place is worse than none: where two cities of different countries could be meant and neither stands
out, nothing is given.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from schemas.reference.countries import CITY_STATES, Countries, CountryForm
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
    Place,
)
from schemas.reference.tables import read_tsv

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMA: Final = re.compile(r"\s*[,،]\s*")

CLEAR_ABROAD: Final = 5
"""So many times the people of its namesake in another country a city must have to be meant without a hint."""
WELL_KNOWN_ABROAD: Final = 8
"""So many times the people of the city in the hinted country a world city must have to be meant after all."""
CLEAR_AT_HOME: Final = 2
"""The same for a namesake in its own country."""
TOO_BIG_TO_MISS: Final = 50
"""A namesake abroad so many times as large as the city of the hinted country makes the hint doubtful."""
LARGE_CITY: Final = 100_000


class Places:
    """Decides between the candidates of the gazetteer; immutable."""

    __slots__ = ("_by_code", "_countries", "_not_places", "gazetteer")

    def __init__(self, gazetteer: Gazetteer, countries: Countries) -> None:
        """Decide by the names of `gazetteer`, and of `countries` before them."""
        self.gazetteer = gazetteer
        self._countries = countries
        self._not_places = frozenset(row["word"] for row in read_tsv("not_places.tsv"))
        self._by_code = {row["country_code"]: row["name"] for row in countries.rows}

    def country(self, name: str) -> str | None:
        """Give the code of the one country of that name, in any language; None for adjectives."""
        return _country(self._countries.find(name), self.gazetteer.areas(name))

    def is_name(self, name: str, qualifier: str | None = None) -> bool:
        """Say whether that is the name of some place, country or region.

        Words as ``Reading`` are names only beside a qualifier.
        """
        form = self._countries.find(name)
        if form is not None and form.kind != "none":
            return form.kind in {"name", "territory"}
        if qualifier is None and _COMMA.search(name):
            name, qualifier = _COMMA.split(name, maxsplit=1)
            if not self._areas(qualifier):
                return False
        folded = fold(name)
        if folded in self._not_places and not (qualifier and self._areas(qualifier)):
            return False
        is_area = any(area.kind != AREA_SHORT for area in self.gazetteer.areas(name))
        return is_area or any(_is_known(candidate) for candidate in self.gazetteer.candidates(folded))

    def is_area(self, name: str) -> bool:
        """Say whether a name can stand behind a city's: ``Ore.``, ``Algeria``."""
        return bool(self._areas(name))

    def find(self, name: str, qualifier: str | None, hint: str | None) -> Place | None:
        """Give the place meant, or None; see `Lexicon.place`."""
        folded = fold(name)
        candidates = self.gazetteer.candidates(folded) if folded else []
        areas = self._areas(qualifier) if qualifier else []
        if areas:
            return self._qualified(name, candidates, areas)
        if folded in self._not_places:
            local = [c for c in candidates if c.country_code == hint and c.rank == RANK_MAIN]
            return self._decide(name, local) if local else None
        named = self.gazetteer.areas(name)
        if not candidates and not named and qualifier is None and _COMMA.search(name):
            first, last = _COMMA.split(name, maxsplit=1)
            return self.find(first, last, hint) if self._areas(last) else None
        form = self._countries.find(name)
        if form is not None and form.kind == "none":
            form = None
        return self._country_or_city(name, form, candidates, named, hint)

    def _country_or_city(
        self,
        name: str,
        form: CountryForm | None,
        candidates: list[Candidate],
        named: list[Area],
        hint: str | None,
    ) -> Place | None:
        code = _country(form, named)
        if code is None:
            is_shared = form is not None and form.kind in {"name", "territory"}
            if form is not None and is_shared:
                return self._country_only(name, {hint} & set(form.codes))
            return self._city_or_region(name, candidates, named, hint)
        others = {area.country_code for area in named} - {code}
        if form is not None and form.needs_context and others:  # GEORGIA
            return self._country_only(name, {code, *others} & {hint})
        return self._country_place(name, code, candidates, hint)

    def _areas(self, qualifier: str) -> list[Area]:
        """Give the regions and countries a qualifier may mean."""
        areas = self.gazetteer.areas(qualifier)
        form = self._countries.find(qualifier)
        if form is not None and form.kind == "name":
            return [*(Area(code, "", AREA_COUNTRY) for code in form.codes), *areas]
        return areas

    def _qualified(self, name: str, candidates: list[Candidate], areas: list[Area]) -> Place | None:
        """Give the city in one of the areas; where none is known there, their country if they share one."""
        inside = [
            candidate
            for candidate in candidates
            if any(
                area.country_code == candidate.country_code and area.admin1 in {"", candidate.admin1}
                for area in areas
            )
        ]
        if inside:
            return self._decide(name, _best_ranked(inside))
        return self._country_only(name, {area.country_code for area in areas})

    def _country_place(
        self, name: str, code: str, candidates: list[Candidate], hint: str | None
    ) -> Place | None:
        """Give what a country's name as a dateline means: the country, or its city of the same name."""
        if code in CITY_STATES:
            own = [c for c in self._capitals(code) if c.is_prominent]
            return self.gazetteer.place(own[0].row) if own else self._country_only(name, {code})
        cities = [c for c in candidates if c.rank == RANK_MAIN and c.population >= LARGE_CITY]
        if hint != code and any(c.country_code == hint for c in cities):
            return None
        own = [c for c in cities if c.country_code == code]  # ZANZIBAR is a city, and an alias of Tanzania
        return self._decide(name, own) if own else self._country_only(self._by_code[code], {code})

    def _capitals(self, code: str) -> list[Candidate]:
        name = self._by_code[code]
        names = (name, f"{name} City")
        found = [c for form in names for c in self.gazetteer.candidates(fold(form)) if c.country_code == code]
        return sorted(found, key=_by_size)

    def _city_or_region(
        self, name: str, candidates: list[Candidate], named: list[Area], hint: str | None
    ) -> Place | None:
        candidates = [c for c in candidates if _is_known(c) or c.country_code == hint]
        regions = _likeliest([area for area in named if area.kind != AREA_SHORT], hint)
        if regions and not _is_city_first(candidates, regions, hint):
            weight = max(area.population for area in regions)
            abroad = _largest(c for c in candidates if c.rank == RANK_MAIN and not _is_home(c, regions))
            codes = {area.country_code for area in regions}
            is_clear = hint in codes or weight > CLEAR_ABROAD * abroad or not abroad
            return self._country_only(name, codes) if is_clear else None
        if not candidates:
            return None
        pool = _pool(candidates)
        local = _local(candidates, pool, hint)
        return self._decide(name, local if local and not _is_outshone(local, pool, hint) else pool)

    def _decide(self, name: str, pool: list[Candidate]) -> Place | None:
        """Give the one that stands out; only its country where its rival is at home; None where abroad."""
        best, *others = sorted(pool, key=_by_size)
        if best.is_prominent and not any(other.is_prominent for other in others):
            return self.gazetteer.place(best.row)
        abroad = _largest(c for c in others if c.country_code != best.country_code)
        at_home = _largest(c for c in others if c.country_code == best.country_code)
        if abroad and abroad * CLEAR_ABROAD > best.population:
            return None
        if at_home and at_home * CLEAR_AT_HOME > best.population:
            return self._country_only(name, {best.country_code})
        return self.gazetteer.place(best.row)

    def _country_only(self, name: str, codes: set[str | None] | set[str]) -> Place | None:
        return Place(place_id=None, name=name, country_code=next(iter(codes))) if len(codes) == 1 else None


def _country(form: CountryForm | None, areas: list[Area]) -> str | None:
    if form is not None:
        return form.codes[0] if form.kind == "name" and len(form.codes) == 1 else None
    codes = {area.country_code for area in areas if area.kind == AREA_COUNTRY}
    return codes.pop() if len(codes) == 1 else None


def _by_size(candidate: Candidate) -> tuple[int, int]:
    return (-candidate.population, candidate.row)


def _largest(candidates: Iterable[Candidate]) -> int:
    return max((candidate.population for candidate in candidates), default=0)


def _best_ranked(candidates: list[Candidate]) -> list[Candidate]:
    best = min(candidate.rank for candidate in candidates)
    return [candidate for candidate in candidates if candidate.rank == best]


def _is_known(candidate: Candidate) -> bool:
    """Say whether people abroad use that name: alternates of small towns are too often other words."""
    return candidate.rank != RANK_ALTERNATE or candidate.population >= LARGE_CITY or candidate.is_prominent


def _likeliest(regions: list[Area], hint: str | None) -> list[Area]:
    """Give the regions in one country, where the hint or far more people speak for it; else all."""
    weights: Counter[str] = Counter()
    for area in regions:
        weights[area.country_code] += area.population
    total = weights.total()
    far_ahead = [code for code, weight in weights.items() if weight > ALTERNATE_BEATS_MAIN * (total - weight)]
    for code in (hint, *far_ahead):
        if code in weights:
            return [area for area in regions if area.country_code == code]
    return regions


def _is_home(candidate: Candidate, regions: list[Area]) -> bool:
    return any(area.country_code == candidate.country_code for area in regions)


def _is_city_first(candidates: list[Candidate], regions: list[Area], hint: str | None) -> bool:
    """Say whether a name that regions have is first that of a city.

    LAGOS is, as the city of its region; BIHAR, BALI and ONTARIO are not, though there are such cities abroad.
    """
    inside = {(area.country_code, area.admin1) for area in regions}
    weight = max(area.population for area in regions)
    mains = [c for c in candidates if c.rank == RANK_MAIN]
    if any(c.is_prominent for c in mains):
        return True
    if any((c.country_code, c.admin1) in inside and _is_eponymous(c) for c in candidates):
        return True
    home = [c for c in mains if _is_home(c, regions)]
    abroad = [c for c in mains if not _is_home(c, regions)]
    if any(c.country_code == hint for c in abroad):
        return True
    return bool(weight) and (_largest(home) > weight or _largest(abroad) > CLEAR_ABROAD * weight)


def _is_eponymous(candidate: Candidate) -> bool:
    """Say whether a city may have given its region the name: not one that took it, as Bihar Sharif did."""
    is_large = candidate.population >= LARGE_CITY
    return candidate.rank == RANK_MAIN or (candidate.rank == RANK_ALTERNATE and is_large)


def _pool(candidates: list[Candidate]) -> list[Candidate]:
    """Give the main names, or the alternates where there is no main name or one of them is far larger."""
    mains = [c for c in candidates if c.rank == RANK_MAIN]
    alternates = [c for c in candidates if c.rank != RANK_MAIN]
    if any(c.is_prominent for c in mains) or not alternates:
        return mains
    return alternates if not mains or _largest(alternates) > ALTERNATE_BEATS_MAIN * _largest(mains) else mains


def _local(candidates: list[Candidate], pool: list[Candidate], hint: str | None) -> list[Candidate]:
    """Give the candidates in the hinted country: main names, else large cities by their short form."""
    local = [c for c in pool if c.country_code == hint]
    return local or [
        c
        for c in candidates
        if c.country_code == hint and c.rank == RANK_SHORT and c.population >= LARGE_CITY
    ]


def _is_outshone(local: list[Candidate], pool: list[Candidate], hint: str | None) -> bool:
    """Say whether a city abroad is so much better known that the hint can not be trusted."""
    size = _largest(local)
    if any(c.is_prominent for c in local):
        return False
    return any(
        c.population > size * (WELL_KNOWN_ABROAD if c.is_prominent else TOO_BIG_TO_MISS)
        for c in pool
        if c.country_code != hint
    )
