"""The open labelled articles score at least what the rules reached when they were written."""

from __future__ import annotations

import pytest

from benchmarks.extraction_accuracy import SETS, Scores, score_set
from schemas.reference.lexicon import load_lexicon

FLOOR = {
    "people": 0.98,
    "role and organisation": 0.91,
    "countries": 0.985,
    "quotes with speaker": 0.93,
    "meetings": 0.91,
    "sides": 0.89,
    "rounds": 0.95,
    "leads": 0.79,
    "sessions": 0.66,
    "mode": 0.79,
    "status": 0.84,
    "date": 0.77,
}


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Scores of the open set."""
    return score_set(SETS["open"], load_lexicon())


@pytest.mark.parametrize("field", FLOOR)
def test_open_set(scores: Scores, field: str) -> None:
    """No field falls below its floor."""
    found = scores.by_field[field].f1
    assert found is not None
    assert found >= FLOOR[field]
