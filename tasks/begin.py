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
    new_run_id,
    read_records,
    utc_now,
    write_record,
)
from warehouse.rollback import mark_runs

if TYPE_CHECKING:
    from warehouse.home import Home


def begin_run(home: Home, flow: str, rules_version: str) -> RunRecord:
    """Put a new run on record and make its staging folder; the caller holds the writer lock."""
    home.create()
    if "rollback" in close_crashed(home):
        mark_runs(home)
    freed = clear_leftovers(home)
    record = RunRecord(
        run_id=new_run_id(home),
        flow=flow,
        rules_version=rules_version,
        started_at=utc_now(),
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
        finished_at=utc_now(),
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
    for path in snapshots:
        path.unlink()
    return freed


def _is_current(home: Home, run_id: str) -> bool:
    current = home.current()
    return current is not None and current.stem == run_id


def _told(error: BaseException) -> str:
    if isinstance(error, DatelineError):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "The run was interrupted."
    return f"{type(error).__name__}: {error}"
