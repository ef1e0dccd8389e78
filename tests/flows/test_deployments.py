"""prefect.yaml on a real server with a real worker: deployed, started by hand and by the clock, failing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import duckdb
import httpx
import pytest

from tests.flows.deployment import HEAVY_FILES, RUN_SECONDS
from tests.flows.inbox import DUPLICATE, LOADED, QUARANTINED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flows.deployment import Deployed

pytestmark = pytest.mark.flow


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
        "facts",
        "fields",
    ]
    assert all(each["title"] and each["description"] for each in shown.values())
    assert shown["removed"]["enum"] == ["keep", "withdraw"]
    assert shown["facts"]["enum"] == ["rules", "ner", "none"]
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


def test_ad_hoc_run_loads_the_folder(deployed: Deployed) -> None:
    """`prefect deployment run … --watch` ends with 0, and the rows are in the warehouse."""
    code, printed, run_id = deployed.good.ended()
    assert (code, "Completed" in printed) == (0, True), printed
    assert deployed.server.get(f"/flow_runs/{run_id}")["state_type"] == "COMPLETED"
    states = dict(_figures(deployed.good.home, "SELECT state, count(*) FROM ops.documents GROUP BY state"))
    assert states == {"loaded": LOADED, "duplicate": DUPLICATE, "quarantined": QUARANTINED + HEAVY_FILES}
    assert _figures(deployed.good.home, "SELECT flow, status FROM ops.runs") == [("ingest", "succeeded")]


def test_stages_show_as_tasks(deployed: Deployed) -> None:
    """Each stage is a task run of its own name, and each batch; all carry the project's tag."""
    runs = deployed.server.task_runs(deployed.good.ended()[2])
    names = [re.sub(r"-[0-9a-f]{3}$", "", run["name"]) for run in runs]
    assert names[0] == "discover files"
    assert sorted(names[1:-4]) == sorted(f"batch {number}" for number in range(1, HEAVY_FILES + 1))
    assert names[-4:] == ["load batches", "publish snapshot", "export parquet", "write report"]
    assert all(run["tags"] == ["dateline"] for run in runs)
    assert {run["state_name"] for run in runs} == {"Completed"}


def test_artifacts_show_progress_and_figures(deployed: Deployed) -> None:
    """A run of many batches has a progress bar that fills, and leaves its figures."""
    found = deployed.server.artifacts(deployed.good.ended()[2])
    assert found["batches"]["type"] == "progress"
    assert found["batches"]["data"] == 100.0
    shown = found["ingest-summary"]["data"]
    assert f"- documents loaded: {LOADED}\n" in shown
    assert "a new snapshot was published" in shown
    assert f"| articles | {LOADED} | 0 | 0 |\n" in shown


def test_failed_run_is_seen_and_publishes_nothing(deployed: Deployed) -> None:
    """A run over its share of refused files is Failed, ends `--watch` with 1, and leaves no warehouse."""
    code, printed, run_id = deployed.failing.ended()
    assert code == 1, printed
    state = deployed.server.get(f"/flow_runs/{run_id}")["state"]
    assert state["type"] == "FAILED"
    assert f"1 of {LOADED + DUPLICATE + QUARANTINED} documents were refused" in state["message"]
    assert not (deployed.failing.home / "warehouse.duckdb").exists()
    assert "ingest-summary" not in deployed.server.artifacts(run_id)


def test_schedule_fires(deployed: Deployed) -> None:
    """The clock starts the nightly run, with the source and home that prefect.yaml names."""
    run = deployed.server.finished(deployed.scheduled["id"], seconds=RUN_SECONDS)
    assert run["state_type"] == "COMPLETED", run["state"]
    assert run["auto_scheduled"]
    inbox = deployed.project / "samples" / "inbox"
    files = sum(1 for path in inbox.rglob("*") if path.is_file())
    assert _figures(deployed.project / "data", "SELECT count(*) FROM ops.files") == [(files,)]
