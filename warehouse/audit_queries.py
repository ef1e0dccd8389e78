"""What audits ask that no table's declaration says: conservation, holdings, dates, ids, numbers of rows.

They look where `warehouse/plan.py` put what a run arrived with (`staged_*`, `merge_*`, `written_articles`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.article import ARTICLE_TABLES, ARTICLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A query for offending rows; finding any is an error or a warning."""

    name: str
    doc: str
    sql: str
    severity: Literal["error", "warning"] = "error"
    is_sliced: bool = False
    """Whether `sql` looks only at articles from `first_id` to `last_id`: all at once take too much memory."""


LEDGER_AUDITS = (
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
    Audit(
        name="articles: paragraphs are whole",
        doc="An article has more or fewer paragraphs than it says.",
        sql="SELECT a.article_id, a.paragraph_count, p.found FROM articles a "
        "SEMI JOIN written_articles n USING (article_id) LEFT JOIN (SELECT article_id, count(*) AS found "
        "FROM paragraphs WHERE article_id IN (SELECT article_id FROM written_articles) GROUP BY ALL) p "
        "USING (article_id) WHERE coalesce(p.found, 0) <> a.paragraph_count",
    ),
    Audit(
        name="ids: one stands for one thing",
        doc="Another file, document or text arrived under an id that is held already.",
        sql="SELECT * FROM collided_ids",
    ),
    Audit(
        name="quarantine: few are refused",
        doc="More than a quarter of the documents that the run read, and at least ten, are refused.",
        sql="SELECT * FROM (SELECT count(*) FILTER (d.state = 'quarantined') AS refused, "
        "count(*) AS documents FROM staged_documents s JOIN ops.documents d USING (document_id) "
        "WHERE s.content_sha256 IS NOT NULL) WHERE refused >= 10 AND 4 * refused > documents",
        severity="warning",
    ),
    Audit(
        name="articles: few are taken back",
        doc="The run leaves fewer articles current than it takes back, and it takes back at least 100.",
        sql="SELECT * FROM (SELECT (SELECT count(DISTINCT m.article_id) FROM merge_revisions m "
        "JOIN articles a USING (article_id) WHERE m.to_run = getvariable('run_id') AND NOT a.is_current) "
        "AS taken_back, (SELECT count(*) FROM articles WHERE is_current) AS current_articles) "
        "WHERE taken_back >= 100 AND taken_back > current_articles",
        severity="warning",
    ),
)

_WRITTEN = "article_id IN (SELECT article_id FROM written_articles)"
FACT_AUDITS = (
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
        # The faults, which are few, are what is looked up in; not the facts.
        sql=" UNION ALL ".join(
            f"SELECT '{table}' AS table_name, t.article_id FROM {table} t "
            f"WHERE t.article_id IN (SELECT article_id FROM fact_faults f WHERE f.{_WRITTEN})"
            for table in ("mentions", "person_roles", "statements", "meeting_reports")
        ),
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


def row_counts() -> Audit:
    """Return the audit that compares how many rows new articles have with how many those before have."""
    parts = [table for table in ARTICLE_TABLES if table is not ARTICLES]
    tables = " UNION ALL ".join(
        f"SELECT '{t.qualified}' AS table_name, (SELECT count(*) FROM {t.qualified}) AS all_rows"
        for t in parts
    )
    return Audit(
        name="row counts: new articles have about as many rows as those before",
        doc="A table got less than a quarter, or more than four times, of the rows that as many articles "
        "before had in it. Looked at from 100 new and 100 old articles and a difference of 25 rows on.",
        sql="WITH counted AS (SELECT inserted AS new, (SELECT count(*) FROM articles) - inserted AS old "
        "FROM row_counts WHERE table_name = 'articles') "
        "SELECT table_name, new AS new_articles, inserted AS new_rows, "
        "round(new * (all_rows - inserted) / old) AS expected_rows "
        f"FROM counted, ({tables}) JOIN row_counts USING (table_name) "
        "WHERE new >= 100 AND old >= 100 "
        "AND (4 * inserted < expected_rows - 100 OR inserted > 4 * expected_rows + 25)",
        severity="warning",
    )
