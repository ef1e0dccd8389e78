"""The command line as a subprocess: help, exit codes, what is printed where, and what is imported when."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from flows.cli import subcommands
from tests.flows.inbox import BROKEN, DUPLICATE, LOADED, QUARANTINED, write_inbox
from tests.flows.processes import ROOT, command, dateline, environment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flows.conftest import Here, Ingested

COMMANDS = [name for name, _ in subcommands()]
HEAVY = ("prefect", "pandas", "pandera", "pyarrow", "duckdb", "rich")
CONTRACT = [
    "run_id",
    "status",
    "files_seen",
    "files_new",
    "files_changed",
    "files_unchanged",
    "files_removed",
    "documents_loaded",
    "documents_duplicate",
    "documents_quarantined",
    "articles_total",
    "rows",
    "seconds",
]
STAGE_LINE = re.compile(r"\d\d:\d\d:\d\d (discovered|loaded|published|exported) .+")


def _imported(*arguments: object, heavy: tuple[str, ...] = HEAVY) -> list[str]:
    """Return which heavy packages a command imports, itself or what it starts."""
    script = (
        "import sys; from flows.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        f"print('imported', [name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *(str(a) for a in arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout.rsplit("imported ", 1)[1].replace("'", '"'))
    return found


def _read_all(terminal: int) -> str:
    """Return what was shown until the last writer left, without what steers the terminal."""
    shown = b""
    with suppress(OSError):
        while chunk := os.read(terminal, 4096):
            shown += chunk
    os.close(terminal)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    """`dateline COMMAND --help` prints usage with the options every command has."""
    done = dateline(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: dateline {name} ")
    assert "--home" in done.stdout
    assert "--json" in done.stdout


def test_help_names_every_command() -> None:
    """`dateline --help` lists the commands, and imports nothing that makes it slow."""
    done = dateline("--help")
    assert done.returncode == 0
    assert [name for name in COMMANDS if f"\n    {name}" not in done.stdout] == []
    assert _imported("--help") == []


def test_direct_run_imports_no_prefect(ingested: Ingested) -> None:
    """A run without Prefect pays nothing for it, and makes no Prefect folder."""
    home = ingested.home
    assert _imported("ingest", ingested.inbox, "--home", home, heavy=("prefect", "duckdb")) == ["duckdb"]


def test_ingest_json_is_the_contract(ingested: Ingested) -> None:
    """`ingest --json` prints one JSON object and nothing else; its first names are the contract's."""
    assert ingested.done.stdout.count("\n") == 1
    record = json.loads(ingested.done.stdout)
    assert list(record)[: len(CONTRACT)] == CONTRACT
    assert record["status"] == "succeeded"
    assert record["files_seen"] == record["files_new"] == LOADED + DUPLICATE + QUARANTINED
    assert record["documents_loaded"] == record["articles_total"] == LOADED
    assert (record["documents_duplicate"], record["documents_quarantined"]) == (DUPLICATE, QUARANTINED)
    assert record["rows"]["articles"] == {"inserted": LOADED, "updated": 0, "deleted": 0}
    assert all(seconds >= 0 for seconds in record["seconds"].values())


def test_log_is_a_line_a_stage(ingested: Ingested) -> None:
    """Standard error has one line a stage, none a file, and no progress bar where nobody looks."""
    lines = ingested.done.stderr.splitlines()
    assert [m and m[1] for m in map(STAGE_LINE.fullmatch, lines)] == [
        "discovered",
        "loaded",
        "published",
        "exported",
    ]


def test_terminal_sees_progress(ingested: Ingested, tmp_path: Path) -> None:
    """On a terminal a bar shows how many batches are done."""
    controller, terminal = pty.openpty()
    words = command("ingest", ingested.inbox, "--home", tmp_path / "home")
    env = environment(TERM="xterm")
    with subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=terminal) as process:
        os.close(terminal)
        shown = _read_all(controller)
    assert process.returncode == 0
    assert "batches" in shown
    assert "1/1" in shown


def test_second_run_says_that_nothing_is_new(ingested: Ingested, here: Here) -> None:
    """Run again, the command prints what a person wants to know: nothing new, nothing published."""
    before = (ingested.home / "warehouse.duckdb").readlink()
    done = here("ingest", ingested.inbox, "--home", ingested.home)
    assert done.returncode == 0
    files = LOADED + DUPLICATE + QUARANTINED
    assert f"files: {files} seen, 0 new, 0 changed, {files} unchanged, 0 removed\n" in done.stdout
    assert "nothing new: the published snapshot stays\n" in done.stdout
    assert (ingested.home / "warehouse.duckdb").readlink() == before


def test_dry_run_publishes_nothing(ingested: Ingested, here: Here, tmp_path: Path) -> None:
    """`--dry-run` tells what would be loaded, and leaves no warehouse."""
    done = here("ingest", ingested.inbox, "--home", tmp_path / "home", "--dry-run")
    assert done.returncode == 0
    assert f"{LOADED} loaded, {DUPLICATE} duplicate, {QUARANTINED} quarantined" in done.stdout
    assert "dry run: nothing was published" in done.stdout
    assert not (tmp_path / "home" / "warehouse.duckdb").exists()
    assert not list((tmp_path / "home" / "parquet").iterdir())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "COMMAND"),
        (("ingets",), "ingets"),
        (("ingest",), "SOURCE"),
        (("ingest", "x", "--workers", "two"), "two"),
        (("ingest", "x", "--workers", "-1"), "workers"),
        (("ingest", "x", "--max-reject-share", "7"), "7"),
        (("ingest", "x", "y", "--source-name", "z"), "--source-name"),
        (("sql", "SELECT 1", "--format", "xml"), "xml"),
    ],
)
def test_wrong_command_ends_with_2(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """A command that makes no sense ends with 2, says what is wrong with it, and touches nothing."""
    done = dateline(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_missing_source_ends_with_2(tmp_path: Path) -> None:
    """A source that does not exist ends with 2 and is named; nothing is published."""
    done = dateline("ingest", tmp_path / "inbix", "--home", tmp_path / "home")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"SOURCE {tmp_path / 'inbix'} does not exist" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home" / "warehouse.duckdb").exists()


def test_too_many_refused_ends_with_1(here: Here, tmp_path: Path) -> None:
    """Over the share of refused files the run ends with 1, says so everywhere, and publishes nothing."""
    inbox, home = write_inbox(tmp_path / "inbox"), tmp_path / "home"
    done = here("ingest", inbox, "--home", home, "--max-reject-share", 0, "--json")
    assert done.returncode == 1
    failed = json.loads(done.stdout)
    assert failed["status"] == "failed"
    assert f"1 of {LOADED + DUPLICATE + QUARANTINED} documents were refused" in failed["error"]
    assert f"dateline ingest: {failed['error']}\n" in done.stderr
    assert not (home / "warehouse.duckdb").exists()
    assert f"failed: {failed['error']}\n" in here("status", "--home", home).stdout

    (inbox / BROKEN).unlink()
    assert here("ingest", inbox, "--home", home, "--max-reject-share", 0).returncode == 0
    assert "nothing needs attention" in here("status", "--home", home).stdout


def test_home_that_is_a_file_ends_with_1(ingested: Ingested, tmp_path: Path) -> None:
    """A home that is a file ends with 1 and says so, without a traceback."""
    home = tmp_path / "home"
    home.write_text("not a folder")
    done = dateline("ingest", ingested.inbox, "--home", home)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{home} can't be written" in done.stderr
    assert "Traceback" not in done.stderr
