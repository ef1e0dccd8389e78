"""What the rules make of known texts, digested: `make rules` (`python -m tests.tasks.output`) writes it anew.

`output.tsv` has a line for each file: the hash of its bytes, the hash of all rows it becomes, its path. Where
the same bytes give other rows, the rules have changed, and with them `RULES_VERSION` has to move: an article
keeps the version that made it, and that is how a warehouse knows which articles a replay would change.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from schemas.records import Rejection
from schemas.reference.lexicon import load_lexicon
from tasks.process import ROWS
from tasks.rows import add_article, add_facts, canonical
from tasks.rules import TODAY
from tasks.version import RULES_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from schemas.records import ReadDocument
    from tasks.rows import Rows

ROOT = Path(__file__).resolve().parents[2]
RECORD = Path(__file__).with_name("output.tsv")
VERSION_FILE = ROOT / "tasks" / "version.py"
FOLDERS = ("samples", "tests/labelled/open", "tests/golden")
"""Texts to develop on; those held out to measure with are left alone."""
DIGITS = 16


class Output(NamedTuple):
    """What one file became."""

    digest: str
    path: str


def files() -> Iterator[Path]:
    """Yield the files the rules are tried on, in order."""
    for folder in FOLDERS:
        yield from sorted(path for path in (ROOT / folder).rglob("*.txt") if path.is_file())


def outputs() -> dict[str, Output]:
    """Return what every file becomes under today's rules, by the hash of its bytes."""
    return {
        _digest(data): Output(_digest(_made(path.name, data)), path.relative_to(ROOT).as_posix())
        for path in files()
        for data in (path.read_bytes(),)
    }


def recorded() -> tuple[str, dict[str, Output]]:
    """Return the version and the outputs on record."""
    version, *lines = RECORD.read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines)
    return version, {given: Output(digest, path) for given, digest, path in cells}


def changed(before: Mapping[str, Output], now: Mapping[str, Output]) -> list[str]:
    """Return the paths of files whose same bytes become other rows."""
    return [now[given].path for given in now if given in before and before[given].digest != now[given].digest]


def after(version: str, today: dt.date) -> str:
    """Return the version that follows: year, month, number in the month.

    >>> after("2026.11.9", dt.date(2026, 11, 30)), after("2026.11.9", dt.date(2026, 12, 1))
    ('2026.11.10', '2026.12.1')
    """
    year, month, number = map(int, version.split("."))
    is_new = (today.year, today.month) > (year, month)
    return f"{today.year}.{today.month}.1" if is_new else f"{year}.{month}.{number + 1}"


def main() -> None:
    """Put today's outputs on record, and move the version if any differs from what is on record."""
    _, before = recorded() if RECORD.exists() else ("", {})
    now = outputs()
    version = RULES_VERSION
    moved = changed(before, now)
    if moved:
        version = after(RULES_VERSION, dt.datetime.now(dt.UTC).date())
        source = VERSION_FILE.read_text("utf-8")
        VERSION_FILE.write_text(re.sub(r'(?<=RULES_VERSION: Final = ").*?(?=")', version, source), "utf-8")
    lines = (
        "\t".join((given, *output)) for given, output in sorted(now.items(), key=lambda each: each[1].path)
    )
    RECORD.write_text("\n".join((version, *lines)) + "\n", "utf-8")
    print(f"rules {version}: {len(moved)} of {len(now)} files come out differently")


def _made(name: str, data: bytes) -> bytes:
    """Return all rows of a file's documents, and why those are refused that are."""
    return repr([_rows(read) for read in TODAY.read(name, data)]).encode()


def _rows(read: ReadDocument) -> object:
    if read.document is None:
        return read.member, read.charset, read.rejections
    document = read.document
    document = replace(document, text=canonical(document.text))
    found = TODAY.parse(document, load_lexicon())
    if isinstance(found, Rejection):
        return read.member, read.charset, found
    rows: Rows = {table: [] for table in ROWS}
    add_article(rows, 0, found, rules_version="", run_id="")
    add_facts(rows, 0, TODAY.extract(found, load_lexicon()), run_id="")
    return read.member, read.charset, read.repaired_count, rows


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:DIGITS]


if __name__ == "__main__":
    main()
