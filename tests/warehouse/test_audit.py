"""Each audit finds the damage it is there for, in the middle of a real run, and nothing else stops one."""

from __future__ import annotations

import pickle
from functools import partial
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from schemas.article import ARTICLE_TABLES
from schemas.errors import AuditError
from schemas.tables import BY_NAME
from tasks.attention import needs_attention
from tests.conftest import copied
from tests.helpers import article, ingest, meeting, query, write
from tests.warehouse.conftest import CREDITED
from warehouse import audit as audit_module
from warehouse.audit import SHOWN_ROWS, AuditResult, audits, require_passed
from warehouse.audit_queries import Audit
from warehouse.connection import run
from warehouse.journal import read_records
from warehouse.query import overview

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.table import Column, Table
    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

AUDITS = {each.name: each for each in audits()}
NEW = "(SELECT min(article_id) FROM new_articles)"
LITERALS = {
    "id": "1",
    "bigint": "1",
    "integer": "1",
    "double": "1",
    "boolean": "TRUE",
    "text": "'ZZ'",
    "texts": "[]",
    "date": "DATE '2024-03-07'",
    "timestamp": "TIMESTAMP '2024-03-07'",
}
FACT_DAMAGE = {
    "meetings: every part belongs to a report": ["UPDATE meeting_topics SET meeting_no = 9"],
    "fact_faults: who has one has no facts": [
        "INSERT INTO fact_faults SELECT DISTINCT article_id, 1, 'rule_broken', 'x' FROM meeting_reports"
    ],
    "meeting_participants: session is one of the meeting's": ["DELETE FROM meeting_sessions"],
    "meeting_participants: side is one of the meeting's": [
        "DELETE FROM meeting_sides WHERE country_code = 'PE'"
    ],
    "meeting_reports: dates fit": ["UPDATE meeting_reports SET end_date = DATE '1999-01-01'"],
    "mentions: each names one thing": ["UPDATE mentions SET country_code = 'GH'"],
}
_MORE_ARTICLES = (
    "INSERT INTO articles SELECT a.* REPLACE (n AS article_id, FALSE AS is_current) "
    "FROM (FROM articles LIMIT 1) a, range(300) r(n)"
)
LEDGER_DAMAGE = {
    "conservation: every file has a document": ["DELETE FROM ops.documents"],
    "conservation: every staged document is accounted for": [
        "DELETE FROM ops.documents WHERE state = 'quarantined'"
    ],
    "documents: state fits article": ["UPDATE ops.documents SET state = 'loaded' WHERE article_id IS NULL"],
    "documents: one is loaded of each article": [
        "UPDATE ops.documents SET state = 'loaded' WHERE state = 'duplicate'"
    ],
    "articles: is_current agrees with the documents": ["UPDATE articles SET is_current = NOT is_current"],
    "revisions: one is open of each document": ["UPDATE ops.revisions SET to_run = 'r'"],
    "revisions: the open one tells what is held": [
        "UPDATE ops.revisions SET article_id = NULL WHERE to_run IS NULL"
    ],
    "quarantine: every refused document says why": ["UPDATE ops.quarantine SET is_open = FALSE"],
    "articles: dates are sane": ["UPDATE articles SET published_date = DATE '1799-12-31'"],
    "articles: paragraphs are whole": ["DELETE FROM paragraphs WHERE paragraph_no = 1"],
    "ids: one stands for one thing": ["INSERT INTO collided_ids VALUES ('ops.files', 1, 'a.txt', 'b.txt')"],
    "quarantine: few are refused": [
        "INSERT INTO staged_documents SELECT s.* FROM staged_documents s, range(10)",
        "UPDATE ops.documents SET state = 'quarantined'",
    ],
    "articles: few are taken back": [
        _MORE_ARTICLES,
        (
            "INSERT INTO merge_revisions SELECT m.* REPLACE (n AS article_id, getvariable('run_id') AS "
            "to_run) FROM (FROM merge_revisions LIMIT 1) m, range(300) r(n)"
        ),
    ],
    "row counts: new articles have about as many rows as those before": [
        _MORE_ARTICLES,
        (
            "INSERT INTO paragraphs SELECT p.* REPLACE (n AS article_id) "
            "FROM (FROM paragraphs LIMIT 1) p, range(2000) r(n)"
        ),
        "UPDATE row_counts SET inserted = 150 WHERE table_name = 'articles'",
    ],
}
SPAN_DAMAGE = {
    "before its paragraph": "UPDATE credits SET start_char = start_char - 1",
    "behind its words": "UPDATE credits SET end_char = end_char + 1",
    "empty": "UPDATE datelines SET start_char = end_char",
    "beyond the paragraph": "UPDATE datelines SET end_char = 100000",
    "in another paragraph": "UPDATE dateline_places SET paragraph_no = paragraph_no + 1",
    "in no paragraph": "UPDATE bylines SET paragraph_no = 99",
    "with other words": "UPDATE credits SET name = lower(name)",
}


