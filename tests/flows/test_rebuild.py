"""A warehouse made anew from the raw archive alone is the one that grew run by run."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from schemas.errors import UsageError, WarehouseError
from schemas.ops import AUDITS, PARTITIONS, RUNS, WAREHOUSE
from schemas.tables import TABLES
from tests.conftest import copied
from tests.helpers import ROOT, article, ingest, query, replay, states, write
from warehouse.changes import table_hash
from warehouse.connection import reader
from warehouse.export import needs_export
from warehouse.home import Home

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.warehouse

OF_THE_RUN = (RUNS, AUDITS, PARTITIONS, WAREHOUSE)
"""Tables with rows of the rebuild itself."""


def rebuild(home: Home) -> str:
    """Rebuild in this process and return the run's id."""
    from flows.pipeline import run_rebuild
    from flows.stages import Stages
    from tasks.settings import RunSettings

    return run_rebuild(RunSettings(home=home.root, workers=1), Stages()).run_id


def hashes(home: Home) -> dict[str, str]:
    """Return a hash of the rows of every table, run columns included, but for those of the run itself."""
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return {t.qualified: table_hash(connection, t) for t in TABLES if t not in OF_THE_RUN}


def item(version: int) -> str:
    """Return one version of an invented item in ninjs, superseded by every higher one."""
    body = f"Well number {version + 40} was cleaned on Thursday.\n\nThe council thanked the cleaners."
    return json.dumps({"uri": "urn:wells:7", "version": str(version), "type": "text", "body_text": body})


def zipped(**members: str) -> bytes:
    """Return a zip archive."""
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return sink.getvalue()


