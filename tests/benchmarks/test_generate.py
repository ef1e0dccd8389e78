"""Made-up articles: the same for everyone, of the size and kinds that were promised."""

from __future__ import annotations

import datetime as dt
import re
import statistics
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.generate import DAYS, FIRST_DAY, day_of, file_bytes, generate, path_of

ROOT = Path(__file__).resolve().parents[2]
SEED = 7
COUNT = 1500


@pytest.fixture(scope="module")
def files() -> list[bytes]:
    """Return the first files of a seed."""
    return [file_bytes(index, SEED) for index in range(COUNT)]


def _is_broken(raw: bytes) -> bool:
    text = raw.decode("utf-8", errors="replace")
    return "\ufffd" in text or not re.sub(r"^ date \d{4}-\d\d-\d\d ", "", text).strip()


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.txt")}


def test_a_file_does_not_depend_on_the_count(tmp_path: Path) -> None:
    """A small run, a longer run and an increment agree on the files they share."""
    generate(tmp_path / "few", 30, SEED, first_day=FIRST_DAY, days=DAYS)
    generate(tmp_path / "more", 50, SEED, first_day=FIRST_DAY, days=DAYS)
    generate(tmp_path / "few", 20, SEED, first_day=FIRST_DAY, days=DAYS, start=30)
    assert _tree(tmp_path / "few") == _tree(tmp_path / "more")
    assert len(_tree(tmp_path / "more")) == 50


def test_a_new_process_writes_the_same_bytes(tmp_path: Path) -> None:
    """Neither hash seed nor process shows in a file; the command line writes what the function does."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.generate",
        str(tmp_path),
        "--count",
        "40",
        "--seed",
        str(SEED),
    ]
    for hash_seed in ("1", "2"):
        subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": hash_seed})
        assert _tree(tmp_path) == {path_of(index): file_bytes(index, SEED) for index in range(40)}


def test_another_seed_is_another_corpus(files: list[bytes]) -> None:
    """Two seeds share no article."""
    others = {file_bytes(index, SEED + 1) for index in range(200)}
    assert not {raw for raw in files[:200] if not _is_broken(raw)} & others


def test_sizes(files: list[bytes]) -> None:
    """An article has 1 to 5 KB, 2.6 KB on average."""
    sizes = [len(raw) for raw in files if not _is_broken(raw)]
    assert min(sizes) >= 1024
    assert max(sizes) <= 5 * 1024
    assert 2450 <= statistics.mean(sizes) <= 2850


def test_shares(files: list[bytes]) -> None:
    """About 60 % have a header, 5 % repeat an earlier file, 1 % are broken."""
    assert 0.56 <= sum(raw.startswith(b" date ") for raw in files) / COUNT <= 0.66
    assert 0.03 <= 1 - len(set(files)) / COUNT <= 0.07
    assert 0.003 <= sum(map(_is_broken, files)) / COUNT <= 0.02


def test_days_follow_the_files() -> None:
    """Later files have later days, and an increment after the first period goes on where it ended."""
    days = [day_of(index, FIRST_DAY, DAYS) for index in range(0, 101_000, 500)]
    assert days == sorted(days)
    assert days[0] == FIRST_DAY
    assert day_of(99_999, FIRST_DAY, DAYS) == dt.date(2021, 12, 31)
    assert day_of(100_000, FIRST_DAY, DAYS) == dt.date(2022, 1, 1)


def test_header_is_the_day_of_the_story() -> None:
    """A fresh article's header carries the day its index stands for."""
    days = {
        match.group(1).decode()
        for index in range(50_000, 50_040)
        if (match := re.match(rb" date (\d{4}-\d\d-\d\d) ", file_bytes(index, SEED)))
    }
    assert day_of(50_000, FIRST_DAY, DAYS).isoformat() in days
    assert max(days) <= day_of(50_040, FIRST_DAY, DAYS).isoformat()


def test_meetings_are_told(files: list[bytes]) -> None:
    """More than half of the articles report a meeting with the leaders of both sides."""
    led = re.compile(rb"(?:was led by|was headed by|co-chaired|led the|spoke for) ")
    assert sum(bool(led.search(raw)) for raw in files) / COUNT > 0.5


def test_datelines_vary(files: list[bytes]) -> None:
    """Credit lines of many forms stand in the files."""
    text = b"\n".join(files).decode("utf-8", errors="replace")
    for form in (
        r"\(UrduPoint / Pakistan Point News - \d+(?:st|nd|rd|th) \w{3}, \d{4} \) :\w",
        r"\(UrduPoint News / Sputnik - \d\d(?:st|nd|rd|th) \w+, \d{4}\) ",
        r"^(?: date \S+ )?[A-Z ]+, \w{3} \d+ \(\w+\) -- ",
        r"\[[A-Z][\w ]+\], \w+ \d+ \(ANI\): ",
        r"Updated: \d\d-\d\d-\d{4} 22:14 IST",
        r"\n\n— \w+",
    ):
        assert re.search(form, text, re.MULTILINE), form


def test_words_do_not_flatter_a_compressor(files: list[bytes]) -> None:
    """Few eight-word runs of an article stand in another one."""
    runs: Counter[tuple[str, ...]] = Counter()
    for raw in dict.fromkeys(files[:400]):
        if not _is_broken(raw):
            words = raw.decode().split()
            runs.update({tuple(words[at : at + 8]) for at in range(len(words) - 7)})
    assert sum(count == 1 for count in runs.values()) / runs.total() > 0.8
