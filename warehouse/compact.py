"""A snapshot without the room its deleted rows left: the same tables in a new, smaller file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from schemas.errors import WarehouseError
from schemas.ops import PARTITIONS, RUNS, WAREHOUSE
from schemas.tables import SCHEMA_VERSION, TABLES
from warehouse import partitions
from warehouse.changes import table_hash
from warehouse.connection import CATALOG, attach, detach, reader, run, schema_version, translated, workbench
from warehouse.ddl import quote_text
from warehouse.journal import insert_runs

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home
    from warehouse.journal import RunRecord

_SOURCE = "source"


def free_space(path: Path) -> tuple[int, int]:
    """Return the bytes of a snapshot that hold nothing, and of all of it."""
    with reader(path) as connection:
        free, total = run(
            connection,
            "SELECT free_blocks * block_size, total_blocks * block_size FROM pragma_database_size()",
        )[0]
    return int(free), int(total)


def needs_compaction(home: Home, *, share: float, least_bytes: int) -> bool:
    """Whether so large a share of the current snapshot, and so many bytes, hold nothing.

    One of an older version is left as it is: the next ingest migrates it.
    """
    current = home.current()
    if current is None:
        return False
    with reader(current) as connection:
        if schema_version(connection) != SCHEMA_VERSION:
            return False
    free, total = free_space(current)
    return free >= least_bytes and free >= share * total > 0


def compact(home: Home, record: RunRecord, earlier: tuple[RunRecord, ...]) -> Path:
    """Copy the current snapshot into a new private file and put the run on record in it.

    Raises `WarehouseError` if the copy's rows are not those of the snapshot.
    """
    current = home.current()
    if current is None:
        message = f"There is no warehouse in {home.root} to compact."
        raise WarehouseError(message)
    private = home.private(record.run_id)
    try:
        with workbench(private.parent / "spill") as connection:
            run(connection, f"ATTACH {quote_text(str(current))} AS {_SOURCE} (READ_ONLY)")
            attach(connection, private, read_only=False)
            run(connection, f"COPY FROM DATABASE {_SOURCE} TO {CATALOG}")
            _require_same_rows(connection, private)
            _record(connection, record, earlier)
            detach(connection)
    except duckdb.Error as error:
        raise translated(error, private) from error
    return private


def _require_same_rows(connection: duckdb.DuckDBPyConnection, private: Path) -> None:
    found = []
    for catalog in (_SOURCE, CATALOG):
        run(connection, f"USE {catalog}")
        found.append({table.qualified: table_hash(connection, table) for table in TABLES})
    before, after = found
    differ = [name for name in before if before[name] != after[name]]
    if differ:
        message = (
            f"The compacted copy {private} differs from the snapshot in {', '.join(differ)}; it is dropped."
        )
        raise WarehouseError(message)


def _record(connection: duckdb.DuckDBPyConnection, record: RunRecord, earlier: tuple[RunRecord, ...]) -> None:
    run(connection, "BEGIN TRANSACTION")
    insert_runs(connection, (*earlier, record))
    run(connection, f"UPDATE {WAREHOUSE.qualified} SET last_run = ?", [record.run_id])
    for table in (WAREHOUSE, RUNS, PARTITIONS):
        partitions.note(connection, table, record.run_id, [partitions.WHOLE])
    run(connection, "COMMIT")
    run(connection, f"CHECKPOINT {CATALOG}")
