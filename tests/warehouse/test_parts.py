"""A month's newer rows stand in files of their own: few of them, and those before keep their bytes."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.pipeline import run_rebuild
from flows.stages import Stages
from schemas.records import Article
from tasks.rules import TODAY
from tasks.settings import RunSettings
from tests.conftest import copied
from tests.helpers import article, disagreeing, extract_of_old, ingest, meeting, query, replay, write
from tests.warehouse.replica import Replica, feed, hashes
from warehouse import parts
from warehouse.export import needs_export
from warehouse.parts import MUCH_LARGER, SMALL, taken_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemas.records import Document
    from schemas.reference.lexicon import Lexicon
    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

MONTH = "2024-03"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have months come in parts although they hold a few articles."""
    monkeypatch.setattr(parts, "SMALL", 1)


def files_of(home: Home, table: str, month: str = MONTH) -> dict[str, bytes]:
    """Return the files of a table's month, by the run they begin with."""
    found = (home.parquet / table).glob(f"{month}*.parquet")
    return {path.stem.partition("_")[2]: path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def grown(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home that took up twenty articles of a month and then two more; its inbox stands beside it."""
    folder = tmp_path_factory.mktemp("grown")
    home = copied(empty_warehouse, folder / "home")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parts, "SMALL", 1)
        for numbers in (range(20), range(20, 22)):
            ingest(home, write(folder / "inbox", {f"{n}.txt": article(n) for n in numbers}))
    return home


@pytest.fixture
def lived(grown: Home, home: Home) -> Iterator[Home]:
    """Return a copy of that home which may be written to."""
    yield copied(grown, home.root)
    for path in (grown.root.parent / "inbox").glob("new-*"):
        path.unlink()


def bring(home: Home, grown: Home, *numbers: int) -> str:
    """Ingest more articles of the month; return the run."""
    inbox = write(grown.root.parent / "inbox", {f"new-{n}.txt": article(n) for n in numbers})
    return ingest(home, inbox).run_id


def test_new_rows_leave_a_large_part_as_it_is(grown: Home, lived: Home) -> None:
    """What a run brings is written to a file of its own, in every table that has rows of it."""
    before = {table: files_of(lived, table) for table in ("articles", "paragraphs", "datelines")}
    run_id = bring(lived, grown, 30)
    for table, files in before.items():
        after = files_of(lived, table)
        assert len(files) == 2
        assert after.keys() == files.keys() | {run_id}
        assert all(after[name] == data for name, data in files.items())
    assert disagreeing(lived) == []
    assert not needs_export(lived)


def test_parts_that_became_as_many_are_taken_in(grown: Home, lived: Home) -> None:
    """A run that brings more rows than the part before takes it in, and who follows the feed is told."""
    since, first = max(files_of(lived, "articles")), files_of(lived, "articles")[""]
    with Replica() as replica:
        replica.apply(feed(lived))
        bring(lived, grown, 30, 31)
        files = files_of(lived, "articles")
        assert files.keys() == {"", since}
        assert files[""] == first
        bring(lived, grown, *range(40, 48))
        assert files_of(lived, "articles").keys() == {""}
        told = feed(lived, since)
        gone = {each["key"]["partition"] for each in told if each["op"] == "delete"}
        assert f"{MONTH}_{since}" in gone
        replica.apply(told)
        assert replica.hashes() == hashes(lived)
    assert disagreeing(lived) == []


def test_a_correction_leaves_the_rows_before_where_they_stand(grown: Home, lived: Home) -> None:
    """A new text stands in the part of its run, and the one that it corrects stays in its own."""
    (newest,) = (name for name in files_of(lived, "articles") if name)
    before = {table: files_of(lived, table) for table in ("articles", "paragraphs")}
    inbox = write(grown.root.parent / "inbox", {"new-1.txt": article(50)})
    ingest(lived, inbox)
    (inbox / "new-1.txt").write_text(article(50, more=" A pump was added."))
    ingest(lived, inbox)
    for table, files in before.items():
        assert files_of(lived, table)[""] == files[""]
    assert newest in files_of(lived, "articles")
    assert disagreeing(lived) == []


def undated(document: Document, lexicon: Lexicon) -> Article:
    """Parse as invented other rules do: some articles have no day of publication, one has no dateline."""
    found = TODAY.parse(document, lexicon)
    assert isinstance(found, Article)
    if "number 20 " in document.text or "number 21 " in document.text:
        return replace(found, published_date=None, published_precision=None, published_method=None)
    return replace(found, datelines=()) if "number 1 " in document.text else found


def test_articles_that_move_to_another_month_leave_no_part_behind(lived: Home) -> None:
    """A replay that dates articles otherwise empties a part of every table; another month holds them."""
    replay(lived, rules=replace(TODAY, version="other", parse=undated))
    for table in ("articles", "paragraphs", "datelines"):
        assert files_of(lived, table).keys() == {""}
        assert len(files_of(lived, table, "undated")) == 1
    assert disagreeing(lived) == []
    replay(lived)
    assert disagreeing(lived) == []
    assert files_of(lived, "undated").keys() == set()


def test_facts_of_other_rules_stand_beside_their_articles(
    empty_warehouse: Home, home: Home, inbox: Path
) -> None:
    """Rows that a replay adds to older articles go where those stand, people to the month of the run."""
    copied(empty_warehouse, home.root)
    old = replace(TODAY, version="2020.1", extract=extract_of_old)
    for numbers in ((4, 5, 6, 7), (8,), (9,)):
        ingest(home, write(inbox, {f"{n}.txt": meeting(n) for n in numbers}), rules=old)
    replay(home)
    assert disagreeing(home) == []
    assert files_of(home, "statements", "2024-05").keys() == files_of(home, "articles", "2024-05").keys()


def test_a_rebuild_makes_one_part_of_each_month(grown: Home, lived: Home) -> None:
    """Made anew, no table has a month in parts, and the next run goes on from there."""
    run_rebuild(RunSettings(home=lived.root, workers=1), Stages())
    assert query(lived, "SELECT * FROM ops.partitions WHERE contains(partition, '_')") == []
    assert files_of(lived, "articles").keys() == {""}
    assert disagreeing(lived) == []
    assert bring(lived, grown, 30) in files_of(lived, "articles")
    assert disagreeing(lived) == []


@given(brought=st.lists(st.integers(SMALL, 50 * SMALL), max_size=60))
def test_parts_are_few_and_rows_seldom_move(brought: list[int]) -> None:
    """Each part is much larger than the next, and a row is written as often as the rows grow by half."""
    sizes: list[int] = []
    written = 0
    for new in brought:
        number = taken_in(sizes, new)
        sizes[len(sizes) - number :] = [sum(sizes[len(sizes) - number :]) + new]
        written += sizes[-1]
    assert sum(sizes) == sum(brought)
    assert all(larger >= MUCH_LARGER * smaller for larger, smaller in pairwise(sizes))
    assert written <= sum(brought) * (2 + math.log(max(sum(brought), 1) / SMALL + 1, 1.5))


def test_small_parts_are_taken_in_whatever_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A month of few articles is one file, however little a run brings."""
    monkeypatch.setattr(parts, "SMALL", 1_000)
    assert taken_in([900], 1) == 1
    assert taken_in([1_000], 1) == 0
    assert taken_in([5_000, 999], 1) == 1
    assert taken_in([5_000, 1_500], 800) == 1
    assert taken_in([5_000, 1_500], 2_000) == 2
