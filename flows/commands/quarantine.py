"""`dateline quarantine`: what was refused and why; `--show ID` one entry, `--replay` tries again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from schemas.codes import CODES
from schemas.errors import UsageError
from warehouse.home import Home
from warehouse.query import quarantined

if TYPE_CHECKING:
    from argparse import Namespace

REFUSED = "d.state = 'quarantined' AND r.to_run IS NULL"


def run(options: Namespace) -> int:
    """Print quarantine entries, or try again what is in quarantine."""
    if options.replay:
        from flows.commands import replay

        options.where = REFUSED
        return replay.run(options)
    entries = quarantined(Home(options.home.absolute()), show=options.show, closed=options.all)
    if options.show and not entries:
        message = f"no quarantine entry or document has the id {options.show}"
        raise UsageError(message)
    if options.json:
        print(json.dumps({"entries": entries}, default=str))
    elif options.show:
        print("\n\n".join(_shown(entry) for entry in entries))
    else:
        print("\n".join(_listed(entry) for entry in entries) or "nothing is in quarantine")
    return 0


def _listed(entry: dict[str, Any]) -> str:
    closed = "" if entry["is_open"] else " (closed)"
    return f"{entry['quarantine_id']}  {entry['code']}{closed}  {_where(entry)}  {entry['detail']}"


def _shown(entry: dict[str, Any]) -> str:
    lines = [
        f"{_where(entry)} (document {entry['document_id']})",
        f"  reason:   {entry['code']}: {entry['detail']}",
        f"  to do:    {CODES[entry['code']]}",
    ]
    if entry["field"] is not None:
        lines.append(f"  field:    {entry['field']}")
    if entry["position"] is not None:
        lines.append(f"  position: {entry['position']}")
    lines.append(f"  since:    run {entry['first_run']}" + ("" if entry["is_open"] else ", closed"))
    lines.append(f"  raw head: {entry['raw_head']}")
    return "\n".join(lines)


def _where(entry: dict[str, Any]) -> str:
    member = "" if entry["member"] is None else f"#{entry['member']}"
    return f"{entry['source']}/{entry['path']}{member}"
