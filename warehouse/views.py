"""Views and table macros that answer common questions without a join.

SELECT headline FROM articles_as_of('2024-03-07 12:00')
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from schemas.article import ARTICLE_TABLES, ARTICLES
from warehouse.connection import run

if TYPE_CHECKING:
    from collections.abc import Iterator


def view_statements() -> Iterator[str]:
    """Yield the statements that create the views, then those of one `…_as_of` macro a table."""
    script = (Path(__file__).parent / "sql" / "views.sql").read_text(encoding="utf-8")
    for statement in duckdb.extract_statements(script):
        yield statement.query
    for table in ARTICLE_TABLES:
        rows = "t.* REPLACE (TRUE AS is_current)" if table is ARTICLES else "t.*"
        yield (
            f"CREATE OR REPLACE MACRO {table.name}_as_of(ts) AS TABLE SELECT {rows} FROM {table.qualified} t "
            "WHERE t.article_id IN (SELECT article_id FROM holdings_as_of(ts))"
        )


def views_sha256() -> str:
    """Return the digest of all statements; a warehouse that has another one needs them run again."""
    return sha256("\n".join(view_statements()).encode()).hexdigest()


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace all views and macros in the database in use."""
    for statement in view_statements():
        run(connection, statement)
