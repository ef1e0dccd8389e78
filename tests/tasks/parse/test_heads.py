"""Datelines, row by row: the head of a paragraph, and the place, agencies, reporters and day it names."""

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


def _rows(name: str) -> list[list[str]]:
    """Return the rows of a table of `tests/lines`."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


BODIES: Final = dict(_rows("bodies.tsv"))


def _facts(article: Article) -> list[str]:
    """Return place, agencies, reporters and day as a row has them."""
    place = article.datelines[0].place_text if article.datelines else None
    day = article.published_date.isoformat() if article.published_date else article.published_partial
    return [
        place or "",
        "; ".join(sorted(credit.name for credit in article.credits)),
        "; ".join(byline.name for byline in article.bylines),
        day or "",
    ]


@pytest.mark.parametrize(
    ("language", "head", "facts"), [(row[0], row[1], row[2:]) for row in _rows("datelines.tsv")]
)
def test_dateline(language: str, head: str, facts: list[str], lexicon: Lexicon) -> None:
    """A paragraph's head is read as a dateline, and the body begins right behind it."""
    body = BODIES[language]
    article = parse(Document(text=f"{head}{body}\n\n{body[:-1]}."), lexicon)
    assert isinstance(article, Article)
    assert _facts(article) == facts
    assert article.datelines
    first = article.datelines[-1].span
    assert article.paragraphs[first.paragraph_no - 1].text[first.end_char :].strip() == body


@pytest.mark.parametrize(("row", "facts"), [(row[0], row[1:]) for row in _rows("rows.tsv")])
def test_row_in_place_of_a_dateline(row: str, facts: list[str], lexicon: Lexicon) -> None:
    """A row below the headline names agency, place and day; the first day of publication counts."""
    article = parse(Document(text=f"{TITLE}\n\n{row}\n\n{BODIES['en']}"), lexicon)
    assert isinstance(article, Article)
    assert article.headline == TITLE
    assert _facts(article) == facts
    assert {one.kind for one in article.paragraphs if one.text == row} == {"meta"}


@pytest.mark.parametrize(
    "text",
    [
        "Lima, the capital, holds four of every ten voters, and all of them were asked on Sunday.",
        "UPDATED: The board of the port said on Monday that the third berth will open in May.",
        "Mukoro (left) was the first to speak, and he spoke for three hours without a note.",
        "Oslo (population 700,000) has more ferries than any other town of its size in the north.",
        "In May 2019 the two boards met for the first time, and nobody took a photograph of it.",
        "Cable-laying began in Dover on Monday, when the first of four ships left the inner basin.",
        "FILE - Hives stand along a canal outside of the town, where they were found in the spring.",
    ],
)
def test_no_dateline(text: str, lexicon: Lexicon) -> None:
    """Sentences that begin with a name, a label or a day have no dateline."""
    article = parse(Document(text=f"{text}\n\n{BODIES['en']}"), lexicon)
    assert isinstance(article, Article)
    assert not article.datelines
