# ruff: noqa: SIM905 - lists of words read better as text
"""All meetings of an article: anchors gathered into meetings, each fact looked up around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.extract.countries import settle
from tasks.extract.meetings.affiliation import counterparts, place_officials
from tasks.extract.meetings.anchors import Anchor, find_anchors
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import FoundMeeting, Lead, Side
from tasks.extract.meetings.leads import Leads, is_official
from tasks.extract.meetings.sessions import find_sessions
from tasks.extract.meetings.sides import Finder, sides_of
from tasks.extract.words.organisations import SHORT_NAMES
from tasks.extract.words.roles import VAGUE_HEADS

if TYPE_CHECKING:
    from tasks.extract.cast import Person
    from tasks.extract.meetings.scene import Scene

_SPORT: Final = frozenset(
    """
    coach goals goal match matches midfielder striker wicket wickets tournament league squad Cup innings
    goalkeeper semi-final semifinal netball cricket football hockey squad draw
    """.split()
)
_OPENING: Final = 4
"""Blocks of an article that say what it is about."""


def find_meetings(scene: Scene) -> list[FoundMeeting]:
    """Give the meetings in text order; none where the article only mentions some other meeting."""
    date = scene.article.published_date
    anchors = find_anchors(scene.blocks, scene.quoted, date.year if date else None)
    current = [anchor for anchor in anchors if not anchor.is_background]
    counterparts(scene)
    if not current or _is_sport(scene):
        place_officials(scene, [], [])
        return []
    main = _main(scene, anchors, current)
    if main is None:
        return []
    return [main, *_others(scene, main, current)]


def _is_sport(scene: Scene) -> bool:
    """Say whether sides, teams and rounds are those of a game."""
    words = {token for block in scene.blocks for token in block.tokens}
    return len(words & _SPORT) > 1


def _main(scene: Scene, anchors: list[Anchor], current: list[Anchor]) -> FoundMeeting | None:
    best = max(current[:12], key=lambda a: (max(a.score, 1), -a.block, a.score, -a.first))
    near = [a for a in current if a is not best and a.block <= max(best.block + 1, _OPENING)]
    sides: list[Side] = []
    for is_wide, read in ((False, [best]), (True, [best, *near])):
        if len(sides) < 2:  # noqa: PLR2004
            sides = sides_of(scene.blocks, read, scene.named, scene.home, is_wide=is_wide)
        if len(sides) < 2:  # noqa: PLR2004
            sides = _from_people(scene, read, sides, is_wide=is_wide)
    sides = _with_partner(scene, best, sides)
    if len(sides) == 1 and scene.home and scene.named[scene.home] and Side(scene.home) not in sides:
        sides = [Side(scene.home), *sides]
    sessions = find_sessions(scene.blocks)
    finder = Finder(scene.blocks, scene.named)
    leads = Leads(scene.blocks, scene.cast, sessions, finder, sides, scene.home).explicit(
        _background(anchors)
    )
    sides = _with_leads(sides, leads)
    place_officials(scene, sides, leads)
    sides = _with_leads(sides, leads)
    if not sides and best.round_number and scene.home:
        sides = [Side(scene.home)]
    if not _is_meeting(scene, best, current, sides, is_chaired=len(leads) > 1):
        return None
    if best.round_number:
        current = [anchor for anchor in current if anchor.round_number in {None, best.round_number}]
    meeting = describe(scene, best, current, sides, is_main=True)
    meeting.leads, meeting.sessions = _complete(scene, leads, sides, current, meeting.status), sessions
    return meeting


def _with_partner(scene: Scene, best: Anchor, sides: list[Side]) -> list[Side]:
    """Add who met: ``Kenya's envoy Ode Owuor met his Peruvian and Chilean counterparts`` has three sides."""
    block = scene.blocks[best.block]
    if VAGUE_HEADS.isdisjoint(block.tokens[slice(*best.sentence)]):
        return sides
    low, high = best.sentence
    for first, _, person in scene.cast.at(best.block):
        if low <= first < high and person.country and not person.is_vague:
            return sides if Side(person.country) in sides else [Side(person.country), *sides]
    return sides


def _is_meeting(
    scene: Scene, best: Anchor, current: list[Anchor], sides: list[Side], *, is_chaired: bool
) -> bool:
    """Say whether the article is about a meeting, not only of one among other news."""
    if len(sides) < 2:  # noqa: PLR2004
        has_round = best.round_number is not None and not best.is_verb
        return bool(sides) and (has_round or is_chaired or any(p.is_vague for p in scene.cast.people))
    if best.block < _OPENING or best.score > 1:
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
    if len(everyone) > 2 and not sides:  # noqa: PLR2004
        return _merged(sides, everyone)
    for number in range(min(len(scene.blocks), _OPENING - 1)):
        codes = _codes_within(scene, number, 0, len(scene.blocks[number].tags))
        if len(codes) == 2 and anchors and anchors[0].block < _OPENING:  # noqa: PLR2004
            return _merged(sides, codes)
    is_known = len(everyone) > 1 or any(person.is_vague for person in scene.cast.people)
    return _merged(sides, everyone) if is_known else sides


