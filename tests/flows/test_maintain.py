"""Upkeep: what goes, what stays, and what it says it freed."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from flows.cli import main
from flows.stages import Stages
from flows.upkeep import run_maintain
from schemas.errors import UsageError, WarehouseError
from schemas.tables import TABLES
from tasks.settings import MaintainSettings
from tests.conftest import copied
from tests.helpers import OF_RUNS, ROOT, article, ingest, query, tables, write
from tests.warehouse.replica import Replica, feed, hashes
from warehouse import compact
from warehouse.connection import run
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.journal import read_records, write_record

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.journal import RunRecord

pytestmark = pytest.mark.warehouse

EAGER: dict[str, Any] = {"compact_share": 0.0001, "compact_bytes": 1}


@pytest.fixture
def home(empty_warehouse: Home, tmp_path: Path) -> Home:
    """Return a home with a published warehouse of no articles, which saves loading the reference tables."""
    return copied(empty_warehouse, tmp_path / "home")


def maintain(home: Home, **settings: Any) -> RunRecord:  # noqa: ANN401 - whatever the settings take
    """Maintain in this process."""
    return run_maintain(MaintainSettings(home=home.root, **settings), Stages())


def with_free_space(home: Home) -> Path:
    """Give the current snapshot room that holds nothing; return its path."""
    current = home.current()
    assert current is not None
    with duckdb.connect(str(current)) as connection:
        run(connection, "CREATE TABLE ballast AS SELECT hash(range) AS noise FROM range(400000)")
        run(connection, "CHECKPOINT")
        # Rows that are written now stand behind the ballast, which then leaves a hole.
        long = (
            "SELECT 'ops.none', string_agg(md5(r::VARCHAR), ''), '0' FROM range(30000) t(r) GROUP BY r % 1000"
        )
        run(connection, f"INSERT INTO ops.deletions {long}")
        run(connection, "CHECKPOINT")
        run(connection, "DROP TABLE ballast")
        run(connection, "CHECKPOINT")
    return current


def test_a_tidy_home_is_left_alone(home: Home, inbox: Path) -> None:
    """Where nothing is to be freed nothing changes but the record of the run."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    before, current = tables(home), home.current()
    record = maintain(home)
    assert record.status == "succeeded"
    assert sum(record.freed_bytes.values()) == 0
    assert not record.published
    assert home.current() == current
    assert tables(home) == before
    assert not ingest(home, inbox).published


def test_a_home_without_warehouse_is_maintained(tmp_path: Path) -> None:
    """Before the first ingest there is nothing to do, and that is no error."""
    assert maintain(Home(tmp_path / "home")).status == "succeeded"


def test_leftovers_of_dead_runs_go(home: Home, inbox: Path) -> None:
    """Staging that a dead run left is dropped, and its size told."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    dead = home.staging / "20200101T000000.000000Z"
    write(dead, {"articles/000001.parquet": b"x" * 1000, "warehouse.duckdb": b"y" * 500})
    record = maintain(home)
    assert record.freed_bytes["leftovers"] == 1500
    assert not dead.exists()


def test_old_snapshots_go_and_the_current_one_stays(home: Home, inbox: Path) -> None:
    """The newest snapshots stay, as many as asked for."""
    for number in range(1, 4):
        write(inbox, {f"well-{number}.txt": article(number)})
        ingest(home, inbox)
    sizes = {path.name: path.stat().st_size for path in home.snapshots.iterdir()}
    assert len(sizes) == 3
    record = maintain(home, keep_snapshots=1)
    current = home.current()
    assert current is not None
    assert [path.name for path in home.snapshots.iterdir()] == [current.name]
    assert record.freed_bytes["snapshots"] == sum(sizes.values()) - sizes[current.name]


def test_old_records_go_once_the_warehouse_holds_them(home: Home, inbox: Path) -> None:
    """A record that is old goes if `ops.runs` has the run and no snapshot of it is kept; raw bytes stay."""
    ids = []
    for number in range(1, 4):
        write(inbox, {f"well-{number}.txt": article(number)})
        ids.append(ingest(home, inbox).run_id)
    idle = ingest(home, inbox).run_id
    for old in read_records(home):
        write_record(home, replace(old, started_at=old.started_at - timedelta(days=500)))
    assert maintain(home, keep_days=501).freed_bytes["records"] == 0
    record = maintain(home, keep_days=400, keep_snapshots=1)
    assert record.freed_bytes["records"] > 0
    left = {each.run_id for each in read_records(home)}
    assert left >= {ids[2], idle, record.run_id}
    assert not left & {ids[0], ids[1]}
    pages = {path.stem for path in home.reports.glob("*.html")}
    assert pages == {*left, "latest"}
    before = tables(home)
    write(inbox, {"well-9.txt": article(9)})
    ingest(home, inbox)
    assert {path.name for path in home.raw.iterdir()} >= set(ids)
    assert len(tables(home)["articles"]) == len(before["articles"]) + 1
    assert query(home, "SELECT count(*) FROM ops.runs WHERE run_id = ?", [ids[0]]) == [(1,)]


def test_free_space_is_given_back(home: Home, inbox: Path) -> None:
    """A file with much free space is written anew and published; rows, views and comments are the same."""
    write(inbox, {f"well-{n}.txt": article(n) for n in (1, 2)})
    first = ingest(home, inbox).run_id
    old = with_free_space(home)
    described = query(
        home, "SELECT table_name, column_name, comment, is_nullable FROM duckdb_columns() ORDER BY ALL"
    )
    before, size = tables(home), old.stat().st_size
    with Replica() as replica:
        replica.apply(feed(home))
        record = maintain(home, **EAGER)
        current = home.current()
        assert current is not None
        assert record.published
        assert current == home.snapshot(record.run_id)
        assert record.freed_bytes["warehouse"] == size - current.stat().st_size > 1_000_000
        assert tables(home) == before
        assert query(home, "SELECT count(*) FROM articles_as_of('2999-01-01')") == [(2,)]
        assert query(home, "SELECT count(*) FROM current_articles") == [(2,)]
        asked = "SELECT table_name, column_name, comment, is_nullable FROM duckdb_columns() ORDER BY ALL"
        assert query(home, asked) == described
        assert query(home, "SELECT flow, note FROM ops.runs WHERE run_id = ?", [record.run_id]) == [
            ("maintain", "compacted the warehouse")
        ]
        assert not needs_export(home)
        told = feed(home, first)
        assert {line["table"] for line in told} == {"ops.warehouse", "ops.runs", "ops.partitions"}
        replica.apply(told)
        assert replica.hashes() == hashes(home)
    write(inbox, {"well-3.txt": article(3)})
    assert ingest(home, inbox).counts["documents_loaded"] == 1


def test_a_copy_that_differs_is_not_published(
    home: Home, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the copy's rows are not those of the snapshot the run fails and the snapshot stays."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    old = with_free_space(home)
    hashes_seen = iter(range(1000))
    monkeypatch.setattr(compact, "table_hash", lambda *_: str(next(hashes_seen)))
    with pytest.raises(WarehouseError, match="differs"):
        maintain(home, **EAGER)
    assert home.current() == old
    assert read_records(home)[-1].status == "failed"


def test_upkeep_changes_no_answer(empty_warehouse: Home, home: Home, inbox: Path) -> None:
    """Ingest, upkeep and ingest again end in the rows that two ingests end in."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    with_free_space(home)
    maintain(home, keep_snapshots=1, keep_days=1, **EAGER)
    write(inbox, {"well-1.txt": article(1, more=" A pump was added."), "well-2.txt": article(2)})
    ingest(home, inbox)
    other = copied(empty_warehouse, home.root.parent / "other")
    write(inbox, {"well-1.txt": article(1)})
    (inbox / "well-2.txt").unlink()
    ingest(other, inbox)
    write(inbox, {"well-1.txt": article(1, more=" A pump was added."), "well-2.txt": article(2)})
    ingest(other, inbox)
    ours, theirs = tables(home), tables(other)
    compared = {table.qualified for table in TABLES if table not in OF_RUNS} - {"ops.files"}
    assert {name: ours[name] for name in compared} == {name: theirs[name] for name in compared}


def test_command_says_what_it_freed(home: Home, inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`dateline maintain` tells the bytes freed, and `status` shows the run."""
    for number in range(1, 3):
        write(inbox, {f"well-{number}.txt": article(number)})
        ingest(home, inbox)
    where = ["--home", str(home.root)]
    assert main(["maintain", "--keep-snapshots", "1", "--orchestrate", "off", *where]) == 0
    assert "snapshots: " in capsys.readouterr().out
    assert main(["maintain", "--orchestrate", "off", "--json", *where]) == 0
    assert json.loads(capsys.readouterr().out)["freed_bytes"]["snapshots"] == 0
    assert main(["maintain", "--orchestrate", "off", *where]) == 0
    assert "nothing to free" in capsys.readouterr().out
    assert main(["status", *where]) == 0
    assert "freed 0 bytes" in capsys.readouterr().out
    for wrong in ("--keep-snapshots", "--keep-days"):
        assert main(["maintain", wrong, "0", "--orchestrate", "off", *where]) == 2


def test_settings_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    """A record is kept for a day at least."""
    with pytest.raises(UsageError, match="keep-days"):
        MaintainSettings(home=tmp_path / "home", keep_days=0)


def test_a_server_started_here_keeps_its_database_small() -> None:
    """Prefect reads the project's own settings: flow runs go after 30 days, events after 7."""
    told = (
        "from prefect.settings import Settings; s = Settings().server; v = s.services.db_vacuum; "
        "print(sorted(v.enabled), v.retention_period.days, s.events.retention_period.days)"
    )
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["['events',", "'flow_runs']", "30", "7"]
