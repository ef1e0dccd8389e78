"""Documents rendered from what the code declares: `python -m flows.docs` writes them, a test compares.

docs/tables.md  docs/rejections.md  docs/audits.md  docs/cli.md
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from flows.cli import build_parser, subcommands
from schemas.codes import CODES
from schemas.tables import SCHEMA_VERSION, TABLES
from warehouse.audit import audits

if TYPE_CHECKING:
    from schemas.table import Column, Table

FOLDER = Path(__file__).parent.parent / "docs"
NOTE = "<!-- Rendered by `python -m flows.docs`; edit the declarations, not this page. -->"


def render() -> dict[str, str]:
    """Return each rendered page by its file name."""
    return {
        "tables.md": _tables(),
        "rejections.md": _rejections(),
        "audits.md": _audits(),
        "cli.md": _cli(),
    }


def _tables() -> str:
    head = (
        f"# Tables\n\n{NOTE}\n\nContract version {SCHEMA_VERSION}. Ids are 63 bits of a hash of raw natural "
        "keys, the same in every rebuild. Times are UTC. Text is NFC. Spans count code points from 0, end "
        "exclusive:\n`substr(paragraphs.text, start_char + 1, end_char - start_char)` is the surface.\n"
    )
    return head + "".join(_table(table) for table in TABLES)


def _table(table: Table) -> str:
    rows = "".join(
        f"| {'**' + c.name + '**' if c.key else c.name} | {c.type.duckdb}{'' if c.nullable else ' NOT NULL'} "
        f"| {_meaning(c)} |\n"
        for c in table.columns
    )
    head = f"\n## {table.qualified}\n\nGrain: {table.grain}.\n\n"
    return f"{head}| column | type | meaning |\n| --- | --- | --- |\n{rows}"


def _meaning(column: Column) -> str:
    told = column.doc
    if column.references:
        told += f" References `{column.references}`."
    if column.allowed and column.name != "code":
        told += " One of " + ", ".join(f"`{value}`" for value in column.allowed) + "."
    return told.replace("|", "\\|")


def _rejections() -> str:
    rows = "".join(f"| `{code}` | {told} |\n" for code, told in CODES.items())
    return f"# Rejection codes\n\n{NOTE}\n\n| code | what it means and what to do |\n| --- | --- |\n{rows}"


def _audits() -> str:
    rows = "".join(f"| {a.name} | {a.severity} | {a.doc} |\n" for a in audits())
    return (
        f"# Audits\n\n{NOTE}\n\nRun inside the transaction of every run that changes rows. An error rolls "
        "the run back and publishes nothing, a warning does not. Of both `dateline status` shows ten of the "
        "rows.\n\n"
        f"| audit | severity | what it finds |\n| --- | --- | --- |\n{rows}"
    )


def _cli() -> str:
    os.environ["COLUMNS"] = "100"
    pages = [f"# Command line\n\n{NOTE}\n\n```\n{build_parser().format_help()}```\n"]
    pages += [f"\n## dateline {name}\n\n```\n{command.format_help()}```\n" for name, command in subcommands()]
    return "".join(pages)


def main() -> None:
    """Write all pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, page in render().items():
        (FOLDER / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
