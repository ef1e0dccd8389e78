"""Fetch: the bytes of one listed file, or why they can't be had.

Whatever the file system does meanwhile (a file that vanishes, grows, loses its permission) ends as a
`Rejection` of that one file.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256

from schemas.records import Rejection
from tasks.listing import storable_time

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One file as it was read: `sha256` is None exactly where `rejection` says why.

    `data` is None there too, and where the archive holds no second copy of a content that did not change.
    """

    size_bytes: int
    modified_ns: int
    data: bytes | None = None
    sha256: str | None = None
    rejection: Rejection | None = None


def fetch(path: bytes, *, size_bytes: int, modified_ns: int, max_bytes: int) -> Fetched:
    """Read a file whole; a file that changes while it is read is tried twice."""
    for _attempt in range(2):
        fetched = _read(path, size_bytes, modified_ns, max_bytes)
        if fetched.rejection is None or fetched.rejection.code != "unstable":
            return fetched
    return fetched


def _read(  # noqa: PLR0911 - one return a reason
    path: bytes, size_bytes: int, modified_ns: int, max_bytes: int
) -> Fetched:
    def refused(code: str, detail: str) -> Fetched:
        rejection = Rejection(code=code, detail=detail)
        return Fetched(size_bytes=size_bytes, modified_ns=modified_ns, rejection=rejection)

    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        return refused("vanished", "The file was listed, and gone when it was opened.")
    except OSError as error:
        return refused("unreadable", f"The file can't be opened: {error.strerror}.")
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            return refused("not_a_file", "What was listed as a file is none any more.")
        if before.st_size > max_bytes:
            return refused("too_large", f"The file has {before.st_size} bytes; the limit is {max_bytes}.")
        data = _read_all(descriptor, before.st_size)
        after = os.fstat(descriptor)
    except OSError as error:
        return refused("unreadable", f"The file can't be read: {error.strerror}.")
    finally:
        os.close(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(
        data
    ) != after.st_size:
        return refused(
            "unstable", f"The file changed while it was read ({len(data)} bytes, then {after.st_size})."
        )
    return Fetched(
        size_bytes=after.st_size,
        modified_ns=storable_time(after.st_mtime_ns),
        data=data,
        sha256=sha256(data).hexdigest(),
    )


def _read_all(descriptor: int, size: int) -> bytes:
    """Read to the end, one byte more than expected so that growth shows."""
    data = os.read(descriptor, size + 1)
    while len(data) < size:
        more = os.read(descriptor, size + 1 - len(data))
        if not more:
            break
        data += more
    return data
