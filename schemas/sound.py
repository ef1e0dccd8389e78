"""Whether a batch keeps every rule of its table, told by Arrow.

The rules are rendered from the same declarations as those of `schemas/rules.py`.
Nearly every batch keeps them, and then nothing has to be explained.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from schemas.table import Column, Table


def is_sound(table: Table, rows: pa.Table) -> bool:
    """Whether all columns are there and no row breaks a rule; pandera agrees wherever this is true."""
    if not set(table.column_names) <= set(rows.column_names):
        return False
    if not all(_is_sound(column, rows.column(column.name)) for column in table.columns):
        return False
    return not table.has_span or _all(pc.less(rows.column("start_char"), rows.column("end_char")))


def _is_sound(column: Column, values: pa.ChunkedArray) -> bool:
    if values.null_count and not column.nullable:
        return False
    if column.allowed and not _all(pc.is_in(values.drop_null(), value_set=_allowed(column.allowed))):
        return False
    if column.minimum is None:
        return True
    least = pc.min(values).as_py()
    return least is None or least >= column.minimum


@cache
def _allowed(values: tuple[str, ...]) -> pa.Array:
    return pa.array(values, pa.string())


def _all(truths: pa.ChunkedArray) -> bool:
    return bool(pc.all(truths, min_count=0).as_py())
