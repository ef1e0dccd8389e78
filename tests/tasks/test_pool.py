"""Batches run in this process or in others, and a process that dies is told of."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
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
    some = batches(tmp_path)
    with BatchPool(2, 3) as pool:
        found = list(pool.map(number, some, offset=10))
        assert sorted(no for no, _ in found) == [11, 12, 13]
        assert os.getpid() not in {process for _, process in found}
        with ThreadPoolExecutor(2) as threads:
            both = threads.map(lambda share: sorted(pool.map(number, share, offset=0)), (some, some[:2]))
            assert [[no for no, _ in each] for each in both] == [[1, 2, 3], [1, 2]]
        with pytest.raises(DatelineError, match="--workers 1"):
            list(pool.map(die, some))
        with pytest.raises(DatelineError, match="Nothing was published"):
            list(pool.map(number, some[:1], offset=0))


def test_threads_take_turns_where_no_process_is_started(tmp_path: Path) -> None:
    """Batches that threads ask for are done one at a time when all of them are done in this process."""
    at_work = Lock()

    def alone(batch: Batch) -> int:
        assert at_work.acquire(blocking=False)
        time.sleep(0.01)
        at_work.release()
        return batch.batch_no

    with BatchPool(1, 3) as pool, ThreadPoolExecutor(3) as threads:
        found = threads.map(lambda _: list(pool.map(alone, batches(tmp_path))), range(3))
        assert list(found) == [[1, 2, 3]] * 3
