"""Recall: what is to be read comes from the raw archive instead of the disk.

A rebuild recalls every run in its order, a replay the contents that a condition picks. Either way the batches
that come out are processed like those of an ingest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas.errors import WarehouseError
from tasks.archive import GONE, ArchivedRun
from tasks.archived import archived_files, archived_runs, batch_files, gone_files, nothing_archived
from tasks.batches import Batch, cut, write_candidates
from tasks.stage import stage_nothing
from tasks.step import step
from warehouse.selection import contents, locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tasks.settings import ReplaySettings, RunSettings
    from warehouse.home import Home

SELECTED = "selected.parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """All archived runs, oldest first, and the batches of files they read."""

    runs: tuple[ArchivedRun, ...]
    files_to_read: int
    batches: tuple[Batch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """Archived files to parse again; the first `current_batches` hold what documents hold now."""

    documents: int
    files: int
    batches: tuple[Batch, ...]
    current_batches: int


def require_archive(home: Home) -> None:
    """Raise `WarehouseError` when nothing was archived yet."""
    if next(home.raw.glob("*/*.parquet"), None) is None:
        message = f"There is nothing archived in {home.raw}. Run: dateline ingest SOURCE --home {home.root}"
        raise WarehouseError(message)


def require_selection(home: Home, settings: ReplaySettings) -> None:
    """Raise `UsageError` for a condition that is wrong, `WarehouseError` before the first run."""
    contents(home, settings.where, settings.since)


@step("recall runs")
def recall_runs(home: Home, staging: Path, settings: RunSettings) -> Recalled:
    """Stage what every archived run read; raise `WarehouseError` naming a file that is damaged."""
    runs = archived_runs(home)
    batches: list[Batch] = []
    for run in runs:
        batches += _recall_run(run, staging / run.record.run_id, settings)
    return Recalled(runs=runs, files_to_read=sum(b.stop - b.start for b in batches), batches=tuple(batches))


@step("select archived")
def select_archived(home: Home, staging: Path, settings: ReplaySettings) -> Selected:
    """Stage which archived contents to parse again, and which documents and articles that is for."""
    archive = _whole_archive(home)
    chosen = contents(home, settings.where, settings.since)
    files, documents = locate(chosen, archive, staging / "spill")
    candidates = archive.take(files.column("position"))
    write_candidates(staging, candidates)
    pq.write_table(documents, staging / SELECTED)
    current = pc.sum(files.column("is_current")).as_py() or 0
    sizes = candidates.column("size_bytes").to_pylist()
    slices = list(cut(sizes[:current], settings))
    current_batches = len(slices)
    slices += [(current + start, current + stop) for start, stop in cut(sizes[current:], settings)]
    return Selected(
        documents=pc.count_distinct(documents.column("document_id")).as_py(),
        files=files.num_rows,
        batches=tuple(_batches(staging, slices)),
        current_batches=current_batches,
    )


def _recall_run(run: ArchivedRun, staging: Path, settings: RunSettings) -> Iterator[Batch]:
    """Stage what one archived run read, in a folder named after it."""
    staging.mkdir()
    stage_nothing(staging)
    pq.write_table(gone_files(run), staging / GONE)
    tables = [archived_files(path, run.record.run_id) for path in batch_files(run)]
    if tables:
        candidates = pa.concat_tables(tables)
        write_candidates(staging, candidates)
        yield from _batches(staging, cut(candidates.column("size_bytes").to_pylist(), settings))


def _batches(staging: Path, slices: Iterable[tuple[int, int]]) -> Iterator[Batch]:
    for batch_no, (start, stop) in enumerate(slices, 1):
        yield Batch(
            run_id=staging.name,
            batch_no=batch_no,
            staging=staging,
            start=start,
            stop=stop,
            is_archived=True,
        )


def _whole_archive(home: Home) -> pa.Table:
    """Return every archived row without its bytes, in the order of the runs, with run and position."""
    tables = []
    for run in archived_runs(home):
        run_id = run.record.run_id
        for path in batch_files(run):
            rows = archived_files(path, run_id)
            tables.append(rows.append_column("run_id", pa.repeat(run_id, rows.num_rows)))
    if not tables:  # every run found an empty folder
        tables = [nothing_archived().append_column("run_id", pa.array([], pa.string()))]
    whole = pa.concat_tables(tables)
    return whole.append_column("position", pa.array(range(whole.num_rows), pa.int64()))
