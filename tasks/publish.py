"""Publish: the raw bytes to the archive, the private copy to the readers, the changed rows to Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.step import step
from warehouse.export import Exported, export
from warehouse.snapshot import prune, publish, sync

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home


@step("publish snapshot", retries=1)
def publish_snapshot(home: Home, private: Path, run_id: str, keep: int) -> str:
    """Archive the run's raw bytes, swap the link, drop old snapshots; return the snapshot's name."""
    archive_raw(home, run_id)
    target = publish(home, private, run_id)
    prune(home, keep)
    return target.name


@step("export parquet", retries=1)
def export_parquet(home: Home) -> Exported:
    """Bring the Parquet files in line with the published snapshot."""
    return export(home)


def archive_raw(home: Home, run_id: str) -> None:
    """Move the run's raw bytes and its list of files that are gone into the archive.

    The move comes before the swap: a run that is published always has its bytes. If the process dies in
    between, the next run finds a folder in the archive that belongs to no published run, and drops it: those
    files are still in the inbox, and are read again.
    """
    staging = home.run_staging(run_id)
    raw = staging / "raw"
    raw.mkdir(exist_ok=True)
    gone = staging / "gone.parquet"
    if gone.exists():
        gone.rename(raw / "gone.parquet")
    for path in raw.iterdir():
        sync(path)
    raw.rename(home.raw / run_id)
    sync(home.raw)
