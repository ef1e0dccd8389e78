"""Archived contents parsed again under other rules: what differs moves, what is the same stays."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from schemas.errors import UsageError, WarehouseError
from schemas.facts import FACT_TABLES
from schemas.ops import AUDITS, DELETIONS, PARTITIONS, QUARANTINE, REVISIONS, RUNS, WAREHOUSE
from schemas.records import Article, Document, ReadDocument, Rejection
from schemas.tables import TABLES
from tasks.rules import TODAY
from tests.conftest import copied
from tests.flows.processes import dateline
from tests.flows.test_rebuild import item, rebuild, zipped
from tests.helpers import ROOT, article, extract_of_old, ingest, meeting, query, replay, states, write
from warehouse.changes import table_hash
from warehouse.connection import reader, scalar
from warehouse.export import needs_export
from warehouse.home import Home
from warehouse.journal import read_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemas.reference.lexicon import Lexicon

pytestmark = pytest.mark.warehouse

OF_HISTORY = (RUNS, AUDITS, PARTITIONS, WAREHOUSE, DELETIONS)
OF_RULES = (*OF_HISTORY, REVISIONS, QUARANTINE)
"""Tables that remember what earlier rules made of a content, which a rebuild can't know."""


def older_parse(document: Document, lexicon: Lexicon) -> Article | Rejection:
    """Parse as invented older rules did: dates by month only, no datelines, some texts not at all."""
    if "goats" in document.text:
        return Rejection(code="no_text", detail="The older rules did not believe in goats.")
    found = TODAY.parse(Document(text=document.text.replace("furniture", "wells")), lexicon)
    if isinstance(found, Rejection):
        found = TODAY.parse(Document(text=article(0)), lexicon)
        assert isinstance(found, Article)
    if "number 2 " in document.text:
        found = replace(found, published_date=None, published_precision="month", published_partial="2024-03")
    if "number 3 " in document.text:
        return found
    return replace(found, datelines=(), kind="other")


def older_read(path: str, data: bytes) -> Iterator[ReadDocument]:
    """Read as an older reader did, which knew nothing of zip archives."""
    if data.startswith(b"PK"):
        rejection = Rejection(code="unsupported", detail="What is this?")
        yield ReadDocument(member=None, format="zip", raw=data, charset=None, rejections=(rejection,))
    else:
        yield from TODAY.read(path, data)


OLDER = replace(TODAY, version="2020.1", read=older_read, parse=older_parse, extract=extract_of_old)
HEADER_ONLY = " date 2024-03-07\n"


def rows(record: Any) -> dict[str, tuple[int, int, int]]:  # noqa: ANN401 - a RunRecord
    """Return rows added, lost and changed by table, without tables that stay."""
    return {n: (c.inserted, c.deleted, c.updated) for n, c in record.rows.items() if c.total}


def hashes(home: Home, without: tuple[Any, ...] = OF_RULES) -> dict[str, str]:
    """Return a hash of every table's rows, run columns aside."""
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return {t.qualified: table_hash(connection, t, with_runs=False) for t in TABLES if t not in without}


def parquet_differences(home: Home) -> dict[str, int]:
    """Return how many rows of each table stand only in the warehouse, or only in its Parquet files."""
    found = {}
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        for table in TABLES:
            rows, files = f"FROM {table.qualified}", f"FROM '{home.parquet}/{table.qualified}/*.parquet'"
            found[table.qualified] = sum(
                scalar(connection, f"SELECT count(*) FROM ({one} EXCEPT ALL {two})")
                for one, two in ((rows, files), (files, rows))
            )
    return found


