"""The cost of reading is taken over every text that can be read, and the page states it with its bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.parsing import once
from benchmarks.report import lines

if TYPE_CHECKING:
    from pathlib import Path

VALUES = {
    "floor_seconds": 1.0,
    "direct_seconds": 10.0,
    "bare_seconds": 5.0,
    "list_seconds": 0.1,
    "nothing_seconds": 1.0,
    "nightly_seconds": 2.0,
    "snapshot_copy_seconds": 0.1,
    "direct_mb": 500.0,
    "help_seconds": 0.1,
    "samples_seconds": 2.0,
}


def test_a_text_that_is_not_utf8_is_passed_over(tmp_path: Path) -> None:
    """What cannot be decoded is not read, and does not stop the run."""
    (tmp_path / "a.txt").write_bytes(b"LIMA, May 2 (AP) -- Envoys met on Tuesday.")
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\xff")
    assert min(once(tmp_path).values()) > 0


def test_the_page_says_whether_parsing_keeps_its_bound() -> None:
    """The figures of both sets stand beside the bound of 140 microseconds."""
    told = list(lines(100, {**VALUES, "parse_generated_us": 139.0, "parse_labelled_us": 141.0}))
    assert [line.holds for line in told if line.told.startswith("parsing")] == [True, False]


def test_the_page_says_whether_extracting_keeps_its_bound() -> None:
    """The figures of both sets stand beside the bound of 300 microseconds."""
    told = list(lines(100, {**VALUES, "extract_generated_us": 301.0, "extract_labelled_us": 299.0}))
    assert [line.holds for line in told if line.told.startswith("extracting")] == [False, True]
