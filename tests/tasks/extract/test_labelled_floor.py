"""The open labelled articles score at least what the rules reached when they were written."""

from __future__ import annotations

import pytest

from benchmarks.extraction_accuracy import SETS, Scores, score_set
from schemas.reference.lexicon import load_lexicon

FLOOR = {
    "people": 0.99,
    "role and organisation": 0.93,
    "countries": 0.99,
    "quotes with speaker": 0.96,
    "meetings": 0.93,
    "sides": 0.92,
    "rounds": 0.95,
    "leads": 0.87,
    "sessions": 0.90,
    "mode": 0.83,
    "status": 0.85,
    "date": 0.81,
    "place": 0.73,
    "topics": 0.44,
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
