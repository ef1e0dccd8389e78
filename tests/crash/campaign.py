"""Kill runs at every boundary and at any moment, run again, and compare with runs that were never killed.

    python -m tests.crash.campaign --kills 200

Two homes read the same inbox. One lives undisturbed. In the other each run is killed one to three times, with
its process group and with -9, and then run again; after that all tables and Parquet files must be the same. A
reader watches the second home all the time.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.crash.compare import differences, unfinished
from tests.crash.launcher import Order
from tests.crash.starting import Launcher, require_gone
from tests.crash.world import World
from tests.flows.processes import command, environment
from tests.helpers import ROOT
from warehouse.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONG = ("ingest", "ingest", "replay", "ingest", "rebuild", "ingest", "maintain", "ingest", "rollback")
"""What runs in turn in the long form; the short one only ingests."""
MOMENT = "at a random moment"
COMMAND = "the command itself at a random moment"


@dataclass(slots=True)
class Tally:
    """What a campaign came to."""

    kills: Counter[str] = field(default_factory=Counter)
    """By flow and place."""
    compared: int = 0
    differences: list[str] = field(default_factory=list)
    watched: dict[str, Any] = field(default_factory=dict)
    points_seen: set[str] = field(default_factory=set)

    @property
    def killed(self) -> int:
        """How many runs died."""
        return sum(self.kills.values())


class Campaign:
    """Two homes, the inbox they read, and what became of the runs so far."""

    def __init__(self, folder: Path, launcher: Launcher, seed: int, flows: tuple[str, ...]) -> None:
        """Make both homes by one undisturbed run each."""
        self.chance = random.Random(seed)  # noqa: S311 - a seed tells a whole campaign
        self.world = World(folder / "inbox", self.chance)
        self.tally = Tally()
        self._launcher, self._flows, self._log = launcher, flows, folder / "runs.log"
        self.twin, self.home = Home(folder / "twin"), Home(folder / "home")
        self._points_file = folder / "points.json"
        self._attempts = 0
        self.world.turn()
        for home in (self.twin, self.home):
            self._must(self._order("ingest", home))

    def turn(self, flow: str, most: int) -> None:
        """Change the inbox, go one way in the twin, then the same in the other home through some deaths."""
        before = {home: _current(home) for home in (self.twin, self.home)}
        if flow in {"ingest", "rollback"}:
            self.world.turn()
        shared = {
            "withdraw": self.chance.random() < 0.3,
            "other_rules": flow == "replay" and self.chance.random() < 0.5,
            "workers": 2 if self.chance.random() < 0.05 else 1,
            "batch_files": self.chance.choice((3, 8, 100)),
        }
        if flow == "rollback":
            for home in (self.twin, self.home):
                self._must(self._order("ingest", home, **shared))
        started = time.monotonic()
        order = self._order(flow, self.twin, run_id=before[self.twin], **shared)
        self._must(replace(order, points=str(self._points_file)))
        seconds = time.monotonic() - started
        order = self._order(flow, self.home, run_id=before[self.home], **shared)
        for _ in range(min(self.chance.choice((1, 2, 3)), most)):
            self._kill(order, json.loads(self._points_file.read_text()), seconds)
        self._recover(order)
        if flow == "rollback":
            self._must(self._order("ingest", self.twin, **shared))
        self._compare(f"{flow} {self.tally.compared}")

    def _order(self, flow: str, home: Home, **settings: Any) -> Order:  # noqa: ANN401 - any of the settings
        inbox = str(self.world.inbox)
        return Order(flow=flow, home=str(home.root), inbox=inbox, log=str(self._log), **settings)

    def _kill(self, order: Order, points: Mapping[str, int], seconds: float) -> None:
        """Kill a run where the fewest were killed so far, or, three times of ten, at any moment."""
        self.tally.points_seen |= {f"{order.flow}: {name}" for name in points}
        self._attempts += 1
        of_ten = self._attempts % 10
        if of_ten == 9 and order.flow == "ingest":
            place, code = COMMAND, self._kill_command(order)
        elif of_ten in {3, 6, 9}:
            after = self.chance.uniform(0, 1.1 * seconds)
            place, code = MOMENT, self._launcher.run(order, after_seconds=after)
        else:
            place = min(points, key=lambda name: self._rank(order.flow, name))
            code = self._launcher.run(replace(order, at=place, number=self.chance.randrange(points[place])))
        self._note(order, place, code)

    def _rank(self, flow: str, point: str) -> tuple[int, bool, float]:
        """Order points by how often runs were killed there; boundaries of stages come before the rest."""
        is_boundary = point.startswith(("before", "after", "a batch"))
        return self.tally.kills[f"{flow}: {point}"], not is_boundary, self.chance.random()

    def _kill_command(self, order: Order) -> int:
        """Start the command line itself, kill it at any moment of its life, and return its exit code."""
        words = command("ingest", order.inbox, "--home", order.home, "--workers", order.workers)
        words += ["--removed", "withdraw"] if order.withdraw else []
        with subprocess.Popen(
            words,
            cwd=ROOT,
            env=environment(),
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            with suppress(subprocess.TimeoutExpired):
                process.communicate(timeout=self.chance.uniform(0.7, 2.5))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        require_gone(process.pid)
        return process.returncode

    def _note(self, order: Order, place: str, code: int) -> None:
        """Count a run that was killed; one that had ended before is none, one that failed is a difference."""
        if code == -signal.SIGKILL:
            self.tally.kills[f"{order.flow}: {place}"] += 1
        elif code != 0 and order.flow != "rollback":
            self.tally.differences.append(f"{order.flow} killed {place} ended with {code}: {self._told()}")

    def _recover(self, order: Order) -> None:
        """Run again; what was rolled back may have been so already, and the next run is an ingest."""
        if order.flow == "rollback":
            if _current(self.home) != order.run_id:
                self._must(order)
            order = replace(order, flow="ingest")
        self._must(order)

    def _must(self, order: Order) -> None:
        code = self._launcher.run(order)
        assert code == 0, f"{order.flow} ended with {code}: {self._told()}"

    def _compare(self, turn: str) -> None:
        self.tally.compared += 1
        for what in (*differences(self.home, self.twin), *unfinished(self.home)):
            self.tally.differences.append(f"{turn}: {what}")

    def _told(self) -> str:
        return self._log.read_text()[-2000:]


def campaign(folder: Path, *, kills: int, seed: int, flows: tuple[str, ...] = ("ingest",)) -> Tally:
    """Go on until so many runs were killed; return what came of it."""
    launcher = Launcher()
    try:
        made = Campaign(folder, launcher, seed, flows)
        with _watched(made.home, made.tally):
            turn = 0
            while made.tally.killed < kills:
                made.turn(flows[turn % len(flows)], kills - made.tally.killed)
                turn += 1
    finally:
        launcher.close()
    return made.tally


@contextmanager
def _watched(home: Home, tally: Tally) -> Iterator[None]:
    """Have another process read the published file all the time."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crash.watch", str(home.root)],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield
            printed, _ = process.communicate(timeout=60)
            tally.watched = json.loads(printed)
        finally:
            process.kill()


