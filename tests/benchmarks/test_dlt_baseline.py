"""The yardstick loads what it claims to load; skipped where the dependency group `dlt` is not installed."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from benchmarks.generate import generate

ROOT = Path(__file__).resolve().parents[2]
COUNT = 40

pytestmark = pytest.mark.skipif(find_spec("dlt") is None, reason="needs the dependency group dlt")


@pytest.mark.parametrize(("shape", "child"), [("nested", "articles__paragraphs"), ("arrow", "paragraphs")])
def test_every_file_is_loaded(tmp_path: Path, shape: str, child: str) -> None:
    """The counts it prints are those of the database, and a second run loads nothing."""
    generate(tmp_path / "in", COUNT, seed=3)
    command = [sys.executable, "-m", "benchmarks.dlt_baseline", str(tmp_path / "in"), str(tmp_path / "out")]
    runs = [
        json.loads(
            subprocess.run([*command, "--shape", shape], check=True, cwd=ROOT, capture_output=True).stdout
        )
        for _ in range(2)
    ]
    with duckdb.connect(str(tmp_path / "out" / "dlt.duckdb"), read_only=True) as database:
        counts = [
            database.table(f"news.{table}").count("*").fetchall()[0][0] for table in ("articles", child)
        ]
    assert counts == [runs[0]["articles"], runs[0]["paragraphs"]]
    assert counts[0] == COUNT
    assert counts[1] > COUNT
    assert runs[1]["articles"] == 0
