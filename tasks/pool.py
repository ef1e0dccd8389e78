"""The processes that parse: started once a run from a clean server process, gone when the run's process is.

They are forked from a server that has the parser and the reference data loaded, so they share that memory,
and they hold none of the run's locks and files.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import forkserver
from typing import TYPE_CHECKING, TypeVar

from schemas.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from typing import Self

    from tasks.batches import Batch

T = TypeVar("T")


class BatchPool:
    """Runs a function over batches, in this process when there is too little for more than one."""

    def __init__(self, workers: int, batch_count: int) -> None:
        """Start no more processes than there are batches."""
        self.workers = min(workers, batch_count)
        self._executor: ProcessPoolExecutor | None = None
        self._alone = threading.Lock()
        if self.workers > 1:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["tasks.preload"])
            _start_server()
            self._executor = ProcessPoolExecutor(
                self.workers, mp_context=context, initializer=_end_with_parent
            )

    def __enter__(self) -> Self:
        """Return the pool."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the processes; batches that have not begun are dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def map(self, function: Callable[..., T], batches: Iterable[Batch], **settings: object) -> Iterator[T]:
        """Yield the results as they come; threads may share the pool."""
        if self._executor is None:
            for batch in batches:
                with self._alone:
                    result = function(batch, **settings)
                yield result
            return
        executor = self._executor
        with _death_told():
            futures: list[Future[T]] = [executor.submit(function, batch, **settings) for batch in batches]
            for future in as_completed(futures):
                yield future.result()


@contextmanager
def _death_told() -> Iterator[None]:
    """Raise `DatelineError` when a process did not live to tell what its batch came to."""
    try:
        yield
    except BrokenProcessPool as error:
        message = (
            "A parsing process was ended from outside, perhaps for want of memory. Nothing was published. "
            "Run again with fewer processes: --workers 1."
        )
        raise DatelineError(message) from error


def _start_server() -> None:
    """Start the process that the others are forked from; an interrupt is for the run's process alone."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _end_with_parent() -> None:
    """End this process as soon as the run's process has ended, however it died."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
