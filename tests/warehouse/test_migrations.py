"""Older warehouses are brought up by the next run, newer ones refused; what was released stays readable."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest

from flows.cli import main
from flows.pipeline import run_rebuild
from flows.stages import Stages
from schemas.errors import WarehouseError
from schemas.tables import SCHEMA_VERSION, TABLES
from tasks.settings import RunSettings
from tests.fixtures.build import build, fixture, released_versions
from tests.helpers import article, ingest, meeting, query, replay, tables, write
from warehouse.connection import reader, run
from warehouse.home import Home
from warehouse.migrations import MIGRATIONS, Migration, base

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.warehouse

NEXT = SCHEMA_VERSION + 1
AGE = Migration(
    version=NEXT,
    doc="articles say how old they were when they came",
    statements=("ALTER TABLE articles ADD COLUMN age_days INTEGER", "UPDATE articles SET age_days = 1"),
)
RUN = "29991231T000000.000000Z"


@pytest.fixture(params=released_versions())
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """Return a copy of the home folder that each version's release left."""
    target = tmp_path / "released"
    shutil.copytree(fixture(request.param), target, symlinks=True)
    return Home(target)


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return the home folder that a release of today would leave; not to be written to."""
    target = tmp_path_factory.mktemp("present") / "home"
    build(target)
    return Home(target)


@pytest.fixture
def small(present: Home, tmp_path: Path) -> Home:
    """Return a copy of the home folder of the present version, with a staging folder for `RUN`."""
    target = tmp_path / "small"
    shutil.copytree(present.root, target, symlinks=True)
    home = Home(target)
    home.run_staging(RUN).mkdir(parents=True)
    return home


def set_version(home: Home, version: int) -> None:
    """Have the published warehouse say that it is of a version."""
    current = home.current()
    assert current is not None
    with duckdb.connect(str(current)) as connection:
        run(connection, "UPDATE ops.warehouse SET schema_version = ?", [version])


def columns(path: Path) -> set[tuple[str, str, str, str]]:
    """Return schema, table, name and type of every column of a snapshot."""
    with duckdb.connect(str(path), read_only=True) as connection:
        asked = (
            "SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
        )
        views = "SELECT view_name FROM duckdb_views() WHERE NOT internal"
        return set(run(connection, f"{asked} AND table_name NOT IN ({views})"))


def test_a_released_warehouse_takes_one_more_article(released: Home, inbox: Path) -> None:
    """A home folder as a release left it opens, takes one more article, and passes every audit."""
    before = query(released, "SELECT count(*) FROM articles WHERE is_current")[0][0]
    write(inbox, {f"well-{n}.txt": article(n) for n in (2, 3)})
    write(inbox, {"well-1.txt": article(1, more=" A pump was added."), "copy.txt": article(2)})
    write(inbox, {"blank.txt": "", "well-9.txt": article(9)})
    record = ingest(released, inbox, source_name="inbox")
    assert record.counts["documents_loaded"] == 1
    assert record.counts["files_new"] == 1
    assert query(released, "SELECT count(*) FROM articles WHERE is_current") == [(before + 1,)]
    audits = query(released, "SELECT name FROM ops.audits WHERE run_id = ? AND NOT passed", [record.run_id])
    assert audits == []
    assert query(released, "SELECT schema_version FROM ops.warehouse") == [(SCHEMA_VERSION,)]


def test_a_released_warehouse_is_mended_by_replay(released: Home, inbox: Path, tmp_path: Path) -> None:
    """Brought up and replayed, an old warehouse holds what a rebuild makes of its archive."""
    write(inbox, {"well-9.txt": article(9), "talks.txt": meeting(4)})
    ingest(released, inbox)
    twin = Home(tmp_path / "twin")
    shutil.copytree(released.root, twin.root, symlinks=True)
    replay(released)
    run_rebuild(RunSettings(home=twin.root, workers=1), Stages())
    assert tables(released) == tables(twin)
    assert query(released, "SELECT count(*) FROM meeting_reports") == [(1,)]


def test_a_released_warehouse_has_the_declared_tables_afterwards(
    released: Home, inbox: Path, home: Home
) -> None:
    """Brought up, a released warehouse has the tables and columns that a new one has."""
    write(inbox, {"well-9.txt": article(9)})
    ingest(released, inbox)
    ingest(home, inbox)
    old, new = released.current(), home.current()
    assert old is not None
    assert new is not None
    assert columns(old) == columns(new)


def test_a_warehouse_of_the_present_version_is_built_on_as_it_is(small: Home) -> None:
    """Nothing is copied and nothing changes where the version is the program's own."""
    assert base(small, RUN) == small.current()
    assert not small.private(RUN).exists()


