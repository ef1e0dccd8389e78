"""Files are cut into batches that are small enough, and share the work out evenly."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.batches import cut
from tasks.settings import RunSettings


def settings(*, workers: int, files: int, size: int = 10**9) -> RunSettings:
    """Return settings for so many processes, files and bytes a batch."""
    return RunSettings(home=Path("home"), workers=workers, batch_files=files, batch_bytes=size)


@given(
    sizes=st.lists(st.integers(0, 40)),
    workers=st.integers(1, 4),
    files=st.integers(1, 9),
    size=st.integers(1, 50),
)
def test_slices_keep_the_limits(sizes: list[int], workers: int, files: int, size: int) -> None:
    """Slices follow one another over all files; each is within the limits, or one file that is too large."""
    slices = list(cut(sizes, settings(workers=workers, files=files, size=size)))
    assert [row for start, stop in slices for row in range(start, stop)] == list(range(len(sizes)))
    for start, stop in slices:
        assert 0 < stop - start <= files
        assert sum(sizes[start:stop]) <= size or stop - start == 1


@pytest.mark.parametrize(
    ("count", "workers", "lengths"),
    [
        (0, 2, []),
        (600, 2, [500, 100]),
        (1200, 2, [600, 600]),
        (1200, 1, [1200]),
        (5000, 2, [1250] * 4),
        (5000, 4, [1250] * 4),
        (8200, 2, [1367] * 5 + [1365]),
    ],
)
def test_processes_have_as_much_to_do(count: int, workers: int, lengths: list[int]) -> None:
    """Batches are as many as fill whole rounds of all processes; few files are not shared out."""
    slices = cut([1] * count, settings(workers=workers, files=2000))
    assert [stop - start for start, stop in slices] == lengths
