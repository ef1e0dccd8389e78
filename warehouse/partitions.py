"""Which Parquet file each row belongs to, and which files a run changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.ops import AUDITS, DELETIONS, PARTITIONS, RUNS, WAREHOUSE
from schemas.tables import TABLES
from warehouse.connection import run
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def note_changes(connection: duckdb.DuckDBPyConnection, run_id: str, counts: Mapping[str, RowCounts]) -> None:
    """Record in `ops.partitions` which partitions this run changed."""
    for table in TABLES:
        note(connection, table, run_id, _changed(connection, table, counts))


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
    connection: duckdb.DuckDBPyConnection, table: Table, counts: Mapping[str, RowCounts]
) -> list[str]:
    known = run(connection, "SELECT 1 FROM ops.partitions WHERE table_name = ?", [table.qualified])
    if table.partition_by == "article_month":
        found = run(connection, _article_months(table))
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


def _article_months(table: Table) -> str:
    """Return the query for the months in which a table has rows that this run wrote."""
    if table is ARTICLES:
        return f"""
        SELECT DISTINCT {ARTICLE_MONTH} FROM articles a
        WHERE a.article_id IN (SELECT article_id FROM new_articles)
           OR a.article_id IN (SELECT article_id FROM merge_articles)
        """
    return f"""
    SELECT DISTINCT {ARTICLE_MONTH} FROM articles a
    SEMI JOIN new_articles n USING (article_id)
    SEMI JOIN {table.qualified} t USING (article_id)
    """


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
