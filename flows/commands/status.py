"""`dateline status`: last runs, counts by state, what needs attention."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tasks.attention import needs_attention
from warehouse.home import Home
from warehouse.journal import read_records
from warehouse.lock import is_locked, lock_holder
from warehouse.query import overview

if TYPE_CHECKING:
    from argparse import Namespace

    from warehouse.journal import RunRecord

SHOWN_RUNS = 5


def run(options: Namespace) -> int:
    """Print the state of a home folder."""
    home = Home(options.home.absolute())
    records = read_records(home)
    seen = overview(home)
    writer = lock_holder(home) if is_locked(home) else None
    attention = needs_attention(home, records, seen, writer)
    if options.json:
        runs = [record.as_json() for record in reversed(records[-SHOWN_RUNS:])]
        print(
            json.dumps(
                {"home": str(home.root), "writer": writer, "runs": runs, **seen, "attention": attention}
            )
        )
    else:
        print(told(records, seen, writer, attention))
    return 0


def told(records: list[RunRecord], seen: dict[str, Any], writer: str | None, attention: list[str]) -> str:
    """Return the state as lines for a person."""
    lines = [f"{seen['articles']} articles"]
    lines += [f"  files {state}: {count}" for state, count in seen["files"].items()]
    lines += [f"  documents {state}: {count}" for state, count in seen["documents"].items()]
    lines.append("last runs")
    for record in reversed(records[-SHOWN_RUNS:]):
        counts = record.counts
        lines.append(
            f"  {record.run_id} {record.flow} {record.status}: {counts.get('files_new', 0)} new, "
            f"{counts.get('files_changed', 0)} changed, {counts.get('files_removed', 0)} removed"
            + ("" if record.published else ", nothing published")
            + (f" ({record.note})" if record.note else "")
        )
    if writer is not None:
        lines.append(f"being written by {writer}")
    lines.append("needs attention" if attention else "nothing needs attention")
    lines += [f"  {each}" for each in attention]
    return "\n".join(lines)
