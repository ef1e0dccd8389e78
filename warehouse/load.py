"""Loading one run: staged Parquet into a private copy of the current snapshot, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import duckdb

from schemas.article import ARTICLE_TABLES
from schemas.ops import SOURCES
from schemas.reference_tables import REFERENCE_TABLES
from schemas.tables import SCHEMA_VERSION, TABLES
from warehouse import audit, merge, migrations, partitions
from warehouse.changes import note_deletions
from warehouse.connection import attach, detach, run, scalar, translated, workbench
from warehouse.ddl import create_schema, quote_name
from warehouse.journal import RunRecord, insert_runs
from warehouse.merge import RowCounts
from warehouse.plan import LoadRequest, Plan, plan, staged_rows
from warehouse.snapshot import copy_file
from warehouse.views import create_views, views_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from schemas.table import Table
    from warehouse.home import Home

    Announce = Callable[[Mapping[str, RowCounts]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What loading did: `private` is None when nothing changed, and then there is nothing to publish."""

    private: Path | None
    record: RunRecord
    audits: tuple[audit.AuditResult, ...] = ()
    rows: Mapping[str, RowCounts] = field(default_factory=dict)


def load(home: Home, request: LoadRequest, announce: Announce | None = None) -> Loaded:
    """Plan against the current snapshot, and only if rows change, write and audit a private copy.

    `announce` is told the rows that change by table, before any is written. Raises `AuditError` when an audit
    of severity error fails, `StorageError` when the disk is full. The private copy is then left in the run's
    staging folder for nobody to read.
    """
    private = home.private(request.record.run_id)
    try:
        current = migrations.base(home, request.record.run_id)
        is_migrated = current == private
        with workbench(request.staged / "spill") as connection:
            if current is None:
                create(connection, private)
            read_only = current is not None and not is_migrated
            attach(connection, current or private, read_only=read_only)
            planned = plan(connection, request)
            if announce is not None:
                announce(_in_order(planned.counts))
            if read_only and planned.is_empty:
                record = request.record.finished(counts=planned.figures, rows=_in_order(planned.counts))
                return Loaded(private=None, record=record, rows=planned.counts)
            if current is not None and read_only:
                detach(connection)
                copy_file(current, private)
                attach(connection, private, read_only=False)
            return _write(connection, request, private, planned)
    except duckdb.Error as error:
        raise translated(error, private) from error


def load_into(private: Path, request: LoadRequest) -> Loaded:
    """Load one more run into a private warehouse that no snapshot is the base of."""
    try:
        with workbench(request.staged / "spill") as connection:
            attach(connection, private, read_only=False)
            return _write(connection, request, private, plan(connection, request))
    except duckdb.Error as error:
        raise translated(error, private) from error


def create(connection: duckdb.DuckDBPyConnection, private: Path) -> None:
    """Make an empty warehouse."""
    attach(connection, private, read_only=False)
    create_schema(connection)
    create_views(connection)
    detach(connection)


def _write(
    connection: duckdb.DuckDBPyConnection, request: LoadRequest, private: Path, planned: Plan
) -> Loaded:
    counts = dict(planned.counts)
    run(connection, "BEGIN TRANSACTION")
    partitions.note_before(connection)
    for table in planned.merged:
        lost = f"SELECT * FROM merge_{table.name} WHERE change = 'delete'"
        note_deletions(connection, table, request.record.run_id, lost)
        merge.apply(connection, table)
    for table in ARTICLE_TABLES:
        _insert_articles(connection, table)
    counts.update(_write_sources(connection, request))
    counts.update(_write_reference(connection, request))
    _write_warehouse(connection, request)
    record = request.record
    if record.finished_at is None:
        record = record.finished(counts=planned.figures, rows=_in_order(counts))
    results = audit.audit(connection, record.run_id)
    audit.write(connection, record.run_id, results)
    record = replace(record, offenders=audit.warnings(results))
    insert_runs(connection, (*request.earlier_runs, record))
    partitions.note_changes(connection, record.run_id, counts, planned.merged)
    audit.require_passed(results)
    run(connection, "COMMIT")
    run(connection, "CHECKPOINT wh")
    detach(connection)
    return Loaded(private=private, record=record, audits=results, rows=counts)


def _insert_articles(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    columns = ", ".join(quote_name(name) for name in table.column_names)
    held = "s.article_id IN (SELECT article_id FROM holders WHERE article_id IS NOT NULL)"
    values = columns.replace('"is_current"', held)  # an article may arrive superseded
    rows = staged_rows(table, "new_articles")
    run(connection, f"INSERT INTO {table.qualified} ({columns}) SELECT {values} FROM {rows}")


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


def _in_order(counts: Mapping[str, RowCounts]) -> dict[str, RowCounts]:
    return {table.qualified: counts[table.qualified] for table in TABLES if table.qualified in counts}
