"""The same sides meet again on a day that is told: ``and will reconvene online on November 21``.

A next round without its day is background, and has no row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.anchors import Anchor
from tasks.extract.meetings.describe import describe

if TYPE_CHECKING:
    from tasks.extract.meetings.found import FoundMeeting, When
    from tasks.extract.meetings.scene import Scene

_WORDS: Final = cues({"meet", "reconvene", "each", "face", "sit", "back", "confer", "speak", "talk"})
_AGAIN: Final = re.compile(
    r"(?:\b[Tt]he (?:two|three|four|pair|sides|ministers|officials|delegations)(?: \w+)?|\b[Tt]hey|,? and) "
    r"(?:will|are to|plan to|are due to) (?:then |also |next )?"
    r"(?P<verb>meet|reconvene|see each other|come face to face|sit down|be back|confer|speak|talk)\b"
)


def meeting_again(scene: Scene, main: FoundMeeting, known: list[FoundMeeting]) -> list[FoundMeeting]:
    """Give it, with who led the main one; nothing where the main one was not held or no day is told."""
    if main.status != "held":
        return []
    taken = [meeting for meeting in known if meeting is not main]
    for number, block in enumerate(scene.blocks):
        if number < main.block or block.kind not in {"lede", "body"} or not block.holds(_WORDS):
            continue
        for sentence in block.sentences():
            match = _AGAIN.search(block.words(*sentence))
            if match and not any(_stands_in(meeting, number, sentence) for meeting in taken):
                meeting = _meeting(scene, main, number, sentence, match)
                if meeting is not None:
                    return [meeting]
    return []


def _meeting(
    scene: Scene, main: FoundMeeting, number: int, sentence: tuple[int, int], match: re.Match[str]
) -> FoundMeeting | None:
    block = scene.blocks[number]
    at = block.starts[sentence[0]] + match.start("verb")
    first = bisect_left(block.starts, at)
    if any(a <= first < b for a, b in scene.quoted[number]):
        return None
    anchor = Anchor(
        number, sentence, first, first + 1, first, None, None, is_background=False, is_verb=True
    )  # fmt: skip
    meeting = describe(scene, anchor, [anchor], list(main.sides), is_main=False)
    is_told = _has_day(meeting.when) or ("and" in match.group() and meeting.place and meeting.when)
    if meeting.status != "planned" or not is_told or _is_same_day(main, meeting):
        return None
    meeting.leads = [replace(lead, is_lead=True, method="met") for lead in main.leads if lead.session is None]
    return meeting


def _stands_in(meeting: FoundMeeting, number: int, sentence: tuple[int, int]) -> bool:
    return meeting.block == number and sentence[0] <= meeting.first < sentence[1]


def _has_day(when: When | None) -> bool:
    if when is None:
        return False
    return when.precision == "day" or re.match(r"--\d\d-\d\d", when.partial or "") is not None


def _is_same_day(main: FoundMeeting, meeting: FoundMeeting) -> bool:
    return bool(main.when and meeting.when and main.when.start and main.when.start == meeting.when.start)
