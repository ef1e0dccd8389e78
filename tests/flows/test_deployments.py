"""prefect.yaml on a real server with a real worker: deployed, started by hand and by the clock, failing."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb
import httpx
import pytest

from tests.flows.inbox import DUPLICATE, LOADED, QUARANTINED, write_heavy, write_inbox
from tests.flows.processes import copy_project, environment, started, wait_for
from tests.flows.server import Server, prefect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.flow

HEAVY_FILES = 12
RUN_SECONDS = 60
TICK_SECONDS = 100
"""A minute for the next tick, and what a run takes."""


class Deployed(NamedTuple):
    """A server that has the project's deployments, and the project's folder."""

    server: Server
    project: Path


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


def _prefect(server: Server, project: Path, *words: object) -> str:
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
    return done.stdout


@pytest.fixture(scope="module")
def deployed(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    """Deploy a copy of the project whose nightly run is due every minute, and start a worker."""
    folder = tmp_path_factory.mktemp("deployed")
    project = copy_project(folder / "project")
    declared = (project / "prefect.yaml").read_text()
    assert declared.count('cron: "0 2 * * *"') == 1
    (project / "prefect.yaml").write_text(declared.replace('cron: "0 2 * * *"', 'cron: "* * * * *"'))
    _prefect(server, project, "work-pool", "create", "dateline", "--type", "process")
    _prefect(server, project, "--no-prompt", "deploy", "--all")
    words = prefect("worker", "start", "--pool", "dateline", "--name", "w1", "--limit", 4)
    with started(words, cwd=folder, env=server.env(), log=folder / "worker.log"):
        yield Deployed(server, project)


def _watched(deployed: Deployed, source: Path, *parameters: str) -> Iterator[Watched]:
    folder = source.parent
    home = folder / "home"
    words = prefect("deployment", "run", "ingest/adhoc", "--watch", "--watch-interval", 1)
    for parameter in (f"source={source}", f"home={home}", *parameters):
        words += ["--param", parameter]
    with started(words, cwd=folder, env=deployed.server.env()) as process:
        yield Watched(process, home)


@pytest.fixture(scope="module")
def good(deployed: Deployed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Start an ad hoc run over a small inbox with heavy files beside it, so that there are many batches."""
    source = write_inbox(tmp_path_factory.mktemp("good") / "inbox")
    write_heavy(source / "scans", HEAVY_FILES)
    yield from _watched(deployed, source, "workers=2")


@pytest.fixture(scope="module")
def failing(deployed: Deployed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Start an ad hoc run that accepts no broken file, over an inbox that holds one."""
    source = write_inbox(tmp_path_factory.mktemp("failing") / "inbox")
    yield from _watched(deployed, source, "max_reject_share=0")


@pytest.fixture(scope="module", autouse=True)
def _both_at_once(good: Watched, failing: Watched) -> None:
    """Start the runs before the first is waited for."""


def _figures(home: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(home / "warehouse.duckdb", read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_parameters_explain_themselves(deployed: Deployed) -> None:
    """The form of a deployment shows each parameter's title and meaning, its choices and its limits."""
    found = deployed.server.get("/deployments/name/ingest/adhoc")
    shown = found["parameter_openapi_schema"]["properties"]
    assert list(shown) == [
        "source",
        "home",
        "source_name",
        "workers",
        "full",
        "removed",
        "max_reject_share",
        "dry_run",
        "wait_seconds",
    ]
    assert all(each["title"] and each["description"] for each in shown.values())
    assert shown["removed"]["enum"] == ["keep", "withdraw"]
    assert shown["workers"]["minimum"] == 0
    assert found["parameter_openapi_schema"]["required"] == ["source"]
    assert found["enforce_parameter_schema"]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("removed", "burn", "burn"),
        ("workers", -1, "-1"),
        ("max_reject_share", 2, "2"),
    ],
)
def test_wrong_parameter_is_refused(deployed: Deployed, name: str, value: object, told: str) -> None:
    """The server refuses a run with a parameter that makes no sense, and says which."""
    with pytest.raises(httpx.HTTPStatusError) as refused:
        deployed.server.start_run("ingest/adhoc", {name: value})
    assert refused.value.response.is_client_error
    assert told in refused.value.response.text


