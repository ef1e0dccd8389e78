"""Who stands together before or behind a verb of meeting: ``A of Chad, on a visit, and B of Togo met C``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.items import Item

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

MAX_AWAY: Final = 14
"""Tokens between a verb and whoever stands nearest to it."""
_JOINING: Final = frozenset(",&;dhHRU()'s")


def run_before(block: Block, items: list[Item], first: int) -> list[Item]:
    """Give who stands before the verb at token `first`, as far as a comma or *and* joins them."""
    edge = _before_clause(block, items, first)
    before = [item for item in items if item.after <= edge]
    run: list[Item] = []
    for item in reversed(before):
        gap = block.tags[item.after : edge]
        if run and not _joins(gap):
            break
        if not run and (len(gap) > MAX_AWAY or "." in gap or ":" in gap):
            break
        if not run and _only_comes_along(block, item):
            continue
        run.insert(0, item)
        edge = item.first
    return run


_CLAUSE: Final = frozenset(
    """
    who whose currently now on here in visiting accompanied leading heading also together along flanked
    fresh speaking acting back representing
    """.split()  # noqa: SIM905
)
"""Words that open what is told of somebody between two commas."""


def _before_clause(block: Block, items: list[Item], first: int) -> int:
    """Give where ``A, who is on a visit to Chad, called on`` breaks off: the comma behind A; else `first`."""
    comma = first - 1 if block.tags[first - 1] == "," else first - 2
    if comma < 1 or block.tags[comma] != "," or (comma < first - 1 and block.tags[first - 1] not in "xz"):
        return first
    for item in reversed(items):
        place = item.after
        if item.person and place < comma and block.tags[place] == "," and block.lowers[place + 1] in _CLAUSE:
            return place
    return first


def _only_comes_along(block: Block, item: Item) -> bool:
    """Say whether somebody was only accompanied by this one."""
    before = " ".join(token.lower() for token in block.tokens[max(item.first - 2, 0) : item.first])
    return before in {"accompanied by", "flanked by", "joined by", "seconded by"}


def run_after(block: Block, items: list[Item], after: int) -> list[Item]:
    """Give who stands behind a verb that ends before token `after`; a list behind a colon whole."""
    run: list[Item] = []
    edge = after
    is_list = block.tags[after : after + 1] == ":"
    for item in (item for item in items if item.first >= after):
        gap = block.tags[edge : item.first]
        if run and item.person and is_next(block, edge, item.first):
            run.append(item)
            edge = item.after
            continue
        if run and is_list and item.person and ";" in gap:
            run.append(item)
            edge = item.after
            continue
        if run and not _joins(gap):
            if is_list:
                continue
            break
        if not run and item.letter == "C" and (gap.endswith(("n", "nd")) or "jx" in gap):
            break  # hosted a dialogue on Chad, met to debate a treaty with Togo
        if not run and (len(gap) > MAX_AWAY or not _reaches(block, edge, item.first)):
            break
        if run and run[-1].person and item.person is None and item.letter == "O" and gap == "&":
            run[-1] = Item("P", run[-1].first, item.after, person=run[-1].person, office=item.office)
            edge = item.after
            continue
        run.append(item)
        edge = item.after
    return run


_LATER: Final = frozenset({"later", "then", "afterwards", "subsequently", "earlier", "also", "separately"})


def is_next(block: Block, edge: int, first: int) -> bool:
    """Say whether ``and later with`` stands between two who were met one after the other."""
    words = block.lowers[edge:first]
    return len(words) <= _MAX_NEXT and "and" in words[:2] and not _LATER.isdisjoint(words)


_MAX_NEXT: Final = 4


def _joins(gap: str) -> bool:
    """Say whether only a comma, ``and`` or a title stands between two of a list."""
    if gap in {"f", "fd"}:
        return True
    gap = _ON_A_DAY.sub("", gap)
    return len(gap) <= 4 and all(tag in _JOINING for tag in gap) and ("&" in gap or "," in gap or "s" in gap)  # noqa: PLR2004


_ON_A_DAY: Final = re.compile(r"(?:i[NUG]c*[NU]?)?nQ|i[NUG]c*[NU]?(?=[,&;])")
"""``… in Lima on Monday, and B``: what may stand between two of a list who were met one after the other."""


def _reaches(block: Block, edge: int, first: int) -> bool:
    """Say whether the object can stand this far behind the verb: no other verb, no ``and`` between."""
    gap = block.tags[edge:first]
    gap = gap.lstrip(":")
    if "v" in gap or "l" in gap or "&" in gap or ";" in gap or "a" in gap:
        return False
    return "," not in gap or "Q" in gap or gap in {",", ",d", ",h"}  # with: A and B
