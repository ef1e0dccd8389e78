"""The meeting an article is about: the name that says most, the sides around it, and who led."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.countries import settle
from tasks.extract.meetings.affiliation import is_home, place_officials
from tasks.extract.meetings.beside import names_beside
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import FoundMeeting, Lead, Side
from tasks.extract.meetings.further import APART, is_apart
from tasks.extract.meetings.leads import Leads, is_official, serves_a_state
from tasks.extract.meetings.seats import put, seat, settle_tables, side_of, table_of, with_leads
from tasks.extract.meetings.sessions import find_sessions
from tasks.extract.meetings.sides import Finder, sides_of
from tasks.extract.words.roles import VAGUE_HEADS

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
_CREDENTIALS: Final = re.compile(
    r"\b(?:credentials|letters of credence|has received letters|presenting letters)\b"
)
"""What envoys hand to the state they come to."""
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
) -> tuple[FoundMeeting | None, list[Anchor]]:
    """Give the meeting, or None where an article about something else only mentions one; and other names."""
    best = max(current[:12], key=lambda a: (_weight(a), not _is_bare(scene, a), -a.block, a.score, -a.first))
    best = _told_first(scene, current, encounters, _named_first(current, best))
    sides = _sides(scene, best, current, encounters)
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
    sides = with_leads(scene, sides, leads, is_closed=is_closed)
    settle_tables(scene, encounters, sides)
    place_officials(scene, sides, _at_the_table(scene, leads, encounters, sides))
    sides = _with_home(scene, with_leads(scene, sides, leads, is_closed=is_closed), leads)
    if not sides and best.round_number and scene.home:
        sides = [Side(scene.home)]
    is_told = any(
        e.is_mutual and len({side for _, side in table_of(scene, e, sides)}) > 1 and len(e.people) > 1
        for e in encounters
    )
    if not _is_meeting(scene, best, current, sides, is_chaired=len(leads) > 1, is_told=is_told):
        return None, []
    if best.round_number:
        current = [anchor for anchor in current if anchor.round_number in {None, best.round_number}]
    meeting = describe(scene, best, current, sides, is_main=True)
    meeting.sessions = sessions
    meeting.leads = _complete(scene, leads, meeting, current, encounters)
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


def _sides(scene: Scene, best: Anchor, current: list[Anchor], encounters: list[Encounter]) -> list[Side]:
    near = [a for a in current if a is not best and a.block <= max(best.block + 1, _OPENING)]
    sides: list[Side] = []
    if best.is_verb or len(Finder(scene.blocks, scene.named).in_names([best])) < _TWO:
        sides = _sides_of_encounter(scene, best, encounters)
    for is_wide, read in ((False, [best]), (True, [best, *near])):
        if len(sides) < _TWO:
            sides = sides_of(scene.blocks, read, scene.named, scene.home, is_wide=is_wide)
        if len(sides) < _TWO:
            sides = _from_people(scene, read, sides, is_wide=is_wide)
    sides = _with_partner(scene, best, _widened(scene, best, near, sides))
    if (
        scene.home
        and Side(scene.home) not in sides
        and _CREDENTIALS.search(scene.blocks[best.block].words(*best.sentence))
    ):
        sides = [Side(scene.home), *sides]
    if len(sides) == 1 and scene.home and scene.named[scene.home] and Side(scene.home) not in sides:
        sides = [Side(scene.home), *sides]
    return sides


def _widened(scene: Scene, best: Anchor, near: list[Anchor], sides: list[Side]) -> list[Side]:
    """Give the states the opening names where the sentence of the name repeats only some of them."""
    finder = Finder(scene.blocks, scene.named)
    if best.is_verb or len(sides) != _TWO or finder.in_names([best]):
        return sides
    for anchor in near:
        if anchor.block < best.block and not anchor.is_verb:
            wider = finder.in_names([anchor]) or finder.in_lists([anchor])
            if set(wider) > set(sides):
                return wider
    return sides


def _sides_of_encounter(scene: Scene, best: Anchor, encounters: list[Encounter]) -> list[Side]:
    """Give the sides of the people who met in a sentence."""
    for encounter in encounters:
        if (encounter.block, encounter.sentence) == (best.block, best.sentence) and encounter.is_mutual:
            sides = list(dict.fromkeys(side for _, side in table_of(scene, encounter, [])))
            if len(sides) > 1:
                return sides
    return []


def _at_the_table(
    scene: Scene, leads: list[Lead], encounters: list[Encounter], sides: list[Side]
) -> list[Person]:
    """Give who is known to sit at the table: the stated leads, else whoever met first."""
    stated = [lead.person for lead in leads]
    if stated:
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


def _with_partner(scene: Scene, best: Anchor, sides: list[Side]) -> list[Side]:
    """Add who met: ``Kenya's envoy Ode Owuor met his Peruvian and Chilean counterparts`` has three sides."""
    block = scene.blocks[best.block]
    if VAGUE_HEADS.isdisjoint(block.tokens[slice(*best.sentence)]):
        return sides
    low, high = best.sentence
    for first, _, person in scene.cast.at(best.block):
        if low <= first < high and person.country and not person.is_vague:
            own = side_of(scene, person, sides)
            return sides if own is None or own in sides else [own, *sides]
    return sides


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
    if len(sides) < _TWO:
        text = scene.blocks[best.block].words(*best.sentence)
        is_official_one = best.series is not None or _DIPLOMATS.search(text) is not None
        has_round = best.round_number is not None and not best.is_verb and is_official_one
        return bool(sides) and (has_round or is_chaired or any(p.is_vague for p in scene.cast.people))
    if best.block < _OPENING or best.score > 1 or (len(sides) > 1 and is_told):
        return True
    near = [anchor for anchor in current if best.block <= anchor.block <= best.block + 1]
    return any(len(_codes_in(scene, anchor)) > 1 for anchor in near)


