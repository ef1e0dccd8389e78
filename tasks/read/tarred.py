"""Tar archives: ``2021-06/lima.txt``, ``2021-06/oslo.txt.gz``, …, in the order they stand.

Members are slices of the archive's bytes; a header that is damaged ends the reading, what came before counts.
"""

from __future__ import annotations

from io import BytesIO
from tarfile import TarError, TarFile, TarInfo
from typing import TYPE_CHECKING

from tasks.read.members import Members, printable
from tasks.read.part import Part, refuse
from tasks.read.unpack import Unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument


def read_tar(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of each member that is a file."""
    members = Members(part, "tar")
    damage = None
    try:
        for info in _infos(part.data):
            if not members.take_one():
                yield members.refuse_rest()
                return
            yield from _read_member(members, info)
    except (TarError, ValueError, EOFError, RecursionError, OverflowError) as error:
        damage = str(error) or type(error).__name__
    if damage is not None:
        yield refuse(part, "tar", "damaged_container", damage)
    elif not members.seen:
        yield refuse(part, "tar", "empty", "The archive holds no file.")


def _infos(data: bytes) -> Iterator[TarInfo]:
    """Yield the headers of all members but folders; raise where they stop making sense."""
    last = -1
    archive = TarFile(fileobj=BytesIO(data), errors="surrogateescape", encoding="utf-8")
    while (info := archive.next()) is not None:
        archive.members = []  # type: ignore[attr-defined]  # it would keep them all
        if info.offset <= last or info.size < 0:
            msg = f"The header at byte {info.offset} leads backwards."
            raise ValueError(msg)
        last = info.offset
        if not info.isdir():
            yield info


def _read_member(members: Members, info: TarInfo) -> Iterator[ReadDocument]:
    name = printable(info.name)
    danger = members.danger_of(info.name)
    if danger is None and not info.isreg():
        danger = "The member is a link, a device or a pipe, not a file."
    elif danger is None and info.issparse():
        danger = "The member is a sparse file."
    if danger is not None:
        yield members.refuse(name, "unsafe_container", danger)
        return
    body = members.part.data[info.offset_data : info.offset_data + info.size]
    cut = f"The member has {len(body)} of {info.size} bytes." if len(body) < info.size else None
    yield from members.read(name, Unpacked(body, damage=cut))
