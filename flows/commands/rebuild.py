"""`dateline rebuild`: a new warehouse from the raw archive alone."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from flows.start import headline, start
from tasks.rules import rules
from tasks.settings import RunSettings

if TYPE_CHECKING:
    from argparse import Namespace

    from flows.stages import Stages
    from warehouse.journal import RunRecord


def run(options: Namespace) -> int:
    """Rebuild, through Prefect or directly, and print what the new warehouse holds."""
    settings = RunSettings(
        home=options.home,
        workers=options.workers,
        wait_seconds=options.wait,
        rules=rules(options.facts, dict(options.field)),
    )
    record = start(options.orchestrate, partial(_directly, settings), partial(_through_prefect, options))
    print(json.dumps(record) if options.json else told(record, settings))
    return 0


def told(record: dict[str, Any], settings: RunSettings) -> str:
    """Return what a person wants to know of a rebuild."""
    documents = ", ".join(
        f"{record[f'documents_{name}']} {name}" for name in ("loaded", "duplicate", "quarantined")
    )
    return "\n".join(
        (
            headline(record),
            f"  files: {record['files_seen']}; documents: {documents}",
            f"  articles: {record['articles_total']} in {settings.home / 'warehouse.duckdb'}",
        )
    )


def _directly(settings: RunSettings, stages: Stages) -> RunRecord:
    from flows.pipeline import run_rebuild

    return run_rebuild(settings, stages)


def _through_prefect(options: Namespace) -> dict[str, Any]:
    from flows.again import rebuild

    return rebuild(
        home=str(options.home),
        workers=options.workers,
        wait_seconds=options.wait,
        facts=options.facts,
        fields=dict(options.field) or None,
    )
