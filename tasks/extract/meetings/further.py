"""Further meetings of one article: ``She also called on …``, ``Later he received …``, ``Separately, …``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.anchors import Anchor
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import Side
from tasks.extract.meetings.seats import seat, table_of
from tasks.extract.words.roles import VAGUE_HEADS

if TYPE_CHECKING:
    from tasks.extract.meetings.encounters import Encounter
    from tasks.extract.meetings.found import FoundMeeting
    from tasks.extract.meetings.scene import Scene
    from tasks.extract.meetings.seats import Table

OTHER_DAYS: Final = re.compile(
    r"\b(?:last (?:year|month|autumn|spring|summer|winter)|earlier this (?:year|month)|years? ago|months? ago"
    r"|ha[ds] (?:last |first |already |never )?(?:met|held|visited|spoken|received|hosted)|since (?:19"
    r"|20)\d\d"
    r"|again|invited|look(?:s|ed|ing) forward|hop(?:es|ed) to)\b"
)
_SAME_DAY: Final = re.compile(
    r"\b(?:(?:same|that) (?:day|morning|afternoon|evening)|(?:earlier|later) (?:in the day|today)"
    r"|^later\b|^earlier\b|\b(?:margins|sidelines) of the (?:meeting|talks|session|visit)|^in its margins"
    r"|^on its sidelines|^in parallel\b|^(?:before|after|prior to|following) the (?:plenary|meeting|talks"
    r"|dialogue|session|consultations|round))",
    re.IGNORECASE,
)
_ON_THE_LINE: Final = re.compile(
    r"\b(?:(?:first|second|third|last|other|another|separate|same) calls?|by (?:phone|telephone)|call with"
    r"|spoke (?:to|with)|phoned|dialled|rang)\b"
)


_CLOSE: Final = 2
"""Tokens from the name of a meeting to a verb of which it is the subject."""
_OPENER: Final = 40
"""Characters of a paragraph that say when all of it took place: ``Earlier in the day, each …``."""


def further_meetings(scene: Scene, main: FoundMeeting, encounters: list[Encounter]) -> list[FoundMeeting]:
    """Give the meetings beside the main one, in text order: another country, or other people at the table."""
    found: list[FoundMeeting] = []
    for encounter in encounters:
        if not encounter.is_mutual or scene.blocks[encounter.block].kind == "headline":
            continue
        is_main_verb = encounter.first == main.first and not encounter.are_apart
        if encounter.block == main.block and (is_main_verb or 0 <= encounter.first - main.after < _CLOSE):
            continue  # the committee itself met
        text = scene.blocks[encounter.block].words(*encounter.sentence)
        for table in _tables(table_of(scene, encounter, main.sides), encounter):
            sides = list(dict.fromkeys(side for _, side in table))
            home = Side(scene.home) if scene.home else None
            home = home if home in main.sides or (scene.home and scene.named[scene.home]) else None
            if len(sides) == 1 and home and home not in sides:
                sides = [home, *sides]
            is_named = any(person for person, _ in table) or not set(sides) <= set(main.sides)
            if len(sides) < 2 or not is_named or OTHER_DAYS.search(text):  # noqa: PLR2004
                continue
            meeting = _meeting(scene, encounter, sides)
            known = found if is_apart(scene, encounter) and encounter.block > main.block else [main, *found]
            if any(_is_same(other, meeting, table) for other in known):
                continue
            like_main(scene, main, meeting, encounter.block, text)
            _seat(scene, main, meeting, encounter, table)
            found.append(meeting)
    return found


APART: Final = re.compile(
    r"^(?:Earlier|Separately|In parallel|(?:On|In|At) (?:the|its) (?:sidelines|margins)"
    r"|(?:Before|Prior to|Ahead of|Following) the (?:plenary|meeting|talks|dialogue|session|consultations"
    r"|round|commission|committee))\b",
    re.IGNORECASE,
)


def is_apart(scene: Scene, encounter: Encounter) -> bool:
    """Say whether the sentence or its paragraph opens with *separately* or *earlier in the day*."""
    block = scene.blocks[encounter.block]
    return any(APART.search(text) for text in (block.text, block.words(*encounter.sentence)))


def _tables(table: Table, encounter: Encounter) -> list[Table]:
    """Split calls to several: ``she phoned the ministers of Chad and Togo`` was two calls."""
    hosts = [entry for entry in table if entry[0] is not None]
    others = [entry for entry in table if entry[0] is None]
    if encounter.are_apart and len(table) > 2:  # noqa: PLR2004
        return [[table[0], other] for other in table[1:]]
    is_call = encounter.kind == "call" and len(hosts) == 1 and len(others) > 1
    return [[hosts[0], other] for other in others] if is_call else [table]


def _is_same(known: FoundMeeting, meeting: FoundMeeting, table: Table) -> bool:
    """Say whether these people may sit at a known table: its sides, and nobody in another one's chair."""
    if not set(meeting.sides) <= set(known.sides):
        return False
    if known.status == "planned" and meeting.status == "held":
        return False
    days = {when.start for when in (known.when, meeting.when) if when and when.precision == "day"}
    if len(set(meeting.sides)) < len(set(known.sides)) and len(days) > 1:
        return False  # two of three meet on another day
    people = {lead.person for lead in known.leads}
    taken = {lead.side for lead in known.leads}
    return not any(person and person not in people and side in taken for person, side in table)


def _meeting(scene: Scene, encounter: Encounter, sides: list[Side]) -> FoundMeeting:
    anchor = Anchor(
        encounter.block, encounter.sentence, encounter.first, encounter.after, encounter.first,
        None, None, is_background=False, is_verb=True,
    )  # fmt: skip
    return describe(scene, anchor, [anchor], sides, is_main=False)


def like_main(scene: Scene, main: FoundMeeting, meeting: FoundMeeting, number: int, text: str) -> None:
    """Take the day, or the telephone, from the main meeting where the text points back to it."""
    opener = scene.blocks[number].text[:_OPENER]
    is_same_day = _SAME_DAY.search(text) or _SAME_DAY.match(opener)
    if meeting.when is None and meeting.status == main.status and is_same_day:
        meeting.when = main.when
    if main.mode == "virtual" and meeting.mode_method == "default" and _ON_THE_LINE.search(text):
        meeting.mode, meeting.mode_method, meeting.place = "virtual", "stated", None


def _seat(
    scene: Scene, main: FoundMeeting, meeting: FoundMeeting, encounter: Encounter, table: Table
) -> None:
    for who, side in table:
        person = who
        is_known = encounter.kind == "host" or not VAGUE_HEADS.isdisjoint(
            scene.blocks[encounter.block].tokens[slice(*encounter.sentence)]
        )
        if person is None and is_known and side in main.sides:
            # the Brazilian guest: the one of that side who is known
            person = next((lead.person for lead in main.leads if lead.side == side), None)
        if person is None:
            continue
        meeting.leads.append(seat(scene, encounter, person, side))
        if person.country is None and side.country:
            person.country, person.country_method = side.country, "side"
