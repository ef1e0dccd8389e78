"""The side that words beside a name print: ``the hosts``, ``Lima's team``, ``the bloc``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.found import Side

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.items import Item
    from tasks.extract.meetings.sides import Finder

_TWO: Final = 2
_BODIES: Final = frozenset({"bloc", "grouping", "organisation", "organization", "union", "forum"})


class PrintedSides:
    """Reads the sides of a meeting whose sides, and whose host, are known."""

    def __init__(self, finder: Finder, sides: list[Side], home: str | None) -> None:
        """Keep what the words are compared with."""
        self._finder, self._sides, self._home = finder, sides, home

    def of(self, block: Block, item: Item) -> Side | None:
        """Give the side of these words, None where they leave it open."""
        for place in range(item.first, item.after):
            side = self._finder.side_at(block, place)
            if side:
                return side
        words = {token.lower() for token in block.tokens[item.first : item.after]}
        others = [side for side in self._sides if side.country != self._home]
        before = {token.lower() for token in block.tokens[max(item.first - 4, 0) : item.first]}
        if before & {"expecting", "expect", "welcome", "welcomed", "receive", "await"} and len(others) == 1:
            return others[0]
        if "our" in words and self._home:
            return Side(self._home)
        if words & {"visitors", "guests", "visiting", "guest"}:
            return others[0] if len(others) == 1 else None
        if words & _BODIES:
            bodies = [side for side in self._sides if side.organisation]
            return bodies[0] if len(bodies) == 1 else None
        is_theirs = block.tags[item.first] == "h"  # her host: whoever she is, it is the other one's land
        home = self._home if words & {"hosts", "host", "home"} and not is_theirs else None
        return Side(home) if home else None

    def of_owner(self, block: Block, item: Item) -> Side | None:
        """Give the side by ``Lima's vice minister``."""
        if item.first < _TWO or block.tags[item.first - 1] != "s" or block.tags[item.first - 2] not in "NUG":
            return None
        place = max(item.first - 4, 0)
        return next(
            (side for at in range(place, item.first - 1) if (side := self._finder.side_at(block, at))), None
        )
