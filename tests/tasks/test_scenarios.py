"""What becomes of files that come, change, go and come back, run by run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from tests.helpers import article, ingest, query, states, tables, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

CURRENT = """
SELECT path, regexp_extract(text, 'number (\\d+)', 1)::INT FROM ops.documents d
JOIN ops.files USING (file_id) JOIN articles a USING (article_id) JOIN paragraphs p USING (article_id)
WHERE is_current AND text LIKE '%number%' ORDER BY ALL
"""
REVISIONS = """
SELECT path, revision_no, r.article_id IS NOT NULL, to_run IS NULL
FROM ops.revisions r JOIN ops.documents USING (document_id) JOIN ops.files USING (file_id) ORDER BY ALL
"""
REASONS = """
SELECT path, code, is_open FROM ops.quarantine JOIN ops.documents USING (document_id)
JOIN ops.files USING (file_id) ORDER BY ALL
"""


def figures(counts: object) -> dict[str, int]:
    """Return the counts that are not nought, without the ones every run has."""
    assert isinstance(counts, dict)
    return {name: value for name, value in counts.items() if value and name != "files_seen"}


def test_new_files_are_loaded(home: Home, inbox: Path) -> None:
    """A first run loads every article, archives its bytes as they are, and is itself on record."""
    text = article(1).replace("\n", "\r\n").encode()
    write(inbox, {"a.txt": text, "in/b.txt": article(2)})
    record = ingest(home, inbox)
    assert record.counts["files_seen"] == 2
    assert figures(record.counts) == {"files_new": 2, "documents_loaded": 2, "articles_total": 2}
    assert query(home, CURRENT) == [("a.txt", 1), ("in/b.txt", 2)]
    archived = pq.read_table(home.raw / record.run_id / "000001.parquet").to_pylist()
    assert [row["data"] for row in archived] == [text, article(2).encode()]
    assert query(home, "SELECT run_id, status, files_new FROM ops.runs") == [(record.run_id, "succeeded", 2)]
    assert query(home, "SELECT source, root FROM ops.sources") == [("inbox", str(inbox))]
    assert list(home.staging.iterdir()) == []


def test_nothing_new_publishes_nothing(warm: Home, inbox: Path) -> None:
    """A second run over the same files leaves snapshot and Parquet as they are, and is yet on record."""
    write(inbox, {"a.txt": article(1), "broken.txt": b""})
    ingest(warm, inbox)
    before = tree(warm)
    record = ingest(warm, inbox)
    assert (record.status, record.published) == ("succeeded", False)
    assert record.rows == {} or not any(counts.total for counts in record.rows.values())
    assert figures(record.counts) == {"files_unchanged": 2, "articles_total": 1}
    assert tree(warm) == before
    assert ingest(warm, inbox, full=True).published is False
    write(inbox, {"b.txt": article(2)})
    ingest(warm, inbox)
    assert (record.run_id, "succeeded") in query(warm, "SELECT run_id, status FROM ops.runs")


def test_touched_file_is_read_but_not_loaded_again(warm: Home, inbox: Path) -> None:
    """A new time on the same bytes changes the row of the file and nothing else."""
    write(inbox, {"a.txt": article(1)})
    first = ingest(warm, inbox)
    articles = tables(warm)["articles"]
    os.utime(inbox / "a.txt", ns=(1, 1_600_000_000_000_000_001))
    record = ingest(warm, inbox)
    assert figures(record.counts) == {"files_unchanged": 1, "articles_total": 1}
    assert {name for name, counts in record.rows.items() if counts.total} == {"ops.files"}
    assert query(warm, "SELECT first_run, last_run, modified_ns FROM ops.files") == [
        (first.run_id, record.run_id, 1_600_000_000_000_000_001)
    ]
    assert tables(warm)["articles"] == articles
    (archived,) = pq.read_table(warm.raw / record.run_id / "000001.parquet").to_pylist()
    assert archived["data"] is None


def test_changed_file_gets_a_revision(warm: Home, inbox: Path) -> None:
    """A correction moves the document to the new article; what it held before stays, and is not current."""
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox)
    write(inbox, {"a.txt": article(2)})
    record = ingest(warm, inbox)
    assert figures(record.counts) == {"files_changed": 1, "documents_loaded": 1, "articles_total": 2}
    assert query(warm, CURRENT) == [("a.txt", 2)]
    assert query(warm, REVISIONS) == [("a.txt", 1, True, False), ("a.txt", 2, True, True)]
    assert query(warm, "SELECT is_current, count(*) FROM articles GROUP BY 1 ORDER BY 1") == [
        (False, 1),
        (True, 1),
    ]


def test_correction_taken_back_makes_the_old_article_current(warm: Home, inbox: Path) -> None:
    """A document that holds again what it held before points to the rows that are there."""
    for number in (1, 2, 1):
        write(inbox, {"a.txt": article(number)})
        record = ingest(warm, inbox)
    assert record.counts["articles_total"] == 2
    assert record.rows["articles"].inserted == 0
    assert query(warm, CURRENT) == [("a.txt", 1)]
    assert [row[1] for row in query(warm, REVISIONS)] == [1, 2, 3]


def test_removed_file_is_kept_by_default(warm: Home, inbox: Path) -> None:
    """What was loaded from a file that is gone stays current; the file is known to be gone."""
    write(inbox, {"a.txt": article(1), "b.txt": article(2)})
    ingest(warm, inbox)
    (inbox / "a.txt").unlink()
    record = ingest(warm, inbox)
    assert record.counts["files_removed"] == 1
    assert query(warm, "SELECT path, state FROM ops.files ORDER BY 1") == [
        ("a.txt", "removed"),
        ("b.txt", "present"),
    ]
    assert query(warm, CURRENT) == [("a.txt", 1), ("b.txt", 2)]
    assert ingest(warm, inbox).counts["files_removed"] == 0


def test_removed_file_is_withdrawn_when_asked(warm: Home, inbox: Path) -> None:
    """With withdrawing, an article goes with its last file, and comes back with it."""
    write(inbox, {"a.txt": article(1), "b.txt": article(2), "c.txt": article(2)})
    ingest(warm, inbox)
    (inbox / "a.txt").unlink()
    (inbox / "b.txt").unlink()
    ingest(warm, inbox, withdraw_removed=True)
    assert states(warm) == {"a.txt": "removed", "b.txt": "removed", "c.txt": "loaded"}
    assert query(warm, CURRENT) == [("c.txt", 2)]
    write(inbox, {"a.txt": article(1), "b.txt": article(2)})
    record = ingest(warm, inbox)
    assert record.counts["articles_total"] == 2
    assert states(warm) == {"a.txt": "loaded", "b.txt": "loaded", "c.txt": "duplicate"}
    opened = [row for row in query(warm, REVISIONS) if row[3]]
    assert [row[:2] for row in opened] == [("a.txt", 2), ("b.txt", 2), ("c.txt", 1)]


def test_file_that_came_back_is_present_again(warm: Home, inbox: Path) -> None:
    """A file that was gone for a night and is back as it was has one revision and one article."""
    write(inbox, {"a.txt": article(1), "b.txt": article(2)})
    ingest(warm, inbox)
    before = tables(warm)
    os.rename(inbox / "a.txt", inbox.parent / "a.txt")  # noqa: PTH104 - keeps the time
    ingest(warm, inbox)
    assert tables(warm) != before
    os.rename(inbox.parent / "a.txt", inbox / "a.txt")  # noqa: PTH104
    ingest(warm, inbox)
    assert tables(warm) == before


@pytest.mark.parametrize("order", [["a.txt", "b/a.txt", "c.txt"], ["c.txt", "b/a.txt", "a.txt"], ["all"]])
def test_smallest_path_is_the_loaded_one(warm: Home, inbox: Path, order: list[str]) -> None:
    """Of files with the same article the first by path is loaded, whenever it came and in whatever batch."""
    for names in [["c.txt", "a.txt", "b/a.txt"]] if order == ["all"] else [[name] for name in order]:
        write(inbox, {name: article(1) for name in names})
        ingest(warm, inbox, batch_files=1)
    assert states(warm) == {"a.txt": "loaded", "b/a.txt": "duplicate", "c.txt": "duplicate"}
    assert query(warm, "SELECT count(*) FROM paragraphs") == [(2,)]


def test_smallest_source_comes_first(warm: Home, tmp_path: Path) -> None:
    """Between two sources the name decides before the path."""
    write(tmp_path / "west", {"a.txt": article(1)})
    write(tmp_path / "east", {"z.txt": article(1)})
    ingest(warm, tmp_path / "west", tmp_path / "east")
    assert states(warm) == {"a.txt": "duplicate", "z.txt": "loaded"}


def test_quarantined_file_is_mended(warm: Home, inbox: Path) -> None:
    """A refused file says why, is not read again while it is the same, and is loaded once it is mended."""
    write(inbox, {"a.txt": b"", "b.txt": article(2)})
    record = ingest(warm, inbox)
    assert (record.counts["documents_quarantined"], record.counts["documents_loaded"]) == (1, 1)
    assert query(warm, REASONS) == [("a.txt", "empty", True)]
    assert ingest(warm, inbox).published is False
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox)
    assert query(warm, REASONS) == [("a.txt", "empty", False)]
    assert states(warm) == {"a.txt": "loaded", "b.txt": "loaded"}


def test_broken_correction_is_refused(warm: Home, inbox: Path) -> None:
    """A file overwritten by rubbish holds no article any more; its old article stays in the history."""
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox)
    write(inbox, {"a.txt": b" \n"})
    ingest(warm, inbox)
    assert states(warm) == {"a.txt": "quarantined"}
    assert query(warm, CURRENT) == []
    assert query(warm, REVISIONS) == [("a.txt", 1, True, False), ("a.txt", 2, False, True)]
    assert query(warm, "SELECT count(*) FROM articles") == [(1,)]


def test_refused_file_that_is_gone_is_closed(warm: Home, inbox: Path) -> None:
    """A reason is closed when its file is gone, also where removed files are kept."""
    write(inbox, {"a.txt": b""})
    ingest(warm, inbox)
    (inbox / "a.txt").unlink()
    ingest(warm, inbox)
    assert query(warm, REASONS) == [("a.txt", "empty", False)]
    assert states(warm) == {"a.txt": "removed"}


def test_unreadable_for_a_night(warm: Home, inbox: Path) -> None:
    """A known file that can't be read tells nothing of its content: what was loaded stays current."""
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox)
    before = tables(warm)
    (inbox / "a.txt").rename(inbox.parent / "a.txt")
    os.mkfifo(inbox / "a.txt")
    ingest(warm, inbox)
    assert query(warm, CURRENT) == [("a.txt", 1)]
    assert query(warm, REASONS) == [("a.txt", "not_a_file", True)]
    assert ingest(warm, inbox).published is False
    (inbox / "a.txt").unlink()
    (inbox.parent / "a.txt").rename(inbox / "a.txt")
    record = ingest(warm, inbox)
    assert query(warm, REASONS) == [("a.txt", "not_a_file", False)]
    assert record.rows["articles"].total == 0
    after = tables(warm)
    assert {name for name in after if after[name] != before[name]} == {"ops.quarantine"}


