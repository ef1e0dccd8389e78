"""The page of figures: docs/benchmarks.md, ratios of one run against what they must reach.

Its last section, what publishing costs as the warehouse grows, is measured and written by itself.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
PUBLISHING = "\n## What publishing costs\n"


@dataclass(frozen=True, slots=True)
class Line:
    """One ratio and its bound; `most` tells whether the bound is an upper one."""

    told: str
    value: float
    bound: float
    unit: str = "x"
    most: bool = True

    @property
    def holds(self) -> bool:
        """Whether the bound is kept."""
        return self.value <= self.bound if self.most else self.value >= self.bound


def lines(count: int, v: Mapping[str, float]) -> Iterator[Line]:
    """Yield the ratios that matter."""
    floor, direct, listing = v["floor_seconds"], v["direct_seconds"], v["list_seconds"]
    for told, seconds, most, least in (
        ("main job", direct, 40, 3),
        ("without facts", v["bare_seconds"], 15, 10),
    ):
        yield Line(f"{told} / floor", seconds / floor, most)
        for shape in ("nested", "arrow"):
            if f"dlt_{shape}_per_second" in v:
                rate = count / seconds / v[f"dlt_{shape}_per_second"]
                bound = least if shape == "nested" else 0
                yield Line(f"{told}, articles per second / dlt's ({shape})", rate, bound, most=False)
    if "prefect_seconds" in v:
        yield Line("through a Prefect server / direct", v["prefect_seconds"] / direct, 1.3)
    yield Line(
        "second run, nothing new: seconds above 3 x listing", v["nothing_seconds"] - 3 * listing, 2, "s"
    )
    allowance = 0.05 * direct + 3 * listing + 2 + v["snapshot_copy_seconds"]
    yield Line(
        "1 % new / (5 % of the full run + 3 x listing + 2 s + copy)", v["nightly_seconds"] / allowance, 1
    )
    yield Line("peak memory, all processes", v["direct_mb"], 1500, "MB")
    if "large_mb" in v:
        told = "without facts, peak memory at the larger count / at this one"
        yield Line(told, v["large_mb"] / v["bare_mb"], 1.2)
    for stage, told, bound in (
        ("parse", "parsing an article", 140),
        ("extract", "extracting its facts", 300),
    ):
        for kind in ("generated", "labelled"):
            if (figure := f"{stage}_{kind}_us") in v:
                yield Line(f"{told} on a core, CPU time, {kind} articles", v[figure], bound, "µs")
    yield Line("dateline --help", v["help_seconds"], 0.5, "s")
    yield Line("the sample folder, start to end", v["samples_seconds"], 5, "s")


def write_report(count: int, values: Mapping[str, float], notes: Mapping[str, Any]) -> None:
    """Write the page and print its table."""
    table = "".join(
        f"| {each.told} | {each.value:.2f} {each.unit} | {'≤' if each.most else '≥'} {each.bound:g} "
        f"{each.unit} | {'yes' if each.holds else '**no**'} |\n"
        for each in lines(count, values)
    )
    raw = "".join(f"| {name} | {value:.3f} |\n" for name, value in values.items())
    stages = "".join(
        f"| {name} | {seconds} | {notes['nightly']['seconds'].get(name, '')} |\n"
        for name, seconds in notes["direct"]["seconds"].items()
    )
    day = dt.datetime.now(dt.UTC).date()
    page = (
        f"# Benchmarks\n\n<!-- Written by `make bench`. -->\n\nMeasured on {day} in one run on {count:,} "
        f"generated files (seed 1, about 2.7 KB each), {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, dlt {notes.get('dlt', '-')}. Times of different runs don't "
        "compare; the ratios do.\n\nThe floor lists, reads and hashes the files in one process and nothing "
        "else. dlt's figures are for a parse far simpler than ours: `nested` leaves the child table to dlt, "
        "`arrow` hands it finished Arrow tables.\n\n"
        f"| what | measured | bound | holds |\n| --- | --- | --- | --- |\n{table}\n"
        f"## Seconds by stage\n\n| stage | all new | 1 % new |\n| --- | --- | --- |\n{stages}\n"
        f"## Raw figures of this run\n\n| figure | value |\n| --- | --- |\n{raw}"
    )
    _, heading, publishing = PAGE.read_text(encoding="utf-8").partition(PUBLISHING)
    PAGE.write_text(page + heading + publishing, encoding="utf-8")
    print(table)


def write_publishing(section: str) -> None:
    """Write the page's last section anew."""
    page, _, _ = PAGE.read_text(encoding="utf-8").partition(PUBLISHING)
    PAGE.write_text(page + PUBLISHING + section, encoding="utf-8")
    print(section)
