"""The project deployed on a server with a worker, and runs of it, all under way while other tests run."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.flows.inbox import write_heavy, write_inbox
from tests.flows.processes import copy_project, environment, started, wait_for
from tests.flows.server import Server, prefect, wait_until_healthy

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path
    from threading import Event

HEAVY_FILES = 10
RUN_SECONDS = 90
TICK_SECONDS = 100
"""A minute for the next tick, and what a start takes."""


class Watched(NamedTuple):
    """A run started by `prefect deployment run … --watch`."""

    process: subprocess.Popen[str]
    home: Path

    def ended(self) -> tuple[int, str, str]:
        """Return the exit code, what was printed, and the flow run's id."""
        printed, _ = self.process.communicate(timeout=RUN_SECONDS)
        found = re.search(r"UUID: ([0-9a-f-]{36})", printed)
        assert found, printed
        return self.process.returncode, printed, found[1]


@dataclass(frozen=True, slots=True)
class Deployed:
    """A server that has the project's deployments, the project's folder, and two runs asked for."""

    server: Server
    project: Path
    good: Watched
    failing: Watched
    scheduled: dict[str, Any]
    """The flow run that the clock started."""

    def wait(self) -> None:
        """Wait for the end of all runs."""
        self.good.ended()
        self.failing.ended()
        self.server.finished(self.scheduled["id"], seconds=RUN_SECONDS)


def deploy(server: Server, folder: Path, stack: ExitStack, unwanted: Event) -> Deployed:
    """Deploy a copy of the project whose nightly run is due every minute, start a worker and two runs.

    The schedule is paused after its first run. What is started ends with the stack.
    """
    project = copy_project(folder / "project")
    declared = (project / "prefect.yaml").read_text()
    assert declared.count('cron: "0 2 * * *"') == 1
    (project / "prefect.yaml").write_text(declared.replace('cron: "0 2 * * *"', 'cron: "* * * * *"'))
    wait_until_healthy(server)
    _prefect(server, project, "work-pool", "create", "dateline", "--type", "process")
    _prefect(server, project, "--no-prompt", "deploy", "--all")
    words = prefect("worker", "start", "--pool", "dateline", "--name", "w1", "--limit", 4)
    stack.enter_context(started(words, cwd=folder, env=server.env(), log=folder / "worker.log"))
    write_heavy(folder / "good" / "inbox" / "scans", HEAVY_FILES)
    good = _start(server, folder / "good", stack, "workers=2")
    failing = _start(server, folder / "failing", stack, "max_reject_share=0")
    scheduled = _scheduled(server, unwanted)
    return Deployed(server, project, good, failing, scheduled)


def _prefect(server: Server, project: Path, *words: object) -> None:
    done = subprocess.run(
        prefect(*words),
        cwd=project,
        env=environment(**server.env()),
        capture_output=True,
        text=True,
        timeout=RUN_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _start(server: Server, folder: Path, stack: ExitStack, *parameters: str) -> Watched:
    """Ask for a run over a small inbox."""
    source, home = write_inbox(folder / "inbox"), folder / "home"
    words = prefect("deployment", "run", "ingest/adhoc", "--watch", "--watch-interval", 1)
    for parameter in (f"source={source}", f"home={home}", *parameters):
        words += ["--param", parameter]
    return Watched(stack.enter_context(started(words, cwd=folder, env=server.env())), home)


def _scheduled(server: Server, unwanted: Event) -> dict[str, Any]:
    """Wait for the clock to start the nightly run, and pause the schedule."""
    begun = {"state": {"type": {"not_any_": ["SCHEDULED", "PENDING", "CANCELLED"]}}}
    wanted = {"deployments": {"name": {"any_": ["nightly"]}}, "flow_runs": begun}
    found: list[dict[str, Any]] = []

    def is_begun() -> bool:
        found.extend(server.post("/flow_runs/filter", wanted))
        return bool(found) or unwanted.is_set()

    wait_for("a scheduled run", is_begun, seconds=TICK_SECONDS)
    deployment = server.get("/deployments/name/nightly/nightly")["id"]
    server.post(f"/deployments/{deployment}/pause_deployment", {})
    return found[0] if found else {}
