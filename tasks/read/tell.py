r"""What format bytes are in, by their first bytes, then by the name: ``b"PK\x03\x04…"`` is a zip.

`tell` is asked for every file, so what looks like plain text must leave it after a few comparisons.
"""

from __future__ import annotations

from typing import Final

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
_FIRST_OF_BINARY: Final = frozenset(magic[0] for magic, _ in _BINARY)


def tell_binary(data: bytes) -> str | None:
    """Return what well-known thing other than text the bytes are, or None."""
    if not data or data[0] not in _FIRST_OF_BINARY:
        return None
    for magic, name in _BINARY:
        if data.startswith(magic) and (magic not in _TEXT_LIKE or _has_controls(data)):
            return name
    return None


_TEXT_LIKE: Final = frozenset({b"RIFF", b"OggS", b"ID3"})
"""Magic that a text may start with by chance."""


def _has_controls(data: bytes) -> bool:
    return b"\0" in data[:512]
