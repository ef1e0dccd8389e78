"""The commands that only read: sql, quarantine and status, over one small warehouse."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.flows.inbox import BROKEN, DUPLICATE, LOADED, QUARANTINED, write_inbox
from tests.flows.processes import ROOT, command, environment

if TYPE_CHECKING:
    from tests.flows.conftest import Here, Ingested

QUESTION = "SELECT path, size_bytes > 0 AS has_bytes, NULL AS nothing FROM ops.files ORDER BY path"
PATHS = ["again/quito.txt", "empty.txt", "hanoi.txt", "oslo.txt", "quito.txt"]


def _ask(here: Here, ingested: Ingested, form: str, query: str = QUESTION) -> str:
    done = here("sql", query, "--home", ingested.home, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_sql_as_table(here: Here, ingested: Ingested) -> None:
    """A table for people has a heading, a line a row, and the number of rows."""
    lines = _ask(here, ingested, "table").splitlines()
    assert lines[1].split("┃")[1:4] == [" path            ", " has_bytes ", " nothing "]
    assert [line.split("│")[1].strip() for line in lines[3:-2]] == PATHS
    assert lines[-1] == "5 rows"


def test_sql_as_csv(here: Here, ingested: Ingested) -> None:
    """CSV has a heading and a line a row; what is missing is an empty cell."""
    rows = list(csv.reader(io.StringIO(_ask(here, ingested, "csv"))))
    assert rows[0] == ["path", "has_bytes", "nothing"]
    assert rows[1:] == [[path, str(path != BROKEN), ""] for path in PATHS]


def test_sql_as_json(here: Here, ingested: Ingested) -> None:
    """JSON lines have one object a row, in the query's order."""
    rows = [json.loads(line) for line in _ask(here, ingested, "json").splitlines()]
    assert rows == [{"path": p, "has_bytes": p != BROKEN, "nothing": None} for p in PATHS]


def test_columns_of_one_name(here: Here, ingested: Ingested) -> None:
    """Two columns of one name keep both values; where names are keys, the second has a number."""
    query = "SELECT 1 AS name, 2 AS name, 3 AS place"
    assert _ask(here, ingested, "csv", query).splitlines() == ["name,name,place", "1,2,3"]
    assert json.loads(_ask(here, ingested, "json", query)) == {"name": 1, "name_2": 2, "place": 3}
    assert "│ 1    │ 2    │ 3     │" in _ask(here, ingested, "table", query)


def test_sql_as_parquet(ingested: Ingested) -> None:
    """Parquet goes to standard output as bytes that any reader opens."""
    words = command("sql", QUESTION, "--home", ingested.home, "--format", "parquet")
    done = subprocess.run(words, cwd=ROOT, env=environment(), capture_output=True, check=True)
    table = pq.read_table(pa.BufferReader(done.stdout))
    assert table.column("path").to_pylist() == PATHS


def test_sql_json_is_one_object(here: Here, ingested: Ingested) -> None:
    """`sql --json` prints one object with columns and rows; times and text beyond ASCII survive."""
    query = "SELECT 'Sørbø' AS name, TIMESTAMP '2024-03-04 05:06:07' AS said_at"
    done = here("sql", query, "--home", ingested.home, "--json")
    assert json.loads(done.stdout) == {
        "columns": ["name", "said_at"],
        "rows": [{"name": "Sørbø", "said_at": "2024-03-04 05:06:07"}],
    }


@pytest.mark.parametrize(
    "query",
    [
        "SELEC 1",
        "SELECT 1; SELECT 2",
        "DELETE FROM articles",
        "CREATE TABLE more AS SELECT 1",
        "COPY articles TO 'articles.csv'",
        "SELECT * FROM read_text('pyproject.toml')",
        "SET enable_external_access = true",
        "",
    ],
)
def test_sql_that_is_wrong_or_writes_ends_with_2(here: Here, ingested: Ingested, query: str) -> None:
    """SQL with an error, and SQL that would do more than read, ends with 2 and changes nothing."""
    before = sha256((ingested.home / "warehouse.duckdb").read_bytes()).hexdigest()
    done = here("sql", query, "--home", ingested.home)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dateline sql: ")
    assert "Traceback" not in done.stderr
    assert sha256((ingested.home / "warehouse.duckdb").read_bytes()).hexdigest() == before
    assert not Path("articles.csv").exists()


