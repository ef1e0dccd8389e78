"""Laws of the warehouse: however the same files come, the same rows stand in every table at the end.

A history is what stood in the inbox, run by run. Files of one state may come in any order, in any number of
runs and batches; corrections come after what they correct, and what is removed or withdrawn goes last.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schemas.article import ARTICLE_TABLES
from tests.conftest import copied
from tests.helpers import UNACCOUNTED, article, disagreeing, ingest, meeting, query, tables, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

CREDITED = (
    " date 2023-11-02 HANOI, Nov. 2 (VNA) -- A ferry crossed the river Lam on Thursday again.\n\n"
    "By Ana Lo\n\nIt carried tiles, the mayor of the next town said.\n"
)


def item(version: int, status: str = "usable") -> bytes:
    """Return one version of an invented item in ninjs; of all its versions the highest holds."""
    body = f"Well number {version + 40} was cleaned on Thursday.\n\nThe council thanked the cleaners."
    told = {
        "uri": "urn:wells:7",
        "version": str(version),
        "type": "text",
        "pubstatus": status,
        "body_text": body,
    }
    return json.dumps(told).encode()


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
    "item, first version": item(1),
    "item, second version": item(2),
    "item, taken back": item(3, "canceled"),
    "empty": b"",
    "header only": b" date 2024-03-07 \n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(200),
}
NAMES = ("a.txt", "b/a.txt", "b.txt", "c.jsonl", "d.txt.gz", "z.txt")
STAMPS = (1_700_000_000_123_456_789, 1_710_000_000_987_654_321)
"""Times of a file as it first came, and of its correction."""
GOING = 2
"""The state after the corrections: files go."""
KEPT, WITHDRAWN = "kept", "withdrawn"
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
    """What happens before one run, and the size of the run's batches.

    Files come, as names and names of contents, or go: kept in the warehouse, or withdrawn from it.
    """

    files: Files
    version: int
    batch_files: int

    @property
    def goes(self) -> bool:
        """Whether the files go."""
        return self.version == GOING

    @property
    def withdraws(self) -> bool:
        """Whether what goes is taken out of the warehouse."""
        return self.goes and set(self.files.values()) == {WITHDRAWN}


@st.composite
def splits(draw: st.DrawFn) -> tuple[list[Step], list[Step]]:
    """Draw two histories of the same files, corrections and removals, each in its own order and runs."""
    contents = st.sampled_from(sorted(CONTENTS))
    files = draw(st.dictionaries(st.sampled_from(NAMES), contents, min_size=3))
    corrections = draw(st.dictionaries(st.sampled_from(sorted(files)), contents, max_size=2))
    ends = st.sampled_from((KEPT, WITHDRAWN))
    removals = draw(st.dictionaries(st.sampled_from(sorted(files)), ends, min_size=1, max_size=3))
    states = (files, corrections, removals)
    return _split(draw, states, most=1), _split(draw, states, most=3)


def _split(draw: st.DrawFn, states: tuple[Files, ...], *, most: int) -> list[Step]:
    steps = []
    for version, wanted in enumerate(states):
        order = draw(st.permutations(sorted(wanted)))
        runs = draw(st.lists(st.integers(0, most - 1), min_size=len(order), max_size=len(order)))
        for number in sorted(set(runs)):
            names = [name for name, chosen in zip(order, runs, strict=True) if chosen == number]
            batch_files = draw(st.sampled_from((1, 2, 1000)))
            chosen = {name: wanted[name] for name in names}
            # One run keeps or withdraws all that is gone.
            for end in sorted(set(chosen.values())) if version == GOING else (None,):
                these = {name: what for name, what in chosen.items() if end in {None, what}}
                steps.append(Step(these, version, batch_files))
    return steps


def live(home: Home, inbox: Path, steps: list[Step]) -> Home:
    """Let files come and go step by step, with a run after each; return the home.

    On the way a Parquet file changes its bytes only where its rows change.
    """
    shutil.rmtree(inbox, ignore_errors=True)
    before = exported(home)
    for step in steps:
        if step.goes:
            for name in step.files:
                (inbox / name).unlink()
        else:
            write(inbox, {name: CONTENTS[content] for name, content in step.files.items()})
            for name in step.files:
                os.utime(inbox / name, ns=(0, STAMPS[step.version]))
        ingest(home, inbox, batch_files=step.batch_files, withdraw_removed=step.withdraws)
        after = exported(home)
        assert [name for name, data in after.items() if rewritten_for_nothing(before.get(name), data)] == []
        before = after
    return home


def exported(home: Home) -> dict[str, bytes]:
    """Return the bytes of every Parquet file."""
    return {
        str(path.relative_to(home.parquet)): path.read_bytes() for path in home.parquet.glob("*/*.parquet")
    }


def rewritten_for_nothing(before: bytes | None, after: bytes) -> bool:
    """Whether a Parquet file has other bytes than before, but the same rows."""
    if before is None or before == after:
        return False
    rows = [pq.read_table(io.BytesIO(data)) for data in (before, after)]
    return bool(rows[0].equals(rows[1]))


def unaccounted(home: Home) -> list[tuple[Any, ...]]:
    """Return files without a document and documents in no state, or in one that does not fit."""
    return query(home, UNACCOUNTED)


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


def _comparable(home: Home, histories: tuple[list[Step], list[Step]]) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows; of revisions those that are open, where versions of an item came.

    Whether one version was held until the next came depends on whether they came in one run, and the
    revisions are there to tell it.
    """
    rows = tables(home)
    if any(what.startswith("item") for steps in histories for step in steps for what in step.files.values()):
        held = "SELECT document_id, content_sha256, article_id FROM ops.revisions WHERE to_run IS NULL"
        rows["ops.revisions"] = query(home, f"{held} ORDER BY ALL")
    return rows


@FULL
@given(histories=splits())
def test_any_order_and_split_end_the_same(
    histories: tuple[list[Step], list[Step]],
    empty_warehouse: Home,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Files in any order, number of runs and batches, corrections and removals between: the same rows.

    On the way every file and document is accounted for, every span shows its words, and Parquet and DuckDB
    agree; reading everything once more changes nothing.
    """
    folder = tmp_path_factory.mktemp("law")
    first, second = (
        live(copied(empty_warehouse, folder / name), folder / "inbox", steps)
        for name, steps in zip(("first", "second"), histories, strict=True)
    )
    rows = tables(second)
    assert _comparable(second, histories) == _comparable(first, histories)
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
