"""Every run is on record, in order, also the ones that died."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from schemas.ops import RUN_COUNTS
from warehouse import journal
from warehouse.journal import (
    RunRecord,
    close_crashed,
    new_run_id,
    read_records,
    write_record,
)
from warehouse.merge import RowCounts

if TYPE_CHECKING:
    from warehouse.home import Home

START = dt.datetime(2024, 3, 31, 1, 59, 59, 7)  # noqa: DTZ001 - UTC without zone, as the journal keeps it


@pytest.fixture(autouse=True)
def folders(home: Home) -> None:
    """Make the home folder."""
    home.create()


def record(run_id: str, **values: object) -> RunRecord:
    """Return a run on record."""
    base: dict[str, object] = {"run_id": run_id, "flow": "ingest", "rules_version": "1", "started_at": START}
    base["counts"] = dict.fromkeys(RUN_COUNTS, 0)
    return RunRecord(**{**base, **values})  # type: ignore[arg-type]


def test_record_comes_back_whole(home: Home) -> None:
    """What is written is what is read, to the microsecond."""
    written = record(
        "20240331T015959.000007Z",
        status="failed",
        finished_at=START + dt.timedelta(seconds=1, microseconds=1),
        error="it's\"; drop\nnext line ü",
        published=True,
        counts=dict.fromkeys(RUN_COUNTS, 3),
        rows={"articles": RowCounts(inserted=1, updated=2, deleted=3)},
        seconds={"load_batches": 0.25},
        offenders={"spans": [{"article_id": 2**63 - 1}]},
    )
    write_record(home, written)
    assert read_records(home) == [written]


def test_run_ids_sort_by_age_though_the_clock_goes_back(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids grow also when the clock stands still or is set back by hours."""
    times = [START, START, START - dt.timedelta(hours=3), START + dt.timedelta(seconds=1)]
    found = []
    for now in times:
        monkeypatch.setattr(journal, "utc_now", lambda now=now: now)
        found.append(new_run_id(home))
        write_record(home, record(found[-1]))
    assert found == sorted(set(found))
    assert found[0] == "20240331T015959.000007Z"
    assert found[1] == "20240331T015959.000008Z"


@pytest.mark.parametrize("stray", ["notes.json", "zzz.json", "99991231.json"])
def test_stray_file_does_not_set_ids_back(home: Home, stray: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in `runs/` that is no record of a run does not stop ids from growing."""
    write_record(home, record("20240331T015959.000007Z"))
    (home.runs / stray).write_text("{}")
    monkeypatch.setattr(journal, "utc_now", lambda: START - dt.timedelta(days=1))
    assert new_run_id(home) == "20240331T015959.000008Z"


def test_snapshot_counts_where_records_were_deleted(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next id sorts after the published snapshot though no record is left."""
    home.snapshot("20240331T015959.000007Z").touch()
    home.link.symlink_to("snapshots/20240331T015959.000007Z.duckdb")
    monkeypatch.setattr(journal, "utc_now", lambda: START - dt.timedelta(days=1))
    assert new_run_id(home) == "20240331T015959.000008Z"


def test_crashed_runs_are_closed(home: Home) -> None:
    """A run still on record as running when another holds the lock has died; finished ones stay."""
    write_record(home, record("1"))
    write_record(home, record("2", status="succeeded"))
    close_crashed(home)
    first, second = read_records(home)
    assert first.status == "crashed"
    assert first.error is not None
    assert "next run" in first.error
    assert second == record("2", status="succeeded")


def test_run_that_died_after_publishing_has_succeeded(home: Home) -> None:
    """The swap is the commit point: a run killed right after it counts as done."""
    write_record(home, record("1"))
    home.snapshot("1").touch()
    home.link.symlink_to("snapshots/1.duckdb")
    close_crashed(home)
    (only,) = read_records(home)
    assert (only.status, only.published, only.error) == ("succeeded", True, None)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe", b'{"run_id": "1", "flow": null}']
)
def test_damaged_record_is_skipped(home: Home, damage: bytes) -> None:
    """A record that was cut off hides no other."""
    write_record(home, record("2"))
    (home.runs / "1.json").write_bytes(damage)
    assert [r.run_id for r in read_records(home)] == ["2"]
