"""`dateline maintain`: free what the home folder need not keep."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from flows.start import headline, start
from tasks.settings import MaintainSettings

if TYPE_CHECKING:
    from argparse import Namespace

    from flows.stages import Stages
    from warehouse.journal import RunRecord


def run(options: Namespace) -> int:
    """Maintain, through Prefect or directly, and print what was freed."""
    settings = MaintainSettings(
        home=options.home,
        keep_snapshots=options.keep_snapshots,
        keep_days=options.keep_days,
        wait_seconds=options.wait,
    )
    record = start(options.orchestrate, partial(_directly, settings), partial(_through_prefect, settings))
    print(json.dumps(record) if options.json else told(record))
    return 0


def told(record: dict[str, Any]) -> str:
    """Return what a person wants to know of the upkeep."""
    freed = [f"  {name}: {size} bytes freed" for name, size in record["freed_bytes"].items() if size]
    return "\n".join((headline(record), *(freed or ["  nothing to free"])))


def _directly(settings: MaintainSettings, stages: Stages) -> RunRecord:
    from flows.upkeep import run_maintain

    return run_maintain(settings, stages)


def _through_prefect(settings: MaintainSettings) -> dict[str, Any]:
    from flows.maintain import maintain

    return maintain(
        home=str(settings.home),
        keep_snapshots=settings.keep_snapshots,
        keep_days=settings.keep_days,
        wait_seconds=settings.wait_seconds,
    )