@pytest.fixture(scope="module")
def old(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home that was filled under older rules, with a correction; its inbox is gone."""
    folder = tmp_path_factory.mktemp("old")
    inbox = folder / "inbox"
    home = copied(empty_warehouse, folder / "home")
    files: dict[str, str | bytes] = {f"{number}.txt": article(number) for number in range(1, 5)}
    files |= {"item-2.json": item(2), "item-3.json": item(3)}
    files |= {"again/1.txt": article(1), "goats.txt": article(5, more=" The goats stayed away.")}
    files |= {f"talks-{number}.txt": meeting(number) for number in (4, 5)}
    ingest(home, write(inbox, files), rules=OLDER)
    ingest(home, write(inbox, {"4.txt": article(14), "item-1.json": item(1)}), rules=OLDER)
    shutil.rmtree(inbox)
    return home


@pytest.fixture
def home(old: Home, tmp_path: Path) -> Home:
    """Return a copy of it to change."""
    return copied(old, tmp_path / "home")


def test_replay_of_everything_is_a_rebuild(home: Home, tmp_path: Path) -> None:
    """After a replay the rows are those a rebuild makes, also of contents that nothing holds any more."""
    twin = copied(home, tmp_path / "twin")
    assert replay(home).published
    rebuild(twin)
    assert hashes(home) == hashes(twin)
    versions = "SELECT rules_version, count(*) FROM articles GROUP BY ALL"
    assert query(home, versions) == [(TODAY.version, 11)]
    assert not needs_export(home)
    assert [name for name, differing in parquet_differences(home).items() if differing] == []
    assert replay(home).published is False


def test_difference_is_told_and_counted(home: Home) -> None:
    """Rows added, lost and changed by table; rows that are the same are not touched."""
    record = replay(home)
    facts = {table.name for table in FACT_TABLES}
    assert {name: told for name, told in rows(record).items() if name not in facts} == {
        "ops.documents": (0, 0, 1),
        "ops.revisions": (1, 0, 1),
        "ops.quarantine": (0, 0, 1),
        "articles": (1, 0, 10),
        "paragraphs": (2, 0, 0),
        "datelines": (7, 0, 0),
        "dateline_places": (7, 0, 0),
    }
    (same,) = query(
        home,
        "SELECT article_id FROM articles JOIN paragraphs USING (article_id) WHERE text LIKE '%number 3 %'",
    )
    found = query(home, "SELECT last_run, parts_run, first_run FROM articles WHERE article_id = ?", same)
    first = query(home, "SELECT min(run_id) FROM ops.runs WHERE files_new > 0")[0][0]
    assert found == [(record.run_id, first, first)]


def test_dry_run_shows_and_publishes_nothing(home: Home) -> None:
    """A dry run tells the numbers that the run will tell, in JSON too, and leaves the snapshot."""
    before, snapshot = hashes(home, ()), home.current()
    done = dateline("replay", "--home", home.root, "--dry-run", "--json", "--workers", 1)
    told = json.loads(done.stdout)
    assert "difference: ops.documents 0 added, 0 lost, 1 changed; " in done.stderr
    assert (home.current(), hashes(home, ())) == (snapshot, before)
    assert (told["published"], told["flow"]) == (False, "replay --dry-run")
    assert {
        n: (c["inserted"], c["deleted"], c["updated"]) for n, c in told["rows"].items() if any(c.values())
    } == rows(replay(home))


def test_partial_replay_leaves_a_mix(home: Home, tmp_path: Path) -> None:
    """Only what the condition picks moves; `rules_version` tells which is which; the rest can follow."""
    twin = copied(home, tmp_path / "twin")
    record = replay(home, "f.path = '1.txt' OR d.state = 'quarantined'")
    assert record.counts["files_seen"] == 2
    mix = "SELECT rules_version, count(*) FROM articles GROUP BY ALL ORDER BY ALL"
    assert query(home, mix) == [(OLDER.version, 9), (TODAY.version, 2)]
    assert query(home, "SELECT bool_and(passed) FROM ops.audits") == [(True,)]
    assert replay(home, "a.rules_version < ?".replace("?", f"'{TODAY.version}'")).published
    replay(twin)
    assert hashes(home) == hashes(twin)


def test_people_stand_as_long_as_someone_names_them(home: Home, tmp_path: Path) -> None:
    """People and organisations go with the last article that names them, whatever was replayed first."""
    twin = copied(home, tmp_path / "twin")
    names = "SELECT name FROM people UNION ALL SELECT name FROM organisations"
    old = f"SELECT count(*) FROM ({names}) WHERE name LIKE '% of Old'"
    (named,) = query(home, old)
    first = rows(replay(home, "f.path = 'talks-4.txt'"))
    assert query(home, old) == [named]
    assert first["people"][1] == 0
    assert first["people"][0] > 0
    second = rows(replay(home, "f.path = 'talks-5.txt'"))
    assert query(home, old) == [(0,)]
    assert second["people"] == (0, first["people"][0], 0)
    assert second["organisations"][1] == 2
    assert query(home, "SELECT count(*) FROM people") == [(first["people"][0],)]
    replay(home)
    rebuild(twin)
    assert hashes(home) == hashes(twin)
    assert [name for name, differing in parquet_differences(home).items() if differing] == []


def test_since_takes_what_arrived_later(home: Home) -> None:
    """`since` picks contents by the run that brought them; a run nobody knows is refused."""
    second = query(home, "SELECT run_id FROM ops.runs WHERE files_changed > 0")[0][0]
    record = replay(home, since=second)
    assert record.counts["files_seen"] == 2
    assert rows(record)["articles"] == (0, 0, 2)
    with pytest.raises(UsageError, match="no run on record"):
        replay(home, since="yesterday")


def test_refused_and_accepted_documents_move(empty_warehouse: Home, tmp_path: Path) -> None:
    """A content no longer refused is loaded, one now refused is quarantined, each with a revision."""
    home = copied(empty_warehouse, tmp_path / "home")
    inbox = write(
        tmp_path / "inbox", {"goats.txt": article(1, more=" The goats left."), "bare.txt": HEADER_ONLY}
    )
    ingest(home, inbox, rules=OLDER)
    assert states(home) == {"goats.txt": "quarantined", "bare.txt": "loaded"}
    record = replay(home)
    assert states(home) == {"goats.txt": "loaded", "bare.txt": "quarantined"}
    assert query(
        home,
        "SELECT path, revision_no, r.article_id IS NULL, to_run = ? FROM ops.revisions r "
        "JOIN ops.documents USING (document_id) JOIN ops.files USING (file_id) ORDER BY ALL",
        [record.run_id],
    ) == [
        ("bare.txt", 1, False, True),
        ("bare.txt", 2, True, None),
        ("goats.txt", 1, True, True),
        ("goats.txt", 2, False, None),
    ]
    assert query(home, "SELECT code, is_open FROM ops.quarantine ORDER BY ALL") == [
        ("header_only", True),
        ("no_text", False),
    ]
    assert query(home, "SELECT rules_version, is_current FROM articles ORDER BY ALL") == [
        (OLDER.version, False),
        (TODAY.version, True),
    ]
    assert replay(home).published is False


def shorter_read(path: str, data: bytes) -> Iterator[ReadDocument]:
    """Read as an invented older reader did, which lost all but the first paragraph."""
    yield from TODAY.read(path, data.partition(b"\n\n")[0])


def test_content_that_gives_another_article_moves(empty_warehouse: Home, tmp_path: Path) -> None:
    """Where today's reader finds another text, the document moves to another article; the old one stays."""
    home = copied(empty_warehouse, tmp_path / "home")
    ingest(
        home,
        write(tmp_path / "inbox", {"a.txt": article(1), "b.txt": article(1)}),
        rules=replace(TODAY, version="2020.1", read=shorter_read),
    )
    assert rows(replay(home, "f.path = 'a.txt'"))["articles"] == (1, 0, 0)
    assert states(home) == {"a.txt": "loaded", "b.txt": "loaded"}
    assert rows(replay(home))["articles"] == (0, 0, 1)
    assert states(home) == {"a.txt": "loaded", "b.txt": "duplicate"}
    current = "SELECT rules_version, is_current, paragraph_count FROM articles ORDER BY ALL"
    assert query(home, current) == [("2020.1", False, 1), (TODAY.version, True, 2)]
    assert query(home, "SELECT count(*), count(to_run) FROM ops.revisions") == [(4, 2)]


def test_quarantine_is_tried_again(empty_warehouse: Home, tmp_path: Path) -> None:
    """`quarantine --replay` loads what today's rules accept, members of archives too; the rest stays."""
    home = copied(empty_warehouse, tmp_path / "home")
    inbox = write(
        tmp_path / "inbox",
        {"ok.txt": article(1), "two.zip": zipped(a=article(2), b=article(3)), "empty.txt": b""},
    )
    (inbox / "nowhere.txt").symlink_to(inbox / "missing.txt")
    ingest(home, inbox, rules=OLDER)
    shutil.rmtree(inbox)
    told = json.loads(dateline("quarantine", "--replay", "--home", home.root, "--json").stdout)
    assert (told["files_seen"], told["documents_loaded"], told["published"]) == (2, 2, True)
    assert query(
        home,
        "SELECT path, member, d.state, d.reason FROM ops.documents d JOIN ops.files USING (file_id) "
        "ORDER BY ALL",
    ) == [
        ("empty.txt", None, "quarantined", None),
        ("nowhere.txt", None, "quarantined", None),
        ("ok.txt", None, "loaded", None),
        ("two.zip", "a.txt", "loaded", None),
        ("two.zip", "b.txt", "loaded", None),
        ("two.zip", None, "removed", "gone"),
    ]
    assert query(home, "SELECT code FROM ops.quarantine WHERE is_open ORDER BY ALL") == [
        ("broken_link",),
        ("empty",),
    ]
    older = "SELECT count(*) FROM articles WHERE rules_version = ?"
    assert query(home, older, [OLDER.version]) == [(1,)]


def test_unread_file_stays_so(home: Home, tmp_path: Path) -> None:
    """That a known file could not be read of late is not forgotten when its older content is replayed."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "1.txt").symlink_to(inbox / "missing.txt")
    ingest(home, inbox, source_name="inbox")
    replay(home)
    assert query(home, "SELECT code FROM ops.quarantine WHERE is_open") == [("broken_link",)]
    assert states(home)["1.txt"] == "loaded"
    assert query(home, "SELECT sha256 FROM ops.files WHERE path = '1.txt'") == [(None,)]


@pytest.mark.parametrize(
    "where",
    [
        "",
        "kind =",
        "a.no_such_column = 1",
        "true) OR (true",
        "true; DROP TABLE articles",
        "1, 2",
        "true FROM articles",
        "exists (SELECT 1 FROM read_text('pyproject.toml'))",
        "a.headline = 'it''s",
    ],
)
def test_wrong_condition_is_refused(old: Home, where: str) -> None:
    """A condition that is none is told in one line; no run is begun."""
    runs = len(read_records(old))
    with pytest.raises(UsageError) as caught:
        replay(old, where)
    assert str(caught.value).startswith(f"--where {where} is no condition")
    assert "\n" not in str(caught.value)
    assert len(read_records(old)) == runs


def test_wrong_condition_ends_with_2(old: Home) -> None:
    """The command line tells a wrong condition in one line and ends with 2."""
    done = dateline("replay", "--home", old.root, "--where", "a.colour = 'red'")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "colour" in done.stderr


def test_nothing_to_replay_is_told(tmp_path: Path) -> None:
    """Before the first run a replay says what to run, and makes no home folder."""
    home = Home(tmp_path / "home")
    with pytest.raises(WarehouseError, match="There is no warehouse"):
        replay(home)
    assert not home.root.exists()


def test_replay_of_an_empty_archive_changes_nothing(empty_warehouse: Home, tmp_path: Path) -> None:
    """Where every run found an empty folder there is nothing to parse, and that is no fault."""
    home = copied(empty_warehouse, tmp_path / "home")
    record = replay(home)
    assert (record.status, record.published, record.counts["files_seen"]) == ("succeeded", False, 0)


@pytest.mark.parametrize(
    ("module", "name"),
    [("warehouse.merge", "apply"), ("warehouse.snapshot", "swap_link"), ("tasks.publish", "export")],
)
def test_killed_replay_is_made_up_for(home: Home, tmp_path: Path, module: str, name: str) -> None:
    """A replay killed in the middle and run again ends in the same rows as one that was not."""
    twin = copied(home, tmp_path / "twin")
    script = f"""
import os, signal
from pathlib import Path
import {module} as module
from tests.helpers import replay
from warehouse.home import Home
module.{name} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
replay(Home(Path({str(home.root)!r})))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=dict(os.environ), check=False)
    assert done.returncode == -signal.SIGKILL
    replay(home)
    replay(twin)
    assert hashes(home, OF_HISTORY) == hashes(twin, OF_HISTORY)
    assert not needs_export(home)
