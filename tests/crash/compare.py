"""Whether two homes hold the same, by hashes of all tables, and whether one is in order by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from schemas.tables import TABLES
from tests.helpers import OF_RUNS
from warehouse.changes import table_hash
from warehouse.connection import reader, run
from warehouse.ddl import quote_text
from warehouse.export import needs_export
from warehouse.journal import read_records

if TYPE_CHECKING:
    from warehouse.home import Home


def differences(home: Home, twin: Home) -> list[str]:
    """Return the tables whose rows differ between two homes, run columns left out."""
    ours, theirs = (_hashes(each, with_runs=False) for each in (home, twin))
    of_runs = {table.qualified for table in OF_RUNS}
    return [f"{name} differs" for name in ours if name not in of_runs and ours[name] != theirs[name]]


def unfinished(home: Home) -> list[str]:
    """Return what a finished run should not have left: Parquet that lags, staging, runs without an end."""
    found = [f"{name}: Parquet differs" for name in disagreeing(home)]
    found += ["an export is due"] if needs_export(home) else []
    found += [f"left in staging: {path.name}" for path in home.staging.iterdir()]
    found += [f"left in the home: {path.name}" for path in home.root.glob(".*")]
    records = {record.run_id: record for record in read_records(home)}
    found += [f"run {name} has no end" for name, record in records.items() if record.status == "running"]
    for folder in (home.raw, home.snapshots):
        names = {path.name.removesuffix(".duckdb") for path in folder.iterdir()}
        strays = (name for name in names if name in records and not records[name].published)
        found += [f"{folder.name}/{name} was never published" for name in strays]
    return found


def disagreeing(home: Home) -> list[str]:
    """Return the tables whose Parquet files hold other rows than the warehouse, by hash."""
    published = _hashes(home, with_runs=True)
    with duckdb.connect() as connection:
        run(connection, "CREATE SCHEMA ops")
        for table in TABLES:
            files = quote_text(f"{home.parquet / table.qualified}/*.parquet")
            run(connection, f"CREATE VIEW {table.qualified} AS SELECT * FROM read_parquet({files})")
        exported = {t.qualified: table_hash(connection, t) for t in TABLES}
    return [name for name in published if published[name] != exported[name]]


def _hashes(home: Home, *, with_runs: bool) -> dict[str, str]:
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return {t.qualified: table_hash(connection, t, with_runs=with_runs) for t in TABLES}
