"""Stage: a batch's rows as one Parquet file a table in `staging/<run>/`, for the one writer to load.

A file appears under its name in one step, so a killed batch leaves nothing half written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.article import ARTICLE_TABLES
from schemas.errors import StorageError
from schemas.facts import NAMED_TABLES
from schemas.ops import QUARANTINE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

BATCH_NO = pa.field("batch_no", pa.int32())
FILES_STAGED = pa.schema(
    [
        ("file_id", pa.int64()),
        ("source", pa.string()),
        ("path", pa.string()),
        ("format", pa.string()),
        ("size_bytes", pa.int64()),
        ("modified_at", pa.timestamp("us")),
        ("modified_ns", pa.int64()),
        ("sha256", pa.string()),
    ]
)
DOCUMENTS_STAGED = pa.schema(
    [
        ("document_id", pa.int64()),
        ("file_id", pa.int64()),
        ("member", pa.string()),
        ("content_sha256", pa.string()),
        ("article_id", pa.int64()),
        ("charset", pa.string()),
        ("repaired_count", pa.int32()),
        ("uri", pa.string()),
        ("version", pa.int64()),
        ("version_created", pa.string()),
        ("pub_status", pa.string()),
        ("embargoed", pa.string()),
    ]
)
QUARANTINE_STAGED = pa.schema(
    [field for field in QUARANTINE.arrow if field.name not in {"first_run", "last_run", "is_open"}]
)
STAGED = {
    "ops.files": FILES_STAGED,
    "ops.documents": DOCUMENTS_STAGED,
    "ops.quarantine": QUARANTINE_STAGED,
    **{table.qualified: table.arrow for table in (*NAMED_TABLES, *ARTICLE_TABLES)},
}
"""Schema of the staged rows by table; every file has a `batch_no` besides."""


def table_of(rows: Sequence[tuple[object, ...]], schema: pa.Schema) -> pa.Table:
    """Return rows in column order as an Arrow table."""
    if not rows:
        return schema.empty_table()
    columns = zip(*rows, strict=True)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def stage(staging: Path, batch_no: int, tables: Mapping[str, pa.Table]) -> dict[Path, int]:
    """Write the tables of one batch that have rows; return the size of every file."""
    return _write(staging, batch_no, {name: rows for name, rows in tables.items() if rows.num_rows})


def stage_nothing(staging: Path) -> None:
    """Write an empty file for every table, so that each has a schema even when no batch has rows."""
    _write(staging, 0, {name: schema.empty_table() for name, schema in STAGED.items()})


def _write(staging: Path, batch_no: int, tables: Mapping[str, pa.Table]) -> dict[Path, int]:
    sizes = {}
    for name, rows in tables.items():
        numbers = pa.array([batch_no], pa.int32()).take(pa.array([0] * rows.num_rows, pa.int32()))
        path = staging / name / f"{batch_no:06d}.parquet"
        sizes[path] = write_parquet(rows.append_column(BATCH_NO, numbers), path)
    return sizes


def write_parquet(table: pa.Table, target: Path, *, compression: str = "lz4") -> int:
    """Write a Parquet file that appears under its name in one step; return its size."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".tmp")
    pq.write_table(table, temporary, compression=compression, use_dictionary=False, write_statistics=False)
    size = temporary.stat().st_size
    temporary.replace(target)
    return size


def require_staged(sizes: Mapping[Path, int]) -> None:
    """Raise `StorageError` unless every staged file is there as it was written.

    Loading reads whatever stands in the folder: without a file its rows would be missing and nobody be told.
    """
    for path, size in sizes.items():
        seen = path.stat().st_size if path.exists() else None
        if seen != size:
            told = "is missing" if seen is None else f"has {seen} bytes instead of {size}"
            message = (
                f"The staged file {path} {told}: something else than this run changed its staging folder. "
                "Nothing was published; run again."
            )
            raise StorageError(message)
