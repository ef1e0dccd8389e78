"""What may be set about reading, e.g. ``ReadSettings(max_document_bytes=1 << 20)``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNames:
    """Which field of a JSON record or a Parquet row holds what; None leaves it to detection.

    A name with dots (``article.body``) leads into objects. Names are compared in lower case.
    """

    text: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    credit: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Limits and field names; each limit is refused beyond, never cut to."""

    max_document_bytes: int = 8 * MIB
    """Bytes of one document, before it is decoded."""
    max_unpacked_bytes: int = 1024 * MIB
    """Bytes that all containers of one file may unpack to, together."""
    max_ratio: int = 200
    """Unpacked bytes to packed bytes of one container or member; small ones are not asked."""
    ratio_floor_bytes: int = 4 * MIB
    """What a container or member may always unpack to, whatever its ratio."""
    max_members: int = 200_000
    """Members of all archives of one file, together."""
    max_depth: int = 4
    """Containers inside one another; ``a.tar.gz`` in a zip is three."""
    fields: FieldNames = field(default_factory=FieldNames)


DEFAULT: Final = ReadSettings()
