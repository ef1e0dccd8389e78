"""The side that words beside a name print: ``the hosts``, ``Lima's team``, ``the bloc``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.found import Side

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.items import Item
    from tasks.extract.meetings.sides import Finder

_TWO: Final = 2
_REACH: Final = 3
_THEIRS: Final = frozenset({"its"})
_HOSTS: Final = frozenset({"hosts", "host", "home"})
_VISITORS: Final = frozenset({"visitors", "guests", "visiting", "guest"})
_WELCOMING: Final = frozenset({"expecting", "expect", "welcome", "welcomed", "receive", "await"})
_BODIES: Final = frozenset(
    {"bloc", "grouping", "organisation", "organization", "union", "forum", "league", "community"}
)


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
        if words & _THEIRS and (side := self._before(block, item.first)):
            return side
        before = {token.lower() for token in block.tokens[max(item.first - 4, 0) : item.first]}
        if words & _VISITORS or before & _WELCOMING:
            others = [side for side in self._sides if side.country != self._home]
            return others[0] if len(others) == 1 else None
        if words & _BODIES:
            return self._only_body()
        is_theirs = block.tags[item.first] == "h"  # her host: whoever she is, it is the other one's land
        is_home = "our" in words or (words & _HOSTS and not is_theirs)
        return Side(self._home) if self._home and is_home else None

    def all_of(self, block: Block, item: Item) -> list[Side]:
        """Give all sides of ``the Omani and Thai delegations``."""
        sides = (self._finder.side_at(block, place) for place in range(item.first, item.after))
        return list(dict.fromkeys(side for side in sides if side))

    def _before(self, block: Block, place: int) -> Side | None:
        """Give the side named last before ``its side`` in the sentence: ``Djibouti said its side …``."""
        low = next((low for low, high in block.sentences() if low <= place < high), 0)
        return next(
            (side for at in range(place - 1, low - 1, -1) if (side := self._finder.side_at(block, at))), None
        )

    def behind(self, block: Block, items: list[Item], place: int) -> Side | None:
        """Give the side by ``A from Chad``, ``A (Chad)``."""
        item = items[place]
        follows = items[place + 1] if place + 1 < len(items) else None
        if follows is None or follows.letter != "C" or item.person is None or item.person.country:
            return None
        between = block.lowers[item.after : follows.first]
        return self.of(block, follows) if between in (["from"], ["of"], ["("], ["from", "the"]) else None

    def of_owner(self, block: Block, item: Item) -> Side | None:
        """Give the side by ``Lima's vice minister``, ``the Union's commissioner``."""
        owner = block.tags.find("s", max(item.first - 1, _TWO), min(item.first + _REACH, item.after))
        if owner < 0:
            return None
        if block.tags[owner - 1] in "NUG":
            sides = (self._finder.side_at(block, at) for at in range(max(owner - 3, 0), owner))
            return next((side for side in sides if side), None)
        return self._only_body() if block.lowers[owner - 1] in _BODIES else None

    def _only_body(self) -> Side | None:
        bodies = [side for side in self._sides if side.organisation]
        return bodies[0] if len(bodies) == 1 else None