def damage(each: Audit) -> list[str]:
    """Return statements that break what an audit looks for."""
    known = LEDGER_DAMAGE | FACT_DAMAGE
    if each.name in known:
        return known[each.name]
    if each.name.endswith(": key is unique"):
        return _double(BY_NAME[each.name.removesuffix(": key is unique")])
    if each.name.endswith(": reference is whole"):
        qualified, name = each.name.removesuffix(": reference is whole").rsplit(".", 1)
        table = BY_NAME[qualified]
        return _dangling(table, next(c for c in table.columns if c.name == name))
    assert each.name.startswith("spans"), f"no damage is known for the audit {each.name!r}"
    return list(SPAN_DAMAGE.values())[:1]


def _double(table: Table) -> list[str]:
    if table in ARTICLE_TABLES:
        row = ", ".join(NEW if c.name == "article_id" else LITERALS[c.type.name] for c in table.columns)
        return [f"INSERT INTO {table.qualified} VALUES ({row}), ({row})"]
    touched = f"{table.keys[0]} IN (SELECT {table.keys[0]} FROM merge_{table.name})"
    return [f"INSERT INTO {table.qualified} SELECT * FROM {table.qualified} WHERE {touched}"]


def _dangling(table: Table, column: Column) -> list[str]:
    target, name = (column.references or "").rsplit(".", 1)
    # The ids of a row made up for an article are 1 and 'ZZ', which nothing has.
    made = _double(table)[:1] if table in ARTICLE_TABLES else []
    if column.name == table.keys[0]:
        return [*made, f"DELETE FROM {target} WHERE {name} IN (SELECT {column.name} FROM {table.qualified})"]
    if made:
        return made
    return [f"UPDATE {table.qualified} SET {column.name} = {LITERALS[column.type.name]}"]


CASES = {f"{each.name}": damage(each) for each in AUDITS.values()} | {
    f"span {name}": [statement] for name, statement in SPAN_DAMAGE.items()
}


def looked_for(case: str) -> list[Audit]:
    """Return the audits that a case of damage is there for."""
    return [AUDITS[case]] if case in AUDITS else [AUDITS[name] for name in AUDITS if name.startswith("spans")]


@pytest.fixture(scope="module")
def found(
    empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, AuditResult]]:
    """Return what the audits found after each damage, done and undone before a run's own audit."""
    results: dict[str, dict[str, AuditResult]] = {}
    real = audit_module.audit

    def audit(connection: duckdb.DuckDBPyConnection, run_id: str) -> tuple[AuditResult, ...]:
        sound = real(connection, run_id)
        results["nothing"] = {result.audit.name: result for result in sound}
        run(connection, "COMMIT")
        for name, statements in CASES.items():
            run(connection, "BEGIN TRANSACTION")
            for statement in statements:
                run(connection, statement)
            with pytest.MonkeyPatch.context() as only:
                only.setattr(audit_module, "audits", partial(looked_for, name))
                results[name] = {result.audit.name: result for result in real(connection, run_id)}
                only.setattr(audit_module, "SLICE_PARAGRAPHS", 2)
                results[f"{name}, sliced"] = {
                    result.audit.name: result for result in real(connection, run_id)
                }
            run(connection, "ROLLBACK")
        run(connection, "BEGIN TRANSACTION")
        return sound

    folder = tmp_path_factory.mktemp("audits")
    home = copied(empty_warehouse, folder / "home")
    files = {"a.txt": article(1), "again.txt": article(1), "b.txt": CREDITED, "c.txt": article(3)}
    ingest(home, write(folder / "inbox", files))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit_module, "audit", audit)
        changes: dict[str, str | bytes] = {
            "a.txt": article(2),
            "a2.txt": meeting(4),
            "b2.txt": CREDITED.replace("tiles", "salt"),
            "b3.txt": CREDITED.replace("tiles", "salt"),
            "met.txt": meeting(1),
            "c.txt": b"",
            "empty.txt": b"",
        }
        ingest(home, write(folder / "inbox", changes))
    counts = query(home, "SELECT name, failed_rows FROM ops.audits")
    assert {name for name, _ in counts} == set(AUDITS)
    return results