def test_nightly_runs_one_at_a_time(deployed: Deployed) -> None:
    """A nightly run that finds another one at work is cancelled, not queued behind it."""
    found = deployed.server.get("/deployments/name/nightly/nightly")
    assert found["global_concurrency_limit"]["limit"] == 1
    assert found["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
    assert found["tags"] == ["dateline", "nightly"]


def test_ad_hoc_run_loads_the_folder(deployed: Deployed, good: Watched) -> None:
    """`prefect deployment run … --watch` ends with 0, and the rows are in the warehouse."""
    code, printed, run_id = good.ended()
    assert (code, "Completed" in printed) == (0, True), printed
    assert deployed.server.get(f"/flow_runs/{run_id}")["state_type"] == "COMPLETED"
    states = dict(_figures(good.home, "SELECT state, count(*) FROM ops.documents GROUP BY state"))
    assert states == {"loaded": LOADED, "duplicate": DUPLICATE, "quarantined": QUARANTINED + HEAVY_FILES}
    assert _figures(good.home, "SELECT flow, status FROM ops.runs") == [("ingest", "succeeded")]


def test_stages_show_as_tasks(deployed: Deployed, good: Watched) -> None:
    """Each stage is a task run of its own name, and each batch; all carry the project's tag."""
    runs = deployed.server.task_runs(good.ended()[2])
    names = [re.sub(r"-[0-9a-f]{3}$", "", run["name"]) for run in runs]
    assert names[0] == "discover files"
    assert sorted(names[1:-3]) == sorted(f"batch {number}" for number in range(1, HEAVY_FILES + 2))
    assert names[-3:] == ["load batches", "publish snapshot", "export parquet"]
    assert all(run["tags"] == ["dateline"] for run in runs)
    assert {run["state_name"] for run in runs} == {"Completed"}


def test_artifacts_show_progress_and_figures(deployed: Deployed, good: Watched) -> None:
    """A run of many batches has a progress bar that fills, and leaves its figures."""
    found = deployed.server.artifacts(good.ended()[2])
    assert found["batches"]["type"] == "progress"
    assert found["batches"]["data"] == 100.0
    shown = found["ingest-summary"]["data"]
    assert f"- documents loaded: {LOADED}\n" in shown
    assert "a new snapshot was published" in shown
    assert f"| articles | {LOADED} | 0 | 0 |\n" in shown


def test_failed_run_is_seen_and_publishes_nothing(deployed: Deployed, failing: Watched) -> None:
    """A run over its share of refused files is Failed, ends `--watch` with 1, and leaves no warehouse."""
    code, printed, run_id = failing.ended()
    assert code == 1, printed
    state = deployed.server.get(f"/flow_runs/{run_id}")["state"]
    assert state["type"] == "FAILED"
    assert f"1 of {LOADED + DUPLICATE + QUARANTINED} documents were refused" in state["message"]
    assert not (failing.home / "warehouse.duckdb").exists()
    assert "ingest-summary" not in deployed.server.artifacts(run_id)


def test_schedule_fires(deployed: Deployed) -> None:
    """The clock starts the nightly run, with the source and home that prefect.yaml names."""
    server, project = deployed
    wanted = {
        "deployments": {"name": {"any_": ["nightly"]}},
        "flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}},
    }
    wait_for("a scheduled run", lambda: server.post("/flow_runs/filter", wanted), seconds=TICK_SECONDS)
    run = server.post("/flow_runs/filter", wanted)[0]
    assert run["auto_scheduled"]
    inbox = project / "samples" / "inbox"
    files = sum(1 for path in inbox.rglob("*") if path.is_file())
    assert _figures(project / "data", "SELECT count(*) FROM ops.files") == [(files,)]
