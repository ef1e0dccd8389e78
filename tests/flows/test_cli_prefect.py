"""`dateline ingest` through Prefect: the same rows, the same exit codes, and no trace that matters."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from tests.flows.processes import dateline

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flows.conftest import Ingested
    from tests.flows.server import Server

pytestmark = pytest.mark.flow

TABLES = "SELECT schema_name, table_name FROM duckdb_tables() ORDER BY ALL"
OF_THE_RUN = re.compile(r"run_id|\w+_run|started_at|finished_at|seconds_json")


def _rows(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table, without what differs from run to run."""
    found = {}
    with duckdb.connect(home / "warehouse.duckdb", read_only=True) as connection:
        for schema, table in connection.execute(TABLES).fetchall():
            names = [row[0] for row in connection.execute(f"DESCRIBE {schema}.{table}").fetchall()]
            kept = ", ".join(f'"{name}"' for name in names if not OF_THE_RUN.fullmatch(name))
            if kept:
                query = f"SELECT {kept} FROM {schema}.{table} ORDER BY ALL"
                found[f"{schema}.{table}"] = connection.execute(query).fetchall()
    return found


@pytest.fixture(scope="module")
def through(server: Server, ingested: Ingested, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Ingest the small inbox through the server, as happens where one is configured; return home and JSON."""
    home = tmp_path_factory.mktemp("through") / "home"
    done = dateline("ingest", ingested.inbox, "--home", home, "--json", env=server.env())
    assert done.returncode == 0, done.stderr
    return home, done.stdout


def test_same_rows_as_directly(ingested: Ingested, through: tuple[Path, str]) -> None:
    """Through Prefect every table holds the rows that a direct run makes."""
    direct = _rows(ingested.home)
    assert len(direct["main.articles"]) > 0
    assert _rows(through[0]) == direct


def test_json_is_all_there_is_on_standard_output(ingested: Ingested, through: tuple[Path, str]) -> None:
    """Through Prefect `--json` prints one object too, with the same names and figures."""
    assert through[1].count("\n") == 1
    seen, direct = json.loads(through[1]), json.loads(ingested.done.stdout)
    assert list(seen) == list(direct)
    assert seen["rows"] == direct["rows"]


def test_prefect_remembers_nothing_that_matters(
    server: Server, ingested: Ingested, through: tuple[Path, str]
) -> None:
    """With Prefect's folder gone the next run, orchestrated or not, finds all files as they were."""
    shutil.rmtree(server.env()["PREFECT_HOME"])
    done = dateline("ingest", ingested.inbox, "--home", through[0], "--json")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["files_unchanged"] == seen["files_seen"] == json.loads(through[1])["files_new"]
    assert not seen["published"]


def test_missing_source_ends_with_2(server: Server, tmp_path: Path) -> None:
    """A wrong command ends with 2 through Prefect too, at once: no retry finds a folder that is not there."""
    words = ("ingest", tmp_path / "inbix", "--home", tmp_path / "home", "--json")
    done = dateline(*words, env=server.env())
    assert (done.returncode, done.stdout) == (2, "")
    assert f"SOURCE {tmp_path / 'inbix'} does not exist" in done.stderr
    assert "will start" not in done.stderr


def test_api_that_does_not_answer_ends_with_1(ingested: Ingested, tmp_path: Path) -> None:
    """Where the configured API is down the run ends with 1 and says so, and nothing is published."""
    env = {"PREFECT_API_URL": "http://127.0.0.1:9/api", "PREFECT_HOME": str(tmp_path / "prefect")}
    done = dateline("ingest", ingested.inbox, "--home", tmp_path / "home", env=env)
    assert (done.returncode, done.stdout) == (1, "")
    assert "127.0.0.1:9" in done.stderr
    assert "--orchestrate off" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home" / "warehouse.duckdb").exists()
