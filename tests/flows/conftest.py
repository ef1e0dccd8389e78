"""One Prefect server for all tests here, starting while the tests that need none run."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

import pytest

from flows.cli import main
from tests.flows.deployment import Deployed, deploy
from tests.flows.inbox import write_inbox
from tests.flows.processes import dateline, left_behind
from tests.flows.server import Server, starting, wait_until_healthy

if TYPE_CHECKING:
    from collections.abc import Iterator


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep these tests in one process: they share the server."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("flows"))


class Ingested(NamedTuple):
    """A home folder after one `dateline ingest INBOX --json`, and what the command did."""

    inbox: Path
    home: Path
    done: subprocess.CompletedProcess[str]


Here = Callable[..., subprocess.CompletedProcess[str]]


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
    if not any(item.get_closest_marker("flow") for item in _items(request)):
        yield None
        return
    with starting(tmp_path_factory.mktemp("prefect")) as server:
        yield server


@pytest.fixture(scope="session", autouse=True)
def deploying(
    request: pytest.FixtureRequest, starting_server: Server | None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Future[Deployed] | None]:
    """Deploy in the background, so that what takes its time there takes it while other tests run."""
    if starting_server is None or not any("deployed" in item.fixturenames for item in _items(request)):
        yield None
        return
    folder, unwanted = tmp_path_factory.mktemp("deployed"), Event()
    with ExitStack() as stack, ThreadPoolExecutor(1) as background:
        yield background.submit(deploy, starting_server, folder, stack, unwanted)
        unwanted.set()


@pytest.fixture
def deployed(deploying: Future[Deployed]) -> Deployed:
    """Return the deployed project and its runs once all of them have begun."""
    return deploying.result()


def _items(request: pytest.FixtureRequest) -> list[pytest.Function]:
    return [item for item in request.session.items if isinstance(item, pytest.Function)]


@pytest.fixture(scope="session")
def server(starting_server: Server | None) -> Server:
    """Return the server once it answers."""
    assert starting_server is not None, "mark the test with `flow`"
    wait_until_healthy(starting_server)
    return starting_server


@pytest.fixture(scope="session")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    """Ingest a small inbox once, for tests that only read what it made."""
    folder = tmp_path_factory.mktemp("ingested")
    inbox, home = write_inbox(folder / "inbox"), folder / "home"
    done = dateline("ingest", inbox, "--home", home, "--json")
    assert done.returncode == 0, done.stderr
    return Ingested(inbox, home, done)


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str]) -> Here:
    """Return what runs a command in this process, which spares its start where that is not what is tested."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        words = [str(a) for a in arguments]
        code = main(words)
        logging.getLogger("dateline").handlers.clear()
        return subprocess.CompletedProcess(words, code, *capsys.readouterr())

    return run
