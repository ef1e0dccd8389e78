"""`dateline serve`: the schedule and the ad hoc deployment from one process, without a work pool."""

from __future__ import annotations

import signal
from functools import partial
from typing import TYPE_CHECKING

import duckdb
import httpx
import pytest

from tests.flows.inbox import LOADED, write_inbox
from tests.flows.processes import command, dateline, started, wait_for

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from tests.flows.deployment import Deployed
    from tests.flows.server import Server

START_SECONDS = 40
RUN_SECONDS = 60
DEPLOYMENTS = ("nightly/nightly", "ingest/adhoc", "replay/adhoc")


def _wait_until_served(server: Server, home: Path) -> None:
    for name in DEPLOYMENTS:
        wait_for(f"{name} to be served", partial(_is_served, server, name, home), seconds=START_SECONDS)


def _is_served(server: Server, name: str, home: Path) -> bool:
    """Whether a deployment stands on the server as this process serves it."""
    try:
        found = server.get(f"/deployments/name/{name}")
    except httpx.HTTPStatusError:
        return False
    return bool(found["parameters"].get("home") == str(home) and not found["paused"])


@pytest.mark.flow
def test_serve_leaves_a_workers_deployments_alone(deployed: Deployed, tmp_path: Path) -> None:
    """What is deployed to a work pool is not served as well: the command ends with 2 and says what to do."""
    done = dateline("serve", tmp_path, "--home", tmp_path / "home", env=deployed.server.env())
    assert (done.returncode, done.stdout) == (2, "")
    assert "nightly/nightly is deployed to the work pool 'dateline'" in done.stderr
    assert "prefect deployment delete nightly/nightly" in done.stderr
    found = deployed.server.get("/deployments/name/nightly/nightly")
    assert found["parameters"]["home"] == "data"


@pytest.mark.flow
def test_serve_hosts_all_deployments(
    server: Server, deploying: Future[Deployed] | None, tmp_path: Path
) -> None:
    """All deployments appear, a run asked for is done, stopping pauses them, and they come back."""
    if deploying is not None:
        deploying.result().wait()
    for name in DEPLOYMENTS:
        server.delete_deployment(name)
    inbox, home = write_inbox(tmp_path / "inbox"), tmp_path / "home"
    words = command("serve", inbox, "--home", home, "--cron", "30 3 * * 1", "--timezone", "Asia/Kathmandu")
    with started(words, cwd=tmp_path, env=server.env(), log=tmp_path / "first.log") as process:
        _wait_until_served(server, home)
        run = server.finished(server.start_run("ingest/adhoc", {}), seconds=RUN_SECONDS)
        assert run["state_type"] == "COMPLETED", run["state"]
        process.send_signal(signal.SIGINT)
        process.wait(RUN_SECONDS)
    assert "Traceback" not in (tmp_path / "first.log").read_text()
    assert server.get("/deployments/name/nightly/nightly")["paused"]
    with duckdb.connect(home / "warehouse.duckdb", read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(LOADED,)]

    with started(words, cwd=tmp_path, env=server.env(), log=tmp_path / "second.log"):
        _wait_until_served(server, home)
        (schedule,) = server.get("/deployments/name/nightly/nightly")["schedules"]
    assert schedule["active"]
    assert schedule["schedule"]["cron"] == "30 3 * * 1"
    assert schedule["schedule"]["timezone"] == "Asia/Kathmandu"


def test_serve_without_a_server_ends_with_2(tmp_path: Path) -> None:
    """Without an API configured, serving ends with 2 and says what to start and export."""
    done = dateline("serve", tmp_path, "--home", tmp_path / "home")
    assert (done.returncode, done.stdout) == (2, "")
    assert "prefect server start" in done.stderr
    assert "export PREFECT_API_URL=" in done.stderr
