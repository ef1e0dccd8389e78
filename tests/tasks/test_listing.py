"""Whatever stands in a folder is listed: files by size and time, everything else with a code."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from schemas.errors import UsageError
from tasks.discover import list_sources, source_name
from tasks.listing import LISTING_SCHEMA, list_files, list_folder, shown_path
from tests.helpers import without_privileges, write

if TYPE_CHECKING:
    from collections.abc import Mapping

NOWHERE = Path("/nowhere")


def listed(root: Path, exclude: Path = NOWHERE) -> dict[str, str | None]:
    """Return the code of each listed path."""
    table = list_folder("inbox", root, exclude).table()
    return dict(zip(table.column("path").to_pylist(), table.column("code").to_pylist(), strict=True))


def names(given: list[Path], known: Mapping[str, str] | None = None, name: str | None = None) -> list[str]:
    """Return the source names that folders or files are listed under."""
    found = list_sources(given, name=name, known=dict(known or {}), exclude=NOWHERE)
    return [listing.source for listing in found]


def test_files_are_listed_with_size_and_time(inbox: Path) -> None:
    """Each file below the folder is an entry with its size and its time in nanoseconds."""
    write(inbox, {"a.txt": "abc", "deep/er/b.txt": "", "empty/.hidden": "x"})
    os.utime(inbox / "a.txt", ns=(1, 1_600_000_000_123_456_789))
    table = list_folder("inbox", inbox, NOWHERE).table()
    assert table.schema == LISTING_SCHEMA
    rows = {row["path"]: row for row in table.to_pylist()}
    assert set(rows) == {"a.txt", "deep/er/b.txt", "empty/.hidden"}
    assert (rows["a.txt"]["size_bytes"], rows["a.txt"]["modified_ns"]) == (3, 1_600_000_000_123_456_789)
    assert rows["a.txt"]["root"] + b"/" + rows["a.txt"]["raw_path"] == os.fsencode(inbox / "a.txt")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"two words.txt", "two words.txt"),
        (b"it's\"; drop.txt", "it's\"; drop.txt"),
        (b"line\nbreak\t.txt", "line\nbreak\t.txt"),
        ("größe 日本 😀.txt".encode(), "größe 日本 😀.txt"),
        (b"caf\xe9.txt", "caf\\xe9.txt"),
        (b"back\\slash.txt", "back\\\\slash.txt"),
        (b"-rf *.txt", "-rf *.txt"),
        (b"n" * 255, "n" * 255),
    ],
)
def test_any_name_survives(inbox: Path, raw: bytes, shown: str) -> None:
    """A name keeps its bytes for opening, and is shown as text that can be stored."""
    path = os.fsencode(inbox) + b"/" + raw
    with open(path, "w") as target:  # noqa: PTH123 - the name is bytes
        target.write("x")
    (row,) = list_folder("inbox", inbox, NOWHERE).table().to_pylist()
    assert row["raw_path"] == raw
    assert row["path"] == shown
    shown.encode()


def test_shown_paths_do_not_meet(inbox: Path) -> None:
    """A name with a byte that is no UTF-8 and one that spells it out stay two."""
    raws = [b"caf\xe9", b"caf\\xe9", b"caf\\\\xe9", "café".encode()]
    assert len({shown_path(os.fsdecode(raw)) for raw in raws}) == len(raws)
    assert shown_path(os.fsdecode(os.fsencode(inbox))) == str(inbox)


def test_what_is_no_file_is_listed_with_its_code(inbox: Path) -> None:
    """A link to nowhere, a link to itself, a pipe and a socket are entries that say what is wrong."""
    write(inbox, {"good.txt": "x"})
    (inbox / "broken").symlink_to("nowhere")
    (inbox / "self").symlink_to("self")
    os.mkfifo(inbox / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(inbox)  # the path of a socket must be short
        try:
            server.bind("socket")
        finally:
            os.chdir(here)
        found = listed(inbox)
    assert found == {
        "good.txt": None,
        "broken": "broken_link",
        "self": "broken_link",
        "pipe": "not_a_file",
        "socket": "not_a_file",
    }


def test_links_are_followed_once_around(inbox: Path, tmp_path: Path) -> None:
    """Links to files and folders are followed; one that leads back to its own folder is told, not walked."""
    write(tmp_path / "other", {"b.txt": "x"})
    write(inbox, {"in/a.txt": "x"})
    (inbox / "in" / "up").symlink_to("..")
    (inbox / "other").symlink_to(tmp_path / "other")
    (inbox / "c.txt").symlink_to(tmp_path / "other" / "b.txt")
    assert listed(inbox) == {
        "in/a.txt": None,
        "in/up": "link_loop",
        "other/b.txt": None,
        "c.txt": None,
    }


def test_home_inside_the_source_is_passed_over(inbox: Path) -> None:
    """The warehouse's own files are no articles, also when they are reached by a link."""
    write(inbox, {"a.txt": "x", "data/warehouse.duckdb": "x", "data/raw/b": "x"})
    (inbox / "again").symlink_to("data")
    assert listed(inbox, inbox / "data") == {"a.txt": None}


