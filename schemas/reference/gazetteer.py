"""Find the places a name may mean: ``HYDERABAD`` is one city of India and one of Pakistan.

Names are kept as sorted 63-bit hashes of their folded form in numpy arrays: small, quick to load in every
worker, and searched by bisection. Which candidate wins is decided in `schemas.reference.places`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyarrow.parquet as pq

from schemas.identity import make_id
from schemas.reference.folding import fold
from schemas.reference.tables import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

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
_SHORT_CODE: Final = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean."""

    row: int
    rank: int
    country_code: str | None
    admin1: str | None
    population: int
    is_prominent: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A country (`admin1` is "") or one of its first-level regions."""

    country_code: str
    admin1: str
    kind: int


def area_key(name: str) -> str:
    """Give the key an area's name is stored by: codes as ``OR`` keep their case, all else is folded."""
    if name.isascii() and name.isalpha() and name.isupper() and len(name) <= _SHORT_CODE:
        return f"={name}"
    return fold(name)


class Gazetteer:
    """The places of the world with their names; immutable."""

    __slots__ = ("_area_columns", "_area_hashes", "_hashes", "_ranks", "_rows", "places")

    def __init__(self, folder: Path = FOLDER) -> None:
        self.places: pa.Table = _read(folder / "places.parquet")
        names = _read(folder / "place_names.parquet")
        self._hashes: NDArray[np.int64] = names["name_hash"].to_numpy()
        self._rows: NDArray[np.uint16] = names["row"].to_numpy()
        self._ranks: NDArray[np.uint8] = names["rank"].to_numpy()
        areas = _read(folder / "area_names.parquet")
        self._area_hashes: NDArray[np.int64] = areas["name_hash"].to_numpy()
        self._area_columns = areas.drop_columns("name_hash")

    def candidates(self, folded: str) -> list[Candidate]:
        """Give the places of that folded name, in order of place_id; [] where it names none."""
        start, end = _range(self._hashes, make_id(folded))
        return [self._candidate(int(self._rows[i]), int(self._ranks[i])) for i in range(start, end)]

    def areas(self, name: str) -> list[Area]:
        """Give the regions, and countries in other languages than English, of that name."""
        key = area_key(name)
        found = self._areas(key)
        return found if found or not key.startswith("=") else self._areas(fold(name))

    def _candidate(self, row: int, rank: int) -> Candidate:
        places = self.places
        return Candidate(
            row=row,
            rank=rank,
            country_code=places["country_code"][row].as_py(),
            admin1=places["admin1"][row].as_py(),
            population=places["population"][row].as_py(),
            is_prominent=places["is_prominent"][row].as_py(),
        )

    def _areas(self, key: str) -> list[Area]:
        start, end = _range(self._area_hashes, make_id(key))
        return [Area(**row) for row in self._area_columns.slice(start, end - start).to_pylist()] if end > start else []


def _range(hashes: NDArray[np.int64], name_hash: int) -> tuple[int, int]:
    start = int(hashes.searchsorted(name_hash))
    end = start
    while end < len(hashes) and hashes[end] == name_hash:
        end += 1
    return start, end


def _read(path: Path) -> pa.Table:
    return pq.read_table(path, use_threads=False, memory_map=True).combine_chunks()
