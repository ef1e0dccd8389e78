"""Column types: one row per type, so that Arrow, DuckDB and Python can't drift apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class ColumnType:
    """One type in the three worlds a value passes through."""

    name: str
    arrow: pa.DataType
    duckdb: str
    python: type


ID = ColumnType("id", pa.int64(), "BIGINT", int)
"""A key made by `schemas.identity.make_id`: 63 bits of a hash of raw natural keys."""
BIGINT = ColumnType("bigint", pa.int64(), "BIGINT", int)
INTEGER = ColumnType("integer", pa.int32(), "INTEGER", int)
DOUBLE = ColumnType("double", pa.float64(), "DOUBLE", float)
BOOLEAN = ColumnType("boolean", pa.bool_(), "BOOLEAN", bool)
TEXT = ColumnType("text", pa.string(), "VARCHAR", str)
TEXTS = ColumnType("texts", pa.list_(pa.string()), "VARCHAR[]", list)
DATE = ColumnType("date", pa.date32(), "DATE", dt.date)
TIMESTAMP = ColumnType("timestamp", pa.timestamp("us"), "TIMESTAMP", dt.datetime)
"""A UTC instant without zone: DuckDB's TIMESTAMPTZ would show it in the reader's local time."""

ALL_TYPES = (ID, BIGINT, INTEGER, DOUBLE, BOOLEAN, TEXT, TEXTS, DATE, TIMESTAMP)
