"""What the parser's tests share: the lexicon, read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schemas.reference.lexicon import load_lexicon

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the lexicon of this process."""
    return load_lexicon()
