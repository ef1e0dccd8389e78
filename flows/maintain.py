"""Upkeep as a Prefect flow: `maintain`, which `nightly` calls after its ingest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from prefect import flow
from pydantic import Field

from flows.orchestrate import PrefectStages
from flows.upkeep import run_maintain
from tasks.settings import MaintainSettings

AtLeastOne = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(ge=0)]


@flow(name="maintain", flow_run_name="maintain {home}", validate_parameters=True)
def maintain(
    home: str = "data",
    keep_snapshots: AtLeastOne = 3,
    keep_days: AtLeastOne = 400,
    wait_seconds: Seconds = 0.0,
) -> dict[str, Any]:
    """Free what the home folder need not keep; return the run's record, with the bytes freed.

    Args:
        home: Home folder of the warehouse.
        keep_snapshots: Snapshots to keep for a rollback, the current one included.
        keep_days: Days to keep the record and the report of a run.
        wait_seconds: Seconds to wait for another writer.

    """
    settings = MaintainSettings(
        home=Path(home), keep_snapshots=keep_snapshots, keep_days=keep_days, wait_seconds=wait_seconds
    )
    return run_maintain(settings, PrefectStages()).as_json()
