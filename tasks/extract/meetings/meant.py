"""Whom *he*, *she* and *his counterpart* mean: who is named first in the nearest sentence before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.extract.meetings.items import Item

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast


def named_before(blocks: list[Block], cast: Cast, number: int, before: int) -> tuple[int, Item] | None:
    """Give the block and the item of whoever is named first in the nearest sentence before a token."""
    for at in (number, number - 1):
        people = [m for m in cast.at(at) if at < number or m[0] < before] if at >= 0 else []
        if people:
            low = next(low for low, high in blocks[at].sentences() if low <= people[-1][0] < high)
            first, after, person = next(m for m in people if m[0] >= low)
            return at, Item("P", first, after, person=person)
    return None


def with_pronouns(blocks: list[Block], cast: Cast, number: int, items: list[Item]) -> list[Item]:
    """Put whom *he* or *she* means in its place; leave it out where nobody is named before."""
    if all(item.letter != "u" for item in items):
        return items
    found: list[Item] = []
    for item in items:
        if item.letter != "u":
            found.append(item)
        elif known := named_before(blocks, cast, number, item.first):
            found.append(Item("P", item.first, item.after, person=known[1].person))
    return found


def without_clauses(block: Block, items: list[Item]) -> list[Item]:
    """Leave out what is told of somebody between two commas: ``A, who goes by one name, represented``."""
    if "a" not in block.tags:
        return items
    found: list[Item] = []
    until = -1
    for at, item in enumerate(items):
        if item.first < until:
            continue
        is_open = item.letter == "," and found and found[-1].letter == "P" and found[-1].after == item.first
        if is_open and block.tags[item.after : item.after + 1] == "a":
            close = next((other for other in items[at + 1 :] if other.letter == ","), None)
            inside = items[at + 1 : items.index(close)] if close else []
            if close and not any(other.letter in "LHVPFS" for other in inside):
                until = close.after
                continue
        found.append(item)
    return found


def points_back(block: Block, items: list[Item]) -> bool:
    """Say whether a sentence opens with ``His counterpart``, ``Facing him``, ``The other chair``."""
    first = items[0]
    if (
        first.letter == "N"
        or (first.office and first.office.is_vague)
        or "h" in block.tags[first.first : first.first + 1]
    ):
        return True
    return not {"him", "her", "them"}.isdisjoint(block.lowers[first.after : first.after + 2])
