"""Folders of made-up raw articles for benchmarks, the same for everyone who names the same seed.

``python -m benchmarks.generate FOLDER --count 100000 --seed 1`` writes ``00000/00000000.txt`` and so on,
a thousand a folder. File `i` depends on the seed, `i`, the first day and the days, never on the count, so a
nightly increment is ``--start 100000 --count 1000``: the next files, and the newest days. Of the files 5 %
repeat an earlier one byte for byte, 4 % print an earlier story in another layout, and 1 % are broken.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Final

from benchmarks.compose import Dice, tell
from benchmarks.layout import lay_out

FOLDER_SIZE: Final = 1000
FILES_PER_PERIOD: Final = 100_000
"""`days` are the days that so many files cover; a share of the count would move every date when it grows."""
DUPLICATE_SHARE: Final = 0.05
COPY_SHARE: Final = 0.04
BROKEN_SHARE: Final = 0.01
LOOK_BACK: Final = 3000
"""Repeats and copies are of one of the last so many files, as when a page is crawled again within days."""
FIRST_DAY: Final = dt.date(2021, 1, 1)
DAYS: Final = 365


def path_of(index: int) -> str:
    """Return where the file stands below the folder."""
    return f"{index // FOLDER_SIZE:05}/{index:08}.txt"


def day_of(index: int, first_day: dt.date, days: int) -> dt.date:
    """Return the day of the file's story; never earlier than that of the file before."""
    return first_day + dt.timedelta(days=index * days // FILES_PER_PERIOD)


def file_bytes(index: int, seed: int, *, first_day: dt.date = FIRST_DAY, days: int = DAYS) -> bytes:
    """Return the file of that index."""
    dice = Dice(seed, 2 * index)
    share = dice.roll()
    if share < BROKEN_SHARE:
        return _broken(dice, day_of(index, first_day, days))
    share -= BROKEN_SHARE
    if index and share < DUPLICATE_SHARE:
        return file_bytes(_earlier(dice, index), seed, first_day=first_day, days=days)
    told = _earlier(dice, index) if index and share < DUPLICATE_SHARE + COPY_SHARE else index
    story = tell(Dice(seed, 2 * told + 1), day_of(told, first_day, days))
    return lay_out(dice, story).encode()


def generate(
    folder: Path,
    count: int,
    seed: int,
    *,
    first_day: dt.date = FIRST_DAY,
    days: int = DAYS,
    start: int = 0,
) -> None:
    """Write the files `start` to `start + count - 1`; one already there gets the same bytes again."""
    for index in range(start, start + count):
        path = folder / path_of(index)
        if index == start or index % FOLDER_SIZE == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file_bytes(index, seed, first_day=first_day, days=days))


def _earlier(dice: Dice, index: int) -> int:
    return dice.number(max(0, index - LOOK_BACK), index - 1)


def _broken(dice: Dice, day: dt.date) -> bytes:
    kind = dice.pick(("blank", "header", "picture", "noise"))
    if kind == "blank":
        return b" \n" * dice.number(0, 40)
    if kind == "header":
        return f" date {day.isoformat()} \n".encode()
    noise = bytes(int(dice.roll() * 256) for _ in range(dice.number(1200, 2400)))
    return (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" if kind == "picture" else b"\xff\xc0\x81") + noise


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generate", description="Write made-up raw articles."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=FILES_PER_PERIOD)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="index of the first file (default: 0)")
    parser.add_argument("--first-day", type=dt.date.fromisoformat, default=FIRST_DAY)
    parser.add_argument("--days", type=int, default=DAYS, help=f"days that {FILES_PER_PERIOD:,} files cover")
    given = parser.parse_args()
    generate(
        given.folder, given.count, given.seed, first_day=given.first_day, days=given.days, start=given.start
    )


if __name__ == "__main__":
    main()
