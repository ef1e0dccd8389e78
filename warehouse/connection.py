"""Doors to DuckDB that behave the same on 1.5 and 2.0.

Always `execute(...).fetchall()`: an undrained result blocks the connection in 2.0, and the Arrow methods of
`execute` are gone there. Arrow comes from `arrow_table`, which uses a relation.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

from schemas.errors import StorageError, WarehouseError
from schemas.tables import SCHEMA_VERSION
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

CATALOG = "wh"
"""Name the warehouse is attached under while a run works on it."""
STORAGE_VERSION = "v1.5.0"
"""Readable and writable by both lines, and the first that refuses another file's write-ahead log."""
MEMORY_LIMIT = "768MB"
"""What DuckDB may take, where it can before it spills; it takes up to a half more. Audits need the most."""
_DAMAGED = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.SerializationException,
)


@contextmanager
def workbench(
    temporary: Path, *, threads: int | None = None, memory_limit: str = MEMORY_LIMIT
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open an in-memory database that snapshots are attached to; spills into `temporary`."""
    temporary.mkdir(parents=True, exist_ok=True)
    config: dict[str, Any] = {
        "memory_limit": memory_limit,
        "temp_directory": str(temporary),
        "threads": threads or os.cpu_count() or 1,
        # Rows have no order in a table; keeping the order they came in takes memory.
        "preserve_insertion_order": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    connection = duckdb.connect(":memory:", config=config)
    try:
        yield connection
    finally:
        connection.close()


def attach(connection: duckdb.DuckDBPyConnection, path: Path, *, read_only: bool) -> None:
    """Attach a snapshot as `wh` and use it."""
    options = "READ_ONLY" if read_only else f"STORAGE_VERSION {quote_text(STORAGE_VERSION)}"
    run(connection, f"ATTACH {quote_text(str(path))} AS {CATALOG} ({options})")
    run(connection, f"USE {CATALOG}")
    require_known_version(connection, path)


def detach(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the attached snapshot go."""
    run(connection, "USE memory")
    run(connection, f"DETACH {CATALOG}")


@contextmanager
def reader(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open one snapshot for reading; raise `WarehouseError` when it can't be, or not to the end."""
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise translated(error, path) from error
    try:
        require_known_version(connection, path)
        yield connection
    except duckdb.Error as error:
        raise translated(error, path) from error
    finally:
        connection.close()


def schema_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    """Return the schema version of the warehouse in use, or None where there is none yet."""
    try:
        found = scalar(connection, "SELECT max(schema_version) FROM ops.warehouse")
    except duckdb.CatalogException:
        return None
    return None if found is None else int(found)


def require_known_version(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise `WarehouseError` when a newer release than this one wrote the warehouse in use."""
    found = schema_version(connection)
    if found is not None and found > SCHEMA_VERSION:
        message = (
            f"{path} has schema version {found}; this release knows versions up to {SCHEMA_VERSION}. "
            "Use the release that wrote it, or a newer one."
        )
        raise WarehouseError(message)


def run(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] = ()
) -> list[tuple[Any, ...]]:
    """Run one statement and return all its rows."""
    return connection.execute(sql, list(parameters)).fetchall()


def scalar(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - whatever the query returns
    """Return the first value of the first row, or None when there is no row."""
    rows = run(connection, sql, parameters)
    return rows[0][0] if rows else None


def arrow_table(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    """Return a query's rows as an Arrow table."""
    return connection.sql(sql).to_arrow_table()


def is_damage(error: duckdb.Error) -> bool:
    """Whether DuckDB raised this for a file whose bytes are not those it wrote, not for the query.

    The line 2.0 raises its base class for a block of another checksum.
    """
    return isinstance(error, _DAMAGED) or str(error).startswith("Corrupt database file")


def translated(error: duckdb.Error, where: Path) -> WarehouseError | StorageError:
    """Turn DuckDB's error into one that says what to do."""
    seen = str(error).splitlines()[0]
    if "No space left" in seen or "ENOSPC" in seen or "failed to offload" in seen.lower():
        return StorageError(
            f"The disk under {where} is full ({seen}). Free space and run again; nothing was lost."
        )
    if "Permission denied" in seen or "Read-only file system" in seen:
        message = f"{where} can't be used ({seen}). Mend permissions and run again; nothing was lost."
        return StorageError(message)
    return WarehouseError(
        f"The warehouse file {where} can't be used ({seen}). If it is damaged, publish an older one "
        "(dateline rollback --list) or make it anew (dateline rebuild)."
    )
