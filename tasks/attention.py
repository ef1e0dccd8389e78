"""What someone should look at in a home folder, each with the command that helps.

run 20260101T020000.000001Z failed: … disk … is full
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tasks.rules import NER, TODAY
from warehouse.restore import what_is_missing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warehouse.home import Home
    from warehouse.journal import RunRecord


def needs_attention(
    home: Home, records: Sequence[RunRecord], seen: dict[str, Any], writer: str | None
) -> list[str]:
    """Return one line a matter, the most urgent first; `seen` is `warehouse.query.overview`."""
    found = []
    missing = what_is_missing(home)
    if missing is not None and writer is None:
        found.append(missing)
    if not records and missing is None:
        found.append(f"nothing was ingested yet: dateline ingest SOURCE --home {home.root}")
    last = records[-1] if records else None
    if last is not None and last.status == "running" and writer is None:
        found.append(f"run {last.run_id} died; run the same ingest again, it takes up the work")
    elif last is not None and last.status in {"failed", "crashed"}:
        found.append(f"run {last.run_id} {last.status}: {last.error}")
    elif last is not None and last.offenders:
        found.append(f"run {last.run_id} was published, but {len(last.offenders)} audits warn of its rows")
    if last is not None:
        found += [f"  {name}: {row}" for name, rows in last.offenders.items() for row in rows]
    refused = sum(entry["documents"] for entry in seen["quarantine"])
    if refused:
        reasons = ", ".join(f"{e['documents']} {e['code']}" for e in seen["quarantine"])
        found.append(
            f"{refused} open reasons in quarantine ({reasons}): dateline quarantine --home {home.root}"
        )
    return found + _of_other_rules(home, seen) + _without_facts(home, seen)


def _of_other_rules(home: Home, seen: dict[str, Any]) -> list[str]:
    """Say how many articles hold what other rules than today's made of them."""
    todays = (TODAY.version, NER.version)
    others = {version: count for version, count in seen["rules"].items() if version not in todays}
    if not others:
        return []
    told = f"{sum(others.values())} articles carry what other rules than today's {TODAY.version} made of them"
    where = f"a.rules_version NOT IN {todays}"
    return [f'{told} ({", ".join(others)}): dateline replay --home {home.root} --where "{where}"']


def _without_facts(home: Home, seen: dict[str, Any]) -> list[str]:
    """Say how many articles are without facts because of a fault."""
    told = "articles are without facts"
    return [
        f"{count} {told} ({code}), a fault to report: dateline sql --home {home.root} "
        f"\"FROM fact_faults WHERE code = '{code}'\""
        for code, count in seen["fact_faults"].items()
    ]
