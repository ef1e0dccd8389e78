"""A real Prefect server on this machine alone, with a home folder of its own."""

from __future__ import annotations

import socket
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from tests.flows.processes import started, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START_SECONDS = 90
BUSY_TRIES = 20
QUIET = {
    f"PREFECT_SERVER_SERVICES_{service}_ENABLED": "false"
    for service in ("CANCELLATION_CLEANUP", "FOREMAN", "LATE_RUNS", "PAUSE_EXPIRATIONS", "TRIGGERS")
}
"""Services without a part in these tests; with all of them SQLite is locked for a minute now and then."""
TERMINAL = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}


@dataclass(frozen=True, slots=True)
class Server:
    """One server, and the ways a test talks to it."""

    folder: Path
    port: int

    @property
    def api(self) -> str:
        """Address of the API."""
        return f"http://127.0.0.1:{self.port}/api"

    def env(self, **more: str) -> dict[str, str]:
        """Return the settings of a client of this server."""
        return {
            "PREFECT_API_URL": self.api,
            "PREFECT_HOME": str(self.folder / "client"),
            "PREFECT_WORKER_QUERY_SECONDS": "2",
            "PREFECT_RUNNER_POLL_FREQUENCY": "2",
            **more,
        }

    def is_healthy(self) -> bool:
        """Whether the server answers."""
        try:
            return httpx.get(f"{self.api}/health", timeout=5).is_success
        except httpx.TransportError:
            return False

    def get(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """Return what the API has at a path."""
        return self._ask("GET", path).raise_for_status().json()

    def post(self, path: str, body: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
        """Return the API's answer."""
        return self._ask("POST", path, json=body).raise_for_status().json()

    def _ask(self, method: str, path: str, **body: Any) -> httpx.Response:  # noqa: ANN401 - JSON
        """Ask again while the server is too busy, as Prefect's own client does."""
        for _ in range(BUSY_TRIES):
            answer = httpx.request(method, f"{self.api}{path}", timeout=90, **body)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            time.sleep(1)
        return answer

    def delete_deployment(self, name: str) -> None:
        """Remove a deployment if there is one."""
        found = self._ask("GET", f"/deployments/name/{name}")
        if found.is_success:
            self._ask("DELETE", f"/deployments/{found.json()['id']}").raise_for_status()

    def start_run(self, deployment: str, parameters: dict[str, Any]) -> str:
        """Ask for a run of a deployment; return the run's id."""
        found = self.get(f"/deployments/name/{deployment}")
        run = self.post(f"/deployments/{found['id']}/create_flow_run", {"parameters": parameters})
        return str(run["id"])

    def finished(self, run_id: str, *, seconds: float) -> dict[str, Any]:
        """Wait for the end of a flow run and return it."""
        deadline = time.monotonic() + seconds
        while (run := self.get(f"/flow_runs/{run_id}"))["state_type"] not in TERMINAL:
            assert time.monotonic() < deadline, f"flow run {run['name']} is still {run['state_name']}"
            time.sleep(0.3)
        ended: dict[str, Any] = run
        return ended

    def artifacts(self, run_id: str) -> dict[str, dict[str, Any]]:
        """Return the artifacts of a flow run by key."""
        wanted = {"artifacts": {"flow_run_id": {"any_": [run_id]}}}
        return {each["key"]: each for each in self.post("/artifacts/filter", wanted)}

    def task_runs(self, run_id: str) -> list[dict[str, Any]]:
        """Return the task runs of a flow run in the order they began."""
        wanted = {"flow_runs": {"id": {"any_": [run_id]}}}
        runs: list[dict[str, Any]] = self.post("/task_runs/filter", wanted)
        return sorted(runs, key=lambda run: run["start_time"])


@contextmanager
def starting(folder: Path) -> Iterator[Server]:
    """Start a server and hand it out before it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    words = prefect("server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui")
    env = {"PREFECT_HOME": str(folder / "server"), **QUIET}
    with started(words, env=env, log=folder / "server.log"):
        yield Server(folder=folder, port=port)


def wait_until_healthy(server: Server) -> None:
    """Wait until the server answers."""
    wait_for(f"the server (see {server.folder}/server.log)", server.is_healthy, seconds=START_SECONDS)


def prefect(*arguments: object) -> list[str]:
    """Return the words that call Prefect's command line."""
    return [sys.executable, "-m", "prefect", *(str(a) for a in arguments)]
