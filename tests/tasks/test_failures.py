"""Runs that fail or die publish nothing, are on record, and the next run makes up for them."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from schemas.errors import AuditError, RejectShareError, StorageError
from schemas.records import Article
from tasks.rules import TODAY
from tests.conftest import copied
from tests.crash.homes import current, say
from tests.helpers import (
    ROOT,
    article,
    fill,
    ingest,
    query,
    small_disk,
    states,
    tables,
    without_privileges,
    write,
)
from warehouse.audit import SHOWN_ROWS
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.journal import read_records

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.records import Document, Rejection
    from schemas.reference.lexicon import Lexicon

pytestmark = pytest.mark.warehouse

FILES: dict[str, str | bytes] = {"a.txt": article(1), "b.txt": article(2), "c.txt": article(1), "d.txt": b""}


@pytest.fixture(scope="module")
def expected(
    empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows that an undisturbed run over the files above leads to."""
    folder = tmp_path_factory.mktemp("expected")
    home = copied(empty_warehouse, folder / "home")
    ingest(home, write(folder / "inbox", FILES))
    return without_roots(home)


def without_roots(home: Home) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows, files without their times and sources without their folder."""
    found = tables(home)
    found["ops.files"] = query(home, "SELECT source, path, sha256, state FROM ops.files ORDER BY ALL")
    found["ops.sources"] = query(home, "SELECT source FROM ops.sources")
    return found


def test_too_many_refused_fail_the_run(warm: Home, inbox: Path) -> None:
    """Above the share nothing is published and the failure is on record; at the share all is well."""
    write(inbox, FILES)
    before = warm.current()
    with pytest.raises(RejectShareError, match=r"1 of 4 documents were refused, more than .* 0\.24"):
        ingest(warm, inbox, max_reject_share=0.24)
    last = read_records(warm)[-1]
    assert (last.status, last.published, warm.current()) == ("failed", False, before)
    assert "--max-reject-share" in str(last.error)
    assert ingest(warm, inbox, max_reject_share=0.25).published
    assert (last.run_id, "failed") in query(warm, "SELECT run_id, status FROM ops.runs")


def test_quiet_night_with_an_old_unreadable_file_passes(warm: Home, inbox: Path) -> None:
    """A file that still can't be read does not count again among the few files of a later run."""
    write(inbox, {"a.txt": article(1)})
    os.mkfifo(inbox / "pipe")
    ingest(warm, inbox, max_reject_share=0.5)
    assert ingest(warm, inbox, max_reject_share=0.0).status == "succeeded"
    os.mkfifo(inbox / "second")
    with pytest.raises(RejectShareError, match="1 of 1 documents"):
        ingest(warm, inbox, max_reject_share=0.9)


