"""Audits: queries that must find nothing, run before a run's rows are committed.

Each looks only at what the run touched (`merge_*`, `written_articles`), so its cost grows with what is new.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from schemas.article import ARTICLE_TABLES
from schemas.errors import AuditError
from schemas.facts import NAMED_TABLES
from schemas.identity import ID_BITS
from schemas.ops import DOCUMENTS, FILES, QUARANTINE, REVISIONS
from warehouse.audit_queries import FACT_AUDITS, LEDGER_AUDITS, Audit, row_counts
from warehouse.connection import arrow_table, run, scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import duckdb

    from schemas.table import Table

SHOWN_ROWS = 10
SLICE_PARAGRAPHS = 1_000_000
"""So many new paragraphs are looked at at a time, with what is read from them."""
_IN_SLICE = "BETWEEN getvariable('first_id') AND getvariable('last_id')"


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
    slices = _slices(connection)
    return tuple(_look(connection, each, slices) for each in audits())


def write(connection: duckdb.DuckDBPyConnection, run_id: str, results: Iterable[AuditResult]) -> None:
    """Put the results in `ops.audits`."""
    rows = [(run_id, r.audit.name, r.audit.severity, r.failed_rows, r.passed) for r in results]
    # In one statement: each has its cost, and there are many rows.
    places = ", ".join(["(?, ?, ?, ?, ?)"] * len(rows))
    run(connection, f"INSERT INTO ops.audits VALUES {places}", [value for row in rows for value in row])


def warnings(results: Iterable[AuditResult]) -> dict[str, list[dict[str, Any]]]:
    """Return up to ten of the rows that each failed audit of severity warning found."""
    return {r.audit.name: list(r.rows) for r in results if not r.passed and r.audit.severity == "warning"}


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
    yield from FACT_AUDITS
    yield row_counts()
    yield from LEDGER_AUDITS


def _touched(table: Table) -> str:
    """Return the condition that picks the rows of a table that this run wrote or replaced."""
    if table in ARTICLE_TABLES:
        return "t.article_id IN (SELECT article_id FROM written_articles)"
    first = table.keys[0]
    return f"t.{first} IN (SELECT {first} FROM merge_{table.name})"


def _unique_keys(table: Table) -> Audit:
    keys = ", ".join(f"t.{k}" for k in table.keys)
    is_sliced = table in ARTICLE_TABLES
    within = f" AND t.article_id {_IN_SLICE}" if is_sliced else ""
    return Audit(
        name=f"{table.qualified}: key is unique",
        doc=f"Two rows of {table.qualified} share a key.",
        sql=f"SELECT {keys}, count(*) AS rows FROM {table.qualified} t WHERE {_touched(table)}{within} "
        f"GROUP BY {keys} HAVING count(*) > 1",
        is_sliced=is_sliced,
    )


def _references(table: Table) -> Iterator[Audit]:
    for column in table.columns:
        if column.references is None or (column.name == "article_id" and table.name == "articles"):
            continue
        target, target_column = column.references.rsplit(".", 1)
        rows = target
        if table in ARTICLE_TABLES and column.name == "article_id":
            # Of all articles only those that can be meant, so that not all are looked up for each table.
            rows = "(FROM articles SEMI JOIN written_articles USING (article_id))"
        yield Audit(
            name=f"{table.qualified}.{column.name}: reference is whole",
            doc=f"{table.qualified}.{column.name} names a row that {target} does not have.",
            sql=f"SELECT t.* FROM {table.qualified} t ANTI JOIN {rows} r "
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


def _look(
    connection: duckdb.DuckDBPyConnection, each: Audit, slices: Sequence[tuple[int, int]]
) -> AuditResult:
    failed = 0
    rows: list[dict[str, Any]] = []
    for bounds in slices if each.is_sliced else (None,):
        if bounds is not None:
            run(connection, "SET VARIABLE first_id = ?", [bounds[0]])
            run(connection, "SET VARIABLE last_id = ?", [bounds[1]])
        found = scalar(connection, f"SELECT count(*) FROM ({each.sql})")
        if found and len(rows) < SHOWN_ROWS:
            shown = arrow_table(connection, f"SELECT * FROM ({each.sql}) LIMIT {SHOWN_ROWS - len(rows)}")
            rows += shown.to_pylist()
        failed += found
    return AuditResult(audit=each, failed_rows=failed, rows=tuple(map(_as_told, rows)))


def _as_told(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row that JSON can tell: dates and the like as text."""
    plain = (str, int, float, type(None))
    return {name: value if isinstance(value, plain) else str(value) for name, value in row.items()}


def _slices(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, int]]:
    """Return ranges of article ids; ids are hashes, so equal ranges hold about as many articles."""
    count = scalar(connection, "SELECT count(*) FROM new_paragraphs") // SLICE_PARAGRAPHS + 1
    bounds = [(number << ID_BITS) // count for number in range(count + 1)]
    return [(first, behind - 1) for first, behind in pairwise(bounds)]
