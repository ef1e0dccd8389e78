"""Back to a kept snapshot, and on from there."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from flows.cli import main
from flows.pipeline import run_rebuild
from flows.stages import Stages
from flows.upkeep import run_rollback
from schemas.errors import LockedError, UsageError, WarehouseError
from tasks.begin import begin_run
from tasks.settings import RollbackSettings, RunSettings
from tests.helpers import article, ingest, query, states, tables, write
from tests.warehouse.replica import Replica, feed, hashes
from warehouse.changes import require_run
from warehouse.connection import reader
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.journal import read_records
from warehouse.lock import writer_lock
from warehouse.rollback import MARK
from warehouse.snapshot import swap_link

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.journal import RunRecord

pytestmark = pytest.mark.warehouse


def roll_back(home: Home, run_id: str) -> RunRecord:
    """Roll back in this process."""
    return run_rollback(RollbackSettings(home=home.root, run_id=run_id), Stages())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Return a folder with home and inbox, and its two runs: the second brought a new file, a correction."""
    folder = tmp_path_factory.mktemp("published")
    home = Home(folder / "home")
    inbox = write(folder / "inbox", {f"well-{n}.txt": article(n) for n in (1, 2)})
    first = ingest(home, inbox).run_id
    write(inbox, {"well-1.txt": article(1, more=" A pump was added."), "well-3.txt": article(3)})
    second = ingest(home, inbox).run_id
    shutil.copytree(inbox, folder / "pristine")
    return folder, first, second


@pytest.fixture
def inbox(published: tuple[Path, str, str]) -> Path:
    """Return the inbox as the second run found it: at the same place, with the same times."""
    folder = published[0]
    shutil.rmtree(folder / "inbox")
    return shutil.copytree(folder / "pristine", folder / "inbox")


@pytest.fixture
def two(published: tuple[Path, str, str], inbox: Path, home: Home) -> tuple[str, str]:  # noqa: ARG001
    """Return the two runs, published in a home of the test's own."""
    folder, first, second = published
    shutil.copytree(folder / "home", home.root, symlinks=True)
    return first, second


def status(home: Home) -> dict[str, str]:
    """Return the status of every run on record."""
    return {record.run_id: record.status for record in read_records(home)}


def test_rollback_publishes_what_was(home: Home, inbox: Path, two: tuple[str, str]) -> None:
    """After a rollback the warehouse and its Parquet files hold what they held after that run."""
    first, second = two
    after = tables(home)
    record = roll_back(home, first)
    assert record.status == "succeeded"
    assert first in str(record.note)
    assert second in str(record.note)
    assert states(home) == {"well-1.txt": "loaded", "well-2.txt": "loaded"}
    assert not needs_export(home)
    kept = query(home, f"SELECT count(*) FROM '{home.parquet}/articles/*.parquet'")
    assert kept == query(home, "SELECT count(*) FROM articles") == [(2,)]
    assert status(home) == {first: "succeeded", second: "rolled_back", record.run_id: "succeeded"}
    assert inbox.is_dir()
    assert tables(home) != after


def test_the_next_ingest_takes_up_what_was_rolled_back(home: Home, inbox: Path, two: tuple[str, str]) -> None:
    """Files of a run that was rolled back are new again, and end in the same rows as before."""
    after = tables(home)
    roll_back(home, two[0])
    record = ingest(home, inbox)
    assert record.counts["files_new"] == 1
    assert record.counts["files_changed"] == 1
    assert tables(home) == after
    told = dict(query(home, "SELECT run_id, status FROM ops.runs"))
    assert told[two[1]] == "rolled_back"
    assert told[two[0]] == told[record.run_id] == "succeeded"
    assert "rollback" in [flow for (flow,) in query(home, "SELECT flow FROM ops.runs")]
    assert not ingest(home, inbox).published


def test_raw_bytes_of_a_rolled_back_run_stay(home: Home, inbox: Path, two: tuple[str, str]) -> None:
    """Its bytes may be all that is left of a file, so the archive keeps them, marked as rolled back."""
    folder = home.raw / two[1]
    held = {path.name: path.read_bytes() for path in folder.iterdir()}
    roll_back(home, two[0])
    (inbox / "well-3.txt").unlink()
    ingest(home, inbox)
    ingest(home, inbox)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != MARK} == held
    assert (folder / MARK).exists()
    assert not (home.raw / two[0] / MARK).exists()


