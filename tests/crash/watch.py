"""A reader in a process of its own: opens the published file again and again, and looks for half a run.

    python -m tests.crash.watch HOME

It goes on until its standard input ends, and then tells how often it asked, what it saw of half a run, and
every error it met.
"""

from __future__ import annotations

import json
import select
import sys
from pathlib import Path
from typing import Any

import duckdb

from tests.crash.world import PAGES
from tests.helpers import UNACCOUNTED
from warehouse.connection import run

PAUSE_SECONDS = 0.1
LONG_READS = 5
"""Each so many reads one is kept open over the next, and asked again: what it read must not have moved."""
HALF = {
    "ledger and articles disagree": UNACCOUNTED,
    "an article lacks paragraphs": """
        SELECT article_id FROM articles a
        LEFT JOIN (SELECT article_id, count(*) AS found FROM paragraphs GROUP BY ALL) USING (article_id)
        WHERE coalesce(found, 0) <> paragraph_count
        UNION ALL SELECT article_id FROM paragraphs ANTI JOIN articles USING (article_id)
    """,
    "the newest run on record is not the one that published": """
        SELECT last_run FROM ops.warehouse WHERE last_run <> (SELECT max(run_id) FROM ops.runs)
    """,
    "a row is of a run that is not on record as done": """
        SELECT run_id FROM (
            SELECT first_run AS run_id FROM articles UNION SELECT last_run FROM ops.documents
            UNION SELECT last_run FROM ops.files UNION SELECT from_run FROM ops.revisions
            UNION SELECT last_run FROM ops.partitions
        ) ANTI JOIN (SELECT run_id FROM ops.runs WHERE status = 'succeeded') USING (run_id)
    """,
    "the run's count of articles is not theirs": """
        SELECT articles_total FROM ops.runs JOIN ops.warehouse w ON run_id = w.last_run
        WHERE flow IN ('ingest', 'rebuild', 'replay') AND articles_total <> (SELECT count(*) FROM articles)
    """,
    "two issues of the bulletin, or a page too few": f"""
        SELECT * FROM (
            SELECT count(*) AS pages, count(DISTINCT regexp_extract(text, 'Bulletin (\\d+)', 1)) AS issues
            FROM paragraphs SEMI JOIN (FROM articles WHERE is_current) USING (article_id)
            WHERE text LIKE '%Bulletin %'
        ) WHERE (pages, issues) NOT IN ((0, 0), ({PAGES}, 1))
    """,
}
"""Queries that find something only where a reader sees more or less than whole runs."""
_SEEN = """
SELECT last_run, (SELECT count(*) FROM articles), (SELECT count(*) FROM ops.documents) FROM ops.warehouse
"""


Kept = tuple[duckdb.DuckDBPyConnection, list[tuple[Any, ...]]]


def half(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return what one open warehouse shows of half a run."""
    return [f"{what}: {rows[:3]}" for what, sql in HALF.items() if (rows := run(connection, sql))]


def watch(link: Path) -> dict[str, Any]:
    """Read until standard input ends; return what was seen."""
    found: dict[str, Any] = {"queries": 0, "errors": [], "half": [], "snapshots": 0}
    seen: set[str] = set()
    reads = 0
    kept: Kept | None = None
    while not select.select([sys.stdin], [], [], PAUSE_SECONDS)[0]:
        try:
            if kept is not None and reads % LONG_READS == 0:
                _let_go(kept, found)
                kept = None
            kept = _read(link, found, seen, kept)
        except (duckdb.Error, OSError) as error:
            found["errors"].append(f"{type(error).__name__}: {error}")
        reads += 1
    found["snapshots"] = len(seen)
    return found


def _read(link: Path, found: dict[str, Any], seen: set[str], kept: Kept | None) -> Kept:
    with duckdb.connect(str(link), read_only=True) as connection:
        seen.add(run(connection, _SEEN)[0][0])
        found["half"] += half(connection)
        found["queries"] += 1 + len(HALF)
    if kept is None:
        # By the name of the file itself: inside one process DuckDB shares what is opened under the same name.
        connection = duckdb.connect(str(link.resolve()), read_only=True)
        kept = (connection, run(connection, _SEEN))
    return kept


def _let_go(kept: Kept, found: dict[str, Any]) -> None:
    """Ask a connection once more that was open for some reads, and close it."""
    connection, told = kept
    if run(connection, _SEEN) != told:
        found["half"].append("what an open connection reads has moved")
    found["queries"] += 1
    connection.close()


def main() -> None:
    """Watch, and print what was seen."""
    print(json.dumps(watch(Path(sys.argv[1]) / "warehouse.duckdb")), flush=True)


if __name__ == "__main__":
    main()
