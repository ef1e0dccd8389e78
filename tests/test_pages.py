"""The pages' commands do what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pages import PAGES, Shown, faults, matches, rewritten, shown

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Every command of a page that is to be run ends with 0 and prints what stands below it.

    Where output is meant to change: `make pages` writes what is printed now.
    """
    text = page.read_text("utf-8")
    assert list(shown(text)), f"no command of {page.name} is run"
    wrong = faults(text, tmp_path)
    assert not wrong, "\n\n".join(wrong)


def test_page_is_rewritten_where_it_is_wrong(tmp_path: Path) -> None:
    """Output that no longer matches is replaced, with what varies masked; all else stays."""
    page = "Text\n\n```console\n$ echo one\n…\n$ echo two \\\n> three\nfour\n```\nMore\n"
    assert rewritten(page, tmp_path) == page.replace("four", "two three")


def test_page_is_read_as_agreed() -> None:
    """Console blocks are run, others and those marked are not; commands may go on, output belongs to one."""
    page = (
        "Text\n\n```console\n$ first\none\n\ntwo\n$ second \\\n> goes on\n$ third\n```\n\n"
        "<!-- not run -->\n```console\n$ never\n```\n\n```sh\n$ nor this\n```\n"
    )
    assert list(shown(page)) == [
        Shown("first", "one\n\ntwo\n"),
        Shown("second \\\ngoes on", ""),
        Shown("third", ""),
    ]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("run 20260101T020000.000001Z in 2.9 s\n", "run 20271231T235959.999999Z in 14.0 s\n"),
        ("since 2026-01-01T02:00:00+00:00\n", "since 2027-03-04T05:06:07+00:00\n"),
        ("02:00:00 loaded\n", "13:14:15 loaded\n"),
        ("home … is there\n", "home /srv/news (1) is there\n"),
        ("first\n…\nlast\n", "first\nlast\n"),
        ("first\n…\nlast\n", "first\n2\n3\nlast\n"),
        ("padded\n", "padded   \n\n"),
    ],
)
def test_what_varies_does_not_count(said: str, printed: str) -> None:
    """Ids, times, seconds, what `…` stands for and blank line ends may differ."""
    assert matches(said, printed)


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("77 loaded\n", "78 loaded\n"),
        ("one\ntwo\n", "one\n"),
        ("one\n", "one\ntwo\n"),
        ("a … c\n", "a\nc\n"),
        ("2024-05-14\n", "2024-05-15\n"),
        ("a.c\n", "abc\n"),
        ("", "something\n"),
    ],
)
def test_everything_else_counts(said: str, printed: str) -> None:
    """A figure, a line too many or too few, and a date of an article are differences."""
    assert not matches(said, printed)