def _merged(sides: list[Side], codes: list[str]) -> list[Side]:
    return sides + [Side(code) for code in codes if Side(code) not in sides]


def _background(anchors: list[Anchor]) -> set[tuple[int, int]]:
    """Give the sentences that tell of another meeting only."""
    back = {(anchor.block, anchor.sentence[0]) for anchor in anchors if anchor.is_background}
    return back - {(anchor.block, anchor.sentence[0]) for anchor in anchors if not anchor.is_background}


def _with_leads(sides: list[Side], leads: list[Lead]) -> list[Side]:
    """Give each lead his side, the last one the side that is left, and add sides only leads show."""
    found = list(sides)
    for lead in leads:
        if lead.side is None and lead.person and lead.person.country:
            own = Side(lead.person.country)
            lead.side = own if own in found or len(found) < 2 else None  # noqa: PLR2004
        if lead.side and lead.side not in found:
            found.append(lead.side)
    for session in {lead.session for lead in leads}:
        here = [lead for lead in leads if lead.session == session]
        lost = [lead for lead in here if lead.side is None]
        free = [side for side in found if side not in [lead.side for lead in here]]
        if len(lost) == len(free) == len(found) == 2:  # noqa: PLR2004
            for lead, side in zip(lost, free, strict=True):
                lead.side = side
                if lead.person and side.country and lead.person.country is None:
                    lead.person.country, lead.person.country_method = side.country, "order"
        if len(lost) == 1 and len(free) == 1 and len(here) == len(found):
            lost[0].side = free[0]
            if lost[0].person and free[0].country:
                lost[0].person.country, lost[0].person.country_method = free[0].country, "other_side"
    return found


def _complete(
    scene: Scene, leads: list[Lead], sides: list[Side], current: list[Anchor], status: str
) -> list[Lead]:
    """Where no lead is stated, take the first official of each side; nobody led what did not happen."""
    stated = leads
    missing = [side for side in sides if side not in [lead.side for lead in stated]]
    if stated:
        near = {lead.block for lead in stated} if status == "held" else set()
        return [*stated, *_officials(scene, missing, near)]
    if status in {"postponed", "cancelled"}:
        return []
    announced = {anchor.block for anchor in current} if status == "planned" else None
    return _officials(scene, missing, announced)


def _own_body(scene: Scene, person: Person, sides: list[Side]) -> Side | None:
    """Give the side that is the body a person serves: ``EU trade chief``."""
    role = person.main_role
    if role is None or role.office is None or role.office.organisation is None:
        return None
    words = scene.blocks[role.block].words(role.office.organisation.first, role.office.organisation.after)
    name = SHORT_NAMES.get(words, words)
    return next((side for side in sides if side.organisation in {words, name}), None)


def _officials(scene: Scene, sides: list[Side], near: set[int] | None) -> list[Lead]:
    found: list[Lead] = []
    for person in scene.cast.people:
        if not is_official(person, scene.blocks):
            continue
        side = next((side for side in sides if side.country and side.country == person.country), None)
        side = side or _own_body(scene, person, sides)
        if side is None or any(lead.side == side for lead in found):
            continue
        if near is None or person.block in near:
            found.append(
                Lead(
                    person,
                    person.block,
                    person.first,
                    person.after,
                    side,
                    None,
                    is_lead=True,
                    method="first_official",
                )
            )
    return found


def _others(scene: Scene, main: FoundMeeting, anchors: list[Anchor]) -> list[FoundMeeting]:
    """Give further meetings of the same article: with another country, or a call of its own."""
    found: list[FoundMeeting] = []
    for anchor in anchors:
        block = scene.blocks[anchor.block]
        if (
            not anchor.is_verb
            or block.kind == "headline"
            or (anchor.block, anchor.sentence[0]) == _home_of(main, scene)
        ):
            continue
        people = _people_in(scene, anchor)
        codes = _codes_in(scene, anchor)
        if len(codes) == 1 and scene.home and scene.home not in codes:
            codes = [scene.home, *codes]
        verb = block.tokens[anchor.first].lower()
        is_call = verb in {"called", "paid"} or (
            verb in {"received", "met", "meets"} and main.status == "planned"
        )
        known = [{side.country for side in other.sides} for other in [main, *found]]
        if len(codes) != 2 or (not is_call and any(set(codes) <= sides for sides in known)):  # noqa: PLR2004
            continue
        sides = [Side(code) for code in codes]
        other = describe(scene, anchor, [anchor], sides, is_main=False)
        other.leads = [
            Lead(person, person.block, person.first, person.after, Side(person.country), None, is_lead=True)
            for person in people
            if person.country in codes
        ]
        found.append(other)
    return found


def _home_of(main: FoundMeeting, scene: Scene) -> tuple[int, int]:
    """Give the sentence a meeting was found in."""
    block = scene.blocks[main.block]
    return main.block, next((low for low, high in block.sentences() if low <= main.first < high), 0)


def _people_in(scene: Scene, anchor: Anchor) -> list[Person]:
    low, high = anchor.sentence
    people = [person for first, _, person in scene.cast.at(anchor.block) if low <= first < high]
    return list(dict.fromkeys(people))
