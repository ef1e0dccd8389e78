"""Lines that recur over the stories of one source are evidence for page furniture, whatever came first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers import article, ingest, query, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

FURNITURE = "The harbour bulletin reaches you every evening at seven."
ASKED = "SELECT line, story_count, article_count FROM recurring_lines"


def _told(number: int, *, more: str = FURNITURE) -> str:
    return f"{article(number)}\n{more}\n"


def test_a_line_of_five_stories_is_evidence(warm: Home, inbox: Path) -> None:
    """A line in four stories of a source proves nothing, in five it does; rows that have it are marked."""
    write(inbox, {f"{number}.txt": _told(number) for number in range(4)})
    ingest(warm, inbox)
    assert query(warm, ASKED) == []
    write(inbox, {"4.txt": _told(4), "5.txt": article(5)})
    ingest(warm, inbox)
    assert query(warm, ASKED) == [(FURNITURE, 5, 5)]
    marked = "SELECT text, count(*) FROM body_paragraphs WHERE is_recurring GROUP BY text"
    assert query(warm, marked) == [(FURNITURE, 5)]
    bodies = (
        "SELECT count(*) FROM paragraphs p JOIN articles a USING (article_id) "
        "WHERE a.is_current AND p.kind = 'body'"
    )
    assert query(warm, "SELECT count(*) FROM body_paragraphs") == query(warm, bodies)


def test_copies_of_one_story_count_once(warm: Home, inbox: Path) -> None:
    """One story in five files with another foot each time is one story: its paragraphs are no furniture."""
    write(inbox, {f"{number}.txt": _told(7, more=f"Foot {number}.") for number in range(5)})
    ingest(warm, inbox)
    assert query(warm, ASKED) == []


def test_rows_stay_as_they_are(warm: Home, inbox: Path) -> None:
    """The evidence marks and changes nothing: an article has the same rows before a line recurs and after."""
    write(inbox, {"0.txt": _told(0)})
    ingest(warm, inbox)
    [(first,)] = query(warm, "SELECT article_id FROM current_articles")
    asked = f"SELECT paragraph_no, kind, text FROM paragraphs WHERE article_id = {first} ORDER BY ALL"
    before = query(warm, asked)
    write(inbox, {f"{number}.txt": _told(number) for number in range(1, 6)})
    ingest(warm, inbox)
    assert query(warm, ASKED) == [(FURNITURE, 6, 6)]
    assert query(warm, asked) == before
