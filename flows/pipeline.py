"""One article's way, top to bottom: discover, read, parse, extract, load and audit, publish, export, report.

This is the only place that says in which order a run goes. There are three ways, which part only in where the
bytes come from and what is planned with their rows: `_ingest` from the sources, `_replay` and `_rebuild` from
the raw archive. Each is handed the stages to call: plain functions, or the same functions as Prefect tasks.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from schemas.errors import DatelineError, StorageError
from tasks.archive import ArchivedRun
from tasks.begin import begin_run, end_run, unpublished_runs
from tasks.discover import discover
from tasks.load import load_batches, load_recalled, load_replayed, require_batches, require_share
from tasks.process import process_batch
from tasks.publish import export_parquet, publish_snapshot
from tasks.recall import recall_runs, require_archive, require_selection, select_archived
from tasks.report import write_report
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.lock import writer_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from flows.stages import Stages
    from tasks.batches import Batch
    from tasks.process import BatchCounts
    from tasks.settings import IngestSettings, ReplaySettings, RunSettings
    from warehouse.journal import RunRecord
    from warehouse.load import Loaded
    from warehouse.merge import RowCounts

S = TypeVar("S", bound="RunSettings")

_STORAGE_ERRORS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
    errno.EIO,
}


def run_ingest(settings: IngestSettings, stages: Stages) -> RunRecord:
    """Bring the warehouse up to date with the sources; return the run's record."""
    return as_only_writer("ingest", _ingest, settings, stages)


def run_replay(settings: ReplaySettings, stages: Stages) -> RunRecord:
    """Parse archived contents again under today's rules; return the run's record.

    Raises `UsageError`, before anything is touched, for a condition that is wrong or a run nobody knows.
    """
    require_selection(Home(settings.home.absolute()), settings)
    return as_only_writer("replay", _replay, settings, stages)


def run_rebuild(settings: RunSettings, stages: Stages) -> RunRecord:
    """Make a new warehouse from the raw archive alone; return the run's record."""
    require_archive(Home(settings.home.absolute()))
    return as_only_writer("rebuild", _rebuild, settings, stages)


def _ingest(home: Home, settings: IngestSettings, stages: Stages, record: RunRecord) -> RunRecord:
    staging = home.run_staging(record.run_id)
    discovered = stages.call(discover, home, staging, settings)
    stages.log(
        f"discovered {discovered.files_seen} files: {discovered.files_to_read} to read, "
        f"{discovered.files_gone} gone"
    )
    processed = _processed(settings, stages, discovered.batches)
    require_share(settings, processed)
    record = replace(record, counts={"files_seen": discovered.files_seen}, seconds=dict(stages.seconds))
    with _staged(processed):
        loaded = stages.call(load_batches, home, settings, record, discovered, unpublished_runs(home))
    stages.log(_loaded_line(loaded))
    archived = ArchivedRun(
        record=loaded.record, sources=discovered.sources, withdraw_removed=settings.withdraw_removed
    )
    return _finish(home, settings, stages, loaded, archived)


def _replay(home: Home, settings: ReplaySettings, stages: Stages, record: RunRecord) -> RunRecord:
    selected = stages.call(select_archived, home, home.run_staging(record.run_id), settings)
    stages.log(f"selected archived files: {selected.files}, documents: {selected.documents}")
    processed = _processed(settings, stages, selected.batches)
    record = replace(record, counts={"files_seen": selected.files}, seconds=dict(stages.seconds))
    earlier = unpublished_runs(home)

    def announce(rows: Mapping[str, RowCounts]) -> None:
        stages.log(difference_line(rows))

    with _staged(processed):
        loaded = stages.call(load_replayed, home, record, selected, earlier, announce)
    return _finish(home, settings, stages, loaded)


