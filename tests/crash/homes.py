"""What the tests of faults do with a home: run once more, make it anew, damage it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flows.cli import main
from flows.pipeline import run_rebuild
from flows.stages import Stages
from tasks.settings import IngestSettings, RollbackSettings, RunSettings
from tests.crash.compare import differences, unfinished
from tests.helpers import ingest

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home


def inbox_of(home: Home) -> Path:
    """Return the inbox beside a home."""
    return home.root.parent / "inbox"


def settings_of(home: Home) -> IngestSettings:
    """Return what an ingest of the inbox beside a home is told."""
    return IngestSettings(home=home.root, sources=(inbox_of(home),), workers=1, source_name="inbox")


def say(*words: object) -> int:
    """Run a command in this process and return its exit code."""
    try:
        return main([str(word) for word in words])
    finally:
        logging.getLogger("dateline").handlers.clear()


def current(home: Home) -> Path:
    """Return the published snapshot."""
    found = home.current()
    assert found is not None
    return found


def require_whole(home: Home, expected: Home) -> None:
    """Run once more, and compare with a home to which nothing happened, but for where the inbox stood."""
    ingest(home, inbox_of(home), source_name="inbox")
    assert [name for name in differences(home, expected) if not name.startswith("ops.sources")] == []
    assert unfinished(home) == []


def rebuild(home: Home) -> None:
    """Make the warehouse anew from the archive."""
    run_rebuild(RunSettings(home=home.root, workers=1), Stages())


def rollback(home: Home, run_id: str) -> None:
    """Publish a kept snapshot again."""
    from flows.upkeep import run_rollback

    run_rollback(RollbackSettings(home=home.root, run_id=run_id), Stages())


def flip(path: Path, at: int) -> None:
    """Turn 64 bytes of a file into others."""
    with path.open("r+b") as file:
        file.seek(at)
        bytes_there = file.read(64)
        file.seek(at)
        file.write(bytes(255 - byte for byte in bytes_there))
