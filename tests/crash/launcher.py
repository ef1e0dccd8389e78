"""A process with everything loaded that starts runs by forking, each in a group of its own.

A line on standard input is a run as JSON; back come its process id, and when it has ended its exit code. This
spares the second that Python takes to load the project, so that hundreds of runs can be killed in minutes.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tasks.preload  # noqa: F401 - loaded for what is forked from here
from flows.pipeline import run_ingest, run_rebuild, run_replay
from flows.upkeep import run_maintain, run_rollback
from schemas.records import Article, Rejection
from tasks.rules import TODAY
from tasks.settings import IngestSettings, MaintainSettings, ReplaySettings, RollbackSettings, RunSettings
from tests.crash.points import PointedStages, Points
from warehouse import parts

if TYPE_CHECKING:
    from schemas.records import Document
    from schemas.reference.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One run to start, and where it dies."""

    flow: str
    home: str
    inbox: str
    log: str
    withdraw: bool = False
    other_rules: bool = False
    workers: int = 1
    batch_files: int = 4
    keep_snapshots: int = 3
    run_id: str = ""
    """Of a rollback: the run to go back to."""
    at: str | None = None
    """Point to die at; None = none."""
    number: int = 0
    """How many times that point is passed first."""
    points: str | None = None
    """File to write the points to that were passed."""


def other_parse(document: Document, lexicon: Lexicon) -> Article | Rejection:
    """Parse as invented other rules do: no datelines, and some texts not at all."""
    if "number 3" in document.text:
        return Rejection(code="no_text", detail="The other rules do not believe in wells from 30 on.")
    found = TODAY.parse(document, lexicon)
    return replace(found, datelines=()) if isinstance(found, Article) else found


OTHER = replace(TODAY, version="other", parse=other_parse)


def run(order: Order) -> None:
    """Go one way, from settings to the run's record, like the command line does without Prefect."""
    points = Points(Path(order.home), order.at, order.number)
    stages = PointedStages(points)
    common: dict[str, Any] = {
        "home": Path(order.home),
        "workers": order.workers,
        "batch_files": order.batch_files,
        "keep_snapshots": order.keep_snapshots,
        "rules": OTHER if order.other_rules else TODAY,
    }
    points.watch_files()
    if order.flow == "ingest":
        sources = (Path(order.inbox),)
        run_ingest(IngestSettings(**common, sources=sources, withdraw_removed=order.withdraw), stages)
    elif order.flow == "replay":
        run_replay(ReplaySettings(**common), stages)
    elif order.flow == "rebuild":
        run_rebuild(RunSettings(**common), stages)
    elif order.flow == "rollback":
        run_rollback(RollbackSettings(**common, run_id=order.run_id), stages)
    else:
        run_maintain(MaintainSettings(**common, compact_share=0.01, compact_bytes=1, pack_runs=2), stages)
    if order.points is not None:
        Path(order.points).write_text(json.dumps(points.passed), encoding="utf-8")


def _in_child(order: Order) -> int:
    """Run the order in this forked process; return its exit code."""
    os.setsid()
    log = os.open(order.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(log, stream)
    try:
        run(order)
    except BaseException:  # noqa: BLE001 - whatever it is, it is for the log and the exit code
        traceback.print_exc()
        return 1
    return 0


def main() -> None:
    """Start one run after the other, of homes whose months come in parts although they hold few articles."""
    parts.SMALL = 1
    for line in sys.stdin:
        order = Order(**json.loads(line))
        pid = os.fork()
        if pid == 0:
            code = _in_child(order)
            sys.stderr.flush()
            os._exit(code)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def as_line(order: Order) -> str:
    """Return an order as the launcher reads it."""
    return json.dumps(asdict(order)) + "\n"


if __name__ == "__main__":
    main()
