"""One who met many: ``held a string of bilateral meetings … With Foreign Minister A of Chad he took up …``.

Where the opening says so, whoever of another state is named after it was met, however the text puts it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.anchors import Anchor
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import FoundMeeting, Lead, Side
from tasks.extract.meetings.officials import is_official

if TYPE_CHECKING:
    from tasks.extract.cast import Person
    from tasks.extract.meetings.scene import Scene

SEVERAL: Final = re.compile(
    r"\b(?:separate|(?:a |an )?(?:series|string|round|flurry|host|number|slew|marathon) of|two|three|four"
    r"|five|six"
    r"|seven|eight|nine|ten|a dozen|several|many|back-to-back|one after another)"
    r"(?: [\w-]+){0,3} (?:calls|meetings|talks|conversations|encounters|bilaterals|sit-downs)\b"
    r"|\bthe following (?:counterparts|ministers|leaders|officials|colleagues)\b"
)
SEVERAL_WORDS: Final = cues(
    """
    calls meetings talks conversations encounters bilaterals sit-downs counterparts ministers leaders
    officials colleagues
    """.split()  # noqa: SIM905
)
"""Of these each phrase of `SEVERAL` holds one."""
_OPENING: Final = 3
_MIN: Final = 2


def meetings_in_turn(scene: Scene, known: list[FoundMeeting]) -> list[FoundMeeting]:
    """Give the meetings of such a series that are not known yet, in text order."""
    start = _start(scene)
    if start is None:
        return []
    number, sentence, actor, code = start
    met = _whom(scene, *_after(start))
    if len(met) < _MIN:
        return []
    whole = _meeting(scene, number, sentence, sentence[0], Side(code), None)
    for meeting in known:
        if (
            meeting.when is None
            and meeting.status == "held"
            and any(lead.person is actor for lead in meeting.leads)
        ):
            meeting.when = whole.when
    led = {id(lead.person) for meeting in known for lead in meeting.leads}
    found = []
    for person, block, first in met:
        pair = {Side(code), Side(person.country)}
        same = next((meeting for meeting in known if set(meeting.sides) == pair), None)
        if id(person) in led:
            continue
        if same is not None:
            _fill(same, (actor, Side(code)), (person, Side(person.country)))
            continue
        here = next(
            low_high for low_high in scene.blocks[block].sentences() if low_high[0] <= first < low_high[1]
        )
        meeting = _meeting(scene, block, here, first, Side(code), Side(person.country))
        meeting.when = meeting.when or (whole.when if meeting.status == "held" else None)
        meeting.leads = [_lead(actor, Side(code)), _lead(person, Side(person.country))]
        if meeting.mode_method == "default" and whole.mode_method == "stated":
            meeting.mode, meeting.mode_method = whole.mode, "stated"
        found.append(meeting)
    return found


def is_of_others(scene: Scene, main: FoundMeeting) -> bool:
    """Say whether the sides of a meeting without a name are two whom somebody else met in turn."""
    if main.series or main.round_number or len(main.sides) < _MIN:
        return False
    start = _start(scene)
    return (
        start is not None and Side(start[3]) not in main.sides and len(_whom(scene, *_after(start))) >= _MIN
    )


def _after(start: tuple[int, tuple[int, int], Person, str]) -> tuple[tuple[int, int], Person, str]:
    number, sentence, actor, code = start
    return (number, sentence[1]), actor, code


def _fill(meeting: FoundMeeting, *seats: tuple[Person, Side]) -> None:
    """Add to a known meeting of the same two states whoever of them has no lead there."""
    for person, side in seats:
        if side not in [lead.side for lead in meeting.leads]:
            meeting.leads.append(_lead(person, side))


def _start(scene: Scene) -> tuple[int, tuple[int, int], Person, str] | None:
    """Give the sentence that says so, who met them all, and the state he serves."""
    for number, block in enumerate(scene.blocks[: _OPENING + 1]):
        if block.kind == "headline" or not block.holds(SEVERAL_WORDS):
            continue
        for sentence in block.sentences():
            if not SEVERAL.search(block.words(*sentence)):
                continue
            people = [
                person
                for first, _, person in scene.cast.at(number)
                if sentence[0] <= first < sentence[1] and is_official(person, scene.blocks)
            ]
            if people and (code := people[0].country or _only_state(scene, number, sentence) or scene.home):
                return number, sentence, people[0], code
    return None


def _only_state(scene: Scene, number: int, sentence: tuple[int, int]) -> str | None:
    block = scene.blocks[number]
    codes = {
        form.codes[0]
        for place, (_, form) in block.countries.items()
        if sentence[0] <= place < sentence[1] and len(form.codes) == 1
    }
    return codes.pop() if len(codes) == 1 else None


def _whom(scene: Scene, after: tuple[int, int], actor: Person, code: str) -> list[tuple[Person, int, int]]:
    """Give whoever of another state is named after that sentence, where he is named first."""
    found: dict[int, tuple[Person, int, int]] = {}
    for number in range(after[0], len(scene.blocks)):
        if scene.blocks[number].kind == "caption":
            continue
        for first, _, person in scene.cast.at(number):
            is_there = (number, first) >= after and not any(a <= first < b for a, b in scene.quoted[number])
            if (
                is_there
                and person is not actor
                and person.country not in {None, code}
                and _sits(scene, person)
            ):
                found.setdefault(id(person), (person, number, first))
    return list(found.values())


def _sits(scene: Scene, person: Person) -> bool:
    return not person.roles or is_official(person, scene.blocks)


def _meeting(  # noqa: PLR0917
    scene: Scene, number: int, sentence: tuple[int, int], first: int, one: Side, other: Side | None
) -> FoundMeeting:
    anchor = Anchor(number, sentence, first, first + 1, first, None, None, is_background=False, is_verb=True)
    return describe(scene, anchor, [anchor], [one, other] if other else [one], is_main=False)


def _lead(person: Person, side: Side) -> Lead:
    return Lead(person, person.block, person.first, person.after, side, None, is_lead=True, method="met")
