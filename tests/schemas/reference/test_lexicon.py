"""The lexicon as a whole: its tables, its cost, its organisations."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from schemas.reference.lexicon import Lexicon, load_lexicon
from schemas.reference.tables import FOLDER, read_tsv

MEGABYTE = 1_000_000


def test_it_is_loaded_once(lexicon: Lexicon) -> None:
    """Each process has one lexicon, and pickling it sends next to nothing."""
    assert load_lexicon() is lexicon
    pickled = pickle.dumps(lexicon)
    assert len(pickled) < 200
    assert pickle.loads(pickled) is lexicon  # noqa: S301  # our own bytes


def test_loading_does_not_import_pandas() -> None:
    """Workers load it without pandas, which would cost each of them a second."""
    code = (
        "import sys; from schemas.reference.lexicon import load_lexicon;"
        "load_lexicon().place('OSLO'); sys.exit('pandas' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=FOLDER.parent.parent)


def test_what_is_committed_stays_small() -> None:
    """All reference data together is below six megabytes."""
    files = [*FOLDER.glob("*.parquet"), *FOLDER.glob("*.tsv")]
    assert sum(file.stat().st_size for file in files) < 6 * MEGABYTE


@pytest.mark.parametrize(
    ("table", "key"), [("agencies", "agency_id"), ("countries", "country_code"), ("places", "place_id")]
)
def test_keys_are_unique_and_sorted(lexicon: Lexicon, table: str, key: str) -> None:
    """Each table has one row a key, in order, and no null where one is not allowed."""
    rows = lexicon.tables()[table]
    keys = rows[key].to_pylist()
    assert keys == sorted(set(keys))
    assert rows["name"].null_count == rows[key].null_count == 0


def test_column_types(lexicon: Lexicon) -> None:
    """The tables have the columns the warehouse loads."""
    tables = lexicon.tables()
    strings, number = pa.list_(pa.string()), pa.int64()
    assert {"agency_id": number, "name": pa.string(), "aliases": strings, "kind": pa.string()}.items() <= {
        field.name: field.type for field in tables["agencies"].schema
    }.items()
    assert {"numeric_code": pa.int32(), "demonyms": strings, "valid_to": pa.date32()}.items() <= {
        field.name: field.type for field in tables["countries"].schema
    }.items()
    assert {"place_id": number, "country_code": pa.string(), "latitude": pa.float64()}.items() <= {
        field.name: field.type for field in tables["places"].schema
    }.items()


def test_places_are_on_earth_and_in_known_countries(lexicon: Lexicon) -> None:
    """Coordinates are degrees, and every country of a place is in the table of countries."""
    tables = lexicon.tables()
    places = tables["places"]
    assert pc.max(pc.abs(places["latitude"])).as_py() <= 90
    assert pc.max(pc.abs(places["longitude"])).as_py() <= 180
    known = set(tables["countries"]["country_code"].to_pylist())
    assert set(places["country_code"].to_pylist()) - {None} <= known


def test_a_place_is_a_row_of_the_table(lexicon: Lexicon) -> None:
    """What a look-up gives is what the table says of that id."""
    place = lexicon.place("QUETTA")
    assert place is not None
    places = lexicon.tables()["places"]
    [row] = places.filter(pc.equal(places["place_id"], place.place_id)).to_pylist()
    assert row["name"] == place.name
    assert (row["country_code"], row["latitude"], row["longitude"]) == ("PK", place.latitude, place.longitude)
    assert row["geonames_id"] == row["place_id"] == place.geonames_id
    assert row["population"] == place.population


def test_a_long_text_is_no_name(lexicon: Lexicon) -> None:
    """A whole page given by mistake is answered at once."""
    page = " " * 1_000_000
    assert lexicon.place("OSLO" + page) is None
    assert lexicon.place("OSLO", qualifier=page) is None
    assert not lexicon.is_place_name(page)
    assert lexicon.agency(page) is None


def test_organisations(lexicon: Lexicon) -> None:
    """Acronyms are unique, names and aliases too; members and parents are known."""
    blocs = lexicon.blocs()
    acronyms = [bloc.acronym for bloc in blocs]
    assert acronyms == sorted(set(acronyms))
    names = [name for bloc in blocs for name in (bloc.name, *bloc.aliases)]
    assert len(names) == len(set(names))
    known = {row["country_code"] for row in read_tsv("countries.tsv")}
    for bloc in blocs:
        assert set(bloc.members) <= known
        assert list(bloc.members) == sorted(bloc.members)
        assert bloc.parent is None or bloc.parent in acronyms


def test_the_european_union_has_its_members(lexicon: Lexicon) -> None:
    """Members are codes of countries."""
    [union] = [bloc for bloc in lexicon.blocs() if bloc.acronym == "EU"]
    assert len(union.members) == 27
    assert {"DE", "FR", "PL"} <= set(union.members)
    assert "GB" not in union.members
