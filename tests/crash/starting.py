"""How runs are started and killed from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.crash.launcher import Order, as_line
from tests.flows.processes import environment
from tests.helpers import ROOT

_GONE_SECONDS = 10.0


class Launcher:
    """Starts runs by forking from a process that has everything loaded."""

    def __init__(self) -> None:
        """Start that process."""
        words = [sys.executable, "-m", "tests.crash.launcher"]
        self._process = subprocess.Popen(
            words, cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, order: Order, *, after_seconds: float | None = None) -> int:
        """Run an order, killed after so many seconds, and return its exit code."""
        assert self._process.stdin
        self._process.stdin.write(as_line(order))
        self._process.stdin.flush()
        pid = int(self._answer())
        if after_seconds is not None:
            time.sleep(after_seconds)
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
        code = int(self._answer())
        require_gone(pid)
        return code

    def _answer(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the launcher has died"
        return line

    def close(self) -> None:
        """End the process."""
        with self._process:
            assert self._process.stdin
            self._process.stdin.close()


def require_gone(leader: int) -> None:
    """Wait until no process of a session is left; none may outlive its run."""
    deadline = time.monotonic() + _GONE_SECONDS
    while left := _session(leader):
        assert time.monotonic() < deadline, f"processes outlive their run: {left}"
        time.sleep(0.01)


def _session(leader: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(stat[3]) == leader and stat[0] != "Z":
                found.append(int(folder.name))
    return found
