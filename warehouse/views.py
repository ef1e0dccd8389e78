"""Views that answer common questions without a join."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from warehouse.connection import run

if TYPE_CHECKING:
    from collections.abc import Iterator


def view_statements() -> Iterator[str]:
    """Yield the statements that create the views."""
    script = (Path(__file__).parent / "sql" / "views.sql").read_text(encoding="utf-8")
    for statement in duckdb.extract_statements(script):
        yield statement.query


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace all views in the database in use."""
    for statement in view_statements():
        run(connection, statement)
