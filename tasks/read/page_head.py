"""What a page says of itself, in the order publishers mean it: JSON-LD first, then ``<meta>``, then the page.

``{"@type": "NewsArticle", "headline": "…", "datePublished": "2021-06-29", "author": [{"name": "…"}]}``
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from schemas.records import PublisherMetadata
from tasks.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ARTICLE_TYPES: Final = re.compile(
    r"(?:Article|BlogPosting|NewsItem|PressRelease)$|^(?:Report|LiveBlogPosting)$"
)
_PUBLISHED: Final = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date"),
    *("dcterms.created", "dcterms.date"),
)
_BYLINE: Final = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl")
_HEADLINE: Final = ("og:title", "twitter:title", "parsely-title", "dc.title", "headline")
_ADDRESS: Final = re.compile(r"https?://|^@", re.IGNORECASE)
_LD_DEPTH: Final = 4


def map_head(tree: Any) -> PublisherMetadata:  # noqa: ANN401 - lxml has no types
    """Return what the page states; None for what it leaves to be guessed."""
    stated = _metas(tree)
    article = next(_articles(tree), {})
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    return PublisherMetadata(
        headline=tidy(article.get("headline")) or _first(stated, _HEADLINE) or _only_heading(tree),
        byline=_names(article.get("author")) or _names(_first(stated, _BYLINE)),
        published=tidy(article.get("datePublished")) or _first(stated, _PUBLISHED) or _marked_time(tree),
        language=tidy(article.get("inLanguage")) or tidy(tree.xpath("string(/html/@lang)")),
        url=tidy(canonical[0]) if canonical else _first(stated, ("og:url",)),
    )


def _metas(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the contents of the ``<meta>`` tags by name; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = tidy(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(stated: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((stated[name] for name in names if name in stated), None)


def _names(value: object) -> str | None:
    """Return the authors; an address of a profile is no name."""
    said = tidy(value)
    return None if said is None or _ADDRESS.search(said) else said


def _only_heading(tree: Any) -> str | None:  # noqa: ANN401
    headings = list(tree.iter("h1"))
    return tidy(headings[0].text_content()) if len(headings) == 1 else None


def _marked_time(tree: Any) -> str | None:  # noqa: ANN401
    """Return the time marked as the publication's, by microdata or by the ``pubdate`` of early HTML5."""
    found = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    return tidy(found[0]) if found else None


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """Yield the articles that JSON-LD describes."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            said = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(said, _LD_DEPTH)


def _articles_in(said: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(said, list) and depth:
        for entry in said:
            yield from _articles_in(entry, depth - 1)
    elif isinstance(said, dict):
        kinds = said.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds):
            yield said
        elif depth:
            yield from _articles_in([said.get("@graph"), said.get("mainEntity")], depth - 1)
