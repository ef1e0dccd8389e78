"""Which archived contents a replay takes: a condition on the published ledger, joined to the archive.

a.kind = 'stub' AND f.path LIKE '2024-05/%'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from schemas.errors import UsageError
from warehouse.connection import arrow_table, run, workbench
from warehouse.ddl import quote_text
from warehouse.query import answer

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from warehouse.home import Home

_CONTENTS = """
SELECT r.document_id, r.revision_no, d.file_id, r.from_run, r.to_run IS NULL AS is_current
FROM ops.revisions r
JOIN ops.documents d ON d.document_id = r.document_id
JOIN ops.files f ON f.file_id = d.file_id
LEFT JOIN articles a ON a.article_id = CASE WHEN r.to_run IS NULL THEN d.said_article_id ELSE r.article_id END
WHERE r.content_sha256 IS NOT NULL AND r.from_run >= {since} AND (
{where}
)
"""
# The bytes a document holds now are those its file was last read with; others are those of their own time.
_LOCATED = """
CREATE TEMP TABLE located AS
SELECT c.document_id, c.revision_no, c.file_id, c.is_current, max(i.position) AS position
FROM contents c
JOIN archive i ON i.file_id = c.file_id AND i.has_data AND (c.is_current OR i.run_id <= c.from_run)
GROUP BY ALL
"""
_FILES = """
SELECT position, bool_or(is_current) AS is_current FROM located GROUP BY position
ORDER BY is_current DESC, position
"""
_DOCUMENTS = """
SELECT DISTINCT l.document_id, l.is_current, u.unread_code
FROM located l
LEFT JOIN (SELECT file_id, last(code ORDER BY position) AS unread_code FROM archive GROUP BY file_id) u
USING (file_id)
ORDER BY ALL
"""


def contents(home: Home, where: str | None, since: str | None) -> pa.Table:
    """Return every content that a document holds or held and that meets the condition, by revision.

    Raises `UsageError` for a condition that is no single expression or would do more than read, and for a run
    that is not on record.
    """
    if since is not None and not answer(home, f"SELECT 1 FROM ops.runs WHERE run_id = {quote_text(since)}"):
        message = f"--since {since} is no run on record; see: dateline status --home {home.root}"
        raise UsageError(message)
    if where is not None:
        _require_expression(where)
    try:
        return answer(home, _CONTENTS.format(since=quote_text(since or ""), where=where or "TRUE"))
    except UsageError as error:
        raise _wrong(where, str(error)) from error


def locate(selected: pa.Table, archive: pa.Table, temporary: Path) -> tuple[pa.Table, pa.Table]:
    """Return which archived rows hold the contents, and the documents whose content is archived.

    The first has `position` in `archive` and `is_current`, current ones first: whether some document holds
    that content now. The second has document_id, is_current and unread_code: why the file could
    not be read when it was last tried, null where it could.
    """
    with workbench(temporary) as connection:
        connection.register("contents", selected)
        connection.register("archive", archive)
        run(connection, _LOCATED)
        return arrow_table(connection, _FILES), arrow_table(connection, _DOCUMENTS)


def _require_expression(where: str) -> None:
    """Raise for what does not stand alone as one expression; it is put in parentheses besides."""
    try:
        duckdb.SQLExpression(where)
    except duckdb.Error as error:
        raise _wrong(where, str(error)) from error


def _wrong(where: str | None, seen: str) -> UsageError:
    return UsageError(
        f"--where {where} is no condition on articles a, ops.documents d and ops.files f: "
        + seen.partition("\n")[0]
    )
