"""All tables of the warehouse, in the order they are created."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from schemas.article import ARTICLE_TABLES
from schemas.facts import NAMED_TABLES
from schemas.ops import OPS_TABLES
from schemas.reference_tables import REFERENCE_TABLES

if TYPE_CHECKING:
    from schemas.table import Table

SCHEMA_VERSION: Final = 2
"""Moves with every change to a table's columns; a migration in `warehouse/` takes the step."""

TABLES: Final[tuple[Table, ...]] = (*OPS_TABLES, *REFERENCE_TABLES, *NAMED_TABLES, *ARTICLE_TABLES)
BY_NAME: Final[dict[str, Table]] = {table.qualified: table for table in TABLES}
