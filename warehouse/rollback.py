"""Back to a snapshot that was kept: the swap of the link, and what the records say of the runs it leaves out.

A run that was rolled back keeps its record, as `rolled_back`, and its raw bytes in the archive, marked by an
empty file `rolled-back` in its folder. Its files are new again for the next ingest. As long as its snapshot
is kept, the warehouse can be brought forward to it the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import duckdb

from schemas.errors import UsageError, WarehouseError
from warehouse.connection import reader, run
from warehouse.ddl import quote_name
from warehouse.journal import read_records, write_record
from warehouse.snapshot import swap_link

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from warehouse.home import Home

MARK = "rolled-back"
"""Name of the file that tells the readers of the archive to pass over a run."""
ROLLED_BACK = "rolled_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One snapshot that was kept; `articles` are those held in it, None where it can't be read."""

    run_id: str
    flow: str
    finished_at: datetime | None
    articles: int | None
    size_bytes: int
    is_current: bool


def kept_snapshots(home: Home) -> list[Kept]:
    """Return the snapshots that the link can be swapped to, newest first."""
    paths = sorted(home.snapshots.glob("*.duckdb"), reverse=True)
    current = home.current()
    kept = []
    for path in paths:
        flow, finished_at, articles = _told(path)
        kept.append(
            Kept(
                run_id=path.stem,
                flow=flow,
                finished_at=finished_at,
                articles=articles,
                size_bytes=path.stat().st_size,
                is_current=current is not None and path.resolve() == current,
            )
        )
    return kept


def _told(path: Path) -> tuple[str, datetime | None, int | None]:
    """Return flow and end of the run that made a snapshot, and its articles; nothing where it is damaged."""
    try:
        with reader(path) as connection:
            articles = run(connection, "SELECT count(*) FROM articles WHERE is_current")[0][0]
            told = run(connection, "SELECT flow, finished_at FROM ops.runs WHERE run_id = ?", [path.stem])
    except (WarehouseError, duckdb.Error):
        return "", None, None
    flow, finished_at = told[0] if told else ("", None)
    return flow, finished_at, articles


def require_kept(home: Home, run_id: str) -> None:
    """Raise `UsageError` unless a run's snapshot is kept and another one is current."""
    kept = {path.stem for path in home.snapshots.glob("*.duckdb")}
    if run_id not in kept:
        told = ", ".join(sorted(kept)) or "none"
        message = f"no snapshot of a run {run_id} is kept. Kept are: {told}."
        raise UsageError(message)
    current = home.current()
    if current is not None and current.stem == run_id:
        message = f"the snapshot of run {run_id} is the current one; there is nothing to roll back."
        raise UsageError(message)


def roll_back(home: Home, run_id: str) -> tuple[str, ...]:
    """Publish a kept snapshot again; return the runs that it leaves out. The swap is the one commit point."""
    require_kept(home, run_id)
    _require_readable(home.snapshot(run_id))
    swap_link(home, home.snapshot(run_id))
    return mark_runs(home)


def _require_readable(snapshot: Path) -> None:
    """Read every row of a snapshot; raise `WarehouseError` for one that is damaged, however little of it."""
    tables = (
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database() "
        "ORDER BY ALL"
    )
    with reader(snapshot) as connection:
        for schema, table in run(connection, tables):
            run(connection, f"SELECT max(hash(t)) FROM {quote_name(schema)}.{quote_name(table)} t")


def mark_runs(home: Home) -> tuple[str, ...]:
    """Have the records and the archive say which published runs the warehouse holds; return the others.

    Only the holder of the writer lock may call this. Doing it twice is doing it once.
    """
    current = home.current()
    if current is None:
        return ()
    with reader(current) as connection:
        status = dict(run(connection, "SELECT run_id, status FROM ops.runs"))
    left_out = []
    for record in read_records(home):
        if not record.published:
            continue
        told = status.get(record.run_id, ROLLED_BACK)
        if told == ROLLED_BACK:
            left_out.append(record.run_id)
        if told != record.status:
            write_record(home, replace(record, status=told))
        _mark(home, record.run_id, is_left_out=told == ROLLED_BACK)
    return tuple(left_out)


def _mark(home: Home, run_id: str, *, is_left_out: bool) -> None:
    folder = home.raw / run_id
    if folder.is_dir() and is_left_out:
        (folder / MARK).touch()
    elif folder.is_dir():
        (folder / MARK).unlink(missing_ok=True)
