# ruff: noqa: SIM905 - lists of words read better as text
"""Meetings with a name of their own beside the main one: ``was preceded by the fourth … Consultations``.

The next round of the same series is background, and has no row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import Side
from tasks.extract.meetings.how import is_off
from tasks.extract.meetings.leads import Leads
from tasks.extract.meetings.seats import with_leads
from tasks.extract.meetings.sides import Finder

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.found import FoundMeeting, Session
    from tasks.extract.meetings.scene import Scene

_BESIDE: Final = re.compile(
    r"\b(?:preceded|followed)\b[^.]{0,60}\bby (?:the |an? |its )?$"
    r"|\b(?:before|after|ahead of) the (?:meeting|talks|dialogue|session), [^.]{0,40}$",
)
_GOES_BEFORE: Final = re.compile(r"(?:was|were|is|will be|had been) (?:preceded|followed)\b")
"""What is told of the main meeting before the other one is named."""
_APART: Final = re.compile(
    r"^(?:Earlier|Later|Separately|Meanwhile|Also|In parallel|On the same day|The day before|The same"
    r"|Before the|Prior to the|After the|Following the|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,)\b"
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


def names_beside(  # noqa: PLR0917
    scene: Scene,
    best: Anchor,
    anchors: list[Anchor],
    sides: list[Side],
    sessions: list[Session],
    groups: dict[tuple[int, int], set[int]],
) -> list[Anchor]:
    """Give the names of other meetings that the article tells of on their own account.

    `groups` are the people each sentence says led, by their identity.
    """
    own = _content(scene, best)
    first = next((people for people in groups.values() if len(people) > 1), set())
    is_main_off = is_off([_sentence(scene, best)]) is not None
    finder = Finder(scene.blocks, scene.named)
    found: list[Anchor] = []
    for anchor in anchors:
        block = scene.blocks[anchor.block]
        place = (anchor.block, anchor.sentence[0])
        if place == (best.block, best.sentence[0]) or not _can_be_other(block, anchor, sessions):
            continue
        before = block.words(anchor.sentence[0], anchor.first) + " "
        if _is_main(scene, best, anchor):
            continue
        is_put_off = not is_main_off and is_off([_sentence(scene, anchor)]) is not None
        is_subject = len(before) < _SUBJECT
        partner = finder.with_country([anchor]) if is_put_off and is_subject else []
        if any(side not in sides for side in partner):
            found.append(anchor)
        words = {token.lower() for token in block.tokens[anchor.first : anchor.after]}
        led = groups.get(place, set())
        has_own_leads = len(led) > 1 and led.isdisjoint(first) and first and words.isdisjoint(_OF_PARTS)
        is_strong = has_own_leads or _is_named_so(block, anchor) or not words.isdisjoint(_STRONG)
        if anchor in found:
            continue
        own_sides = finder.in_names([anchor])
        if not own_sides and (anchor.score > 1 or words & _TALKS):
            own_sides = finder.at_start(block, anchor.sentence)
        if not own_sides and len(before) < _ARTICLE:
            own_sides = three if len(three := finder.in_lists([anchor])) > 2 else []  # noqa: PLR2004
        is_of_others = len(own_sides) > 1 and not set(own_sides) <= set(sides)
        content = _content(scene, anchor)
        is_numbered = anchor.round_number is not None and _APART.search(before) is not None
        if not is_of_others and (content <= own if is_numbered else content & own):
            continue
        is_strong = is_strong or is_of_others or is_numbered
        is_strong = is_strong or (is_put_off and _is_bare(scene, anchor, before))
        is_other = is_of_others or has_own_leads or _is_apart(block, anchor, before, own_sides)
        if is_strong and (is_other or _BESIDE.search(before) or (is_put_off and is_subject)):
            found.append(anchor)
    return found


def _is_bare(scene: Scene, anchor: Anchor, before: str) -> bool:
    """Say whether ``A meeting of their ministers, set for May, has been cancelled`` names nobody."""
    low, high = anchor.sentence
    names = any(low <= first < high for first, _, _ in scene.cast.at(anchor.block))
    return before.casefold() in {"a ", "another "} and not names


def _is_main(scene: Scene, best: Anchor, anchor: Anchor) -> bool:
    """Say whether a name is the main one again: its round, or what *was preceded by* another."""
    is_same = anchor.round_number is not None and anchor.round_number == best.round_number
    if is_same and scene.blocks[best.block].kind == "headline":
        return True
    behind = scene.blocks[anchor.block].words(anchor.after, anchor.sentence[1])
    return _GOES_BEFORE.match(behind) is not None


def _can_be_other(block: Block, anchor: Anchor, sessions: list[Session]) -> bool:
    """Leave out verbs, headlines, single words, and the parts of the main meeting."""
    words = block.words(anchor.first, anchor.after)
    is_part = any(session.name in words or words in session.name for session in sessions)
    return not (anchor.is_verb or is_part or block.kind == "headline") and (
        anchor.noun > anchor.first or block.tokens[anchor.noun].lower() in _STRONG | {"meeting"}
    )


def _is_named_so(block: Block, anchor: Anchor) -> bool:
    """Say whether it is a proper name that ends in Meeting."""
    return (
        block.tokens[anchor.noun] == "Meeting"
        and block.tokens[max(anchor.noun - 2, anchor.first)][0].isupper()
    )


def _is_apart(block: Block, anchor: Anchor, before: str, own_sides: list[Side]) -> bool:
    """Say whether a word like *separately* opens the sentence, or the paragraph, of a proper name."""
    if _APART.search(before):
        return bool(own_sides) or anchor.series is not None
    return (
        anchor.round_number is not None
        and anchor.series is not None
        and _APART.search(block.text) is not None
    )


_ARTICLE: Final = 6
"""Characters before a name that opens its sentence, with its article."""
_TALKS: Final = frozenset({"talks", "consultations", "dialogue", "negotiations", "summit", "meeting"})
"""Plain words that name a meeting where two states open the sentence."""
_OF_PARTS: Final = frozenset({"session", "group", "groups", "committee", "sub-committee", "team", "plenary"})
_SUBJECT: Final = 20
"""Characters before the name of a meeting that is the subject of its sentence."""


def meeting_beside(scene: Scene, anchor: Anchor, sides: list[Side]) -> FoundMeeting:
    """Describe one of them; its sides are those of its name, else those of the main meeting."""
    finder = Finder(scene.blocks, scene.named)
    block = scene.blocks[anchor.block]
    own = (
        finder.in_names([anchor]) or finder.at_start(block, anchor.sentence) or finder.with_country([anchor])
    )
    before = block.words(anchor.sentence[0], anchor.first) + " "
    if not own and len(before) < _ARTICLE:
        own = three if len(three := finder.in_lists([anchor])) > 2 else []  # noqa: PLR2004
    if len(own) == 1 and own[0] not in sides:
        own = [Side(scene.home) if scene.home else sides[0], *own]
    meeting = describe(scene, anchor, [anchor], own if len(own) > 1 else list(sides), is_main=False)
    leads = Leads(scene.blocks, scene.cast, [], finder, meeting.sides, scene.home)
    meeting.leads = leads.explicit(set(), only={(anchor.block, anchor.sentence[0])})
    with_leads(scene, meeting.sides, meeting.leads, is_closed=True)
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
