"""The raw archive read back: which runs it holds, what each read, and the bytes themselves.

Of a run on its own all rows of its files are its own; in a pack (`tasks/packs.py`) those with its id.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from functools import partial
from hashlib import sha256
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from schemas.errors import WarehouseError
from schemas.records import Rejection
from tasks.archive import ARCHIVED, GONE, PACK, RUN, RUN_ID, ArchivedRun
from tasks.fetch import Fetched
from warehouse.journal import record_of
from warehouse.rollback import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from warehouse.home import Home

_NO_RECORD = (OSError, ValueError, KeyError, TypeError, AttributeError)


def archived_runs(home: Home) -> tuple[ArchivedRun, ...]:
    """Return the archived runs that were not rolled back, oldest first.

    Raises `WarehouseError` where a file is missing or cut off.
    """
    packed = {run.record.run_id: run for pack in packs(home) for run in packed_runs(pack)}
    loose = (_archived_run(folder) for folder in loose_folders(home) if folder.name not in packed)
    return tuple(sorted((*packed.values(), *loose), key=lambda run: run.record.run_id))


def loose_folders(home: Home) -> list[Path]:
    """Return the folders of single runs that were not rolled back, oldest first."""
    return sorted(
        path
        for path in home.raw.glob("*")
        if path.is_dir() and not (path / PACK).exists() and not (path / MARK).exists()
    )


def packs(home: Home) -> list[Path]:
    """Return the folders that hold several runs."""
    return sorted(path.parent for path in home.raw.glob(f"*/{PACK}"))


def packed_runs(pack: Path) -> list[ArchivedRun]:
    """Return the runs of one pack; raise `WarehouseError` where a file is missing or cut off."""
    path = pack / PACK
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        runs = [_told_run(each, pack) for each in told["runs"]]
        sizes: dict[str, int] = told["files"]
    except _NO_RECORD as error:
        raise _damaged(path, f"{type(error).__name__}: {error}") from error
    _require_sizes(pack, sizes)
    return runs


def batch_files(run: ArchivedRun) -> list[Path]:
    """Return the batch files that hold rows of an archived run, in order."""
    folder = run.folder
    return sorted(path for path in folder.glob("*.parquet") if path.name != GONE) if folder else []


def archived_files(path: Path, run_id: str) -> pa.Table:
    """Return a run's rows of one batch file without their bytes, as candidates that say where those stand."""
    rows, numbers = _rows_of(path, run_id, [name for name in ARCHIVED.names if name != "data"])
    is_touched = pa.compute.invert(rows.column("has_data"))
    return (
        rows.append_column("known_sha256", pa.compute.if_else(is_touched, rows.column("sha256"), None))
        .append_column("is_known", is_touched)
        .append_column("archive", pa.repeat(os.fsencode(path), rows.num_rows))
        .append_column("archive_row", numbers.cast(pa.int32()))
    )


def nothing_archived() -> pa.Table:
    """Return what `archived_files` returns of a batch without rows."""
    fields = [field for field in ARCHIVED if field.name != "data"]
    more = (("known_sha256", pa.string()), ("is_known", pa.bool_()), ("archive", pa.binary()))
    return pa.schema([*fields, *more, ("archive_row", pa.int32())]).empty_table()


def gone_files(run: ArchivedRun) -> pa.Table:
    """Return the list of files that were gone when a run looked, as it was staged."""
    if run.folder is None:
        message = f"run {run.record.run_id} is not archived yet"
        raise WarehouseError(message)
    path = run.folder / GONE
    return _rows_of(path, run.record.run_id, None)[0]


def recall(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Fetched]]:
    """Yield archived candidates with their bytes, reading each once; raise when a batch file is damaged."""
    for name, group in groupby(rows, key=itemgetter("archive")):
        path = Path(os.fsdecode(name))
        for row, data in _bytes_of(path, group):
            yield row, _recalled(path, row, data)


def _bytes_of(
    path: Path, rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Mapping[str, Any], bytes | None]]:
    """Yield rows with their bytes, a row group at a time: a pack has one for each run."""
    start, data = 0, pa.chunked_array([], pa.binary())
    with _opened(path) as file:
        ends = list(accumulate(file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)))
        for row in rows:
            number = row["archive_row"]
            if not start <= number < start + len(data):
                group = bisect_right(ends, number)
                start = ends[group - 1] if group else 0
                data = _content(path, partial(file.read_row_group, group, ["data"])).column("data")
            yield row, data[number - start].as_py()


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
        run = _told_run(told, folder)
        sizes: dict[str, int] = told["files"]
    except _NO_RECORD as error:
        raise _damaged(path, f"{type(error).__name__}: {error}") from error
    _require_sizes(folder, sizes)
    return run


def _told_run(told: Mapping[str, Any], folder: Path) -> ArchivedRun:
    return ArchivedRun(
        record=record_of(told["record"]),
        sources=told["sources"],
        withdraw_removed=told["withdraw_removed"],
        folder=folder,
    )


def _require_sizes(folder: Path, sizes: Mapping[str, int]) -> None:
    for name, size in sizes.items():
        held = folder / name
        seen = held.stat().st_size if held.is_file() else None
        if seen != size:
            raise _damaged(held, f"expected {size} bytes, {'missing' if seen is None else f'seen {seen}'}")


def _rows_of(path: Path, run_id: str, columns: list[str] | None) -> tuple[pa.Table, pa.Array]:
    """Return a run's rows of a batch file, all or its part of a pack, and their numbers in the file."""
    with _opened(path) as file:
        names = columns or [name for name in file.schema_arrow.names if name != RUN_ID]
        is_pack = RUN_ID in file.schema_arrow.names
        table = _content(path, partial(file.read, [*names, RUN_ID] if is_pack else names))
    if not is_pack:
        return table, pa.array(range(table.num_rows), pa.uint64())
    mask = pa.compute.equal(table.column(RUN_ID), run_id)
    return table.drop_columns(RUN_ID).filter(mask), pa.compute.indices_nonzero(mask)


def _opened(path: Path) -> pq.ParquetFile:
    return _content(path, partial(pq.ParquetFile, path))


def _content(path: Path, read: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is read
    try:
        return read()
    except (pa.ArrowException, OSError) as error:
        raise _damaged(path, str(error).partition("\n")[0]) from error


def _damaged(path: Path, seen: str) -> WarehouseError:
    message = f"The archive file {path} is damaged ({seen}). Restore it from a backup; nothing was published."
    return WarehouseError(message)
