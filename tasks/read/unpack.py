"""Unpacking within limits: chunks are counted while they come, so a bomb is dropped before it has grown.

A 42 KB zip that claims to hold 4 GB is left after `ReadSettings.ratio_floor_bytes`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tasks.read.part import RECORD_MARK
from tasks.read.registry import read_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schemas.records import ReadDocument
    from tasks.read.part import Part

CHUNK: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out; `damage` says why it is not all, `danger` which limit it broke, with no data then."""

    data: bytes
    damage: str | None = None
    danger: str | None = None


def unpack(chunks: Iterable[bytes], packed: int, part: Part) -> Unpacked:
    """Return the chunks as one, within the limits of the part, and take them off its budget."""
    found: list[bytes] = []
    size = 0
    by_ratio = max(part.settings.ratio_floor_bytes, packed * part.settings.max_ratio)
    try:
        for chunk in chunks:
            size += len(chunk)
            if size > by_ratio:
                times = part.settings.max_ratio
                return Unpacked(b"", danger=f"It unpacks to more than {times} times its {packed} bytes.")
            if size > part.budget.bytes_left:
                limit = part.settings.max_unpacked_bytes
                return Unpacked(b"", danger=f"The file unpacks to more than {limit} bytes in all.")
            found.append(chunk)
    except Exception as error:  # noqa: BLE001 - each packer has its own errors, and all mean damage
        part.budget.bytes_left -= size
        return Unpacked(b"".join(found), damage=str(error) or type(error).__name__)
    part.budget.bytes_left -= size
    return Unpacked(b"".join(found))


def read_inside(part: Part, member: str, data: bytes) -> Iterator[ReadDocument]:
    """Yield the documents of a member, each under the member's name."""
    for document in read_part(part.inside(member, data)):
        yield replace(document, member=join_member(member, document.member))


def join_member(outer: str, inner: str | None) -> str:
    """Name a member of a member: ``a.zip/b.txt``; a record's number comes with its mark: ``a.jsonl#3``."""
    if inner is None:
        return outer
    return outer + inner if inner.startswith(RECORD_MARK) else f"{outer}/{inner}"
