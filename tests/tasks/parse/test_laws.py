"""Laws that hold for every text, whatever it says."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas.codes import CODES
from schemas.records import Article, Document, Rejection, Span
from schemas.reference.lexicon import load_lexicon
from tasks.parse import parse
from tasks.parse.header import read_header
from tests.tasks.parse.golden import cases, name_of

LEXICON = load_lexicon()
PIECES = st.sampled_from(
    [
        " date 2021-06-29 ", " date 2021-04 ", "OSLO, May 3 (Reuters) - ", "KUWAIT: ", "LIMA — ",
        "(ANI)", " -Bernama", "By Ana Belmar", "Read more:", "Your Comment", "Share", "© 2020",
        "19-11-2020 22:14 IST", "ANI | New Delhi | Updated: 19-11-2020", "\n", "\n\n", " ",
        "The ministers met on Monday and agreed to meet again. ", "Ministers To Meet In Lima",
        "新华网北京9月12日电 ",
        "اسلام آباد: ", "((((", "\xa0", "\u200b", "?", "|", "- ", "___", "{{a.b}}", "{{",
        "—", "file pic", "Related News", "NEVADA", "Q: Why? ", "10:40 a.m.", "\x00", "\ud800",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(st.one_of(PIECES, st.text(alphabet=string.printable, max_size=30)), max_size=12).map("".join),
)


def squeezed(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def spans_of(article: Article) -> list[tuple[Span, str | None]]:
    """Return every span with the words it must cover; a dateline's own span covers more than its place."""
    spans: list[tuple[Span, str | None]] = [(one.span, one.name) for one in article.credits]
    spans += [(one.span, one.name) for one in article.bylines]
    for line in article.datelines:
        spans.append((line.span, None))
        spans += [(place.span, place.place_text) for place in line.places]
    return spans


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example(" date 2021-06-29")
@example("(AP) - (AP) - (AP) - x")
@example("İSTANBUL: ǅ words of a title here. ŉ")
def test_no_text_breaks_the_parser(text: str) -> None:
    """Any text gives an article or a rejection with a known code, and the same one twice."""
    result = parse(Document(text=text), LEXICON)
    assert result == parse(Document(text=text), LEXICON)
    if isinstance(result, Rejection):
        assert result.code in CODES
        return
    whole = "".join(paragraph.text for paragraph in result.paragraphs)
    assert squeezed(whole) == squeezed(text[read_header(text).end :])
    assert all(paragraph.text == paragraph.text.strip() != "" for paragraph in result.paragraphs)
    for span, words in spans_of(result):
        paragraph = result.paragraphs[span.paragraph_no - 1].text
        assert 0 <= span.start_char < span.end_char <= len(paragraph)
        assert words is None or paragraph[span.start_char : span.end_char] == words


@pytest.mark.parametrize("path", cases(), ids=name_of)
def test_spans_of_goldens(path: object) -> None:
    """Every span of every golden covers its words, and a dateline's place and date stand in its span."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    result = parse(Document(text=text), LEXICON)
    if isinstance(result, Rejection):
        return
    for span, words in spans_of(result):
        surface = result.paragraphs[span.paragraph_no - 1].text[span.start_char : span.end_char]
        assert words is None or surface == words
    for line in result.datelines:
        surface = result.paragraphs[line.span.paragraph_no - 1].text[
            line.span.start_char : line.span.end_char
        ]
        assert line.place_text is None or line.place_text in surface
        assert line.date_text is None or line.date_text in surface
    assert {paragraph.kind for paragraph in result.paragraphs} <= {
        "headline", "lede", "body", "caption", "byline", "meta", "chrome", "repeat",
    }  # fmt: skip


@pytest.mark.parametrize("path", cases(), ids=name_of)
def test_line_ends_do_not_matter(path: object) -> None:
    """Trailing spaces and more blank lines change no fact."""
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    one = parse(Document(text=text), LEXICON)
    two = parse(Document(text=re.sub(r"\n\n+", " \n\n\n\n", text)), LEXICON)
    if isinstance(one, Rejection) or isinstance(two, Rejection):
        assert type(one) is type(two)
        return
    assert one.paragraphs == two.paragraphs
    assert one.datelines == two.datelines
