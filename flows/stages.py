"""How the stages of a run are called: directly here, as Prefect tasks in `flows/orchestrate.py`."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from tasks.pool import BatchPool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tasks.batches import Batch
    from tasks.step import Step

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger("dateline")


class Stages:
    """Calls each stage as the plain function it is, and keeps the time of it."""

    def __init__(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Take what is told how many batches of how many are done."""
        self.seconds: dict[str, float] = {}
        self.progress = progress or (lambda _done, _total: None)

    def call(self, stage: Step[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run one stage."""
        with self.timed(stage.name):
            return self.invoke(stage, *args, **kwargs)

    def invoke(self, stage: Step[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the stage's function."""
        return stage(*args, **kwargs)

    def map(
        self, stage: Step[..., R], batches: Sequence[Batch], *, workers: int, **settings: object
    ) -> list[R]:
        """Run a stage over batches in parallel; results come in no particular order."""
        results = []
        with self.timed(stage.name), BatchPool(workers, len(batches)) as pool:
            for result in self.results(stage, batches, pool, **settings):
                results.append(result)
                self.progress(len(results), len(batches))
        return results

    def results(
        self, stage: Step[..., R], batches: Sequence[Batch], pool: BatchPool, **settings: object
    ) -> Iterator[R]:
        """Yield the results as they come."""
        return pool.map(stage, batches, **settings)

    def log(self, message: str) -> None:
        """Say one line about a stage."""
        logger.info(message)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the seconds spent inside to the stage's."""
        started = time.perf_counter()
        try:
            yield
        finally:
            key = name.replace(" ", "_")
            self.seconds[key] = round(self.seconds.get(key, 0.0) + time.perf_counter() - started, 3)
