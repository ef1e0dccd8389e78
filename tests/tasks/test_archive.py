"""The raw archive of a run: every file it read or failed to read, and what else its ledger depended on."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from schemas.errors import WarehouseError
from tasks.archive import ARCHIVED, ArchivedRun
from tasks.archived import archived_files, archived_runs, batch_files, recall
from tests.helpers import article, ingest, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


def last_run(home: Home) -> ArchivedRun:
    """Return the newest run of the archive."""
    return archived_runs(home)[-1]


def archived(home: Home, run_id: str) -> dict[str, dict[str, Any]]:
    """Return the archived rows of a run by path."""
    rows: list[dict[str, Any]] = []
    run = last_run(home)
    assert run.record.run_id == run_id
    for path in batch_files(run):
        table = pq.ParquetFile(path).read()
        assert table.schema == ARCHIVED
        rows += table.to_pylist()
    return {row["path"]: row for row in rows}


def test_every_file_of_the_run_has_a_row(warm: Home, inbox: Path) -> None:
    """Files that could not be read are archived with the reason, touched ones without a second copy."""
    write(inbox, {"a.txt": article(1), "b.txt": article(2), "sub/c.txt": article(3)})
    ingest(warm, inbox)
    write(inbox, {"new.txt": b""})
    os.utime(inbox / "a.txt", ns=(5, 5))
    (inbox / "b.txt").unlink()
    (inbox / "b.txt").symlink_to(inbox / "missing.txt")
    os.mkfifo(inbox / "pipe")
    (inbox / "sub" / "c.txt").unlink()
    rows = archived(warm, ingest(warm, inbox).run_id)
    assert {path: (row["code"], row["has_data"], row["data"]) for path, row in rows.items()} == {
        "a.txt": (None, False, None),
        "b.txt": ("broken_link", False, None),
        "new.txt": (None, True, b""),
        "pipe": ("not_a_file", False, None),
    }
    assert [row["sha256"] is None for row in rows.values()] == [False, True, False, True]
    assert all((row["detail"] is None) == (row["code"] is None) for row in rows.values())
    assert rows["a.txt"]["modified_ns"] == 5


def test_run_says_what_its_ledger_hung_on(warm: Home, inbox: Path) -> None:
    """`run.json` has the run's record, the sources, what removal meant, and the size of every file."""
    write(inbox, {"a.txt": article(1)})
    record = ingest(warm, inbox, withdraw_removed=True, source_name="desk")
    folder = warm.raw / record.run_id
    told = json.loads((folder / "run.json").read_text())
    assert (told["withdraw_removed"], told["sources"]) == (True, {"desk": str(inbox)})
    assert (told["record"]["flow"], told["record"]["run_id"]) == ("ingest", record.run_id)
    assert told["record"]["started_at"] == record.started_at.isoformat()
    sizes = {path.name: path.stat().st_size for path in folder.iterdir() if path.name != "run.json"}
    assert told["files"] == sizes
    assert set(sizes) == {"000001.parquet", "gone.parquet"}
    last = archived_runs(warm)[-1]
    assert (last.record.counts, last.record.rows) == (record.counts, record.rows)


def test_nothing_new_archives_nothing(warm: Home, inbox: Path) -> None:
    """A run that publishes nothing leaves nothing in the archive, and neither does a dry one."""
    before = sorted(warm.raw.iterdir())
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox, dry_run=True)
    assert sorted(warm.raw.iterdir()) == before
    ingest(warm, inbox)
    after = sorted(warm.raw.iterdir())
    ingest(warm, inbox)
    assert sorted(warm.raw.iterdir()) == after


def test_recalled_bytes_are_those_that_were_read(warm: Home, inbox: Path) -> None:
    """Candidates from the archive give the same bytes, size, time and reason; batches do not matter."""
    write(inbox, {"a.txt": article(1), "b.txt": b"\xff\x00", "c.txt": article(3)})
    (inbox / "d.txt").symlink_to(inbox / "missing.txt")
    record = ingest(warm, inbox, batch_files=3)
    paths = batch_files(last_run(warm))
    assert len(paths) == 2
    rows = [row for path in paths for row in archived_files(path, record.run_id).to_pylist()]
    found = {row["path"]: fetched for row, fetched in recall(reversed(rows))}
    assert {path: fetched.data for path, fetched in found.items()} == {
        "a.txt": article(1).encode(),
        "b.txt": b"\xff\x00",
        "c.txt": article(3).encode(),
        "d.txt": None,
    }
    reason = found["d.txt"].rejection
    assert reason is not None
    assert reason.code == "broken_link"
    status = (inbox / "a.txt").stat()
    assert (found["a.txt"].size_bytes, found["a.txt"].modified_ns) == (status.st_size, status.st_mtime_ns)


def test_bytes_that_are_others_than_recorded_are_told(warm: Home, inbox: Path) -> None:
    """A row whose bytes do not have the SHA-256 on record stops the run that recalls it."""
    write(inbox, {"a.txt": article(1)})
    run_id = ingest(warm, inbox).run_id
    (path,) = batch_files(last_run(warm))
    (row,) = archived_files(path, run_id).to_pylist()
    with pytest.raises(WarehouseError, match=f"{path} is damaged .*inbox/a.txt"):
        list(recall([{**row, "sha256": "0" * 64}]))
