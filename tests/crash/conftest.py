"""A home that has lived, whose files are gone from the inbox, and what becomes of it undisturbed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import copied
from tests.crash.homes import inbox_of
from tests.helpers import article, ingest, write
from warehouse.home import Home

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def lived(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home that took up six files in two runs, all gone from the inbox beside it since."""
    folder = tmp_path_factory.mktemp("lived")
    home = copied(empty_warehouse, folder / "home")
    inbox = write(folder / "inbox", {f"{n}.txt": article(n) for n in range(3)})
    ingest(home, inbox)
    shutil.rmtree(inbox)
    ingest(home, write(inbox, {f"{n}.txt": article(n) for n in range(3, 6)}))
    shutil.rmtree(inbox)
    write(inbox, {"new.txt": article(9)})
    return home


@pytest.fixture
def grown(lived: Home, tmp_path: Path) -> Home:
    """Return a copy of that home which may be damaged, with the one new file in its inbox."""
    shutil.copytree(lived.root.parent, tmp_path / "grown", symlinks=True)
    return Home(tmp_path / "grown" / "home")


@pytest.fixture(scope="module")
def expected(lived: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return what that home becomes when nothing happens to it."""
    folder = tmp_path_factory.mktemp("expected")
    shutil.copytree(lived.root.parent, folder / "grown", symlinks=True)
    home = Home(folder / "grown" / "home")
    ingest(home, inbox_of(home), source_name="inbox")
    return home
