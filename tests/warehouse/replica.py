"""A consumer of the change feed, as plain as can be: a database that knows nothing but the feed's lines."""

from __future__ import annotations

import datetime as dt
import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa

from schemas.tables import BY_NAME, TABLES
from schemas.types import DATE, TIMESTAMP
from warehouse.changes import changes, table_hash
from warehouse.connection import reader, run
from warehouse.ddl import create_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Self

    from schemas.table import Table
    from warehouse.home import Home


def feed(home: Home, since: str | None = None) -> list[dict[str, Any]]:
    """Return the feed of the published warehouse as its lines say it."""
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return [json.loads(change.as_line()) for change in changes(connection, since)]


def hashes(home: Home) -> dict[str, str]:
    """Return the hash of every table of the published warehouse."""
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return {table.qualified: table_hash(connection, table) for table in TABLES}


class Replica:
    """An empty database with the warehouse's tables that lines of the feed are applied to."""

    def __init__(self) -> None:
        """Create the tables."""
        self.connection = duckdb.connect(":memory:")
        create_schema(self.connection)

    def __enter__(self) -> Self:
        """Return the replica."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the database."""
        self.connection.close()

    def apply(self, lines: Iterable[dict[str, Any]]) -> None:
        """Apply lines in their order: delete by key, and write the row where there is one."""
        runs = groupby(lines, lambda each: (each["table"], each["op"] == "delete"))
        for (name, is_deletion), group in runs:
            members = list(group)
            table = BY_NAME[name]
            keys = pa.schema([table.arrow.field(key) for key in table.keys])
            self._delete(table, pa.Table.from_pylist([_read(table, each["key"]) for each in members], keys))
            if not is_deletion:
                rows = [_read(table, each["row"]) for each in members]
                self._insert(table, pa.Table.from_pylist(rows, table.arrow))

    def hashes(self) -> dict[str, str]:
        """Return the hash of every table."""
        return {table.qualified: table_hash(self.connection, table) for table in TABLES}

    def _delete(self, table: Table, keys: pa.Table) -> None:
        match = " AND ".join(f"t.{key} = k.{key}" for key in table.keys)
        self.connection.register("keys", keys)
        run(self.connection, f"DELETE FROM {table.qualified} t WHERE EXISTS (FROM keys k WHERE {match})")
        self.connection.unregister("keys")

    def _insert(self, table: Table, rows: pa.Table) -> None:
        columns = ", ".join(table.column_names)
        self.connection.register("rows", rows)
        run(self.connection, f"INSERT INTO {table.qualified} ({columns}) SELECT {columns} FROM rows")
        self.connection.unregister("rows")


def _read(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    return dict(_typed(table, values))


def _typed(table: Table, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    types = {column.name: column.type for column in table.columns}
    for name, value in values.items():
        if value is not None and types[name] is DATE:
            yield name, dt.date.fromisoformat(value)
        elif value is not None and types[name] is TIMESTAMP:
            yield name, dt.datetime.fromisoformat(value)
        else:
            yield name, value