def test_rows_that_fail_an_audit_are_not_published(
    warm: Home, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What slips through the check of its batch stops the run; the rows that failed are on record."""
    monkeypatch.setattr("tasks.process.known_ids", dict)

    def parse(document: Document, lexicon: Lexicon) -> Article | Rejection:
        found = TODAY.parse(document, lexicon)
        assert isinstance(found, Article)
        (dateline,) = found.datelines
        (place,) = dateline.places
        wrong = replace(dateline, places=(replace(place, place_id=7),))
        return replace(found, datelines=(wrong,))

    write(inbox, {"a.txt": article(1)})
    before = warm.current()
    with pytest.raises(AuditError, match="reference is whole") as caught:
        ingest(warm, inbox, rules=replace(TODAY, parse=parse))
    assert {rows[0]["place_id"] for rows in caught.value.offenders.values()} == {7}
    last = read_records(warm)[-1]
    assert (last.status, warm.current()) == ("failed", before)
    assert next(iter(last.offenders.values()))[0]["place_id"] == 7
    assert ingest(warm, inbox).counts["documents_loaded"] == 1


def test_status_names_the_audit_that_failed_and_ten_rows(
    warm: Home, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a snapshot's rows were changed by hand the run fails, and the command line shows which clash."""
    name, numbers = "ids: one stands for one thing", range(12)
    ingest(warm, write(inbox, {f"{n}.txt": article(n) for n in numbers}))
    before = current(warm)
    with duckdb.connect(before) as connection:
        connection.execute("UPDATE ops.files SET path = 'other-' || path")
    write(inbox, {f"{n}.txt": article(n, more=" It rained.") for n in numbers})
    assert say("ingest", inbox, "--home", warm.root, "--workers", 1) == 1
    assert f"{name} (12 rows): " in capsys.readouterr().err
    assert current(warm) == before
    assert say("status", "--home", warm.root) == 0
    told = capsys.readouterr().out
    assert "ingest failed: 0 new, 0 changed, 0 removed, nothing published\n" in told
    assert f"{name} (12 rows): " in told
    shown = [line for line in told.splitlines() if line.startswith(f"    {name}: ")]
    assert len(shown) == len(set(shown)) == SHOWN_ROWS
    assert all(re.search(r"'arrived': 'inbox/(\d+.txt)', 'held': 'inbox/other-\1'", line) for line in shown)
    assert say("status", "--home", warm.root, "--json") == 0
    (failed, *_) = json.loads(capsys.readouterr().out)["runs"]
    assert [f"    {name}: {row}" for row in failed["offenders"][name]] == shown


def test_home_that_cannot_be_written_says_so(warm: Home, inbox: Path) -> None:
    """A folder of the home without permission is told with its path, and the snapshot stays readable."""
    write(inbox, {"a.txt": article(1)})
    warm.snapshots.chmod(0o555)
    script = f"""
from pathlib import Path
from schemas.errors import StorageError
from tests.helpers import ingest
from warehouse.home import Home
try:
    ingest(Home(Path({str(warm.root)!r})), Path({str(inbox)!r}))
except StorageError as error:
    print(error)
"""
    try:
        told = without_privileges(script)
    finally:
        warm.snapshots.chmod(0o755)
    assert "can't be written (Permission denied)" in told
    assert str(warm.root) in told
    assert read_records(warm)[-1].status == "failed"
    assert query(warm, "SELECT count(*) FROM articles") == [(0,)]
    assert ingest(warm, inbox).counts["documents_loaded"] == 1


@pytest.mark.parametrize("free", [0, 200_000, 4_000_000, 5_600_000])
def test_full_disk_is_told_and_made_up_for(
    empty_warehouse: Home, tmp_path: Path, inbox: Path, free: int, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    """Wherever the disk fills up, the message says so, the old snapshot stays, and a rerun ends the same."""
    write(inbox, FILES)
    with small_disk(tmp_path / "disk") as disk:
        home = Home(disk / "home")
        shutil.copytree(empty_warehouse.root, home.root, symlinks=True)
        filler = fill(disk, free)
        told = None
        try:
            ingest(home, inbox)
        except StorageError as error:
            told = str(error)
        assert told is None or re.search("is full|No space left", told), told
        assert query(home, "SELECT count(*) FROM articles")[0][0] in ({2} if told is None else {0, 2})
        filler.unlink()
        ingest(home, inbox)
        assert without_roots(home) == expected
        assert not needs_export(home)


def test_failed_export_does_not_cost_the_snapshot(
    warm: Home, inbox: Path, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    """When the export fails after the swap, the run is told as failed and its snapshot as published."""
    write(inbox, FILES)
    (warm.parquet / "articles").rename(warm.parquet / "aside")
    (warm.parquet / "articles").write_text("a file where a folder should stand")
    with pytest.raises(Exception, match="articles"):
        ingest(warm, inbox)
    last = read_records(warm)[-1]
    assert (last.status, last.published) == ("failed", True)
    assert states(warm) == {
        "a.txt": "loaded",
        "b.txt": "loaded",
        "c.txt": "duplicate",
        "d.txt": "quarantined",
    }
    (warm.parquet / "articles").unlink()
    ingest(warm, inbox)
    assert without_roots(warm) == expected
    assert not needs_export(warm)
    assert (warm.raw / last.run_id).is_dir()


@pytest.mark.parametrize("damage", [b"", b"{", b"null"])
def test_damaged_record_costs_nothing_that_was_published(warm: Home, inbox: Path, damage: bytes) -> None:
    """A record that was cut off is no reason to delete the run's snapshot or its raw bytes."""
    write(inbox, FILES)
    run_id = ingest(warm, inbox).run_id
    (warm.runs / f"{run_id}.json").write_bytes(damage)
    before = tables(warm)
    assert ingest(warm, inbox).published is False
    assert tables(warm) == before
    assert (warm.raw / run_id).is_dir()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("warehouse.snapshot", "swap_link"),
        ("warehouse.export", "_write_manifest"),
    ],
)
def test_killed_run_is_made_up_for(
    warm: Home, inbox: Path, module: str, name: str, expected: dict[str, list[tuple[Any, ...]]]
) -> None:
    """A run killed with -9 just before or after the commit point ends with the next run."""
    write(inbox, FILES)
    script = f"""
import os, signal
from pathlib import Path
import {module} as module
from tests.helpers import ingest
from warehouse.home import Home
kill = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
setattr(module, {name!r}, kill)
ingest(Home(Path({str(warm.root)!r})), Path({str(inbox)!r}))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    record = ingest(warm, inbox)
    assert without_roots(warm) == expected
    assert not needs_export(warm)
    assert list(warm.staging.iterdir()) == []
    first, crashed, last = read_records(warm)
    published = name == "_write_manifest"
    assert (crashed.status, crashed.published) == ("succeeded" if published else "crashed", published)
    assert (last.run_id, last.published) == (record.run_id, not published)
    held = {path.name for path in warm.raw.iterdir()}
    assert held == {first.run_id, crashed.run_id if published else last.run_id}
    assert {path.stem for path in warm.snapshots.iterdir()} == held
