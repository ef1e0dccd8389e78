"""The meeting an article is about: the name that says most, the sides around it, and who led."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.affiliation import is_home, place_officials
from tasks.extract.meetings.anchors import BUSINESS
from tasks.extract.meetings.beside import names_beside
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import FoundMeeting, Lead, Side
from tasks.extract.meetings.further import APART, is_apart
from tasks.extract.meetings.leads import Leads
from tasks.extract.meetings.main_sides import codes_in, sides_of_main
from tasks.extract.meetings.officials import is_official, serves_a_state
from tasks.extract.meetings.seats import (
    colleagues,
    if_enough,
    put,
    seat,
    settle_tables,
    side_of,
    table_of,
    with_leads,
    without_senders,
    without_weak,
)
from tasks.extract.meetings.sessions import find_sessions
from tasks.extract.meetings.sides import Finder
from tasks.extract.words.meetings import CAPITALS

if TYPE_CHECKING:
    from tasks.extract.cast import Person
    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.encounters import Encounter
    from tasks.extract.meetings.scene import Scene

_OPENING: Final = 4
"""Blocks of an article that say what it is about."""
_TWO: Final = 2
_DAY: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug"
    r"|Sep|Oct|Nov"
    r"|Dec)\w*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2})\b"
)
_DIPLOMATS: Final = re.compile(
    r"\b(?:consul|ambassador|envoy|minister|delegat|diplomat|secretar)\w*", re.IGNORECASE
)
_AT_WORK: Final = re.compile(
    r"\b(?:unions?|workers|teachers|lecturers|doctors|nurses|students|strik\w+|wages?|salar\w+|on pay)\b"
)
_TO_BE: Final = re.compile(
    r"\b(?:(?:was|were|had been) (?:\w+ )?(?:to|due|scheduled|expected|set|slated|supposed|planned)"
    r"|would have"
    r"|should have|planned|scheduled)\b"
)


def main_meeting(
    scene: Scene,
    current: list[Anchor],
    later: list[Anchor],
    encounters: list[Encounter],
    back: set[tuple[int, int]],
    *,
    table: list[Side] | None = None,
) -> tuple[FoundMeeting | None, list[Anchor]]:
    """Give the meeting, or None where an article about something else only mentions one; and other names.

    `table` are its sides where they are known.
    """
    best = max(current[:12], key=lambda a: (_weight(a), not _is_bare(scene, a), -a.block, a.score, -a.first))
    best = _told_first(scene, current, encounters, _named_first(current, best))
    sides = list(table or sides_of_main(scene, best, current, encounters))
    own = scene.blocks[best.block].words(best.first, best.after).casefold()
    sessions = [s for s in find_sessions(scene.blocks) if s.name.casefold() not in own]
    finder = Finder(scene.blocks, scene.named)
    is_closed = len(finder.in_names([best])) == _TWO
    stated = Leads(scene.blocks, scene.cast, sessions, finder, sides, scene.home).explicit(back)
    groups = _by_sentence(scene, stated)
    beside = names_beside(scene, best, current, sides, sessions, groups)
    beside += _on_a_day(scene, names_beside(scene, best, later, sides, sessions, groups), groups)
    skipped = {(anchor.block, anchor.sentence[0]) for anchor in (*beside, *later)}
    current = [anchor for anchor in current if anchor not in beside]
    leads = [lead for lead in stated if _sentence_of(scene, lead) not in skipped]
    leads = if_enough(leads, sides)
    sides = with_leads(scene, sides, leads, is_closed=is_closed)
    leads = without_weak(leads, sides)
    settle_tables(scene, encounters, sides)
    place_officials(scene, sides, _at_the_table(scene, leads, encounters, sides))
    sides = _with_home(scene, with_leads(scene, sides, leads, is_closed=is_closed), leads)
    _with_host(scene, best, sides, leads)
    leads = without_weak(leads, sides)
    if not sides and best.round_number and scene.home:
        sides = [Side(scene.home)]
    is_told = _is_told(scene, best, encounters, sides)
    if not table and not _is_meeting(scene, best, current, sides, is_chaired=len(leads) > 1, is_told=is_told):
        return None, []
    if best.round_number:
        current = [anchor for anchor in current if anchor.round_number in {None, best.round_number}]
    meeting = describe(scene, best, current, sides, is_main=True)
    meeting.sessions = sessions
    meeting.leads = _complete(scene, leads, meeting, current, encounters)
    without_senders(scene, best.block, best.sentence, meeting.leads)
    return meeting, beside


def _weight(anchor: Anchor) -> int:
    """How much a name counts: what stands further down is more and more likely another meeting."""
    return max(anchor.score, 1) - (4 if anchor.block > _OPENING + 2 else 2 if anchor.block > _OPENING else 0)


def _named_first(current: list[Anchor], best: Anchor) -> Anchor:
    """Prefer a proper name in the opening to one further down: that may be another meeting."""
    if best.block < _OPENING:
        return best
    named = [a for a in current if a.series and a.block < _OPENING - 1]
    return named[0] if named else best


def _told_first(scene: Scene, current: list[Anchor], encounters: list[Encounter], best: Anchor) -> Anchor:
    """Prefer who met whom in the opening to a plain word of the headline, and to what is told as an aside."""
    is_plain = scene.blocks[best.block].kind == "headline" and best.score <= 1
    if not is_plain and not APART.search(scene.blocks[best.block].text):
        return best
    told = {
        (e.block, e.sentence) for e in encounters if e.is_mutual and len(e.people) > 1 and e.block < _OPENING
    }
    return next((a for a in current if (a.block, a.sentence) in told), best)


def _is_bare(scene: Scene, anchor: Anchor) -> bool:
    """Say whether only a verb of a headline hints at a meeting: the text below will say more."""
    return anchor.is_verb and scene.blocks[anchor.block].kind == "headline"


def _at_the_table(
    scene: Scene, leads: list[Lead], encounters: list[Encounter], sides: list[Side]
) -> list[Person]:
    """Give who is known to sit at the table: the stated leads, else whoever met first."""
    stated = [lead.person for lead in leads]
    if len(stated) > 1 or any(not lead.is_weak for lead in leads):
        return stated
    for encounter in encounters:
        people = [
            p
            for p in encounter.people
            if is_official(p, scene.blocks) and (side_of(scene, p, sides) or serves_a_state(p, scene.blocks))
        ]
        if encounter.is_mutual and len(people) > 1 and scene.blocks[encounter.block].kind != "headline":
            seats = [side_of(scene, person, sides) for person in people]
            if all(side is None or side in sides for side in seats):
                return people
    return []


def _is_meeting(
    scene: Scene,
    best: Anchor,
    current: list[Anchor],
    sides: list[Side],
    *,
    is_chaired: bool,
    is_told: bool,
) -> bool:
    """Say whether the article is about a meeting, not only of one among other news."""
    text = scene.blocks[best.block].words(*best.sentence)
    if BUSINESS.search(text):
        return False
    if set(sides) <= {Side(scene.home)} and _AT_WORK.search(text):
        return False
    if len(sides) < _TWO:
        is_official_one = best.series is not None or _DIPLOMATS.search(text) is not None
        has_round = best.round_number is not None and not best.is_verb and is_official_one
        is_known = is_told or any(p.is_vague for p in scene.cast.people)
        return bool(sides) and (has_round or is_chaired or is_known)
    if best.block < _OPENING or best.score > 1 or (len(sides) > 1 and is_told):
        return True
    near = [anchor for anchor in current if best.block <= anchor.block <= best.block + 1]
    return any(len(codes_in(scene, anchor)) > 1 for anchor in near)


def _is_told(scene: Scene, best: Anchor, encounters: list[Encounter], sides: list[Side]) -> bool:
    """Say whether the text tells who met whom: of two sides, or of one and an official of a state."""
    if len(sides) != 1:
        return any(
            e.is_mutual and len({side for _, side in table_of(scene, e, sides)}) > 1 and len(e.people) > 1
            for e in encounters
        )
    is_head = scene.blocks[best.block].kind == "headline"
    here = [e for e in encounters if is_head or (e.block, e.sentence) == (best.block, best.sentence)]
    return any(_is_of_two(scene, e) for e in here)


def _is_of_two(scene: Scene, encounter: Encounter) -> bool:
    """Say whether an official of a state met another whose state is not printed."""
    people = [p for p in encounter.people if is_official(p, scene.blocks) and serves_a_state(p, scene.blocks)]
    return encounter.is_mutual and len(people) == _TWO and sum(p.country is not None for p in people) == 1


def _by_sentence(scene: Scene, leads: list[Lead]) -> dict[tuple[int, int], set[int]]:
    """Give the people each sentence says led the meeting itself, in text order."""
    found: dict[tuple[int, int], set[int]] = {}
    for lead in leads:
        if lead.session is None and not lead.is_weak:
            found.setdefault(_sentence_of(scene, lead), set()).add(id(lead.person))
    return found


def _sentence_of(scene: Scene, lead: Lead) -> tuple[int, int]:
    ranges = scene.blocks[lead.block].sentences()
    return lead.block, next((low for low, high in ranges if low <= lead.first < high), 0)


def _on_a_day(scene: Scene, names: list[Anchor], groups: dict[tuple[int, int], set[int]]) -> list[Anchor]:
    """Keep what is planned beside a meeting that was held only where its day or its chair is told."""
    return [
        name
        for name in names
        if (name.block, name.sentence[0]) in groups
        or _DAY.search(scene.blocks[name.block].words(*name.sentence))
    ]


def _with_home(scene: Scene, sides: list[Side], leads: list[Lead]) -> list[Side]:
    """Give leads whose side nothing tells the dateline's country."""
    home = Side(scene.home) if scene.home else None
    for lead in leads:
        if lead.side is None and home and (home in sides or not sides) and is_home(lead.person, scene.blocks):
            put(lead, home, "home")
            sides = sides or [home]
    return sides


