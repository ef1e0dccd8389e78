"""Merging writes only what differs, and says how much that was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from schemas.table import Column, Table, key, run, text
from schemas.types import DATE, INTEGER, TEXT, TEXTS, TIMESTAMP
from warehouse import merge
from warehouse.connection import run as execute
from warehouse.ddl import create_table
from warehouse.merge import RowCounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

pytestmark = pytest.mark.warehouse

NOTES = Table(
    name="notes",
    grain="one row per note",
    columns=(
        key("note_id", "The note."),
        key("part", "Its part.", column_type=TEXT),
        text("words", "What it says.", nullable=True),
        Column(name="tags", type=TEXTS, doc="Tags.", nullable=True),
        Column(name="day", type=DATE, doc="Day.", nullable=True),
        Column(name="moment", type=TIMESTAMP, doc="Moment.", nullable=True),
        Column(name="size", type=INTEGER, doc="Size.", nullable=True),
        run("first_run", "Run that saw it first."),
        run("last_run", "Run that changed it last."),
    ),
)
Row = tuple[Any, ...]
FULL: Row = (1, "a", "old", ["x", None], "2024-02-29", "2024-02-29 10:00:00.000001", 5)
EMPTY: Row = (2, "b", None, None, None, None, None)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """Return a database with a table of two notes, one of them nothing but nulls."""
    with duckdb.connect() as opened:
        execute(opened, create_table(NOTES))
        for row in (FULL, EMPTY):
            execute(opened, "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, 'r1', 'r1')", row)
        yield opened


def merged(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row], run_id: str = "r2") -> RowCounts:
    """Merge rows and return what was counted."""
    execute(connection, "SET VARIABLE run_id = ?", [run_id])
    for name in ("next_notes", "merge_notes"):
        execute(connection, f"DROP TABLE IF EXISTS {name}")
    types = ", ".join(f'"{c.name}" {c.type.duckdb}' for c in NOTES.columns[:-2])
    execute(connection, f"CREATE TEMP TABLE next_notes ({types})")
    for row in rows:
        execute(connection, "INSERT INTO next_notes VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    counts = merge.plan(connection, NOTES)
    merge.apply(connection, NOTES)
    return counts


def held(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    """Return the first words and the runs of all notes."""
    return execute(connection, "SELECT note_id, part, words, first_run, last_run FROM notes ORDER BY ALL")


def test_new_rows_are_inserted(connection: duckdb.DuckDBPyConnection) -> None:
    """A key that is not there yet becomes a row, stamped with the run."""
    counts = merged(connection, [(2, "c", "new", [], None, None, 0)])
    assert counts == RowCounts(inserted=1)
    assert (2, "c", "new", "r2", "r2") in held(connection)
    assert len(held(connection)) == 3


@pytest.mark.parametrize(
    "changed",
    [
        (1, "a", "new", ["x", None], "2024-02-29", "2024-02-29 10:00:00.000001", 5),
        (1, "a", None, ["x", None], "2024-02-29", "2024-02-29 10:00:00.000001", 5),
        (1, "a", "old", ["x"], "2024-02-29", "2024-02-29 10:00:00.000001", 5),
        (1, "a", "old", ["x", None], "2024-03-01", "2024-02-29 10:00:00.000001", 5),
        (1, "a", "old", ["x", None], "2024-02-29", "2024-02-29 10:00:00.000002", 5),
        (1, "a", "old", ["x", None], "2024-02-29", "2024-02-29 10:00:00.000001", None),
    ],
)
def test_any_difference_is_an_update(connection: duckdb.DuckDBPyConnection, changed: Row) -> None:
    """A row that differs in one value is replaced, keeps its first run and gets a new last one."""
    assert merged(connection, [changed, EMPTY]) == RowCounts(updated=1)
    assert held(connection) == [(1, "a", changed[2], "r1", "r2"), (2, "b", None, "r1", "r1")]


def test_equal_rows_are_left_alone(connection: duckdb.DuckDBPyConnection) -> None:
    """Rows that are as before, nulls included, are not written, and their runs stay."""
    before = held(connection)
    assert merged(connection, [FULL, EMPTY]) == RowCounts()
    assert held(connection) == before


def test_null_becomes_a_value(connection: duckdb.DuckDBPyConnection) -> None:
    """A value where null stood is a difference."""
    assert merged(connection, [(2, "b", "", None, None, None, None)]) == RowCounts(updated=1)
    assert (2, "b", "", "r1", "r2") in held(connection)


def test_all_kinds_at_once(connection: duckdb.DuckDBPyConnection) -> None:
    """Inserts, updates and unchanged rows of one merge are told apart; rows not mentioned stay."""
    rows = [(1, "a", "new", None, None, None, None), (3, "a", None, None, None, None, None)]
    counts = merged(connection, rows)
    assert counts == RowCounts(inserted=1, updated=1)
    assert counts.total == 2
    assert [row[0] for row in held(connection)] == [1, 2, 3]
    assert merged(connection, rows, "r3") == RowCounts()


def test_planning_only_reads(connection: duckdb.DuckDBPyConnection) -> None:
    """Planning a change leaves the table as it was."""
    before = held(connection)
    execute(connection, "SET VARIABLE run_id = 'r2'")
    execute(connection, "CREATE TEMP TABLE next_notes AS SELECT * REPLACE ('new' AS words) FROM notes")
    assert merge.plan(connection, NOTES) == RowCounts(updated=2)
    assert held(connection) == before
