"""HTML pages: the article, and what the page states of itself."""

from __future__ import annotations

import json

from schemas.records import PublisherMetadata
from tests.tasks.read.making import read, read_one, text_of, told

BODY = [
    "LIMA (NTA) — Envoys of both sides met in the old customs house on Tuesday to talk about the new port.",
    "“We came to listen,” said Rosa Quispe, who led the delegation of the coast, after three hours of talks.",
    "The port, planned for nine years, is to take ships of four hundred metres and give work to thousands.",
    "The next round will be held in Oslo in autumn, both delegations said in a joint note on Tuesday night.",
]
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Coast"},
        {
            "@type": "NewsArticle",
            "headline": "Envoys meet in Lima",
            "datePublished": "2021-06-29T10:30:00-05:00",
            "author": [{"@type": "Person", "name": "Ana Flores"}],
        },
    ],
}


def page(head: str) -> str:
    """Write a page with a menu and a footer around the article."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>Envoys meet in Lima | The Coast</title>{head}</head>'
        "<body><nav><ul><li><a href='/'>Home</a></li><li>Sea</li></ul></nav>"
        "<main><article>"
        f"<h1>Envoys meet in Lima</h1>{''.join(f'<p>{text}</p>' for text in BODY)}</article></main>"
        "<footer><p>Copyright The Coast</p></footer></body></html>"
    )


STATED = (
    "<script type='application/ld+json'>" + json.dumps(LD) + "</script>"
    '<link rel="canonical" href="https://coast.example/lima"><meta property="og:title" content="Other">'
)


def test_a_page_gives_its_article() -> None:
    """Menus and footers stay out, paragraphs are parted by an empty line."""
    document = read_one(page(STATED).encode())
    assert document.format == "html"
    assert text_of(document).endswith("\n\n".join(BODY))
    assert "Copyright" not in text_of(document)
    assert "Home" not in text_of(document)


def test_what_a_page_states_is_taken_as_printed() -> None:
    """JSON-LD goes before meta tags, and those before the page."""
    stated = read_one(page(STATED).encode()).document
    assert stated is not None
    assert stated.metadata == PublisherMetadata(
        headline="Envoys meet in Lima",
        byline="Ana Flores",
        published="2021-06-29T10:30:00-05:00",
        language="en",
        url="https://coast.example/lima",
    )
    metas = read_one(
        page(
            '<meta property="article:published_time" content="2021-06-29"><meta name="author" content="https://x.example/a">'
        ).encode()
    ).document
    assert metas is not None
    assert metas.metadata == PublisherMetadata(
        headline="Envoys meet in Lima", published="2021-06-29", language="en"
    )


def test_a_declared_charset_counts() -> None:
    """Where bytes are no UTF-8, the page's own word is taken."""
    text = page('<meta charset="windows-1251">').replace("old customs house", "старый порт")
    document = read_one(text.replace("“", '"').replace("”", '"').encode("cp1251"))
    assert "старый порт" in text_of(document)
    assert document.charset == "cp1251"


def test_a_page_without_an_article_is_refused() -> None:
    """A page whose body shows nothing holds no text, and says so."""
    assert told(read(b"<html><head><title>Lima</title></head><body><script>x()</script></body></html>")) == [
        (None, "no_text")
    ]
    assert told(read(b"<p>", "x.html")) == [(None, "no_text")]


def test_text_with_angle_brackets_stays_text() -> None:
    """A template's residue at the start of a text makes no page of it."""
    text = "<image>data: LIMA (NTA) - Envoys met.\n"
    assert told(read(text.encode())) == [(None, text)]
