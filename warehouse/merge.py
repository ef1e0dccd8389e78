"""Merging rows into a table: only what differs is written, by DELETE and INSERT.

`plan` compares the rows of a temporary table `next_<table>` with the published ones and keeps those that
are new, differ or are lost in `merge_<table>`; `apply` writes these. Planning only reads, so that a run that
changes nothing never copies the snapshot.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warehouse.connection import run
from warehouse.ddl import quote_name

if TYPE_CHECKING:
    import duckdb

    from schemas.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """What a run did to one table."""

    inserted: int = 0
    updated: int = 0
    deleted: int = 0

    @property
    def total(self) -> int:
        """Rows touched."""
        return self.inserted + self.updated + self.deleted

    def __add__(self, other: RowCounts) -> RowCounts:
        """Return what both did together."""
        return RowCounts(
            inserted=self.inserted + other.inserted,
            updated=self.updated + other.updated,
            deleted=self.deleted + other.deleted,
        )


def plan(connection: duckdb.DuckDBPyConnection, table: Table, *, within: str | None = None) -> RowCounts:
    """Compare `next_<table>` with the table; the rows to write are in `merge_<table>` afterwards.

    `within` is a condition on the table's rows `o` that `next_<table>` holds all of: those it lacks are lost.
    """
    using = ", ".join(quote_name(name) for name in table.keys)
    stamps = _stamps(table)
    compared = [quote_name(n) for n in table.column_names if n not in stamps and n not in table.keys]
    old = ", ".join(f"o.{name}" for name in compared)
    new = ", ".join(f"n.{name}" for name in compared)
    values = ", ".join(_value(name, table.keys, stamps) for name in table.column_names)
    first_key = quote_name(table.keys[0])
    join = "LEFT" if within is None else "FULL"
    run(
        connection,
        f"""
        CREATE TEMP TABLE {_merge_name(table)} AS
        SELECT {values},
               CASE WHEN o.{first_key} IS NULL THEN 'insert' WHEN n.{first_key} IS NULL THEN 'delete'
                    ELSE 'update' END AS change
        FROM next_{table.name} n
        {join} JOIN (SELECT * FROM {table.qualified} o WHERE {within or "TRUE"}) o USING ({using})
        WHERE o.{first_key} IS NULL OR n.{first_key} IS NULL OR ({old}) IS DISTINCT FROM ({new})
        """,
    )
    counts = dict(run(connection, f"SELECT change, count(*) FROM {_merge_name(table)} GROUP BY change"))
    return RowCounts(
        inserted=counts.get("insert", 0), updated=counts.get("update", 0), deleted=counts.get("delete", 0)
    )


def apply(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Write the planned rows."""
    columns = ", ".join(quote_name(name) for name in table.column_names)
    match = " AND ".join(f"m.{quote_name(k)} = t.{quote_name(k)}" for k in table.keys)
    run(
        connection,
        f"""
        DELETE FROM {table.qualified} t
        WHERE EXISTS (SELECT 1 FROM {_merge_name(table)} m WHERE m.change <> 'insert' AND {match})
        """,
    )
    run(
        connection,
        f"INSERT INTO {table.qualified} ({columns}) SELECT {columns} FROM {_merge_name(table)} "
        "WHERE change <> 'delete'",
    )


def _merge_name(table: Table) -> str:
    return f"merge_{table.name}"


def _stamps(table: Table) -> frozenset[str]:
    """Return the run columns that merging fills itself."""
    return frozenset(c.name for c in table.columns if c.name in {"first_run", "last_run"})


def _value(name: str, keys: tuple[str, ...], stamps: frozenset[str]) -> str:
    column = quote_name(name)
    if name in keys:
        return column
    if name not in stamps:
        return f"n.{column}"
    if name == "first_run":
        return "coalesce(o.first_run, getvariable('run_id')) AS first_run"
    return "getvariable('run_id') AS last_run"
