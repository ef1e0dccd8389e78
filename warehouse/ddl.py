"""Tables rendered as SQL: `CREATE TABLE` with comments on tables and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.tables import TABLES

if TYPE_CHECKING:
    import duckdb

    from schemas.table import Column, Table


def quote_name(name: str) -> str:
    """Quote an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def quote_text(value: str) -> str:
    """Quote an SQL string, for the few places that take no bound parameter."""
    return "'" + value.replace("'", "''") + "'"


def create_table(table: Table) -> str:
    """Return the statement that creates a table."""
    columns = ",\n  ".join(map(_column, table.columns))
    return f"CREATE TABLE {table.qualified} (\n  {columns}\n)"


def _column(column: Column) -> str:
    nullable = "" if column.nullable else " NOT NULL"
    compression = " USING COMPRESSION zstd" if column.is_long else ""
    return f"{quote_name(column.name)} {column.type.duckdb}{nullable}{compression}"


def comments(table: Table) -> list[str]:
    """Return the statements that document a table and its columns inside the database."""
    lines = [f"COMMENT ON TABLE {table.qualified} IS {quote_text(table.grain)}"]
    lines += [
        f"COMMENT ON COLUMN {table.qualified}.{quote_name(c.name)} IS {quote_text(c.doc)}"
        for c in table.columns
    ]
    return lines


def create_schema(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables that the database in use does not have yet: of an empty one, all."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS ops").fetchall()
    held = "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database()"
    there = set(connection.execute(held).fetchall())
    for table in TABLES:
        if (table.schema, table.name) in there:
            continue
        connection.execute(create_table(table)).fetchall()
        for statement in comments(table):
            connection.execute(statement).fetchall()
