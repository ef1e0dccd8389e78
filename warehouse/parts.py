"""Which file of its month a row stands in: a month is several files where one would be rewritten whole.

    parquet/articles/2021-06.parquet  parquet/articles/2021-06_20261125T020000.000001Z.parquet

The first part has the month's name alone; each other one names the run whose rows it begins with, and holds
rows up to the next part. An article's rows stand where the article does: in its month, by the run that
loaded it. What a run brings begins a part, which takes in the parts before it while they are small or not
much larger than itself. So a run writes about as many rows as it brings, and the parts of a month stay few.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.ops import PARTITIONS
from warehouse.changes import note_deletions
from warehouse.connection import run
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

    from schemas.table import Table

UNDATED = "undated"
"""The month of articles whose day of publication is not known."""
SMALL = 1_000
"""A part of fewer articles, or of fewer rows of a table that tells of none, is taken in whatever comes."""
MUCH_LARGER = 2
_JOINT = "_"
_MONTH, _FIRST_RUN = (f"split_part(p.partition, '{_JOINT}', {number})" for number in (1, 2))


def month_of(partition: str) -> str:
    """Return the month that a partition is a part of."""
    return partition.partition(_JOINT)[0]


def placed(table: Table, source: str | None = None) -> str:
    """Return the query for month and run of a table's rows, of an article's table: of the articles."""
    if table in ARTICLE_TABLES:
        month = f"coalesce(strftime(a.published_date, '%Y-%m'), '{UNDATED}')"
        return f"SELECT a.article_id, {month} AS month, a.first_run AS run FROM articles a"
    column = table.run_column
    month = f"substr({column}, 1, 4) || '-' || substr({column}, 5, 2)"
    return f"SELECT {month} AS month, {column} AS run FROM {source or table.qualified}"


def part_of(table: Table) -> str:
    """Return the SQL expression for the part that a row `x` of `placed` stands in."""
    part = f"{_parts_beside(table)} AND {_MONTH} = x.month AND {_FIRST_RUN} <= x.run"
    return f"coalesce((SELECT max(p.partition) {part}), x.month)"


def is_in(table: Table, partition: str, articles: str | None = None) -> str:
    """Return the SQL condition that a row `t` of a table stands in a partition.

    `articles` names a table with what `placed` gives for those that may be meant.
    """
    if table.partition_by is None:
        return "TRUE"
    month, _, first_run = (quote_text(each) for each in partition.partition(_JOINT))
    behind = f"{_parts_beside(table)} AND {_MONTH} = {month} AND {_FIRST_RUN} > {first_run}"
    rows = articles if articles is not None and table in ARTICLE_TABLES else f"({placed(table)})"
    held = (
        f"FROM {rows} x WHERE x.month = {month} AND x.run >= {first_run} "
        f"AND coalesce(x.run < (SELECT min({_FIRST_RUN}) {behind}), TRUE)"
    )
    if table in ARTICLE_TABLES:
        return f"t.article_id IN (SELECT x.article_id {held})"
    return f"t.{table.run_column} IN (SELECT x.run {held})"


def begin_parts(
    connection: duckdb.DuckDBPyConnection, run_id: str, tables: Sequence[Table]
) -> dict[str, set[str]]:
    """Begin parts for the rows of a run; return by table the parts that now hold those of parts taken in.

    The first table's rows decide for all. A month's very first part is begun where its rows are noted.
    """
    taken: dict[str, str] = {}
    for month, found in groupby(_sizes(connection, tables[0]), lambda row: row[0]):
        rows = [(partition, before, new) for _, partition, before, new in found]
        before = [(partition, count) for partition, count, _ in rows if count]
        number = taken_in([count for _, count in before], sum(new for *_, new in rows))
        if before and not number:
            values = [tables[0].qualified, f"{month}{_JOINT}{run_id}", run_id]
            run(connection, "INSERT INTO ops.partitions VALUES (?, ?, ?)", values)
        names = [partition for partition, _ in before[len(before) - number :]]
        taken |= dict.fromkeys(names[1:], names[0] if names else "")
    return {table.qualified: _drop_taken(connection, table, run_id, taken) for table in tables}


def drop(connection: duckdb.DuckDBPyConnection, table: Table, run_id: str, partition: str) -> None:
    """Forget a partition, and note that for who follows the feed."""
    named = f"table_name = {quote_text(table.qualified)} AND partition = {quote_text(partition)}"
    note_deletions(connection, PARTITIONS, run_id, f"SELECT * FROM ops.partitions WHERE {named}")
    run(connection, f"DELETE FROM ops.partitions WHERE {named}")


def _sizes(connection: duckdb.DuckDBPyConnection, table: Table) -> list[tuple[str, str, int, int]]:
    """Return each part of the months that the run brings rows for, with the rows before and those brought."""
    counted = f"SELECT month, run, count(*) AS rows FROM ({placed(table)}) GROUP BY ALL"
    return run(
        connection,
        f"""
        WITH counted AS MATERIALIZED (SELECT *, run = getvariable('run_id') AS is_new FROM ({counted}))
        SELECT x.month, {part_of(table)} AS part,
               coalesce(sum(x.rows) FILTER (NOT x.is_new), 0)::BIGINT,
               coalesce(sum(x.rows) FILTER (x.is_new), 0)::BIGINT
        FROM counted x
        WHERE x.month IN (SELECT month FROM counted WHERE is_new)
        GROUP BY ALL ORDER BY ALL
        """,
    )


def taken_in(before: Sequence[int], new: int) -> int:
    """Return how many of the parts before, given by their rows, the part of a run takes in."""
    number = 0
    for rows in reversed(before):
        if rows >= max(SMALL, MUCH_LARGER * new):
            break
        new += rows
        number += 1
    return number


def _drop_taken(
    connection: duckdb.DuckDBPyConnection, table: Table, run_id: str, taken: dict[str, str]
) -> set[str]:
    """Forget those of a table's parts that were taken in; return what took them in."""
    names = run(connection, "SELECT partition FROM ops.partitions WHERE table_name = ?", [table.qualified])
    dropped = sorted({name for (name,) in names} & taken.keys())
    for name in dropped:
        drop(connection, table, run_id, name)
    return {taken[name] for name in dropped}


def _parts_beside(table: Table) -> str:
    """Return the FROM clause for the partitions `p` whose names tell where those of a table begin."""
    deciding = ARTICLES if table in ARTICLE_TABLES else table
    return f"FROM ops.partitions p WHERE p.table_name = {quote_text(deciding.qualified)}"
