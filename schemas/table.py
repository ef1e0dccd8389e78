"""What a table is: declared once, rendered as Arrow schema, DDL and documentation.

DATELINES = Table("datelines", grain="one row per dateline of one article", columns=(...))
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import pyarrow as pa

from schemas.types import BOOLEAN, DATE, ID, INTEGER, TEXT, ColumnType

PartitionBy = Literal["article_month", "run_month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column with the rules its values keep."""

    name: str
    type: ColumnType
    doc: str
    key: bool = False
    nullable: bool = False
    allowed: tuple[str, ...] = ()
    minimum: int | None = None
    references: str | None = None
    """`table.column` that must hold every value; audited by query, never a foreign key."""
    is_run: bool = False
    """Names a run, so it may differ between two warehouses that hold the same articles."""
    is_long: bool = False
    """Holds whole sentences, which zstd makes half as large, and faster, as what DuckDB would choose."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """One table of the warehouse; equal to itself alone, for the columns take long to compare."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    schema: Literal["main", "ops"] = "main"
    partition_by: PartitionBy | None = None
    surface: str | None = None
    """The text column that equals the words of a row's span; None where the span covers more than it."""
    run_column: str | None = None
    """The column whose month partitions the Parquet files of a `run_month` table."""

    @property
    def qualified(self) -> str:
        """Name as SQL writes it: `articles`, `ops.files`."""
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Names of the key columns, in order."""
        return tuple(c.name for c in self.columns if c.key)

    @property
    def has_span(self) -> bool:
        """Whether each row says where its words stand."""
        return "start_char" in self.column_names

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """All column names, in order."""
        return tuple(c.name for c in self.columns)

    @cached_property
    def arrow(self) -> pa.Schema:
        """The Arrow schema of a batch of rows."""
        return pa.schema([pa.field(c.name, c.type.arrow, nullable=c.nullable) for c in self.columns])


def key(name: str, doc: str, *, column_type: ColumnType = ID, references: str | None = None) -> Column:
    """Return a key column."""
    return Column(name=name, type=column_type, doc=doc, key=True, references=references)


def number(name: str, doc: str) -> Column:
    """Return a key column that counts an article's own facts from 1 in text order."""
    return Column(name=name, type=INTEGER, doc=doc, key=True, minimum=1)


def article_key() -> Column:
    """Return the key column of every table that tells of an article."""
    return key("article_id", "The article this tells of.", references="articles.article_id")


def flag(name: str, doc: str) -> Column:
    """Return a boolean column that is never null."""
    return Column(name=name, type=BOOLEAN, doc=doc)


def run(name: str, doc: str, *, nullable: bool = False) -> Column:
    """Return a column that names a run."""
    return Column(name=name, type=TEXT, doc=doc, nullable=nullable, is_run=True)


def date(name: str, doc: str) -> Column:
    """Return a nullable date column."""
    return Column(name=name, type=DATE, doc=doc, nullable=True)


def text(
    name: str, doc: str, *, nullable: bool = False, allowed: tuple[str, ...] = (), is_long: bool = False
) -> Column:
    """Return a text column, perhaps with a closed list of values."""
    return Column(name=name, type=TEXT, doc=doc, nullable=nullable, allowed=allowed, is_long=is_long)


def count(name: str, doc: str, *, column_type: ColumnType = INTEGER) -> Column:
    """Return a column that counts something, from 0."""
    return Column(name=name, type=column_type, doc=doc, minimum=0)


def place_id() -> Column:
    """Return the column that resolves a place name."""
    return Column(
        name="place_id",
        type=ID,
        nullable=True,
        references="places.place_id",
        doc="The place in the gazetteer; null when unknown or ambiguous.",
    )


def country_code() -> Column:
    """Return the column that holds an ISO country code."""
    return Column(
        name="country_code",
        type=TEXT,
        nullable=True,
        references="countries.country_code",
        doc="ISO 3166-1 alpha-2 code; null when unknown or ambiguous.",
    )


def span() -> tuple[Column, ...]:
    """Return the three columns that say where the words of a fact stand."""
    return (
        Column(
            name="paragraph_no",
            type=INTEGER,
            minimum=1,
            doc="Paragraph the words stand in.",
        ),
        Column(name="start_char", type=INTEGER, minimum=0, doc="First code point of the words, from 0."),
        Column(name="end_char", type=INTEGER, minimum=0, doc="Code point after the last of the words."),
    )
