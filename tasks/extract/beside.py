"""Which offices printed in a paragraph belong to a name: those that touch it, before or behind.

``Deputy Minister Ola Fenner``; ``Ola Fenner, 51, now head of the Ports Board``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.behind import body_behind
from tasks.extract.cast import Cast, Role
from tasks.extract.evidence import AGE
from tasks.extract.settle import is_title

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.names import FoundName
    from tasks.extract.offices import Office

_ASIDE: Final = re.compile(
    r"\([A-SU-Za-jl-su-z#]{1,5}\)|fd?Cc*(?=,)|T(?=,)|,x(?=,)|,[#z]?iz(?=,)|(?:,(?:[UI]|MP))+(?=,)|,N\.(?=,)"
    r"|,a[^,.;\"]{1,14},(?=w[hdCAm])"
)
_BEFORE_OFFICE: Final = re.compile(
    r",?wx?i?z(?=[dTtMmGAC])d?|,?[zx]z(?=[dTtMmGAC])d?|zh[xmG#]?(?=[tT])|,aw[zxm]?[dh]?|,axz[dh]?|,?wx[dh]?|,d[xmogMGOE]{1,3}s|,?d?D-x"
    r"|,[dh]?|,?w[dh]?|\((?=[TtMm])|zh(?=A)|z(?=[TtMmGAC])"
)
_NOW_OFFICE: Final = re.compile(r",[xzm][dh]?")
_NOW: Final = frozenset(
    {"now", "then", "currently", "formerly", "presently", "previously", "also", "newly", "recently"}
)
_FORMERLY: Final = (["former"], ["retired"], ["onetime"], ["one-time"])
_PAST: Final = frozenset({"formerly", "previously", "then"})
_MADE: Final = frozenset({"appointed", "named", "elected", "made", "chosen", "sworn-in", "confirmed"})
_IDENTIFIED: Final = frozenset({"identified", "named", "introduced"})
_NEAR: Final = 12
_QUALIFIED: Final = re.compile(r"[fijrn][dhfijrnNGMOoKCcAsxmU#e-]{1,9},")
"""What may stand between an office and the comma before a name: the envoy *in Ankara*, Ola Fenner."""
_POSTED: Final = re.compile(r"i[NGMCU]c*")
"""Where an envoy is, before a name with its honorific: the ambassador *in Accra* Dr. Ola Fenner."""
_AFTER_COMMA: Final = frozenset(",.;)&l-")


def roles_of(cast: Cast, blocks: list[Block], number: int, name: FoundName) -> list[Role]:
    """Give the offices printed beside a name, the one he acts in first."""
    has_any = cast.offices[number] or name.rank
    found = _touching(cast, number, blocks[number], name) if has_any else []
    return found or _broken_off(cast, blocks, number, name)


def _touching(cast: Cast, number: int, block: Block, name: FoundName) -> list[Role]:
    before: list[Role] = []
    behind: list[Role] = []
    fronts = {name.outer}
    for office in reversed(_near(cast.offices[number], name)):
        key = (number, office.head)
        if key in cast.taken:
            continue
        how = (
            "before"
            if office.last in fronts and office.head < name.first
            else _beside(cast, block, name, office, fronts)
        )
        if how is None:
            continue
        if how == "before":
            fronts.add(office.outer)
        cast.taken.add(key)
        if how == "then":
            role = Role(number, office.first, office.after, office._replace(is_former=True), "after")
        else:
            role = Role(number, office.first, office.after, office, how)
        (behind if how in {"after", "is", "then"} else before).append(role)
    before.reverse()
    behind.reverse()
    body = body_behind(block, name.after, cast.is_place) if before or name.rank else None
    for role in before:
        role.body = body
    if name.rank:
        role = Role(number, *name.rank, None, "rank", body=body)
        return [*_ordered(block, before, behind), role]
    return _ordered(block, before, behind)


def _broken_off(cast: Cast, blocks: list[Block], number: int, name: FoundName) -> list[Role]:
    """Give the office a broken paragraph ends with, to the name that starts the next."""
    if not number or name.outer or not cast.offices[number - 1]:
        return []
    office, block = cast.offices[number - 1][-1], blocks[number - 1]
    key = (number - 1, office.head)
    if block.kind != "body" or office.last != len(block.tags) or office.is_plural or key in cast.taken:
        return []
    cast.taken.add(key)
    return [Role(number - 1, office.first, office.after, office, "before")]


def _near(offices: list[Office], name: FoundName) -> list[Office]:
    """Give the offices that can touch a name: the three before it and the two behind."""
    middle = 0
    while middle < len(offices) and offices[middle].head < name.first:
        middle += 1
    return offices[max(middle - 3, 0) : middle + 2]


def _ordered(block: Block, before: list[Role], behind: list[Role]) -> list[Role]:
    if len(before) > 1:
        touching = [role for role in before if role.how == "before" and not is_title(block, role)]
        before = touching + [role for role in before if role not in touching]
    if not (before and behind):
        return before or behind
    are_titles = all(is_title(block, role) for role in before)
    behind_counts = [role for role in behind if role.office and not role.office.is_former]
    return [*behind, *before] if behind_counts and are_titles else [*before, *behind]


def _beside(  # noqa: PLR0911
    cast: Cast, block: Block, name: FoundName, office: Office, fronts: set[int]
) -> str | None:
    tags = block.tags
    if office.head < name.first:
        return _in_front(cast, block, name, office, fronts)
    if office.head < name.after or tags[office.last : office.last + 1] in {"N", "I", "U", "H", "R"}:
        return None
    after = skip_asides(tags, name.after)
    was = [token.lower() for token in block.tokens[after : after + 3]]
    is_former = was[:1] == [","] and was[1:2] in (["a"], ["an"], ["the"]) and was[2:] in _FORMERLY
    if is_former and after + 3 == office.outer:
        return "then"
    is_now = after + 1 < len(tags) and block.tokens[after + 1].lower() in _NOW
    match = (_NOW_OFFICE if is_now else _BEFORE_OFFICE).match(tags, after)
    if not match or not office.outer <= match.end() <= office.head or office.outer < match.start():
        return None
    words = [token.lower() for token in block.tokens[after : match.end()]]
    if not is_now and not _is_link(match.group(), words):
        return None
    if not _PAST.isdisjoint(words):
        return "then"
    return "is" if "w" in match.group() or "a" in match.group() else "after"


def _is_link(tags: str, words: list[str]) -> bool:
    """Say whether words can stand between a name and its office: *, now the*; *was appointed*."""
    if tags[-1] == "z" or tags[-2:] in {"zd", "zh"} or tags[:2] == "zh":
        return "as" in words
    if tags.lstrip(",")[:2] == "wx":
        return words[1 if words[0] != "," else 2] in _MADE
    if tags[:3] == ",aw" and tags[3:4] in {"z", "x", "m"}:
        return words[3] in _NOW | _MADE
    return True


def _in_front(cast: Cast, block: Block, name: FoundName, office: Office, fronts: set[int]) -> str | None:
    """Give how an office before a name belongs to it: ``the ambassador, Ola Fenner,``."""
    tags = block.tags
    front = min(fronts)
    if _POSTED.fullmatch(tags, office.last, front) and (
        name.has_honorific or cast.is_place(block.words(office.last + 1, front))
    ):
        return "before"
    is_near = tags[office.last : front] == "," or (
        front - office.last < _NEAR and _QUALIFIED.fullmatch(tags, office.last, front) is not None
    )
    if is_near and _is_closed(cast, block, name, office):
        return "before_comma"
    gap = block.tokens[office.last : name.outer]
    if (
        0 < len(gap) < 10  # noqa: PLR2004
        and gap[-1] in {"as", "named"}
        and not _IDENTIFIED.isdisjoint(token.lower() for token in gap)
    ):
        return "before_comma"
    return None


def _is_closed(cast: Cast, block: Block, name: FoundName, office: Office) -> bool:
    """Say whether a comma, an aside or a body ends what an office in front begins."""
    tags, after = block.tags, skip_asides(block.tags, name.after)
    if after >= len(tags) or tags[after] in _AFTER_COMMA or after > name.after:
        return True
    if tags[after] in "fi":
        body = body_behind(block, name.after, cast.is_place)
        return body is not None and tags[body.last : body.last + 1] in {",", ".", ""}
    return "," in tags[office.head : office.last]


def skip_asides(tags: str, after: int) -> int:
    """Give the first token behind an age or a bracket: Ola Fenner *(Peru)*, *51*."""
    for pattern in (_ASIDE, AGE):
        match = pattern.match(tags, after)
        after = match.end() if match else after
    return after
