"""One writer at a time: a lock on `writer.lock` in the home folder.

The kernel drops the lock with the process that holds it, so a dead writer blocks nobody. The file's
text only tells people who holds it; whether it is held is never read from the text.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from schemas.errors import LockedError, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.home import Home

POLL_SECONDS = 0.2
PROBE_GRACE_SECONDS = 0.5
PROBE_POLL_SECONDS = 0.01
"""A reader that asks whether the lock is held takes it for an instant; that must not fail a writer, who tries
often enough to meet an instant between two readers."""


@contextmanager
def writer_lock(home: Home, *, wait_seconds: float = 0.0, purpose: str = "ingest") -> Iterator[None]:
    """Hold the home folder's writer lock; raise `LockedError` when it isn't free within `wait_seconds`."""
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(home.lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        message = f"The home folder {home.root} can't be written ({error.strerror}). Check its permissions."
        raise StorageError(message) from error
    try:
        _acquire(descriptor, home, wait_seconds)
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
            "purpose": purpose,
        }
        os.ftruncate(descriptor, 0)
        with suppress(OSError):  # the text is for people; a full disk is told where it matters
            os.pwrite(descriptor, json.dumps(holder).encode(), 0)
        try:
            yield
        finally:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def is_locked(home: Home) -> bool:
    """Whether some process holds the writer lock right now."""
    if not home.lock.exists():
        return False
    descriptor = os.open(home.lock, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def lock_holder(home: Home) -> str:
    """Say who holds the lock, for a message."""
    try:
        holder = json.loads(home.lock.read_text())
        return f"{holder['purpose']} (process {holder['pid']} on {holder['host']}, since {holder['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _acquire(descriptor: int, home: Home, wait_seconds: float) -> None:
    started = time.monotonic()
    graceful, deadline = started + PROBE_GRACE_SECONDS, started + max(wait_seconds, PROBE_GRACE_SECONDS)
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                message = (
                    f"{home.root} is being written by {lock_holder(home)}. "
                    "Run again when it has finished, or pass --wait SECONDS."
                )
                raise LockedError(message) from None
            time.sleep(PROBE_POLL_SECONDS if time.monotonic() < graceful else POLL_SECONDS)
        else:
            return
