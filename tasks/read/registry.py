"""Which reader reads what: a table of formats, each told by its bytes first and its name second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.read.part import Part, read_text, refuse
from tasks.read.tell import tell_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument


def read_part(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of a part, whatever its format; never raise."""
    if (thing := tell_binary(part.data)) is not None:
        yield refuse(part, "binary", "binary", f"The bytes are {thing}; text was expected.", position=0)
        return
    yield read_text(part, "text")
