"""Upkeep: what a home folder need not keep, and how much dropping it frees."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tasks.step import step
from warehouse.compact import compact
from warehouse.connection import reader, run
from warehouse.journal import read_records, utc_now
from warehouse.snapshot import prune

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from warehouse.home import Home
    from warehouse.journal import RunRecord


@step("compact warehouse")
def compact_warehouse(home: Home, record: RunRecord, earlier: tuple[RunRecord, ...]) -> Path:
    """Write the current snapshot anew without its free space; return the private copy."""
    return compact(home, record, earlier)


@step("drop snapshots")
def drop_snapshots(home: Home, keep: int) -> int:
    """Delete all but the newest snapshots and the current one; return the bytes freed."""
    sizes = {path: path.stat().st_size for path in home.snapshots.glob("*.duckdb")}
    return sum(sizes[path] for path in prune(home, keep))


@step("drop run records")
def drop_records(home: Home, keep_days: int) -> int:
    """Delete the records and reports of runs that ended long ago; return the bytes freed.

    What `ops.runs` does not hold yet stays, and so does what tells of a snapshot that is kept.
    """
    current = home.current()
    if current is None:
        return 0
    with reader(current) as connection:
        held = {row[0] for row in run(connection, "SELECT run_id FROM ops.runs")}
    kept = {path.stem for path in home.snapshots.glob("*.duckdb")}
    earliest = utc_now() - timedelta(days=keep_days)
    dropped = [
        record.run_id
        for record in read_records(home)
        if record.started_at < earliest and record.run_id in held - kept and record.status != "running"
    ]
    return sum(_drop(_files_of(home, run_id)) for run_id in dropped)


def _files_of(home: Home, run_id: str) -> list[Path]:
    return [home.runs / f"{run_id}.json", *home.reports.glob(f"{run_id}.*")]


def _drop(paths: Iterable[Path]) -> int:
    freed = 0
    for path in paths:
        freed += path.stat().st_size
        path.unlink()
    return freed
