# ruff: noqa: SIM905 - lists of words read better as text
"""Organisations as printed, and what they are part of.

``Bureau of Defence Policy, Ministry of Defence`` is two: the bureau, and the ministry it belongs to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.words.organisations import STATE_BODIES

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_WORD: Final = r"(?:[MGNUAKBE#TLR]c*|Cc*s?)"
_TAIL: Final = (
    r"(?:[frn]d?(?:Cc*|(?:[GMAETLKOCU]c*-?){1,5}(?:(?:&d?|,)(?:[GMETLAU]c*){1,4}(?=[&,f;.)w]|$)|&dN){0,3}"
    r"(?:&(?:[GM]{1,4}(?=[HR]*[NUI]{2})|(?:[GMETLU]c*){1,4}(?![GNUI])))?|[NU][NU]?[GO]?)|jd?Kc*){0,3}"
)
ORGANISATION: Final = re.compile(
    rf"(?:{_WORD}(?:[-'s]|(?<!N)&(?![ACN]))?){{0,7}}?(?:O(?:[OE]|[GM]{{1,2}}O{{1,2}}|G(?=[^A-Zc]|$))?|(?<=[NGMAc])o)(?![a-z]?')(?:{_TAIL})|Kc*"
)
_FIRST: Final = re.compile(r"[MGNUAKBE#TLRCO]")
_NUMBERED: Final = frozenset(
    "division brigade regiment battalion corps fleet army court command squadron".split()
)
"""Bodies with an ordinal in their name; of others the ordinal counts meetings."""
_MEETINGS: Final = frozenset(
    "consultations consultation talks meeting dialogue session round summit conference street road".split()
)
_TEXTS: Final = frozenset({"Resolution", "Resolutions", "Decision", "Decisions"})
"""What a body passes: the *UN Security Council* resolutions."""
_DEPTH: Final = 5
"""Bodies above a body that are read."""
_LINK: Final = re.compile(r",d?|[fi]d?|s")


class FoundOrganisation(NamedTuple):
    """One organisation: tokens `first` up to `after`; `parent` is the one it stands below in the text."""

    first: int
    after: int
    parent: FoundOrganisation | None = None

    @property
    def last(self) -> int:
        """Token after the end of the whole chain."""
        return self.parent.last if self.parent else self.after


def organisation_at(block: Block, first: int, depth: int = 0) -> FoundOrganisation | None:
    """Give the organisation, with those it belongs to, whose name starts at this token."""
    if first >= len(block.tags):
        return None
    match = ORGANISATION.match(block.tags, first)
    if not match:
        return None
    after = _trim(block, first, _without_office(block.tags, first, match.end()))
    link = _LINK.match(block.tags, after)
    parent = (
        organisation_at(block, link.end(), depth + 1)
        if link and depth < _DEPTH and _may_follow(block, after, link.end())
        else None
    )
    return FoundOrganisation(first, after, parent)


def organisations_of(block: Block) -> list[FoundOrganisation]:
    """Give every named organisation of a block, found when first asked for."""
    if block.organisations is None:
        block.organisations = find_organisations(block)
    return block.organisations


def find_organisations(block: Block) -> list[FoundOrganisation]:
    """Give every named organisation of a block, left to right."""
    found: list[FoundOrganisation] = []
    tags = block.tags
    start = _FIRST.search(tags) if "O" in tags or "K" in tags else None
    while start is not None:
        after = start.end()
        if organisation := organisation_at(block, start.start()):
            if _says_something(block, organisation):
                found.append(organisation)
            after = max(organisation.last, after)
        start = _FIRST.search(tags, after)
    return found


def is_state_body(name: str) -> bool:
    """Say whether a body of that name belongs to a state: a ministry, a department."""
    return not STATE_BODIES.isdisjoint(name.lower().split())


def _trim(block: Block, first: int, after: int) -> int:
    """Give the end without a trailing preposition or comma."""
    while after > first + 1 and (block.tags[after - 1] in ",&fdrn-'" or block.tokens[after - 1] in _TEXTS):
        after -= 1
    return after


def _without_office(tags: str, first: int, after: int) -> int:
    """Give the end without an office that follows at once: Ministry of Health | *Permanent Secretary*."""
    end = after
    while end > first + 2 and tags[end - 1] in "MT" and tags[end - 2] in "GMT":
        end -= 1
    is_office = end < after and ("T" in tags[end:after] or tags[after : after + 1] == "T")
    return end if is_office and "d" not in tags[first:after] else after


def _may_follow(block: Block, comma: int, first: int) -> bool:
    """Say whether what follows can be the parent: never one that starts a list, nor a bare *Ministry*."""
    is_bare = block.tags[first : first + 1] == "O" and block.tags[first + 1 : first + 2] not in {
        "f",
        "r",
        "O",
        "E",
    }
    if is_bare and block.tokens[first] != "Directorate":
        return False
    return first < len(block.tags) and block.tags[first] in "MGNUAKECOL#" and block.tags[comma] != ";"


def _says_something(block: Block, found: FoundOrganisation) -> bool:
    """Leave out a bare ``Commission``, and meetings: ``8th Foreign Office Consultations`` is no body."""
    if found.after - found.first == 1:
        return block.tags[found.first] == "K"
    last = block.tokens[found.after - 1].lower()
    if block.tags[found.first] == "#":
        return last in _NUMBERED and not block.tokens[found.first].islower()
    return last not in _MEETINGS
