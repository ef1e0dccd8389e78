"""Meetings of a body without a proper name beside the main one: ``An expert group on customs met``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.anchors import Anchor
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import Lead
from tasks.extract.meetings.further import OTHER_DAYS, like_main
from tasks.extract.meetings.leads import Leads
from tasks.extract.meetings.seats import side_of, with_leads
from tasks.extract.meetings.sides import Finder

if TYPE_CHECKING:
    from tasks.extract.meetings.found import FoundMeeting
    from tasks.extract.meetings.scene import Scene

_BODY: Final = re.compile(
    r"(?:^|\bthat |, )(?:an?|the|its|their) "
    r"(?P<name>(?:(?:joint|technical|expert|steering|bilateral) ){0,2}(?:working group|sub-?commission"
    r"|sub-?committee|sub-?group|committee|experts?' group|expert group|group of experts|task force)"
    r"(?P<topic> on [\w -]{3,40}?)?)"
    r"(?=,? (?:(?:had|has|have|will|would|is to|are to|was to|should|also|then|likewise|nevertheless"
    r"|jointly) )*"
    r"(?:met|meets?|sits?|sat|convene[sd]?|gather(?:ed|s)?)\b)",
    re.IGNORECASE,
)
_HEADS: Final = cues(
    "committee subcommittee commission subcommission group subgroup force".split()  # noqa: SIM905
)
_MEET: Final = cues(
    "met meet meets sit sits sat convene convened convenes gather gathered gathers".split()  # noqa: SIM905
)
_KIND: Final = re.compile(r"sub|technical|expert", re.IGNORECASE)
_DAY_BEFORE: Final = re.compile(r"\b(?:a|the) day (?:earlier|before)\b")
_UNDER: Final = re.compile(r"\bunder\b")


def find_experts(scene: Scene) -> list[Anchor]:
    """Give the names of such bodies that meet, in text order."""
    found: list[Anchor] = []
    for number, block in enumerate(scene.blocks):
        if block.kind != "body" or not (block.holds(_HEADS) and block.holds(_MEET)):
            continue
        for sentence in block.sentences():
            text = block.words(*sentence)
            match = _BODY.search(text)
            is_past = OTHER_DAYS.search(text) and not _DAY_BEFORE.search(text)
            if match is None or is_past or not (match["topic"] or _KIND.search(match["name"])):
                continue
            at = block.starts[sentence[0]]
            first = _token(block.starts, at + match.start("name"))
            after = _token(block.starts, at + match.end("name"))
            if number > 1 and not any(a <= first < b for a, b in scene.quoted[number]):
                found.append(
                    Anchor(number, sentence, first, after, after - 1, None, None, is_background=False)
                )
    return found


def expert_meetings(scene: Scene, main: FoundMeeting, experts: list[Anchor]) -> list[FoundMeeting]:
    """Give their meetings; what the main meeting itself is called has no row of its own."""
    own = main.name.casefold()
    found = []
    for anchor in experts:
        block = scene.blocks[anchor.block]
        if block.words(anchor.first, anchor.after).casefold() not in own:
            found.append(_meeting(scene, main, anchor, block.words(*anchor.sentence)))
    return found


def _token(starts: list[int], char: int) -> int:
    return next((place for place, start in enumerate(starts) if start >= char), len(starts))


def _meeting(scene: Scene, main: FoundMeeting, anchor: Anchor, text: str) -> FoundMeeting:
    meeting = describe(scene, anchor, [anchor], list(main.sides), is_main=False)
    here = (anchor.block, anchor.sentence[0])
    finder = Finder(scene.blocks, scene.named)
    leads = Leads(scene.blocks, scene.cast, [], finder, meeting.sides, scene.home)
    meeting.leads = leads.explicit(set(), only={here}) or _under(scene, anchor, text)
    for lead in meeting.leads:
        lead.side = lead.side or side_of(scene, lead.person, meeting.sides)
    with_leads(scene, meeting.sides, meeting.leads, is_closed=True)
    like_main(scene, main, meeting, anchor.block, text)
    start = main.when.start if main.when and main.when.precision == "day" else None
    if meeting.when is None and start and main.when and _DAY_BEFORE.search(text):
        meeting.when = replace(main.when, start=start - dt.timedelta(days=1), end=None)
    return meeting


def _under(scene: Scene, anchor: Anchor, text: str) -> list[Lead]:
    """Give the people of ``will sit a day before under A and B``."""
    match = _UNDER.search(text)
    if match is None:
        return []
    block = scene.blocks[anchor.block]
    low = _token(block.starts, block.starts[anchor.sentence[0]] + match.end())
    return [
        Lead(person, anchor.block, first, after, None, None, is_lead=True)
        for first, after, person in scene.cast.at(anchor.block)
        if low <= first < anchor.sentence[1]
    ][:2]
