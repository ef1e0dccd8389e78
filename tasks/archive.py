"""The raw archive: what every published run read, enough to make its rows again with nothing else.

raw/20260101T020000.000001Z/000001.parquet  gone.parquet  run.json

A batch file has a row for each file the run read or failed to read; `data` is null where the file could not
be read, and where it was touched but its content is the one archived before. `tasks/packs.py` puts runs of
long ago together: a pack has the same rows with the run beside each, and what every run's `run.json` told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tasks.stage import table_of, write_parquet
from warehouse.snapshot import sync

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tasks.fetch import Fetched
    from warehouse.home import Home
    from warehouse.journal import RunRecord

GONE = "gone.parquet"
RUN = "run.json"
PACK = "pack.json"
RUN_ID = "run_id"
"""Column of a pack's files that says which run a row is of."""
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
    folder: Path | None = None
    """Where its bytes stand, alone or in a pack; None before they are archived."""


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


def stage_raw(staging: Path, batch_no: int, rows: Iterable[tuple[object, ...]]) -> dict[Path, int]:
    """Write the raw bytes of a batch's files; return the size of the file, if there is one."""
    table = table_of(list(rows), ARCHIVED)
    if not table.num_rows:
        return {}
    path = staging / "raw" / f"{batch_no:06d}.parquet"
    return {path: write_parquet(table, path, compression="zstd")}


def archive(home: Home, run: ArchivedRun) -> None:
    """Move the run's raw bytes and its list of files that are gone into the archive.

    The move comes before the swap: a run that is published always has its bytes. If the process dies in
    between, the next run finds a folder in the archive that belongs to no published run, and drops it: those
    files are still in the inbox, and are read again.
    """
    run_id = run.record.run_id
    if (home.raw / run_id).exists():
        return  # what failed after this is tried again
    staging = home.run_staging(run_id)
    raw = staging / "raw"
    raw.mkdir(exist_ok=True)
    if not (raw / GONE).exists():
        (staging / GONE).rename(raw / GONE)
    told = {
        "withdraw_removed": run.withdraw_removed,
        "sources": dict(run.sources),
        "record": run.record.as_json(),
        "files": {path.name: path.stat().st_size for path in sorted(raw.glob("*.parquet"))},
    }
    (raw / RUN).write_text(json.dumps(told, indent=1, default=str) + "\n", encoding="utf-8")
    for path in raw.iterdir():
        sync(path)
    raw.rename(home.raw / run_id)
    sync(home.raw)
