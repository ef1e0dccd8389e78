"""The archive once more, as Prefect flows: `replay` under today's rules, `rebuild` from nothing else.

prefect deployment run 'replay/adhoc' --param where="a.kind = 'stub'"
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prefect import flow

from flows.ingest import RUNNER, Seconds, Workers
from flows.orchestrate import PrefectStages, publish_summary
from flows.pipeline import run_rebuild, run_replay
from tasks.rules import FactsBy, rules
from tasks.settings import ReplaySettings, RunSettings


@flow(name="replay", flow_run_name="replay {home}", task_runner=RUNNER, validate_parameters=True)
def replay(  # noqa: PLR0917 - Prefect passes them by name
    home: str = "data",
    where: str | None = None,
    since: str | None = None,
    workers: Workers = 0,
    dry_run: bool = False,  # noqa: FBT001, FBT002
    wait_seconds: Seconds = 0.0,
    facts: FactsBy = "rules",
    fields: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Parse archived articles again under today's rules; return the run's record with the rows that differ.

    Args:
        home: Home folder of the warehouse.
        where: Condition in SQL on articles a, ops.documents d and ops.files f; everything if empty.
        since: Only what arrived in this run or a later one.
        workers: Processes that parse; 0 = one a core.
        dry_run: Show which rows differ, publish nothing.
        wait_seconds: Seconds to wait for another writer.
        facts: What finds what articles say: rules, rules and a model (ner), or none.
        fields: Which field of JSON records and Parquet rows holds what, as text: story_body.

    """
    settings = ReplaySettings(
        home=Path(home),
        where=where or None,
        since=since or None,
        workers=workers,
        dry_run=dry_run,
        wait_seconds=wait_seconds,
        rules=rules(facts, fields),
    )
    record = run_replay(settings, PrefectStages())
    publish_summary(record)
    return record.as_json()


@flow(name="rebuild", flow_run_name="rebuild {home}", task_runner=RUNNER, validate_parameters=True)
def rebuild(
    home: str = "data",
    workers: Workers = 0,
    wait_seconds: Seconds = 0.0,
    facts: FactsBy = "rules",
    fields: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Make a new warehouse from the raw archive alone; return the run's record.

    Args:
        home: Home folder of the warehouse.
        workers: Processes that parse; 0 = one a core.
        wait_seconds: Seconds to wait for another writer.
        facts: What finds what articles say: rules, rules and a model (ner), or none.
        fields: Which field of JSON records and Parquet rows holds what, as text: story_body.

    """
    settings = RunSettings(
        home=Path(home), workers=workers, wait_seconds=wait_seconds, rules=rules(facts, fields)
    )
    record = run_rebuild(settings, PrefectStages())
    publish_summary(record)
    return record.as_json()
