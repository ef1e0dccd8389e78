r"""The README's commands do what it shows.

A fenced block marked `console` holds commands and what they print:

    $ dateline ingest samples/inbox
    run … succeeded in 2.9 s

A line that begins with `$ ` is a command, lines that begin with `> ` after it go on with it, all other lines
are what it prints on standard output. Commands run one after the other, from top to bottom of the page, in a
fresh copy of the project, and must end with 0. `…` stands for anything on its line; alone on a line for any
number of lines. Run ids, times and seconds match any others. Blank space at line ends does not count. A block
right after the comment `<!-- not run -->` is left out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.flows.processes import copy_project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
ANY = "…"
BLOCK = re.compile(r"^(<!-- not run -->\s*)?^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
VARIES = re.compile(
    r"\d{8}T\d{6}\.\d{6}Z"  # run id
    r"|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?"
    r"|\b\d\d:\d\d:\d\d\b"
    r"|\b\d+(?:\.\d+)?(?= s\b)"  # seconds
)


class Shown(NamedTuple):
    """One command as a page shows it."""

    command: str
    printed: str


def shown(page: str) -> Iterator[Shown]:
    """Yield the commands of a page that are to be run, with what they are said to print."""
    for not_run, language, text in BLOCK.findall(page):
        if language != "console" or not_run:
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            words, _, printed = part.partition("\n")
            while printed.startswith("> "):
                more, _, printed = printed[2:].partition("\n")
                words += "\n" + more
            yield Shown(words, printed)


def masked(text: str) -> str:
    """Return the text with what differs from run to run masked, without blank space at line ends."""
    return "".join(f"{line.rstrip()}\n" for line in VARIES.sub(ANY, text).rstrip().splitlines())


def matches(said: str, printed: str) -> bool:
    """Whether what was printed is what the page says."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == ANY else ".*?".join(map(re.escape, line.split(ANY))) + r"\n"
        for line in masked(said).splitlines()
    )
    return re.fullmatch(pattern, masked(printed)) is not None


def _difference(said: str, printed: str) -> str:
    lines = masked(said).splitlines(), masked(printed).splitlines()
    return "\n".join(unified_diff(lines[0], lines[1], "README.md", "printed", lineterm=""))


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Return a search path that has the project's console scripts, installed or not."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "dateline"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m flows.cli "$@"\n')
    script.chmod(0o755)
    return os.pathsep.join([str(folder), str(Path(sys.executable).parent), os.environ["PATH"]])


@pytest.mark.skipif(not README.exists(), reason="there is no README yet")
def test_readme_commands_print_what_it_shows(path: str, tmp_path: Path) -> None:
    """Every command of the README that is to be run ends with 0 and prints what stands below it."""
    copy = copy_project(tmp_path / "project")
    steps = list(shown(README.read_text("utf-8")))
    assert steps, "no command of the README is run"
    wrong = []
    for step in steps:
        done = subprocess.run(
            ["/bin/sh", "-c", step.command],
            cwd=copy,
            env=environment(PATH=path),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            wrong.append(f"$ {step.command}\nends with {done.returncode}\n{done.stderr}")
        elif not matches(step.printed, done.stdout):
            wrong.append(f"$ {step.command}\n{_difference(step.printed, done.stdout)}")
    assert not wrong, "\n\n".join(wrong)


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
