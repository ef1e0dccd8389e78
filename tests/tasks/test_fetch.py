"""Whatever the file system does meanwhile ends as the rejection of that one file."""

from __future__ import annotations

import os
import threading
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tasks.fetch import Fetched, fetch
from tests.helpers import without_privileges

if TYPE_CHECKING:
    from pathlib import Path


def fetched(path: Path, *, max_bytes: int = 1 << 20) -> Fetched:
    """Fetch a file that was listed with another size and time."""
    return fetch(os.fsencode(path), size_bytes=11, modified_ns=22, max_bytes=max_bytes)


def refusal(path: Path, *, max_bytes: int = 1 << 20) -> tuple[str, str]:
    """Return code and detail of a fetch that must be refused, with what the listing said kept."""
    found = fetched(path, max_bytes=max_bytes)
    assert found.rejection is not None
    assert (found.data, found.sha256, found.size_bytes, found.modified_ns) == (None, None, 11, 22)
    return found.rejection.code, found.rejection.detail


@pytest.mark.parametrize("data", [b"", b"x", b"\x00\xff" * 70_000])
def test_bytes_come_whole(tmp_path: Path, data: bytes) -> None:
    """A file comes with its bytes, their digest, and size and time as they are now."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    os.utime(path, ns=(5, 1_600_000_000_123_456_789))
    found = fetched(path)
    assert found == Fetched(
        size_bytes=len(data),
        modified_ns=1_600_000_000_123_456_789,
        data=data,
        sha256=sha256(data).hexdigest(),
    )


def test_vanished_file_is_told(tmp_path: Path) -> None:
    """A file that is gone when it is opened is no error of the run."""
    assert refusal(tmp_path / "gone.txt")[0] == "vanished"


def test_what_is_no_file_any_more_is_told(tmp_path: Path) -> None:
    """A pipe does not block, and neither it nor a folder is read."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path / "pipe")[0] == "not_a_file"
    assert refusal(tmp_path / "folder")[0] == "not_a_file"


def test_limit_is_told_with_both_sizes(tmp_path: Path) -> None:
    """A file of the limit's size is read, one byte more is refused without reading it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert fetched(path, max_bytes=100).data == b"x" * 100
    assert refusal(path, max_bytes=99) == ("too_large", "The file has 100 bytes; the limit is 99.")


def test_growing_file_is_unstable(tmp_path: Path) -> None:
    """A file that someone appends to all the while is refused, and read once that has ended."""
    path = tmp_path / "log.txt"
    path.touch()
    os.truncate(path, 64 << 20)  # large enough that reading takes a while
    done = threading.Event()

    def append() -> None:
        with path.open("ab", buffering=0) as target:
            while not done.is_set():
                target.write(b"y" * 100)

    writer = threading.Thread(target=append)
    writer.start()
    try:
        while path.stat().st_size == 64 << 20:
            pass
        codes = {refusal(path, max_bytes=1 << 40)[0]}
    finally:
        done.set()
        writer.join()
    assert codes == {"unstable"}
    assert fetched(path, max_bytes=1 << 40).data == path.read_bytes()


def test_permission_is_told(tmp_path: Path) -> None:
    """A file that may not be read is told with the system's words."""
    path = tmp_path / "closed.txt"
    path.write_bytes(b"x")
    path.chmod(0)
    told = without_privileges(
        f"from tasks.fetch import fetch\n"
        f"print(fetch({os.fsencode(path)!r}, size_bytes=1, modified_ns=1, max_bytes=9).rejection)"
    )
    assert "code='unreadable', detail=\"The file can't be opened: Permission denied.\"" in told
