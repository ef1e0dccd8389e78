"""`dateline rollback RUN`: publish a snapshot that was kept again; `--list` shows which there are."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from flows.console import log_to_stderr
from flows.start import headline
from schemas.errors import UsageError
from tasks.settings import RollbackSettings
from warehouse.home import Home
from warehouse.rollback import kept_snapshots

if TYPE_CHECKING:
    from argparse import Namespace

    from warehouse.rollback import Kept


def run(options: Namespace) -> int:
    """List the kept snapshots, or go back to one; never through Prefect, which may be what is down."""
    if options.list == (options.run is not None):
        message = "give the RUN to go back to, or --list to see which snapshots are kept"
        raise UsageError(message)
    if options.list:
        kept = kept_snapshots(Home(options.home.absolute()))
        if options.json:
            print(json.dumps({"snapshots": [asdict(each) for each in kept]}, default=str))
        else:
            print("\n".join(_listed(each) for each in kept) or "no snapshot is kept")
        return 0
    from flows.stages import Stages
    from flows.upkeep import run_rollback

    log_to_stderr()
    settings = RollbackSettings(home=options.home, run_id=options.run, wait_seconds=options.wait)
    record = run_rollback(settings, Stages()).as_json()
    print(json.dumps(record) if options.json else f"{headline(record)}\n  {record['note']}")
    return 0


def _listed(kept: Kept) -> str:
    if kept.articles is None:
        return f"{kept.run_id}  can't be read{'  (current)' if kept.is_current else ''}"
    ended = kept.finished_at.isoformat(sep=" ", timespec="seconds") if kept.finished_at else "unknown"
    current = "  (current)" if kept.is_current else ""
    return (
        f"{kept.run_id}  {kept.flow}, ended {ended} UTC, {kept.articles} articles, "
        f"{kept.size_bytes} bytes{current}"
    )
