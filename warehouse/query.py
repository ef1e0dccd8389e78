"""Reading the published warehouse: any query, and the questions `status` and `quarantine` ask.

A reader opens the snapshot itself, read-only, so it never waits for a writer and never sees half a run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from schemas.errors import UsageError, WarehouseError
from warehouse.connection import arrow_table, is_damage, reader, run, translated
from warehouse.ddl import quote_text
from warehouse.restore import what_is_missing

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from warehouse.home import Home

_STATES = "SELECT state, count(*) FROM ops.documents GROUP BY state ORDER BY state"
_FILE_STATES = "SELECT state, count(*) FROM ops.files GROUP BY state ORDER BY state"
_REASONS = (
    "SELECT code, count(*) AS documents, min(first_run) AS since FROM ops.quarantine WHERE is_open "
    "GROUP BY code ORDER BY documents DESC, code"
)
_RULES = "SELECT rules_version, count(*) FROM articles WHERE is_current GROUP BY ALL ORDER BY ALL"
_FAULTS = (
    "SELECT f.code, count(DISTINCT article_id) FROM fact_faults f JOIN articles a USING (article_id) "
    "WHERE a.is_current GROUP BY f.code ORDER BY f.code"
)
_QUARANTINE = """
SELECT q.quarantine_id, q.document_id, f.source, f.path, d.member, q.code, q.detail, q.field, q.position,
       q.raw_head, q.is_open, q.first_run, q.last_run
FROM ops.quarantine q
JOIN ops.documents d USING (document_id)
JOIN ops.files f USING (file_id)
"""

_READING = {
    duckdb.StatementType.SELECT,
    duckdb.StatementType.EXPLAIN,
    duckdb.StatementType.CALL,
    duckdb.StatementType.PRAGMA,
}
"""Statements that may be asked; CREATE TEMP and the like change nothing, but answer nothing either."""


def published(home: Home) -> Path:
    """Return the current snapshot; raise `WarehouseError` before the first run."""
    current = home.current()
    if current is None:
        message = f"There is no warehouse in {home.root} yet. Run: dateline ingest SOURCE --home {home.root}"
        raise WarehouseError(what_is_missing(home) or message)
    return current


def answer(home: Home, query: str) -> pa.Table:
    """Return the rows of one query as Arrow; raise `UsageError` for SQL that is wrong or would write."""
    with reader(published(home)) as connection:
        run(connection, "SET enable_external_access = false")
        run(connection, "SET lock_configuration = true")
        try:
            _require_reading(query)
            return arrow_table(connection, query)
        except duckdb.Error as error:
            if is_damage(error):
                raise translated(error, published(home)) from error
            raise UsageError(str(error)) from error
        except AttributeError as error:  # a PRAGMA that only sets something
            message = "the statement returns no rows; this command only reads"
            raise UsageError(message) from error


def _require_reading(query: str) -> None:
    """Raise `UsageError` for what is not one statement that reads."""
    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error as error:
        raise UsageError(str(error)) from error
    if len(statements) != 1:
        message = f"expected one SQL statement, seen {len(statements)}"
        raise UsageError(message)
    if statements[0].type not in _READING:
        message = f"this command only reads; expected a query, seen {statements[0].type.name}"
        raise UsageError(message)


def overview(home: Home) -> dict[str, Any]:
    """Return counts by state, open reasons, rule versions and faults of the published warehouse."""
    current = home.current()
    if current is None:
        return {"documents": {}, "files": {}, "quarantine": [], "rules": {}, "fact_faults": {}, "articles": 0}
    with reader(current) as connection:
        return {
            "documents": dict(run(connection, _STATES)),
            "files": dict(run(connection, _FILE_STATES)),
            "quarantine": [
                {"code": code, "documents": count, "since": since}
                for code, count, since in run(connection, _REASONS)
            ],
            "rules": dict(run(connection, _RULES)),
            "fact_faults": _fact_faults(connection),
            "articles": run(connection, "SELECT count(*) FROM articles")[0][0],
        }


def run_details(home: Home, run_id: str) -> dict[str, list[dict[str, Any]]]:
    """Return the audits of one run and what it refused, as the published warehouse has them on record."""
    current = home.current()
    if current is None:
        return {"audits": [], "refused": []}
    mine = quote_text(run_id)
    with reader(current) as connection:
        audits = arrow_table(
            connection,
            f"SELECT name, severity, failed_rows, passed FROM ops.audits WHERE run_id = {mine} ORDER BY name",
        )
        refused = arrow_table(
            connection,
            f"{_QUARANTINE} WHERE q.first_run = {mine} ORDER BY f.source, f.path, d.member, q.code",
        )
    return {"audits": audits.to_pylist(), "refused": refused.to_pylist()}


def _fact_faults(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return how many current articles are without facts, by fault; an old warehouse has no such table."""
    try:
        return dict(run(connection, _FAULTS))
    except duckdb.CatalogException:
        return {}


def quarantined(home: Home, *, show: str | None, closed: bool) -> list[dict[str, Any]]:
    """Return quarantine entries by source and path; `show` picks one by its id or its document's."""
    condition = "TRUE" if closed or show else "q.is_open"
    if show is not None:
        wanted = quote_text(show)
        condition = f"{wanted} IN (q.quarantine_id::VARCHAR, q.document_id::VARCHAR)"
    with reader(published(home)) as connection:
        rows = arrow_table(
            connection, f"{_QUARANTINE} WHERE {condition} ORDER BY f.source, f.path, d.member, q.code"
        )
    return list(rows.to_pylist())
