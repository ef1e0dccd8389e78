"""The goldens are the specification of parsing.

`DATELINE_UPDATE_GOLDENS=1 pytest` rewrites them; review the diff.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from schemas.records import Article, Document
from tasks.parse import parse
from tasks.parse.datelines import FORMS, read_head
from tests.tasks.parse.golden import FOLDER, cases, name_of, written

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.reference.lexicon import Lexicon

UPDATE = bool(os.environ.get("DATELINE_UPDATE_GOLDENS"))


@pytest.mark.parametrize("path", cases(), ids=name_of)
def test_golden(path: Path, lexicon: Lexicon) -> None:
    """A golden text parses to what its JSON says."""
    text = path.read_text(encoding="utf-8")
    got = written(parse(Document(text=text), lexicon))
    golden = path.with_suffix(".json")
    if UPDATE:
        golden.write_text(got, encoding="utf-8")
    assert golden.exists(), f"{golden} is missing: run with DATELINE_UPDATE_GOLDENS=1 and review it"
    assert json.loads(got) == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", cases(), ids=name_of)
def test_golden_says_something(path: Path) -> None:
    """No golden is empty: it rejects for a reason, or holds paragraphs of which one is more than chrome."""
    golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if "rejected" in golden:
        assert golden["detail"]
    else:
        kinds = {kind for kind, *_ in golden["paragraphs"]}
        assert kinds - {"chrome"} or golden["kind"] == "index"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_dateline_form_has_a_golden(form: object, lexicon: Lexicon) -> None:
    """Each registered form reads a golden of its own folder, and no earlier form takes that one away."""
    name, read = form.name, form.read  # type: ignore[attr-defined]
    folder = FOLDER / name
    heads = [
        paragraph.text
        for path in sorted(folder.glob("*.txt"))
        if isinstance(article := parse(Document(text=path.read_text(encoding="utf-8")), lexicon), Article)
        for paragraph in article.paragraphs
    ]
    assert any(read(head[:200], lexicon) == read_head(head, lexicon) is not None for head in heads)


def test_no_golden_without_text() -> None:
    """Every JSON has its text beside it, and every text has words or is one of the rejected."""
    for path in FOLDER.rglob("*.json"):
        assert path.with_suffix(".txt").exists(), path
