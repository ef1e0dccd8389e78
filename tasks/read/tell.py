r"""What format bytes are in, by their first bytes, then by the name: ``b"PK\x03\x04…"`` is a zip.

`tell` is asked for every file, so what looks like plain text must leave it after a few comparisons.
"""

from __future__ import annotations

import re
from typing import Final

_MAGIC: Final = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
_BZIP2: Final = re.compile(rb"BZh[1-9](?:\x31\x41\x59\x26\x53\x59|\x17\x72\x45\x38\x50\x90)")
_BINARY: Final = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV, AVI)"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document (OLE)"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"\0\x05\x16\x07", "an AppleDouble file"),
)
_TEXT_LIKE: Final = frozenset({b"RIFF", b"OggS", b"ID3"})
"""Magic that a text may start with by chance."""
_FIRST_OF_BINARY: Final = frozenset(magic[0] for magic, _ in _BINARY)
_FIRST_OF_FORMAT: Final = frozenset(b"\x1f\x28\xfdPWB\x00\xef\xfe\xff{[<")
_BY_NAME: Final = {
    "json": "json",
    "jsonl": "json",
    "ndjson": "json",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "xml": "xml",
    "tar": "tar",
}
_HEAD_BYTES: Final = 1024
_TAR_MAGIC_AT: Final = 257
_TAR_HEADER_BYTES: Final = 512
_MARK: Final = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|\0\0\xfe\xff)")
_PROLOGUE: Final = re.compile(
    rb"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE
)
_ROOT: Final = re.compile(rb"<(?:\w+:)?([A-Za-z][\w.-]*)(?=[\s/>])")
_XML_NAMES: Final = b"""
nitf newsItem newsMessage packageItem conceptItem knowledgeItem planningItem catalogItem NewsML rss feed
"""
_HTML_NAMES: Final = b"""
html head body meta title link script style div p article main section span table a br img h1 h2 h3
"""
_XML_ROOTS: Final = frozenset(_XML_NAMES.split())
_HTML_ROOTS: Final = frozenset(_HTML_NAMES.split())


def tell(data: bytes, name: str) -> str:
    """Return the name of the format: a key of `tasks.read.registry.READERS`."""
    head = data[:_HEAD_BYTES].lstrip()
    if head and head[0] in _FIRST_OF_FORMAT and (told := _tell_by_bytes(data, head)):
        return told
    if data[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 5] == b"ustar":
        return "tar"
    told = _BY_NAME.get(name.rpartition(".")[2].lower(), "text")
    return told if told != "tar" or _is_old_tar(data) else "text"


def tell_binary(data: bytes) -> str | None:
    """Return what well-known thing other than text the bytes are, or None."""
    if not data or data[0] not in _FIRST_OF_BINARY:
        return None
    for magic, name in _BINARY:
        if data.startswith(magic) and (magic not in _TEXT_LIKE or b"\0" in data[:_HEAD_BYTES]):
            return name
    return None


def _tell_by_bytes(data: bytes, head: bytes) -> str | None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if _BZIP2.match(data):
        return "bzip2"
    if _MARK.match(head) or head[:1] == b"\0":
        head = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
    first = head[:1]
    if first in {b"{", b"["}:
        return "json"
    return _tell_markup(head) if first == b"<" else None


def _tell_markup(head: bytes) -> str | None:
    """Tell XML from HTML; text may well start with an angle bracket and be neither."""
    prologue = _PROLOGUE.match(head)
    start = prologue.end() if prologue else 0
    root = _ROOT.match(head, start)
    name = root[1] if root else b""
    if name.lower() in _HTML_ROOTS or head[:14].lower() == b"<!doctype html":
        return "html"
    if name in _XML_ROOTS or head.startswith(b"<?xml"):
        return "xml"
    return "xml" if b"<!DOCTYPE" in head[:start] else None


def _is_old_tar(data: bytes) -> bool:
    """Tell a tar of the time before ``ustar``: the header's checksum is right."""
    header = data[:_TAR_HEADER_BYTES]
    try:
        said = int(header[148:156].strip(b" \0") or b"0", 8)
    except ValueError:
        return False
    return len(header) == _TAR_HEADER_BYTES and said == sum(header[:148]) + 8 * 32 + sum(header[156:])
