"""Which field of a record holds what: ``{"maintext": "…", "title": "…", "date_publish": "2021-06-29 …"}``.

The names are those that news-please, Common Crawl's news sets, Prodigy, datatrove and the like write; a name
set in `FieldNames` goes alone where a record has it. `uri` has no usual name: numbers of rows would pass for
names of items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as fields_of
from datetime import UTC, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from schemas.records import PublisherMetadata
from tasks.read.blocks import looks_marked_up, text_of_markup
from tasks.read.tidy import tidy

if TYPE_CHECKING:
    from tasks.read.settings import FieldNames

Record = Mapping[str, Any]

_USUAL: Final[dict[str, tuple[str, ...]]] = {
    "text": (
        *("maintext", "text", "full_text", "fulltext", "article_text", "articlebody", "article_body"),
        *(
            "body_text",
            "body",
            "content",
            "plain_text",
            "plaintext",
            "raw_text",
            "page_content",
            "story",
            "article",
        ),
        *("body_html", "content_html", "html"),
    ),
    "headline": ("headline", "title"),
    "byline": ("byline", "authors", "author"),
    "dateline": ("dateline",),
    "published": (
        *("date_publish", "published", "published_at", "published_date", "publication_date", "publish_date"),
        *("date_published", "datepublished", "pubdate", "pub_date", "published_time", "date"),
    ),
    "language": ("language", "lang", "language_code"),
    "url": ("url", "link", "canonical_url", "article_url"),
    "credit": ("credit", "credit_line", "creditline", "agency"),
    "uri": (),
}
_BESIDE: Final = ("meta", "metadata")
"""Objects in which a record may keep what is not its text."""
_SECONDS: Final = range(100_000_000, 10_000_000_000)
"""Numbers that are seconds since 1970 (1973 to 2286) where a date is expected; times 1000, milliseconds."""


def map_record(record: Record, names: FieldNames) -> tuple[str | None, PublisherMetadata]:
    """Return the record's text, not yet cleaned, and what it says beside it."""
    lower = {key.lower(): value for key, value in record.items() if isinstance(key, str)}
    inner = [lower[key] for key in _BESIDE if isinstance(lower.get(key), Mapping)]
    beside = [lower, *({str(name).lower(): value for name, value in found.items()} for found in inner)]
    said = {
        field.name: _first(beside, field.name, getattr(names, field.name))
        for field in fields_of(names)
        if field.name != "text"
    }
    return _text(lower, names), PublisherMetadata(**said)


def _text(lower: dict[str, Any], names: FieldNames) -> str | None:
    for name in _asked([lower], "text", names.text):
        text = _as_text(_value(lower, name))
        if text is not None and text.strip():
            return text_of_markup(text) if looks_marked_up(text) else text
    if isinstance(inner := lower.get("article"), Mapping):
        return _text({str(key).lower(): value for key, value in inner.items() if key != "article"}, names)
    return None


def _as_text(value: object) -> str | None:
    """Return a text, or a list of paragraphs as one."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    return None


def _asked(records: list[dict[str, Any]], field: str, name: str | None) -> tuple[str, ...]:
    """Return the field that is named, alone; the usual names where no record has it (another dump's rows)."""
    if name and any(_has(record, name.lower()) for record in records):
        return (name.lower(),)
    return _USUAL[field]


def _has(record: Record, name: str) -> bool:
    if name in record:
        return True
    head, dot, rest = name.partition(".")
    inner = record.get(head)
    return (
        bool(dot) and isinstance(inner, Mapping) and _has({str(k).lower(): v for k, v in inner.items()}, rest)
    )


def _first(beside: list[dict[str, Any]], field: str, name: str | None) -> str | None:
    for key in _asked(beside, field, name):
        for record in beside:
            value = _value(record, key)
            if field == "published" and isinstance(value, int | float):
                value = _moment(value)
            if (said := tidy(value)) is not None:
                return said
    return None


def _value(record: Record, name: str) -> object:
    """Return the value of a field; a name with dots leads into objects, unless a field is really named so."""
    if name in record or "." not in name:
        return record.get(name)
    head, _, rest = name.partition(".")
    inner = record.get(head)
    if not isinstance(inner, Mapping):
        return None
    return _value({str(key).lower(): value for key, value in inner.items()}, rest)


def _moment(value: float) -> object:
    """Read a number as a moment, if it is one; ``20210629`` is a date as it stands."""
    for unit in (1, 1000):
        if isfinite(value) and int(value / unit) in _SECONDS:
            return datetime.fromtimestamp(value / unit, UTC)
    return value
