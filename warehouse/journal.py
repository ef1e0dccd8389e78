"""The journal: one JSON file a run in `runs/`, also for runs that failed or had nothing to publish.

A run is `running` from the moment it holds the lock. Whoever holds the lock next and finds such a file knows
that its process died, and closes it as `crashed`. Finished runs enter `ops.runs` with the next snapshot.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from schemas.ops import RUN_COUNTS, RUNS
from warehouse.connection import run
from warehouse.merge import RowCounts
from warehouse.snapshot import sync

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import duckdb

    from warehouse.home import Home

_RUN_ID_FORMAT = "%Y%m%dT%H%M%S.%fZ"
_RUN_ID = re.compile(r"(?<![^_])\d{8}T\d{6}\.\d{6}Z(?![^._])")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """What is on record of one run."""

    run_id: str
    flow: str
    rules_version: str
    started_at: datetime
    status: str = "running"
    finished_at: datetime | None = None
    error: str | None = None
    note: str | None = None
    """What it did, where the counts can't say it."""
    published: bool = False
    counts: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[str, RowCounts] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    offenders: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Up to ten offending rows by failed audit."""
    freed_bytes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of the disk that the run freed, by what held them."""

    def finished(self, *, counts: Mapping[str, int], rows: Mapping[str, RowCounts]) -> RunRecord:
        """Return the record of a run that succeeded, with its figures."""
        merged = {**self.counts, **counts}
        changed = merged["files_new"] + merged["files_changed"]
        merged["files_unchanged"] = merged["files_seen"] - changed
        return replace(self, status="succeeded", finished_at=self.ended_at(), counts=merged, rows=rows)

    def ended_at(self) -> datetime:
        """Return now, or the run's beginning where the clock went back."""
        return max(utc_now(), self.started_at)

    def as_json(self) -> dict[str, Any]:
        """Return what `--json` prints: the contract's names, then what else is on record."""
        return {
            "run_id": self.run_id,
            "status": self.status,
            **{name: self.counts.get(name, 0) for name in RUN_COUNTS},
            "rows": _rows_json(self.rows),
            "seconds": dict(self.seconds),
            "flow": self.flow,
            "rules_version": self.rules_version,
            "started_at": self.started_at.isoformat(),
            "finished_at": self.finished_at.isoformat() if self.finished_at else None,
            "error": self.error,
            "note": self.note,
            "published": self.published,
            "offenders": dict(self.offenders),
            "freed_bytes": dict(self.freed_bytes),
        }


def utc_now() -> datetime:
    """Return the time as the warehouse keeps it: UTC without zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def new_run_id(home: Home) -> str:
    """Return an id that sorts after every run there is a trace of, also when the clock went back.

    It is also later than the end of every run on record, so that runs end in the order in which they began.
    """
    names = run_ids(home.runs) | run_ids(home.raw) | run_ids(home.snapshots)
    times = [started_at(name) for name in names]
    times += [record.finished_at for record in read_records(home) if record.finished_at is not None]
    earliest = max(times) + timedelta(microseconds=1) if times else datetime.min  # noqa: DTZ901 - UTC, no zone
    return max(utc_now(), earliest).strftime(_RUN_ID_FORMAT)


def run_ids(folder: Path) -> set[str]:
    """Return the runs that files or folders are named after, whatever their ending."""
    return {run_id for path in folder.glob("*") for run_id in _RUN_ID.findall(path.name)}


def started_at(run_id: str) -> datetime:
    """Return the time that a run id stands for."""
    return datetime.strptime(run_id, _RUN_ID_FORMAT)  # noqa: DTZ007 - UTC, no zone


def write_record(home: Home, record: RunRecord) -> None:
    """Put a run on record, replacing what was there, in one step."""
    target = home.runs / f"{record.run_id}.json"
    temporary = target.with_suffix(".tmp")
    temporary.write_text(json.dumps(record.as_json(), indent=1, default=str) + "\n", encoding="utf-8")
    sync(temporary)
    temporary.replace(target)


def read_records(home: Home) -> list[RunRecord]:
    """Return all runs on record, oldest first; a damaged record is left out."""
    records = (_read(path) for path in sorted(home.runs.glob("*.json")))
    return [record for record in records if record is not None]


def crashed_runs(home: Home) -> tuple[RunRecord, ...]:
    """Return the runs whose process died; only the holder of the writer lock knows that."""
    return tuple(record for record in read_records(home) if record.status == "running")


def close_crashed(home: Home) -> None:
    """Close the records of runs whose process died.

    Only the holder of the writer lock may call this.
    """
    current = home.current()
    for record in crashed_runs(home):
        if current is not None and record.run_id == current.stem:
            write_record(home, replace(record, status="succeeded", published=True))
        else:
            error = "The process ended before the run did; the next run took up its work."
            write_record(home, replace(record, status="crashed", error=error))


def insert_runs(connection: duckdb.DuckDBPyConnection, records: Iterable[RunRecord]) -> None:
    """Add finished runs to `ops.runs`; the last of them is the one whose snapshot this is."""
    places = ", ".join("?" for _ in RUNS.columns)
    told = list(records)
    for record in told:
        run(connection, "DELETE FROM ops.runs WHERE run_id = ?", [record.run_id])
        run(connection, f"INSERT INTO ops.runs VALUES ({places})", _row(record, told[-1].run_id))


def _row(record: RunRecord, last_run: str) -> list[object]:
    plain = {f.name: getattr(record, f.name) for f in fields(record)}
    values = {
        **plain,
        **{name: record.counts.get(name, 0) for name in RUN_COUNTS},
        "rows_json": json.dumps(_rows_json(record.rows)),
        "seconds_json": json.dumps(dict(record.seconds)),
        "last_run": last_run,
    }
    return [values[name] for name in RUNS.column_names]


def _rows_json(rows: Mapping[str, RowCounts]) -> dict[str, dict[str, int]]:
    return {
        name: {"inserted": c.inserted, "updated": c.updated, "deleted": c.deleted} for name, c in rows.items()
    }


def record_of(seen: Mapping[str, Any]) -> RunRecord:
    """Return the record that `RunRecord.as_json` told; raise KeyError, TypeError or ValueError for others."""
    return RunRecord(
        run_id=seen["run_id"],
        flow=seen["flow"],
        rules_version=seen["rules_version"],
        started_at=datetime.fromisoformat(seen["started_at"]),
        status=seen["status"],
        finished_at=datetime.fromisoformat(seen["finished_at"]) if seen["finished_at"] else None,
        error=seen["error"],
        note=seen.get("note"),
        published=seen["published"],
        counts={name: seen[name] for name in RUN_COUNTS},
        rows={name: RowCounts(**c) for name, c in seen["rows"].items()},
        seconds=seen["seconds"],
        offenders=seen["offenders"],
        freed_bytes=seen.get("freed_bytes", {}),
    )


def _read(path: Path) -> RunRecord | None:
    try:
        return record_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
