# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Rows keep the contract of their tables; ids depend on nothing but the names."""

from __future__ import annotations

from schemas.facts import FACT_TABLES
from tasks.extract import identity
from tasks.extract.rows import facts_rows
from tests.tasks.extract.build import facts
from tests.tasks.extract.test_meetings import SECURITY


def test_rows_fit_their_tables() -> None:
    """Every row has a value of the right type for each column, null only where that is allowed."""
    rows = facts_rows(7, facts(*SECURITY, '"We are ready," Korsah said.', home="GH"))
    assert list(rows) == [table.name for table in FACT_TABLES]
    for table in FACT_TABLES:
        assert rows[table.name], f"{table.name} is not tested"
        for row in rows[table.name]:
            columns = [column for column in table.columns if not column.is_run]
            for column, value in zip(columns, row, strict=True):
                assert column.nullable if value is None else isinstance(value, column.type.python)
                assert not column.allowed or value is None or value in column.allowed


def test_keys_are_unique() -> None:
    """No two rows of an article share a key."""
    rows = facts_rows(7, facts(*SECURITY, home="GH"))
    for table in FACT_TABLES:
        places = [table.column_names.index(name) for name in table.keys]
        keys = [tuple(row[place] for place in places) for row in rows[table.name]]
        assert len(keys) == len(set(keys))


def test_references_are_filled() -> None:
    """Every person and organisation a fact points at has its row."""
    rows = facts_rows(7, facts(*SECURITY, home="GH"))
    people = {row[0] for row in rows["people"]}
    bodies = {row[0] for row in rows["organisations"]}
    for table in FACT_TABLES:
        for place, column in enumerate(table.columns):
            if column.name in {"person_id", "organisation_id", "parent_id"}:
                values = {row[place] for row in rows[table.name]} - {None}
                assert values <= (people if column.name == "person_id" else bodies)


def test_ids_come_from_names_alone() -> None:
    """A surname in capitals, another apostrophe or a double space is the same person."""
    assert identity.person("KURODA  Ken’ichi") == identity.person("Kuroda Ken'ichi")
    assert identity.person("Li Wen") != identity.person("Li Wei")


def test_same_ministry_of_two_states_is_two() -> None:
    """An organisation is its name, its country and its parent; how its country is printed does not matter."""
    of_japan = facts("Aoi Mori, Director, Ministry of Ports of Japan, spoke.").organisations
    japans = facts("Aoi Mori, Director, Japan's Ministry of Ports, spoke.").organisations
    of_peru = facts("Ana Rojas, Director, Ministry of Ports of Peru, spoke.").organisations
    assert of_japan == japans
    assert of_japan[0].organisation_id != of_peru[0].organisation_id
