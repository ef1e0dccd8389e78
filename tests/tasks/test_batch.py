"""A batch on its way: rows are made, checked and staged; one bad document does not stop the others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from schemas.article import ARTICLE_TABLES
from schemas.fact_records import Facts, Mention, Person
from schemas.records import (
    Article,
    Byline,
    Credit,
    Dateline,
    DatelinePlace,
    Document,
    Paragraph,
    PublisherMetadata,
    Rejection,
    Span,
)
from schemas.rules import broken_rules
from tasks.archive import stage_raw
from tasks.check import check
from tasks.process import ROWS
from tasks.rows import add_article, add_facts, article_id, canonical, word_count
from tasks.rules import TODAY
from tasks.stage import STAGED, stage, stage_nothing, table_of
from tests.helpers import article, ingest, meeting, query, replay, states, write

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.reference.lexicon import Lexicon
    from tasks.rows import Rows
    from warehouse.home import Home


def words(paragraph_no: int, start_char: int, end_char: int) -> Span:
    """Return a span."""
    return Span(paragraph_no=paragraph_no, start_char=start_char, end_char=end_char)


OSLO = DatelinePlace(place_text="OSLO", place_id=None, country_code=None, span=words(1, 0, 4))
HANOI = DatelinePlace(place_text="HANOI", place_id=None, country_code=None, span=words(1, 5, 10))
ARTICLE = Article(
    kind="article",
    language="en",
    headline=None,
    lede=None,
    header_date=dt.date(2024, 3, 7),
    dateline_date=None,
    published_date=dt.date(2024, 3, 7),
    published_precision="day",
    published_partial=None,
    published_method="header",
    date_conflict=None,
    paragraphs=(
        Paragraph(kind="body", text="OSLO/HANOI (XYZ): Two wells dried up, 井 said."),
        Paragraph(kind="byline", text="By Ana Lo and Bo Ek"),
        Paragraph(kind="chrome", text="Share this page"),
    ),
    datelines=(
        Dateline(
            place_text="OSLO/HANOI", date_text=None, date=None, places=(OSLO, HANOI), span=words(1, 0, 17)
        ),
    ),
    credits=(Credit(name="XYZ", agency_id=None, stands="dateline", span=words(1, 12, 15)),),
    bylines=(Byline(name="Ana Lo", span=words(2, 3, 9)), Byline(name="Bo Ek", span=words(2, 14, 19))),
)


def rows_of(*articles: tuple[int, Article]) -> dict[str, pa.Table]:
    """Return articles as the tables of a batch."""
    rows: Rows = {table.qualified: [] for table in ARTICLE_TABLES}
    for ident, each in articles:
        add_article(rows, ident, each, rules_version="1", run_id="r")
    return {name: table_of(found, STAGED[name]) for name, found in rows.items()}


def test_an_article_becomes_rows_of_the_declared_columns() -> None:
    """Every part of an article is a row, numbered from 1 in text order, and the rows keep their contracts."""
    found = rows_of((7, ARTICLE))
    counts = {name: table.num_rows for name, table in found.items() if table.num_rows}
    assert counts == {
        "articles": 1,
        "paragraphs": 3,
        "datelines": 1,
        "dateline_places": 2,
        "credits": 1,
        "bylines": 2,
    }
    assert {
        name: broken_rules(name, table) for name, table in found.items() if broken_rules(name, table)
    } == {}
    (row,) = found["articles"].to_pylist()
    assert (row["article_id"], row["word_count"], row["paragraph_count"]) == (7, 8, 3)
    assert [(r["byline_no"], r["name"]) for r in found["bylines"].to_pylist()] == [
        (1, "Ana Lo"),
        (2, "Bo Ek"),
    ]
    assert [r["place_no"] for r in found["dateline_places"].to_pylist()] == [1, 2]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n ", 0),
        ("one two,three", 2),
        ("naïve café", 2),
        ("会談は東京で", 6),
        ("BTS 会談 held", 4),
        ("مرحبا بكم", 2),
        ("제2차 회의", 2),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    """Words stand between white space; each Han or Kana character is one."""
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("a \t\nb", "a\nb"),
        ("\n\n a\n", "a"),
        ("a\u00a0\nb\u3000", "a\nb"),
        ("a\n\n\nb", "a\n\n\nb"),
        (" indented\n  deeper", "indented\n  deeper"),
    ],
)
def test_what_a_mail_gateway_changes_is_levelled(text: str, level: str) -> None:
    """White space at line ends and around the text does not make another article."""
    assert canonical(text) == level
    assert canonical(level) == level


def test_identity_is_text_and_what_the_publisher_says() -> None:
    """The same text with other metadata is another article; without any it is the same."""
    plain = article_id(Document(text="a"))
    assert plain == article_id(Document(text="a", metadata=PublisherMetadata()))
    said = [
        Document(text="a", metadata=PublisherMetadata(headline="h")),
        Document(text="a", metadata=PublisherMetadata(byline="h")),
        Document(text="b"),
    ]
    assert len({plain, *map(article_id, said)}) == 4


def test_broken_article_is_taken_out_whole() -> None:
    """An article with one broken row leaves with all its rows, and every rule it breaks is told once."""
    empty = Byline(name="Ana Lo", span=words(0, 9, 9))
    broken = replace(ARTICLE, kind="poem", bylines=(empty, *ARTICLE.bylines))  # type: ignore[arg-type]
    kept, rejected = check(rows_of((7, ARTICLE), (8, broken), (9, ARTICLE)), {})
    assert {ident for table in kept.values() for ident in table.column("article_id").to_pylist()} == {7, 9}
    assert kept["paragraphs"].num_rows == 6
    assert set(rejected) == {8}
    assert {r.code for r in rejected[8]} == {"rule_broken"}
    assert {r.field for r in rejected[8]} == {"articles.kind", "bylines.paragraph_no", "bylines.start_char"}
    assert len(rejected[8]) == 3
    assert check(kept, {}) == (kept, {})


def test_article_with_words_it_does_not_show_is_taken_out() -> None:
    """A value that is not the text of its span, or a span beyond its paragraph, refuses its article alone."""
    other = Byline(name="Bo Li", span=ARTICLE.bylines[0].span)
    beyond = Byline(name="x", span=words(1, 0, 10_000))
    wrong = [replace(ARTICLE, bylines=(byline,)) for byline in (other, beyond)]
    kept, rejected = check(rows_of((7, ARTICLE), (8, wrong[0]), (9, wrong[1])), {})
    assert set(rejected) == {8, 9}
    assert {r.field for found in rejected.values() for r in found} == {"bylines"}
    assert set(kept["articles"].column("article_id").to_pylist()) == {7}


def test_article_in_a_place_nobody_knows_is_taken_out() -> None:
    """A reference that leads nowhere refuses its article alone."""
    nowhere = replace(ARTICLE.datelines[0], places=(replace(OSLO, place_id=7),))
    there = replace(ARTICLE.datelines[0], places=(replace(OSLO, place_id=8),))
    made = rows_of((7, replace(ARTICLE, datelines=(nowhere,))), (8, replace(ARTICLE, datelines=(there,))))
    kept, rejected = check(made, {"places.place_id": {8}})
    assert kept["articles"].column("article_id").to_pylist() == [8]
    assert {r.field for r in rejected[7]} == {
        "articles.place_id",
        "datelines.place_id",
        "dateline_places.place_id",
    }


def test_article_with_broken_facts_stays_without_them() -> None:
    """A fact that breaks a rule costs its article all its facts, nothing else, and the fault is on record."""
    rows: Rows = {name: [] for name in ROWS}
    for ident in (7, 8, 9):
        add_article(rows, ident, ARTICLE, rules_version="1", run_id="r")
    ana = Person(person_id=1, name="Ana Lo", name_key="ana lo")
    nobody = Person(person_id=2, name=None, name_key="")  # type: ignore[arg-type]
    by = Mention(kind="person", surface="Ana Lo", span=words(2, 3, 9), person_id=1, method="name")
    for ident, wrong in ((7, by), (8, by._replace(surface="Bo Ek")), (9, by._replace(person_id=2))):
        add_facts(rows, ident, Facts(people=(ana, nobody), mentions=(by, wrong)), run_id="r")
    kept, rejected = check({name: table_of(found, STAGED[name]) for name, found in rows.items()}, {})
    assert rejected == {}
    assert kept["articles"].num_rows == 3
    assert kept["mentions"].column("article_id").to_pylist() == [7, 7]
    assert set(kept["people"].column("person_id").to_pylist()) == {1}
    assert kept["fact_faults"].to_pylist() == [
        {
            "article_id": 8,
            "fault_no": 1,
            "code": "rule_broken",
            "detail": "mentions: characters 3 to 9 of paragraph 2 are not its words",
        },
        {
            "article_id": 9,
            "fault_no": 1,
            "code": "rule_broken",
            "detail": "mentions.person_id is 2, which people.person_id does not hold",
        },
    ]


def test_organisation_below_a_broken_one_is_no_name() -> None:
    """An organisation whose parent is not there falls with it, and so on down."""
    rows: Rows = {name: [] for name in ROWS}
    rows["organisations"] = [(1, "Top", "XX", None, "r", "r"), (2, "Mid", None, 1, "r", "r")]
    rows["organisations"] += [(3, "Low", None, 2, "r", "r"), (4, "Other", "DE", None, "r", "r")]
    tables = {name: table_of(found, STAGED[name]) for name, found in rows.items()}
    kept, _ = check(tables, {"countries.country_code": {"DE"}})
    assert kept["organisations"].column("name").to_pylist() == ["Other"]


def test_staged_files_appear_whole(tmp_path: Path) -> None:
    """A batch is one file a table with its number in every row, and nothing half written stays."""
    stage_nothing(tmp_path)
    assert {path.parent.name for path in tmp_path.glob("*/000000.parquet")} == set(STAGED)
    stage(tmp_path, 3, rows_of((7, ARTICLE)))
    stage_raw(tmp_path, 3, [(1, "inbox", b"a", "a", 1, 1, "s", None, None, True, b"x")])
    staged = pq.read_table(tmp_path / "bylines" / "000003.parquet")
    assert staged.column("batch_no").to_pylist() == [3, 3]
    assert [path for path in tmp_path.rglob("*") if path.suffix == ".tmp"] == []
    assert pq.read_table(tmp_path / "raw" / "000003.parquet").num_rows == 1


def test_staging_no_raw_bytes_makes_no_file(tmp_path: Path) -> None:
    """A batch that read nothing leaves no empty file in the archive."""
    stage_raw(tmp_path, 1, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.warehouse
def test_a_fault_of_the_extractor_costs_facts_alone(warm: Home, inbox: Path) -> None:
    """An article the extractor fails on is loaded without facts, with the fault; a mended one fills them."""

    def extract(article: Article, lexicon: Lexicon) -> Facts:
        if any("5th round" in paragraph.text for paragraph in article.paragraphs):
            raise RecursionError("too deep")  # noqa: EM101, TRY003
        return TODAY.extract(article, lexicon)

    write(inbox, {f"{number}.txt": meeting(number) for number in (4, 5)})
    ingest(warm, inbox, rules=replace(TODAY, extract=extract))
    assert set(states(warm).values()) == {"loaded"}
    faults = "SELECT path, fault_no, code, detail FROM fact_faults JOIN ops.documents USING (article_id) "
    assert query(warm, faults + "JOIN ops.files USING (file_id)") == [
        ("5.txt", 1, "extractor_error", "RecursionError: too deep")
    ]
    meetings = "SELECT round_number FROM meeting_reports ORDER BY ALL"
    assert query(warm, meetings) == [(4,)]
    replay(warm)
    assert query(warm, meetings) == [(4,), (5,)]
    assert query(warm, faults + "JOIN ops.files USING (file_id)") == []


@pytest.mark.warehouse
def test_a_fault_of_the_parser_is_kept_apart(warm: Home, inbox: Path) -> None:
    """Texts the parser fails on or makes broken rows of are refused with the reason; the rest is loaded."""

    def parse(document: Document, lexicon: Lexicon) -> Article | Rejection:
        found = TODAY.parse(document, lexicon)
        if "number 2 " in document.text:
            raise RecursionError("too deep")  # noqa: EM101, TRY003
        if "number 3 " in document.text:
            assert isinstance(found, Article)
            return replace(found, language="xx", published_method="guess")  # type: ignore[arg-type]
        return found

    write(inbox, {f"{number}.txt": article(number) for number in range(1, 5)} | {"3-again.txt": article(3)})
    record = ingest(warm, inbox, rules=replace(TODAY, parse=parse))
    assert states(warm) == {
        "1.txt": "loaded",
        "2.txt": "quarantined",
        "3.txt": "quarantined",
        "3-again.txt": "quarantined",
        "4.txt": "loaded",
    }
    assert record.counts["articles_total"] == 2
    reasons = query(
        warm,
        "SELECT path, code, detail, field, raw_head[:10] FROM ops.quarantine "
        "JOIN ops.documents USING (document_id) JOIN ops.files USING (file_id) ORDER BY path",
    )
    assert reasons[0] == ("2.txt", "parser_error", "RecursionError: too deep", None, " date 2024")
    assert [row[1:2] + row[3:] for row in reasons[1:]] == [
        ("rule_broken", "articles.published_method", " date 2024")
    ] * 2
    assert "published_method breaks isin" in reasons[1][2]
