"""XML: NewsML-G2 and NITF are read, XHTML goes to the reader of HTML, the rest is refused by its root's name.

No entity is fetched or expanded; those that HTML knows (``&mdash;``) are read as the characters they are,
since NITF files use them and leave them to a DTD.
"""

from __future__ import annotations

import re
from codecs import lookup
from dataclasses import replace
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final

from schemas.records import Rejection
from tasks.read.decode import decode
from tasks.read.part import RECORD_MARK, Part, refuse, too_large
from tasks.read.records import WITHDRAWN, from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemas.records import PublisherMetadata, ReadDocument

_ENTITY: Final = re.compile(rb"<!\[CDATA\[.*?\]\]>|&([A-Za-z][A-Za-z0-9]*);", re.DOTALL)
_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_G2_ITEMS: Final = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_NO_TEXT: Final = "The item holds no text; of its content only XHTML, NITF and plain text are read."


def read_xml(part: Part) -> Iterator[ReadDocument]:
    """Yield a document for each item of the file."""
    from lxml.etree import XMLSyntaxError

    try:
        root, charset = _parse(part.data)
    except (XMLSyntaxError, ValueError) as error:
        yield refuse(part, "xml", "malformed_record", f"It is not well-formed XML: {error}"[:300])
        return
    name = local_name(root)
    if name == "nitf":
        from tasks.read.nitf import map_nitf

        yield _read_item(part, "nitf", root, charset, map_nitf)
    elif name in _G2_ITEMS:
        yield _read_g2(part, root, charset)
    elif name == "newsMessage":
        yield from _read_message(part, root, charset)
    elif name == "html":
        from tasks.read.html import read_html

        yield from read_html(part)
    else:
        yield refuse(part, "xml", "unsupported", f"The XML is of the kind <{name}>, which is not read.")


def local_name(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return an element's name without its namespace; comments and the like have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _read_message(part: Part, root: Any, charset: str) -> Iterator[ReadDocument]:  # noqa: ANN401
    from lxml.etree import tostring

    items = [item for item in root.iterfind("{*}itemSet/*") if local_name(item) in _G2_ITEMS]
    for number, item in enumerate(items, 1):
        item.tail = None
        inner = part.inside(part.name, tostring(item, encoding="utf-8"))
        yield replace(_read_g2(inner, item, charset), member=f"{RECORD_MARK}{number}")
    if not items:
        yield refuse(part, "newsml-g2", "empty", "The message holds no item.")


def _read_g2(part: Part, item: Any, charset: str) -> ReadDocument:  # noqa: ANN401
    name = local_name(item)
    if name != "newsItem":
        return refuse(
            part, "newsml-g2", "unsupported", f"The item is a {name}; only a newsItem holds an article."
        )
    from tasks.read.newsml import map_news_item

    return _read_item(part, "newsml-g2", item, charset, map_news_item)


def _read_item(
    part: Part,
    format_name: str,
    item: Any,  # noqa: ANN401
    charset: str,
    mapped: Callable[[Any], tuple[str | None, PublisherMetadata]],
) -> ReadDocument:
    if len(part.data) > part.settings.max_document_bytes:
        return too_large(part, format_name)
    text, said = mapped(item)
    if not text and said.pub_status not in WITHDRAWN:
        return refuse(part, format_name, "no_text_field", _NO_TEXT)
    return from_text(part, format_name, text or "", said, charset)


def _parse(data: bytes) -> tuple[Any, str]:
    """Return the root and the charset; raise XMLSyntaxError or ValueError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    data = _ENTITY.sub(_numbered, data.lstrip())
    try:
        root = etree.fromstring(data, parser)
        charset = lookup(root.getroottree().docinfo.encoding or "utf-8").name
    except (etree.XMLSyntaxError, LookupError):
        decoded = decode(data)
        if isinstance(decoded, Rejection) or decoded.charset == "utf-8":
            raise
        root, charset = etree.fromstring(_DECLARATION.sub("", decoded.text), parser), decoded.charset
    if next(root.iter(etree.Entity), None) is not None:
        msg = "it uses entities of its own, which are not expanded"
        raise ValueError(msg)
    return root, charset


def _numbered(found: re.Match[bytes]) -> bytes:
    """Write a named character of HTML by its number; leave XML's own names, and all within CDATA."""
    name = found[1].decode() if found[1] else ""
    characters = html5.get(f"{name};") if name and name not in _OF_XML else None
    return b"".join(b"&#%d;" % ord(c) for c in characters) if characters else found[0]
