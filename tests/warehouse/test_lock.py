"""One writer at a time, and a dead one blocks nobody."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from schemas.errors import LockedError, StorageError
from tests.helpers import without_privileges
from warehouse.lock import is_locked, lock_holder, writer_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.home import Home

ROOT = Path(__file__).parent.parent.parent
HOLD = """
import sys, time
from pathlib import Path
from warehouse.home import Home
from warehouse.lock import writer_lock
with writer_lock(Home(Path(sys.argv[1])), purpose="replay"):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def other_writer(home: Home) -> Iterator[subprocess.Popen[str]]:
    """Run a process that holds the lock."""
    command = [sys.executable, "-c", HOLD, str(home.root)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_second_writer_is_told_who_holds_the_lock(home: Home) -> None:
    """The message names what the other process does, its id, its host, since when, and what to do."""
    with other_writer(home) as process, pytest.raises(LockedError) as caught, writer_lock(home):
        pass
    message = str(caught.value)
    assert f"replay (process {process.pid} on {os.uname().nodename}, since 20" in message
    assert str(home.root) in message
    assert "--wait" in message


def test_second_writer_waits_when_asked(home: Home) -> None:
    """A writer that may wait gets the lock as soon as the other ends."""
    with other_writer(home) as process:
        threading.Timer(0.7, process.terminate).start()
        started = time.monotonic()
        with writer_lock(home, wait_seconds=30):
            waited = time.monotonic() - started
    assert 0.5 < waited < 10


def test_waiting_ends(home: Home) -> None:
    """A writer that has waited as long as it may gives up."""
    started = time.monotonic()
    with other_writer(home), pytest.raises(LockedError), writer_lock(home, wait_seconds=0.8):
        pass
    assert time.monotonic() - started >= 0.8


def test_killed_writer_blocks_nobody(home: Home) -> None:
    """The text of a process killed with -9 stays in the file, but the lock is free at once."""
    with other_writer(home) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert json.loads(home.lock.read_text())["pid"] == process.pid
    assert not is_locked(home)
    with writer_lock(home):
        assert is_locked(home)
    assert not is_locked(home)


def test_two_threads_exclude_each_other(home: Home) -> None:
    """The lock also holds inside one process, as two flow runs of one worker need."""
    with writer_lock(home), pytest.raises(LockedError), writer_lock(home):
        pass


def test_lock_is_free_after_an_error(home: Home) -> None:
    """A run that fails lets the lock go and leaves no name in the file."""
    with pytest.raises(ValueError, match="broken"), writer_lock(home):
        raise ValueError("broken")  # noqa: EM101
    assert home.lock.read_text() == ""
    assert not is_locked(home)


def test_readers_that_look_do_not_fail_a_writer(home: Home) -> None:
    """Asking whether the lock is held takes it for an instant; writers get through all the same."""
    with writer_lock(home):
        pass
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            is_locked(home)

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(20):
            with writer_lock(home):
                pass
    finally:
        done.set()
        for reader in readers:
            reader.join()


def test_looking_makes_nothing(home: Home) -> None:
    """Asking about a home folder that does not exist makes none."""
    assert not is_locked(home)
    assert not home.root.exists()


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", "5", '{"pid": 1}', "\udcff"])
def test_damaged_text_is_no_obstacle(home: Home, text: str) -> None:
    """Whatever stands in the lock file, the holder can be asked for and the lock be taken."""
    home.root.mkdir()
    home.lock.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert lock_holder(home) == "another process"
    with writer_lock(home):
        assert f"process {os.getpid()} " in lock_holder(home)


def test_home_that_cannot_be_written_is_a_storage_error(home: Home) -> None:
    """A user without permission reads where and why, and what to do."""
    home.root.mkdir(mode=0o555)
    told = without_privileges(
        f"""
from pathlib import Path
from schemas.errors import StorageError
from warehouse.home import Home
from warehouse.lock import writer_lock
try:
    with writer_lock(Home(Path({str(home.root)!r}))):
        print("held")
except StorageError as error:
    print(error)
"""
    )
    assert (
        told == f"The home folder {home.root} can't be written (Permission denied). Check its permissions.\n"
    )


def test_file_in_place_of_the_home_is_a_storage_error(home: Home) -> None:
    """A file where the home folder should stand is told as such."""
    home.root.write_text("")
    with pytest.raises(StorageError, match="File exists"), writer_lock(home):
        pass
