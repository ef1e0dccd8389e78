"""One article's way, top to bottom: discover, read and parse, load and audit, publish, export, report.

This is the only place that says in which order a run goes. It is handed the stages to call: plain functions,
or the same functions as Prefect tasks.
"""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING

from schemas.errors import StorageError
from tasks.begin import begin_run, end_run, unpublished_runs
from tasks.discover import discover
from tasks.load import load_batches, require_share
from tasks.process import process_batch
from tasks.publish import export_parquet, publish_snapshot
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.lock import writer_lock

if TYPE_CHECKING:
    from flows.stages import Stages
    from tasks.settings import IngestSettings
    from warehouse.journal import RunRecord
    from warehouse.load import Loaded

_STORAGE_ERRORS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}


def run_ingest(settings: IngestSettings, stages: Stages) -> RunRecord:
    """Bring the warehouse up to date with the sources; return the run's record.

    Raises a `DatelineError` when the run can't be finished; nothing is published then, and the failure is on
    record.
    """
    home = Home(settings.home.absolute())
    with writer_lock(home, wait_seconds=settings.wait_seconds):
        record = begin_run(home, "ingest")
        try:
            return _ingest(home, settings, stages, record)
        except BaseException as error:
            failure = _translated(error, home)
            end_run(home, record, error=failure)
            if failure is error:
                raise
            raise failure from error


def _ingest(home: Home, settings: IngestSettings, stages: Stages, record: RunRecord) -> RunRecord:
    staging = home.run_staging(record.run_id)
    discovered = stages.call(discover, home, staging, settings)
    stages.log(
        f"discovered {discovered.files_seen} files: {discovered.files_to_read} to read, "
        f"{discovered.files_gone} gone"
    )
    counts = stages.map(
        process_batch,
        discovered.batches,
        workers=settings.worker_count,
        run_id=record.run_id,
        max_file_bytes=settings.max_file_bytes,
    )
    require_share(settings, counts)
    record = replace(record, counts={"files_seen": discovered.files_seen}, seconds=dict(stages.seconds))
    loaded = stages.call(load_batches, home, settings, record, discovered, unpublished_runs(home))
    stages.log(_loaded_line(loaded))
    if loaded.private is not None and not settings.dry_run:
        stages.call(publish_snapshot, home, loaded.private, record.run_id, settings.keep_snapshots)
        stages.log(f"published {home.link}")
    if not settings.dry_run and needs_export(home):
        exported = stages.call(export_parquet, home)
        stages.log(f"exported {len(exported.written)} Parquet files")
    published = loaded.private is not None and not settings.dry_run
    record = replace(loaded.record, seconds=dict(stages.seconds), published=published)
    if settings.dry_run:
        record = replace(record, flow="ingest --dry-run")
    return end_run(home, record)


def _loaded_line(loaded: Loaded) -> str:
    if loaded.private is None:
        return "nothing new to load"
    counts = loaded.record.counts
    return (
        f"loaded {counts['documents_loaded']} documents, {counts['documents_duplicate']} duplicates, "
        f"{counts['documents_quarantined']} quarantined; {counts['articles_total']} articles"
    )


def _translated(error: BaseException, home: Home) -> BaseException:
    """Turn a storage failure into one that says what to do."""
    if isinstance(error, OSError) and error.errno in _STORAGE_ERRORS:
        where = error.filename or home.root
        message = (
            f"{where} can't be written ({error.strerror}). Free space or mend permissions, and run again; "
            "nothing that was loaded is lost."
        )
        return StorageError(message)
    return error
