"""What changed since a run, told from the current warehouse alone, and what two tables are compared by.

{"table": "bylines", "op": "insert", "key": {"article_id": 71, "byline_no": 1}, "row": {...}, "run": "2024…Z"}

Rows name the run that last changed them; rows that are no more stand in `ops.deletions`. So a feed costs what
changed, and a look at the run columns and article ids of the rest.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.errors import UsageError
from schemas.ops import AUDITS, DELETIONS, MIGRATIONS, REVISIONS, RUNS
from schemas.reference_tables import REFERENCE_TABLES
from schemas.tables import TABLES
from warehouse.connection import run, scalar
from warehouse.ddl import quote_name, quote_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    import duckdb

    from schemas.table import Table
    from warehouse.journal import RunRecord

Op = Literal["insert", "update", "delete"]

WRITTEN_ONCE: Final = (AUDITS, DELETIONS, MIGRATIONS)
"""Tables whose rows are never changed; their `run_id` is the run that wrote the row."""
_OP, _RUN = "change_op", "change_run"
_BATCH_ROWS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: `row` is None for a deletion.

    `update` may also be the first that is heard of a row: insert and update are applied alike, by key.
    """

    table: str
    op: Op
    key: dict[str, Any]
    row: dict[str, Any] | None
    run: str

    def as_line(self) -> str:
        """Return the change as the feed prints it: times as ISO 8601 in UTC without zone, ids as numbers."""
        told = {"table": self.table, "op": self.op, "key": self.key, "row": self.row, "run": self.run}
        return json.dumps(told, ensure_ascii=False, default=_iso)


def changes(connection: duckdb.DuckDBPyConnection, since: str | None = None) -> Iterator[Change]:
    """Yield all changes since a run, or since the beginning, in an order that can be applied.

    Deletions come first, parts before what they are parts of; then rows, each after the rows it refers to.
    Within a table the order is that of the keys.
    """
    tables = in_order_of_reference()
    if since is not None:
        for table in reversed(tables):
            yield from _deletions(connection, table, since)
    for table in tables:
        yield from _rows(connection, table, since)


def require_run(connection: duckdb.DuckDBPyConnection, since: str, journal: Iterable[RunRecord]) -> None:
    """Raise `UsageError` unless the changes since a run can be told.

    A run that published nothing stands in the journal alone until the next snapshot; since then is as good
    as since the last that did publish.
    """
    status = {record.run_id: record.status for record in journal}
    status |= dict(run(connection, "SELECT run_id, status FROM ops.runs WHERE run_id = ?", [since]))
    start_over = "Start over: leave --since out, and empty what the feed was applied to."
    if since not in status:
        message = f"no run {since} is on record. `dateline status` lists the last runs."
        raise UsageError(message)
    if status[since] == "running":
        message = f"run {since} has not finished. Ask again when it has."
        raise UsageError(message)
    if status[since] == "rolled_back":
        message = f"run {since} was rolled back: rows it told of are not in the warehouse. {start_over}"
        raise UsageError(message)
    moved = scalar(connection, "SELECT max(run_id) FROM ops.migrations WHERE run_id > ?", [since])
    if moved is not None:
        message = f"run {moved} brought the tables to a newer form. {start_over}"
        raise UsageError(message)
    rebuilt = "SELECT max(run_id) FROM ops.runs WHERE flow = 'rebuild' AND status = 'succeeded'"
    moved = scalar(connection, f"{rebuilt} AND run_id > ?", [since])
    if moved is not None:
        message = f"run {moved} rebuilt the warehouse. {start_over}"
        raise UsageError(message)


def note_deletions(connection: duckdb.DuckDBPyConnection, table: Table, run_id: str, doomed: str) -> int:
    """Keep the keys of rows that a run is about to delete for good; return how many.

    `doomed` is a query that gives the key columns, e.g. ``SELECT * FROM articles WHERE …``. A row that the
    same run writes again under its key is no deletion and must not be among them.
    """
    fields = ", ".join(f"{quote_text(name)}: {quote_name(name)}" for name in table.keys)
    noted = run(
        connection,
        f"INSERT INTO {DELETIONS.qualified} (table_name, key_json, run_id) "
        f"SELECT DISTINCT ?, to_json({{{fields}}})::VARCHAR, ? FROM ({doomed})",
        [table.qualified, run_id],
    )
    return int(noted[0][0])


