"""`dateline ingest SOURCE...`: the main job."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from flows.start import headline, start
from tasks.rules import rules
from tasks.settings import IngestSettings

if TYPE_CHECKING:
    from argparse import Namespace

    from flows.stages import Stages
    from warehouse.journal import RunRecord


def run(options: Namespace) -> int:
    """Ingest, through Prefect or directly, and print what became of the files."""
    settings = IngestSettings(
        home=options.home,
        sources=tuple(options.sources),
        source_name=options.source_name,
        workers=options.workers,
        full=options.full,
        withdraw_removed=options.removed == "withdraw",
        max_reject_share=options.max_reject_share,
        dry_run=options.dry_run,
        wait_seconds=options.wait,
        rules=rules(options.facts, dict(options.field)),
    )
    record = start(options.orchestrate, partial(_directly, settings), partial(_through_prefect, options))
    print(json.dumps(record) if options.json else told(record, settings))
    return 0


def told(record: dict[str, Any], settings: IngestSettings) -> str:
    """Return what a person wants to know of a run."""
    lines = [
        headline(record),
        "  files: " + _figures(record, "files", ("seen", "new", "changed", "unchanged", "removed")),
        "  documents: " + _figures(record, "documents", ("loaded", "duplicate", "quarantined")),
        f"  articles: {record['articles_total']} in {settings.home / 'warehouse.duckdb'}",
    ]
    if facts := _new_facts(record):
        lines.append(f"  new facts: {facts}")
    if settings.dry_run:
        lines.append("  dry run: nothing was published")
    elif not record["published"]:
        lines.append("  nothing new: the published snapshot stays")
    if record["documents_quarantined"]:
        lines.append(f"  look at what was refused: dateline quarantine --home {settings.home}")
    return "\n".join(lines)


def _new_facts(record: dict[str, Any]) -> str:
    """Return how many rows came of what articles say; empty where none did."""
    told = {"people": "people", "organisations": "organisations", "statements": "statements"}
    counted = {
        noun: record["rows"].get(table, {}).get("inserted", 0)
        for table, noun in (told | {"meeting_reports": "meetings"}).items()
    }
    return ", ".join(f"{count} {noun}" for noun, count in counted.items()) if any(counted.values()) else ""


def _figures(record: dict[str, Any], noun: str, names: tuple[str, ...]) -> str:
    return ", ".join(f"{record[f'{noun}_{name}']} {name}" for name in names)


def _directly(settings: IngestSettings, stages: Stages) -> RunRecord:
    from flows.pipeline import run_ingest

    return run_ingest(settings, stages)


def _through_prefect(options: Namespace) -> dict[str, Any]:
    from flows.ingest import ingest

    return ingest(
        source=[str(path) for path in options.sources],
        home=str(options.home),
        source_name=options.source_name,
        workers=options.workers,
        full=options.full,
        removed=options.removed,
        max_reject_share=options.max_reject_share,
        dry_run=options.dry_run,
        wait_seconds=options.wait,
        facts=options.facts,
        fields=dict(options.field) or None,
    )
