# ruff: noqa: SIM905 - lists of words read better as text
"""All meetings of an article: the one it is about first, then the others it tells of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.affiliation import counterparts, of_delegations, of_headline, send_home
from tasks.extract.meetings.again import meeting_again
from tasks.extract.meetings.anchors import Anchor, background, find_anchors
from tasks.extract.meetings.beside import meeting_beside
from tasks.extract.meetings.broad import WORDS, told_broadly
from tasks.extract.meetings.describe import status_at
from tasks.extract.meetings.encounters import Encounter, find_encounters, one_each
from tasks.extract.meetings.experts import expert_meetings, find_experts
from tasks.extract.meetings.further import further_meetings, like_main
from tasks.extract.meetings.groups import group_meetings
from tasks.extract.meetings.in_turn import SEVERAL, SEVERAL_WORDS, is_of_others, meetings_in_turn
from tasks.extract.meetings.main import main_meeting
from tasks.extract.meetings.topics import share_topics
from tasks.extract.meetings.unreal import is_unreal
from tasks.extract.meetings.verbs import MEETING_WORDS
from tasks.extract.words.meetings import CAPITALS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.found import FoundMeeting
    from tasks.extract.meetings.scene import Scene

_SPORT: Final = frozenset(
    """
    coach Coach archery midfielder striker wicket wickets innings goalkeeper semi-final semifinal
    semifinals netball cricket
    football hockey rugby kickoff quarterback touchdown halftime half-time batsman bowler playoff playoffs
    """.split()
)
_ALSO_SPORT: Final = frozenset(
    "goal goals shot meet match matches tournament league squad Cup draw scored fixture".split()
)
_GAMES: Final = cues(map(str.lower, _SPORT | _ALSO_SPORT))
_STATE: Final = frozenset(
    """
    minister ministers Minister ministry Ministry ambassador Ambassador envoy delegation delegations
    diplomat diplomats bilateral trilateral
    """.split()
)


def find_meetings(scene: Scene) -> list[FoundMeeting]:
    """Give the meetings in text order; none where the article only mentions some other meeting."""
    counterparts(scene)
    if not _may_meet(scene) or _is_sport(scene):
        send_home(scene, [])
        return []
    of_delegations(scene)
    of_headline(scene)
    found = _find(scene)
    send_home(scene, found[0].sides if found else [])
    share_topics(scene.blocks, found)
    return found


def _find(scene: Scene) -> list[FoundMeeting]:
    if any(block.holds(_REPORT) and _READOUT.search(block.text) for block in scene.blocks[:4]):
        scene.quoted = [[] for _ in scene.blocks]  # what stands in marks is the report itself
    date = scene.article.published_date
    anchors = find_anchors(scene.blocks, scene.quoted, date.year if date else None)
    back = background(anchors)
    encounters = [e for e in one_each(find_encounters(scene)) if (e.block, e.sentence[0]) not in back]
    encounters = _one_by_one(scene, encounters)
    unreal = {(a.block, a.sentence) for a in anchors if not a.is_verb and is_unreal(scene, a)}
    real = [a for a in anchors if a.is_verb or (a.block, a.sentence) not in unreal]
    met = [e for e in encounters if e.kind != "noun" or (e.block, e.sentence) not in unreal]
    anchors = _with_encounters(real, met)
    current = [anchor for anchor in anchors if not (anchor.is_background or is_unreal(scene, anchor))]
    current = _not_in_sum(scene, current, encounters)
    now = _without_next(scene, current)
    later = [anchor for anchor in current if anchor not in now]
    experts = find_experts(scene)
    back |= {(anchor.block, anchor.sentence[0]) for anchor in experts}
    main, names = main_meeting(scene, now, later, encounters, back) if now else (None, [])
    if main is None and (named := _told(now, encounters)):
        main, names = main_meeting(scene, named, later, encounters, back)
    if main is None and (turn := meetings_in_turn(scene, [])):
        return turn
    if main is None and (broad := told_broadly(scene)):
        main, names = main_meeting(scene, [broad[0]], [], encounters, back, table=broad[1])
    if main is None:
        return []
    if len(main.sides) > 3 and len(turn := meetings_in_turn(scene, [])) > 1:  # noqa: PLR2004
        return turn  # their sides in one sentence were no table of all
    beside = [meeting_beside(scene, name, main.sides) for name in names]
    for name, meeting in zip(names, beside, strict=True):
        like_main(scene, main, meeting, name.block, scene.blocks[name.block].words(*name.sentence))
    told = {(name.block, name.sentence[0]) for name in names}
    encounters = [e for e in encounters if (e.block, e.sentence[0]) not in told]
    found = [main, *beside, *further_meetings(scene, main, encounters)]
    if is_of_others(scene, main):
        found.remove(main)
    found += group_meetings(scene, main, found)
    found += expert_meetings(scene, main, experts)
    found += meeting_again(scene, main, found)
    return [*found, *meetings_in_turn(scene, found)]


def _told(current: list[Anchor], encounters: list[Encounter]) -> list[Anchor]:
    """Give the names beside which the text says who meets whom, if some name something else."""
    mutual = {(e.block, e.sentence) for e in encounters if e.is_mutual and len(e.people) > 1}
    named = [anchor for anchor in current if (anchor.block, anchor.sentence) in mutual]
    return named if len(named) < len(current) else []


_BODIES: Final = frozenset({"Commission", "Committee", "Mechanism", "Group"})
"""Bodies that meet: their name alone names a meeting."""
_READOUT: Final = re.compile(r"\b(?:following|this) (?:readout|read-out|statement|summary)\b|^Readout of\b")
_OFF_TO: Final = re.compile(
    r"\b(?:off|bound|set|ready|due|head(?:s|ing)?|leav(?:es|ing)|fl(?:ies|ying)) (?:to|for)\b|\b(?:plans?"
    r"|seeks?|proposes?|eyes?|wants?)\b"
)
_REPORT: Final = cues({"readout", "read-out", "statement", "summary"})
_OPENING: Final = 4
"""Blocks of an article that say what it is about."""


def _is_of_several(scene: Scene, told: Anchor | Encounter) -> bool:
    """Say whether a sentence sums up several meetings: *held three separate calls*."""
    block = scene.blocks[told.block]
    return block.holds(SEVERAL_WORDS) and SEVERAL.search(block.words(*told.sentence)) is not None


def _one_by_one(scene: Scene, encounters: list[Encounter]) -> list[Encounter]:
    """Leave out ``held separate calls with four counterparts`` where the text goes on to tell each."""
    told = [
        e
        for e in encounters
        if len(e.people) > 2 or not _is_of_several(scene, e)  # noqa: PLR2004
    ]
    told = [e for e in told if e.is_mutual and scene.blocks[e.block].kind != "headline"]
    return told if len(told) > 1 and len(told) < len(encounters) else encounters


def _not_in_sum(scene: Scene, current: list[Anchor], encounters: list[Encounter]) -> list[Anchor]:
    """Leave out the names of such a sum, and the headline that sums it up."""
    is_sum = any(_is_of_several(scene, a) for a in current)
    if not is_sum or len(encounters) < 2:  # noqa: PLR2004
        return current
    rest = [
        a
        for a in current
        if not _is_of_several(scene, a) and (scene.blocks[a.block].kind != "headline" or not a.is_verb)
    ]
    return rest or current


def _without_next(scene: Scene, current: list[Anchor]) -> list[Anchor]:
    """Leave out what is planned for later where the opening tells of a meeting that was held."""
    held = next(
        (a for a in current if a.block < _OPENING and not a.is_verb and _is_held(scene, a)),
        None,
    )
    if held is None:
        return current
    return [
        a for a in current if a.block <= held.block or status_at(scene, a, [], is_main=False) != "planned"
    ]


def _is_held(scene: Scene, anchor: Anchor) -> bool:
    """Say whether a meeting was held; who is ``off to Lima for talks`` in a headline has held none."""
    block = scene.blocks[anchor.block]
    is_ahead = block.kind == "headline" and _OFF_TO.search(block.text)
    return not is_ahead and status_at(scene, anchor, [], is_main=False) == "held"


def _may_meet(scene: Scene) -> bool:
    """Say whether any word of a meeting stands in the article at all."""
    if not scene.named and not any(_may_name_sides(scene, block) for block in scene.blocks):
        return False
    return any(
        "e" in b.tags
        or "E" in b.tags
        or "g" in b.tags
        or not MEETING_WORDS.isdisjoint(b.tokens)
        or not _BODIES.isdisjoint(b.tokens)
        or b.holds(WORDS)
        for b in scene.blocks
    )


_SEATS: Final = frozenset(CAPITALS)
"""Names of one word that stand for a state where none is named: ``will visit Skopje``."""


def _may_name_sides(scene: Scene, block: Block) -> bool:
    """Say whether a body, a number or a seat of government may stand for what no state's name tells."""
    return (
        "K" in block.tags
        or "#" in block.tags
        or (scene.home is not None and not _SEATS.isdisjoint(block.tokens))
    )


def _is_sport(scene: Scene) -> bool:
    """Say whether sides, teams and rounds are those of a game; a minister's goals are none."""
    if not any(block.holds(_GAMES) for block in scene.blocks):
        return False
    words = set().union(*[block.tokens for block in scene.blocks])
    if len(words & _SPORT) + len(words & _ALSO_SPORT) < 2:  # noqa: PLR2004
        return False
    return words.isdisjoint(_STATE) or len(words & _SPORT) > 1


def _with_encounters(anchors: list[Anchor], encounters: list[Encounter]) -> list[Anchor]:
    """Add who met whom where nothing else in the sentence names a meeting."""
    known = {(anchor.block, anchor.sentence[0]) for anchor in anchors if not anchor.is_background}
    more = [
        Anchor(e.block, e.sentence, e.first, e.after, e.first, None, None, is_background=False, is_verb=True)
        for e in encounters
        if e.is_mutual and (e.block, e.sentence[0]) not in known
    ]
    return sorted([*anchors, *more], key=lambda anchor: (anchor.block, anchor.first)) if more else anchors
