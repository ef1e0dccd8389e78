"""The Parquet files hold exactly the rows of the published warehouse, and only changed ones are rewritten."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.conftest import copied
from tests.helpers import article, disagreeing, ingest, write
from warehouse.export import MANIFEST, export, needs_export
from warehouse.snapshot import swap_link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


def prints(home: Home) -> dict[str, tuple[int, int, bytes]]:
    """Return inode, time and bytes of every Parquet file."""
    return {
        str(path.relative_to(home.parquet)): (
            path.stat().st_ino,
            path.stat().st_mtime_ns,
            path.read_bytes(),
        )
        for path in sorted(home.parquet.glob("*/*.parquet"))
    }


def contents(home: Home) -> dict[str, object]:
    """Return what every Parquet file holds: its bytes, where those follow from its rows.

    DuckDB 2.0 declares a column as required where the whole table happens to hold no null in it, so there the
    rows are compared.
    """
    return {
        str(path.relative_to(home.parquet)): path.read_bytes()
        if duckdb.__version__.startswith("1.")
        else pq.read_table(path).to_pylist()
        for path in sorted(home.parquet.glob("*/*.parquet"))
    }


def dated(number: int, day: str) -> str:
    """Return an article published on another day."""
    return article(number).replace("2024-03-07", day)


@pytest.fixture(scope="module")
def three_months(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home with articles of two months and one without a date; its inbox stands beside it."""
    home = copied(empty_warehouse, tmp_path_factory.mktemp("months") / "home")
    inbox = home.root.parent / "inbox"
    undated = "LUSAKA: Envoys met.\n\nThey will meet again.\n"
    write(inbox, {"a.txt": dated(1, "2023-01-05"), "b.txt": dated(2, "2024-03-07"), "d.txt": undated})
    (inbox / "c.txt").touch()
    ingest(home, inbox)
    return home


@pytest.fixture
def exported(three_months: Home, home: Home) -> Home:
    """Return a copy of the home above that may be damaged."""
    shutil.copytree(three_months.root, home.root, symlinks=True)
    return home


@pytest.fixture
def inbox(three_months: Home, exported: Home) -> Iterator[Path]:
    """Return the inbox above; what a test changes in it is undone."""
    folder = three_months.root.parent / "inbox"
    kept = exported.root.parent / "kept"
    shutil.copytree(folder, kept)
    yield folder
    shutil.rmtree(folder)
    kept.rename(folder)


def test_parquet_equals_the_warehouse(published: Home) -> None:
    """Table for table, Parquet and DuckDB hold the same rows."""
    assert disagreeing(published) == []
    assert not needs_export(published)


def test_only_changed_months_are_rewritten(exported: Home, inbox: Path) -> None:
    """A new article rewrites its month and the ledger; other months keep their file, inode and time."""
    before = prints(exported)
    assert {"articles/2023-01.parquet", "articles/2024-03.parquet", "articles/undated.parquet"} <= set(before)
    ingest(exported, write(inbox, {"new.txt": dated(3, "2024-03-09")}))
    after = prints(exported)
    changed = {name for name in after if after[name] != before.get(name)}
    assert {name for name in changed if not name.startswith("ops.")} == {
        f"{table}/2024-03.parquet" for table in ("articles", "paragraphs", "datelines", "dateline_places")
    }
    assert disagreeing(exported) == []


def test_a_change_of_state_rewrites_the_article_alone(exported: Home, inbox: Path) -> None:
    """A correction makes the old article not current: its month of articles changes, its parts do not."""
    before = prints(exported)
    ingest(exported, write(inbox, {"a.txt": dated(7, "2024-03-10")}))
    after = prints(exported)
    changed = {name for name in after if after[name] != before.get(name) and "2023-01" in name}
    assert changed == {"articles/2023-01.parquet"}
    assert disagreeing(exported) == []


def test_files_written_anew_are_the_same_bytes(exported: Home) -> None:
    """Parquet is a function of the rows: exporting all again gives the same bytes."""
    before = contents(exported)
    (exported.parquet / MANIFEST).unlink()
    assert needs_export(exported)
    assert len(export(exported).written) == len(before)
    assert contents(exported) == before
    assert export(exported).written == ()


def _missing(home: Home) -> None:
    (home.parquet / "articles" / "2023-01.parquet").unlink()


def _truncated(home: Home) -> None:
    path = home.parquet / "paragraphs" / "2024-03.parquet"
    path.write_bytes(path.read_bytes()[:-1])


def _stray(home: Home) -> None:
    path = home.parquet / "articles" / "2024-03.parquet"
    path.with_name("1999-01.parquet").write_bytes(path.read_bytes())


def _half_written(home: Home) -> None:
    (home.parquet / "articles" / "2024-03.tmp").write_bytes(b"PAR1")


def _no_folder(home: Home) -> None:
    for path in (home.parquet / "credits").iterdir():
        path.unlink()
    (home.parquet / "credits").rmdir()


def _damaged_manifest(home: Home) -> None:
    (home.parquet / MANIFEST).write_text('{"run_id": "x", "fil')


def _manifest_of_another_kind(home: Home) -> None:
    (home.parquet / MANIFEST).write_text("[]")


def _old_manifest(home: Home) -> None:
    seen = json.loads((home.parquet / MANIFEST).read_text())
    seen["run_id"] = "20000101T000000.000000Z"
    for entry in seen["files"].values():
        entry["run_id"] = seen["run_id"]
    (home.parquet / MANIFEST).write_text(json.dumps(seen))


DAMAGES = (
    _missing,
    _truncated,
    _stray,
    _half_written,
    _no_folder,
    _damaged_manifest,
    _manifest_of_another_kind,
    _old_manifest,
)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_damage_is_repaired_by_the_next_run(
    exported: Home, inbox: Path, damage: Callable[[Home], None]
) -> None:
    """Whatever happened to the files, a run that finds nothing new puts them right."""
    before = contents(exported)
    damage(exported)
    assert needs_export(exported)
    assert ingest(exported, inbox).published is False
    assert contents(exported) == before
    assert not needs_export(exported)
    assert not list(exported.parquet.rglob("*.tmp"))


def test_rollback_is_exported(exported: Home, inbox: Path) -> None:
    """After the link was swapped back, the Parquet files follow with the next export."""
    old = exported.current()
    assert old is not None
    ingest(exported, write(inbox, {"new.txt": dated(3, "2025-01-01"), "a.txt": dated(9, "2023-01-05")}))
    swap_link(exported, old)
    assert needs_export(exported)
    export(exported)
    assert disagreeing(exported) == []
    assert not (exported.parquet / "articles" / "2025-01.parquet").exists()


def test_files_of_others_are_left_alone(exported: Home) -> None:
    """Folders in parquet/ that are no table of ours stay, and so does what is no Parquet file's place."""
    other = exported.parquet / "my_notes" / "a.parquet"
    other.parent.mkdir()
    other.write_bytes(b"x")
    (exported.parquet / "articles" / "folder").mkdir()
    _stray(exported)
    export(exported)
    assert other.exists()
    assert disagreeing(exported) == []


def test_nothing_published_nothing_exported(home: Home) -> None:
    """Before the first run there is nothing to write."""
    assert not needs_export(home)
    assert export(home).written == ()
    assert not home.root.exists()
