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
    from collections.abc import Iterator

    import pyarrow as pa


def run(options: Namespace) -> int:
    """Print a query's rows in the form asked for."""
    rows = answer(Home(options.home.absolute()), options.query)
    if options.json:
        rows = _named_once(rows)
        print(json.dumps({"columns": rows.column_names, "rows": rows.to_pylist()}, default=str))
    else:
        WRITERS[options.format](rows)
    return 0


def _named_once(rows: pa.Table) -> pa.Table:
    """Return the rows with a number behind a column's name that came before: `name`, `name_2`."""
    names: list[str] = []
    for name in rows.column_names:
        number, unique = 1, name
        while unique in names:
            number += 1
            unique = f"{name}_{number}"
        names.append(unique)
    return rows.rename_columns(names)


def _cells(rows: pa.Table) -> Iterator[tuple[object, ...]]:
    """Yield the values of each row, also where two columns have one name."""
    return zip(*(column.to_pylist() for column in rows.columns), strict=True)


def _write_table(rows: pa.Table) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*rows.column_names)
    for row in _cells(rows):
        table.add_row(*("" if value is None else str(value) for value in row))
    console = Console(width=None if sys.stdout.isatty() else 200, markup=False, emoji=False, highlight=False)
    console.print(table)
    console.print(f"{rows.num_rows} rows" if rows.num_rows != 1 else "1 row")


def _write_csv(rows: pa.Table) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(rows.column_names)
    writer.writerows(_cells(rows))


def _write_json(rows: pa.Table) -> None:
    for row in _named_once(rows).to_pylist():
        print(json.dumps(row, ensure_ascii=False, default=str))


def _write_parquet(rows: pa.Table) -> None:
    import pyarrow.parquet as pq

    if sys.stdout.isatty():
        message = (
            "Parquet is not for a terminal; send it to a file: dateline sql … --format parquet > rows.parquet"
        )
        raise UsageError(message)
    pq.write_table(_named_once(rows), sys.stdout.buffer, compression="zstd")


WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json, "parquet": _write_parquet}
