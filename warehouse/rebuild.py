"""Rebuilding: the runs of the archive, one after the other, into one private warehouse, audited whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb

from schemas.tables import TABLES
from warehouse import audit, partitions
from warehouse.connection import attach, detach, run, scalar, translated, workbench
from warehouse.journal import RunRecord, insert_runs
from warehouse.load import Loaded, create, load_into
from warehouse.merge import RowCounts
from warehouse.plan import statements

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from warehouse.home import Home
    from warehouse.plan import LoadRequest

_FIGURES = """
SELECT (SELECT count(*) FROM ops.files), (SELECT count(*) FROM articles),
       count(*) FILTER (state = 'loaded'), count(*) FILTER (state = 'duplicate'),
       count(*) FILTER (state = 'quarantined')
FROM ops.documents
"""


def rebuild(
    home: Home, record: RunRecord, requests: Iterable[LoadRequest], earlier: tuple[RunRecord, ...]
) -> Loaded:
    """Load every request into a new private warehouse, in order, as its own run did; then audit all rows.

    Raises like `warehouse.load.load`; the private warehouse is then left for nobody to read.
    """
    private = home.private(record.run_id)
    spill = home.run_staging(record.run_id) / "spill"
    try:
        with workbench(spill) as connection:
            create(connection, private)
        for request in requests:
            load_into(private, request)
        with workbench(spill) as connection:
            attach(connection, private, read_only=False)
            return _seal(connection, private, record, earlier)
    except duckdb.Error as error:
        raise translated(error, private) from error


def _seal(
    connection: duckdb.DuckDBPyConnection, private: Path, record: RunRecord, earlier: tuple[RunRecord, ...]
) -> Loaded:
    """Audit all rows and put the run itself on record."""
    for statement in statements("everything"):
        run(connection, statement)
    run(connection, "BEGIN TRANSACTION")
    rows = {
        table.qualified: RowCounts(inserted=scalar(connection, f"SELECT count(*) FROM {table.qualified}"))
        for table in TABLES
    }
    finished = record.finished(counts=_figures(connection), rows=rows)
    results = audit.audit(connection, record.run_id)
    audit.write(connection, record.run_id, results)
    finished = replace(finished, offenders=audit.warnings(results))
    insert_runs(connection, (*earlier, finished))
    run(connection, "UPDATE ops.warehouse SET last_run = ?", [record.run_id])
    partitions.note_all(connection, record.run_id)
    audit.require_passed(results)
    run(connection, "COMMIT")
    run(connection, "CHECKPOINT wh")
    detach(connection)
    return Loaded(private=private, record=finished, audits=results, rows=rows)


def _figures(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    files, articles, loaded, duplicate, quarantined = run(connection, _FIGURES)[0]
    return {
        "files_seen": files,
        "files_new": files,
        "files_changed": 0,
        "files_removed": 0,
        "documents_loaded": loaded,
        "documents_duplicate": duplicate,
        "documents_quarantined": quarantined,
        "articles_total": articles,
    }
