"""`dateline replay`: archived articles parsed again under today's rules, and which rows that changes."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from flows.start import headline, start
from tasks.rules import rules
from tasks.settings import ReplaySettings

if TYPE_CHECKING:
    from argparse import Namespace

    from flows.stages import Stages
    from warehouse.journal import RunRecord


def run(options: Namespace) -> int:
    """Replay, through Prefect or directly, and print the difference."""
    settings = ReplaySettings(
        home=options.home,
        where=options.where,
        since=options.since,
        workers=options.workers,
        dry_run=options.dry_run,
        wait_seconds=options.wait,
        rules=rules(options.facts, dict(options.field)),
    )
    record = start(options.orchestrate, partial(_directly, settings), partial(_through_prefect, options))
    print(json.dumps(record) if options.json else told(record, settings))
    return 0


def told(record: dict[str, Any], settings: ReplaySettings) -> str:
    """Return what a person wants to know of a replay: the difference, table by table."""
    lines = [headline(record), f"  files parsed again: {record['files_seen']}"]
    lines += [
        f"  {name}: {rows['inserted']} added, {rows['deleted']} lost, {rows['updated']} changed"
        for name, rows in record["rows"].items()
        if any(rows.values())
    ]
    if settings.dry_run:
        lines.append("  dry run: nothing was published")
    elif not record["published"]:
        lines.append("  no difference: the published snapshot stays")
    return "\n".join(lines)


def _directly(settings: ReplaySettings, stages: Stages) -> RunRecord:
    from flows.pipeline import run_replay

    return run_replay(settings, stages)


def _through_prefect(options: Namespace) -> dict[str, Any]:
    from flows.again import replay

    return replay(
        home=str(options.home),
        where=options.where,
        since=options.since,
        workers=options.workers,
        dry_run=options.dry_run,
        wait_seconds=options.wait,
        facts=options.facts,
        fields=dict(options.field) or None,
    )