def test_folder_without_permission_is_told(inbox: Path) -> None:
    """A folder that can't be listed is an entry, its files are unknown rather than gone, the rest goes on."""
    write(inbox, {"a.txt": "x", "closed/b.txt": "x", "closed/in/c.txt": "x"})
    (inbox / "closed").chmod(0)
    script = f"""
import json
from pathlib import Path
from tasks.listing import list_folder
listing = list_folder("inbox", Path({str(inbox)!r}), Path("/nowhere"))
print(json.dumps([dict(zip(listing.paths, listing.codes)), listing.unlisted, listing.details]))
"""
    try:
        found, unlisted, details = json.loads(without_privileges(script))
    finally:
        (inbox / "closed").chmod(0o755)
    assert found == {"a.txt": None, "closed": "unreadable"}
    assert unlisted == ["closed/"]
    assert "The folder can't be listed: Permission denied" in details


def test_single_files_say_nothing_of_their_neighbours(inbox: Path) -> None:
    """Files given by name share the folder's source, once each, and the listing is not whole."""
    write(inbox, {"a.txt": "x", "b.txt": "xy", "c.txt": "x"})
    (listing,) = list_sources(
        [inbox / "b.txt", inbox / "a.txt", inbox / "a.txt"], name=None, known={}, exclude=NOWHERE
    )
    assert (listing.source, listing.root, listing.is_whole) == ("inbox", inbox, False)
    assert listing.paths == ["a.txt", "b.txt"]
    assert list_folder("inbox", inbox, NOWHERE).is_whole
    assert list_files("inbox", inbox, ["b.txt"]).sizes == [2]


def test_folder_wins_over_its_files(inbox: Path) -> None:
    """A folder given together with files in it is walked once, whatever the order."""
    write(inbox, {"a.txt": "x", "b.txt": "x"})
    for given in ([inbox, inbox / "a.txt"], [inbox / "a.txt", inbox]):
        (listing,) = list_sources(given, name=None, known={}, exclude=NOWHERE)
        assert listing.is_whole
        assert sorted(listing.paths) == ["a.txt", "b.txt"]


def test_source_is_called_like_its_folder(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the folder is written, it is the same source; a link keeps its own name."""
    write(inbox, {"in/a.txt": "x"})
    (inbox.parent / "latest").symlink_to("inbox")
    monkeypatch.chdir(inbox / "in")
    for given in (inbox, Path(".."), Path("../../inbox"), Path("./.././"), inbox / ".." / "inbox"):
        assert names([given]) == ["inbox"]
        assert names([given], {"inbox": str(inbox)}) == ["inbox"]
    assert names([inbox.parent / "latest"]) == ["latest"]


def test_known_folder_keeps_its_name(inbox: Path) -> None:
    """A folder that was first read under another name keeps it."""
    assert names([inbox], {"agency": str(inbox)}) == ["agency"]


def test_moved_folder_is_the_same_source(inbox: Path) -> None:
    """A folder with a known name whose old place is gone has moved there."""
    assert names([inbox], {"inbox": "/nowhere/inbox"}) == ["inbox"]


def test_second_folder_of_the_same_name_is_refused(inbox: Path, tmp_path: Path) -> None:
    """Two folders read as one source would remove each other's files; the message says what to pass."""
    other = tmp_path / "other" / "inbox"
    other.mkdir(parents=True)
    with pytest.raises(UsageError, match=r"Source 'inbox' is the folder .*--source-name") as caught:
        names([inbox], {"inbox": str(other)})
    assert str(other) in str(caught.value)
    with pytest.raises(UsageError, match="would both be source 'inbox'"):
        names([inbox, other])


def test_given_name_is_taken(inbox: Path) -> None:
    """--source-name names the source, also one that is known elsewhere: the folder has moved."""
    known = {"inbox": "/", "agency": "/"}
    assert names([inbox], known, name="fresh") == ["fresh"]
    assert source_name(inbox, "agency", known) == "agency"


def test_missing_source_is_a_wrong_command(inbox: Path) -> None:
    """A source that is not there, or is no folder or file, is refused before anything is read."""
    os.mkfifo(inbox / "pipe")
    for path in (inbox / "nothing", inbox / "pipe", inbox / ("n" * 300)):
        with pytest.raises(UsageError, match="does not exist"):
            names([path])


def test_folder_whose_name_is_no_text_can_be_read(tmp_path: Path) -> None:
    """A source folder named with bytes that are not UTF-8 gets a name that can be stored."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe9b\xe9"))
    write(folder, {"a.txt": "x"})
    (listing,) = list_sources([folder], name=None, known={}, exclude=NOWHERE)
    assert listing.source == "b\\xe9b\\xe9"
    assert listing.table().column("path").to_pylist() == ["a.txt"]


def test_times_beyond_reason_are_kept_in_bounds(inbox: Path) -> None:
    """A time that no calendar holds neither stops the listing nor is lost to sight."""
    write(inbox, {"future.txt": "x", "past.txt": "x"})
    os.utime(inbox / "future.txt", (0, 10**11))
    os.utime(inbox / "past.txt", (0, -(10**11)))
    assert listed(inbox) == {"future.txt": None, "past.txt": None}
