"""Zip archives: members in the order of the archive's directory, or of its bytes where that is lost."""

from __future__ import annotations

import stat
import struct
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from tasks.read.members import Members, printable
from tasks.read.part import Part, refuse
from tasks.read.salvage import salvage
from tasks.read.unpack import CHUNK, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

_IS_ENCRYPTED: Final = 0x1
_IS_UTF8: Final = 0x800
_OFFICE: Final = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
_DAMAGED: Final = (BadZipFile, ValueError, NotImplementedError, OverflowError, IndexError, struct.error)


def read_zip(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of each member that is a file."""
    try:
        archive = ZipFile(BytesIO(part.data))
    except _DAMAGED as error:
        yield from salvage(part, str(error) or type(error).__name__)
        return
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    if infos and infos[0].filename in _OFFICE:
        yield refuse(
            part, "zip", "binary", "The bytes are an office document, e-book or program.", position=0
        )
    elif sum(info.compress_size for info in infos) > len(part.data):
        yield refuse(part, "zip", "unsafe_container", "Members of the archive share the same bytes.")
    elif not infos:
        yield refuse(part, "zip", "empty", "The archive holds no file.")
    else:
        yield from _read_infos(part, archive, infos)


def _read_infos(part: Part, archive: ZipFile, infos: list[ZipInfo]) -> Iterator[ReadDocument]:
    members = Members(part, "zip")
    for info in infos:
        if not members.take_one():
            yield members.refuse_rest()
            return
        name = _name_of(info.orig_filename, is_utf8=bool(info.flag_bits & _IS_UTF8))
        mode = info.external_attr >> 16
        danger = members.danger_of(info.orig_filename)
        if danger is None and stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
            danger = "The member is a link, a device or a pipe, not a file."
        if danger is not None:
            yield members.refuse(name, "unsafe_container", danger)
        elif info.flag_bits & _IS_ENCRYPTED:
            yield members.refuse(name, "unsupported", "The member is encrypted.")
        else:
            yield from members.read(name, unpack(_chunks(archive, info), info.compress_size, part))


def _chunks(archive: ZipFile, info: ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as member:
        yield from iter(lambda: member.read(CHUNK), b"")


def _name_of(name: str, *, is_utf8: bool) -> str:
    """Return a member's name; many packers write UTF-8 without saying so, and Python reads that as cp437."""
    if not is_utf8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode()
    return printable(name)
