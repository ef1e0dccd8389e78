"""IPTC NewsML-G2: ``<newsItem guid="…" version="2"><itemMeta>…<contentMeta>…<contentSet><inlineXML>…``.

Elements are found whatever their namespace is, as files of all versions come without changes we would mind.
Source: the NewsML-G2 specification, 2.9 to 2.35.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Final

from schemas.records import PublisherMetadata
from tasks.read.blocks import join_paragraphs, looks_marked_up, one_line, paragraphs, text_of_markup
from tasks.read.nitf import map_nitf
from tasks.read.tidy import tidy
from tasks.read.xml_items import local_name

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_HTML_ROOTS: Final = frozenset({"html", "body", "div", "section", "article", "p"})


def map_news_item(item: Any) -> tuple[str | None, PublisherMetadata]:  # noqa: ANN401 - lxml has no types
    """Return the item's text (None if it has none) and what its metadata say."""
    text, inside = _content(item)
    said = PublisherMetadata(
        headline=said_at(item, "contentMeta/headline"),
        byline=said_at(item, "contentMeta/by"),
        dateline=said_at(item, "contentMeta/dateline"),
        published=said_at(item, "itemMeta/firstCreated")
        or said_at(item, "contentMeta/contentCreated")
        or said_at(item, "itemMeta/versionCreated"),
        language=_language(item),
        credit=said_at(item, "contentMeta/creditline"),
        uri=tidy(item.get("guid")),
        version=tidy(item.get("version")),
        version_created=said_at(item, "itemMeta/versionCreated"),
        embargoed=said_at(item, "itemMeta/embargoed"),
        pub_status=_status(item),
    )
    missing = {f.name: getattr(inside, f.name) for f in fields(said) if getattr(said, f.name) is None}
    return text, replace(said, **missing)


def said_at(element: Any, path: str) -> str | None:  # noqa: ANN401
    """Return the text of the first element at a path of local names, on one line."""
    found = element.find("/".join(f"{{*}}{name}" for name in path.split("/")))
    return None if found is None else one_line(found)


def _content(item: Any) -> tuple[str | None, PublisherMetadata]:  # noqa: ANN401
    """Return the first text of the item's content, and what NITF in it says by itself."""
    nothing = PublisherMetadata()
    for content in item.iterfind("{*}contentSet/*"):
        kind = local_name(content)
        if kind == "inlineXML":
            for root in content:
                if local_name(root) == "nitf":
                    text, said = map_nitf(root)
                    return text, replace(said, uri=None, version=None, pub_status=None)
                if local_name(root) in _HTML_ROOTS and (text := join_paragraphs(paragraphs(content))):
                    return text, nothing
        elif kind == "inlineData" and (text := "".join(content.itertext()).strip()):
            is_html = "html" in (content.get("contenttype") or "") or looks_marked_up(text)
            return (text_of_markup(text) if is_html else text), nothing
    return None, nothing


def _language(item: Any) -> str | None:  # noqa: ANN401
    stated = item.find("{*}contentMeta/{*}language")
    said = tidy(stated.get("tag")) if stated is not None else None
    for content in item.iterfind("{*}contentSet/*"):
        said = said or tidy(content.get(_LANGUAGE))
    return said or tidy(item.get(_LANGUAGE))


def _status(item: Any) -> str | None:  # noqa: ANN401
    """Return ``canceled`` for ``stat:canceled`` or for its full URI."""
    status = item.find("{*}itemMeta/{*}pubStatus")
    if status is None:
        return None
    said = tidy(status.get("qcode")) or tidy(status.get("uri"))
    return said.rpartition(":")[2].rpartition("/")[2].lower() if said else None
