r"""One compressed stream: ``lima.txt.gz`` is read as ``lima.txt``; streams put end to end are one.

What was read of a damaged stream is kept only where it is a list of records (JSON lines, tar, WARC): half an
article must not pass for an article.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final, Protocol

from tasks.read.part import Part, refuse
from tasks.read.registry import read_part
from tasks.read.tell import tell
from tasks.read.unpack import CHUNK, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemas.records import ReadDocument

_BLOCK: Final = 1 << 16
_ZSTD_BLOCK: Final = 1 << 10
"""Four bytes can stand for 128 KiB here, and there is no limit to what one call gives."""
_MEMORY_LIMIT: Final = 1 << 28
_LISTS: Final = frozenset({"tar", "json", "warc"})
_ENDINGS: Final = {"tgz": ".tar", "tbz": ".tar", "tbz2": ".tar", "txz": ".tar", "tzst": ".tar"}
_PLAIN_ENDINGS: Final = frozenset({"gz", "bz2", "xz", "zst", "zstd", "lzma"})


class _Decompressor(Protocol):
    """What bz2 and lzma have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ...) -> bytes: ...


class _Gunzip:
    """A gzip stream behind the same few words as bz2 and lzma have."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def needs_input(self) -> bool:
        return not self._stream.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._stream.unused_data

    def decompress(self, data: bytes, max_length: int = CHUNK) -> bytes:
        return self._stream.decompress(data or self._stream.unconsumed_tail, max_length)


def read_gzip(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of a gzip file; WARC files are often one gzip member a record."""
    return _read_stream(part, "gzip", _streams(part.data, _Gunzip))


def read_zstd(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of a zstd file."""
    return _read_stream(part, "zstd", _zstd(part.data))


def read_bzip2(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of a bzip2 file."""
    from bz2 import BZ2Decompressor

    return _read_stream(part, "bzip2", _streams(part.data, BZ2Decompressor))


def read_xz(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of an xz file."""
    from lzma import FORMAT_XZ, LZMADecompressor

    def make() -> LZMADecompressor:
        return LZMADecompressor(FORMAT_XZ, memlimit=_MEMORY_LIMIT)

    return _read_stream(part, "xz", _streams(part.data, make))


def _read_stream(part: Part, format_name: str, chunks: Iterator[bytes]) -> Iterator[ReadDocument]:
    unpacked = unpack(chunks, len(part.data), part)
    if unpacked.danger:
        yield refuse(part, format_name, "unsafe_container", unpacked.danger)
        return
    inner = part.inside(_name_inside(part.name), unpacked.data, part.charset)
    if unpacked.damage is None:
        yield from read_part(inner)
        return
    if tell(inner.data, inner.name) in _LISTS:
        yield from (document for document in read_part(inner) if document.member is not None)
    detail = f"After {len(unpacked.data)} unpacked bytes: {unpacked.damage}"
    yield refuse(part, format_name, "damaged_container", detail)


def _name_inside(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    if ending.lower() in _ENDINGS:
        return stem + _ENDINGS[ending.lower()]
    return stem if stem and ending.lower() in _PLAIN_ENDINGS else name


def _streams(data: bytes, make: Callable[[], _Decompressor]) -> Iterator[bytes]:
    """Decompress streams put end to end; zeros may stand between and after them."""
    at = 0
    while at < len(data):
        stream = make()
        while not stream.eof:
            block = data[at : at + _BLOCK] if stream.needs_input else b""
            if stream.needs_input and not block:
                msg = "The compressed data ends before its end mark."
                raise EOFError(msg)
            at += len(block)
            yield stream.decompress(block, CHUNK)
        at -= len(stream.unused_data)
        at = _end_of_zeros(data, at)


def _end_of_zeros(data: bytes, at: int) -> int:
    found = re.compile(rb"\0*").match(data, at)
    return found.end() if found else at


def _zstd(data: bytes) -> Iterator[bytes]:
    from zstandard import ZstdDecompressor

    decompressor = ZstdDecompressor(max_window_size=_MEMORY_LIMIT)
    at = 0
    while at < len(data):
        stream = decompressor.decompressobj()
        while not stream.eof:
            block = data[at : at + _ZSTD_BLOCK]
            if not block:
                msg = "The compressed data ends before its end mark."
                raise EOFError(msg)
            at += len(block)
            yield stream.decompress(block)
        at -= len(stream.unused_data)
