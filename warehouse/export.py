"""The tables as Parquet: one file a partition, rewritten only when its rows changed.

    parquet/articles/2021-06.parquet  parquet/ops.runs/all.parquet  parquet/manifest.json

A month that grew large has its newer rows in files of their own, see `warehouse/parts.py`.

`ops.partitions` says which run last changed each partition, the manifest which run's rows each file holds.
Where the two differ the file is written anew, so a run that was killed here is repaired by the next one.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import duckdb

from schemas.tables import BY_NAME, TABLES
from warehouse.connection import CATALOG, attach, run, translated, workbench
from warehouse.ddl import quote_text
from warehouse.partitions import keep_places, rows_of
from warehouse.snapshot import sync

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

ROW_GROUP_SIZE = 50_000
WRITERS = 2
"""Files written at a time: most are too small for DuckDB to use a second thread for one of them."""
MEMORY_LIMIT = "384MB"
"""Sorting a large partition takes no longer with less: what does not fit is spilled."""
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What exporting did."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def needs_export(home: Home) -> bool:
    """Whether a Parquet file is missing, too many, damaged in size, or of another run than the snapshot."""
    current = home.current()
    if current is None:
        return False
    manifest = _read_manifest(home)
    return (
        manifest.get("run_id") != current.stem
        or any(not _is_sound(home, name, entry) for name, entry in manifest["files"].items())
        or bool(_strays(home, set(manifest["files"])))
    )


def export(home: Home) -> Exported:
    """Bring the Parquet files in line with the current snapshot; raise `StorageError` on a full disk."""
    current = home.current()
    if current is None:
        return Exported()
    manifest = _read_manifest(home)
    files: dict[str, dict[str, object]] = manifest["files"]
    spill = home.staging / f"export-{current.stem}"
    try:
        with workbench(spill, memory_limit=MEMORY_LIMIT) as connection:
            attach(connection, current, read_only=True)
            wanted = {
                f"{table}/{partition}": last_run
                for table, partition, last_run in run(
                    connection, "SELECT table_name, partition, last_run FROM ops.partitions ORDER BY ALL"
                )
            }
            stale = [name for name in wanted if not _is_fresh(home, name, files.get(name), wanted[name])]
            places = keep_places(connection, (name.rsplit("/", 1)[1] for name in stale))
            with ThreadPoolExecutor(WRITERS) as threads:
                sizes = threads.map(partial(_write_partition, connection, home, places), stale)
                for name, size in zip(stale, sizes, strict=True):
                    files[name] = {"run_id": wanted[name], "size_bytes": size}
    except duckdb.Error as error:
        raise translated(error, home.parquet) from error
    finally:
        _remove_folder(spill)
    removed = _remove_strays(home, set(wanted))
    kept = {name: files[name] for name in sorted(wanted)}
    _write_manifest(home, {"run_id": current.stem, "files": kept})
    return Exported(written=tuple(stale), removed=removed)


def _write_partition(connection: duckdb.DuckDBPyConnection, home: Home, places: str, name: str) -> int:
    table, partition = name.rsplit("/", 1)
    target = home.parquet / f"{name}.parquet"
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_suffix(".tmp")
    cursor = connection.cursor()
    run(cursor, f"USE {CATALOG}")
    run(
        cursor,
        f"COPY ({rows_of(cursor, BY_NAME[table], partition, places)}) TO {quote_text(str(temporary))} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP_SIZE})",
    )
    cursor.close()
    sync(temporary)
    temporary.replace(target)
    return target.stat().st_size


def _is_fresh(home: Home, name: str, entry: dict[str, object] | None, last_run: str) -> bool:
    return entry is not None and entry["run_id"] == last_run and _is_sound(home, name, entry)


def _is_sound(home: Home, name: str, entry: dict[str, object]) -> bool:
    path = home.parquet / f"{name}.parquet"
    return path.is_file() and path.stat().st_size == entry["size_bytes"]


def _strays(home: Home, wanted: set[str]) -> list[Path]:
    """Return the files in our tables' folders that hold no partition any more."""
    return [
        path
        for table in TABLES
        for path in sorted((home.parquet / table.qualified).glob("*"))
        if path.is_file() and not (path.suffix == ".parquet" and f"{table.qualified}/{path.stem}" in wanted)
    ]


def _remove_strays(home: Home, wanted: set[str]) -> tuple[str, ...]:
    strays = _strays(home, wanted)
    for path in strays:
        path.unlink()
    return tuple(f"{path.parent.name}/{path.stem}" for path in strays)


def _read_manifest(home: Home) -> dict[str, Any]:
    try:
        manifest = json.loads((home.parquet / MANIFEST).read_text(encoding="utf-8"))
        return {"run_id": manifest["run_id"], "files": dict(manifest["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"files": {}}


def _write_manifest(home: Home, manifest: dict[str, object]) -> None:
    temporary: Path = home.parquet / f"{MANIFEST}.tmp"
    temporary.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    sync(temporary)
    temporary.replace(home.parquet / MANIFEST)


def _remove_folder(folder: Path) -> None:
    if folder.exists():
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
