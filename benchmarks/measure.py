"""All measurements in one run, as ratios; writes docs/benchmarks.md.

    python -m benchmarks.measure --count 100000 [--memory-count 300000] [--work FOLDER]

Machines differ and are noisy, so only ratios between figures of one run mean anything.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.generate import DAYS, FIRST_DAY, generate
from benchmarks.parsing import LABELLED, microseconds
from benchmarks.report import write_report
from benchmarks.watch import Watched, run_watched

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 1
DATELINE = [sys.executable, "-m", "flows.cli"]
DLT_FILES = 5000
"""dlt loads so many of the files; its rate does not rise with the count."""


@dataclass(slots=True)
class Figures:
    """What was measured, in the order it was."""

    count: int
    values: dict[str, float] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)

    def keep(self, name: str, watched: Watched) -> None:
        """Keep the seconds and the peak of one command."""
        self.values[f"{name}_seconds"] = watched.seconds
        self.values[f"{name}_mb"] = watched.peak_mb
        print(f"{name}: {watched.seconds:.1f} s, {watched.peak_mb:.0f} MB", file=sys.stderr, flush=True)


def main() -> None:
    """Measure and write the report."""
    options = _options()
    work = Path(options.work or tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        figures = measure(work, options.count, options.memory_count)
        write_report(figures.count, figures.values, figures.notes)
    finally:
        if options.work is None:
            shutil.rmtree(work, ignore_errors=True)


def measure(work: Path, count: int, memory_count: int) -> Figures:
    """Run every measurement on `count` generated files."""
    figures = Figures(count)
    inbox, home = work / "inbox", work / "home"
    generate(inbox, count, SEED, first_day=FIRST_DAY, days=DAYS)
    _floor(figures, inbox)
    for kind, folder in (("generated", inbox), ("labelled", LABELLED)):
        figures.values |= {f"{stage}_{kind}_us": cost for stage, cost in microseconds(folder).items()}
    figures.keep("help", _dateline("--help"))
    direct = ingest(inbox, home)
    figures.keep("direct", direct)
    figures.notes["direct"] = json.loads(direct.output)
    figures.keep("bare", ingest(inbox, work / "home-bare", facts="none"))
    figures.keep("nothing", ingest(inbox, home))
    generate(inbox, count // 100, SEED, first_day=FIRST_DAY, days=DAYS, start=count)
    figures.values["snapshot_copy_seconds"] = copy_seconds(home / "warehouse.duckdb", work / "copy")
    nightly = ingest(inbox, home)
    figures.keep("nightly", nightly)
    figures.notes["nightly"] = json.loads(nightly.output)
    figures.keep("samples", ingest(Path("samples/inbox"), work / "samples"))
    with _prefect_server(work / "prefect") as environment:
        figures.keep("prefect", ingest(inbox, work / "home-prefect", environment))
    for shape in ("nested", "arrow"):
        _dlt(figures, work, shape)
    if memory_count > count:
        generate(inbox, memory_count - count, SEED, first_day=FIRST_DAY, days=DAYS, start=count)
        figures.notes["memory_count"] = memory_count
        figures.keep("large", ingest(inbox, work / "home-large", facts="none"))
    return figures


def _floor(figures: Figures, inbox: Path) -> None:
    """Measure the floor twice and keep the second: files in the page cache, as in every other measurement."""
    for _ in range(2):
        told = json.loads(run_watched([sys.executable, "-m", "benchmarks.floor", str(inbox)]).output)
    figures.values["floor_seconds"] = told["seconds"]
    figures.values["list_seconds"] = told["list_seconds"]


def _dateline(*arguments: str, environment: dict[str, str] | None = None) -> Watched:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return run_watched([*DATELINE, *arguments], {**clean, **(environment or {})})


def ingest(
    inbox: Path, home: Path, environment: dict[str, str] | None = None, *, facts: str = "rules"
) -> Watched:
    """Run the main job, through Prefect where an environment leads to a server."""
    choice = "prefect" if environment else "off"
    arguments = ("ingest", str(inbox), "--home", str(home), "--facts", facts, "--orchestrate", choice)
    return _dateline(*arguments, "--json", environment=environment)


def copy_seconds(source: Path, target: Path) -> float:
    """Return what it takes to copy a file and have the disk confirm it."""
    started = time.perf_counter()
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())
    seconds = time.perf_counter() - started
    target.unlink()
    return seconds


def _dlt(figures: Figures, work: Path, shape: str) -> None:
    part = work / "inbox-dlt"
    if not part.exists():
        generate(part, DLT_FILES, SEED, first_day=FIRST_DAY, days=DAYS)
    command = [
        sys.executable,
        "-m",
        "benchmarks.dlt_baseline",
        str(part),
        str(work / f"dlt-{shape}"),
        "--shape",
        shape,
    ]
    told = json.loads(run_watched(command).output)
    figures.values[f"dlt_{shape}_per_second"] = told["articles_per_second"]
    figures.notes["dlt"] = told["dlt"]
    print(f"dlt {shape}: {told['articles_per_second']} articles/s", file=sys.stderr, flush=True)


@contextmanager
def _prefect_server(home: Path) -> Iterator[dict[str, str]]:
    """Run a Prefect server on loopback; yields the environment that leads to it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
    }
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _await_health(f"http://127.0.0.1:{port}/api/health")
        yield environment
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def _await_health(url: str) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - loopback
                return
        except OSError:
            time.sleep(0.5)
    message = "the Prefect server did not come up within 120 s"
    raise RuntimeError(message)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument(
        "--memory-count", type=int, default=300_000, help="files for the second memory figure"
    )
    parser.add_argument("--work", help="folder to work in and keep (default: a temporary one)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