def _with_host(scene: Scene, best: Anchor, sides: list[Side], leads: list[Lead]) -> None:
    """Give the only chair, whose side nothing tells, that of the city in ``the Delhi Port Dialogue``."""
    if len(leads) != 1 or leads[0].side is not None:
        return
    words = scene.blocks[best.block].tokens[best.first : best.after]
    host = next((Side(CAPITALS[word]) for word in words if word in CAPITALS), None)
    if host in sides and host is not None:
        put(leads[0], host, "home")


def _complete(
    scene: Scene,
    stated: list[Lead],
    meeting: FoundMeeting,
    current: list[Anchor],
    encounters: list[Encounter],
) -> list[Lead]:
    """Add who met for sides without a stated lead, then the first official of each side.

    Nobody led what did not happen: then only those count who were to meet.
    """
    leads = list(stated)
    is_off = meeting.status in {"postponed", "cancelled"}
    for encounter in encounters:
        if meeting.method == "noun" and encounter.block > meeting.block and is_apart(scene, encounter):
            continue
        if not is_off or _was_to_be(scene, encounter, current):
            leads += _met(scene, encounter, meeting.sides, leads)
    whole = [lead for lead in leads if lead.session is None]
    whole = whole if whole and all(lead.side for lead in whole) else leads
    missing = [side for side in meeting.sides if side not in [lead.side for lead in whole]]
    if is_off and missing:
        return [*leads, *colleagues(scene, missing, {a.block + step for a in current for step in (0, 1)})]
    if not missing:
        return leads
    if any(not lead.is_weak for lead in stated):
        blocks = {lead.block for lead in stated} if meeting.status == "held" else set()
        return [*leads, *_officials_near(scene, missing, blocks, (-1, 0, 1))]
    if meeting.status == "planned":
        return [*leads, *_officials_near(scene, missing, {anchor.block for anchor in current}, (0, 1))]
    return [*leads, *_officials(scene, missing, None)]


