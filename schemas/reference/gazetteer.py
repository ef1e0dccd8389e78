"""Find the places a name may mean: ``HYDERABAD`` is one city of India and one of Pakistan.

Names are kept as sorted 63-bit hashes of their folded form in numpy arrays: small, quick to load in every
worker, and searched by bisection. Which candidate wins is decided in `schemas.reference.places`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from schemas.identity import make_id
from schemas.reference.folding import fold
from schemas.reference.tables import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

Number = TypeVar("Number", np.int64, np.float64, np.uint16, np.uint8, np.int32)

RANK_MAIN: Final = 0
"""The name GeoNames gives, or one of our own supplement."""
RANK_SHORT: Final = 1
"""The first words of the name: ``Santiago`` for Santiago de los Caballeros."""
RANK_ALTERNATE: Final = 2
"""Any other name GeoNames knows."""

AREA_COUNTRY: Final = 0
AREA_REGION: Final = 1
AREA_SHORT: Final = 2
"""An abbreviated region, as ``Ore.``: good beside a city, never alone."""

ALTERNATE_BEATS_MAIN: Final = 20
AREA_PART: Final = 3
"""A part of a country that is no first-level region, as ``Cornwall``; its population is not known."""
_SHORT_CODE: Final = 3


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean."""

    row: int
    rank: int
    country_code: str | None
    admin1: str
    population: int
    is_prominent: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A country (`admin1` is "") or one of its first-level regions."""

    country_code: str
    admin1: str
    kind: int
    population: int = 0
    """What the cities of a region add up to: a measure of how likely the region is meant."""


def area_key(name: str) -> str:
    """Give the key an area's name is stored by: codes as ``OR`` keep their case, all else is folded."""
    if name.isascii() and name.isalpha() and name.isupper() and len(name) <= _SHORT_CODE:
        return f"={name}"
    return fold(name)


class Gazetteer:
    """The places of the world with their names; immutable."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read the three baked files."""
        places = _Columns(folder / "places.parquet")
        self._place_ids = places.numbers("place_id", np.int64)
        self._geonames_ids = places.numbers("geonames_id", np.int64)
        self._latitudes = places.numbers("latitude", np.float64)
        self._longitudes = places.numbers("longitude", np.float64)
        self._populations = places.numbers("population", np.int64)
        self._prominent = places.numbers("is_prominent", np.uint8)
        self._place_names = places.array("name")
        self._place_countries = places.codes("country_code")
        self._place_regions = places.codes("admin1")
        names = _Columns(folder / "place_names.parquet")
        self._hashes = names.numbers("name_hash", np.int64)
        self._rows = names.numbers("row", np.uint16)
        self._ranks = names.numbers("rank", np.uint8)
        areas = _Columns(folder / "area_names.parquet")
        self._area_hashes = areas.numbers("name_hash", np.int64)
        self._area_countries = areas.codes("country_code")
        self._area_regions = areas.codes("admin1")
        self._area_kinds = areas.numbers("kind", np.uint8)
        self._area_populations = areas.numbers("population", np.int64)
        pa.default_memory_pool().release_unused()  # reading leaves some 10 MB of scratch in every worker

    def candidates(self, folded: str) -> list[Candidate]:
        """Give the places of that folded name, in order of place_id; [] where it names none."""
        found = []
        for i in _range(self._hashes, make_id(folded)):
            row = int(self._rows[i])
            found.append(
                Candidate(
                    row=row,
                    rank=int(self._ranks[i]),
                    country_code=self._place_countries[row] or None,
                    admin1=self._place_regions[row],
                    population=int(self._populations[row]),
                    is_prominent=bool(self._prominent[row]),
                )
            )
        return found

    def areas(self, name: str) -> list[Area]:
        """Give the regions, and countries in other languages than English, of that name."""
        key = area_key(name)
        found = self._areas(key)
        return found if found or not key.startswith("=") else self._areas(fold(name))

    def _areas(self, key: str) -> list[Area]:
        return [
            Area(
                country_code=self._area_countries[i],
                admin1=self._area_regions[i],
                kind=int(self._area_kinds[i]),
                population=int(self._area_populations[i]),
            )
            for i in _range(self._area_hashes, make_id(key))
        ]

    def place(self, row: int) -> Place:
        """Give the place of one row."""
        return Place(
            place_id=int(self._place_ids[row]),
            name=self._place_names[row].as_py(),
            country_code=self._place_countries[row] or None,
            latitude=float(self._latitudes[row]),
            longitude=float(self._longitudes[row]),
            geonames_id=int(self._geonames_ids[row]) or None,
            population=int(self._populations[row]) or None,
        )

    def table(self) -> pa.Table:
        """Give all places, by place_id."""
        rows = range(len(self._place_ids))
        return pa.table(
            {
                "place_id": pa.array(self._place_ids, pa.int64()),
                "name": self._place_names,
                "country_code": pa.array([self._place_countries[row] or None for row in rows], pa.string()),
                "admin1": pa.array([self._place_regions[row] or None for row in rows], pa.string()),
                "latitude": pa.array(self._latitudes, pa.float64()),
                "longitude": pa.array(self._longitudes, pa.float64()),
                "geonames_id": _with_nulls(self._geonames_ids),
                "population": _with_nulls(self._populations),
            }
        )


class _Codes:
    """A column of few different strings: an index into them for each row."""

    __slots__ = ("_indices", "_values")

    def __init__(self, array: pa.DictionaryArray) -> None:
        self._values: list[str] = array.dictionary.to_pylist()
        self._indices = _numbers(array.indices, np.int32)

    def __getitem__(self, row: int) -> str:
        return self._values[int(self._indices[row])]


class _Columns:
    """One Parquet file, read whole.

    The arrays share Arrow's buffers: `Array.to_numpy` would import pandas, which costs every worker a second
    and 50 MB.
    """

    __slots__ = ("_table",)

    def __init__(self, path: Path) -> None:
        self._table = pq.ParquetFile(path).read(use_threads=False)

    def array(self, name: str) -> pa.Array:
        """Give a column in one piece."""
        chunks = self._table[name].chunks
        return chunks[0] if len(chunks) == 1 else pa.concat_arrays(chunks)

    def numbers(self, name: str, kind: type[Number]) -> NDArray[Number]:
        """Give a column of numbers, none of them null."""
        return _numbers(self.array(name), kind)

    def codes(self, name: str) -> _Codes:
        """Give a column of codes."""
        return _Codes(self.array(name))


def _numbers(array: pa.Array, kind: type[Number]) -> NDArray[Number]:
    if array.type != pa.from_numpy_dtype(kind) or array.null_count:
        msg = f"reference data: expected {kind.__name__}, found {array.type}: run schemas.reference.build"
        raise TypeError(msg)
    return np.frombuffer(array.buffers()[1], kind, len(array), array.offset * np.dtype(kind).itemsize)


def _with_nulls(numbers: NDArray[np.int64]) -> pa.Array:
    return pa.array(numbers, pa.int64(), mask=numbers == 0)


def _range(hashes: NDArray[np.int64], name_hash: int) -> range:
    """Give the positions of a hash among the sorted hashes."""
    start = end = int(hashes.searchsorted(name_hash))
    while end < len(hashes) and hashes[end] == name_hash:
        end += 1
    return range(start, end)
