"""Publish: the raw bytes to the archive, the private copy to the readers, the changed rows to Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.archive import ArchivedRun, archive
from tasks.step import step
from warehouse.export import Exported, export
from warehouse.snapshot import prune, publish

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home


@step("publish snapshot", retries=1)
def publish_snapshot(
    home: Home, private: Path, run_id: str, keep: int, archived: ArchivedRun | None = None
) -> str:
    """Archive what the run read, swap the link, drop old snapshots; return the snapshot's name."""
    if archived is not None:
        archive(home, archived)
    target = publish(home, private, run_id)
    prune(home, keep)
    return target.name


@step("export parquet", retries=1)
def export_parquet(home: Home) -> Exported:
    """Bring the Parquet files in line with the published snapshot."""
    return export(home)
