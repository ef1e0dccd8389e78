"""HTML: the article's text by trafilatura, and what the page says of itself in its head.

``<meta property="article:published_time" content="2021-06-29T10:30Z">``, JSON-LD, ``<link rel="canonical">``:
only what is stated is taken, as printed. Dates that would have to be guessed are left to the parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from schemas.records import Rejection
from tasks.read.blocks import join_paragraphs
from tasks.read.decode import decode
from tasks.read.page_head import map_head
from tasks.read.part import Part, read_text, refuse, too_large
from tasks.read.records import from_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096


def read_html(part: Part) -> Iterator[ReadDocument]:
    """Yield the one document of the page."""
    if len(part.data) > part.settings.max_document_bytes:
        yield too_large(part, "html")
        return
    found = _DECLARED.search(part.data, 0, _DECLARED_WITHIN)
    decoded = decode(part.data, part.charset or (found[1].decode() if found else None))
    if isinstance(decoded, Rejection):
        yield read_text(part, "html")
        return
    tree = _tree(decoded.text)
    if tree is None or not (text := _article(tree)):
        yield refuse(
            part, "html", "no_text", "The page holds no text that could be told from what surrounds it."
        )
        return
    yield from_text(part, "html", text, map_head(tree), decoded.charset, repaired=decoded.repaired)


def _tree(text: str) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import etree
    from lxml.html import HTMLParser, fromstring

    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True
    )
    try:
        return fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _article(tree: Any) -> str:  # noqa: ANN401
    """Return the article's paragraphs; nothing is fetched, and nothing kept from page to page."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    found = bare_extraction(
        deepcopy(tree), include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    lines = (getattr(found, "text", None) or "").split("\n")
    return join_paragraphs([line.strip() for line in lines if line.strip()])
