"""What Arrow calls sound pandera finds no fault with, and the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import ARTICLE_TABLES
from schemas.facts import NAMED_TABLES
from schemas.rules import broken_rules
from schemas.sound import is_sound
from schemas.tables import BY_NAME
from tests.schemas.test_rules import batch, good_row

if TYPE_CHECKING:
    from schemas.table import Table

TABLES = (*ARTICLE_TABLES, *NAMED_TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_good_rows_are_sound(table: Table) -> None:
    """Good rows are sound, so are none, and so are rows without what may be missing."""
    nulls = {c.name: None for c in table.columns if c.nullable}
    assert is_sound(table, batch(table, {}, nulls))
    assert is_sound(table, batch(table))


@given(data=st.data())
def test_arrow_and_pandera_agree(data: st.DataObject) -> None:
    """Whatever is changed in a batch, both say the same of it."""
    table = data.draw(st.sampled_from(TABLES))
    changes = data.draw(st.lists(_changes(table), max_size=3))
    rows = batch(table, *changes)
    assert is_sound(table, rows) == (broken_rules(table.qualified, rows) == {})


def test_a_missing_column_is_not_sound() -> None:
    """A batch without a declared column is not sound."""
    table = BY_NAME["bylines"]
    assert not is_sound(table, batch(table, {}).drop_columns(["name"]))


def _changes(table: Table) -> st.SearchStrategy[dict[str, object]]:
    """Return changes of a good row: nulls, numbers about the minimum, values inside and outside a list."""
    choices: dict[str, st.SearchStrategy[object]] = {}
    for column in table.columns:
        values: list[object] = [None, good_row(table)[column.name]]
        if column.allowed:
            values += [column.allowed[-1], "it's\"; drop"]
        elif column.minimum is not None:
            values += range(column.minimum - 1, column.minimum + 3)
        choices[column.name] = st.sampled_from(values)
    return st.fixed_dictionaries({}, optional=choices)
