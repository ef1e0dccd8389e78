"""Packs: the raw bytes of many runs of long ago in few files.

raw/<first run>_<last run>/000001.parquet  gone.parquet  pack.json

A pack loses nothing: its rows are those of the runs' own files with the run beside each, one row group a run
and batch, and `pack.json` has what every `run.json` told. It is never written again.
"""

from __future__ import annotations

import json
import shutil
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.archive import GONE, PACK, RUN, RUN_ID
from tasks.archived import (
    archived_files,
    archived_runs,
    batch_files,
    gone_files,
    loose_folders,
    packed_runs,
    packs,
    recall,
)
from tasks.step import step
from warehouse.snapshot import sync

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tasks.archive import ArchivedRun
    from warehouse.home import Home

PACKED_BYTES: Final = 64 << 20
"""A run whose own files are larger stays as it is: nothing would be won."""
_LEVEL: Final = 9
_FILE: Final = "000001.parquet"


@step("pack archive")
def pack_archive(home: Home, staging: Path, least_runs: int) -> int:
    """Pack the runs that no rollback can reach any more, once there are enough; return the bytes freed.

    Raises `WarehouseError` where bytes are not those that were recorded; nothing is packed then.
    """
    freed = _drop(_left_behind(home))
    runs = _old_runs(home)
    while len(runs) >= least_runs:
        chosen, runs = runs[:least_runs], runs[least_runs:]
        folders = [run.folder for run in chosen if run.folder is not None]
        pack = _write_pack(chosen, staging)
        size = _size(pack)
        pack.rename(home.raw / pack.name)
        sync(home.raw)
        freed += _drop(folders) - size
    return freed


def _left_behind(home: Home) -> list[Path]:
    """Return the folders of runs that a pack holds: it was killed before they were dropped."""
    packed = {run.record.run_id for pack in packs(home) for run in packed_runs(pack)}
    return [folder for folder in loose_folders(home) if folder.name in packed]


def _old_runs(home: Home) -> list[ArchivedRun]:
    """Return the runs in small folders of their own from before the oldest snapshot that is kept."""
    oldest = min((path.stem for path in home.snapshots.glob("*.duckdb")), default="")
    small = {folder.name for folder in loose_folders(home) if _size(folder) <= PACKED_BYTES}
    return [run for run in archived_runs(home) if run.record.run_id in small and run.record.run_id < oldest]


def _write_pack(runs: Sequence[ArchivedRun], staging: Path) -> Path:
    pack = staging / f"{runs[0].record.run_id}_{runs[-1].record.run_id}"
    pack.mkdir(parents=True)
    _write(pack / _FILE, (table for run in runs for table in _checked_files(run)))
    _write(pack / GONE, (_of_run(gone_files(run), run) for run in runs))
    told = {
        "files": {path.name: path.stat().st_size for path in sorted(pack.iterdir())},
        "runs": [_told(run) for run in runs],
    }
    (pack / PACK).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    for path in pack.iterdir():
        sync(path)
    return pack


def _checked_files(run: ArchivedRun) -> Iterator[pa.Table]:
    """Yield a run's batch files whole, every byte compared with the SHA-256 on record."""
    for path in batch_files(run):
        for _ in recall(archived_files(path, run.record.run_id).to_pylist()):
            pass
        yield _of_run(pq.ParquetFile(path).read(), run)


def _of_run(rows: pa.Table, run: ArchivedRun) -> pa.Table:
    return rows.append_column(RUN_ID, pa.repeat(run.record.run_id, rows.num_rows))


def _write(path: Path, tables: Iterator[pa.Table]) -> None:
    """Write tables one below the other, each a row group; no file where there are none."""
    first = next(tables, None)
    if first is None:
        return
    with pq.ParquetWriter(path, first.schema, compression="zstd", compression_level=_LEVEL) as writer:
        for table in chain((first,), tables):
            writer.write_table(table)


def _told(run: ArchivedRun) -> dict[str, Any]:
    folder = run.folder
    told: dict[str, Any] = json.loads((folder / RUN).read_text(encoding="utf-8")) if folder else {}
    return {name: value for name, value in told.items() if name != "files"}


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def _drop(folders: Sequence[Path]) -> int:
    freed = sum(map(_size, folders))
    for folder in folders:
        shutil.rmtree(folder)
    return freed
