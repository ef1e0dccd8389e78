"""Published examples of the news formats, where they are at hand: each is read, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.codes import CODES
from tests.tasks.read.making import read

GOLD = Path(__file__).parents[4] / "shared" / "gold"
EXPECTED_TEXTS = {"newsml-g2": 6, "ninjs": 37}


@pytest.mark.skipif(not GOLD.is_dir(), reason="the published examples are not at hand")
@pytest.mark.parametrize("folder", ["newsml-g2", "ninjs"])
def test_every_published_example_is_read_or_refused(folder: str) -> None:
    """No file of the standards' own examples breaks the reader, and those with a text give it."""
    texts = 0
    for path in sorted((GOLD / folder).rglob("*")):
        if path.is_file():
            found = read(path.read_bytes(), path.name)
            assert found, path
            for document in found:
                assert all(r.code in CODES and r.code != "reader_error" for r in document.rejections), path
                texts += document.document is not None and document.format in {"newsml-g2", "ninjs"}
    assert texts >= EXPECTED_TEXTS[folder]
