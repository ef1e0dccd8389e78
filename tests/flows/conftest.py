"""One Prefect server for all tests here, starting while the tests that need none run."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.flows.processes import left_behind
from tests.flows.server import Server, starting, wait_until_healthy

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def no_process_left() -> Iterator[None]:
    """End what tests left running, and fail, because they should not have."""
    yield
    found = left_behind()
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert not found


@pytest.fixture(scope="session", autouse=True)
def starting_server(
    request: pytest.FixtureRequest,
    no_process_left: None,  # noqa: ARG001 - to be torn down after this one
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server | None]:
    """Start the server at once when a selected test will need it: it takes a while."""
    if not any(item.get_closest_marker("flow") for item in request.session.items):
        yield None
        return
    with starting(tmp_path_factory.mktemp("prefect")) as server:
        yield server


@pytest.fixture(scope="session")
def server(starting_server: Server | None) -> Server:
    """Return the server once it answers."""
    assert starting_server is not None, "mark the test with `flow`"
    wait_until_healthy(starting_server)
    return starting_server
