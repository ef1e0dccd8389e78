"""Snapshots: a private copy to work on, and the swap of a link that publishes it.

The swap is the only commit point. Readers keep the file they opened; a run that is killed leaves a file in
its staging folder that nobody reads.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from schemas.errors import WarehouseError

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

_CHUNK = 1 << 26


def copy_file(source: Path, target: Path) -> None:
    """Copy a file inside the kernel; file systems with reflinks share its blocks."""
    with source.open("rb") as reader, target.open("wb") as writer:
        remaining = os.fstat(reader.fileno()).st_size
        try:
            while remaining > 0:
                copied = os.copy_file_range(reader.fileno(), writer.fileno(), min(remaining, _CHUNK))
                if copied == 0:
                    break
                remaining -= copied
        except OSError:
            pass  # not on this file system: the rest is copied through memory
        writer.seek(0, os.SEEK_END)
        reader.seek(writer.tell())
        while chunk := reader.read(_CHUNK):
            writer.write(chunk)


def publish(home: Home, private: Path, run_id: str) -> Path:
    """Make a finished private copy the warehouse that people query."""
    write_ahead = private.with_name(private.name + ".wal")
    if write_ahead.exists():
        message = f"{private} was not checkpointed ({write_ahead.name} exists); nothing was published."
        raise WarehouseError(message)
    target = home.snapshot(run_id)
    if private.exists() or not target.exists():  # not where only the swap failed, and is tried again
        sync(private)
        private.rename(target)
        sync(home.snapshots)
    swap_link(home, target)
    return target


def swap_link(home: Home, target: Path) -> None:
    """Point `warehouse.duckdb` at a snapshot, in one step."""
    temporary = home.root / f".warehouse.{os.getpid()}.tmp"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target.relative_to(home.root))
    temporary.replace(home.link)
    sync(home.root)


def prune(home: Home, keep: int) -> list[Path]:
    """Delete all but the newest snapshots; the current one always stays."""
    current = home.current()
    found = sorted(home.snapshots.glob("*.duckdb"), reverse=True)
    dropped = [path for path in found[keep:] if path.resolve() != current]
    for path in dropped:
        path.unlink()
    return dropped


def sync(path: Path) -> None:
    """Have the disk confirm a file or folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
