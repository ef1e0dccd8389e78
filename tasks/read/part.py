"""What a format's reader is handed, and how it hands documents back.

A reader is one function, `Part` → documents. A part is a file, or one member or record of it:
``Part("2021.zip", b"PK…", …)`` holds ``Part("a/lima.txt", b"LIMA (AP) …", …)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from schemas.records import Document, PublisherMetadata, ReadDocument, Rejection
from tasks.read.decode import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tasks.read.settings import ReadSettings

RECORD_MARK: Final = "#"
"""Stands before the number or id of a record; `read_documents` takes it off where the file is the list."""

Reader: TypeAlias = "Callable[[Part], Iterator[ReadDocument]]"


@dataclass(slots=True)
class Budget:
    """What is left of a file's limits; shared by all that is inside one file."""

    bytes_left: int
    members_left: int


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes to read, and the name that may tell their format."""

    name: str
    data: bytes = field(repr=False)
    settings: ReadSettings
    budget: Budget
    depth: int = 0
    charset: str | None = None
    """Charset that the container declares, to be tried after UTF-8."""

    def inside(self, name: str, data: bytes, charset: str | None = None) -> Part:
        """Return a part one container deeper."""
        return replace(self, name=name, data=data, depth=self.depth + 1, charset=charset)


def refuse(
    part: Part,
    format_name: str,
    code: str,
    detail: str,
    *,
    member: str | None = None,
    position: int | None = None,
) -> ReadDocument:
    """Return the part as one that could not be read, and why."""
    rejection = Rejection(code=code, detail=detail, position=position)
    return ReadDocument(
        member=member, format=format_name, raw=part.data, charset=None, rejections=(rejection,)
    )


def read_text(part: Part, format_name: str, metadata: PublisherMetadata | None = None) -> ReadDocument:
    """Return the part's bytes as one document of text."""
    data = part.data
    if len(data) > part.settings.max_document_bytes:
        return too_large(part, format_name)
    decoded = decode(data, part.charset)
    if isinstance(decoded, Rejection):
        return ReadDocument(member=None, format=format_name, raw=data, charset=None, rejections=(decoded,))
    return ReadDocument(
        member=None,
        format=format_name,
        raw=data,
        charset=decoded.charset,
        repaired_count=decoded.repaired,
        document=Document(text=decoded.text, metadata=metadata),
    )


def too_large(part: Part, format_name: str) -> ReadDocument:
    """Refuse a document beyond the limit."""
    limit = part.settings.max_document_bytes
    return refuse(
        part, format_name, "too_large", f"The document has {len(part.data)} bytes; the limit is {limit}."
    )
