"""Runs that are killed, and runs that meet another: nothing half done is published, and nobody is stuck."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.flows.inbox import MANY, write_inbox, write_many
from tests.flows.processes import ROOT, command, left_behind, started, wait_for

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from tests.flows.conftest import Here

WORKERS = 2
HOLD = """
import sys
from pathlib import Path
from warehouse.home import Home
from warehouse.lock import writer_lock

with writer_lock(Home(Path(sys.argv[1])), purpose="a test"):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write an inbox that takes a while."""
    return write_many(tmp_path_factory.mktemp("many") / "wells")


@contextmanager
def _at_work(inbox: Path, home: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a run over the inbox and hand it out when it has begun to process batches."""
    with started(command("ingest", inbox, "--home", home, "--workers", WORKERS)) as process:
        assert process.stderr
        assert "discovered" in process.stderr.readline()
        wait_for("the parsing processes", lambda: len(_session(process)) > 1 + WORKERS, seconds=20)
        assert process.poll() is None
        yield process


@contextmanager
def _locked(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Hold the home folder's lock in another process until a line is written to it."""
    with started([sys.executable, "-c", HOLD, str(home)], cwd=ROOT) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process


def test_killed_runs_publish_nothing(many: Path, here: Here, tmp_path: Path) -> None:
    """A run that is stopped leaves no warehouse and no process; status says so; the next run does it all."""
    home = tmp_path / "home"
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        with _at_work(many, home) as process:
            os.killpg(process.pid, number) if number is signal.SIGINT else process.send_signal(number)
            process.wait(30)
            _, told = process.communicate(timeout=10)
            assert process.returncode == (1 if number is signal.SIGINT else -number)
            assert ("interrupted; nothing was published" in told) == (number is signal.SIGINT)
            wait_for("the parsing processes to end", partial(_is_gone, process), seconds=10)
        assert not (home / "warehouse.duckdb").exists()
        said = here("status", "--home", home).stdout
        assert (" failed: " if number is signal.SIGINT else " died; run the same ingest again") in said

    done = here("ingest", many, "--home", home, "--workers", 1, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents_loaded"] == MANY
    runs = json.loads(here("status", "--home", home, "--json").stdout)["runs"]
    assert [run["status"] for run in runs] == ["succeeded", "crashed", "crashed", "failed"]
    assert list((home / "staging").iterdir()) == []


def _is_gone(process: subprocess.Popen[str]) -> bool:
    return not _session(process)


def _session(process: subprocess.Popen[str]) -> list[int]:
    """Return the processes of the session that a process began, itself included."""
    found = []
    for pid in left_behind():
        with suppress(ProcessLookupError):
            if os.getsid(pid) == process.pid:
                found.append(pid)
    return found


def test_second_writer_is_told_who_writes(here: Here, tmp_path: Path) -> None:
    """While another process writes, a run ends with 1 and says who it is and since when; status too."""
    inbox, home = write_inbox(tmp_path / "inbox"), tmp_path / "home"
    with _locked(home) as holder:
        done = here("ingest", inbox, "--home", home)
        assert (done.returncode, done.stdout) == (1, "")
        who = rf"a test \(process {holder.pid} on .+, since \d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00\)"
        assert re.search(rf"is being written by {who}\. Run again .* --wait SECONDS", done.stderr)
        assert re.search(f"being written by {who}", here("status", "--home", home).stdout)
    assert not (home / "warehouse.duckdb").exists()


def test_waiting_writer_gets_its_turn(tmp_path: Path) -> None:
    """With `--wait` a run waits until the other has finished, and then runs."""
    inbox, home = write_inbox(tmp_path / "inbox"), tmp_path / "home"
    with (
        _locked(home) as holder,
        started(command("ingest", inbox, "--home", home, "--wait", 60, "--json")) as waiting,
    ):
        wait_for(
            "the run to ask for the lock", lambda: _has_open(waiting.pid, home / "writer.lock"), seconds=20
        )
        time.sleep(1)
        assert waiting.poll() is None
        assert not (home / "runs").exists()
        holder.communicate("go\n", timeout=20)
        printed, _ = waiting.communicate(timeout=60)
    assert waiting.returncode == 0
    assert json.loads(printed)["status"] == "succeeded"


def _has_open(pid: int, path: Path) -> bool:
    """Whether a process has a file open."""
    return any(path == link.resolve() for link in type(path)(f"/proc/{pid}/fd").iterdir())