def _current(home: Home) -> str:
    current = home.current()
    assert current is not None
    return current.stem


def told(tally: Tally, seconds: float) -> str:
    """Return the counts as lines."""
    by_flow: Counter[str] = Counter()
    for place, count in tally.kills.items():
        by_flow[place.partition(":")[0]] += count
    hit = set(tally.kills) & tally.points_seen
    watched = tally.watched
    points = f"{len(tally.points_seen)}, of which runs were killed at {len(hit)}"
    looks = f"{len(watched['errors'])} errors, {len(watched['half'])} looks at half a run"
    lines = [
        f"{tally.killed} runs killed in {seconds:.0f} s: "
        + ", ".join(f"{count} {flow}" for flow, count in sorted(by_flow.items())),
        *(f"  {count:3} {place}" for place, count in sorted(tally.kills.items())),
        f"points passed by undisturbed runs: {points}",
        f"comparisons with undisturbed runs: {tally.compared}, differences: {len(tally.differences)}",
        *(f"  {each}" for each in tally.differences),
        f"reader: {watched['queries']} queries on {watched['snapshots']} snapshots, {looks}",
        *(f"  {each}" for each in (*watched["errors"][:10], *watched["half"][:10])),
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the long form and print its counts; exit 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dateline-crash-") as folder:
        tally = campaign(Path(folder), kills=options.kills, seed=options.seed, flows=LONG)
    print(told(tally, time.monotonic() - started))
    sys.exit(1 if tally.differences or tally.watched["errors"] or tally.watched["half"] else 0)


if __name__ == "__main__":
    main()
