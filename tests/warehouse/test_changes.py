"""The change feed: applied to an empty database it gives the warehouse, from the start or run by run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from flows.pipeline import run_rebuild
from flows.stages import Stages
from schemas.article import ARTICLES, CREDITS
from schemas.errors import UsageError
from schemas.ops import DELETIONS, RUNS
from schemas.records import Article, Document, Paragraph, Rejection
from schemas.tables import TABLES
from tasks.rules import TODAY
from tasks.settings import RunSettings
from tests.helpers import article, extract_of_old, ingest, meeting, query, replay, write
from tests.warehouse.replica import Replica, feed, hashes
from warehouse.changes import in_order_of_reference, note_deletions, require_run, table_hash
from warehouse.connection import reader, run
from warehouse.ddl import create_schema
from warehouse.journal import RunRecord, read_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemas.reference.lexicon import Lexicon
    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


@pytest.fixture
def tables() -> Iterator[duckdb.DuckDBPyConnection]:
    """Return an empty database with the warehouse's tables."""
    connection = duckdb.connect(":memory:")
    create_schema(connection)
    yield connection
    connection.close()


def history(home: Home, inbox: Path) -> Iterator[RunRecord]:
    """Yield the runs of a short life: new files, a correction, a duplicate, a refusal, withdrawals."""
    write(inbox, {f"well-{n}.txt": article(n) for n in range(1, 5)})
    yield ingest(home, inbox)
    write(inbox, {"well-1.txt": article(1, more=" A pump was added."), "well-2-again.txt": article(2)})
    yield ingest(home, inbox)
    write(inbox, {"well-2.txt": b"\x00\x01\x02\x03", "blank.txt": ""})
    yield ingest(home, inbox)
    yield ingest(home, inbox)
    (inbox / "well-3.txt").unlink()
    (inbox / "blank.txt").unlink()
    yield ingest(home, inbox, withdraw_removed=True)
    write(inbox, {"well-1.txt": article(1), "well-3.txt": article(3)})
    yield ingest(home, inbox)


def test_the_feed_rebuilds_every_table(home: Home, inbox: Path) -> None:
    """The feed since the beginning, and the feeds of one run after another, give every table's rows."""
    since: str | None = None
    with Replica() as whole, Replica() as followed:
        for record in history(home, inbox):
            followed.apply(feed(home, since))
            since = record.run_id
            assert followed.hashes() == hashes(home)
        whole.apply(feed(home))
        assert whole.hashes() == hashes(home)


def test_a_feed_tells_only_what_changed(home: Home, inbox: Path) -> None:
    """A corrected file is an update of its document, and the new text an insert; other files don't show."""
    write(inbox, {f"well-{n}.txt": article(n) for n in range(1, 4)})
    before = ingest(home, inbox).run_id
    write(inbox, {"well-1.txt": article(1, more=" A pump was added.")})
    after = ingest(home, inbox).run_id
    told = feed(home, before)
    by_table = {
        name: sorted(line["op"] for line in told if line["table"] == name)
        for name in ("articles", "ops.files")
    }
    assert by_table == {"articles": ["insert", "update"], "ops.files": ["update"]}
    assert {line["run"] for line in told} == {after}
    assert {line["op"] for line in told if line["table"] == "paragraphs"} == {"insert"}
    assert not [line for line in told if line["table"] == "places"]
    assert feed(home, after) == []


def parse_of_old(document: Document, lexicon: Lexicon) -> Article | Rejection:
    """Parse as invented older rules did: no dates, one paragraph more, and nothing about well 2."""
    found = TODAY.parse(document, lexicon)
    if isinstance(found, Rejection) or "number 2 " in document.text:
        return Rejection(code="no_text", detail="The older rules saw nothing here.")
    more = Paragraph(kind="chrome", text="Follow us on wells.")
    return replace(found, published_date=None, paragraphs=(*found.paragraphs, more), datelines=())


