"""The main job as Prefect flows: `ingest` for any source, `nightly` for the schedule.

prefect deployment run 'ingest/adhoc' --param source=/data/inbox
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from prefect import flow
from prefect.task_runners import ThreadPoolTaskRunner
from pydantic import Field

from flows.orchestrate import PrefectStages, publish_summary
from flows.pipeline import run_ingest
from tasks.settings import IngestSettings

Source = Annotated[str | list[str], Field(description="Folder or file to read, or several of them.")]
HomeFolder = Annotated[str, Field(description="Home folder of the warehouse.")]
SourceName = Annotated[str | None, Field(description="Name of the source; the folder's name if empty.")]
Workers = Annotated[int, Field(ge=0, description="Processes that parse; 0 = one a core.")]
Full = Annotated[bool, Field(description="Read and hash every file, changed or not.")]
Removed = Annotated[
    Literal["keep", "withdraw"], Field(description="What becomes of articles whose file is gone.")
]
RejectShare = Annotated[
    float | None,
    Field(ge=0, le=1, description="Fail the run when a larger share of what it read is refused."),
]
DryRun = Annotated[bool, Field(description="Do everything but publish.")]
Wait = Annotated[float, Field(ge=0, description="Seconds to wait for another writer.")]

RUNNER: Any = ThreadPoolTaskRunner(max_workers=8)
"""Threads that wait for the parsing processes; the work is done there."""


@flow(name="ingest", flow_run_name="ingest {source}", task_runner=RUNNER, validate_parameters=True)
def ingest(  # noqa: PLR0917 - Prefect passes them by name
    source: Source,
    home: HomeFolder = "data",
    source_name: SourceName = None,
    workers: Workers = 0,
    full: Full = False,  # noqa: FBT002
    removed: Removed = "keep",
    max_reject_share: RejectShare = None,
    dry_run: DryRun = False,  # noqa: FBT002
    wait_seconds: Wait = 0.0,
) -> dict[str, Any]:
    """Bring the warehouse up to date with the sources; return the run's record as JSON."""
    settings = IngestSettings(
        home=Path(home),
        sources=tuple(Path(each) for each in ([source] if isinstance(source, str) else source)),
        source_name=source_name,
        workers=workers,
        full=full,
        withdraw_removed=removed == "withdraw",
        max_reject_share=max_reject_share,
        dry_run=dry_run,
        wait_seconds=wait_seconds,
    )
    record = run_ingest(settings, PrefectStages())
    publish_summary(record)
    return record.as_json()


@flow(name="nightly", flow_run_name="nightly {source}", task_runner=RUNNER, validate_parameters=True)
def nightly(
    source: Source,
    home: HomeFolder = "data",
    max_reject_share: RejectShare = None,
    wait_seconds: Wait = 600.0,
) -> dict[str, Any]:
    """Ingest what arrived since the last night; waits for a writer that is still at work."""
    settings = IngestSettings(
        home=Path(home),
        sources=tuple(Path(each) for each in ([source] if isinstance(source, str) else source)),
        max_reject_share=max_reject_share,
        wait_seconds=wait_seconds,
    )
    record = run_ingest(settings, PrefectStages())
    publish_summary(record)
    return record.as_json()