def table_hash(connection: duckdb.DuckDBPyConnection, table: Table, *, with_runs: bool = True) -> str:
    """Return a hash of all rows of a table that does not depend on their order.

    The same rows give the same hash in every DuckDB version. `with_runs=False` leaves out the columns that
    name runs, in which two warehouses with the same articles may differ.
    """
    columns = [c.name for c in table.columns if with_runs or not c.is_run]
    # Each value stands behind its length, so that where one ends can't be confused; null has none.
    values = " || ".join(
        f"coalesce(length({quote_name(name)}::VARCHAR) || ':' || {quote_name(name)}::VARCHAR, '-')"
        for name in columns
    )
    rows, upper, lower = run(
        connection,
        "SELECT count(*), coalesce(sum(md5_number_upper(v)::HUGEINT), 0), "
        f"coalesce(sum(md5_number_lower(v)::HUGEINT), 0) FROM (SELECT {values} AS v FROM {table.qualified})",
    )[0]
    return f"{rows:x}-{int(upper):x}-{int(lower):x}"


def in_order_of_reference() -> tuple[Table, ...]:
    """Return all tables, each after those it refers to."""
    placed: list[Table] = []
    waiting = list(TABLES)
    while waiting:
        names = {table.qualified for table in waiting}
        free = [table for table in waiting if not _referred_to(table) & (names - {table.qualified})]
        placed += free or waiting
        waiting = [table for table in waiting if table not in placed]
    return tuple(placed)


def _iso(value: dt.date) -> str:
    return value.isoformat()


def _referred_to(table: Table) -> set[str]:
    return {c.references.rsplit(".", 1)[0] for c in table.columns if c.references is not None}


def _deletions(connection: duckdb.DuckDBPyConnection, table: Table, since: str) -> Iterator[Change]:
    query = (
        f"SELECT key_json, max(run_id) AS {_RUN} FROM {DELETIONS.qualified} "
        f"WHERE run_id > {quote_text(since)} AND table_name = {quote_text(table.qualified)} "
        "GROUP BY key_json ORDER BY key_json"
    )
    for found in _streamed(connection, query):
        key = json.loads(found["key_json"])
        yield Change(table=table.qualified, op="delete", key=key, row=None, run=found[_RUN])


def _rows(connection: duckdb.DuckDBPyConnection, table: Table, since: str | None) -> Iterator[Change]:
    query = _changed_rows(connection, table, since)
    if query is None:
        return
    for row in _streamed(connection, query):
        op, run_id = row.pop(_OP), row.pop(_RUN)
        key = {name: row[name] for name in table.keys}
        yield Change(table=table.qualified, op=op, key=key, row=row, run=run_id)


def _changed_rows(connection: duckdb.DuckDBPyConnection, table: Table, since: str | None) -> str | None:
    """Return the query for the rows of a table that changed, with what happened and in which run."""
    columns = ", ".join(f"t.{quote_name(name)}" for name in table.column_names)
    order = ", ".join(f"t.{quote_name(name)}" for name in table.keys)
    source = f"{table.qualified} t"
    changed, made = "t.last_run", _run_made(table)
    if table in ARTICLE_TABLES and table is not ARTICLES:
        source += " JOIN (SELECT article_id, first_run, parts_run FROM articles) a USING (article_id)"
        changed, made = "a.parts_run", "a.first_run"
    elif table in REFERENCE_TABLES:
        # They come whole from a release, so they are told of whole when they change.
        last = scalar(
            connection, "SELECT max(last_run) FROM ops.partitions WHERE table_name = ?", [table.qualified]
        )
        if last is None or (since is not None and last <= since):
            return None
        changed = quote_text(last)
    elif table in WRITTEN_ONCE:
        changed = "t.run_id"
    if since is None:
        return f"SELECT {columns}, 'insert' AS {_OP}, {changed} AS {_RUN} FROM {source} ORDER BY {order}"
    after = quote_text(since)
    op = "'update'" if made is None else f"CASE WHEN {made} > {after} THEN 'insert' ELSE 'update' END"
    return (
        f"SELECT {columns}, {op} AS {_OP}, {changed} AS {_RUN} FROM {source} "
        f"WHERE {changed} > {after} ORDER BY {order}"
    )


def _run_made(table: Table) -> str | None:
    """Return the column that names the run which made a row; None where none does."""
    if table is REVISIONS:
        return "t.from_run"
    if table is RUNS:
        return "t.last_run"
    if table in WRITTEN_ONCE:
        return "t.run_id"
    return "t.first_run" if "first_run" in table.column_names else None


def _streamed(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[dict[str, Any]]:
    """Yield a query's rows without holding all of them."""
    cursor = connection.cursor()
    try:
        for batch in cursor.sql(query).to_arrow_reader(_BATCH_ROWS):
            yield from batch.to_pylist()
    finally:
        cursor.close()
