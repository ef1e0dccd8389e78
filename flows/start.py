"""How a command starts its run: through Prefect where an API is configured, else directly."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from flows.api import configured_api, require_answer
from flows.console import batch_progress, log_to_stderr

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.stages import Stages
    from warehouse.journal import RunRecord


def start(
    orchestrate: str, directly: Callable[[Stages], RunRecord], through_prefect: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """Run one of the two, as `--orchestrate` says, and return the run's record as JSON."""
    log_to_stderr()
    address = configured_api()
    if orchestrate == "prefect" or (orchestrate == "auto" and address is not None):
        if address is not None:
            require_answer(address)
        return through_prefect()
    from flows.stages import Stages

    with batch_progress(enabled=sys.stderr.isatty()) as progress:
        return directly(Stages(progress)).as_json()


def headline(record: dict[str, Any]) -> str:
    """Return the first line of what a person is told of a run."""
    return f"run {record['run_id']} {record['status']} in {sum(record['seconds'].values()):.1f} s"
