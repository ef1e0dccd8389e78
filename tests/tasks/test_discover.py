"""What differs from the ledger is read, in batches that keep their limits; what is gone is told."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from schemas.errors import UsageError
from tasks.archive import GONE
from tasks.batches import CANDIDATES
from tasks.discover import Discovered, discover
from tasks.settings import IngestSettings
from tests.helpers import article, ingest, without_privileges, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


def discovered(home: Home, *sources: Path, **values: Any) -> tuple[Discovered, list[str], list[str]]:  # noqa: ANN401
    """Discover, and return what was found with the paths to read and the paths that are gone."""
    staging = home.root / "staging" / "test"
    staging.mkdir(parents=True, exist_ok=True)
    found = discover(home, staging, IngestSettings(home=home.root, sources=sources, **values))
    with pa.memory_map(str(staging / CANDIDATES)) as source:
        candidates = pa.ipc.open_file(source).read_all().column("path").to_pylist()
    return found, candidates, pq.read_table(staging / GONE).column("path").to_pylist()


def test_first_run_reads_everything_in_order(home: Home, inbox: Path, tmp_path: Path) -> None:
    """Without a ledger every file is a candidate, by source and path, whatever order they were given in."""
    write(inbox, {"b.txt": "x", "a/z.txt": "x", "B.txt": "x"})
    write(tmp_path / "east", {"z.txt": "x"})
    found, candidates, gone = discovered(home, inbox, tmp_path / "east")
    assert candidates == ["z.txt", "B.txt", "a/z.txt", "b.txt"]
    assert gone == []
    assert (found.files_seen, found.files_to_read, found.files_gone) == (4, 4, 0)
    assert found.sources == {"inbox": str(inbox), "east": str(tmp_path / "east")}


def test_only_what_differs_is_read(warm: Home, inbox: Path) -> None:
    """New, changed and refused-unread files are candidates; same files are not, unless all are asked for."""
    write(inbox, {f"{name}.txt": article(number) for number, name in enumerate("abcde")})
    os.mkfifo(inbox / "pipe")
    ingest(warm, inbox)
    write(inbox, {"a.txt": article(9), "new.txt": article(7)})
    os.utime(inbox / "b.txt", ns=(1, 1))
    (inbox / "c.txt").unlink()
    found, candidates, gone = discovered(warm, inbox)
    assert candidates == ["a.txt", "b.txt", "new.txt", "pipe"]
    assert gone == ["c.txt"]
    assert (found.files_seen, found.files_to_read, found.files_gone) == (6, 4, 1)
    assert discovered(warm, inbox, full=True)[1] == ["a.txt", "b.txt", "d.txt", "e.txt", "new.txt", "pipe"]


def test_a_change_that_keeps_size_and_time_needs_a_full_run(warm: Home, inbox: Path) -> None:
    """What size and time do not show is found when everything is hashed."""
    write(inbox, {"a.txt": article(1)})
    times = (inbox / "a.txt").stat()
    ingest(warm, inbox)
    write(inbox, {"a.txt": article(2)})
    os.utime(inbox / "a.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert discovered(warm, inbox)[1] == []
    assert ingest(warm, inbox, full=True).counts["files_changed"] == 1


def test_other_sources_are_not_gone(warm: Home, inbox: Path, tmp_path: Path) -> None:
    """A run over one source, or over single files of it, says nothing of what it did not list."""
    write(inbox, {"a.txt": article(1), "b.txt": article(2)})
    write(tmp_path / "east", {"a.txt": article(3)})
    ingest(warm, inbox, tmp_path / "east")
    assert discovered(warm, tmp_path / "east")[2] == []
    assert discovered(warm, inbox / "a.txt")[2] == []
    (inbox / "b.txt").unlink()
    assert discovered(warm, inbox / "a.txt")[2] == []
    assert discovered(warm, inbox)[2] == ["b.txt"]


def test_missing_source_removes_nothing(warm: Home, inbox: Path) -> None:
    """A source folder that is not there (not mounted, say) is a wrong command, not a folder of nothing."""
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox)
    inbox.rename(inbox.parent / "away")
    with pytest.raises(UsageError, match="does not exist"):
        discovered(warm, inbox)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, [(0, 5)]),
        ({"batch_files": 2}, [(0, 2), (2, 4), (4, 5)]),
        ({"batch_bytes": 30}, [(0, 3), (3, 4), (4, 5)]),
        ({"batch_bytes": 1}, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
        ({"batch_bytes": 30, "batch_files": 2}, [(0, 2), (2, 3), (3, 4), (4, 5)]),
    ],
)
def test_batches_keep_their_limits(
    home: Home, inbox: Path, limits: dict[str, int], expected: list[tuple[int, int]]
) -> None:
    """Batches follow each other without gaps, below both limits, or hold one file."""
    write(inbox, {f"{number}.txt": "x" * size for number, size in enumerate((10, 10, 10, 100, 10))})
    found = discovered(home, inbox, **limits)[0]
    assert [(batch.start, batch.stop) for batch in found.batches] == expected
    assert [batch.batch_no for batch in found.batches] == list(range(1, len(expected) + 1))


def test_empty_source_has_no_batches(home: Home, inbox: Path) -> None:
    """A folder without files is nothing to read, and no error."""
    found, candidates, _ = discovered(home, inbox)
    assert (found.batches, candidates, found.files_seen) == ((), [], 0)


def test_files_below_a_closed_folder_are_not_gone(warm: Home, inbox: Path) -> None:
    """What stood in a folder that can't be listed stays, also when withdrawing; its neighbour is gone."""
    write(inbox, {"closed/a.txt": article(1), "closed.txt": article(2), "open/b.txt": article(3)})
    ingest(warm, inbox)
    (inbox / "closed.txt").unlink()
    (inbox / "closed").chmod(0)
    script = f"""
import json
from pathlib import Path
from tests.helpers import ingest, query, states
from warehouse.home import Home
home = Home(Path({str(warm.root)!r}))
ingest(home, Path({str(inbox)!r}), withdraw_removed=True)
codes = query(home, "SELECT code FROM ops.quarantine WHERE is_open")
print(json.dumps([states(home), codes]))
"""
    try:
        found, codes = json.loads(without_privileges(script))
    finally:
        (inbox / "closed").chmod(0o755)
    assert found == {
        "closed": "quarantined",
        "closed/a.txt": "loaded",
        "closed.txt": "removed",
        "open/b.txt": "loaded",
    }
    assert codes == [["unreadable"]]
    ingest(warm, inbox, withdraw_removed=True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"workers": -1},
        {"batch_files": 0},
        {"batch_bytes": 0},
        {"keep_snapshots": 0},
        {"max_reject_share": 1.01},
        {"max_reject_share": -0.1},
        {"max_reject_share": float("nan")},
        {"source_name": "one", "sources": ()},
    ],
)
def test_settings_without_sense_are_refused(home: Home, inbox: Path, wrong: dict[str, Any]) -> None:
    """A setting out of range is a wrong command, told before anything is touched."""
    good = IngestSettings(home=home.root, sources=(inbox,))
    with pytest.raises(UsageError):
        replace(good, **wrong)
    assert not home.root.exists()
