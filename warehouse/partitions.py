"""Which partitions, each a Parquet file, a run changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.facts import NAMED_TABLES
from schemas.ops import AUDITS, DELETIONS, PARTITIONS, RUNS, WAREHOUSE
from schemas.tables import TABLES
from warehouse.connection import run
from warehouse.ddl import quote_text
from warehouse.parts import UNDATED, begin_parts, drop, is_in, month_of, part_of, placed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import duckdb

    from schemas.table import Table
    from warehouse.merge import RowCounts

PLACES = "memory.main.article_places"
"""Where the articles stand that partitions to be written hold: a table beside the warehouse."""
WHOLE = "all"
"""The one partition of a table that isn't partitioned."""
ALWAYS_CHANGED = (WAREHOUSE, RUNS, PARTITIONS)


def note_before(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep where articles stand that are about to be replaced: what leaves a part changes its file too."""
    run(
        connection,
        f"CREATE TEMP TABLE placed_before AS SELECT * FROM ({placed(ARTICLES)}) "
        "SEMI JOIN replaced_articles USING (article_id)",
    )


def note_changes(
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    counts: Mapping[str, RowCounts],
    merged: Collection[Table],
) -> None:
    """Record in `ops.partitions` which partitions this run changed; `merged` are tables it merged into."""
    run(
        connection,
        f"CREATE TEMP TABLE placed_after AS SELECT * FROM ({placed(ARTICLES)}) SEMI JOIN ("
        "SELECT article_id FROM written_articles UNION SELECT article_id FROM merge_articles"
        ") USING (article_id)",
    )
    moved = begin_parts(connection, run_id, ARTICLE_TABLES)
    noted: dict[Table, set[str]] = {}
    # Deletions last, because a partition that is no more is one. Emptied ones go when all others are noted,
    # because the parts of articles tell where the rows of other tables stood.
    for table in sorted(TABLES, key=lambda table: table is DELETIONS):
        if table is DELETIONS:
            for each in (each for each in merged if each in (*ARTICLE_TABLES, *NAMED_TABLES)):
                _drop_empty(connection, each, run_id, noted[each])
        if table.partition_by == "run_month":
            moved |= begin_parts(connection, run_id, (table,))
        changed = _changed(connection, table, counts, is_merged=table in merged)
        noted[table] = changed | moved.get(table.qualified, set())
        note(connection, table, run_id, sorted(noted[table]))


def note_all(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Record that a run made every partition, its own among them; each month is one part again."""
    found = run(connection, "SELECT table_name, partition FROM ops.partitions")
    months = {(table_name, month_of(partition)) for table_name, partition in found}
    month = run(connection, f"SELECT month FROM ({placed(AUDITS)}) WHERE run = ? LIMIT 1", [run_id])[0][0]
    run(connection, "DELETE FROM ops.partitions")
    for table_name, partition in sorted(months | {(AUDITS.qualified, month)}):
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
) -> set[str]:
    """Return the partitions in which a run wrote rows or had rows it replaced; of a new table, one."""
    known = run(connection, "SELECT 1 FROM ops.partitions WHERE table_name = ? LIMIT 1", [table.qualified])
    if table.partition_by is None:
        touched = table in ALWAYS_CHANGED or not known or counts.get(table.qualified) is not None
        return {WHOLE} if touched else set()
    if table.partition_by == "article_month":
        rows = _articles(table, is_merged=is_merged)
    elif table in (AUDITS, DELETIONS):
        rows = f"SELECT * FROM ({placed(table)}) WHERE run = getvariable('run_id')"
    else:
        rows = placed(table, f"merge_{table.name}")
    parts = f"SELECT {part_of(table)} FROM (SELECT DISTINCT month, run FROM ({rows})) x"
    names = {row[0] for row in run(connection, parts)}
    return names if names or known else {UNDATED}


def _articles(table: Table, *, is_merged: bool) -> str:
    """Return the query for where articles stand, and stood, that got other rows in a table."""
    moved = (
        "SELECT b.article_id FROM placed_before b JOIN placed_after a USING (article_id) "
        "WHERE b.month <> a.month"
    )
    written = f"SELECT article_id FROM ({moved} UNION SELECT article_id FROM new_articles)"
    if table is not ARTICLES:
        written += f" SEMI JOIN {table.qualified} t USING (article_id)"
    if is_merged:
        written += f" UNION SELECT article_id FROM merge_{table.name}"
    return f"""
    WITH written AS ({written})
    SELECT month, run FROM placed_after SEMI JOIN written USING (article_id)
    UNION
    SELECT month, run FROM placed_before SEMI JOIN written USING (article_id)
    """


def _drop_empty(
    connection: duckdb.DuckDBPyConnection, table: Table, run_id: str, names: Iterable[str]
) -> None:
    """Forget partitions that lost their last row; a table without any row keeps one, for its columns."""
    found = run(connection, "SELECT partition FROM ops.partitions WHERE table_name = ?", [table.qualified])
    emptied = {name for name in names if not run(connection, f"SELECT 1 {_rows(table, name)} LIMIT 1")}
    if emptied == {name for (name,) in found}:
        note(connection, table, run_id, [UNDATED])
        emptied -= {UNDATED}
    for name in sorted(emptied):
        drop(connection, table, run_id, name)


def keep_places(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> str:
    """Look up once for all tables where the articles of some partitions stand; return the table's name."""
    months = ", ".join(sorted({quote_text(month_of(name)) for name in names})) or "NULL"
    run(
        connection,
        f"CREATE TABLE {PLACES} AS SELECT * FROM ({placed(ARTICLES)}) WHERE month IN ({months})",
    )
    return PLACES


def rows_of(
    connection: duckdb.DuckDBPyConnection, table: Table, partition: str, articles: str | None = None
) -> str:
    """Return the query for the rows of one partition, ordered by key; `articles` as `keep_places` gave it.

    Where they stand in the table is looked up first, for that reads its keys alone: what a run brought stands
    together, and the query then reads little else.
    """
    order = ", ".join(f"t.{name}" for name in table.keys)
    columns = ", ".join(f't."{name}"' for name in table.column_names)
    rows = _rows(table, partition, articles)
    if table.partition_by is not None:
        first, last = run(connection, f"SELECT min(t.rowid), max(t.rowid) {rows}")[0]
        rows += "" if first is None else f" AND t.rowid BETWEEN {first} AND {last}"
    return f"SELECT {columns} {rows} ORDER BY {order}"


def _rows(table: Table, partition: str, articles: str | None = None) -> str:
    """Return the FROM clause for the rows of one partition."""
    return f"FROM {table.qualified} t WHERE {is_in(table, partition, articles)}"