def _codes_in(scene: Scene, anchor: Anchor) -> list[str]:
    """Give the countries of the offices, and of the people, that one sentence names, in text order."""
    return _codes_within(scene, anchor.block, *anchor.sentence)


def _codes_within(scene: Scene, number: int, low: int, high: int) -> list[str]:
    found: list[tuple[int, str]] = []
    for office in scene.cast.offices[number]:
        code = settle(office.country, scene.named) if office.country else None
        if low <= office.head < high and code:
            found.append((office.head, code))
    for first, _, person in scene.cast.at(number):
        if low <= first < high and person.country and is_official(person, scene.blocks):
            found.append((first, person.country))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def _from_people(scene: Scene, anchors: list[Anchor], sides: list[Side], *, is_wide: bool) -> list[Side]:  # noqa: PLR0911
    """Give the sides as the people of the meeting serve them: ``received the Ambassador of Mexico``."""
    for anchor in anchors:
        codes = _codes_in(scene, anchor)
        if len(codes) > 1 and not is_wide:
            return _merged(sides, codes)
        low, high = anchor.sentence
        officials = [
            p
            for first, _, p in scene.cast.at(anchor.block)
            if low <= first < high and is_official(p, scene.blocks)
        ]
        if len(codes) == 1 and scene.home and codes[0] != scene.home and (officials or anchor.is_verb):
            return _merged(sides, [scene.home, *codes])
    if (
        sides
        and scene.home
        and Side(scene.home) not in sides
        and any(a.is_verb or a.score > 1 for a in anchors[:1])
    ):
        return _merged([Side(scene.home)], [side.country for side in sides if side.country])
    if not is_wide:
        return sides
    people = [p.country for p in scene.cast.people if p.country and is_official(p, scene.blocks)]
    everyone = list(dict.fromkeys(people))
    if len(everyone) > _TWO and not sides:
        return _merged(sides, everyone)
    for number in range(min(len(scene.blocks), _OPENING - 1)):
        codes = _codes_within(scene, number, 0, len(scene.blocks[number].tags))
        if len(codes) == _TWO and anchors and anchors[0].block < _OPENING:
            return _merged(sides, codes)
    is_known = len(everyone) > 1 or any(person.is_vague for person in scene.cast.people)
    return _merged(sides, everyone) if is_known else sides


def _merged(sides: list[Side], codes: list[str]) -> list[Side]:
    return sides + [Side(code) for code in codes if Side(code) not in sides]


def _by_sentence(scene: Scene, leads: list[Lead]) -> dict[tuple[int, int], set[int]]:
    """Give the people each sentence says led the meeting itself, in text order."""
    found: dict[tuple[int, int], set[int]] = {}
    for lead in leads:
        if lead.session is None:
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
    if is_off or not missing:
        return leads
    if stated:
        near = {lead.block for lead in stated} if meeting.status == "held" else set()
        return [*leads, *_officials(scene, missing, near)]
    announced = {anchor.block for anchor in current} if meeting.status == "planned" else None
    return [*leads, *_officials(scene, missing, announced)]


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
