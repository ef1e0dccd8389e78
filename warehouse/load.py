"""Loading one run: staged Parquet into a private copy of the current snapshot, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.ops import DOCUMENTS, FILES, QUARANTINE, REVISIONS, SOURCES
from schemas.reference_tables import REFERENCE_TABLES
from schemas.tables import SCHEMA_VERSION, TABLES
from warehouse import audit, merge, migrations, partitions
from warehouse.changes import note_deletions
from warehouse.connection import arrow_table, attach, detach, run, scalar, translated, workbench
from warehouse.ddl import create_schema, quote_name
from warehouse.journal import RunRecord, insert_runs
from warehouse.merge import RowCounts
from warehouse.snapshot import copy_file
from warehouse.views import create_views, views_sha256

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from schemas.table import Table
    from warehouse.home import Home

LEDGER_TABLES = (FILES, DOCUMENTS, REVISIONS, QUARANTINE)
MERGED_TABLES = (*LEDGER_TABLES, ARTICLES)
SQL_FOLDER = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRequest:
    """What a run wants to have loaded."""

    record: RunRecord
    """The run as it stands; `load` completes its counts."""
    withdraw_removed: bool
    """Whether a file that is gone withdraws its articles."""
    sources: Mapping[str, str]
    """Folder of each source that was listed."""
    reference: Mapping[str, pa.Table]
    reference_sha256: str
    earlier_runs: tuple[RunRecord, ...] = ()
    """Finished runs that no snapshot holds yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What loading did: `private` is None when nothing changed, and then there is nothing to publish."""

    private: Path | None
    record: RunRecord
    audits: tuple[audit.AuditResult, ...] = ()
    rows: Mapping[str, RowCounts] = field(default_factory=dict)


def load(home: Home, request: LoadRequest) -> Loaded:
    """Plan against the current snapshot, and only if rows change, write and audit a private copy.

    Raises `AuditError` when an audit of severity error fails, `StorageError` when the disk is full. The
    private copy is then left in the run's staging folder for nobody to read.
    """
    staged = home.run_staging(request.record.run_id)
    private = home.private(request.record.run_id)
    try:
        current = migrations.base(home, request.record.run_id)
        is_migrated = current == private
        with workbench(staged / "spill") as connection:
            if current is None:
                _create(connection, private)
            read_only = current is not None and not is_migrated
            attach(connection, current or private, read_only=read_only)
            _set_variables(connection, staged, request)
            counts = _plan(connection)
            figures = _figures(connection)
            if read_only and not any(c.total for c in counts.values()):
                record = request.record.finished(counts=figures, rows=_in_order(counts))
                return Loaded(private=None, record=record, rows=counts)
            if current is not None and read_only:
                detach(connection)
                copy_file(current, private)
                attach(connection, private, read_only=False)
            return _write(connection, request, private, counts, figures)
    except duckdb.Error as error:
        raise translated(error, private) from error


@cache
def statements(name: str) -> tuple[str, ...]:
    """Return the statements of one file of `warehouse/sql`."""
    script = (SQL_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
    return tuple(s.query for s in duckdb.extract_statements(script))


def _create(connection: duckdb.DuckDBPyConnection, private: Path) -> None:
    attach(connection, private, read_only=False)
    create_schema(connection)
    create_views(connection)
    detach(connection)


def _set_variables(connection: duckdb.DuckDBPyConnection, staged: Path, request: LoadRequest) -> None:
    run(connection, "SET VARIABLE staged = ?", [str(staged)])
    run(connection, "SET VARIABLE run_id = ?", [request.record.run_id])
    run(connection, "SET VARIABLE withdraw = ?", [request.withdraw_removed])


def _plan(connection: duckdb.DuckDBPyConnection) -> dict[str, RowCounts]:
    for statement in (*statements("arrivals"), *statements("ledger")):
        run(connection, statement)
    counts = {table.qualified: merge.plan(connection, table) for table in MERGED_TABLES}
    inserted = scalar(connection, "SELECT count(*) FROM new_articles")
    counts["articles"] += RowCounts(inserted=inserted)
    return counts


def _write(
    connection: duckdb.DuckDBPyConnection,
    request: LoadRequest,
    private: Path,
    counts: dict[str, RowCounts],
    figures: Mapping[str, int],
) -> Loaded:
    run(connection, "BEGIN TRANSACTION")
    for table in MERGED_TABLES:
        merge.apply(connection, table)
    for table in ARTICLE_TABLES:
        inserted = _insert_articles(connection, table)
        if table is not ARTICLES:
            counts[table.qualified] = RowCounts(inserted=inserted)
    counts.update(_write_sources(connection, request))
    counts.update(_write_reference(connection, request))
    _write_warehouse(connection, request)
    record = request.record.finished(counts=figures, rows=_in_order(counts))
    results = audit.audit(connection, record.run_id)
    audit.write(connection, record.run_id, results)
    insert_runs(connection, (*request.earlier_runs, record))
    partitions.note_changes(connection, record.run_id, counts)
    audit.require_passed(results)
    run(connection, "COMMIT")
    run(connection, "CHECKPOINT wh")
    detach(connection)
    return Loaded(private=private, record=record, audits=results, rows=counts)


def _insert_articles(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    columns = ", ".join(quote_name(name) for name in table.column_names)
    held = "s.article_id IN (SELECT article_id FROM holders WHERE article_id IS NOT NULL)"
    values = columns.replace('"is_current"', held)  # an article may arrive superseded
    rows = run(
        connection,
        f"""
        INSERT INTO {table.qualified} ({columns})
        SELECT {values}
        FROM read_parquet(getvariable('staged') || '/{table.qualified}/*.parquet') s
        SEMI JOIN new_articles n ON s.article_id = n.article_id AND s.batch_no = n.batch_no
        """,
    )
    return int(rows[0][0])


def _write_sources(connection: duckdb.DuckDBPyConnection, request: LoadRequest) -> dict[str, RowCounts]:
    run_id = request.record.run_id
    counts = RowCounts()
    for source, root in sorted(request.sources.items()):
        known = run(connection, "SELECT root, first_run FROM ops.sources WHERE source = ?", [source])
        if known and known[0][0] == root:
            continue
        run(connection, "DELETE FROM ops.sources WHERE source = ?", [source])
        first_run = known[0][1] if known else run_id
        run(connection, "INSERT INTO ops.sources VALUES (?, ?, ?, ?)", [source, root, first_run, run_id])
        counts += RowCounts(updated=1) if known else RowCounts(inserted=1)
    return {SOURCES.qualified: counts} if counts.total else {}


def _write_reference(connection: duckdb.DuckDBPyConnection, request: LoadRequest) -> dict[str, RowCounts]:
    held = scalar(connection, "SELECT reference_sha256 FROM ops.warehouse")
    counts = {}
    if held != request.reference_sha256:
        for table in REFERENCE_TABLES:
            columns = ", ".join(quote_name(name) for name in table.column_names)
            rows = request.reference[table.name]
            connection.register("reference_rows", rows)
            keys = ", ".join(quote_name(name) for name in table.keys)
            lost = f"SELECT {keys} FROM {table.qualified} ANTI JOIN reference_rows USING ({keys})"
            note_deletions(connection, table, request.record.run_id, lost)
            deleted = run(connection, f"DELETE FROM {table.qualified}")[0][0]
            run(
                connection,
                f"INSERT INTO {table.qualified} ({columns}) SELECT {columns} FROM reference_rows",
            )
            connection.unregister("reference_rows")
            counts[table.qualified] = RowCounts(inserted=rows.num_rows, deleted=deleted)
    return counts


def _write_warehouse(connection: duckdb.DuckDBPyConnection, request: LoadRequest) -> None:
    """Say what the warehouse is now, and make its views anew where their statements changed."""
    views = views_sha256()
    if scalar(connection, "SELECT views_sha256 FROM ops.warehouse") != views:
        create_views(connection)
    run(connection, "DELETE FROM ops.warehouse")
    run(
        connection,
        "INSERT INTO ops.warehouse VALUES (?, ?, ?, ?)",
        [SCHEMA_VERSION, request.reference_sha256, views, request.record.run_id],
    )


def _figures(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return what the plan makes of this run's files and documents."""
    table = arrow_table(connection, statements("run_counts")[0])
    return {name: table.column(name)[0].as_py() for name in table.column_names}


def _in_order(counts: Mapping[str, RowCounts]) -> dict[str, RowCounts]:
    return {table.qualified: counts[table.qualified] for table in TABLES if table.qualified in counts}
