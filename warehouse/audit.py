"""Audits: queries that must find nothing, run before a run's rows are committed.

Each looks only at what the run touched (`merge_*`, `written_articles`), so its cost grows with what is new.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from schemas.article import ARTICLE_TABLES
from schemas.errors import AuditError
from schemas.facts import NAMED_TABLES
from schemas.identity import ID_BITS
from schemas.ops import DOCUMENTS, FILES, QUARANTINE, REVISIONS
from warehouse.connection import arrow_table, run, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import duckdb

    from schemas.table import Table

SHOWN_ROWS = 10
SLICE_PARAGRAPHS = 1_000_000
"""So many new paragraphs are compared with what is read from them at a time."""
_IN_SLICE = "BETWEEN getvariable('first_id') AND getvariable('last_id')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A query for offending rows; finding any is an error or a warning."""

    name: str
    doc: str
    sql: str
    severity: Literal["error", "warning"] = "error"
    is_sliced: bool = False
    """Whether `sql` looks only at articles from `first_id` to `last_id`: all at once take too much memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditResult:
    """What one audit found; `rows` shows at most ten of the offenders."""

    audit: Audit
    failed_rows: int
    rows: tuple[dict[str, Any], ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return self.failed_rows == 0


def audit(connection: duckdb.DuckDBPyConnection, _run_id: str) -> tuple[AuditResult, ...]:
    """Run all audits inside the open transaction."""
    return tuple(_look(connection, each) for each in audits())


def write(connection: duckdb.DuckDBPyConnection, run_id: str, results: Iterable[AuditResult]) -> None:
    """Put the results in `ops.audits`."""
    for result in results:
        values = [run_id, result.audit.name, result.audit.severity, result.failed_rows, result.passed]
        run(connection, "INSERT INTO ops.audits VALUES (?, ?, ?, ?, ?)", values)


def require_passed(results: Iterable[AuditResult]) -> None:
    """Raise `AuditError` when an audit of severity error found rows."""
    failed = [r for r in results if not r.passed and r.audit.severity == "error"]
    if failed:
        told = "; ".join(f"{r.audit.name} ({r.failed_rows} rows): {r.audit.doc}" for r in failed)
        message = f"The run's rows fail {len(failed)} audits, nothing was published: {told}"
        raise AuditError(message, {r.audit.name: list(r.rows) for r in failed})


def audits() -> Iterator[Audit]:
    """Yield every audit, in the order they run."""
    for table in (*ARTICLE_TABLES, *NAMED_TABLES, FILES, DOCUMENTS, REVISIONS, QUARANTINE):
        yield _unique_keys(table)
        yield from _references(table)
    yield _spans()
    yield from _FACT_AUDITS
    yield from _LEDGER_AUDITS


def _touched(table: Table) -> str:
    """Return the condition that picks the rows of a table that this run wrote or replaced."""
    if table in ARTICLE_TABLES:
        return "t.article_id IN (SELECT article_id FROM written_articles)"
    first = table.keys[0]
    return f"t.{first} IN (SELECT {first} FROM merge_{table.name})"


def _unique_keys(table: Table) -> Audit:
    keys = ", ".join(f"t.{k}" for k in table.keys)
    return Audit(
        name=f"{table.qualified}: key is unique",
        doc=f"Two rows of {table.qualified} share a key.",
        sql=f"SELECT {keys}, count(*) AS rows FROM {table.qualified} t WHERE {_touched(table)} "
        f"GROUP BY {keys} HAVING count(*) > 1",
    )


def _references(table: Table) -> Iterator[Audit]:
    for column in table.columns:
        if column.references is None or (column.name == "article_id" and table.name == "articles"):
            continue
        target, target_column = column.references.rsplit(".", 1)
        yield Audit(
            name=f"{table.qualified}.{column.name}: reference is whole",
            doc=f"{table.qualified}.{column.name} names a row that {target} does not have.",
            sql=f"SELECT t.* FROM {table.qualified} t ANTI JOIN {target} r "
            f"ON t.{column.name} = r.{target_column} WHERE t.{column.name} IS NOT NULL AND {_touched(table)}",
        )


def _spans() -> Audit:
    """Compare every new fact with its words, in one pass over the new paragraphs."""
    tables = [table for table in ARTICLE_TABLES if table.has_span]
    facts = " UNION ALL ".join(
        f"SELECT '{t.name}' AS table_name, t.article_id, t.paragraph_no, t.start_char, t.end_char, "
        f"{t.surface or 'NULL::VARCHAR'} AS surface FROM {t.qualified} t "
        f"WHERE {_touched(t)} AND t.article_id {_IN_SLICE}"
        for t in tables
    )
    words = "substr(p.text, f.start_char + 1, f.end_char - f.start_char)"
    return Audit(
        name="spans: every value shows its words",
        doc="A span lies outside its paragraph, or the text there is not the value.",
        # The facts are the right side, so that the hash table holds them and not the texts.
        sql=f"SELECT f.*, p.text FROM (SELECT * FROM new_paragraphs WHERE article_id {_IN_SLICE}) p "
        f"RIGHT JOIN ({facts}) f ON p.article_id = f.article_id AND p.paragraph_no = f.paragraph_no "
        "WHERE p.text IS NULL OR f.start_char >= f.end_char OR f.end_char > length(p.text) "
        f"OR {words} <> f.surface",
        is_sliced=True,
    )


def _look(connection: duckdb.DuckDBPyConnection, each: Audit) -> AuditResult:
    failed = 0
    rows: list[dict[str, Any]] = []
    for _ in _slices(connection) if each.is_sliced else (None,):
        found = scalar(connection, f"SELECT count(*) FROM ({each.sql})")
        if found and len(rows) < SHOWN_ROWS:
            shown = arrow_table(connection, f"SELECT * FROM ({each.sql}) LIMIT {SHOWN_ROWS - len(rows)}")
            rows += shown.to_pylist()
        failed += found
    return AuditResult(audit=each, failed_rows=failed, rows=tuple(rows))


def _slices(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Set the variables to one range of article ids after the other; ids are hashes, so equal ranges do."""
    count = scalar(connection, "SELECT count(*) FROM new_paragraphs") // SLICE_PARAGRAPHS + 1
    bounds = [(number << ID_BITS) // count for number in range(count + 1)]
    for first, behind in pairwise(bounds):
        run(connection, "SET VARIABLE first_id = ?", [first])
        run(connection, "SET VARIABLE last_id = ?", [behind - 1])
        yield


_LEDGER_AUDITS = (
    Audit(
        name="conservation: every file has a document",
        doc="A file was seen that no document accounts for.",
        sql="SELECT f.* FROM merge_files f ANTI JOIN ops.documents d USING (file_id)",
    ),
    Audit(
        name="conservation: every staged document is accounted for",
        doc="A document was read that the ledger does not hold.",
        sql="SELECT s.* FROM staged_documents s ANTI JOIN ops.documents d USING (document_id)",
    ),
    Audit(
        name="documents: state fits article",
        doc="A loaded or duplicate document holds no article, or a refused or removed one does.",
        sql="SELECT d.* FROM ops.documents d SEMI JOIN merge_documents m USING (document_id) "
        "WHERE (d.state IN ('loaded', 'duplicate')) <> (d.article_id IS NOT NULL)",
    ),
    Audit(
        name="documents: one is loaded of each article",
        doc="Documents hold the same article, and not exactly one of them is the loaded one.",
        sql="SELECT d.article_id, count(*) FILTER (d.state = 'loaded') AS loaded FROM ops.documents d "
        "WHERE d.article_id IN (SELECT article_id FROM affected_articles) "
        "GROUP BY d.article_id HAVING count(*) FILTER (d.state = 'loaded') <> 1",
    ),
    Audit(
        name="articles: is_current agrees with the documents",
        doc="An article is current though no document holds it, or the reverse.",
        sql="SELECT a.article_id, a.is_current FROM articles a "
        "WHERE a.article_id IN (SELECT article_id FROM affected_articles) AND a.is_current <> "
        "(a.article_id IN (SELECT article_id FROM ops.documents WHERE article_id IS NOT NULL))",
    ),
    Audit(
        name="revisions: one is open of each document",
        doc="A document that holds something has not exactly one open revision.",
        sql="SELECT m.document_id FROM merge_documents m LEFT JOIN ops.revisions r "
        "ON r.document_id = m.document_id AND r.to_run IS NULL "
        "GROUP BY m.document_id, m.reason "
        "HAVING count(r.document_id) <> (m.reason IS DISTINCT FROM 'gone')::INT",
    ),
    Audit(
        name="revisions: the open one tells what is held",
        doc="A document's open revision names another article than the document holds.",
        sql="SELECT m.document_id, r.article_id, d.article_id AS held FROM merge_documents m "
        "JOIN ops.revisions r ON r.document_id = m.document_id AND r.to_run IS NULL "
        "JOIN ops.documents d ON d.document_id = m.document_id "
        "WHERE r.article_id IS DISTINCT FROM d.article_id",
    ),
    Audit(
        name="quarantine: every refused document says why",
        doc="A document is quarantined without an open reason.",
        sql="SELECT m.document_id FROM merge_documents m ANTI JOIN ops.quarantine q "
        "ON q.document_id = m.document_id AND q.is_open WHERE m.state = 'quarantined'",
    ),
    Audit(
        name="articles: dates are sane",
        doc="An article is dated before 1800 or more than two days after the run.",
        sql="SELECT a.article_id, a.published_date FROM articles a "
        "SEMI JOIN written_articles n USING (article_id) "
        "WHERE a.published_date < DATE '1800-01-01' OR a.published_date > current_date + 2",
        severity="warning",
    ),
)

_WRITTEN = "article_id IN (SELECT article_id FROM written_articles)"
_FACT_AUDITS = (
    Audit(
        name="meetings: every part belongs to a report",
        doc="A side, session, participant or topic is of a meeting that its article does not report.",
        sql=" UNION ALL ".join(
            f"SELECT '{table}' AS table_name, t.article_id, t.meeting_no FROM {table} t "
            f"ANTI JOIN meeting_reports USING (article_id, meeting_no) WHERE t.{_WRITTEN}"
            for table in ("meeting_sides", "meeting_sessions", "meeting_participants", "meeting_topics")
        ),
    ),
    Audit(
        name="fact_faults: who has one has no facts",
        doc="An article is said to be without facts, and has some.",
        sql="SELECT f.* FROM fact_faults f WHERE f.article_id IN (SELECT article_id FROM mentions "
        "UNION ALL SELECT article_id FROM person_roles UNION ALL SELECT article_id FROM statements "
        f"UNION ALL SELECT article_id FROM meeting_reports) AND f.{_WRITTEN}",
    ),
    Audit(
        name="meeting_participants: session is one of the meeting's",
        doc="Somebody sits in a session that his meeting does not have.",
        sql="SELECT p.* FROM meeting_participants p ANTI JOIN meeting_sessions "
        f"USING (article_id, meeting_no, session_no) WHERE p.session_no IS NOT NULL AND p.{_WRITTEN}",
        severity="warning",
    ),
    Audit(
        name="meeting_participants: side is one of the meeting's",
        doc="Somebody sits for a side that his meeting does not have.",
        # Two joins, for one on either of two columns compares every participant with every side.
        sql="SELECT p.* FROM meeting_participants p "
        "ANTI JOIN meeting_sides USING (article_id, meeting_no, country_code) "
        "ANTI JOIN meeting_sides USING (article_id, meeting_no, organisation_id) "
        f"WHERE coalesce(p.country_code, p.organisation_id::VARCHAR) IS NOT NULL AND p.{_WRITTEN}",
        severity="warning",
    ),
    Audit(
        name="meeting_reports: dates fit",
        doc="A meeting ends before it starts, or its day is said to be known and is not, or the reverse.",
        sql="SELECT m.* FROM meeting_reports m WHERE (m.start_date > m.end_date OR "
        f"(m.date_precision IS NOT DISTINCT FROM 'day') <> (m.start_date IS NOT NULL)) AND m.{_WRITTEN}",
        severity="warning",
    ),
    Audit(
        name="mentions: each names one thing",
        doc="A mention resolves to several things of different kinds.",
        sql="SELECT m.* FROM mentions m WHERE (m.person_id IS NOT NULL)::INT + "
        "(m.organisation_id IS NOT NULL)::INT + (m.country_code IS NOT NULL)::INT + "
        f"(m.place_id IS NOT NULL)::INT > 1 AND m.{_WRITTEN}",
        severity="warning",
    ),
)
