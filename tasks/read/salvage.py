r"""Zip archives that were cut off: members follow each other from the start, each behind its own header.

The directory at the end is what a zip is read by; where it is lost, ``b"PK\x03\x04…story.txt…"`` still says
all that is needed of the members that are whole.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from struct import Struct
from typing import TYPE_CHECKING, Final

from tasks.read.members import Members, printable
from tasks.read.part import Part, refuse
from tasks.read.unpack import CHUNK, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

_HEADER: Final = Struct("<4s5H3L2H")
_MAGIC: Final = b"PK\x03\x04"
_BLOCK: Final = 1 << 16
_IS_ENCRYPTED: Final = 0x1
_SIZES_FOLLOW: Final = 0x8
_STORED: Final = 0
_DEFLATED: Final = 8


@dataclass(slots=True)
class _Member:
    """One member as its own header describes it; `end` is known when it is unpacked."""

    packed_name: str
    flags: int
    method: int
    crc: int
    packed: int
    start: int
    end: int = 0

    @property
    def name(self) -> str:
        return printable(self.packed_name)

    @property
    def is_readable(self) -> bool:
        is_sized = self.method == _DEFLATED or (self.method == _STORED and not self.flags & _SIZES_FOLLOW)
        return is_sized and not self.flags & _IS_ENCRYPTED


def salvage(part: Part, damage: str) -> Iterator[ReadDocument]:
    """Yield the documents of the members that are whole, then what is wrong with the archive."""
    members = Members(part, "zip")
    at = 0
    while (member := _member_at(part.data, at)) is not None and member.is_readable:
        if not members.take_one():
            yield members.refuse_rest()
            break
        unpacked = unpack(_chunks(part.data, member), max(1, member.packed), part)
        danger = members.danger_of(member.packed_name)
        if danger is not None and not member.name.endswith("/"):
            yield members.refuse(member.name, "unsafe_container", danger)
        elif not member.name.endswith("/"):
            yield from members.read(member.name, unpacked)
        if unpacked.damage or unpacked.danger:
            break
        at = part.data.find(_MAGIC, member.end) if member.flags & _SIZES_FOLLOW else member.end
    yield refuse(part, "zip", "damaged_container", f"The directory at the archive's end is lost: {damage}")


def _member_at(data: bytes, at: int) -> _Member | None:
    if at < 0 or not data.startswith(_MAGIC, at) or len(data) - at < _HEADER.size:
        return None
    _, _, flags, method, _, _, crc, packed, _, name_size, extra_size = _HEADER.unpack_from(data, at)
    start = at + _HEADER.size
    name = data[start : start + name_size].decode("utf-8", "surrogateescape")
    return _Member(name, flags, method, crc, packed, start + name_size + extra_size)


def _chunks(data: bytes, member: _Member) -> Iterator[bytes]:
    """Unpack one member; raise where it is cut off or its checksum is wrong."""
    crc = 0
    for chunk in _stored(data, member) if member.method == _STORED else _deflated(data, member):
        crc = zlib.crc32(chunk, crc)
        yield chunk
    if not member.flags & _SIZES_FOLLOW and crc != member.crc:
        msg = "The checksum is wrong."
        raise ValueError(msg)


def _stored(data: bytes, member: _Member) -> Iterator[bytes]:
    member.end = member.start + member.packed
    if member.end > len(data):
        msg = "The archive ends inside the member."
        raise EOFError(msg)
    yield data[member.start : member.end]


def _deflated(data: bytes, member: _Member) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    at = member.start
    waiting = b""
    while not stream.eof:
        if not waiting:
            waiting = data[at : at + _BLOCK]
            at += len(waiting)
        if not waiting:
            msg = "The archive ends inside the member."
            raise EOFError(msg)
        yield stream.decompress(waiting, CHUNK)
        waiting = stream.unconsumed_tail
    member.end = at - len(stream.unused_data)
