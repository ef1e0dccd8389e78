"""`dateline serve`: the schedule and the ad hoc deployment from one process, without a work pool."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING

import duckdb
import httpx
import pytest

from tests.flows.inbox import LOADED, write_inbox
from tests.flows.processes import command, dateline, started, stop, wait_for

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from tests.flows.deployment import Deployed
    from tests.flows.server import Server

START_SECONDS = 40
RUN_SECONDS = 60
DEPLOYMENTS = ("nightly/nightly", "ingest/adhoc")


def _is_served(server: Server, name: str, home: Path) -> bool:
    """Whether a deployment stands on the server as this process serves it."""
    try:
        found = server.get(f"/deployments/name/{name}")
    except httpx.HTTPStatusError:
        return False
    return bool(found["parameters"].get("home") == str(home) and not found["paused"])


@pytest.mark.flow
def test_serve_hosts_both_deployments(
    server: Server, deploying: Future[Deployed] | None, tmp_path: Path
) -> None:
    """Both deployments appear, also where a worker had them, a run is done, and stopping pauses them."""
    if deploying is not None:
        stop(deploying.result().worker)  # it would take the run: a deployment stays in its work pool
    inbox, home = write_inbox(tmp_path / "inbox"), tmp_path / "home"
    words = command("serve", inbox, "--home", home, "--cron", "30 3 * * 1", "--timezone", "Asia/Kathmandu")
    with started(words, cwd=tmp_path, env=server.env(), log=tmp_path / "serve.log") as process:
        for name in DEPLOYMENTS:
            served = partial(_is_served, server, name, home)
            wait_for(f"{name} to be served", served, seconds=START_SECONDS)
        (schedule,) = server.get("/deployments/name/nightly/nightly")["schedules"]
        assert (schedule["schedule"]["cron"], schedule["schedule"]["timezone"], schedule["active"]) == (
            "30 3 * * 1",
            "Asia/Kathmandu",
            True,
        )
        run = server.finished(server.start_run("ingest/adhoc", {}), seconds=RUN_SECONDS)
        assert run["state_type"] == "COMPLETED", run["state"]
        with duckdb.connect(home / "warehouse.duckdb", read_only=True) as connection:
            assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(LOADED,)]
        process.send_signal(signal.SIGINT)
        process.wait(RUN_SECONDS)
    assert server.get("/deployments/name/nightly/nightly")["paused"]
    assert "Traceback" not in (tmp_path / "serve.log").read_text()


def test_serve_without_a_server_ends_with_2(tmp_path: Path) -> None:
    """Without an API configured, serving ends with 2 and says what to start and export."""
    done = dateline("serve", tmp_path, "--home", tmp_path / "home")
    assert (done.returncode, done.stdout) == (2, "")
    assert "prefect server start" in done.stderr
    assert "export PREFECT_API_URL=" in done.stderr
