"""Running a command while adding up the memory of it and all its children (Linux: proportional set size)."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SAMPLE_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """How a command went: wall seconds, peak memory in MB of 10^6 bytes, and what it printed."""

    seconds: float
    peak_mb: float
    output: str


def run_watched(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Watched:
    """Run a command to its end; raise `RuntimeError` with its last lines when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    peak = 0
    while True:
        try:
            output, errors = process.communicate(timeout=SAMPLE_SECONDS)
            break
        except subprocess.TimeoutExpired:
            peak = max(peak, sum(_proportional_set(each) for each in _family(process.pid)))
    seconds = time.perf_counter() - started
    if process.returncode:
        message = f"{command} ended with {process.returncode}: {errors[-2000:]}"
        raise RuntimeError(message)
    return Watched(seconds=seconds, peak_mb=peak / 1e6, output=output)


def _family(pid: int) -> list[int]:
    """Return a process and all that descend from it."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return [pid]
    return [pid, *(each for child in told.split() for each in _family(int(child)))]


def _proportional_set(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
