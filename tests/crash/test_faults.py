"""What disks, clocks and people do to a home: told in one line or repaired by the next run, nothing lost.

A full disk, a home without permission, damaged records and exports that fail: `tests/tasks/test_failures.py`.
Parquet files that are cut off, missing or too many: `tests/warehouse/test_export.py`.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import random
import shutil
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import duckdb
import pytest

from flows.cli import main
from flows.pipeline import run_ingest, run_rebuild, run_replay
from flows.stages import Stages
from schemas.errors import DatelineError, StorageError, WarehouseError
from schemas.tables import TABLES
from tasks.settings import IngestSettings, ReplaySettings, RollbackSettings, RunSettings
from tests.conftest import copied
from tests.crash.compare import differences, unfinished
from tests.helpers import article, ingest, query, states, tables, without_privileges, write
from warehouse import journal
from warehouse.changes import changes, table_hash
from warehouse.connection import reader, run
from warehouse.home import Home
from warehouse.journal import read_records
from warehouse.rollback import kept_snapshots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tasks.batches import Batch
    from tasks.step import Step

P = ParamSpec("P")
R = TypeVar("R")

pytestmark = pytest.mark.warehouse


class Meddled(Stages):
    """Calls the stages, and lets something happen to the home before one of them."""

    def __init__(self, stage: str, meddle: Callable[[], None]) -> None:
        """Take the stage's name and what happens."""
        super().__init__()
        self._stage, self._meddle = stage, meddle

    def call(self, stage: Step[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Meddle first where it is the stage's turn."""
        if stage.name == self._stage:
            self._meddle()
        return super().call(stage, *args, **kwargs)

    def map(
        self, stage: Step[..., R], batches: Sequence[Batch], *, workers: int, **settings: object
    ) -> list[R]:
        """Meddle first where it is the stage's turn."""
        if stage.name == self._stage:
            self._meddle()
        return super().map(stage, batches, workers=workers, **settings)


@pytest.fixture(scope="module")
def lived(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home that took up six files in two runs, all gone from the inbox beside it since."""
    folder = tmp_path_factory.mktemp("lived")
    home = copied(empty_warehouse, folder / "home")
    inbox = write(folder / "inbox", {f"{n}.txt": article(n) for n in range(3)})
    ingest(home, inbox)
    shutil.rmtree(inbox)
    ingest(home, write(inbox, {f"{n}.txt": article(n) for n in range(3, 6)}))
    shutil.rmtree(inbox)
    write(inbox, {"new.txt": article(9)})
    return home


@pytest.fixture
def grown(lived: Home, tmp_path: Path) -> Home:
    """Return a copy of that home which may be damaged, with the one new file in its inbox."""
    shutil.copytree(lived.root.parent, tmp_path / "grown", symlinks=True)
    return Home(tmp_path / "grown" / "home")


@pytest.fixture(scope="module")
def expected(lived: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return what that home becomes when nothing happens to it."""
    folder = tmp_path_factory.mktemp("expected")
    shutil.copytree(lived.root.parent, folder / "grown", symlinks=True)
    home = Home(folder / "grown" / "home")
    ingest(home, inbox_of(home), source_name="inbox")
    return home


def inbox_of(home: Home) -> Path:
    """Return the inbox beside a home."""
    return home.root.parent / "inbox"


def settings_of(home: Home) -> IngestSettings:
    """Return what an ingest of the inbox beside a home is told."""
    return IngestSettings(home=home.root, sources=(inbox_of(home),), workers=1, source_name="inbox")


def say(*words: object) -> int:
    """Run a command in this process and return its exit code."""
    try:
        return main([str(word) for word in words])
    finally:
        logging.getLogger("dateline").handlers.clear()


def current(home: Home) -> Path:
    """Return the published snapshot."""
    found = home.current()
    assert found is not None
    return found


def require_whole(home: Home, expected: Home) -> None:
    """Run once more, and compare with a home to which nothing happened, but for where the inbox stood."""
    ingest(home, inbox_of(home), source_name="inbox")
    assert [name for name in differences(home, expected) if not name.startswith("ops.sources")] == []
    assert unfinished(home) == []


def rebuild(home: Home) -> None:
    """Make the warehouse anew from the archive."""
    run_rebuild(RunSettings(home=home.root, workers=1), Stages())


def rollback(home: Home, run_id: str) -> None:
    """Publish a kept snapshot again."""
    from flows.upkeep import run_rollback

    run_rollback(RollbackSettings(home=home.root, run_id=run_id), Stages())


def test_missing_link_is_put_back(grown: Home, expected: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the link a reader is told what to do, and the next run goes on from the last snapshot."""
    grown.link.unlink()
    assert say("sql", "SELECT 1", "--home", grown.root) == 1
    assert "warehouse.duckdb is missing. The next run puts it back" in capsys.readouterr().err
    assert say("status", "--home", grown.root) == 0
    assert "warehouse.duckdb is missing. The next run puts it back" in capsys.readouterr().out
    require_whole(grown, expected)


def test_missing_link_after_a_rollback_leads_where_it_led(grown: Home) -> None:
    """The runs that a rollback left out stay out when the link is put back."""
    kept = sorted(path.stem for path in grown.snapshots.iterdir())[-2]
    rollback(grown, kept)
    grown.link.unlink()
    ingest(grown, write(inbox_of(grown), {"new.txt": b""}), source_name="inbox")
    assert query(grown, "SELECT count(*) FROM articles") == [(3,)]


@pytest.mark.parametrize("is_linked", [True, False], ids=["dangling link", "no link"])
def test_missing_snapshot_is_never_replaced_by_an_empty_one(
    grown: Home, expected: Home, capsys: pytest.CaptureFixture[str], *, is_linked: bool
) -> None:
    """Without the newest snapshot a run refuses to go on from less; a rebuild brings everything back."""
    current(grown).unlink()
    if not is_linked:
        grown.link.unlink()
    for words in (["ingest", str(inbox_of(grown))], ["replay"], ["maintain"], ["sql", "SELECT 1"]):
        assert say(*words, "--home", grown.root) == 1
        told = capsys.readouterr().err.splitlines()[-1]
        assert "the snapshot it led to" in told
        assert "dateline rebuild" in told
    rebuild(grown)
    require_whole(grown, expected)


def test_records_lost_with_the_snapshots_are_no_fresh_start(grown: Home, expected: Home) -> None:
    """Where only the raw archive is left, an ingest refuses to begin an empty warehouse; a rebuild works."""
    for folder in (grown.snapshots, grown.runs, grown.parquet):
        shutil.rmtree(folder)
    grown.link.unlink()
    with pytest.raises(WarehouseError, match="dateline rebuild"):
        ingest(grown, inbox_of(grown))
    rebuild(grown)
    ingest(grown, inbox_of(grown), source_name="inbox")
    assert tables(grown)["articles"] == tables(expected)["articles"]
    assert states(grown) == states(expected)


def flip(path: Path, at: int) -> None:
    """Turn 64 bytes of a file into others."""
    with path.open("r+b") as file:
        file.seek(at)
        bytes_there = file.read(64)
        file.seek(at)
        file.write(bytes(255 - byte for byte in bytes_there))


def test_damaged_snapshot_is_told_in_one_line(
    lived: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever its bytes were changed, every command answers or says in a line that the file is damaged."""
    chance = random.Random(3)  # noqa: S311 - the same places each time
    size = current(lived).stat().st_size
    failed = 0
    for number, at in enumerate([0, 4096, 8192, *(chance.randrange(size) for _ in range(4))]):
        shutil.copytree(lived.root.parent, tmp_path / str(number), symlinks=True)
        home = Home(tmp_path / str(number) / "home")
        flip(current(home), at)
        before = current(home)
        for words in (
            ["status"],
            ["sql", "SELECT count(*), max(text) FROM articles JOIN paragraphs USING (article_id)"],
            ["quarantine"],
            ["changes"],
            ["ingest", inbox_of(home), "--source-name", "inbox", "--workers", 1],
        ):
            code = say(*words, "--home", home.root)
            told = capsys.readouterr().err.strip().splitlines()
            assert code in {0, 1}, told
            if code:
                failed += 1
                assert "can't be used" in told[-1], told
                assert "dateline rebuild" in told[-1]
        assert before.exists()
        shutil.rmtree(home.root.parent)
    assert failed > 10


def test_damaged_snapshot_costs_nothing(grown: Home, expected: Home) -> None:
    """A rebuild needs nothing of a damaged warehouse, and everything that was loaded is there again."""
    current(grown).write_bytes(b"no database at all" * 4096)
    with pytest.raises(WarehouseError, match=r"rollback --list.*dateline rebuild"):
        ingest(grown, inbox_of(grown))
    rebuild(grown)
    require_whole(grown, expected)


def opens_but_cannot_be_read(path: Path) -> bool:
    """Whether a snapshot opens and tells its runs, though some row of it can't be read."""
    try:
        with reader(path) as connection:
            run(connection, "SELECT count(*) FROM ops.runs")
            try:
                for table in TABLES:
                    table_hash(connection, table)
            except duckdb.Error:
                return True
    except WarehouseError:
        pass
    return False


def test_snapshot_with_one_damaged_block_is_not_published_again(grown: Home) -> None:
    """A rollback reads every row first: damage somewhere in the file is told, and it stays out."""
    older = sorted(grown.snapshots.iterdir())[-2]
    published, sound = current(grown), older.read_bytes()
    behind_headers, block = 3 * 4096, 1 << 18
    for at in range(behind_headers + block * 3 // 2, len(sound), block):
        flip(older, at)
        if opens_but_cannot_be_read(older):
            break
        older.write_bytes(sound)
    with pytest.raises(WarehouseError, match="can't be used"):
        rollback(grown, older.stem)
    assert current(grown) == published


def test_damaged_older_snapshot_is_in_nobodys_way(grown: Home, expected: Home) -> None:
    """Runs go on beside it, the list shows that it can't be read, and it is not published again."""
    older = sorted(grown.snapshots.iterdir())[-2]
    size = older.stat().st_size
    for at in range(3 * 4096, size, 1 << 15):
        flip(older, at)
    published = current(grown)
    with pytest.raises(DatelineError, match="can't be used"):
        rollback(grown, older.stem)
    assert current(grown) == published
    require_whole(grown, expected)
    assert older.stem in {kept.run_id for kept in kept_snapshots(grown)}


@pytest.mark.parametrize("damage", ["cut off", "other bytes", "gone"])
def test_damaged_archive_stops_only_what_reads_it(grown: Home, expected: Home, damage: str) -> None:
    """A replay and a rebuild name the file and publish nothing; the nightly run goes on."""
    run_id = sorted(path.name for path in grown.raw.iterdir())[1]
    path = grown.raw / run_id / "000001.parquet"
    if damage == "cut off":
        path.write_bytes(path.read_bytes()[:-9])
    elif damage == "gone":
        path.unlink()
    else:
        flip(path, path.stat().st_size // 2)
    before = current(grown)
    for go in (rebuild, lambda home: run_replay(ReplaySettings(home=home.root, workers=1), Stages())):
        with pytest.raises(WarehouseError, match=f"{path} is damaged"):
            go(grown)
    assert current(grown) == before
    require_whole(grown, expected)


@pytest.mark.parametrize(
    ("table", "damage"),
    [("paragraphs", "cut off"), ("credits", "gone"), ("ops.documents", "gone"), ("raw", "gone")],
)
def test_staged_file_that_changed_fails_the_run(grown: Home, expected: Home, table: str, damage: str) -> None:
    """A staged file that is missing or cut off when rows are loaded is named, and its rows come next time."""

    def meddle() -> None:
        (path,) = grown.staging.glob(f"*/{table}/000001.parquet")
        if damage == "gone":
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-9])

    before = current(grown)
    with pytest.raises(StorageError, match=f"{table}/000001.parquet .*run again"):
        run_ingest(settings_of(grown), Meddled("load batches", meddle))
    assert current(grown) == before
    assert read_records(grown)[-1].status == "failed"
    require_whole(grown, expected)


@pytest.mark.parametrize(
    "stage", ["process batch", "load batches", "publish snapshot", "export parquet", "write report"]
)
def test_staging_wiped_in_the_middle_of_a_run(grown: Home, expected: Home, stage: str) -> None:
    """Whenever somebody empties `staging/`, the run fails with one line or has no need of it any more."""

    def wipe() -> None:
        shutil.rmtree(grown.staging)

    if stage in {"export parquet", "write report"}:
        run_ingest(settings_of(grown), Meddled(stage, wipe))
    else:
        with pytest.raises(StorageError, match="run again"):
            run_ingest(settings_of(grown), Meddled(stage, wipe))
    require_whole(grown, expected)


def test_clock_that_goes_back_changes_no_order(
    grown: Home, expected: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Runs after the clock was set back sort, begin and end behind those before; history stays in order."""
    last = read_records(grown)[-1]
    monkeypatch.setattr(journal, "utc_now", lambda: dt.datetime(2001, 2, 3))  # noqa: DTZ001 - as the journal
    record = ingest(grown, inbox_of(grown), source_name="inbox")
    assert record.run_id > last.run_id
    assert last.finished_at is not None
    assert record.finished_at is not None
    assert last.finished_at < record.started_at <= record.finished_at
    with reader(current(grown)) as connection:
        told = list(changes(connection, last.run_id))
    assert {each.run for each in told if each.run} == {record.run_id}
    count = "SELECT count(*) FROM articles_as_of(?::TIMESTAMP)"
    assert query(grown, count, [last.finished_at]) == [(6,)]
    assert query(grown, count, [record.finished_at]) == [(7,)]
    require_whole(grown, expected)


@pytest.fixture
def locked_down() -> Iterator[Callable[[Path], None]]:
    """Return what takes all permissions to write from a file or folder, until the test has ended."""
    taken: list[tuple[Path, int]] = []

    def take(path: Path) -> None:
        taken.append((path, path.stat().st_mode))
        path.chmod(0o555 if path.is_dir() else 0o444)

    yield take
    for path, mode in taken:
        path.chmod(mode)


@pytest.mark.parametrize(
    "name", ["", "snapshots", "raw", "staging", "runs", "parquet", "parquet/articles", "writer.lock"]
)
def test_lost_permission_is_told_and_costs_nothing(
    grown: Home, expected: Home, name: str, locked_down: Callable[[Path], None]
) -> None:
    """What of the home can't be written any more is named in one line; with permission all is made up for."""
    locked_down(grown.root / name)
    told = without_privileges(
        f"""
from flows.cli import main
main(["ingest", {str(inbox_of(grown))!r}, "--home", {str(grown.root)!r}, "--workers", "1",
      "--source-name", "inbox", "--json"])
"""
    )
    assert '"status": "failed"' in told
    assert "Permission denied" in told
    assert str(grown.root if name == "writer.lock" else grown.root / name) in told
    for path in (grown.root / name, grown.root):
        path.chmod(0o755)
    require_whole(grown, expected)


def test_file_too_large_for_the_disk_is_told(grown: Home, expected: Home) -> None:
    """A limit on the size of files ends the run with a line, not with a stack of calls."""
    told = without_privileges(
        f"""
import resource
from flows.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
main(["ingest", {str(inbox_of(grown))!r}, "--home", {str(grown.root)!r}, "--workers", "1",
      "--source-name", "inbox", "--json"])
"""
    )
    assert '"status": "failed"' in told
    require_whole(grown, expected)
    assert os.access(grown.root, os.W_OK)
