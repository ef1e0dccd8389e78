"""The swap of a link is the only commit point, and readers keep what they opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from schemas.errors import WarehouseError
from warehouse.connection import attach, detach, run, scalar, workbench
from warehouse.snapshot import copy_file, prune, publish, swap_link

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


def build(home: Home, number: int) -> Path:
    """Write a private copy that holds one number."""
    home.create()
    private = home.staging / "warehouse.duckdb"
    with workbench(home.staging / "spill") as connection:
        attach(connection, private, read_only=False)
        run(connection, "CREATE TABLE t AS SELECT ? AS number", [number])
        run(connection, "CHECKPOINT wh")
        detach(connection)
    return private


def published_number(home: Home) -> int:
    """Return the number in the published file, opened as people do."""
    with duckdb.connect(str(home.link), read_only=True) as connection:
        return int(scalar(connection, "SELECT number FROM t"))


def test_publishing_swaps(home: Home) -> None:
    """The link leads to the new file, relative, so that the home folder can be moved."""
    for number in (1, 2):
        target = publish(home, build(home, number), f"run{number}")
        assert home.current() == target == home.snapshot(f"run{number}")
        assert published_number(home) == number
    moved = type(home)(home.root.rename(home.root.with_name("moved")))
    assert published_number(moved) == 2
    assert not (moved.staging / "warehouse.duckdb").exists()


def test_old_readers_keep_working(home: Home) -> None:
    """A connection opened before the swap reads what it read, also after its file was pruned."""
    publish(home, build(home, 1), "run1")
    with duckdb.connect(str(home.link), read_only=True) as reader:
        publish(home, build(home, 2), "run2")
        assert prune(home, 1) == [home.snapshot("run1")]
        assert scalar(reader, "SELECT number FROM t") == 1
        assert published_number(home) == 2


def test_write_ahead_log_is_refused(home: Home) -> None:
    """A copy that was not checkpointed is not published, and what was published stays."""
    publish(home, build(home, 1), "run1")
    private = build(home, 2)
    private.with_name(private.name + ".wal").write_bytes(b"left over")
    with pytest.raises(WarehouseError, match=r"not checkpointed \(warehouse\.duckdb\.wal exists\)"):
        publish(home, private, "run2")
    assert published_number(home) == 1


def test_pruning_keeps_the_newest_and_the_current(home: Home) -> None:
    """Of five snapshots the newest two stay, and the current one after a rollback, however old."""
    for number in range(1, 6):
        publish(home, build(home, number), f"run{number}")
    swap_link(home, home.snapshot("run1"))
    dropped = prune(home, 2)
    assert dropped == [home.snapshot("run3"), home.snapshot("run2")]
    assert sorted(path.stem for path in home.snapshots.iterdir()) == ["run1", "run4", "run5"]
    assert prune(home, 2) == []


def test_rollback_is_a_swap_back(home: Home) -> None:
    """Swapping the link to an older snapshot shows what was published then."""
    for number in (1, 2):
        publish(home, build(home, number), f"run{number}")
    swap_link(home, home.snapshot("run1"))
    assert published_number(home) == 1


def test_swap_repairs_a_left_over_link(home: Home) -> None:
    """A temporary link that a killed process of the same number left is in nobody's way."""
    publish(home, build(home, 1), "run1")
    import os

    (home.root / f".warehouse.{os.getpid()}.tmp").symlink_to("nowhere")
    publish(home, build(home, 2), "run2")
    assert published_number(home) == 2
    assert not list(home.root.glob(".warehouse.*"))


@pytest.mark.parametrize("size", [0, 1, 4096, 3_000_001])
def test_copy_is_equal(tmp_path: Path, size: int) -> None:
    """A copy has the same bytes, also when the target was longer."""
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(bytes(range(256)) * (size // 256) + b"x" * (size % 256))
    target.write_bytes(b"y" * (size + 10))
    copy_file(source, target)
    assert target.read_bytes() == source.read_bytes()
