r"""Read: the bytes of one file → the documents it holds, or why it holds none.

>>> [document] = read_documents("lima.txt", b"LIMA (AP) - Envoys met on Tuesday.\r\n")
>>> document.document.text, document.charset
('LIMA (AP) - Envoys met on Tuesday.\n', 'utf-8')
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tasks.read.part import RECORD_MARK, Budget, Part
from tasks.read.registry import read_part
from tasks.read.settings import DEFAULT, FieldNames, ReadSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

__all__ = ["DEFAULT", "FieldNames", "ReadSettings", "read_documents"]


def read_documents(path: str, data: bytes, settings: ReadSettings = DEFAULT) -> Iterator[ReadDocument]:
    """Yield every document of a file, at least one, in the file's order; never raise for any bytes.

    `path` is only looked at for the name's ending, and only where the bytes do not tell their format.
    """
    budget = Budget(settings.max_unpacked_bytes, settings.max_members)
    seen: set[str] = set()
    for document in read_part(Part(path, data, settings, budget)):
        if document.member is None:
            yield document
        else:
            member = _unique(document.member.removeprefix(RECORD_MARK), seen)
            yield document if member == document.member else replace(document, member=member)


def _unique(member: str, seen: set[str]) -> str:
    """Return the member's name, numbered if the file has it already."""
    name, number = member, 1
    while name in seen:
        number += 1
        name = f"{member}~{number}"
    seen.add(name)
    return name
