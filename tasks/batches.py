"""Batches: what is to be read, cut into slices; a slice crosses between tasks instead of rows.

What a run reads stands in `staging/<run>/candidates.arrow`, one row a file.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tasks.settings import RunSettings

CANDIDATES = "candidates.arrow"
LEAST_FILES = 500
"""A process of its own takes a second to start: fewer files than this are not worth it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows `start` to `stop` of the candidates."""

    run_id: str
    """Run whose rows the batch makes: an archived one when the warehouse is rebuilt."""
    batch_no: int
    staging: Path
    start: int
    stop: int
    is_archived: bool = False
    """Whether the bytes come from the archive instead of the disk."""


def write_candidates(staging: Path, candidates: pa.Table) -> None:
    """Write what a run is to read."""
    path = str(staging / CANDIDATES)
    with pa.OSFile(path, "wb") as sink, pa.ipc.new_file(sink, candidates.schema) as writer:
        writer.write_table(candidates.combine_chunks())


def read_candidates(batch: Batch) -> list[dict[str, Any]]:
    """Return the rows of one batch."""
    with pa.memory_map(str(batch.staging / CANDIDATES)) as source:
        table = pa.ipc.open_file(source).read_all()
        rows: list[dict[str, Any]] = table.slice(batch.start, batch.stop - batch.start).to_pylist()
        return rows


def cut(sizes: Sequence[int], settings: RunSettings) -> Iterator[tuple[int, int]]:
    """Yield slices of files with these sizes, each below the limits for a batch, or one file.

    They are as many and as long as keep every process at work until the last one is done.
    """
    most = _most_files(len(sizes), settings)
    start = size = 0
    for row, file_size in enumerate(sizes):
        full = row - start >= most or size + file_size > settings.batch_bytes
        if full and row > start:
            yield start, row
            start, size = row, 0
        size += file_size
    if len(sizes) > start:
        yield start, len(sizes)


def _most_files(count: int, settings: RunSettings) -> int:
    """Return how many files a batch may hold."""
    rounds = math.ceil(count / settings.batch_files / settings.worker_count)
    share = math.ceil(count / max(1, rounds) / settings.worker_count)
    return min(settings.batch_files, max(LEAST_FILES, share))
