"""What the table declarations promise, and that the database holds exactly that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import duckdb
import pytest

from schemas.tables import BY_NAME, TABLES
from warehouse.connection import run
from warehouse.ddl import create_schema
from warehouse.partitions import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.table import Table

NAMES = [table.qualified for table in TABLES]
PHYSICAL = re.compile(r"[a-z][a-z0-9_]*")


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """Return an empty warehouse in memory."""
    with duckdb.connect() as connection:
        create_schema(connection)
        yield connection


def test_names_are_unique() -> None:
    """No two tables share a name, no two columns of a table do, and all read as snake case."""
    assert len(set(NAMES)) == len(TABLES)
    for table in TABLES:
        assert len(set(table.column_names)) == len(table.columns), table.name
        assert all(PHYSICAL.fullmatch(name) for name in (table.name, *table.column_names))


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_table_has_a_key(table: Table) -> None:
    """Every table says by which columns a row is told from another, and those are never null."""
    assert table.keys
    assert not [column.name for column in table.columns if column.key and column.nullable]


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_references_lead_to_keys(table: Table) -> None:
    """A reference names the only key column of another table, of the same type."""
    for column in table.columns:
        if column.references is None:
            continue
        target, name = column.references.rsplit(".", 1)
        assert BY_NAME[target].keys == (name,)
        found = next(c for c in BY_NAME[target].columns if c.name == name)
        assert found.type.duckdb == column.type.duckdb


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_documentation_is_written(table: Table) -> None:
    """Grain and columns are explained in words that end as sentences do."""
    assert table.grain.startswith("one row")
    for column in table.columns:
        assert re.search(r"[.)N]$", column.doc), column.name


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_spans_come_whole(table: Table) -> None:
    """A table has all three columns of a span or none."""
    found = {"start_char", "end_char"} & set(table.column_names)
    assert not found or {"paragraph_no", "start_char", "end_char"} <= set(table.column_names)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_run_partitions_name_their_column(table: Table) -> None:
    """A table partitioned by month of run names the column, and no other table does."""
    assert (table.run_column is not None) == (table.partition_by == "run_month")
    if table.run_column is not None:
        assert next(c for c in table.columns if c.name == table.run_column).is_run


@pytest.mark.warehouse
@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_database_has_the_declared_columns(table: Table, database: duckdb.DuckDBPyConnection) -> None:
    """Names, order, types, nullability and comments in the database are the declared ones."""
    seen = run(
        database,
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE schema_name = ? AND table_name = ? ORDER BY column_index",
        [table.schema, table.name],
    )
    assert seen == [(c.name, c.type.duckdb, c.nullable, c.doc) for c in table.columns]
    told = run(
        database,
        "SELECT comment FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?",
        [table.schema, table.name],
    )
    assert told == [(table.grain,)]


@pytest.mark.warehouse
@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_partition_query_is_valid(table: Table, database: duckdb.DuckDBPyConnection) -> None:
    """The query for a partition's rows runs, also when the partition's name is hostile."""
    assert run(database, rows_of(database, table, "it's\"; drop_it's")) == []


@pytest.mark.warehouse
def test_database_has_no_other_tables(database: duckdb.DuckDBPyConnection) -> None:
    """Nothing is created that is not declared, and no constraint or index beside NOT NULL."""
    seen = run(database, "SELECT schema_name, table_name FROM duckdb_tables() ORDER BY ALL")
    assert seen == sorted((table.schema, table.name) for table in TABLES)
    kinds = run(database, "SELECT DISTINCT constraint_type FROM duckdb_constraints()")
    assert kinds == [("NOT NULL",)]
    assert run(database, "SELECT count(*) FROM duckdb_indexes()") == [(0,)]
