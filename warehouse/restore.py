"""The link `warehouse.duckdb` put back where it is missing: the records of the runs tell where it led.

Without it a warehouse would look like none at all, and the next run would begin an empty one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.errors import WarehouseError
from warehouse.journal import read_records, run_ids
from warehouse.rollback import ROLLED_BACK
from warehouse.snapshot import swap_link

if TYPE_CHECKING:
    from warehouse.home import Home


def restore_link(home: Home) -> None:
    """Point a missing link at the snapshot that was published last.

    Only the holder of the writer lock may call this, before it looks for runs that died. Raises
    `WarehouseError` where that snapshot is missing too: an older one lacks what was loaded since.
    """
    last = None if home.current() else last_published(home)
    if last is None:
        return
    if not home.snapshot(last).exists():
        raise WarehouseError(what_is_missing(home))
    swap_link(home, home.snapshot(last))


def last_published(home: Home) -> str | None:
    """Return the run whose snapshot the link should lead to, or None before the first.

    A run that died beside a finished snapshot counts: all that was left to do was to swap the link.
    """
    known = {record.run_id: record for record in read_records(home)}
    published = {name for name, r in known.items() if r.published and r.status != ROLLED_BACK}
    finished = {
        name for name in run_ids(home.snapshots) if name not in known or known[name].status == "running"
    }
    unknown = run_ids(home.raw) - known.keys()
    return max(published | finished | unknown, default=None)


def what_is_missing(home: Home) -> str | None:
    """Say what to do where there was a warehouse and there is none; None where all is well."""
    last = None if home.current() else last_published(home)
    if last is None:
        return None
    if home.snapshot(last).exists():
        return f"{home.link} is missing. The next run puts it back: dateline maintain --home {home.root}"
    return (
        f"{home.link} is missing, and so is the snapshot it led to, {last}. Make it anew from the raw "
        f"archive: dateline rebuild --home {home.root}; or publish an older one: dateline rollback --list"
    )
