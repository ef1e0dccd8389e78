"""Laws of the warehouse: however the same files come, the same rows stand in every table at the end.

A history is what stood in the inbox, run by run. Files of one state may come in any order, in any number of
runs and batches; corrections come after what they correct.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schemas.article import ARTICLE_TABLES
from schemas.tables import TABLES
from tests.conftest import copied
from tests.helpers import article, ingest, meeting, query, tables, write
from warehouse.connection import run
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

CREDITED = (
    " date 2023-11-02 HANOI, Nov. 2 (VNA) -- A ferry crossed the river Lam on Thursday again.\n\n"
    "By Ana Lo\n\nIt carried tiles, the mayor of the next town said.\n"
)
CONTENTS: dict[str, bytes] = {
    "one": article(1).encode(),
    "one, as a gateway sends it": article(1).replace("\n", " \r\n").encode() + b"\r\n\r\n",
    "one, packed": gzip.compress(article(1).encode(), mtime=0),
    "two": article(2, "OSLO").encode(),
    "credited": CREDITED.encode(),
    "undated": b"LUSAKA: Envoys met.\n\nThey will meet again.\n",
    "talks": meeting(4).encode(),
    "more talks": meeting(5, more=" They dine.").encode(),
    "two records": b"".join(json.dumps({"text": article(n)}).encode() + b"\n" for n in (1, 5)),
    "empty": b"",
    "header only": b" date 2024-03-07 \n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
}
NAMES = ("a.txt", "b/a.txt", "b.txt", "c.jsonl", "d.txt.gz", "z.txt")
STAMPS = (1_700_000_000_123_456_789, 1_710_000_000_987_654_321)
"""Times of a file as it first came, and of its correction."""
FULL = settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

Files = dict[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """Files that come before one run, as names and names of contents, and the size of the run's batches."""

    files: Files
    version: int
    batch_files: int


@st.composite
def splits(draw: st.DrawFn) -> tuple[list[Step], list[Step]]:
    """Draw two histories of the same files and corrections, each in its own order and number of runs."""
    contents = st.sampled_from(sorted(CONTENTS))
    files = draw(st.dictionaries(st.sampled_from(NAMES), contents, min_size=3))
    corrections = draw(st.dictionaries(st.sampled_from(sorted(files)), contents, max_size=2))
    return _split(draw, files, corrections, most=1), _split(draw, files, corrections, most=3)


def _split(draw: st.DrawFn, files: Files, corrections: Files, *, most: int) -> list[Step]:
    steps = []
    for version, wanted in enumerate((files, corrections)):
        order = draw(st.permutations(sorted(wanted)))
        runs = draw(st.lists(st.integers(0, most - 1), min_size=len(order), max_size=len(order)))
        for number in sorted(set(runs)):
            names = [name for name, chosen in zip(order, runs, strict=True) if chosen == number]
            batch_files = draw(st.sampled_from((1, 2, 1000)))
            steps.append(Step({name: wanted[name] for name in names}, version, batch_files))
    return steps


def live(home: Home, inbox: Path, steps: list[Step]) -> Home:
    """Let files come step by step, with a run after each; return the home."""
    shutil.rmtree(inbox, ignore_errors=True)
    for step in steps:
        write(inbox, {name: CONTENTS[content] for name, content in step.files.items()})
        for name in step.files:
            os.utime(inbox / name, ns=(0, STAMPS[step.version]))
        ingest(home, inbox, batch_files=step.batch_files)
    return home


def disagreeing(home: Home) -> list[str]:
    """Return the tables whose Parquet files hold other rows than the published warehouse."""
    found = []
    with duckdb.connect() as connection:
        for table in TABLES:
            files = quote_text(f"{home.parquet / table.qualified}/*.parquet")
            exported = run(connection, f"SELECT * FROM read_parquet({files}) ORDER BY ALL")
            if exported != query(home, f"SELECT * FROM {table.qualified} ORDER BY ALL"):
                found.append(table.qualified)
    return found


def unaccounted(home: Home) -> list[tuple[Any, ...]]:
    """Return files without a document and documents in no state, or in one that does not fit."""
    return query(
        home,
        """
        SELECT path FROM ops.files ANTI JOIN ops.documents USING (file_id)
        UNION ALL
        SELECT document_id::VARCHAR FROM ops.documents d
        WHERE coalesce(state NOT IN ('loaded', 'duplicate', 'quarantined', 'removed'), TRUE)
           OR (state IN ('loaded', 'duplicate')) <> (article_id IS NOT NULL)
           OR (state = 'quarantined') <>
              (document_id IN (SELECT document_id FROM ops.quarantine WHERE is_open))
        UNION ALL
        SELECT article_id::VARCHAR FROM articles
        WHERE is_current <> (article_id IN (SELECT article_id FROM ops.documents WHERE state = 'loaded'))
        """,
    )


def wordless(home: Home) -> list[tuple[Any, ...]]:
    """Return facts whose span lies outside its paragraph or, where the value is kept, shows another."""
    found: list[tuple[Any, ...]] = []
    for table in ARTICLE_TABLES:
        if not table.has_span:
            continue
        shown = "substr(p.text, t.start_char + 1, t.end_char - t.start_char)"
        wrong = f"{shown} <> t.{table.surface}" if table.surface else "FALSE"
        found += query(
            home,
            f"SELECT t.* FROM {table.qualified} t LEFT JOIN paragraphs p USING (article_id, paragraph_no) "
            f"WHERE p.text IS NULL OR t.end_char > length(p.text) OR t.start_char >= t.end_char OR {wrong}",
        )
    return found


@FULL
@given(histories=splits())
def test_any_order_and_split_end_the_same(
    histories: tuple[list[Step], list[Step]],
    empty_warehouse: Home,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Files in any order, number of runs and batches, corrections between, lead to the same rows.

    On the way every file and document is accounted for, every span shows its words, and Parquet and DuckDB
    agree; reading everything once more changes nothing.
    """
    folder = tmp_path_factory.mktemp("law")
    first, second = (
        live(copied(empty_warehouse, folder / name), folder / "inbox", steps)
        for name, steps in zip(("first", "second"), histories, strict=True)
    )
    rows = tables(second)
    assert rows == tables(first)
    assert unaccounted(second) == []
    assert wordless(second) == []
    assert disagreeing(second) == []
    again = ingest(second, folder / "inbox", full=True)
    assert again.published is False
    assert tables(second) == rows


def test_number_of_workers_changes_nothing(empty_warehouse: Home, tmp_path: Path) -> None:
    """Two processes over batches of two files make the rows that one makes of all files at once."""
    inbox = write(tmp_path / "inbox", {f"{n}.txt": content for n, content in enumerate(CONTENTS.values())})
    one, two = (copied(empty_warehouse, tmp_path / name) for name in ("one", "two"))
    ingest(one, inbox, workers=1)
    ingest(two, inbox, workers=2, batch_files=2)
    assert tables(one) == tables(two)
    assert query(one, "SELECT count(*) FROM credits") == [(1,)]
