"""What the published ledger knows of a listing: which files are new, may have changed, or are gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from warehouse.connection import arrow_table, attach, run, translated, workbench

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyarrow as pa

_CANDIDATES = """
SELECT l.*, f.file_id IS NOT NULL AS is_known,
       CASE WHEN f.state = 'present' THEN f.sha256 END AS known_sha256
FROM listing l
LEFT JOIN ops.files f ON f.source = l.source AND f.path = l.path
WHERE f.file_id IS NULL
   OR f.state = 'removed'
   OR f.sha256 IS NULL
   OR f.size_bytes <> l.size_bytes
   OR f.modified_ns <> l.modified_ns
   OR getvariable('read_all')
ORDER BY l.source, l.path
"""
_GONE = """
SELECT f.file_id, f.source, f.path
FROM ops.files f
ANTI JOIN listing l ON f.source = l.source AND f.path = l.path
WHERE f.state = 'present' AND f.source IN (SELECT unnest(getvariable('walked')::VARCHAR[]))
ORDER BY f.file_id
"""
_UNKNOWN = """
SELECT l.*, FALSE AS is_known, NULL::VARCHAR AS known_sha256 FROM listing l ORDER BY l.source, l.path
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a listing and the ledger disagree in.

    `candidates` are listed files to read, with `is_known` and `known_sha256`; `gone` has file_id, source and
    path.
    """

    candidates: pa.Table
    gone: pa.Table


def compare(
    snapshot: Path | None, listing: pa.Table, *, walked: Sequence[str], full: bool, temporary: Path
) -> Differences:
    """Compare a listing with the ledger; `walked` names the sources that were listed whole."""
    try:
        with workbench(temporary) as connection:
            connection.register("listing", listing)
            if snapshot is None:
                return Differences(
                    candidates=arrow_table(connection, _UNKNOWN),
                    gone=arrow_table(
                        connection, "SELECT 0::BIGINT AS file_id, '' AS source, '' AS path WHERE FALSE"
                    ),
                )
            run(connection, "SET VARIABLE read_all = ?", [full])
            run(connection, "SET VARIABLE walked = ?", [list(walked)])
            attach(connection, snapshot, read_only=True)
            return Differences(
                candidates=arrow_table(connection, _CANDIDATES), gone=arrow_table(connection, _GONE)
            )
    except duckdb.Error as error:
        raise translated(error, snapshot or temporary) from error


def known_sources(snapshot: Path | None, temporary: Path) -> dict[str, str]:
    """Return the folder each known source was last read from."""
    if snapshot is None:
        return {}
    try:
        with workbench(temporary) as connection:
            attach(connection, snapshot, read_only=True)
            return dict(run(connection, "SELECT source, root FROM ops.sources"))
    except duckdb.Error as error:
        raise translated(error, snapshot) from error