def test_the_feed_tells_of_a_replay(home: Home, inbox: Path) -> None:
    """Rows that new rules change, add and lose reach who follows the feed, emptied partitions too."""
    write(inbox, {f"well-{n}.txt": article(n) for n in range(1, 4)})
    write(inbox, {f"talks-{n}.txt": meeting(n) for n in (4, 5)})
    old = replace(TODAY, version="2020.1", parse=parse_of_old, extract=extract_of_old)
    first = ingest(home, inbox, rules=old).run_id
    with Replica() as replica:
        replica.apply(feed(home))
        second = replay(home).run_id
        told = feed(home, first)
        assert {line["run"] for line in told} == {second}
        ops = {(line["table"], line["op"]) for line in told}
        assert ops >= {
            ("paragraphs", "delete"),
            ("paragraphs", "update"),
            ("paragraphs", "insert"),
            ("datelines", "update"),
            ("articles", "update"),
            ("articles", "insert"),
            ("people", "delete"),
            ("people", "insert"),
            ("organisations", "delete"),
            ("organisations", "insert"),
            ("meeting_reports", "update"),
            ("person_roles", "update"),
            ("ops.partitions", "delete"),
            ("ops.documents", "update"),
            ("ops.revisions", "insert"),
        }
        replica.apply(told)
        assert replica.hashes() == hashes(home)
    with Replica() as whole:
        whole.apply(feed(home))
        assert whole.hashes() == hashes(home)
    assert not replay(home).published


def test_a_rebuild_ends_the_feed(home: Home, inbox: Path) -> None:
    """After a rebuild nobody can go on from an older run."""
    write(inbox, {"well-1.txt": article(1)})
    first = ingest(home, inbox).run_id
    rebuilt = run_rebuild(RunSettings(home=home.root, workers=1), Stages())
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        with pytest.raises(UsageError, match="rebuilt"):
            require_run(connection, first, read_records(home))
        require_run(connection, rebuilt.run_id, read_records(home))
    with Replica() as whole:
        whole.apply(feed(home))
        assert whole.hashes() == hashes(home)


def test_a_failed_run_shows_in_the_feed_of_the_run_that_recorded_it(home: Home, inbox: Path) -> None:
    """`ops.runs` gets the row of a failed run with the next snapshot, and so does the feed."""
    write(inbox, {"well-1.txt": article(1)})
    first = ingest(home, inbox).run_id
    write(inbox, {"blank.txt": ""})
    with pytest.raises(Exception, match="refused"):
        ingest(home, inbox, max_reject_share=0.0)
    failed = read_records(home)[-1].run_id
    ingest(home, inbox)
    runs = [line["key"]["run_id"] for line in feed(home, first) if line["table"] == RUNS.qualified]
    assert failed in runs
    assert failed in [line["key"]["run_id"] for line in feed(home, failed) if line["table"] == RUNS.qualified]


def test_deleted_rows_are_told_of(home: Home, inbox: Path) -> None:
    """A row that a run deleted for good comes as a deletion with its key, before any row."""
    write(inbox, {"well-1.txt": article(1)})
    first = ingest(home, inbox).run_id
    with Replica() as replica:
        replica.apply(feed(home))
        current = home.current()
        assert current is not None
        (gone,) = query(home, "SELECT article_id, paragraph_no FROM paragraphs WHERE paragraph_no = 2")
        with duckdb.connect(str(current)) as connection:
            doomed = "SELECT * FROM paragraphs WHERE paragraph_no = 2"
            table = next(table for table in TABLES if table.name == "paragraphs")
            assert note_deletions(connection, table, "29991231T000000.000000Z", doomed) == 1
            run(connection, "DELETE FROM paragraphs WHERE paragraph_no = 2")
        told = feed(home, first)
        key = {"article_id": gone[0], "paragraph_no": gone[1]}
        assert told[0] == {
            "table": "paragraphs",
            "op": "delete",
            "key": key,
            "row": None,
            "run": "29991231T000000.000000Z",
        }
        replica.apply(told)
        assert replica.hashes() == hashes(home)
    assert not [line for line in feed(home) if line["op"] == "delete"]


