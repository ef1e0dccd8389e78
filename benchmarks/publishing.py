"""What publishing costs as the warehouse grows: one per cent more files, at each of several counts.

    python -m benchmarks.publishing --counts 100000 1000000 [--work FOLDER]

Bare tables (`--facts none`), so that a million articles are loaded in minutes. Writes docs/publishing.md. A
copy of the snapshot is what publishing may cost at most.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.generate import DAYS, FIRST_DAY, generate, path_of
from benchmarks.measure import SEED, copy_seconds, ingest

if TYPE_CHECKING:
    from benchmarks.watch import Watched

PAGE: Final = Path(__file__).parent.parent / "docs" / "publishing.md"
HEAD: Final = """# What publishing costs

<!-- Written by `python -m benchmarks.publishing`. -->

One per cent more files on top of so many, bare tables, seconds of one run. `load` copies the snapshot, merges
and audits; `export` writes the Parquet files whose rows changed. The copy alone is measured beside it.

| files | all | 1 % more | load | publish | export | snapshot copy | snapshot, MB | peak memory, MB |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> None:
    """Measure each count and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--work", type=Path, help="folder to work in and keep (default: a temporary one)")
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp(prefix="dateline-publishing-"))
    try:
        PAGE.write_text(
            HEAD + "".join(_row(work, count) for count in sorted(options.counts)), encoding="utf-8"
        )
    finally:
        if options.work is None:
            shutil.rmtree(work, ignore_errors=True)


def _row(work: Path, count: int) -> str:
    """Return the line of one count; the inbox grows from one count to the next."""
    inbox, home = work / "inbox", work / f"home-{count}"
    _fill(inbox, count)
    whole = ingest(inbox, home, facts="none")
    copy = copy_seconds(home / "warehouse.duckdb", work / "copy")
    size = (home / "warehouse.duckdb").stat().st_size
    _fill(inbox, count + count // 100)
    more = ingest(inbox, home, facts="none")
    seconds = _told(more)["seconds"]
    print(f"{count}: {whole.seconds:.1f} s, 1 % more {more.seconds:.1f} s", file=sys.stderr, flush=True)
    return (
        f"| {count:,} | {whole.seconds:.1f} | {more.seconds:.1f} | {seconds['load_batches']:.1f} "
        f"| {seconds['publish_snapshot']:.2f} | {seconds['export_parquet']:.1f} | {copy:.1f} "
        f"| {size / 1e6:.0f} | {max(whole.peak_mb, more.peak_mb):.0f} |\n"
    )


def _fill(inbox: Path, count: int) -> None:
    """Generate the files that are not there yet."""
    there = 0
    while there + 1000 <= count and (inbox / path_of(there + 999)).exists():
        there += 1000
    if there < count:
        generate(inbox, count - there, SEED, first_day=FIRST_DAY, days=DAYS, start=there)


def _told(run: Watched) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run.output)
    return told


if __name__ == "__main__":
    main()
