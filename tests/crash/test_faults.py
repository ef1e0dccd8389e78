"""What disks, clocks and people do to a home: told in one line or repaired by the next run, nothing lost.

A full disk, a home without permission, damaged records and exports that fail: `tests/tasks/test_failures.py`.
Parquet files that are cut off, missing or too many: `tests/warehouse/test_export.py`.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb
import pytest

from flows.pipeline import run_replay
from flows.stages import Stages
from schemas.errors import DatelineError, StorageError, WarehouseError
from schemas.records import Article
from schemas.tables import TABLES
from tasks.rules import TODAY
from tasks.settings import ReplaySettings
from tests.crash.compare import unfinished
from tests.crash.homes import current, flip, inbox_of, rebuild, require_whole, rollback, say
from tests.helpers import fill, ingest, query, replay, small_disk, states, tables, write
from warehouse.changes import table_hash
from warehouse.connection import reader, run
from warehouse.home import Home
from warehouse.rollback import kept_snapshots

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.records import Document
    from schemas.reference.lexicon import Lexicon


pytestmark = pytest.mark.warehouse


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


def parse_otherwise(document: Document, lexicon: Lexicon) -> Article:
    """Parse as invented other rules do: without datelines."""
    found = TODAY.parse(document, lexicon)
    assert isinstance(found, Article)
    return replace(found, datelines=())


@pytest.mark.parametrize("flow", ["replay", "rebuild"])
def test_full_disk_costs_no_replay_and_no_rebuild_anything(lived: Home, tmp_path: Path, flow: str) -> None:
    """Without room for a snapshot the message says so and nothing is published; with room it ends as ever."""
    with small_disk(tmp_path / "disk") as disk:
        home = Home(disk / "home")
        shutil.copytree(lived.root, home.root, symlinks=True)
        before, rows = current(home), tables(home)
        filler = fill(disk, 3_000_000)

        def go() -> None:
            if flow == "replay":
                replay(home, rules=replace(TODAY, version="other", parse=parse_otherwise))
            else:
                rebuild(home)

        with pytest.raises(StorageError, match=r"is full|No space left"):
            go()
        assert current(home) == before
        assert tables(home) == rows
        filler.unlink()
        go()
        assert unfinished(home) == []
        if flow == "replay":
            assert query(home, "SELECT DISTINCT rules_version FROM articles") == [("other",)]
            rows = {**rows, "articles": tables(home)["articles"], "datelines": [], "dateline_places": []}
        assert tables(home) == rows


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
