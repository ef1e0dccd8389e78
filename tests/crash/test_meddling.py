"""What changes under a run's hands: its staging folder, the clock, permissions, the size a file may have."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import pytest

from flows.pipeline import run_ingest
from flows.stages import Stages
from schemas.errors import StorageError
from tests.crash.homes import current, inbox_of, require_whole, settings_of
from tests.helpers import ingest, query, without_privileges
from warehouse import journal
from warehouse.changes import changes
from warehouse.connection import reader
from warehouse.journal import read_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tasks.batches import Batch
    from tasks.step import Step
    from warehouse.home import Home

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


@pytest.mark.parametrize(
    ("table", "damage"),
    [("paragraphs", "cut off"), ("articles", "gone"), ("ops.documents", "gone"), ("raw", "gone")],
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
