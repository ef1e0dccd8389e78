# ruff: noqa: RUF001 - raw files print these signs
"""Lines with a date that do not say when the text appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from schemas.records import Article, Document
from tasks.parse import parse

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

TITLE: Final = "River states agree to dredge shared channel by summer"
FIRST: Final = "Officials of both sides opened three days of talks on river freight and agreed to meet again."
LAST: Final = "They will sign a protocol on pilot fees on the last day, the ministry added in a statement."


@pytest.mark.parametrize(
    "line",
    [
        "Deadline: May 3, 2019",
        "When: Tuesday, May 3, 2019, 10 am",
        "Venue: Lima, 3 May 2019",
        "Effective May 3, 2019",
        "Born May 3, 1950",
        "3-5 May 2019",
        "3 May 2019 – Treaty signed",
    ],
)
@pytest.mark.parametrize("place", ["above", "within", "below"])
def test_event_is_no_publication(place: str, line: str, lexicon: Lexicon) -> None:
    """A term, a span, a birthday or an entry of a chronology dates no article, wherever it stands."""
    texts = {"above": [line, FIRST, LAST], "within": [FIRST, line, LAST], "below": [FIRST, LAST, line]}[place]
    article = parse(Document(text="\n\n".join([TITLE, *texts])), lexicon)
    assert isinstance(article, Article)
    assert (article.published_date, article.published_partial) == (None, None)


def test_bare_date_within_the_body(lexicon: Lexicon) -> None:
    """A bare date between paragraphs heads a part of the text; below the last one it dates the article."""
    within = parse(Document(text="\n\n".join([TITLE, FIRST, LAST, "May 3, 2019", FIRST[:-1] + "!"])), lexicon)
    below = parse(Document(text=f"{TITLE}\n\n{FIRST}\n\n{LAST}\n\nMay 3, 2019"), lexicon)
    assert isinstance(within, Article)
    assert isinstance(below, Article)
    assert within.published_date is None
    assert str(below.published_date) == "2019-05-03"


def test_dates_of_readers_comments(lexicon: Lexicon) -> None:
    """What readers wrote below a text, and when, is furniture."""
    comments = "2 thoughts on “River deal”\n\nAna Ruiz says:\nMay 3, 2019 at 10:15 am\nWell said, for once."
    article = parse(Document(text=f"{TITLE}\n\n{FIRST}\n\n{LAST}\n\n{comments}"), lexicon)
    assert isinstance(article, Article)
    assert article.published_date is None
    assert [one.kind for one in article.paragraphs[:3]] == ["headline", "body", "body"]
    assert {one.kind for one in article.paragraphs[3:]} == {"chrome"}
