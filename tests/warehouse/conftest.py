"""A published warehouse with a little of everything, shared by the tests that only read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import copied
from tests.helpers import article, ingest, write

if TYPE_CHECKING:
    from warehouse.home import Home

CREDITED = (
    " date 2023-11-02 HANOI, Nov. 2 (VNA) -- A ferry crossed the river Lam on Thursday again.\n\n"
    "By Ana Lo\n\nIt carried tiles, the mayor of the next town said.\n"
)


@pytest.fixture(scope="module")
def published(empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home with two articles, a duplicate and a refused file; not to be written to."""
    folder = tmp_path_factory.mktemp("published")
    home = copied(empty_warehouse, folder / "home")
    files: dict[str, str | bytes] = {
        "a.txt": article(1),
        "again.txt": article(1),
        "b.txt": CREDITED,
        "empty.txt": b"",
    }
    ingest(home, write(folder / "inbox", files))
    return home
