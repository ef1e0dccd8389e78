"""What a publisher states beside the text: byline, dateline and credit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from schemas.records import Article, Document, PublisherMetadata
from tasks.parse import parse

if TYPE_CHECKING:
    from schemas.records import Span
    from schemas.reference.lexicon import Lexicon

STORY: Final = (
    "Officials of both sides opened three days of talks on river freight and agreed to meet again soon.\n\n"
    "They will sign a protocol on pilot fees on the last day, the ministry added in a statement."
)


def _article(text: str, lexicon: Lexicon, **said: str) -> Article:
    article = parse(Document(text=text, metadata=PublisherMetadata(**said)), lexicon)
    assert isinstance(article, Article)
    return article


def _words(article: Article, span: Span) -> str:
    return article.paragraphs[span.paragraph_no - 1].text[span.start_char : span.end_char]


def test_what_the_text_lacks_stands_before_it(lexicon: Lexicon) -> None:
    """A stated byline, dateline and credit are paragraphs before the text, and each value shows its words."""
    article = _article(STORY, lexicon, byline="By Ana Ruiz and Tom Kessel", dateline="LIMA", credit="Reuters")
    assert [one.kind for one in article.paragraphs] == ["meta", "byline", "meta", "body", "body"]
    assert [_words(article, one.span) for one in article.bylines] == ["Ana Ruiz", "Tom Kessel"]
    assert [_words(article, one.span) for one in article.datelines] == ["LIMA"]
    assert [_words(article, one.span) for one in article.credits] == ["Reuters"]
    assert article.datelines[0].places[0].country_code == "PE"


def test_what_the_text_prints_stays_where_it_is(lexicon: Lexicon) -> None:
    """Names, place and agency that the text prints are not put before it again."""
    text = f"By Ana Ruiz\n\nLIMA (Reuters) - {STORY}"
    article = _article(text, lexicon, byline="Ana Ruiz", dateline="Lima", credit="Reuters")
    assert [one.text for one in article.paragraphs] == [
        "By Ana Ruiz",
        *f"LIMA (Reuters) - {STORY}".split("\n\n"),
    ]
    assert [one.name for one in article.bylines] == ["Ana Ruiz"]
    assert len(article.datelines) == len(article.credits) == 1


def test_a_publishers_author_comes_before_the_texts(lexicon: Lexicon) -> None:
    """Of two authors the one that the publisher states is the first; an agency as author is a credit."""
    both = _article(f"By Tom Kessel\n\n{STORY}", lexicon, byline="Ana Ruiz")
    assert [one.name for one in both.bylines] == ["Ana Ruiz", "Tom Kessel"]
    agency = _article(STORY, lexicon, byline="Reuters")
    assert ([one.name for one in agency.credits], agency.bylines) == (["Reuters"], ())


def test_words_that_name_nobody_are_left_out(lexicon: Lexicon) -> None:
    """A desk, an address or a kind of licence in these fields adds no paragraph."""
    article = _article(STORY, lexicon, byline="Web Desk", dateline="see below", credit="CC BY 4.0")
    assert [one.text for one in article.paragraphs] == STORY.split("\n\n")
