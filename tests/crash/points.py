"""Points at which a run can be killed: the boundaries of its stages, and what it does to files of its home.

    before load batches    os.rename snapshots/RUN.duckdb    os.symlink .warehouse.N.tmp

Stages tell their boundaries by the wrapper they are called through. What is done to files is told by Python's
own audit events, each just before it happens; nothing of the product is replaced or knows of it.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from flows.stages import Stages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tasks.batches import Batch
    from tasks.pool import BatchPool
    from tasks.step import Step

P = ParamSpec("P")
R = TypeVar("R")

_EVENTS = {"open", "os.rename", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
_MASKS = (
    (re.compile(r"\d{8}T\d{6}\.\d{6}Z"), "RUN"),
    (re.compile(r"\.warehouse\.\d+"), ".warehouse.N"),
    (re.compile(r"\b\d{6}\b"), "N"),
    (re.compile(r"^(parquet)/[^/]+/[^/]+\."), r"\1/TABLE/PART."),
    (re.compile(r"^(parquet)/[^/.]+$"), r"\1/TABLE"),
    (re.compile(r"^staging/RUN/RUN"), "staging/RUN/ARCHIVED"),
    (re.compile(r"^(staging/RUN(?:/ARCHIVED)?)/(?!raw|spill|ARCHIVED)[^/]+(?=$|/N\.)"), r"\1/TABLE"),
)


class Points:
    """Counts the points that a run passes, and kills its process group at one of them."""

    def __init__(self, home: Path, at: str | None, number: int) -> None:
        """Take the point to stop at and how many times it is passed first; None = at none."""
        self.passed: Counter[str] = Counter()
        self._home = f"{home}{os.sep}"
        self._at = at
        self._number = number

    def reach(self, name: str) -> None:
        """Count a point, or die at it."""
        if name == self._at and self.passed[name] == self._number:
            os.killpg(0, signal.SIGKILL)
        self.passed[name] += 1

    def watch_files(self) -> None:
        """Count what this process does to files of the home from now on; there is no way back."""
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if event not in _EVENTS:
            return
        path = arguments[1] if event in {"os.rename", "os.symlink"} else arguments[0]
        if isinstance(path, str | os.PathLike) and (told := os.fspath(path)).startswith(self._home):
            self.reach(f"{event} {masked(told.removeprefix(self._home))}")


def masked(path: str) -> str:
    """Return a path in the home without what differs from run to run and from table to table."""
    for pattern, instead in _MASKS:
        path = pattern.sub(instead, path)
    return path


class PointedStages(Stages):
    """Calls each stage as the command line does, and tells its boundaries."""

    def __init__(self, points: Points) -> None:
        """Take what is told."""
        super().__init__()
        self._points = points

    def results(
        self, stage: Step[..., R], batches: Sequence[Batch], pool: BatchPool, **settings: object
    ) -> Iterator[R]:
        """Yield the results as they come."""
        for result in super().results(stage, batches, pool, **settings):
            self._points.reach("a batch is done")
            yield result

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Tell when a stage begins and when it has ended."""
        self._points.reach(f"before {name}")
        with super().timed(name):
            yield
        self._points.reach(f"after {name}")
