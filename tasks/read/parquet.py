"""Parquet dumps: each row is a record, read like one of JSON lines, and numbered from 1 over all row groups.

``text: string, url: string, date: timestamp`` → one document a row.
"""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from tasks.read.part import RECORD_MARK, Part, refuse
from tasks.read.records import read_record
from tasks.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

_BATCH_ROWS: Final = 64


def read_parquet(part: Part) -> Iterator[ReadDocument]:
    """Yield a document for each row."""
    from pyarrow import parquet

    number = 0
    try:
        file = parquet.ParquetFile(BytesIO(part.data))
        unpacked = sum(file.metadata.row_group(i).total_byte_size for i in range(file.num_row_groups))
        if unpacked > part.budget.bytes_left:
            detail = f"The file unpacks to {unpacked} bytes; {part.budget.bytes_left} are left of the limit."
            yield refuse(part, "parquet", "unsafe_container", detail)
            return
        part.budget.bytes_left -= unpacked
        for batch in file.iter_batches(batch_size=_BATCH_ROWS):
            for row in batch.to_pylist():
                number += 1
                inner = part.inside(part.name, _raw(row))
                yield replace(_read_row(inner, row), member=f"{RECORD_MARK}{number}")
    except Exception as error:  # noqa: BLE001 - a damaged file may break any promise of its schema
        yield refuse(part, "parquet", "damaged_container", f"After {number} rows: {error}"[:500])
        return
    if not number:
        yield refuse(part, "parquet", "empty", "The file holds no row.")


def _read_row(part: Part, row: dict[str, Any]) -> ReadDocument:
    return replace(read_record(part, "parquet", row, "utf-8"), format="parquet")


def _raw(row: dict[str, Any]) -> bytes:
    """Return a row as the bytes it is known by: JSON with its names in the order of the file."""
    return json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return tidy(value) or str(value)
