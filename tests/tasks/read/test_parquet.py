"""Parquet dumps: one document a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pyarrow as pa
from pyarrow import parquet

from schemas.records import PublisherMetadata
from tasks.read import DEFAULT
from tests.tasks.read.making import read, told

LIMA = "LIMA (NTA) - Envoys met on Tuesday."
TABLE = pa.table(
    {
        "text": [LIMA, None, "OSLO - The bridge."],
        "title": ["Envoys meet", None, None],
        "date": [datetime(2021, 6, 29, 10, 30, tzinfo=UTC), None, None],
        "score": [0.5, float("nan"), None],
        "pixels": [b"\xff\x00", None, None],
    }
)


def written(table: pa.Table) -> bytes:
    """Write a table in row groups of two."""
    buffer = BytesIO()
    parquet.write_table(table, buffer, row_group_size=2)
    return buffer.getvalue()


def test_rows_are_documents() -> None:
    """Rows are numbered over all row groups; a row without text is refused alone."""
    found = read(written(TABLE), "dump.parquet")
    assert told(found) == [("1", LIMA), ("2", "no_text_field"), ("3", "OSLO - The bridge.")]
    assert found[0].document is not None
    assert found[0].document.metadata == PublisherMetadata(
        headline="Envoys meet", published="2021-06-29T10:30:00+00:00"
    )
    assert len({document.raw for document in found}) == 3


def test_damage_and_size_are_refused() -> None:
    """A cut file, an empty one and one beyond the limit leave a trace."""
    data = written(TABLE)
    assert told(read(data[:-20]))[-1] == (None, "damaged_container")
    assert told(read(written(TABLE.slice(0, 0)))) == [(None, "empty")]
    assert told(read(data, settings=replace(DEFAULT, max_unpacked_bytes=50))) == [(None, "unsafe_container")]