def test_odd_names_and_times_reach_the_warehouse(warm: Home, inbox: Path) -> None:
    """Hostile names and times beyond the calendar are rows like any other, and are known the next time."""
    raws = [b"it's\"; drop table articles;--.txt", b"line\nbreak.txt", b"caf\xe9.txt", "日本.txt".encode()]
    for number, raw in enumerate(raws):
        path = os.fsencode(inbox) + b"/" + raw
        with open(path, "w") as target:  # noqa: PTH123 - the name is bytes
            target.write(article(number))
        os.utime(path, (0, [10**11, -(10**11), 1, 253402300800][number]))
    assert ingest(warm, inbox).counts["documents_loaded"] == len(raws)
    found = [row[0] for row in query(warm, "SELECT path FROM ops.files ORDER BY path")]
    assert found == sorted(
        ["it's\"; drop table articles;--.txt", "line\nbreak.txt", "caf\\xe9.txt", "日本.txt"]
    )
    assert ingest(warm, inbox).published is False


def test_dry_run_changes_nothing(warm: Home, inbox: Path) -> None:
    """A dry run tells what the real one would do and leaves only its own record."""
    write(inbox, {"a.txt": article(1), "b.txt": article(1), "c.txt": b""})
    before = tree(warm)
    told = ingest(warm, inbox, dry_run=True)
    assert tree(warm) == before
    assert (told.status, told.published, told.flow) == ("succeeded", False, "ingest --dry-run")
    done = ingest(warm, inbox)
    assert told.counts == done.counts
    assert told.rows == done.rows


def test_snapshots_are_pruned(warm: Home, inbox: Path) -> None:
    """As many snapshots stay as are asked for, the newest of them published."""
    for number in range(3):
        write(inbox, {"a.txt": article(number)})
        record = ingest(warm, inbox, keep_snapshots=2)
    kept = sorted(path.stem for path in warm.snapshots.iterdir())
    assert len(kept) == 2
    assert kept[-1] == record.run_id
    assert warm.current() == warm.snapshot(record.run_id)


def tree(home: Home) -> dict[str, tuple[int, int]]:
    """Return inode and time of every file of a home folder but records and pages of runs and the lock."""
    return {
        str(path.relative_to(home.root)): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in sorted(home.root.rglob("*"))
        if not path.is_dir() and path.parent not in {home.runs, home.reports} and path != home.lock
    }
