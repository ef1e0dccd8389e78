"""Several at one home: writers take turns, readers keep what they opened, copies and read-only media work."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.conftest import copied
from tests.crash.compare import differences, unfinished
from tests.crash.homes import say
from tests.flows.processes import command, started
from tests.helpers import article, ingest, query, replay, states, tables, write
from warehouse.connection import run
from warehouse.home import Home
from warehouse.journal import read_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.warehouse

COUNT = "SELECT count(*), max(text) FROM paragraphs"


def at_once(*runs: list[str]) -> list[tuple[int, str]]:
    """Start processes at the same moment; return each one's exit code and what it said."""
    with ExitStack() as stack:
        processes = [stack.enter_context(started(words)) for words in runs]
        told = [process.communicate(timeout=100)[1] for process in processes]
        return [(process.returncode, said) for process, said in zip(processes, told, strict=True)]


def ingesting(home: Home, inbox: Path, *more: str) -> list[str]:
    """Return the words of an ingest that waits for its turn."""
    return command("ingest", inbox, "--home", home.root, "--workers", 1, *more)


@pytest.fixture
def inboxes(tmp_path: Path) -> tuple[Path, Path]:
    """Return two sources that share an article."""
    first = write(tmp_path / "first", {"a.txt": article(1), "b.txt": article(2)})
    return first, write(tmp_path / "second", {"b.txt": article(2), "c.txt": article(3), "d.txt": b""})


def test_two_ingests_take_turns(
    warm: Home, empty_warehouse: Home, inboxes: tuple[Path, Path], tmp_path: Path
) -> None:
    """Two ingests that may wait end as if one had been started after the other, whichever came first."""
    told = at_once(*(ingesting(warm, inbox, "--wait", "90") for inbox in inboxes))
    assert [code for code, _ in told] == [0, 0], told
    after = copied(empty_warehouse, tmp_path / "after")
    for inbox in inboxes:
        ingest(after, inbox)
    assert differences(warm, after) == []
    assert unfinished(warm) == []
    assert [record.status for record in read_records(warm)] == ["succeeded"] * 3


def test_two_ingests_that_do_not_wait(warm: Home, inboxes: tuple[Path, Path]) -> None:
    """Without waiting each either does its work or names the other, and nothing is half done."""
    told = at_once(*(ingesting(warm, inbox) for inbox in inboxes))
    assert {code for code, _ in told} <= {0, 1}
    assert all(code == 0 or "is being written by ingest (process" in said for code, said in told), told
    for inbox in inboxes:
        ingest(warm, inbox)
    assert query(warm, "SELECT count(*) FROM articles") == [(3,)]
    assert unfinished(warm) == []


def test_ingest_and_replay_take_turns(warm: Home, inboxes: tuple[Path, Path]) -> None:
    """An ingest and a replay at the same time lose nothing, and the replay changes no row."""
    ingest(warm, inboxes[0])
    replaying = command("replay", "--home", warm.root, "--workers", 1, "--wait", 90)
    told = at_once(ingesting(warm, inboxes[1], "--wait", "90"), replaying)
    assert [code for code, _ in told] == [0, 0], told
    before = tables(warm)
    assert set(states(warm)) == {"a.txt", "b.txt", "c.txt", "d.txt"}
    assert replay(warm).published is False
    assert tables(warm) == before
    assert unfinished(warm) == []


def test_reader_that_never_lets_go(warm: Home, inbox: Path) -> None:
    """A connection that is open over many runs answers the same when its file is gone, and stops none."""
    ingest(warm, write(inbox, {"a.txt": article(1)}))
    held = warm.current()
    assert held is not None
    with duckdb.connect(str(held), read_only=True) as reader:
        before = run(reader, COUNT)
        for number in range(2, 6):
            assert ingest(warm, write(inbox, {f"{number}.txt": article(number)})).published
        assert not held.exists()
        assert run(reader, COUNT) == before
        assert query(warm, "SELECT count(*) FROM articles") == [(5,)]
    assert unfinished(warm) == []


@pytest.mark.parametrize("keeps_links", [True, False], ids=["links kept", "links followed"])
def test_copied_home_works_at_once(warm: Home, inbox: Path, tmp_path: Path, *, keeps_links: bool) -> None:
    """A copy at another path answers and goes on from what it holds; the original does not notice."""
    ingest(warm, write(inbox, {"a.txt": article(1), "b.txt": b""}))
    copy = Home(tmp_path / "elsewhere" / "copy")
    shutil.copytree(warm.root, copy.root, symlinks=keeps_links)
    before = tables(warm)
    assert say("sql", "SELECT count(*) FROM articles", "--home", copy.root) == 0
    assert say("status", "--home", copy.root) == 0
    assert tables(copy) == before
    assert ingest(copy, inbox).published is False
    assert ingest(copy, write(inbox, {"c.txt": article(3)})).published
    assert copy.link.is_symlink()
    assert unfinished(copy) == []
    assert tables(warm) == before
    assert ingest(warm, inbox).published
    assert differences(copy, warm) == []


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Mount a folder over itself so that nobody can write to it, root neither."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    bind = [mount or "", "--bind", str(folder), str(folder)]
    if mount is None or umount is None or subprocess.run(bind, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not permitted")
    try:
        subprocess.run([mount, "-o", "remount,bind,ro", str(folder)], check=True)
        yield
    finally:
        subprocess.run([umount, "-l", str(folder)], check=True)


def test_home_on_read_only_media(warm: Home, inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing can be written every question is answered, and what would write says why it can't."""
    ingest(warm, write(inbox, {"a.txt": article(1), "b.txt": b""}))
    questions = (
        ["sql", "SELECT count(*) FROM articles"],
        ["status"],
        ["quarantine"],
        ["changes"],
        ["rollback", "--list"],
    )
    with read_only(warm.root):
        for words in questions:
            assert say(*words, "--home", warm.root) == 0
        capsys.readouterr()
        for words in (["ingest", str(inbox)], ["replay"], ["rebuild"], ["maintain"]):
            assert say(*words, "--home", warm.root) == 1
            told = capsys.readouterr().err.splitlines()[-1]
            assert f"{warm.root} can't be written (Read-only file system)" in told
    assert ingest(warm, write(inbox, {"c.txt": article(3)})).published
    assert os.access(warm.root, os.W_OK)
