"""Invented files in every container, made small and the same each time."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from typing import TYPE_CHECKING

import zstandard

from tasks.read import DEFAULT, ReadSettings, read_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from schemas.records import ReadDocument

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}


def read(data: bytes, name: str = "story.txt", settings: ReadSettings = DEFAULT) -> list[ReadDocument]:
    """Read all documents of a file."""
    return list(read_documents(name, data, settings))


def read_one(data: bytes, name: str = "story.txt", settings: ReadSettings = DEFAULT) -> ReadDocument:
    """Read a file that holds one document."""
    [document] = read_documents(name, data, settings)
    return document


def text_of(document: ReadDocument) -> str:
    """Return the text of a document that must have one."""
    assert document.document is not None, document.rejections
    return document.document.text


def told(documents: Iterable[ReadDocument]) -> list[tuple[str | None, str]]:
    """Return each document's member, and its text or the code of its rejection."""
    return [(d.member, d.document.text if d.document else d.rejections[0].code) for d in documents]


def zipped(
    members: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Make a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name) if isinstance(name, str) else name
            info.compress_type = method
            archive.writestr(info, data)
    return buffer.getvalue()


def tarred(members: Iterable[tuple[str | tarfile.TarInfo, bytes]]) -> bytes:
    """Make a tar archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()
