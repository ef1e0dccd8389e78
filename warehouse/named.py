"""People and organisations: a row stands as long as some article's row refers to it, or to one below it.

So the same articles give the same rows whatever was loaded, replaced or lost before. What arrives never takes
references away, so an ingest looks at its own rows alone; a replay looks at all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.article import ARTICLE_TABLES
from warehouse import merge
from warehouse.connection import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from schemas.table import Table
    from warehouse.merge import RowCounts


def plan(connection: duckdb.DuckDBPyConnection, table: Table, *, is_replay: bool) -> RowCounts:
    """Compare the people or organisations that are referred to after the run with those that stand."""
    key = table.keys[0]
    columns = ", ".join(c.name for c in table.columns if not c.is_run)
    staged = (
        f"SELECT DISTINCT {columns} FROM read_parquet(getvariable('staged') || '/{table.name}/*.parquet')"
    )
    run(connection, f"CREATE TEMP TABLE staged_{table.name} AS {staged}")
    candidates = f"SELECT {columns} FROM staged_{table.name}"
    if is_replay:
        kept = f"{key} NOT IN (SELECT {key} FROM staged_{table.name})"
        candidates += f" UNION ALL SELECT {columns} FROM {table.name} WHERE {kept}"
    referred = " UNION ".join(_referring(table, is_replay=is_replay))
    run(
        connection,
        f"""
        CREATE TEMP TABLE next_{table.name} AS
        WITH RECURSIVE candidates AS ({candidates}), referred({key}) AS ({_with_those_above(table, referred)})
        SELECT {columns} FROM candidates WHERE {key} IN (SELECT {key} FROM referred)
        """,
    )
    return merge.plan(connection, table, within="TRUE" if is_replay else None)


def _referring(table: Table, *, is_replay: bool) -> Iterator[str]:
    """Yield the queries for the ids that articles' rows refer to after the run."""
    for other, column in referring_columns(table):
        staged = f"read_parquet(getvariable('staged') || '/{other.name}/*.parquet') s"
        written = "SEMI JOIN written_articles n ON s.article_id = n.article_id AND s.batch_no = n.batch_no"
        yield f"SELECT s.{column} FROM {staged} {written} WHERE s.{column} IS NOT NULL"
        if is_replay:
            kept = "t.article_id NOT IN (SELECT article_id FROM replaced_articles)"
            yield f"SELECT t.{column} FROM {other.name} t WHERE t.{column} IS NOT NULL AND {kept}"


def referring_columns(table: Table) -> Iterator[tuple[Table, str]]:
    """Yield the tables and columns in which articles refer to the rows of a table."""
    for other in ARTICLE_TABLES:
        for column in other.columns:
            if column.references == f"{table.name}.{table.keys[0]}":
                yield other, column.name


def _with_those_above(table: Table, referred: str) -> str:
    """Return a recursive query that adds what the referred rows refer to in their own table."""
    key = table.keys[0]
    above = [c.name for c in table.columns if c.references == f"{table.name}.{key}"]
    steps = (
        f"SELECT c.{name} FROM referred r JOIN candidates c USING ({key}) WHERE c.{name} IS NOT NULL"
        for name in above
    )
    return " UNION ".join([f"({referred})", *steps])
