"""Laws hold for months in several Parquet files too, so here few articles make several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from warehouse import parts

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True, scope="module")
def _small_parts() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parts, "SMALL", 1)
        yield
