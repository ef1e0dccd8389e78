"""The short form of the campaign; `make crash` is the long one, with replays, rebuilds and upkeep."""

from __future__ import annotations

import pytest

from tests.crash.campaign import Tally, campaign

pytestmark = pytest.mark.warehouse

KILLS = 17
"""At least twelve of them at points, the boundaries first."""


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Tally:
    """Return what these kills came to, at every boundary of an ingest and at random moments."""
    return campaign(tmp_path_factory.mktemp("crash"), kills=KILLS, seed=7)


def test_killed_and_run_again_is_never_killed(tally: Tally) -> None:
    """After each rerun every table and Parquet file is what a run that was never killed makes."""
    assert tally.differences == []
    assert tally.killed == KILLS
    assert tally.compared >= KILLS / 3


def test_runs_were_killed_at_every_boundary(tally: Tally) -> None:
    """Each stage's beginning and end was among the places, so that the law above says something."""
    stages = ("discover files", "process batch", "load batches", "publish snapshot", "export parquet")
    boundaries = {f"ingest: {when} {stage}" for stage in stages for when in ("before", "after")}
    assert boundaries <= set(tally.kills)


def test_readers_saw_whole_runs_only(tally: Tally) -> None:
    """A reader in another process met no error, and nothing that only half a run could show."""
    assert tally.watched["errors"] == []
    assert tally.watched["half"] == []
    assert tally.watched["queries"] > 100
    assert tally.watched["snapshots"] > 3