def test_reader_that_leaves_early_is_no_error(ingested: Ingested) -> None:
    """`dateline sql … | head -1` ends quietly."""
    words = command("sql", "SELECT range FROM range(200000)", "--home", ingested.home, "--format", "csv")
    with subprocess.Popen(
        words, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "range\n"
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, "")


@pytest.mark.parametrize("words", [("sql", "SELECT 1"), ("quarantine",)])
def test_nothing_to_read_ends_with_1(here: Here, words: tuple[str, ...], tmp_path: Path) -> None:
    """Before the first run, a question ends with 1 and says what to run."""
    done = here(*words, "--home", tmp_path / "home")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Run: dateline ingest SOURCE --home {tmp_path / 'home'}" in done.stderr
    assert not (tmp_path / "home").exists()


def test_quarantine_lists_and_shows(here: Here, ingested: Ingested) -> None:
    """The list has a line an entry; `--show` of its id says why and what to do."""
    listed = here("quarantine", "--home", ingested.home)
    assert listed.returncode == 0
    (line,) = listed.stdout.splitlines()
    ident, code, path = line.split()[:3]
    assert (code, path) == ("empty", f"inbox/{BROKEN}")
    shown = here("quarantine", "--home", ingested.home, "--show", ident)
    assert shown.returncode == 0
    assert "reason:   empty: " in shown.stdout
    assert "Ask the sender for it again." in shown.stdout


def test_quarantine_json(here: Here, ingested: Ingested) -> None:
    """`quarantine --json` prints one object; an entry is found by its document's id too."""
    entries = json.loads(here("quarantine", "--home", ingested.home, "--json").stdout)["entries"]
    assert [(e["path"], e["code"], e["is_open"]) for e in entries] == [(BROKEN, "empty", True)]
    again = here("quarantine", "--home", ingested.home, "--json", "--show", entries[0]["document_id"])
    assert json.loads(again.stdout)["entries"] == entries


def test_quarantine_of_unknown_id_ends_with_2(here: Here, ingested: Ingested) -> None:
    """An id that nothing has, also one made to break the query, ends with 2."""
    done = here("quarantine", "--home", ingested.home, "--show", "it's\"; drop")
    assert (done.returncode, done.stdout) == (2, "")
    assert "it's\"; drop" in done.stderr


def test_mended_file_leaves_the_list(here: Here, tmp_path: Path) -> None:
    """A file that was mended is no longer listed, but its closed entry is still there with `--all`."""
    inbox, home = write_inbox(tmp_path / "inbox"), tmp_path / "home"
    assert here("ingest", inbox, "--home", home).returncode == 0
    (inbox / BROKEN).write_text("VADUZ: The ferry is back, the port said on Monday.\n\nIt was painted.\n")
    assert here("ingest", inbox, "--home", home).returncode == 0
    assert here("quarantine", "--home", home).stdout == "nothing is in quarantine\n"
    assert " empty (closed)  " in here("quarantine", "--home", home, "--all").stdout
    status = json.loads(here("status", "--home", home, "--json").stdout)
    assert status["attention"] == []


def test_status_before_the_first_run(here: Here, tmp_path: Path) -> None:
    """Status of a home that is not there yet says what to run, ends with 0 and makes nothing."""
    done = here("status", "--home", tmp_path / "home")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"nothing was ingested yet: dateline ingest SOURCE --home {tmp_path / 'home'}" in done.stdout
    assert not (tmp_path / "home").exists()


def test_status_after_a_run(here: Here, ingested: Ingested) -> None:
    """Status counts files and documents by state and points at the quarantine."""
    done = here("status", "--home", ingested.home)
    assert done.stdout.startswith(f"{LOADED} articles\n")
    for state, count in (("loaded", LOADED), ("duplicate", DUPLICATE), ("quarantined", QUARANTINED)):
        assert f"  documents {state}: {count}\n" in done.stdout
    assert (
        f"1 open reasons in quarantine (1 empty): dateline quarantine --home {ingested.home}" in done.stdout
    )


def test_status_json(here: Here, ingested: Ingested) -> None:
    """`status --json` prints one object with the runs, newest first."""
    status = json.loads(here("status", "--home", ingested.home, "--json").stdout)
    first = json.loads(ingested.done.stdout)
    assert status["runs"][-1] == first
    assert status["writer"] is None
    assert status["documents"] == {
        "duplicate": DUPLICATE,
        "loaded": LOADED,
        "quarantined": QUARANTINED,
    }
