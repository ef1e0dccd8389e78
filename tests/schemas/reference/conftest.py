"""The lexicon, loaded once for all tests."""

from __future__ import annotations

import pytest

from schemas.reference.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Give the lexicon of the test process."""
    return load_lexicon()
