"""What publishing costs as the warehouse grows: one per cent more files, at each of several counts.

    python -m benchmarks.publishing --counts 100000 1000000 [--work FOLDER]

Bare tables (`--facts none`), so that a million articles are loaded in minutes. Writes a section of
docs/benchmarks.md. A copy of the snapshot is what publishing may cost at most.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.generate import DAYS, FIRST_DAY, file_bytes, generate, path_of
from benchmarks.measure import SEED, copy_seconds, ingest
from benchmarks.report import write_publishing

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT: Final = """
<!-- Written by `python -m benchmarks.publishing`. -->

One per cent more files on top of so many, bare tables, seconds of one run: files of the days that follow, as
a night brings them, and then files of all days before. `load` copies the snapshot, merges and audits;
`export` writes the Parquet files whose rows changed, so many MB of all. A plain copy of the snapshot,
confirmed by the disk, is measured beside it. The files that were there before took {whole}.

| files | 1 % more | load | swap | export | plain copy | export / copy | Parquet, MB | snapshot, MB |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> None:
    """Measure each count and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--work", type=Path, help="folder to work in and keep (default: a temporary one)")
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp(prefix="dateline-publishing-"))
    rows: list[str] = []
    whole: list[str] = []
    try:
        for count in sorted(options.counts):
            inbox, home = work / "inbox", work / f"home-{count}"
            _fill(inbox, count)
            first = ingest(inbox, home, facts="none")
            whole.append(f"{first.seconds:.0f} s and {first.peak_mb:.0f} MB of memory ({count:,})")
            rows += _nights(work, inbox, home, count)
    finally:
        if options.work is None:
            shutil.rmtree(work, ignore_errors=True)
    write_publishing(TEXT.format(whole=", ".join(whole)) + "".join(rows))


def _nights(work: Path, inbox: Path, home: Path, count: int) -> Iterator[str]:
    """Yield the lines of one count; the inbox grows from one count to the next."""
    for days in ("new days", "all days"):
        if days == "new days":
            _fill(inbox, count + count // 100)
        else:
            spread = inbox / f"spread-{count}"
            spread.mkdir()
            for index in range(0, count, 100):
                (spread / f"{index:08}.txt").write_bytes(file_bytes(index, SEED + 1))
        before = _sizes(home)
        copy = copy_seconds(home / "warehouse.duckdb", work / "copy")
        more = ingest(inbox, home, facts="none")
        told: dict[str, Any] = json.loads(more.output)
        load, swap, export = (
            told["seconds"][name] for name in ("load_batches", "publish_snapshot", "export_parquet")
        )
        after = _sizes(home)
        written = sum(size for (path, stamp), size in after.items() if (path, stamp) not in before)
        snapshot = (home / "warehouse.duckdb").stat().st_size
        print(f"{count}, {days}: {more.seconds:.1f} s", file=sys.stderr, flush=True)
        yield (
            f"| {count:,}, {days} | {more.seconds:.1f} | {load:.1f} | {swap:.2f} | {export:.2f} | {copy:.2f} "
            f"| {export / copy:.1f} x | {written / 1e6:.1f} / {sum(after.values()) / 1e6:.0f} "
            f"| {snapshot / 1e6:.0f} |\n"
        )


def _fill(inbox: Path, count: int) -> None:
    """Generate the files that are not there yet."""
    there = 0
    while there + 1000 <= count and (inbox / path_of(there + 999)).exists():
        there += 1000
    if there < count:
        generate(inbox, count - there, SEED, first_day=FIRST_DAY, days=DAYS, start=there)


def _sizes(home: Path) -> dict[tuple[Path, int], int]:
    """Return the size of each Parquet file, by its path and time."""
    found = ((path, path.stat()) for path in (home / "parquet").glob("*/*.parquet"))
    return {(path, stat.st_mtime_ns): stat.st_size for path, stat in found}


if __name__ == "__main__":
    main()
