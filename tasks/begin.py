"""Begin and end a run: clear what dead runs left, put the run on record."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from schemas.errors import DatelineError
from tasks.stage import stage_nothing
from warehouse.connection import reader, run
from warehouse.journal import (
    RunRecord,
    close_crashed,
    crashed_runs,
    new_run_id,
    read_records,
    started_at,
    write_record,
)
from warehouse.restore import restore_link
from warehouse.rollback import mark_runs

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

CURES = ("rebuild", "rollback")
"""Flows that need no published warehouse, because they bring one back."""


def begin_run(home: Home, flow: str, rules_version: str) -> RunRecord:
    """Put a new run on record and make its staging folder; the caller holds the writer lock."""
    home.create()
    if flow not in CURES:
        restore_link(home)
    # Before its record is closed, so that a death in between is made up for like the first.
    if any(record.flow == "rollback" for record in crashed_runs(home)):
        mark_runs(home)
    close_crashed(home)
    freed = clear_leftovers(home)
    run_id = new_run_id(home)
    record = RunRecord(
        run_id=run_id,
        flow=flow,
        rules_version=rules_version,
        started_at=started_at(run_id),
        freed_bytes={"leftovers": freed} if freed else {},
    )
    write_record(home, record)
    staging = home.run_staging(record.run_id)
    staging.mkdir(parents=True)
    stage_nothing(staging)
    return record


def unpublished_runs(home: Home) -> tuple[RunRecord, ...]:
    """Return the finished runs on record that the current snapshot does not hold."""
    current = home.current()
    held: set[str] = set()
    if current is not None:
        with reader(current) as connection:
            held = {row[0] for row in run(connection, "SELECT run_id FROM ops.runs")}
    return tuple(r for r in read_records(home) if r.status != "running" and r.run_id not in held)


def end_run(home: Home, record: RunRecord, *, error: BaseException | None = None) -> RunRecord:
    """Put the end of a run on record and drop its staging folder."""
    # First, because a full disk needs the room to write that it is full.
    shutil.rmtree(home.run_staging(record.run_id), ignore_errors=True)
    if error is None:
        write_record(home, record)
        return record
    record = replace(
        record,
        status="failed",
        finished_at=record.ended_at(),
        error=_told(error),
        offenders=getattr(error, "offenders", {}),
        # What failed may have come after the swap: the export to Parquet.
        published=_is_current(home, record.run_id),
    )
    with suppress(OSError):  # what is raised must be the error itself, not that it can't be written down
        write_record(home, record)
    return record


def clear_leftovers(home: Home) -> int:
    """Drop what runs that never published left behind; return the bytes freed.

    Only the holder of the writer lock may call this.

    Only what a sound record says was never published goes: a record that is damaged or missing is no reason
    to delete a snapshot or raw bytes.
    """
    dropped = {record.run_id for record in read_records(home) if not record.published}
    folders = [*home.staging.iterdir(), *(each for each in home.raw.iterdir() if each.name in dropped)]
    snapshots = [
        path for path in home.snapshots.iterdir() if path.stem in dropped and not _is_current(home, path.stem)
    ]
    freed = sum(path.stat().st_size for path in snapshots)
    freed += sum(path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file())
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    for path in (*snapshots, *_half_written(home)):
        path.unlink()
    return freed


def _half_written(home: Home) -> list[Path]:
    """Return files and links that were to be renamed when their run died."""
    return [
        *home.root.glob(".warehouse.*.tmp"),
        *home.runs.glob("*.tmp"),
        *home.reports.glob("*.tmp"),
    ]


def _is_current(home: Home, run_id: str) -> bool:
    current = home.current()
    return current is not None and current.stem == run_id


def _told(error: BaseException) -> str:
    if isinstance(error, DatelineError):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "The run was interrupted."
    return f"{type(error).__name__}: {error}"
