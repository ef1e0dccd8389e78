"""Fixtures shared by the tests: a home folder and an inbox of one's own."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ingest
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


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home that has published one run of an empty folder; not to be written to."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "inbox").mkdir()
    home = Home(folder / "home")
    ingest(home, folder / "inbox")
    (folder / "inbox").rmdir()  # so that tests may call their own folder so: the source has moved
    return home


@pytest.fixture
def warm(empty_warehouse: Home, home: Home) -> Home:
    """Return a home with a published warehouse of no articles, which saves loading the reference tables."""
    return copied(empty_warehouse, home.root)


def copied(home: Home, target: Path) -> Home:
    """Copy a home folder by hard links, which is enough: nothing in it is ever changed in place."""
    shutil.copytree(home.root, target, symlinks=True, copy_function=os.link)
    return Home(target)