def test_an_older_warehouse_is_migrated_in_a_private_copy(small: Home) -> None:
    """Steps and their record land together in the run's private copy; the published snapshot stays."""
    published = small.current()
    assert published is not None
    held = published.read_bytes()
    private = base(small, RUN, steps=(AGE,), target=NEXT)
    assert private == small.private(RUN)
    assert published.read_bytes() == held
    with duckdb.connect(str(private), read_only=True) as connection:
        assert run(connection, "SELECT DISTINCT age_days FROM articles") == [(1,)]
        assert run(connection, "SELECT version, run_id FROM ops.migrations") == [(NEXT, RUN)]
        assert run(connection, "SELECT schema_version, last_run FROM ops.warehouse") == [(NEXT, RUN)]
        assert run(connection, "SELECT DISTINCT last_run FROM ops.partitions") == [(RUN,)]
        deleted = run(connection, "SELECT table_name, key_json FROM ops.deletions WHERE run_id = ?", [RUN])
        assert deleted == [
            ("ops.warehouse", json.dumps({"schema_version": SCHEMA_VERSION}, separators=(",", ":")))
        ]


def test_migrating_twice_is_migrating_once(small: Home) -> None:
    """A stage that is tried again finds the migrated copy and does nothing."""
    first = base(small, RUN, steps=(AGE,), target=NEXT)
    assert first is not None
    written = first.stat().st_mtime_ns
    assert base(small, RUN, steps=(AGE,), target=NEXT) == first
    assert first.stat().st_mtime_ns == written


def test_a_step_that_fails_leaves_no_copy(small: Home) -> None:
    """All steps are one transaction: where the second fails, nobody builds on the first."""

    def fail(_connection: duckdb.DuckDBPyConnection) -> None:
        message = "no such thing"
        raise WarehouseError(message)

    broken = Migration(version=NEXT + 1, doc="fails", function=fail)
    with pytest.raises(WarehouseError, match="no such thing"):
        base(small, RUN, steps=(AGE, broken), target=NEXT + 1)
    assert not small.private(RUN).exists()
    wrong = Migration(version=NEXT, doc="is no SQL", statements=("ALTER TABLE nowhere ADD COLUMN a INTEGER",))
    with pytest.raises(WarehouseError, match="can't be used"):
        base(small, RUN, steps=(wrong,), target=NEXT)
    assert not small.private(RUN).exists()


def test_a_gap_between_the_steps_is_refused(small: Home) -> None:
    """Where no chain of steps leads to the present version, the run ends and says what to do."""
    with pytest.raises(WarehouseError, match="rebuild"):
        base(small, RUN, steps=(AGE,), target=NEXT + 1)


def test_a_newer_warehouse_is_refused_by_reader_and_writer(
    small: Home, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a newer release wrote is neither read nor written; the message names both versions."""
    set_version(small, NEXT)
    current = small.current()
    assert current is not None
    write(inbox, {"well-9.txt": article(9)})
    with pytest.raises(WarehouseError, match=f"version {NEXT}"), reader(current):
        pass
    with pytest.raises(WarehouseError, match=f"up to {SCHEMA_VERSION}"):
        ingest(small, inbox)
    for command in (["sql", "SELECT 1"], ["status"], ["ingest", str(inbox), "--orchestrate", "off"]):
        assert main([*command, "--home", str(small.root)]) == 1
        assert f"schema version {NEXT}" in capsys.readouterr().err


def test_an_older_warehouse_can_be_read(small: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """`sql` and `status` work on a warehouse that the next run will migrate."""
    set_version(small, SCHEMA_VERSION - 1)
    assert main(["sql", "SELECT count(*) AS n FROM articles", "--home", str(small.root), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"][0]["n"] > 0
    assert main(["status", "--home", str(small.root)]) == 0
    assert "articles" in capsys.readouterr().out


def test_steps_lead_to_the_present_version() -> None:
    """The declared steps lead from the first version to the present one, each by one."""
    assert [step.version for step in MIGRATIONS] == list(range(2, SCHEMA_VERSION + 1))
    assert {table.name for table in TABLES} >= {"migrations", "warehouse"}
