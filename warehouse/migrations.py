"""From one form of the tables to the next: a warehouse of an older version is brought up by the next run.

    MIGRATIONS = (Migration(version=3, doc="articles say who edited them", statements=(
        "ALTER TABLE articles ADD COLUMN IF NOT EXISTS editor VARCHAR",)),)

A table that is new needs no statement: it is made as it is declared today, so that a later step finds it with
columns of its own (hence IF NOT EXISTS).

The published snapshot stays as it is. The run works on a migrated private copy, which is published with the
run's rows, or without any. A newer warehouse than this program knows is refused by every opening.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from schemas.errors import WarehouseError
from schemas.ops import WAREHOUSE
from schemas.tables import SCHEMA_VERSION
from warehouse.changes import note_deletions
from warehouse.connection import attach, detach, reader, run, schema_version, translated, workbench
from warehouse.ddl import create_schema
from warehouse.journal import utc_now
from warehouse.snapshot import copy_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warehouse.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step: statements, then a function where SQL alone can't say it; leads to `version`."""

    version: int
    doc: str
    statements: tuple[str, ...] = ()
    function: Callable[[duckdb.DuckDBPyConnection], None] | None = None


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        version=2,
        doc="fact tables, times of day, languages of paragraphs; a replay fills them for older articles",
        statements=(
            "ALTER TABLE articles ADD COLUMN IF NOT EXISTS published_time VARCHAR",
            "ALTER TABLE articles ADD COLUMN IF NOT EXISTS time_zone VARCHAR",
            "ALTER TABLE articles ADD COLUMN IF NOT EXISTS time_zone_method VARCHAR",
            "ALTER TABLE paragraphs ADD COLUMN IF NOT EXISTS language VARCHAR",
        ),
    ),
)
"""All steps, oldest first, each leading to the version after the last."""


def base(
    home: Home, run_id: str, *, steps: tuple[Migration, ...] = MIGRATIONS, target: int = SCHEMA_VERSION
) -> Path | None:
    """Return the snapshot that a run builds on, or None before the first run.

    That is the published one, or, where it is of an older version, a migrated private copy of it, made at the
    first call. Raises `WarehouseError` for a version that is newer or that no step leads on from.
    """
    current = home.current()
    if current is None:
        return None
    private = home.private(run_id)
    if private.exists():
        return private
    with reader(current) as connection:
        found = schema_version(connection)
    if found is None or found == target:
        return current
    chosen = _steps_between(found, target, steps, current)
    unfinished = private.with_suffix(".migrating")
    copy_file(current, unfinished)
    try:
        with workbench(private.parent / "spill") as connection:
            attach(connection, unfinished, read_only=False)
            _migrate(connection, run_id, chosen)
            detach(connection)
    except duckdb.Error as error:
        raise translated(error, unfinished) from error
    unfinished.rename(private)
    return private


def _steps_between(
    found: int, target: int, steps: tuple[Migration, ...], current: Path
) -> tuple[Migration, ...]:
    """Return the steps that lead from one version to another, without a gap."""
    chosen = tuple(step for step in steps if found < step.version <= target)
    if [step.version for step in chosen] != list(range(found + 1, target + 1)):
        message = (
            f"{current} has schema version {found}, and no migration leads from it to {target}. Use the "
            "release that wrote it, or rebuild the warehouse from its raw archive: dateline rebuild."
        )
        raise WarehouseError(message)
    return chosen


def _migrate(connection: duckdb.DuckDBPyConnection, run_id: str, steps: tuple[Migration, ...]) -> None:
    """Take the steps and put them on record, all in one transaction."""
    run(connection, "BEGIN TRANSACTION")
    create_schema(connection)
    for step in steps:
        for statement in step.statements:
            run(connection, statement)
        if step.function is not None:
            step.function(connection)
        run(connection, "INSERT INTO ops.migrations VALUES (?, ?, ?)", [step.version, run_id, utc_now()])
    note_deletions(connection, WAREHOUSE, run_id, f"SELECT * FROM {WAREHOUSE.qualified}")
    # The digest is emptied so that loading makes the views anew; every Parquet file is of the old form.
    run(
        connection,
        "UPDATE ops.warehouse SET schema_version = ?, views_sha256 = '', last_run = ?",
        [steps[-1].version, run_id],
    )
    run(connection, "UPDATE ops.partitions SET last_run = ?", [run_id])
    run(connection, "COMMIT")
    run(connection, "CHECKPOINT wh")