def test_rollback_can_be_undone(home: Home, two: tuple[str, str]) -> None:
    """While its snapshot is kept, a run that was rolled back can be published again."""
    after = tables(home)
    roll_back(home, two[0])
    roll_back(home, two[1])
    assert tables(home) == after
    assert status(home)[two[1]] == "succeeded"
    assert not (home.raw / two[1] / MARK).exists()


def test_a_rollback_that_was_killed_after_the_swap_is_finished_by_the_next_run(
    home: Home, inbox: Path, two: tuple[str, str]
) -> None:
    """The swap is the one commit point: records and Parquet follow with the next run."""
    after = tables(home)
    with writer_lock(home):
        begin_run(home, "rollback", "0")
        swap_link(home, home.snapshot(two[0]))
    ingest(home, inbox)
    assert status(home)[two[1]] == "rolled_back"
    assert (home.raw / two[1] / MARK).exists()
    assert tables(home) == after
    assert not needs_export(home)


def test_a_rebuild_passes_over_what_was_rolled_back(home: Home, inbox: Path, two: tuple[str, str]) -> None:
    """What a rolled-back run had brought comes back with no rebuild, only with its files."""
    roll_back(home, two[0])
    write(inbox, {"well-1.txt": article(1)})
    (inbox / "well-3.txt").unlink()
    ingest(home, inbox)
    before = tables(home)
    run_rebuild(RunSettings(home=home.root, workers=1), Stages())
    assert tables(home) == before
    assert query(home, "SELECT count(*) FROM articles") == [(2,)]


def test_a_damaged_warehouse_is_left_for_one_that_is_not(
    home: Home, inbox: Path, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the published file is damaged the list says so, and the one before can be published."""
    damaged = home.current()
    assert damaged is not None
    damaged.write_bytes(b"no database at all" * 4096)
    assert main(["rollback", "--list", "--home", str(home.root)]) == 0
    assert "can't be read  (current)" in capsys.readouterr().out
    assert main(["rollback", two[0], "--home", str(home.root)]) == 0
    assert ingest(home, inbox).counts["documents_loaded"] == 2
    with pytest.raises(WarehouseError):
        roll_back(home, two[1])
    assert query(home, "SELECT count(*) FROM articles WHERE is_current") == [(3,)]


def test_the_feed_of_a_run_that_was_rolled_back_ends(home: Home, inbox: Path, two: tuple[str, str]) -> None:
    """Who followed the feed into a run that was rolled back must start over; who had not, goes on."""
    first, second = two
    with Replica() as replica:
        roll_back(home, first)
        replica.apply(feed(home))
        for _ in range(2):
            current = home.current()
            assert current is not None
            with reader(current) as connection:
                require_run(connection, first, read_records(home))
                with pytest.raises(UsageError, match="rolled back"):
                    require_run(connection, second, read_records(home))
            ingest(home, inbox)
        replica.apply(feed(home, first))
        assert replica.hashes() == hashes(home)


@pytest.mark.parametrize("wrong", ["20200101T000000.000000Z", "../warehouse", "current"])
def test_only_a_kept_snapshot_can_be_gone_back_to(home: Home, two: tuple[str, str], wrong: str) -> None:
    """A run without a kept snapshot, and the current one, are refused, and nothing is touched."""
    run_id = two[1] if wrong == "current" else wrong
    before = status(home)
    with pytest.raises(UsageError, match=r"kept|current"):
        roll_back(home, run_id)
    assert status(home) == before


def test_rollback_waits_for_no_writer(home: Home, two: tuple[str, str]) -> None:
    """While another process writes, a rollback is refused."""
    with writer_lock(home), pytest.raises(LockedError):
        roll_back(home, two[0])
    assert status(home)[two[1]] == "succeeded"


def test_command_lists_and_rolls_back(
    home: Home, two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """`--list` shows what is kept, newest first; RUN goes back; neither or both is a wrong command."""
    where = ["--home", str(home.root)]
    assert main(["rollback", "--list", *where, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["snapshots"]
    assert [(each["run_id"], each["articles"], each["is_current"]) for each in shown] == [
        (two[1], 3, True),
        (two[0], 2, False),
    ]
    assert main(["rollback", two[0], *where]) == 0
    assert f"back to run {two[0]}; left out: {two[1]}" in capsys.readouterr().out
    assert main(["rollback", "--list", *where]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith("(current)")
    for wrong in ([], [two[1], "--list"], ["20200101T000000.000000Z"]):
        assert main(["rollback", *wrong, *where]) == 2
    assert main(["status", *where]) == 0
    assert f"back to run {two[0]}" in capsys.readouterr().out