def _rebuild(home: Home, settings: RunSettings, stages: Stages, record: RunRecord) -> RunRecord:
    recalled = stages.call(recall_runs, home, home.run_staging(record.run_id), settings)
    stages.log(f"recalled runs: {len(recalled.runs)}, files to read: {recalled.files_to_read}")
    processed = _processed(settings, stages, recalled.batches)
    record = replace(record, seconds=dict(stages.seconds))
    loaded = stages.call(load_recalled, home, record, recalled, processed)
    stages.log(_loaded_line(loaded))
    return _finish(home, settings, stages, loaded)


def _processed(settings: RunSettings, stages: Stages, batches: Sequence[Batch]) -> list[BatchCounts]:
    """Read, parse, extract, check and stage what the batches hold."""
    return stages.map(
        process_batch,
        batches,
        workers=settings.worker_count,
        max_file_bytes=settings.max_file_bytes,
        rules=settings.rules,
    )


@contextmanager
def _staged(processed: Sequence[BatchCounts]) -> Iterator[None]:
    """Raise `StorageError` unless what was staged is whole when it has been loaded, or could not be."""
    try:
        yield
    finally:
        require_batches(processed)


def _finish(
    home: Home, settings: RunSettings, stages: Stages, loaded: Loaded, archived: ArchivedRun | None = None
) -> RunRecord:
    """Publish and export what was loaded, unless the run is dry, and put its end on record."""
    publishes = loaded.private is not None and not settings.dry_run
    record = loaded.record
    if loaded.private is not None and publishes:
        keep = settings.keep_snapshots
        stages.call(publish_snapshot, home, loaded.private, record.run_id, keep, archived)
        stages.log(f"published {home.link}")
    if not settings.dry_run and needs_export(home):
        exported = stages.call(export_parquet, home)
        stages.log(f"exported {len(exported.written)} Parquet files")
    flow = f"{record.flow} --dry-run" if settings.dry_run else record.flow
    return end_run(home, replace(record, flow=flow, seconds=dict(stages.seconds), published=publishes))


def as_only_writer(
    flow: str, way: Callable[[Home, S, Stages, RunRecord], RunRecord], settings: S, stages: Stages
) -> RunRecord:
    """Go one way as the only writer.

    Raises a `DatelineError` when the run can't be finished; nothing is published then, and the failure is on
    record.
    """
    home = Home(settings.home.absolute())
    with writer_lock(home, wait_seconds=settings.wait_seconds, purpose=flow):
        record = None
        try:
            record = begin_run(home, flow, settings.rules.version)
            record = way(home, settings, stages, record)
        except BaseException as error:
            failure = _translated(error, home)
            if record is not None:
                failed = end_run(home, record, error=failure)
                # Not as a task of its own: the run may be being cancelled.
                _report(lambda: write_report(home, failed), stages)
            if failure is error:
                raise
            raise failure from error
        _report(lambda: stages.call(write_report, home, record), stages)
        return record


def _report(write: Callable[[], Path], stages: Stages) -> None:
    """Write the page of a run that has ended; how it ended stays the same where that can't be done."""
    try:
        write()
    except (OSError, DatelineError) as error:
        stages.log(f"no report was written: {error}")


def difference_line(rows: Mapping[str, RowCounts]) -> str:
    """Say how many rows of which tables differ."""
    told = [
        f"{name} {each.inserted} added, {each.deleted} lost, {each.updated} changed"
        for name, each in rows.items()
        if each.total
    ]
    return "difference: " + ("; ".join(told) or "none")


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
    if not isinstance(error, OSError):
        return error
    where = error.filename2 or error.filename or home.root
    if error.errno == errno.ENOENT and str(where).startswith(str(home.root)):
        message = (
            f"{where} is missing: something else than this run changed the home folder. Nothing was "
            "published; run again."
        )
        return StorageError(message)
    if error.errno in _STORAGE_ERRORS:
        message = (
            f"{where} can't be written ({error.strerror}). Free space or mend permissions, and run again; "
            "nothing that was loaded is lost."
        )
        return StorageError(message)
    return error
