"""What was known at a moment: the `…_as_of` macros against the snapshots that were published then."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from schemas.article import ARTICLE_TABLES, ARTICLES
from schemas.ops import WAREHOUSE
from tests.helpers import article, ingest, meeting, query, write
from warehouse.connection import attach, reader, run, workbench

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.table import Table
    from warehouse.home import Home
    from warehouse.journal import RunRecord

pytestmark = pytest.mark.warehouse

INSTANT = dt.timedelta(microseconds=1)


def item(version: int, text: str, status: str = "usable") -> str:
    """Return one version of an invented item in ninjs."""
    told = {
        "uri": "urn:wells:7",
        "type": "text",
        "version": str(version),
        "pubstatus": status,
        "headline": f"Well 7, told {version}",
        "body_text": f"NIAMEY, March 7: {text}\n\nWater reaches every household again, the council said.",
    }
    return json.dumps(told)


def life(home: Home, inbox: Path) -> list[RunRecord]:
    """Run a life in which articles come, are corrected, refused, superseded, withdrawn and come back."""
    keep: dict[str, Any] = {"keep_snapshots": 20}
    records = []
    write(inbox, {f"well-{n}.txt": article(n) for n in range(1, 5)} | {"talks.txt": meeting(4)})
    write(inbox, {"item-v1.json": item(1, "Well 7 was closed on Thursday.")})
    records.append(ingest(home, inbox, **keep))
    write(inbox, {"well-1.txt": article(1, more=" A pump was added."), "well-2-again.txt": article(2)})
    write(inbox, {"talks.txt": meeting(5)})
    records.append(ingest(home, inbox, **keep))
    write(inbox, {"well-3.txt": b"\x00\x01\x02\x03", "item-v2.json": item(2, "Well 7 was opened again.")})
    records.append(ingest(home, inbox, **keep))
    (inbox / "well-4.txt").unlink()
    records.append(ingest(home, inbox, **keep, withdraw_removed=True))
    write(inbox, {"well-1.txt": article(1), "well-4.txt": article(4)})
    write(inbox, {"item-v3.json": item(3, "No more of well 7.", "canceled")})
    records.append(ingest(home, inbox, **keep))
    return records


def columns_of(table: Table) -> str:
    """Return a table's columns without those that name runs."""
    return ", ".join(f't."{column.name}"' for column in table.columns if not column.is_run)


def held(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of the current articles of a snapshot, by table."""
    current = "t.article_id IN (SELECT article_id FROM articles WHERE is_current)"
    with reader(path) as connection:
        return {
            t.name: run(
                connection, f"SELECT {columns_of(t)} FROM {t.qualified} t WHERE {current} ORDER BY ALL"
            )
            for t in ARTICLE_TABLES
        }


def known(home: Home, moment: dt.datetime) -> dict[str, list[tuple[Any, ...]]]:
    """Return what the published warehouse says was held at a moment, by table."""
    return {
        t.name: query(home, f"SELECT {columns_of(t)} FROM {t.name}_as_of(?) t ORDER BY ALL", [moment])
        for t in ARTICLE_TABLES
    }


def test_the_past_is_what_was_published_then(home: Home, inbox: Path) -> None:
    """At the end of each run, and until the next one ends, as-of gives that run's current articles."""
    records = life(home, inbox)
    ends = [record.finished_at for record in records if record.finished_at is not None]
    assert len(ends) == len(records) == 5
    seen = []
    for record, end in zip(records, ends, strict=True):
        snapshot = held(home.snapshot(record.run_id))
        assert known(home, end) == snapshot, record.run_id
        later = [other for other in ends if other > end]
        if later:
            assert known(home, min(later) - INSTANT) == snapshot, record.run_id
        seen.append(len(snapshot["articles"]))
    assert seen == [6, 6, 5, 4, 4]
    assert all(rows == [] for rows in known(home, ends[0] - INSTANT).values())


def test_a_superseded_item_was_held_until_the_next_version(home: Home, inbox: Path) -> None:
    """As-of tells the version of an item that counted then, whatever came later; a withdrawal ends it."""
    ends = [record.finished_at for record in life(home, inbox)]
    closed = (
        "SELECT DISTINCT regexp_extract(text, 'Well 7 was [a-z]+') FROM paragraphs_as_of(?) WHERE text ~ ?"
    )
    told = [query(home, closed, [end, ".*Well 7 was.*"]) for end in ends]
    one, two = [("Well 7 was closed",)], [("Well 7 was opened",)]
    assert told == [one, one, two, two, []]


def test_a_meeting_was_what_its_article_said_then(home: Home, inbox: Path) -> None:
    """As-of tells the round of a meeting that was on record then, whatever a correction made of it."""
    ends = [record.finished_at for record in life(home, inbox)]
    told = [query(home, "SELECT round_number FROM meeting_reports_as_of(?)", [end]) for end in ends]
    assert told == [[(4,)], [(5,)], [(5,)], [(5,)], [(5,)]]


def test_a_moment_may_be_text(home: Home, inbox: Path) -> None:
    """People write the moment as text; it is UTC."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    for moment, count in (("2020-01-01", 0), ("2999-01-01 12:00", 1)):
        assert query(home, f"SELECT count(*) FROM articles_as_of('{moment}')") == [(count,)]


def test_macros_work_in_an_attached_snapshot_in_use(home: Home, inbox: Path, tmp_path: Path) -> None:
    """A snapshot that is attached answers too, once it is the database in use."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    current = home.current()
    assert current is not None
    with workbench(tmp_path / "spill") as connection:
        attach(connection, current, read_only=True)
        assert run(connection, "SELECT count(*) FROM paragraphs_as_of('2999-01-01')") != [(0,)]


def test_every_article_table_has_its_macro(home: Home, inbox: Path) -> None:
    """Each declared table of articles can be asked as of a moment, with the columns of the table."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    for table in ARTICLE_TABLES:
        found = query(home, f"DESCRIBE SELECT * FROM {table.name}_as_of('2999-01-01')")
        assert tuple(row[0] for row in found) == table.column_names
    assert ARTICLES in ARTICLE_TABLES


def test_views_of_an_older_release_are_made_anew(home: Home, inbox: Path) -> None:
    """Where the statements changed since the snapshot was made, the next one has them anew."""
    write(inbox, {"well-1.txt": article(1)})
    ingest(home, inbox)
    current = home.current()
    assert current is not None
    with duckdb.connect(str(current)) as connection:
        run(connection, "CREATE OR REPLACE MACRO articles_as_of(ts) AS TABLE SELECT 'of old' AS answer")
        run(connection, f"UPDATE {WAREHOUSE.qualified} SET views_sha256 = 'of old'")
    assert query(home, "FROM articles_as_of('2999-01-01')") == [("of old",)]
    write(inbox, {"well-2.txt": article(2)})
    ingest(home, inbox)
    assert query(home, "SELECT count(*) FROM articles_as_of('2999-01-01')") == [(2,)]