def test_keys_of_deletions_survive_any_text(tables: duckdb.DuckDBPyConnection) -> None:
    """A key with quotes and line ends is kept as the text it is."""
    hostile = "it's\"; drop\nönce"
    doomed = "SELECT 'partitions' AS table_name, getvariable('hostile') AS \"partition\""
    run(tables, "SET VARIABLE hostile = ?", [hostile])
    table = next(table for table in TABLES if table.name == "partitions")
    note_deletions(tables, table, "r1", doomed)
    found = run(tables, "SELECT key_json ->> 'partition' FROM ops.deletions")
    assert found == [(hostile,)]


@pytest.mark.parametrize("since", ["20200101T000000.000000Z", "", "latest"])
def test_unknown_run_is_refused(home: Home, inbox: Path, since: str) -> None:
    """A run that is not on record can't be asked from."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    current = home.current()
    assert current is not None
    with reader(current) as connection, pytest.raises(UsageError, match="on record"):
        require_run(connection, since, read_records(home))


def test_since_a_run_with_nothing_new_is_answered(home: Home, inbox: Path) -> None:
    """The last run may have published nothing; asking from it is right, and so far nothing changed."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    idle = ingest(home, inbox)
    assert not idle.published
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        require_run(connection, idle.run_id, read_records(home))
        running = replace(idle, status="running")
        with pytest.raises(UsageError, match="not finished"):
            require_run(connection, idle.run_id, [running])
    assert feed(home, idle.run_id) == []


def test_every_table_stands_after_those_it_refers_to() -> None:
    """No row is told of before the rows it refers to."""
    names = [table.qualified for table in in_order_of_reference()]
    assert sorted(names) == sorted(table.qualified for table in TABLES)
    for table in in_order_of_reference():
        referred = {c.references.rsplit(".", 1)[0] for c in table.columns if c.references} - {table.qualified}
        assert all(names.index(name) < names.index(table.qualified) for name in referred), table.name


def rows_of(connection: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]]) -> str:
    """Replace the rows of `ops.deletions` and return the table's hash."""
    run(connection, "DELETE FROM ops.deletions")
    for row in rows:
        run(connection, "INSERT INTO ops.deletions VALUES (?, ?, ?)", list(row.values()))
    return table_hash(connection, DELETIONS)


def test_table_hash_knows_rows_not_their_order(tables: duckdb.DuckDBPyConnection) -> None:
    """The hash is that of a bag: order does not count, every value and every copy of a row does."""
    one = {"table_name": "a", "key_json": "bc", "run_id": "r"}
    two = {"table_name": "ab", "key_json": "c", "run_id": "r"}
    both = rows_of(tables, [one, two])
    assert both == rows_of(tables, [two, one])
    others = [
        rows_of(tables, []),
        rows_of(tables, [one]),
        rows_of(tables, [two]),
        rows_of(tables, [one, one]),
        rows_of(tables, [one, two, two]),
        rows_of(tables, [one, {**two, "run_id": "s"}]),
    ]
    assert len({both, *others}) == 1 + len(others)
    assert table_hash(tables, CREDITS) == table_hash(tables, ARTICLES) == "0-0-0"


def test_table_hash_can_leave_runs_out(tables: duckdb.DuckDBPyConnection) -> None:
    """Two warehouses with the same rows from different runs have the same hash when runs don't count."""
    found = []
    for name in ("r1", "r2"):
        run(tables, "DELETE FROM ops.sources")
        run(tables, "INSERT INTO ops.sources VALUES ('wire', '/wire', ?, ?)", [name, name])
        sources = next(table for table in TABLES if table.name == "sources")
        found.append((table_hash(tables, sources), table_hash(tables, sources, with_runs=False)))
    assert found[0][0] != found[1][0]
    assert found[0][1] == found[1][1]
