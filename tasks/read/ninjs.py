"""IPTC ninjs, 1.x to 3.x: ``{"uri": "urn:x:1", "versioncreated": "…", "headline": "…", "body_text": "…"}``.

1.x says ``headline`` and ``body_text``, 2.x and 3.x say ``headlines`` and ``bodies``; 3.x spells its names in
camel case. Source: the JSON schemas of iptc/newsinjson.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from schemas.records import PublisherMetadata
from tasks.read.blocks import looks_marked_up, text_of_markup
from tasks.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARK_NAMES: Final = """
$standard associations bodies body_text body_xhtml contentcreated descriptions eventdetails firstcreated
headlines pubstatus renditions representationtype standard versioncreated
"""
_MARKS: Final = frozenset(_MARK_NAMES.split())
_NO_ARTICLE: Final = frozenset({"audio", "video", "picture", "graphic", "event", "planning", "component"})
_BODY_ROLES: Final = ("main", "body", "text", "article", "html", "xhtml", "plain", "plaintext")
_HEADLINE_ROLES: Final = ("main", "headline", "title")


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is a ninjs item: it has a uri, and a name only ninjs uses."""
    lower = {key.lower() for key in record}
    return "uri" in lower and (not lower.isdisjoint(_MARKS) or lower >= {"type", "headline"})


def has_no_article(record: Mapping[str, Any]) -> bool:
    """Tell an item that is a picture, an event or the like, whose words describe it."""
    kinds = [value for key, value in record.items() if key.lower() == "type"]
    return any(isinstance(kind, str) and kind in _NO_ARTICLE for kind in kinds)


def associated_texts(record: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the items with a text of their own that an item holds, and the name each is held under.

    1.x and 2.x hold them by name, 3.x in a list whose entries have one; pictures stay with the item.
    """
    held = next((value for key, value in record.items() if key.lower() == "associations"), None)
    entries = held.items() if isinstance(held, dict) else enumerate(held, 1) if isinstance(held, list) else ()
    for name, item in entries:
        if isinstance(item, dict) and not has_no_article(item) and map_item(item)[0] is not None:
            yield tidy(item.get("name")) or str(name), item


def map_item(record: Mapping[str, Any]) -> tuple[str | None, PublisherMetadata]:
    """Return the item's text (None if it has none) and all it says beside it."""
    item = {key.lower(): value for key, value in record.items()}
    said = PublisherMetadata(
        headline=_headline(item),
        byline=tidy(item.get("byline")) or tidy(item.get("by")),
        dateline=tidy(item.get("dateline")),
        published=tidy(item.get("firstcreated")) or tidy(item.get("versioncreated")),
        language=tidy(item.get("language")),
        url=tidy(item.get("url")),
        credit=tidy(item.get("creditline")) or tidy(item.get("credit")),
        uri=tidy(item.get("uri")),
        version=tidy(item.get("version")),
        version_created=tidy(item.get("versioncreated")),
        embargoed=tidy(item.get("embargoed")),
        pub_status=_status(item.get("pubstatus")),
    )
    return _body(item), said


def _status(value: object) -> str | None:
    status = tidy(value)
    return status.rpartition(":")[2].lower() if status else None


def _headline(item: Mapping[str, Any]) -> str | None:
    said = tidy(item.get("headline"))
    if said is None and isinstance(lines := item.get("headlines"), list):
        said = tidy(_of_role(lines, _HEADLINE_ROLES))
    return said if said is None or not looks_marked_up(said) else tidy(text_of_markup(said))


def _body(item: Mapping[str, Any]) -> str | None:
    """Return the body with its paragraphs; a plain body is taken only where no marked-up one shows them."""
    bodies = item.get("bodies")
    texts = [("", _of_role(bodies, _BODY_ROLES) if isinstance(bodies, list) else None)]
    texts += [(name, item.get(name)) for name in ("body_xhtml", "body_html", "body_text")]
    texts += [(name, text) for name, text in sorted(item.items()) if name.startswith("body_")]
    for name, text in texts:
        if isinstance(text, str) and text.strip():
            return text_of_markup(text) if name.endswith("html") or looks_marked_up(text) else text
    return None


def _of_role(values: list[Any], roles: tuple[str, ...]) -> object:
    """Return the value of a role in `roles` (or of none); marked-up before plain, and else in order."""

    def rank(entry: tuple[int, Any]) -> tuple[bool, bool, int, int]:
        number, said = entry
        role = str(said.get("role") or "").lower()
        kind = str(said.get("contenttype") or said.get("contentType") or role).lower()
        place = roles.index(role) if role in roles else len(roles)
        return (bool(role) and place == len(roles), "html" not in kind, place, number)

    said = [(n, v) for n, v in enumerate(values) if isinstance(v, dict) and isinstance(v.get("value"), str)]
    return min(said, key=rank)[1]["value"] if said else None
