"""Record rules on pandas frames (pandera), rendered from the table declarations: which row breaks which.

To import pandera takes a while, and so does each of its checks; `schemas/sound.py`, which only says whether
all is well, costs next to nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pandas as pd
import pandera.pandas as pan  # not `pa`, which is pyarrow everywhere else

from schemas.tables import BY_NAME

if TYPE_CHECKING:
    import pyarrow as pa

    from schemas.table import Column, Table


SPAN_RULE = "span is not empty"


@cache
def contract(name: str) -> pan.DataFrameSchema:
    """Return the contract of one table's rows."""
    table = BY_NAME[name]
    columns = {column.name: _column(column) for column in table.columns}
    return pan.DataFrameSchema(columns, checks=_frame_checks(table), name=name)


def broken_rules(name: str, rows: pa.Table) -> dict[int, list[str]]:
    """Check a batch; return the broken rules by row number, empty when every row keeps the contract."""
    frame = rows.to_pandas(types_mapper=pd.ArrowDtype, split_blocks=True)
    try:
        contract(name).validate(frame, lazy=True)
    except pan.errors.SchemaErrors as errors:
        return _by_row(errors.failure_cases)
    return {}


def _column(column: Column) -> pan.Column:
    checks = []
    if column.allowed:
        checks.append(pan.Check.isin(column.allowed))
    if column.minimum is not None:
        checks.append(pan.Check.ge(column.minimum))
    return pan.Column(checks=checks, nullable=column.nullable)


def _frame_checks(table: Table) -> list[pan.Check]:
    if not table.has_span:
        return []
    return [pan.Check(lambda rows: rows["start_char"] < rows["end_char"], name=SPAN_RULE)]


def _by_row(failures: pd.DataFrame) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row, column, check in zip(failures["index"], failures["column"], failures["check"], strict=True):
        if check == SPAN_RULE and column != "start_char":
            continue  # a rule of the whole row is told once for each of its columns
        number = -1 if pd.isna(row) else int(row)
        found.setdefault(number, []).append(f"{column}: {check}")
    return found
