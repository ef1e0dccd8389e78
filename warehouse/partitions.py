"""Which Parquet file each row belongs to, and which files a run changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.facts import NAMED_TABLES
from schemas.ops import AUDITS, DELETIONS, PARTITIONS, RUNS, WAREHOUSE
from schemas.tables import TABLES
from warehouse.changes import note_deletions
from warehouse.connection import run
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import duckdb

    from schemas.table import Table
    from warehouse.merge import RowCounts

WHOLE = "all"
"""The one partition of a table that isn't partitioned."""
UNDATED = "undated"
"""The partition of articles whose day of publication is not known."""
ARTICLE_MONTH = f"coalesce(strftime(a.published_date, '%Y-%m'), '{UNDATED}')"
ALWAYS_CHANGED = (WAREHOUSE, RUNS, PARTITIONS)


def run_month(column: str) -> str:
    """Return the SQL expression for the month in which a run began."""
    return f"substr({column}, 1, 4) || '-' || substr({column}, 5, 2)"


def note_before(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep the months of articles that are about to be replaced: what leaves a month changes its file too."""
    run(
        connection,
        f"CREATE TEMP TABLE months_before AS SELECT a.article_id, {ARTICLE_MONTH} AS month FROM articles a "
        "SEMI JOIN replaced_articles r USING (article_id)",
    )


def note_changes(
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    counts: Mapping[str, RowCounts],
    merged: Collection[Table],
) -> None:
    """Record in `ops.partitions` which partitions this run changed; `merged` are tables it merged into."""
    # Deletions last, because a partition that lost its last row is one.
    for table in sorted(TABLES, key=lambda table: table is DELETIONS):
        changed = _changed(connection, table, counts, is_merged=table in merged)
        note(connection, table, run_id, changed)
        if table in merged and table in (*ARTICLE_TABLES, *NAMED_TABLES):
            _drop_empty(connection, table, run_id, changed)


def note_all(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Record that a run made every partition, its own among them."""
    names = run(connection, "SELECT DISTINCT table_name, partition FROM ops.partitions")
    names += [(AUDITS.qualified, run(connection, f"SELECT {run_month(quote_text(run_id))}")[0][0])]
    run(connection, "DELETE FROM ops.partitions")
    for table_name, partition in sorted(set(names)):
        run(connection, "INSERT INTO ops.partitions VALUES (?, ?, ?)", [table_name, partition, run_id])


def note(connection: duckdb.DuckDBPyConnection, table: Table, run_id: str, names: Iterable[str]) -> None:
    """Record that a run changed partitions of one table."""
    for name in names:
        run(
            connection,
            "DELETE FROM ops.partitions WHERE table_name = ? AND partition = ?",
            [table.qualified, name],
        )
        run(connection, "INSERT INTO ops.partitions VALUES (?, ?, ?)", [table.qualified, name, run_id])


def _changed(
    connection: duckdb.DuckDBPyConnection, table: Table, counts: Mapping[str, RowCounts], *, is_merged: bool
) -> list[str]:
    known = run(connection, "SELECT 1 FROM ops.partitions WHERE table_name = ?", [table.qualified])
    if table.partition_by == "article_month":
        found = run(connection, _article_months(table, is_merged=is_merged))
    elif table is AUDITS:
        found = run(connection, "SELECT " + run_month("getvariable('run_id')"))
    elif table is DELETIONS:
        month = run_month("run_id")
        found = run(
            connection, f"SELECT DISTINCT {month} FROM ops.deletions WHERE run_id = getvariable('run_id')"
        )
    elif table.partition_by == "run_month":
        found = run(
            connection,
            f"SELECT DISTINCT {run_month(table.run_column or '')} FROM merge_{table.name}",
        )
    else:
        touched = table in ALWAYS_CHANGED or not known or counts.get(table.qualified) is not None
        return [WHOLE] if touched else []
    names = [row[0] for row in found]
    return sorted(names) if names or known else [UNDATED]


def _article_months(table: Table, *, is_merged: bool) -> str:
    """Return the query for the months in which a table has rows this run wrote, or had rows it replaced."""
    moved = (
        "SELECT b.article_id FROM months_before b JOIN articles a USING (article_id) "
        f"WHERE b.month <> {ARTICLE_MONTH}"
    )
    written = f"SELECT article_id FROM ({moved} UNION SELECT article_id FROM new_articles)"
    if table is not ARTICLES:
        written += f" SEMI JOIN {table.qualified} t USING (article_id)"
    if is_merged:
        written += f" UNION SELECT article_id FROM merge_{table.name}"
    return f"""
    WITH written AS ({written})
    SELECT {ARTICLE_MONTH} FROM articles a SEMI JOIN written USING (article_id)
    UNION
    SELECT month FROM months_before SEMI JOIN written USING (article_id)
    """


def _drop_empty(
    connection: duckdb.DuckDBPyConnection, table: Table, run_id: str, names: Iterable[str]
) -> None:
    """Forget partitions that lost their last row; a table keeps at least one."""
    for name in names:
        if run(connection, f"SELECT 1 FROM ({rows_of(table, name)}) LIMIT 1"):
            continue
        emptied = (
            f"FROM ops.partitions WHERE table_name = {quote_text(table.qualified)} "
            f"AND partition = {quote_text(name)} AND (SELECT count(*) FROM ops.partitions "
            f"WHERE table_name = {quote_text(table.qualified)}) > 1"
        )
        note_deletions(connection, PARTITIONS, run_id, f"SELECT * {emptied}")
        run(connection, f"DELETE {emptied}")


def rows_of(table: Table, partition: str) -> str:
    """Return the query for the rows of one partition, ordered by key."""
    order = ", ".join(f"t.{name}" for name in table.keys)
    columns = ", ".join(f't."{name}"' for name in table.column_names)
    source = f"SELECT {columns} FROM {table.qualified} t"
    if table.partition_by is None:
        return f"{source} ORDER BY {order}"
    wanted = quote_text(partition)
    if table in ARTICLE_TABLES:
        month = f"(SELECT article_id FROM articles a WHERE {ARTICLE_MONTH} = {wanted})"
        return f"{source} WHERE t.article_id IN {month} ORDER BY {order}"
    return f"{source} WHERE {run_month(f't.{table.run_column}')} = {wanted} ORDER BY {order}"
