"""Packs of the raw archive: nothing is lost, a kill does no harm, damage is refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from flows.pipeline import run_rebuild, run_replay
from flows.stages import Stages
from flows.upkeep import run_maintain, run_rollback
from schemas.errors import WarehouseError
from tasks.archive import ARCHIVED
from tasks.archived import archived_runs, batch_files, loose_folders, packs
from tasks.settings import MaintainSettings, ReplaySettings, RollbackSettings, RunSettings
from tests.helpers import article, ingest, tables, write
from warehouse.home import Home

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.journal import RunRecord

pytestmark = pytest.mark.warehouse

NIGHTS = 5
KEPT = 2


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home of five nights: new files, a correction, a removal, a broken file."""
    folder = tmp_path_factory.mktemp("lived")
    home, inbox = Home(folder / "home"), folder / "inbox"
    for number in range(NIGHTS):
        write(inbox, {f"well-{number}.txt": article(number), "round.txt": article(100 + number)})
        if number == 1:
            write(inbox, {"broken.txt": b""})
        if number == 2:
            (inbox / "well-1.txt").unlink()
        ingest(home, inbox, withdraw_removed=True)
    return home


@pytest.fixture
def nights(lived: Home, home: Home) -> Home:
    """Return a copy of that home which may be damaged."""
    shutil.copytree(lived.root, home.root, symlinks=True)
    return home


def maintain(home: Home, least: int = NIGHTS - KEPT) -> RunRecord:
    """Maintain in this process."""
    settings = MaintainSettings(home=home.root, keep_snapshots=KEPT, pack_runs=least)
    return run_maintain(settings, Stages())


def test_packed_runs_are_the_same_runs(nights: Home) -> None:
    """Runs no rollback can reach become one pack; records, sources and files read are what they were."""
    before = archived_runs(nights)
    record = maintain(nights)
    assert len(packs(nights)) == 1
    assert len(loose_folders(nights)) == KEPT
    assert record.freed_bytes["raw"] != 0
    after = archived_runs(nights)
    assert [run.record for run in after] == [run.record for run in before]
    assert [run.sources for run in after] == [run.sources for run in before]


def test_too_few_runs_stay(nights: Home) -> None:
    """Nothing is packed before there are enough runs."""
    assert maintain(nights, NIGHTS).freed_bytes["raw"] == 0
    assert packs(nights) == []


def test_rebuild_and_replay_from_a_pack(nights: Home) -> None:
    """A rebuild from a pack gives the same rows, and a replay of everything finds no difference."""
    before = tables(nights)
    maintain(nights)
    replayed = run_replay(ReplaySettings(home=nights.root, workers=1), Stages())
    assert replayed.counts["files_seen"] > 0
    assert not any(each.total for each in replayed.rows.values())
    run_rebuild(RunSettings(home=nights.root, workers=1), Stages())
    assert tables(nights) == before


def test_a_kill_before_the_folders_go(nights: Home, tmp_path: Path) -> None:
    """Where pack and folders both stand each run counts once, and the next upkeep drops the folders."""
    shutil.copytree(nights.raw, tmp_path / "raw")
    maintain(nights)
    for folder in (tmp_path / "raw").iterdir():
        if not (nights.raw / folder.name).exists():
            shutil.copytree(folder, nights.raw / folder.name)
    assert len(loose_folders(nights)) == NIGHTS
    assert len(archived_runs(nights)) == NIGHTS
    assert maintain(nights).freed_bytes["raw"] > 0
    assert len(loose_folders(nights)) == KEPT


def test_runs_rolled_back_are_left(nights: Home) -> None:
    """A run that was rolled back is not packed, and stays passed over."""
    first = archived_runs(nights)[-2].record.run_id
    run_rollback(RollbackSettings(home=nights.root, run_id=first), Stages())
    maintain(nights)
    assert [run.record.run_id for run in archived_runs(nights)][-1] == first


def test_damage_is_told(nights: Home) -> None:
    """Bytes that are not those on record are never packed; a pack that is cut off stops who reads it."""
    (path,) = batch_files(archived_runs(nights)[0])
    sound = path.read_bytes()
    column = pq.ParquetFile(path).metadata.row_group(0).column(ARCHIVED.get_field_index("data"))
    last = column.data_page_offset + column.total_compressed_size - 5
    path.write_bytes(sound[:last] + bytes([sound[last] ^ 1]) + sound[last + 1 :])
    with pytest.raises(WarehouseError, match="damaged"):
        maintain(nights)
    assert packs(nights) == []
    path.write_bytes(sound)
    maintain(nights)
    packed = next(packs(nights)[0].glob("0*.parquet"))
    packed.write_bytes(packed.read_bytes()[:-10])
    with pytest.raises(WarehouseError, match=r"expected .* bytes"):
        archived_runs(nights)
