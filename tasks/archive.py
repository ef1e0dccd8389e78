"""The raw archive: what every published run read, enough to make its rows again with nothing else.

raw/20260101T020000.000001Z/000001.parquet  gone.parquet  run.json

A batch file has a row for each file the run read or failed to read; `data` is null where the file could not
be read, and where it was touched but its content is the one archived before.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.errors import WarehouseError
from schemas.records import Rejection
from tasks.fetch import Fetched
from tasks.stage import table_of, write_parquet
from warehouse.journal import RunRecord, record_of
from warehouse.rollback import MARK
from warehouse.snapshot import sync

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from warehouse.home import Home

GONE = "gone.parquet"
RUN = "run.json"
ARCHIVED = pa.schema(
    [
        ("file_id", pa.int64()),
        ("source", pa.string()),
        ("raw_path", pa.binary()),
        ("path", pa.string()),
        ("size_bytes", pa.int64()),
        ("modified_ns", pa.int64()),
        ("sha256", pa.string()),
        ("code", pa.string()),
        ("detail", pa.string()),
        ("has_data", pa.bool_()),
        ("data", pa.binary()),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedRun:
    """One run in the archive, with what its ledger depended on besides the files it read."""

    record: RunRecord
    sources: Mapping[str, str]
    withdraw_removed: bool


def archived_row(
    file_id: int, row: Mapping[str, Any], fetched: Fetched, *, is_changed: bool
) -> tuple[Any, ...]:
    """Return the archive's row of a file that was read, or could not be."""
    why = fetched.rejection
    return (
        file_id,
        row["source"],
        row["raw_path"],
        row["path"],
        fetched.size_bytes,
        fetched.modified_ns,
        fetched.sha256,
        why.code if why else None,
        why.detail if why else None,
        is_changed,
        fetched.data if is_changed else None,
    )


def stage_raw(staging: Path, batch_no: int, rows: Iterable[tuple[object, ...]]) -> None:
    """Write the raw bytes of a batch's files."""
    table = table_of(list(rows), ARCHIVED)
    if table.num_rows:
        write_parquet(table, staging / "raw" / f"{batch_no:06d}.parquet", compression="zstd")


def archive(home: Home, run: ArchivedRun) -> None:
    """Move the run's raw bytes and its list of files that are gone into the archive.

    The move comes before the swap: a run that is published always has its bytes. If the process dies in
    between, the next run finds a folder in the archive that belongs to no published run, and drops it: those
    files are still in the inbox, and are read again.
    """
    run_id = run.record.run_id
    staging = home.run_staging(run_id)
    raw = staging / "raw"
    raw.mkdir(exist_ok=True)
    (staging / GONE).rename(raw / GONE)
    told = {
        "withdraw_removed": run.withdraw_removed,
        "sources": dict(run.sources),
        "record": run.record.as_json(),
        "files": {path.name: path.stat().st_size for path in sorted(raw.iterdir())},
    }
    (raw / RUN).write_text(json.dumps(told, indent=1, default=str) + "\n", encoding="utf-8")
    for path in raw.iterdir():
        sync(path)
    raw.rename(home.raw / run_id)
    sync(home.raw)


def archived_runs(home: Home) -> tuple[ArchivedRun, ...]:
    """Return the archived runs that were not rolled back, oldest first.

    Raises `WarehouseError` where a file is missing or cut off.
    """
    folders = sorted(path for path in home.raw.glob("*") if path.is_dir() and not (path / MARK).exists())
    return tuple(_archived_run(folder) for folder in folders)


def batch_files(home: Home, run_id: str) -> list[Path]:
    """Return the batch files of an archived run, in order."""
    return sorted(path for path in (home.raw / run_id).glob("*.parquet") if path.name != GONE)


def archived_files(path: Path) -> pa.Table:
    """Return the rows of one batch file without their bytes, as candidates that say where those stand."""
    rows = _read(path, [name for name in ARCHIVED.names if name != "data"])
    count = rows.num_rows
    is_touched = pa.compute.invert(rows.column("has_data"))
    return (
        rows.append_column("known_sha256", pa.compute.if_else(is_touched, rows.column("sha256"), None))
        .append_column("is_known", is_touched)
        .append_column("archive", pa.repeat(os.fsencode(path), count))
        .append_column("archive_row", pa.array(range(count), pa.int32()))
    )


def recall(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Fetched]]:
    """Yield archived candidates with their bytes, reading each batch file once; raise when one is damaged."""
    for name, group in groupby(rows, key=itemgetter("archive")):
        path = Path(os.fsdecode(name))
        data = _read(path, ["data"]).column("data")
        for row in group:
            yield row, _recalled(path, row, data[row["archive_row"]].as_py())


def _recalled(path: Path, row: Mapping[str, Any], data: bytes | None) -> Fetched:
    if data is not None and sha256(data).hexdigest() != row["sha256"]:
        raise _damaged(path, f"the bytes of {row['source']}/{row['path']} have another SHA-256 than recorded")
    rejection = None if row["code"] is None else Rejection(code=row["code"], detail=row["detail"])
    return Fetched(
        size_bytes=row["size_bytes"],
        modified_ns=row["modified_ns"],
        data=data,
        sha256=row["sha256"],
        rejection=rejection,
    )


def _archived_run(folder: Path) -> ArchivedRun:
    path = folder / RUN
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        run = ArchivedRun(
            record=record_of(told["record"]),
            sources=told["sources"],
            withdraw_removed=told["withdraw_removed"],
        )
        sizes: dict[str, int] = told["files"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _damaged(path, f"{type(error).__name__}: {error}") from error
    for name, size in sizes.items():
        held = folder / name
        seen = held.stat().st_size if held.is_file() else None
        if seen != size:
            raise _damaged(held, f"expected {size} bytes, {'missing' if seen is None else f'seen {seen}'}")
    return run


def _read(path: Path, columns: list[str]) -> pa.Table:
    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns=columns)
    except (pa.ArrowException, OSError) as error:
        raise _damaged(path, str(error).partition("\n")[0]) from error


def _damaged(path: Path, seen: str) -> WarehouseError:
    message = f"The archive file {path} is damaged ({seen}). Restore it from a backup; nothing was published."
    return WarehouseError(message)
