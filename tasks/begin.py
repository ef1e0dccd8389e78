"""Begin and end a run: clear what dead runs left, put the run on record."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from schemas.errors import DatelineError
from tasks.parse import RULES_VERSION
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

if TYPE_CHECKING:
    from warehouse.home import Home


def begin_run(home: Home, flow: str) -> RunRecord:
    """Put a new run on record and make its staging folder; the caller holds the writer lock."""
    home.create()
    close_crashed(home)
    clear_leftovers(home)
    record = RunRecord(run_id=new_run_id(home), flow=flow, rules_version=RULES_VERSION, started_at=utc_now())
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
    if error is not None:
        offenders = getattr(error, "offenders", {})
        record = replace(
            record, status="failed", finished_at=utc_now(), error=_told(error), offenders=offenders
        )
    write_record(home, record)
    shutil.rmtree(home.run_staging(record.run_id), ignore_errors=True)
    return record


def clear_leftovers(home: Home) -> None:
    """Drop what runs that never published left behind; only the holder of the writer lock may call this."""
    for folder in home.staging.iterdir():
        shutil.rmtree(folder, ignore_errors=True)
    published = {record.run_id for record in read_records(home) if record.published}
    for folder in home.raw.iterdir():
        if folder.name not in published:
            shutil.rmtree(folder, ignore_errors=True)
    for path in home.snapshots.iterdir():
        if path.stem not in published:
            path.unlink()


def _told(error: BaseException) -> str:
    if isinstance(error, DatelineError):
        return str(error)
    if isinstance(error, KeyboardInterrupt):
        return "The run was interrupted."
    return f"{type(error).__name__}: {error}"