@pytest.fixture(scope="module")
def lived(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home with a history: new, corrected, touched, unreadable, gone, withdrawn, and back again."""
    folder = tmp_path_factory.mktemp("lived")
    inbox = folder / "inbox"
    home = copied(empty_warehouse, folder / "home")
    write(
        inbox,
        {
            "a.txt": article(1),
            "b.txt": article(2),
            "copies/b.txt": article(2),
            "c.txt": article(3),
            "d.txt": article(4),
            "e.txt.gz": gzip.compress(article(5).encode(), mtime=0),
            "f.zip": zipped(one=article(6), two=article(7), three=""),
            "empty.txt": b"",
            "item-2.json": item(2),
        },
    )
    (inbox / "nowhere.txt").symlink_to(inbox / "missing.txt")
    ingest(home, inbox)
    write(
        inbox,
        {"a.txt": article(11), "f.zip": zipped(one=article(6), two=article(17)), "empty.txt": article(8)},
    )
    os.utime(inbox / "b.txt", ns=(1, 1))
    (inbox / "c.txt").unlink()
    ingest(home, inbox)
    ingest(home, inbox)
    (inbox / "d.txt").unlink()
    (inbox / "e.txt.gz").unlink()
    (inbox / "e.txt.gz").symlink_to(inbox / "missing.txt")
    ingest(home, inbox, withdraw_removed=True)
    write(
        inbox,
        {
            "c.txt": article(3),
            "z.txt": article(9),
            "item-1.json": item(1),
            "item-3.json": item(3),
            "a.txt": b"\x89PNG\r\n\x1a\n\0\0",
        },
    )
    with pytest.raises(UsageError):
        ingest(home, inbox, inbox / "missing")
    ingest(home, inbox, full=True)
    shutil.rmtree(inbox)
    return home


def test_rebuilt_is_incremental(lived: Home, tmp_path: Path) -> None:
    """Without inbox, snapshots and Parquet, the archive gives the same rows in every table, runs included."""
    home = copied(lived, tmp_path / "home")
    before, runs = hashes(home), query(home, "SELECT * EXCLUDE (last_run) FROM ops.runs ORDER BY run_id")
    audits = query(home, "SELECT * FROM ops.audits ORDER BY ALL")
    home.link.unlink()
    for folder in (home.snapshots, home.parquet):
        shutil.rmtree(folder)
    run_id = rebuild(home)
    assert hashes(home) == before
    rebuilt = query(home, "SELECT * EXCLUDE (last_run) FROM ops.runs ORDER BY run_id")
    assert [row for row in rebuilt if row in runs] == runs
    assert rebuilt[-1][:2] == (run_id, "rebuild")
    assert query(home, f"SELECT * FROM ops.audits WHERE run_id <> '{run_id}' ORDER BY ALL") == audits
    assert query(home, "SELECT bool_and(passed) FROM ops.audits") == [(True,)]
    assert not needs_export(home)
    (first, *_) = query(home, "SELECT count(*) FROM paragraphs")
    assert sum(pq.read_metadata(p).num_rows for p in (home.parquet / "paragraphs").glob("*")) == first[0]


def test_rebuilt_without_run_records(lived: Home, tmp_path: Path) -> None:
    """The archive alone is enough: without `runs/` nothing of it is dropped, and the rows are the same."""
    home = Home(tmp_path / "home")
    shutil.copytree(lived.raw, home.raw)
    rebuild(home)
    assert hashes(home) == hashes(lived)
    archived = sorted(path.name for path in home.raw.iterdir())
    assert [row[0] for row in query(home, "SELECT run_id FROM ops.runs ORDER BY 1")][:-1] == archived


def test_rebuilt_goes_on(lived: Home, tmp_path: Path) -> None:
    """A rebuilt warehouse takes the next run as the old one would have; the old snapshot stays meanwhile."""
    home = copied(lived, tmp_path / "home")
    old = home.current()
    rebuild(home)
    assert old is not None
    assert old.exists()
    write(tmp_path / "inbox", {"b.txt": article(2), "new.txt": article(20)})
    record = ingest(home, tmp_path / "inbox", source_name="inbox")
    assert (record.counts["files_new"], record.counts["files_changed"]) == (1, 0)
    assert states(home)["new.txt"] == "loaded"


@pytest.mark.parametrize("damage", ["cut off", "gone", "other bytes", "no run.json"])
def test_damaged_archive_is_named(lived: Home, tmp_path: Path, damage: str) -> None:
    """A damaged file of the archive ends the run with one line that names it; nothing is published."""
    home = Home(tmp_path / "home")
    shutil.copytree(lived.root, home.root, symlinks=True)
    before = home.current()
    path = min(home.raw.glob("*/000001.parquet"))
    if damage == "cut off":
        path.write_bytes(path.read_bytes()[:-20])
    elif damage == "gone":
        path.unlink()
    elif damage == "no run.json":
        path = path.with_name("run.json")
        path.unlink()
    else:
        table = pq.read_table(path)
        spoiled = table.set_column(
            table.schema.get_field_index("sha256"), "sha256", table.column("sha256").cast("string")[::-1]
        )
        pq.write_table(spoiled, path)
        run = json.loads(path.with_name("run.json").read_text())
        run["files"][path.name] = path.stat().st_size  # as after bit rot, which leaves sizes as they are
        path.with_name("run.json").write_text(json.dumps(run))
    with pytest.raises(WarehouseError) as caught:
        rebuild(home)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert home.current() == before
    assert list(home.staging.iterdir()) == []


def test_nothing_archived_is_told(home: Home) -> None:
    """Before the first run there is nothing to rebuild from, and no home folder is made."""
    with pytest.raises(WarehouseError, match="nothing archived"):
        rebuild(home)
    assert not home.root.exists()


@pytest.mark.parametrize("where", ["warehouse.rebuild.load_into", "warehouse.snapshot.swap_link"])
def test_killed_rebuild_is_made_up_for(lived: Home, tmp_path: Path, where: str) -> None:
    """A rebuild killed at its work leaves the warehouse as it was; the next one ends as if nothing was."""
    home = copied(lived, tmp_path / "home")
    before = home.current()
    module, name = where.rsplit(".", 1)
    script = f"""
import os, signal
from pathlib import Path
import {module} as module
from tests.flows.test_rebuild import rebuild
from warehouse.home import Home
real, calls = module.{name}, []
def killed(*arguments):
    calls.append(1)
    if len(calls) == {3 if name == "load_into" else 1}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments)
module.{name} = killed
rebuild(Home(Path({str(home.root)!r})))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert home.current() == before
    rebuild(home)
    assert hashes(home) == hashes(lived)
    assert query(home, "SELECT status FROM ops.runs ORDER BY run_id")[-2:] == [("crashed",), ("succeeded",)]


def test_replay_leaves_no_trace_in_the_archive(lived: Home, tmp_path: Path) -> None:
    """A replay archives nothing, so a rebuild after it is the same as before it."""
    home = copied(lived, tmp_path / "home")
    before = sorted(path.name for path in home.raw.iterdir())
    assert not replay(home).published
    assert sorted(path.name for path in home.raw.iterdir()) == before
