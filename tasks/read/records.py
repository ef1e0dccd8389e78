"""One record (an object of JSON, a row of Parquet) made a document."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from schemas.records import Document, PublisherMetadata, ReadDocument
from tasks.read.clean import clean
from tasks.read.fields import map_record
from tasks.read.ninjs import associated_texts, has_no_article, is_ninjs, map_item
from tasks.read.part import RECORD_MARK, Part, refuse, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WITHDRAWN: Final = frozenset({"canceled", "withheld"})
"""Statuses under which an item need not have a text: what it says is that another one is void."""
_KEYS_NAMED: Final = 12


def read_record(part: Part, format_name: str, record: object, charset: str | None) -> ReadDocument:
    """Return the document of one record whose bytes are the part's."""
    if len(part.data) > part.settings.max_document_bytes:
        return too_large(part, format_name)
    if isinstance(record, str):
        record = {"text": record}
    if not isinstance(record, dict):
        detail = f"The record is a JSON {type(record).__name__}; an object was expected."
        return refuse(part, format_name, "malformed_record", detail)
    named = part.settings.fields.text is not None
    if not named and is_ninjs(record):
        return _read_ninjs(part, record, charset)
    text, said = map_record(record, part.settings.fields)
    if text is None and named and is_ninjs(record):
        return _read_ninjs(part, record, charset)
    if text is None:
        return refuse(part, format_name, "no_text_field", _fields_seen(record))
    return from_text(part, format_name, text, said, charset)


def read_records(part: Part, format_name: str, record: object, charset: str | None) -> Iterator[ReadDocument]:
    """Yield the document of one record, and of each text that a ninjs item holds beside its own."""
    yield read_record(part, format_name, record, charset)
    if len(part.data) > part.settings.max_document_bytes or not isinstance(record, dict):
        return
    if not is_ninjs(record):
        return
    for name, item in associated_texts(record):
        inner = part.inside(part.name, json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        if inner.depth > part.settings.max_depth:
            detail = f"More than {part.settings.max_depth} items stand inside one another."
            yield refuse(inner, "ninjs", "unsafe_container", detail, member=f"{RECORD_MARK}{name}")
            continue
        for document in read_records(inner, format_name, item, charset):
            yield replace(document, member=f"{RECORD_MARK}{name}{document.member or ''}")


def _read_ninjs(part: Part, item: Mapping[str, Any], charset: str | None) -> ReadDocument:
    if has_no_article(item):
        detail = "The ninjs item is a picture, an event or the like; no article."
        return refuse(part, "ninjs", "unsupported", detail)
    text, said = map_item(item)
    text = text or map_record(item, part.settings.fields)[0]
    if text is None and said.pub_status not in WITHDRAWN:
        if any(True for _ in associated_texts(item)):
            detail = "The ninjs item is a package; the texts it holds are read on their own."
            return refuse(part, "ninjs", "unsupported", detail)
        return refuse(part, "ninjs", "no_text_field", "The ninjs item has no body.")
    return from_text(part, "ninjs", text or "", said, charset)


def from_text(
    part: Part,
    format_name: str,
    text: str,
    said: PublisherMetadata | None,
    charset: str | None,
    *,
    repaired: int = 0,
) -> ReadDocument:
    """Return decoded text as a document, cleaned; `repaired` counts what was repaired before."""
    text, count = clean(text)
    repaired += count
    is_withdrawn = said is not None and said.pub_status in WITHDRAWN
    if not text.strip() and not is_withdrawn:
        return refuse(part, format_name, "empty", "The text holds nothing but white space.")
    return ReadDocument(
        member=None,
        format=format_name,
        raw=part.data,
        charset=charset,
        repaired_count=repaired,
        document=Document(text=text, metadata=said if said != _NOTHING_SAID else None),
    )


_NOTHING_SAID: Final = PublisherMetadata()


def _fields_seen(record: Mapping[str, Any]) -> str:
    names = sorted(clean(key)[0][:40] for key in record)
    seen = ", ".join(names[:_KEYS_NAMED]) + (", …" if len(names) > _KEYS_NAMED else "")
    return f"None of the record's fields holds a text: {seen}" if names else "The record has no fields."
