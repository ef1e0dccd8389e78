"""Batches run in this process or in others, and a process that dies is told of."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from schemas.errors import DatelineError
from tasks.batches import Batch
from tasks.pool import BatchPool

if TYPE_CHECKING:
    from pathlib import Path


def number(batch: Batch, *, offset: int) -> tuple[int, int]:
    """Return a batch's number with the process it ran in."""
    return batch.batch_no + offset, os.getpid()


def die(batch: Batch) -> int:
    """End the process as the kernel does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)
    return batch.batch_no


def batches(staging: Path) -> list[Batch]:
    """Return three batches."""
    return [Batch(run_id="r", batch_no=no, staging=staging, start=no, stop=no + 1) for no in (1, 2, 3)]


def test_one_worker_works_here(tmp_path: Path) -> None:
    """With one worker, or one batch, no process is started."""
    for workers, given in ((1, batches(tmp_path)), (8, batches(tmp_path)[:1]), (8, [])):
        with BatchPool(workers, len(given)) as pool:
            found = list(pool.map(number, given, offset=10))
        assert found == [(batch.batch_no + 10, os.getpid()) for batch in given]


def test_more_workers_are_other_processes(tmp_path: Path) -> None:
    """Each batch is done once, in a process of its own; one that is killed is told of, with what to do."""
    with BatchPool(2, 3) as pool:
        found = list(pool.map(number, batches(tmp_path), offset=10))
        assert sorted(no for no, _ in found) == [11, 12, 13]
        assert os.getpid() not in {process for _, process in found}
        assert pool.run(number, batches(tmp_path)[0], offset=0)[0] == 1
        with pytest.raises(DatelineError, match="--workers 1"):
            list(pool.map(die, batches(tmp_path)))
        with pytest.raises(DatelineError, match="Nothing was published"):
            pool.run(number, batches(tmp_path)[0], offset=0)
