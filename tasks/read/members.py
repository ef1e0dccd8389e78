"""What any archive may and may not hold, whatever packs it: names, links, counts.

Nothing is ever written to disk, so ``../../etc/passwd`` could do no harm here; it is refused because an
archive that holds such a name was not made by a sender of articles, and names are stored and shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tasks.read.part import Part, refuse
from tasks.read.unpack import Unpacked, read_inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

_ABSOLUTE: Final = re.compile(r"[/\\]|[A-Za-z]:[/\\]")
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(slots=True)
class Members:
    """The members of one archive, while they are read."""

    part: Part
    format_name: str
    seen: set[str] = field(default_factory=set)

    def danger_of(self, name: str) -> str | None:
        """Return why a member is refused for its name as it was packed, or None; remembers the name."""
        is_known = name in self.seen
        self.seen.add(name)
        if not name:
            return "The member has no name."
        if _ABSOLUTE.match(name):
            return "The member's path is absolute."
        if ".." in re.split(r"[/\\]", name):
            return "The member's path leads out of the archive."
        if is_known:
            return "Another member has the same name; only the first was read."
        return None

    def take_one(self) -> bool:
        """Count one member; tell whether the file may hold it."""
        self.part.budget.members_left -= 1
        return self.part.budget.members_left >= 0

    def refuse_rest(self) -> ReadDocument:
        """Refuse the archive where it holds too many members."""
        detail = f"The file holds more than {self.part.settings.max_members} members; the rest was not read."
        return refuse(self.part, self.format_name, "unsafe_container", detail)

    def read(self, name: str, unpacked: Unpacked) -> Iterator[ReadDocument]:
        """Yield the documents of one unpacked member."""
        if unpacked.danger:
            yield self.refuse(name, "unsafe_container", unpacked.danger)
        elif unpacked.damage:
            yield self.refuse(name, "damaged_member", unpacked.damage, unpacked.data)
        else:
            yield from read_inside(self.part, name, unpacked.data)

    def refuse(self, name: str, code: str, detail: str, raw: bytes = b"") -> ReadDocument:
        """Refuse one member, the others may be sound."""
        return refuse(self.part.inside(name, raw), self.format_name, code, detail, member=name)


def printable(name: str) -> str:
    r"""Return a member's name as it can be stored: what is no text in it is written as ``\xe9``."""
    return _UNPRINTABLE.sub(_escaped, name)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    low, high = 0xDC80, 0xDCFF  # how Python keeps a byte that is not UTF-8
    return f"\\x{code - low + 0x80:02x}" if low <= code <= high else f"\\u{code:04x}"
