"""Lists of nouns: ``trade, mining and the care of cables`` names three things."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tasks.extract.words.topics import BARE, ENDS, LEADS_ON, OPENERS, SHARED_HEADS, WITH_A_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tasks.extract.blocks import Block

_MAX_LIST: Final = 60
"""Tokens a list may have."""
_NOT_PAST: Final = frozenset({"need", "seed", "speed", "feed"})

Part = tuple[int, int]
"""Tokens of one name: first, after."""
Cut = tuple[int, int, str]
"""Tokens between two names: first, after, and what they are: ``,``, ``and`` or ``, and``."""


def listed(block: Block, first: int, limit: int) -> Iterator[Part]:
    """Give the names of the list that starts at token `first` and ends before `limit`."""
    parts = _parts(block, first, min(limit, first + _MAX_LIST))
    names = [tight for low, high in parts if (tight := _tight(block, low, high))]
    yield from _with_shared_head(block, names) if len(names) > 1 else names


def _with_shared_head(block: Block, names: list[Part]) -> list[Part]:
    """Part ``mining, space and farm cooperation`` in three; leave ``political and economic ties`` one."""
    low, high = names[-1]
    before, behind = names[-2]
    waits = bool(BARE.match(block.lowers[behind - 1]))
    if block.lowers[high - 1] in SHARED_HEADS and high - low > 1:
        if len(names) == 2 and waits:  # noqa: PLR2004
            return [(before, high)]
        if all(after - start == 1 for start, after in names[:-1]):
            return [*names[:-1], (low, high - 1)]
        return names
    return [*names[:-2], (before, high)] if waits and behind - before == 1 else names


def _parts(block: Block, first: int, limit: int) -> list[Part]:
    """Cut at commas and at the last ``and``; an ``and`` before a last ``, and`` stays inside its name."""
    cuts, limit = _cuts(block, first, limit)
    cuts = [cut for cut in cuts if cut[0] < limit]
    last = next((cut for cut in reversed(cuts) if cut[2] != ","), None)
    parts, low = [], first
    for cut in cuts:
        if cut[2] != "and" or cut is last:
            parts.append((low, cut[0]))
            low = cut[1]
    return [(start, after) for start, after in [*parts, (low, limit)] if after > start]


def _cuts(block: Block, first: int, limit: int) -> tuple[list[Cut], int]:
    """Give where the list may be cut, and where it ends."""
    cuts: list[Cut] = []
    place = first
    while place < limit:
        if cut := _cut_at(block, place, limit):
            is_bare = cut[1] - cut[0] > 2 and place > first and BARE.match(block.lowers[place - 1])  # noqa: PLR2004
            is_one = is_bare or _is_of_two_states(block, first, cut)
            place = cut[1]
            if not is_one:  # ``regional as well as global issues`` are one
                cuts.append(cut)
                if place < limit and (_is_clause(block, place) or block.lowers[place] in {"other", "others"}):
                    return cuts, cut[0]
            continue
        if block.tags[place] == "v" and cuts and cuts[-1][2] == ",":
            return cuts, cuts[-1][0]  # ``talks on ports, the ministry said``
        if _ends_at(block, first, place):
            return cuts, place
        place += 1
    return cuts, limit


def _is_of_two_states(block: Block, first: int, cut: Cut) -> bool:
    """Say whether both states belong to one name: ``the situation around Chad and Niger``."""
    if block.tags[cut[0] - 1] != "C" or block.tags[cut[1] : cut[1] + 1] != "C":
        return False
    start = max((at for at in range(first, cut[0]) if block.tags[at] in ",&"), default=first)
    return not WITH_A_PLACE.isdisjoint(block.lowers[start : cut[0]])


def _cut_at(block: Block, place: int, limit: int) -> Cut | None:
    tag = block.tags[place]
    if tag == ",":
        has_and = block.tags[place + 1 : place + 2] == "&" and place + 1 < limit
        return place, place + 1 + has_and, ", and" if has_and else ","
    if tag == "&":
        return place, place + 1, "and"
    if block.lowers[place : place + 3] == ["as", "well", "as"]:
        return place, place + 3, "and"
    return None


def _ends_at(block: Block, first: int, place: int) -> bool:
    """Say whether the list is over before a token: at a stop, a verb, or a word that opens a new phrase."""
    word, tag = block.lowers[place], block.tags[place]
    if tag in '.;:()"_Qvlaw':
        return True
    if place == first:
        return word in ENDS and not _stays(block, first, place)
    if word.endswith("ed") and block.tags[place + 1 : place + 2] in tuple("ijnb.,;zw"):
        return True
    if word in {"this", "first"} and block.tags[place - 1] not in ",&d":
        return True
    return word in ENDS and not _stays(block, first, place)


def _is_clause(block: Block, place: int) -> bool:
    """Say whether a verb or a new subject follows the ``and``: the list ends before it."""
    word, tag = block.lowers[place], block.tags[place]
    return (
        tag in "pvlw"
        or word in ENDS
        or (word.endswith("ing") and block.tags[place + 1 : place + 2] in tuple("djahpCN"))
        or (word.endswith("ed") and word not in _NOT_PAST and tag == "x")
    )


def _stays(block: Block, first: int, place: int) -> bool:
    """Say whether a preposition goes on with the name: ``situation in Yemen``, ``ways to``."""
    word, before = block.lowers[place], block.lowers[place - 1] if place > first else ""
    if word in {"in", "around", "on", "between", "with"} and before in WITH_A_PLACE:
        return True
    return word in {"in", "on", "to"} and before in LEADS_ON


def _tight(block: Block, low: int, high: int) -> Part | None:
    """Leave out what opens a name: articles, ``ways to boost``, ``cooperation in``."""
    while low < high and (opener := OPENERS.match(block.low, block.starts[low], block.end(high - 1))):
        after = bisect_left(block.starts, opener.end())
        if after >= high:
            break
        low = after
    while high > low and (block.tags[high - 1] in ",-&'dfr" or block.lowers[high - 1] in {"as", "well"}):
        high -= 1
    return (low, high) if high > low else None
