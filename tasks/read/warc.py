r"""WARC: ``b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://…\r\n\r\nHTTP/1.1 200 OK\r\n…"``.

Each response, resource and conversion record is one document, under its record id; requests, metadata and
the file's own description hold none and are passed over. Source: ISO 28500. `WARC-Date` is when the page was
fetched, and says nothing of when it was published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from schemas.records import Document, PublisherMetadata, ReadDocument
from tasks.read.part import RECORD_MARK, Part, refuse
from tasks.read.registry import read_part
from tasks.read.unpack import join_member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HOLDING: Final = frozenset({"response", "resource", "conversion"})
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]*\r\n")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_OK: Final = "200"
_TEXTS: Final = ("text/", "application/xhtml", "application/json", "application/xml", "application/rss")


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: where it stands, what its head says, and its block; `is_cut` if the file ends inside it."""

    start: int
    end: int
    head: Mapping[str, str]
    block: bytes
    is_cut: bool


def read_warc(part: Part) -> Iterator[ReadDocument]:
    """Yield a document for each record that can hold one."""
    read = 0
    damage = None
    for number, record in enumerate(_records(part.data), 1):
        if record is None:
            damage = f"After {number - 1} records: no record starts where one should."
            break
        if record.head.get("warc-type", "").lower() in _HOLDING:
            read += 1
            raw = part.inside(part.name, part.data[record.start : record.end])
            name = RECORD_MARK + _name(record, number)
            for document in _read_record(raw, record):
                yield replace(document, member=join_member(name, document.member))
    if damage is not None:
        yield refuse(part, "warc", "damaged_container", damage)
    elif not read:
        yield refuse(part, "warc", "empty", "The file holds no response, resource or conversion record.")


def _name(record: _Record, number: int) -> str:
    return record.head.get("warc-record-id", "").strip("<> ") or str(number)


def _records(data: bytes) -> Iterator[_Record | None]:
    """Yield the records; where one is broken yield None, and stop."""
    at = 0
    while at < len(data):
        end = _HEAD_END.search(data, at)
        if not data.startswith(b"WARC/", at) or end is None:
            yield None
            return
        head = _fields(data[at : end.start()])
        length = head.get("content-length", "")
        if not (length.isascii() and length.isdigit()):
            yield None
            return
        block = data[end.end() : end.end() + int(length)]
        is_cut = len(block) < int(length)
        following = len(data) if is_cut else end.end() + len(block)
        while data[following : following + 1] in {b"\r", b"\n"}:
            following += 1
        yield _Record(at, following, head, block, is_cut)
        at = following


def _fields(head: bytes) -> dict[str, str]:
    """Return the named fields of a head, names in lower case; the first line names the protocol."""
    found: dict[str, str] = {}
    for line in head.decode("utf-8", "replace").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _read_record(raw: Part, record: _Record) -> Iterator[ReadDocument]:
    """Yield the document of a record; `raw` is the whole record, so that it can be read again by itself."""
    if record.is_cut:
        yield refuse(raw, "warc", "damaged_member", "The file ends inside the record.")
        return
    try:
        kind, body = _payload(record)
    except ValueError as error:
        yield refuse(raw, "warc", "unsupported", str(error))
        return
    name = "page.html" if "html" in kind.lower() else "page.txt"
    for document in read_part(raw.inside(name, body, _charset(kind))):
        yield _placed(raw, document, record.head.get("warc-target-uri"))


def _payload(record: _Record) -> tuple[str, bytes]:
    """Return what the record says its payload is, and the payload; raise ValueError if it is no page."""
    kind, body = record.head.get("content-type", ""), record.block
    if body.startswith(b"HTTP/"):
        end = _HEAD_END.search(body)
        status = body[:40].partition(b" ")[2][:3].decode("latin-1")
        if end is None or status != _OK:
            msg = f"The answer's status is {status}; {_OK} was expected."
            raise ValueError(msg)
        head = _fields(body[: end.start()])
        kind, body = head.get("content-type", ""), _undo_transfer(body[end.end() :], head)
    if kind and not kind.lower().startswith(_TEXTS):
        msg = f"The answer is {kind.partition(';')[0][:80]}, not text."
        raise ValueError(msg)
    return kind, body


def _undo_transfer(body: bytes, head: Mapping[str, str]) -> bytes:
    """Return the page itself; some crawlers store bodies as sent, some unpacked under the head as sent."""
    if "chunked" in head.get("transfer-encoding", "").lower():
        body = _joined(body)
    if head.get("content-encoding", "").strip().lower() == "br" and b"<" not in body[:2000]:
        msg = "The answer is packed with Brotli, which is not read."
        raise ValueError(msg)
    return body  # gzip and zstd are told by their first bytes, as everywhere


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body, or return it as it is where it has none."""
    found: list[bytes] = []
    at = 0
    while (size := _CHUNK_SIZE.match(body, at)) is not None:
        length = int(size[1], 16)
        if not length:
            return b"".join(found)
        found.append(body[size.end() : size.end() + length])
        at = size.end() + length + 2
    return body


def _charset(kind: str) -> str | None:
    found = _CHARSET.search(kind)
    return found[1] if found else None


def _placed(raw: Part, document: ReadDocument, url: str | None) -> ReadDocument:
    """Give a page the record's bytes and, if it does not name its own, the record's address."""
    if document.member is not None:
        return document  # the payload is a list of records: each stands on its own bytes
    said = document.document
    if said is not None and url:
        beside = said.metadata or PublisherMetadata()
        said = Document(text=said.text, metadata=replace(beside, url=beside.url or url))
    return replace(document, raw=raw.data, document=said)
