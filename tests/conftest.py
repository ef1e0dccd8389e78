"""Fixtures shared by the tests: a home folder and an inbox of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from warehouse.home import Home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home folder that does not exist yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Return an empty source folder."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder
