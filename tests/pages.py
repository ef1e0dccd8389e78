r"""Pages whose commands do what they show: `python -m tests.pages` writes what they print now.

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
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.flows.processes import copy_project, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "questions.md")
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
    return "\n".join(unified_diff(lines[0], lines[1], "page", "printed", lineterm=""))


def search_path(folder: Path) -> str:
    """Return a search path that has the project's console scripts, installed or not."""
    folder.mkdir()
    script = folder / "dateline"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m flows.cli "$@"\n')
    script.chmod(0o755)
    return os.pathsep.join([str(folder), str(Path(sys.executable).parent), os.environ["PATH"]])


def run_all(page: str, folder: Path) -> Iterator[tuple[Shown, subprocess.CompletedProcess[str]]]:
    """Run a page's commands in a fresh copy of the project; yield each with what it did."""
    copy = copy_project(folder / "project")
    path = search_path(folder / "bin")
    for step in shown(page):
        yield (
            step,
            subprocess.run(
                ["/bin/sh", "-c", step.command],
                cwd=copy,
                env=environment(PATH=path),
                capture_output=True,
                text=True,
                check=False,
            ),
        )


def faults(page: str, folder: Path) -> list[str]:
    """Return what the commands of a page do otherwise than it says."""
    wrong = []
    for step, done in run_all(page, folder):
        if done.returncode != 0:
            wrong.append(f"$ {step.command}\nends with {done.returncode}\n{done.stderr}")
        elif not matches(step.printed, done.stdout):
            wrong.append(f"$ {step.command}\n{_difference(step.printed, done.stdout)}")
    return wrong


def rewritten(page: str, folder: Path) -> str:
    """Return a page with what its commands print now; what still matches stays as it is written."""
    for step, done in run_all(page, folder):
        if done.returncode != 0:
            sys.exit(f"$ {step.command}\nends with {done.returncode}\n{done.stderr}")
        if not matches(step.printed, done.stdout):
            before = "$ " + step.command.replace("\n", "\n> ") + "\n" + step.printed
            after = "$ " + step.command.replace("\n", "\n> ") + "\n" + masked(done.stdout)
            page = page.replace(before, after, 1)
    return page


def main() -> None:
    """Write every page anew."""
    for path in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(rewritten(path.read_text("utf-8"), Path(folder)), "utf-8")


if __name__ == "__main__":
    main()
