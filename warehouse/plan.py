"""What a run would write: its staged rows against the warehouse, in temporary tables.

Planning only reads, so it runs against the published snapshot; `warehouse/load.py` writes what was planned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.facts import NAMED_TABLES
from schemas.ops import DOCUMENTS, FILES, QUARANTINE, REVISIONS
from warehouse import merge, named
from warehouse.connection import arrow_table, run, scalar
from warehouse.ddl import quote_name
from warehouse.merge import RowCounts

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from schemas.table import Table
    from warehouse.journal import RunRecord

LEDGER_TABLES = (FILES, DOCUMENTS, REVISIONS, QUARANTINE)
PARTS = tuple(table for table in ARTICLE_TABLES if table is not ARTICLES)
SQL_FOLDER = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRequest:
    """What a run wants to have loaded."""

    record: RunRecord
    """The run as it stands; `load` completes its counts."""
    staged: Path
    """Folder with the run's rows."""
    reference: Mapping[str, pa.Table]
    reference_sha256: str
    withdraw_removed: bool = False
    """Whether a file that is gone withdraws its articles."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Folder of each source that was listed."""
    earlier_runs: tuple[RunRecord, ...] = ()
    """Finished runs that no snapshot holds yet."""
    current_batches: int | None = None
    """When archived contents are parsed again: how many batches hold what documents hold now."""

    @property
    def is_replay(self) -> bool:
        """Whether the rows come from contents that are in the warehouse already."""
        return self.current_batches is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be written, and what the run makes of its files and documents."""

    merged: tuple[Table, ...]
    """Tables whose rows to write stand in `merge_<table>`."""
    counts: dict[str, RowCounts]
    figures: dict[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether no row would be written."""
        return not any(each.total for each in self.counts.values())


def plan(connection: duckdb.DuckDBPyConnection, request: LoadRequest) -> Plan:
    """Compare what a run staged with the attached warehouse."""
    run(connection, "SET VARIABLE staged = ?", [str(request.staged)])
    run(connection, "SET VARIABLE run_id = ?", [request.record.run_id])
    run(connection, "SET VARIABLE withdraw = ?", [request.withdraw_removed])
    run(connection, "SET VARIABLE current_batches = ?", [request.current_batches])
    beginning = "replayed" if request.is_replay else "arrivals"
    for statement in (*statements(beginning), *statements("ledger"), *statements("collisions")):
        run(connection, statement)
    parts = PARTS if request.is_replay else ()
    counts = {table.qualified: _plan_part(connection, table) for table in parts}
    _note_rewritten(connection, parts)
    for statement in statements("articles"):
        run(connection, statement)
    merged: tuple[Table, ...] = (*LEDGER_TABLES, ARTICLES)
    counts |= {table.qualified: merge.plan(connection, table) for table in merged}
    has_new = scalar(connection, "SELECT count(*) FROM new_articles") > 0
    for table in ARTICLE_TABLES if has_new else ():
        counts[table.qualified] = counts.get(table.qualified, RowCounts()) + _new_rows(connection, table)
    for table in NAMED_TABLES:
        counts[table.qualified] = named.plan(connection, table, is_replay=request.is_replay)
    _note_row_counts(connection, counts)
    merged = (*merged, *parts, *NAMED_TABLES)
    return Plan(merged=merged, counts=counts, figures=_figures(connection))


@cache
def statements(name: str) -> tuple[str, ...]:
    """Return the statements of one file of `warehouse/sql`."""
    script = (SQL_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return tuple(s.query for s in duckdb.extract_statements(script))


def staged_rows(table: Table, articles: str) -> str:
    """Return the FROM clause for a table's staged rows of some articles, each from its chosen batch."""
    return (
        f"read_parquet(getvariable('staged') || '/{table.qualified}/*.parquet') s "
        f"SEMI JOIN {articles} n ON s.article_id = n.article_id AND s.batch_no = n.batch_no"
    )


def _plan_part(connection: duckdb.DuckDBPyConnection, table: Table) -> RowCounts:
    """Compare the parts that replaced articles have now with those they had."""
    columns = ", ".join(quote_name(name) for name in table.column_names)
    rows = staged_rows(table, "replaced_articles")
    run(connection, f"CREATE TEMP VIEW next_{table.name} AS SELECT {columns} FROM {rows}")
    within = "o.article_id IN (SELECT article_id FROM replaced_articles)"
    return merge.plan(connection, table, within=within)


def _note_rewritten(connection: duckdb.DuckDBPyConnection, parts: tuple[Table, ...]) -> None:
    """Keep in `rewritten_articles` which articles have a part that differs."""
    written = [f"SELECT article_id FROM merge_{table.name}" for table in parts]
    nothing = "SELECT NULL::BIGINT AS article_id WHERE FALSE"
    run(connection, f"CREATE TEMP TABLE rewritten_articles AS {' UNION '.join([nothing, *written])}")


def _new_rows(connection: duckdb.DuckDBPyConnection, table: Table) -> RowCounts:
    rows = staged_rows(table, "new_articles")
    return RowCounts(inserted=scalar(connection, f"SELECT count(*) FROM {rows}"))


def _note_row_counts(connection: duckdb.DuckDBPyConnection, counts: Mapping[str, RowCounts]) -> None:
    """Keep in `row_counts` how many rows each table of articles is to get."""
    run(connection, "CREATE TEMP TABLE row_counts (table_name VARCHAR, inserted BIGINT)")
    rows = [(t.qualified, counts.get(t.qualified, RowCounts()).inserted) for t in ARTICLE_TABLES]
    places = ", ".join(["(?, ?)"] * len(rows))
    run(connection, f"INSERT INTO row_counts VALUES {places}", [value for row in rows for value in row])


def _figures(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return what the plan makes of this run's files and documents."""
    table = arrow_table(connection, statements("run_counts")[0])
    return {name: table.column(name)[0].as_py() for name in table.column_names}
