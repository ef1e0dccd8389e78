"""Report: one HTML page a run, for the person at 7 a.m., also of runs that failed.

reports/20260101T020000.000001Z.html  reports/latest.html -> 20260101T020000.000001Z.html

The page needs nothing but itself: no script, no font, no picture from elsewhere. Whatever a file or a message
says is escaped by the template engine.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from schemas.codes import CODES
from schemas.ops import RUN_COUNTS
from tasks.attention import needs_attention
from tasks.step import step
from warehouse.journal import read_records
from warehouse.query import overview, run_details

if TYPE_CHECKING:
    from warehouse.home import Home
    from warehouse.journal import RunRecord

LATEST: Final = "latest.html"
SHOWN_REFUSALS: Final = 200
SHOWN_RUNS: Final = 14
_TEMPLATE: Final = Path(__file__).with_name("page.html")


@step("write report")
def write_report(home: Home, record: RunRecord) -> Path:
    """Write the page of a run that has ended and point `latest.html` at it; return the page's path."""
    page = report_path(home, record.run_id)
    home.reports.mkdir(parents=True, exist_ok=True)
    _replace(page, render(home, record))
    link = page.with_name(f".{LATEST}.{os.getpid()}.tmp")
    link.unlink(missing_ok=True)
    link.symlink_to(page.name)
    link.replace(page.with_name(LATEST))
    return page


def report_path(home: Home, run_id: str) -> Path:
    """Return where the page of a run stands."""
    return home.reports / f"{run_id}.html"


def render(home: Home, record: RunRecord) -> str:
    """Return the page of one run."""
    from jinja2 import Environment, StrictUndefined

    earlier = [each for each in read_records(home) if each.run_id < record.run_id]
    details = run_details(home, record.run_id)
    refused = details["refused"]
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        run=record,
        attention=needs_attention(home, [*earlier, record], overview(home), writer=None),
        counts={name.replace("_", " "): record.counts.get(name, 0) for name in RUN_COUNTS},
        rows={name: each for name, each in record.rows.items() if each.total},
        audits=details["audits"],
        refused={"shown": refused[:SHOWN_REFUSALS], "more": len(refused[SHOWN_REFUSALS:])},
        codes=CODES,
        earlier=[_earlier(home, each) for each in reversed(earlier[-SHOWN_RUNS:])],
    )


def _earlier(home: Home, record: RunRecord) -> dict[str, Any]:
    counts = {name: record.counts.get(name, 0) for name in RUN_COUNTS}
    return {
        "run_id": record.run_id,
        "flow": record.flow,
        "status": record.status,
        "counts": counts,
        "has_page": report_path(home, record.run_id).exists(),
    }


def _replace(path: Path, text: str) -> None:
    temporary = path.with_suffix(".tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)