def test_sound_rows_pass_every_audit(found: dict[str, dict[str, AuditResult]]) -> None:
    """A run with new, changed, duplicate and refused files passes all audits."""
    assert {name: result.rows for name, result in found["nothing"].items() if not result.passed} == {}
    assert set(found["nothing"]) == set(AUDITS)


@pytest.mark.parametrize("name", AUDITS)
def test_audit_finds_its_damage(found: dict[str, dict[str, AuditResult]], name: str) -> None:
    """The audit fails on rows with the matching damage, and shows some of them."""
    result = found[name][name]
    assert not result.passed
    assert 0 < len(result.rows) <= min(result.failed_rows, 10)
    if result.audit.severity == "error":
        with pytest.raises(AuditError) as caught:
            require_passed([result])
        assert caught.value.offenders == {name: list(result.rows)}
        assert pickle.loads(pickle.dumps(caught.value)).offenders == caught.value.offenders  # noqa: S301
    else:
        require_passed([result])


@pytest.mark.parametrize("name", SPAN_DAMAGE)
def test_wrong_span_is_found(found: dict[str, dict[str, AuditResult]], name: str) -> None:
    """A span that does not show its words is found, whatever is wrong with it."""
    assert {result.audit.name for result in found[f"span {name}"].values() if not result.passed} >= {
        audit for audit in AUDITS if audit.startswith("spans")
    }


@pytest.mark.parametrize("name", SPAN_DAMAGE)
def test_slices_find_what_the_whole_does(found: dict[str, dict[str, AuditResult]], name: str) -> None:
    """Articles looked at a few at a time show the same rows as all at once."""
    for audit, result in found[f"span {name}"].items():
        sliced = found[f"span {name}, sliced"][audit]
        assert sliced.failed_rows == result.failed_rows
        assert (
            sorted(map(str, sliced.rows)) == sorted(map(str, result.rows)) or len(result.rows) == SHOWN_ROWS
        )


def test_message_names_every_failed_audit() -> None:
    """The error tells each audit with its rows and meaning; ten rows of each are shown at most."""
    rows: tuple[dict[str, Any], ...] = ({"article_id": 2**63 - 1},)
    results = [
        AuditResult(audit=Audit(name="one", doc="One is wrong.", sql=""), failed_rows=12, rows=rows),
        AuditResult(audit=Audit(name="two", doc="Two is wrong.", sql=""), failed_rows=1, rows=rows),
        AuditResult(audit=Audit(name="odd", doc="Odd.", sql="", severity="warning"), failed_rows=5),
        AuditResult(audit=Audit(name="fine", doc="Fine.", sql=""), failed_rows=0),
    ]
    with pytest.raises(AuditError) as caught:
        require_passed(results)
    message = str(caught.value)
    assert "2 audits, nothing was published: one (12 rows): One is wrong.; two (1 rows)" in message
    assert list(caught.value.offenders) == ["one", "two"]


def test_another_path_under_a_known_id_stops_the_run(warm: Home, tmp_path: Path) -> None:
    """Where the ledger holds another file under the id of one that arrives, nothing is published."""
    inbox = write(tmp_path / "inbox", {"a.txt": article(1)})
    ingest(warm, inbox)
    published = warm.current()
    assert published is not None
    with duckdb.connect(str(published)) as connection:
        run(connection, "UPDATE ops.files SET path = 'other.txt'")
    with pytest.raises(AuditError, match="ids: one stands for one thing") as caught:
        ingest(warm, write(inbox, {"a.txt": article(2)}))
    (row,) = caught.value.offenders["ids: one stands for one thing"]
    assert (row["arrived"], row["held"]) == ("inbox/a.txt", "inbox/other.txt")
    assert warm.current() == published


def test_warnings_are_published_and_told(warm: Home, tmp_path: Path) -> None:
    """Rows that an audit only warns of are published; the record and what needs attention show them."""
    files: dict[str, str | bytes] = {f"{number}.txt": b"" for number in range(12)}
    record = ingest(warm, write(tmp_path / "inbox", files | {"a.txt": article(1)}))
    assert record.published
    assert record.offenders == {"quarantine: few are refused": [{"refused": 12, "documents": 13}]}
    records = read_records(warm)
    assert records[-1].offenders == record.offenders
    told = needs_attention(warm, records, overview(warm), None)
    assert told[0].startswith(f"run {record.run_id} was published, but 1 audits warn of its rows")
    assert told[1].endswith("quarantine: few are refused: {'refused': 12, 'documents': 13}")
