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
from flows.upkeep import run_maintain
from tasks.rules import FactsBy, rules
from tasks.settings import IngestSettings, MaintainSettings

Source = str | list[str]
Workers = Annotated[int, Field(ge=0)]
RejectShare = Annotated[float | None, Field(ge=0, le=1)]
Seconds = Annotated[float, Field(ge=0)]
# Prefect's forms take limits and choices from the types, but what a parameter means only from the docstring.

RUNNER: Any = ThreadPoolTaskRunner(max_workers=8)
"""Threads that wait for the parsing processes; the work is done there."""


@flow(name="ingest", flow_run_name="ingest {source}", task_runner=RUNNER, validate_parameters=True)
def ingest(  # noqa: PLR0917 - Prefect passes them by name
    source: Source,
    home: str = "data",
    source_name: str | None = None,
    workers: Workers = 0,
    full: bool = False,  # noqa: FBT001, FBT002
    removed: Literal["keep", "withdraw"] = "keep",
    max_reject_share: RejectShare = None,
    dry_run: bool = False,  # noqa: FBT001, FBT002
    wait_seconds: Seconds = 0.0,
    facts: FactsBy = "rules",
    fields: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Bring the warehouse up to date with the sources; return the run's record as JSON.

    Args:
        source: Folder or file to read, or several of them.
        home: Home folder of the warehouse.
        source_name: Name of the source; the folder's name if empty.
        workers: Processes that parse; 0 = one a core.
        full: Read and hash every file, changed or not.
        removed: What becomes of articles whose file is gone.
        max_reject_share: Fail the run when a larger share of what it read is refused.
        dry_run: Do everything but publish.
        wait_seconds: Seconds to wait for another writer.
        facts: What finds what articles say: rules, rules and a model (ner), or none.
        fields: Which field of JSON records and Parquet rows holds what, as text: story_body.

    """
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
        rules=rules(facts, fields),
    )
    record = run_ingest(settings, PrefectStages())
    publish_summary(record)
    return record.as_json()


@flow(name="nightly", flow_run_name="nightly {source}", task_runner=RUNNER, validate_parameters=True)
def nightly(
    source: Source,
    home: str = "data",
    max_reject_share: RejectShare = None,
    wait_seconds: Seconds = 600.0,
) -> dict[str, Any]:
    """Ingest what arrived since the last night, then tidy up; waits for a writer that is still at work.

    Args:
        source: Folder or file to read, or several of them.
        home: Home folder of the warehouse.
        max_reject_share: Fail the run when a larger share of what it read is refused.
        wait_seconds: Seconds to wait for another writer.

    """
    settings = IngestSettings(
        home=Path(home),
        sources=tuple(Path(each) for each in ([source] if isinstance(source, str) else source)),
        max_reject_share=max_reject_share,
        wait_seconds=wait_seconds,
    )
    record = run_ingest(settings, PrefectStages())
    publish_summary(record)
    upkeep = run_maintain(MaintainSettings(home=Path(home), wait_seconds=wait_seconds), PrefectStages())
    return {**record.as_json(), "maintain": upkeep.as_json()}
