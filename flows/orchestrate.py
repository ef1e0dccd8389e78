"""The stages as Prefect tasks: named, tagged, retried as they declare, with progress and a summary.

Nothing here decides what a run does; idempotence lives in the warehouse's ledger, never in Prefect's cache.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from prefect import get_run_logger, task
from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE
from prefect.futures import as_completed

from flows.stages import Stages
from schemas.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from prefect.client.schemas.objects import State
    from prefect.tasks import Task

    from tasks.batches import Batch
    from tasks.pool import BatchPool
    from tasks.step import Step
    from warehouse.journal import RunRecord

P = ParamSpec("P")
R = TypeVar("R")

LONG_RUN_BATCHES = 10
"""From this many batches on, a run shows its progress as an artifact."""
PROGRESS_STEPS = 20
MOST_TASKS = 16
"""So many task runs a stage has at most: one costs as much as a dozen articles."""
TAGS = {"dateline"}


class PrefectStages(Stages):
    """Calls each stage as a Prefect task of the flow run it is used in."""

    def __init__(self) -> None:
        """Log to the flow run."""
        super().__init__(self._progress)
        self._artifact: UUID | None = None
        self._logger = get_run_logger()

    def invoke(self, stage: Step[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run the stage as one task."""
        return as_task(stage.function, stage)(*args, **kwargs)

    def results(
        self, stage: Step[..., R], batches: Sequence[Batch], pool: BatchPool, **settings: object
    ) -> Iterator[R]:
        """Run one task a batch, or a few batches; each hands them to the parsing processes and waits."""

        def process(share: Sequence[Batch]) -> list[R]:
            return list(pool.map(stage, share, **settings))

        futures = [as_task(process, stage, _named(share)).submit(share) for share in shares(batches)]
        for future in as_completed(futures):
            yield from future.result()

    def log(self, message: str) -> None:
        """Say one line about a stage."""
        self._logger.info(message)

    def _progress(self, done: int, total: int) -> None:
        if total < LONG_RUN_BATCHES:
            return
        if self._artifact is None:
            created = create_progress_artifact(progress=0.0, key="batches", description="Batches processed")
            self._artifact = cast("UUID", created)
        if done == total or done % max(1, total // PROGRESS_STEPS) == 0:
            update_progress_artifact(artifact_id=self._artifact, progress=100.0 * done / total)


def shares(batches: Sequence[Batch]) -> list[Sequence[Batch]]:
    """Return the batches in runs of equal length, no more of them than a stage may have tasks."""
    length = max(1, math.ceil(len(batches) / MOST_TASKS))
    return [batches[start : start + length] for start in range(0, len(batches), length)]


def _named(share: Sequence[Batch]) -> str:
    first, last = share[0].batch_no, share[-1].batch_no
    return f"batch {first}" if first == last else f"batches {first} to {last}"


def as_task(function: Callable[P, R], stage: Step[..., Any], run_name: str | None = None) -> Task[P, R]:
    """Return a Prefect task with what the stage declares."""
    return task(
        name=stage.name,
        task_run_name=run_name,
        tags=TAGS,
        retries=stage.retries,
        retry_delay_seconds=stage.retry_delay_seconds,
        retry_condition_fn=may_recover,
        cache_policy=NO_CACHE,
        persist_result=False,
    )(function)


def may_recover(_task: object, _run: object, state: State[object]) -> bool:
    """Whether another try may end otherwise: disks and networks recover, what we refuse stays refused."""
    return not isinstance(state.data, DatelineError)


def publish_summary(record: RunRecord) -> None:
    """Put a run's figures where Prefect's pages show them."""
    rows = "\n".join(
        f"| {name} | {counts.inserted} | {counts.updated} | {counts.deleted} |"
        for name, counts in record.rows.items()
        if counts.total
    )
    figures = "\n".join(f"- {name.replace('_', ' ')}: {value}" for name, value in record.counts.items())
    published = (
        "a new snapshot was published" if record.published else "nothing new, no snapshot was published"
    )
    create_markdown_artifact(
        key=f"{record.flow.partition(' ')[0]}-summary",
        description=f"Run {record.run_id}",
        markdown=f"# Run {record.run_id}: {record.status}\n\n{published}\n\n{figures}\n\n"
        f"| table | inserted | updated | deleted |\n| --- | --- | --- | --- |\n{rows}\n",
    )
