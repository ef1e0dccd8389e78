"""The rules rendered from the declarations find each kind of broken value, and only those."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from schemas.article import ARTICLE_TABLES
from schemas.rules import broken_rules
from schemas.tables import BY_NAME

if TYPE_CHECKING:
    from schemas.table import Column, Table

SAMPLES: dict[str, object] = {
    "id": 7,
    "bigint": 7,
    "integer": 7,
    "double": 0.5,
    "boolean": True,
    "text": "words",
    "texts": ["words"],
    "date": dt.date(2024, 3, 4),
    "timestamp": dt.datetime(2024, 3, 4),  # noqa: DTZ001 - UTC without zone is what the type holds
}
COLUMNS = [(table, column) for table in ARTICLE_TABLES for column in table.columns]


def good_row(table: Table) -> dict[str, Any]:
    """Return a row that keeps every rule."""
    row = {c.name: c.allowed[0] if c.allowed else SAMPLES[c.type.name] for c in table.columns}
    if "start_char" in row:
        row["start_char"] = 0
    return row


def batch(table: Table, *changes: dict[str, Any]) -> pa.Table:
    """Return a batch of good rows, each with the changes asked for."""
    return pa.Table.from_pylist([{**good_row(table), **change} for change in changes], schema=table.arrow)


def named(columns: list[tuple[Table, Column]]) -> list[Any]:
    """Return parameters that show as `table.column`."""
    return [pytest.param(table, column, id=f"{table.name}.{column.name}") for table, column in columns]


@pytest.mark.parametrize("table", ARTICLE_TABLES, ids=lambda t: t.name)
def test_good_rows_pass(table: Table) -> None:
    """Rows that keep the rules are not complained about, nor is an empty batch."""
    nulls = {c.name: None for c in table.columns if c.nullable}
    assert broken_rules(table.qualified, batch(table, {}, nulls)) == {}
    assert broken_rules(table.qualified, batch(table)) == {}


@pytest.mark.parametrize(("table", "column"), named([(t, c) for t, c in COLUMNS if not c.nullable]))
def test_null_is_found(table: Table, column: Column) -> None:
    """A null in a column that may not be null is told with its row."""
    found = broken_rules(table.qualified, batch(table, {}, {column.name: None}, {}))
    assert any(rule.startswith(f"{column.name}: ") for rule in found.get(1, [])), found
    assert set(found) == {1}


@pytest.mark.parametrize(("table", "column"), named([(t, c) for t, c in COLUMNS if c.allowed]))
def test_value_outside_the_list_is_found(table: Table, column: Column) -> None:
    """A value that is not one of the allowed is told with its row."""
    found = broken_rules(table.qualified, batch(table, {}, {column.name: "it's\"; drop"}))
    assert set(found) == {1}
    assert found[1][0].startswith(f"{column.name}: isin(")


@pytest.mark.parametrize(("table", "column"), named([(t, c) for t, c in COLUMNS if c.minimum is not None]))
def test_too_small_a_number_is_found(table: Table, column: Column) -> None:
    """A number below the declared minimum is told with its row; the minimum itself passes."""
    least = column.minimum
    assert least is not None
    found = broken_rules(table.qualified, batch(table, {column.name: least - 1}, {}))
    assert set(found) == {0}
    assert any(rule.startswith(f"{column.name}: greater_than_or_equal_to") for rule in found[0])
    if column.name != "end_char":
        assert broken_rules(table.qualified, batch(table, {column.name: least})) == {}


@pytest.mark.parametrize("end", [3, 2])
@pytest.mark.parametrize(
    "table", [t for t in ARTICLE_TABLES if "start_char" in t.column_names], ids=lambda t: t.name
)
def test_empty_span_is_found(table: Table, end: int) -> None:
    """A span that ends where it starts, or before, is told with its row."""
    found = broken_rules(table.qualified, batch(table, {}, {"start_char": 3, "end_char": end}))
    assert found == {1: ["start_char: span is not empty"]}


def test_all_broken_rules_of_a_batch_are_told() -> None:
    """One bad row does not hide another, and one broken rule of a row does not hide the next."""
    table = BY_NAME["articles"]
    rows = batch(table, {"kind": "poem", "word_count": -1}, {}, {"published_method": "guess"})
    found = broken_rules("articles", rows)
    assert {number: len(rules) for number, rules in found.items()} == {0: 2, 2: 1}


def test_missing_column_is_told_of_the_whole_batch() -> None:
    """A batch without a declared column breaks the contract as a whole, under row -1."""
    rows = batch(BY_NAME["bylines"], {}).drop_columns(["name"])
    found = broken_rules("bylines", rows)
    assert set(found) == {-1}
