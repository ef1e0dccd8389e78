# ruff: noqa: SIM905 - lists of words read better as text
"""All meetings of an article: the one it is about first, then the others it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.affiliation import counterparts, send_home
from tasks.extract.meetings.anchors import Anchor, background, find_anchors
from tasks.extract.meetings.encounters import WORDS, Encounter, find_encounters
from tasks.extract.meetings.further import further_meetings
from tasks.extract.meetings.main import main_meeting

if TYPE_CHECKING:
    from tasks.extract.meetings.found import FoundMeeting
    from tasks.extract.meetings.scene import Scene

_SPORT: Final = frozenset(
    """
    coach goals goal match matches midfielder striker wicket wickets tournament league squad Cup innings
    goalkeeper semi-final semifinal netball cricket football hockey squad draw
    """.split()
)


def find_meetings(scene: Scene) -> list[FoundMeeting]:
    """Give the meetings in text order; none where the article only mentions some other meeting."""
    counterparts(scene)
    found = _find(scene) if _may_meet(scene) and not _is_sport(scene) else []
    send_home(scene, found[0].sides if found else [])
    return found


def _find(scene: Scene) -> list[FoundMeeting]:
    date = scene.article.published_date
    anchors = find_anchors(scene.blocks, scene.quoted, date.year if date else None)
    back = background(anchors)
    encounters = [e for e in find_encounters(scene) if (e.block, e.sentence[0]) not in back]
    current = [anchor for anchor in _with_encounters(anchors, encounters) if not anchor.is_background]
    main = main_meeting(scene, current, encounters, back) if current else None
    return [main, *further_meetings(scene, main, encounters)] if main else []


def _may_meet(scene: Scene) -> bool:
    """Say whether any word of a meeting stands in the article at all."""
    return any("e" in b.tags or "E" in b.tags or not WORDS.isdisjoint(b.tokens) for b in scene.blocks)


def _is_sport(scene: Scene) -> bool:
    """Say whether sides, teams and rounds are those of a game."""
    words = {token for block in scene.blocks for token in block.tokens}
    return len(words & _SPORT) > 1


def _with_encounters(anchors: list[Anchor], encounters: list[Encounter]) -> list[Anchor]:
    """Add who met whom where nothing else in the sentence names a meeting."""
    known = {(anchor.block, anchor.sentence[0]) for anchor in anchors}
    more = [
        Anchor(e.block, e.sentence, e.first, e.after, e.first, None, None, is_background=False, is_verb=True)
        for e in encounters
        if e.is_mutual and (e.block, e.sentence[0]) not in known
    ]
    return sorted([*anchors, *more], key=lambda anchor: (anchor.block, anchor.first)) if more else anchors
