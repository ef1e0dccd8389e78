"""The table of `samples/README.md` against the files themselves.

One of its lines, shortened: ``| `wires/x.txt` | CITY (AGENCY) — (CA) | en | AP | CO NL | … | … | loaded |``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from schemas.codes import CODES

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
INBOX = SAMPLES / "inbox"
GIVEN = ROOT.parent / "shared" / "samples"
"""Files given to the project, whose wording must not appear in ours; only present while it is built."""
RUN_OF_WORDS = 8
EMPTY_CELL = "\N{EN DASH}"


class Line(NamedTuple):
    """One line of the table, cells as printed."""

    path: str
    form: str
    language: str
    agency: str
    countries: str
    meeting: str
    shows: str
    end: str


def _line(row: str) -> Line:
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    return Line(cells[0].strip("`"), *cells[1:])


def _lines() -> list[Line]:
    table = (SAMPLES / "README.md").read_text("utf-8")
    return [_line(row) for row in table.splitlines() if row.startswith("| `")]


LINES = _lines()


def _inbox_paths() -> list[str]:
    return sorted(path.relative_to(INBOX).as_posix() for path in INBOX.rglob("*") if path.is_file())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[n : n + RUN_OF_WORDS]) for n in range(len(words) - RUN_OF_WORDS + 1)}


def test_each_file_has_one_line() -> None:
    """Every file of the inbox is listed once, and nothing else is listed."""
    assert [line.path for line in LINES] == _inbox_paths()


def test_ends_are_known() -> None:
    """An end is loaded, duplicate, or quarantined with a code that exists."""
    for line in LINES:
        state, _, code = line.end.partition(": ")
        if state == "quarantined":
            assert code in CODES, line
        else:
            assert line.end in {"loaded", "duplicate"}, line


def test_counts_in_the_text_are_those_of_the_table() -> None:
    """The sentence above the table counts the ends right."""
    text = (SAMPLES / "README.md").read_text("utf-8")
    said = re.search(
        r"Of its (\d+) files (\d+) are loaded,\s+(\d+) is a duplicate and (\d+) are quarantined", text
    )
    assert said
    ends = [line.end.partition(":")[0] for line in LINES]
    counted = [len(LINES), *map(ends.count, ("loaded", "duplicate", "quarantined"))]
    assert [int(number) for number in said.groups()] == counted


@pytest.mark.parametrize(
    ("column", "least"), [("path", 48), ("agency", 12), ("language", 11), ("countries", 20), ("meeting", 12)]
)
def test_variety(column: str, least: int) -> None:
    """There are enough different files, agencies, languages, countries and meetings."""
    cells = [getattr(line, column) for line in LINES]
    values = {value for cell in cells for value in (cell.split() if column == "countries" else [cell])}
    assert len(values - {EMPTY_CELL}) >= least


def test_sizes() -> None:
    """An article has 0.4 to 4 KB; only stubs, index pages and broken files may be shorter."""
    for line in LINES:
        size = (INBOX / line.path).stat().st_size
        is_short_by_form = line.path.startswith("broken/") or line.form in {"stub", "index page"}
        assert size <= 4096
        assert size >= 400 or is_short_by_form, line.path


def test_duplicates_are_byte_for_byte() -> None:
    """A file that ends as duplicate equals a file before it, and no other two files are equal."""
    first: dict[bytes, str] = {}
    duplicates = []
    for line in LINES:
        raw = (INBOX / line.path).read_bytes()
        if raw in first:
            duplicates.append(line.path)
        first.setdefault(raw, line.path)
    assert duplicates == [line.path for line in LINES if line.end == "duplicate"]


def test_corrections_replace_files_of_the_inbox() -> None:
    """A correction has the path of a file of the inbox, other bytes, and is named in the README."""
    folder = SAMPLES / "corrections"
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert paths
    for path in paths:
        assert path in _inbox_paths()
        assert (folder / path).read_bytes() != (INBOX / path).read_bytes()
        assert f"corrections/{path}" in (SAMPLES / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "first_bytes"),
    [
        ("photo-in-disguise.txt", b"\x89PNG\r\n"),
        ("utf16-bucharest.txt", b"\xff\xfe"),
        ("utf8-bom.txt", b"\xef\xbb\xbf"),
        ("cp1251-moscow.txt", b"\xcc\xce\xd1\xca\xc2\xc0, 18"),
    ],
)
def test_broken_files_are_still_broken(name: str, first_bytes: bytes) -> None:
    """No editor or checkout has mended the files that are broken on purpose."""
    assert (INBOX / "broken" / name).read_bytes().startswith(first_bytes)


def test_line_ends_survive() -> None:
    """The file with Windows line ends has them on every line."""
    raw = (INBOX / "broken" / "crlf-nicosia.txt").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") > 0


@pytest.mark.skipif(not GIVEN.is_dir(), reason="the given files are not here")
def test_wording_is_our_own() -> None:
    """No eight words in a row stand in a given file and in ours."""
    theirs = set().union(*(_runs(path.read_text("utf-8", errors="replace")) for path in GIVEN.rglob("*.txt")))
    assert theirs
    for path in sorted(SAMPLES.rglob("*.txt")):
        common = _runs(path.read_bytes().decode("utf-8", errors="replace")) & theirs
        assert not common, path.name
