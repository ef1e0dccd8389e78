"""The version of the rules moves when what they make of known texts does."""

from __future__ import annotations

import datetime as dt

import pytest

from tasks.version import RULES_VERSION
from tests.tasks.output import Output, after, changed, outputs, recorded


@pytest.fixture(scope="module")
def now() -> dict[str, Output]:
    """Return what the files become under today's rules."""
    return outputs()


def test_version_moves_with_the_output(now: dict[str, Output]) -> None:
    """The same bytes become the rows that are on record under today's version. Else: `make rules`."""
    version, before = recorded()
    assert changed(before, now) == []
    assert version == RULES_VERSION


def test_most_texts_are_on_record(now: dict[str, Output]) -> None:
    """New texts may come without a word, but not so many that the record says little of the rules."""
    _, before = recorded()
    assert len(before.keys() & now.keys()) > 0.8 * len(now)


def test_other_rows_are_a_change_and_other_bytes_are_not() -> None:
    """A file whose bytes changed, came or went tells nothing of the rules."""
    before = {"1": Output("a", "one.txt"), "2": Output("b", "two.txt"), "3": Output("c", "three.txt")}
    now = {"1": Output("a", "one.txt"), "2": Output("x", "two.txt"), "4": Output("d", "three.txt")}
    assert changed(before, now) == ["two.txt"]


@pytest.mark.parametrize(
    ("version", "day", "next_version"),
    [
        ("2026.11.9", dt.date(2026, 11, 30), "2026.11.10"),
        ("2026.11.9", dt.date(2026, 12, 1), "2026.12.1"),
        ("2026.11.9", dt.date(2027, 1, 1), "2027.1.1"),
        ("2026.11.9", dt.date(2020, 1, 1), "2026.11.10"),
    ],
)
def test_versions_count_within_a_month(version: str, day: dt.date, next_version: str) -> None:
    """A version is year, month and a number in the month, and none comes twice."""
    assert after(version, day) == next_version