def _was_to_be(scene: Scene, encounter: Encounter, current: list[Anchor]) -> bool:
    """Say whether a sentence tells who was to meet, of a meeting that did not take place."""
    if (encounter.block, encounter.sentence) == (current[0].block, current[0].sentence):
        return True
    return _TO_BE.search(scene.blocks[encounter.block].words(*encounter.sentence)) is not None


def _met(scene: Scene, encounter: Encounter, sides: list[Side], leads: list[Lead]) -> list[Lead]:
    """Give those of an encounter whose side has no lead yet; none where it seems to be another meeting."""
    if not encounter.is_mutual:
        return []
    taken = {lead.side for lead in leads}
    known = {lead.person for lead in leads}
    table = [(person, side) for person, side in table_of(scene, encounter, sides) if person]
    if any(side not in sides for _, side in table):
        return []
    if any(side in taken and person not in known for person, side in table):
        return []
    return [seat(scene, encounter, person, side) for person, side in table if person not in known]


def _officials_near(scene: Scene, sides: list[Side], blocks: set[int], steps: tuple[int, ...]) -> list[Lead]:
    """Give the first official of each side in these paragraphs, or else beside them."""
    here = _officials(scene, sides, blocks)
    left = [side for side in sides if side not in [lead.side for lead in here]]
    return here + _officials(scene, left, {block + step for block in blocks for step in steps})


def _officials(scene: Scene, sides: list[Side], near: set[int] | None) -> list[Lead]:
    """Give the first official of each side."""
    found: list[Lead] = []
    for person in scene.cast.people:
        if not is_official(person, scene.blocks):
            continue
        side = side_of(scene, person, sides)
        if side is None and scene.home and is_home(person, scene.blocks):
            side = Side(scene.home)
        if side not in sides or any(lead.side == side for lead in found):
            continue
        if near is None or person.block in near:
            found.append(
                Lead(
                    person, person.block, person.first, person.after, side, None,
                    is_lead=True, method="first_official",
                )
            )  # fmt: skip
    return found
