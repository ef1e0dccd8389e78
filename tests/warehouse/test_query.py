"""Any question may be asked of the published warehouse, and none can change it or read other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schemas.codes import CODES
from schemas.errors import UsageError, WarehouseError
from warehouse.query import answer, overview, quarantined
from warehouse.snapshot import swap_link

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


@pytest.mark.parametrize(
    "query",
    [
        "SELECT count(*) AS n FROM articles",
        "FROM articles SELECT count(*) AS n;",
        "-- how many\nWITH a AS (SELECT * FROM articles) SELECT count(*) AS n FROM a /* all */",
        "SELECT n FROM (VALUES (2)) t(n)",
        "SELECT sum(article_count)::BIGINT AS n FROM daily_volume",
        "SELECT count(*) AS n FROM articles WHERE 'it''s\"; drop' <> ';'",
    ],
)
def test_questions_are_answered(published: Home, query: str) -> None:
    """One statement that returns rows is answered, however it is written."""
    assert answer(published, query).to_pylist() == [{"n": 2}]


@pytest.mark.parametrize(
    "query", ["DESCRIBE articles", "SHOW ALL TABLES", "SUMMARIZE articles", "EXPLAIN SELECT 1"]
)
def test_looking_around_is_possible(published: Home, query: str) -> None:
    """Statements that tell of the warehouse return rows."""
    assert answer(published, query).num_rows > 0


@pytest.mark.parametrize(
    "query",
    [
        "",
        ";",
        "-- nothing",
        "it's\"; drop table articles; --",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE articles",
        "SELEC 1",
        "SELECT * FROM no_such_table",
        "SELECT * FROM query",
        "DROP TABLE articles",
        "DELETE FROM articles",
        "UPDATE articles SET kind = 'other'",
        "INSERT INTO bylines SELECT * FROM bylines",
        "CREATE TABLE t AS SELECT 1",
        "CREATE TEMP TABLE t AS SELECT 1",
        "ALTER TABLE articles ADD COLUMN x INT",
        "COPY articles TO '{out}'",
        "COPY (SELECT 1) TO '{out}' (FORMAT parquet)",
        "EXPORT DATABASE '{out}'",
        "ATTACH '{out}' AS other",
        "ATTACH ':memory:' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET threads = 1",
        "CREATE SECRET (TYPE s3)",
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_blob('{secret}')",
        "SELECT * FROM read_json('{secret}')",
        "SELECT * FROM read_parquet('{secret}')",
        "SELECT * FROM sniff_csv('{secret}')",
        "SELECT * FROM glob('{secret}')",
        "SELECT * FROM '{secret}'",
        "FROM '{secret}'",
        "SELECT * FROM 'https://example.org/a.parquet'",
        "SELECT getenv('HOME')",
        "IMPORT DATABASE '{out}'",
        "PRAGMA import_database('{out}')",
        "PREPARE q AS SELECT 1",
        "BEGIN",
    ],
)
def test_everything_else_is_refused(published: Home, query: str, tmp_path: Path) -> None:
    """What writes, reaches for files or is no SQL is a wrong command, and leaves nothing behind."""
    secret = tmp_path / "secret.csv"
    secret.write_text("word\nxyzzy\n")
    assert published.current() is not None
    before = published.current().read_bytes()  # type: ignore[union-attr]
    with pytest.raises(UsageError) as caught:
        answer(published, query.format(out=tmp_path / "out", secret=secret))
    assert str(caught.value)
    assert "xyzzy" not in str(caught.value)
    assert published.current().read_bytes() == before  # type: ignore[union-attr]
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_no_warehouse_yet_is_told(home: Home) -> None:
    """Before the first run the message says how to make a warehouse; an overview is empty."""
    with pytest.raises(WarehouseError, match="dateline ingest SOURCE --home"):
        answer(home, "SELECT 1")
    with pytest.raises(WarehouseError, match="dateline ingest SOURCE --home"):
        quarantined(home, show=None, closed=False)
    assert overview(home)["articles"] == 0
    assert not home.root.exists()


@pytest.mark.parametrize("damage", [b"", b"not a database", b"\0" * 20_000])
def test_damaged_warehouse_is_told(home: Home, damage: bytes) -> None:
    """A file that is no warehouse is named in the message, whoever asks."""
    home.create()
    home.snapshot("run1").write_bytes(damage)
    swap_link(home, home.snapshot("run1"))
    for ask in (lambda: answer(home, "SELECT * FROM articles"), lambda: overview(home)):
        with pytest.raises((WarehouseError, UsageError), match=r"run1\.duckdb|articles|runs|documents"):
            ask()


def test_overview_counts_by_state(published: Home) -> None:
    """The overview tells what is there and what needs attention."""
    seen = overview(published)
    assert seen["documents"] == {"duplicate": 1, "loaded": 2, "quarantined": 1}
    assert seen["files"] == {"present": 4}
    assert [(entry["code"], entry["documents"]) for entry in seen["quarantine"]] == [("empty", 1)]
    assert seen["articles"] == sum(seen["rules"].values()) == 2


def test_quarantine_is_listed_and_shown(published: Home) -> None:
    """An entry is found by its own id and by its document's, and a hostile id finds nothing."""
    (entry,) = quarantined(published, show=None, closed=False)
    assert (entry["source"], entry["path"], entry["member"]) == ("inbox", "empty.txt", None)
    assert entry["code"] in CODES
    for ident in (entry["quarantine_id"], entry["document_id"]):
        assert quarantined(published, show=str(ident), closed=False) == [entry]
    for ident in ("it's\"; drop", "", "0", "' OR TRUE --"):
        assert quarantined(published, show=ident, closed=True) == []
