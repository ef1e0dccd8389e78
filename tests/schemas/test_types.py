"""A value of each column type survives Arrow, Parquet, DuckDB and back, also when extreme or null."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from schemas import types
from schemas.types import ALL_TYPES, ColumnType
from warehouse.connection import arrow_table, run
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from pathlib import Path

VALUES: dict[str, list[object]] = {
    "id": [0, 1, 2**63 - 1],
    "bigint": [-(2**63), -1, 0, 2**63 - 1],
    "integer": [-(2**31), 0, 2**31 - 1],
    "double": [0.0, -0.0, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 0.1],
    "boolean": [True, False],
    "text": [
        "",
        " ",
        "it's\"; drop table articles; --",
        "tab\tline\nreturn\r",
        "𓀀 😀 مرحبا 日本 e\u0301",
        "\ufeff\u200b\u2028",
        "\\x00 %s {} $1",
        "long " * 40_000,
    ],
    "texts": [[], [""], ["a", None, "it's\"; drop"], ["x"] * 3000],
    "date": [dt.date.min, dt.date(1582, 10, 4), dt.date(2024, 2, 29), dt.date.max],
    "timestamp": [
        dt.datetime(1, 1, 1),  # noqa: DTZ001 - UTC without zone is what the type holds
        dt.datetime(1969, 12, 31, 23, 59, 59, 999_999),  # noqa: DTZ001
        dt.datetime(2024, 3, 31, 2, 30, 0, 1),  # noqa: DTZ001
        dt.datetime(9999, 12, 31, 23, 59, 59, 999_999),  # noqa: DTZ001
    ],
}


def test_every_type_has_values() -> None:
    """No column type is left out of the round trip below."""
    declared = {name for name, value in vars(types).items() if isinstance(value, ColumnType)}
    assert {t.name.upper() for t in ALL_TYPES} == declared
    assert set(VALUES) == {t.name for t in ALL_TYPES}


@pytest.mark.warehouse
@pytest.mark.parametrize("column_type", ALL_TYPES, ids=lambda t: t.name)
def test_values_come_back_as_they_went(column_type: ColumnType, tmp_path: Path) -> None:
    """Extreme values and null come back equal and of the same Python and Arrow type."""
    values = [*VALUES[column_type.name], None]
    pq.write_table(_numbered(values, column_type), tmp_path / "in.parquet")
    with duckdb.connect() as connection:
        run(connection, f"CREATE TABLE t (no INTEGER, value {column_type.duckdb})")
        run(
            connection,
            f"INSERT INTO t SELECT * FROM read_parquet({quote_text(str(tmp_path / 'in.parquet'))})",
        )
        fetched = [row[0] for row in run(connection, "SELECT value FROM t ORDER BY no")]
        back = arrow_table(connection, "SELECT * FROM t ORDER BY no")
        run(connection, f"COPY t TO {quote_text(str(tmp_path / 'out.parquet'))} (FORMAT parquet)")
    exported = pq.read_table(tmp_path / "out.parquet").sort_by("no")
    for seen in (fetched, back.column("value").to_pylist(), exported.column("value").to_pylist()):
        assert [repr(value) for value in seen] == [repr(value) for value in values]
        assert {type(value) for value in seen if value is not None} == {column_type.python}
    assert _plain(back.schema.field("value").type) == column_type.arrow


def _numbered(values: list[object], column_type: ColumnType) -> pa.Table:
    numbers = pa.array(range(len(values)), pa.int32())
    return pa.table({"no": numbers, "value": pa.array(values, column_type.arrow)})


def _plain(arrow: pa.DataType) -> pa.DataType:
    """Return a type without the name that DuckDB gives to the items of a list."""
    return pa.list_(arrow.value_type) if pa.types.is_list(arrow) else arrow
