"""The rendered documents are current."""

from __future__ import annotations

import pytest

from flows.docs import FOLDER, render


@pytest.mark.parametrize("name", ["tables.md", "rejections.md", "audits.md", "cli.md"])
def test_page_is_what_the_code_declares(name: str) -> None:
    """A page in docs/ equals what `python -m flows.docs` writes."""
    assert (FOLDER / name).read_text(encoding="utf-8") == render()[name]


def test_every_rendered_page_is_tested() -> None:
    """No page is rendered that the test above does not compare."""
    assert set(render()) == {"tables.md", "rejections.md", "audits.md", "cli.md"}
