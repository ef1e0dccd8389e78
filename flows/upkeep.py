"""The two ways of a run that bring in no rows: `rollback` to a kept snapshot, and `maintain`.

Both go as the only writer and are put on record like every run.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flows.pipeline import as_only_writer
from tasks.begin import end_run, unpublished_runs
from tasks.maintain import compact_warehouse, drop_records, drop_snapshots
from tasks.packs import pack_archive
from tasks.publish import export_parquet, publish_snapshot
from tasks.rollback import roll_back_to
from warehouse.compact import needs_compaction
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.rollback import require_kept

if TYPE_CHECKING:
    from flows.stages import Stages
    from tasks.settings import MaintainSettings, RollbackSettings
    from warehouse.journal import RunRecord


def run_rollback(settings: RollbackSettings, stages: Stages) -> RunRecord:
    """Publish a kept snapshot again; return the run's record.

    Raises `UsageError`, before anything is touched, for a run whose snapshot is not kept.
    """
    require_kept(Home(settings.home.absolute()), settings.run_id)
    return as_only_writer("rollback", _rollback, settings, stages)


def run_maintain(settings: MaintainSettings, stages: Stages) -> RunRecord:
    """Free what the home folder need not keep; return the run's record, with the bytes freed."""
    return as_only_writer("maintain", _maintain, settings, stages)


def _rollback(home: Home, settings: RollbackSettings, stages: Stages, record: RunRecord) -> RunRecord:
    left_out = stages.call(roll_back_to, home, settings.run_id)
    stages.log(f"published run {settings.run_id} again")
    stages.call(export_parquet, home)
    note = f"back to run {settings.run_id}; left out: {', '.join(left_out) or 'none'}"
    return _end(home, replace(record, note=note), stages)


def _maintain(home: Home, settings: MaintainSettings, stages: Stages, record: RunRecord) -> RunRecord:
    freed = dict(record.freed_bytes)
    if needs_compaction(home, share=settings.compact_share, least_bytes=settings.compact_bytes):
        record = replace(record, published=True)
        freed["warehouse"] = _compact(home, settings, stages, record)
    freed["snapshots"] = stages.call(drop_snapshots, home, settings.keep_snapshots)
    staging = home.run_staging(record.run_id)
    freed["raw"] = stages.call(pack_archive, home, staging, settings.pack_runs)
    freed["records"] = stages.call(drop_records, home, settings.keep_days)
    if needs_export(home):
        stages.call(export_parquet, home)
    stages.log(f"freed {sum(freed.values())} bytes")
    note = f"freed {sum(freed.values())} bytes"
    return _end(home, replace(record, note=note, freed_bytes=freed), stages)


def _compact(home: Home, settings: MaintainSettings, stages: Stages, record: RunRecord) -> int:
    """Publish the warehouse without its free space; return by how much smaller it is."""
    current = home.current()
    before = current.stat().st_size if current is not None else 0
    told = replace(record, status="succeeded", finished_at=record.ended_at(), note="compacted the warehouse")
    private = stages.call(compact_warehouse, home, told, unpublished_runs(home))
    size = private.stat().st_size
    # Old snapshots go afterwards, so that what that frees is told.
    keep = settings.keep_snapshots + 1
    stages.call(publish_snapshot, home, private, record.run_id, keep)
    return before - size


def _end(home: Home, record: RunRecord, stages: Stages) -> RunRecord:
    ended = record.ended_at()
    finished = replace(record, status="succeeded", finished_at=ended, seconds=dict(stages.seconds))
    return end_run(home, finished)
