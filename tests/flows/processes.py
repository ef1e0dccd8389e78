"""Processes that tests start: the command line as a user calls it, and things that run beside it.

Every process carries a mark in its environment, so that what outlives its test is found and ended by its id.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
MARK = f"DATELINE_TEST_RUN={uuid4().hex}"
STOP_SECONDS = 10.0
POLL_SECONDS = 0.1
NOT_COPIED = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "data", "tests", "benchmarks")


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without any Prefect setting, plus what is asked for."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    name, value = MARK.split("=")
    return {
        **kept,
        name: value,
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": "/nonexistent/prefect",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "COLUMNS": "200",
        **more,
    }


def command(*arguments: object) -> list[str]:
    """Return the words that call the command line."""
    return [sys.executable, "-m", "flows.cli", *(str(a) for a in arguments)]


def dateline(
    *arguments: object, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `dateline` with the arguments and return what it did."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**(env or {})),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@contextmanager
def started(
    words: list[str], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None, log: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Start a process in a session of its own, its output to pipes or a log, and end the session after."""
    with ExitStack() as stack:
        output = stack.enter_context(log.open("w")) if log else subprocess.PIPE
        process = stack.enter_context(
            subprocess.Popen(
                words,
                cwd=cwd,
                env=environment(**(env or {})),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT if log else subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        stack.callback(stop, process)
        yield process


def stop(process: subprocess.Popen[str]) -> None:
    """End a process as Ctrl-C does, by force when it does not follow, and what is left of its group."""
    for number in (signal.SIGINT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def left_behind() -> dict[int, str]:
    """Return the processes started by this test run that are still there, with their command lines."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if MARK.encode() in (folder / "environ").read_bytes().split(b"\0"):
                words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                found[int(folder.name)] = words
    return found


def wait_for(told: str, condition: Callable[[], object], *, seconds: float) -> None:
    """Wait until the condition holds; fail with what was waited for when it doesn't in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s for {told}"
        time.sleep(POLL_SECONDS)


def copy_project(target: Path) -> Path:
    """Copy what the project needs to run, without its history, environments and data."""
    shutil.copytree(ROOT, target, ignore=NOT_COPIED, symlinks=True)
    return target
