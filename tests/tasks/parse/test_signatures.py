"""Bylines, credits and date lines, row by row: a line of a page, and who wrote it or when it appeared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from schemas.records import Article, Document
from tasks.parse import parse

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

FOLDER: Final = Path(__file__).resolve().parents[2] / "lines"
TITLE: Final = "River states agree to dredge shared channel by summer"
STORY: Final = (
    "Officials of both sides opened three days of talks on river freight and agreed to meet again soon.\n\n"
    "They will sign a protocol on pilot fees on the last day, the ministry added in a statement."
)


def _rows(name: str) -> list[list[str]]:
    """Return the rows of a table of `tests/lines`; a line end is written there as backslash and n."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [[cell.replace("\\n", "\n") for cell in line.split("\t")] for line in lines]


def _article(text: str, lexicon: Lexicon) -> Article:
    article = parse(Document(text=text), lexicon)
    assert isinstance(article, Article)
    assert article.headline == TITLE
    return article


def _names(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


@pytest.mark.parametrize(("line", "persons", "agencies"), _rows("bylines.tsv"))
def test_byline_below_the_headline(line: str, persons: str, agencies: str, lexicon: Lexicon) -> None:
    """The line below a headline names these authors and these agencies, and is no text."""
    article = _article(f"{TITLE}\n\n{line}\n\n{STORY}", lexicon)
    assert [one.name for one in article.bylines] == _names(persons)
    assert sorted(one.name for one in article.credits) == sorted(_names(agencies))
    texts = {" ".join(text.split()) for text in line.split("\n")}
    kinds = {one.kind for one in article.paragraphs if " ".join(one.text.split()) in texts}
    assert kinds <= {"meta", "byline"}
    assert kinds


@pytest.mark.parametrize(("ending", "persons", "agencies"), _rows("signed.tsv"))
def test_end_of_a_story(ending: str, persons: str, agencies: str, lexicon: Lexicon) -> None:
    """What closes a story names these authors and these agencies."""
    article = _article(f"{TITLE}\n\n{STORY}{ending}", lexicon)
    assert [one.name for one in article.bylines] == _names(persons)
    assert sorted(one.name for one in article.credits) == sorted(_names(agencies))


@pytest.mark.parametrize(("line", "day"), _rows("dates.tsv"))
def test_date_line(line: str, day: str, lexicon: Lexicon) -> None:
    """A date line below the headline says the day of publication, or a day without its year."""
    article = _article(f"{TITLE}\n\n{line}\n\n{STORY}", lexicon)
    published = article.published_date.isoformat() if article.published_date else article.published_partial
    assert published == (day or None)
    assert {one.kind for one in article.paragraphs if one.text == line} == {"meta"}
