"""A bounded number of broken files on every test run; `make fuzz` goes on with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fuzz.mutate import case
from tests.fuzz.target import FAULTS, broken
from tests.helpers import UNACCOUNTED, ingest, query, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

CASES = 300


def test_broken_files_are_read_or_refused() -> None:
    """Cut, spliced and garbled files give articles that keep every rule, or reasons; nothing raises."""
    assert {number: found for number in range(CASES) if (found := broken(number))} == {}


@pytest.mark.warehouse
def test_broken_files_do_not_stop_a_run(warm: Home, tmp_path: Path) -> None:
    """All of them in one inbox: the run succeeds, every file is accounted for, and no fault is ours."""
    inbox = write(tmp_path / "inbox", dict(map(case, range(CASES))))
    record = ingest(warm, inbox)
    assert record.counts["files_new"] == CASES
    assert query(warm, UNACCOUNTED) == []
    codes = {code for (code,) in query(warm, "SELECT DISTINCT code FROM ops.quarantine")}
    assert codes
    assert not codes & FAULTS
    assert query(warm, "SELECT * FROM fact_faults") == []
