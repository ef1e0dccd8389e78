"""The rendered documents are current."""

from __future__ import annotations

import re

import pytest

from flows.docs import FOLDER, render
from tests.helpers import ROOT


@pytest.mark.parametrize("name", ["tables.md", "rejections.md", "audits.md", "cli.md"])
def test_page_is_what_the_code_declares(name: str) -> None:
    """A page in docs/ equals what `python -m flows.docs` writes."""
    assert (FOLDER / name).read_text(encoding="utf-8") == render()[name]


def test_every_rendered_page_is_tested() -> None:
    """No page is rendered that the test above does not compare."""
    assert set(render()) == {"tables.md", "rejections.md", "audits.md", "cli.md"}


def test_guarantees_name_tests_and_files_that_exist() -> None:
    """Every test that docs/guarantees.md calls a proof is defined, and so is every file it names."""
    page = (FOLDER / "guarantees.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(named) > 30
    code = {path: (ROOT / path).read_text(encoding="utf-8") for path, _ in named}
    assert [f"{path}::{name}" for path, name in named if f"\ndef {name}(" not in code[path]] == []
    files = re.findall(r"`((?:schemas|warehouse|tasks|flows)/[\w/.]+)`", page)
    assert [path for path in files if not (ROOT / path).exists()] == []
    rows = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    assert [row for row in rows if "tests/" not in row and "proved by" not in row] == []
