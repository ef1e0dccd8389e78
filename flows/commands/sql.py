"""`dateline sql "SELECT …"`: query the published warehouse, read-only."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from schemas.errors import UsageError
from warehouse.home import Home
from warehouse.query import answer

if TYPE_CHECKING:
    from argparse import Namespace

    import pyarrow as pa


def run(options: Namespace) -> int:
    """Print a query's rows in the form asked for."""
    rows = answer(Home(options.home.absolute()), options.query)
    if options.json:
        print(json.dumps({"columns": rows.column_names, "rows": rows.to_pylist()}, default=str))
    else:
        WRITERS[options.format](rows)
    return 0


def _write_table(rows: pa.Table) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*rows.column_names)
    for row in rows.to_pylist():
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    console = Console(width=None if sys.stdout.isatty() else 200, markup=False, emoji=False, highlight=False)
    console.print(table)
    console.print(f"{rows.num_rows} rows" if rows.num_rows != 1 else "1 row")


def _write_csv(rows: pa.Table) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.column_names)
    writer.writerows(row.values() for row in rows.to_pylist())


def _write_json(rows: pa.Table) -> None:
    for row in rows.to_pylist():
        print(json.dumps(row, ensure_ascii=False, default=str))


def _write_parquet(rows: pa.Table) -> None:
    import pyarrow.parquet as pq

    if sys.stdout.isatty():
        message = (
            "Parquet is not for a terminal; send it to a file: dateline sql … --format parquet > rows.parquet"
        )
        raise UsageError(message)
    pq.write_table(rows, sys.stdout.buffer, compression="zstd")


WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json, "parquet": _write_parquet}
