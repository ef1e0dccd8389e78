# ruff: noqa: SIM905 - lists of words read better as text
"""Meetings with a name of their own beside the main one: ``was preceded by the fourth … Consultations``.

The next round of the same series is background, and has no row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.how import is_off
from tasks.extract.meetings.leads import Leads
from tasks.extract.meetings.sides import Finder

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.found import FoundMeeting, Session, Side
    from tasks.extract.meetings.scene import Scene

_BESIDE: Final = re.compile(
    r"\b(?:preceded|followed)\b[^.]{0,60}\bby (?:the |an? |its )?$|\bon the sidelines of (?:the |an? )?$"
    r"|\b(?:before|after|ahead of) the (?:meeting|talks|dialogue|session), [^.]{0,40}$",
)
_APART: Final = re.compile(
    r"^(?:Earlier|Later|Separately|Meanwhile|Also|In parallel|On the same day|The day before|The same"
    r"|Before the|After the|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,)\b"
)
_STRONG: Final = frozenset(
    """
    dialogue dialog consultations consultation talks summit commission committee forum negotiations
    mechanism council
    """.split()
)
_PLAIN: Final = frozenset(
    """
    the a an of on for and in its their joint round session meeting edition high level high-level first
    second third fourth fifth sixth seventh eighth ninth tenth next bilateral annual working between with
    """.split()
)


def names_beside(
    scene: Scene, best: Anchor, anchors: list[Anchor], sides: list[Side], sessions: list[Session]
) -> list[Anchor]:
    """Give the names of other meetings that the article tells of on their own account."""
    own = _content(scene, best)
    is_main_off = is_off([_sentence(scene, best)]) is not None
    finder = Finder(scene.blocks, scene.named)
    found: list[Anchor] = []
    for anchor in anchors:
        block = scene.blocks[anchor.block]
        is_own = (anchor.block, anchor.sentence[0]) == (best.block, best.sentence[0])
        words = block.words(anchor.first, anchor.after)
        is_own = is_own or any(session.name in words or words in session.name for session in sessions)
        if anchor.is_verb or is_own or block.kind == "headline" or anchor.noun == anchor.first:
            continue
        is_named = block.tokens[anchor.noun] == "Meeting" and anchor.series is not None
        is_strong = is_named or block.tokens[anchor.noun].lower() in _STRONG
        if not is_strong or _content(scene, anchor) & own:
            continue
        before = block.words(anchor.sentence[0], anchor.first) + " "
        is_put_off = not is_main_off and is_off([_sentence(scene, anchor)]) is not None
        own_sides = finder.in_names([anchor])
        is_of_others = len(own_sides) > 1 and not set(own_sides) <= set(sides)
        if (
            is_of_others
            or _is_apart(block, anchor, before, own_sides)
            or _BESIDE.search(before)
            or (is_put_off and len(before) < _SUBJECT)
        ):
            found.append(anchor)
    return found


def _is_apart(block: Block, anchor: Anchor, before: str, own_sides: list[Side]) -> bool:
    """Say whether a word like *separately* opens the sentence, or the paragraph, of a proper name."""
    if _APART.search(before):
        return bool(own_sides) or anchor.series is not None
    return (
        anchor.round_number is not None
        and anchor.series is not None
        and _APART.search(block.text) is not None
    )


_SUBJECT: Final = 20
"""Characters before the name of a meeting that is the subject of its sentence."""


def meeting_beside(scene: Scene, anchor: Anchor, sides: list[Side]) -> FoundMeeting:
    """Describe one of them; its sides are those of its name, else those of the main meeting."""
    finder = Finder(scene.blocks, scene.named)
    own = finder.in_names([anchor]) or finder.with_country([anchor])
    meeting = describe(scene, anchor, [anchor], own if len(own) > 1 else list(sides), is_main=False)
    leads = Leads(scene.blocks, scene.cast, [], finder, meeting.sides, scene.home)
    meeting.leads = leads.explicit(set(), only={(anchor.block, anchor.sentence[0])})
    return meeting


def _sentence(scene: Scene, anchor: Anchor) -> str:
    return scene.blocks[anchor.block].words(*anchor.sentence)


def _content(scene: Scene, anchor: Anchor) -> set[str]:
    """Give the words that tell one series from another."""
    block = scene.blocks[anchor.block]
    words = {
        block.tokens[place].lower()
        for place in range(anchor.first, anchor.after)
        if block.tags[place] in "MGNEeOxmA" and place not in block.countries
    }
    return words - _PLAIN
