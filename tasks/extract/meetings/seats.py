"""On which side each person of a meeting sits: by his country, by the body he serves, or by who is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.blocs import blocs
from tasks.extract.meetings.encounters import CALLING
from tasks.extract.meetings.found import Lead, Side
from tasks.extract.meetings.items import Item
from tasks.extract.meetings.meant import named_before
from tasks.extract.meetings.officials import is_official, serves_a_state
from tasks.extract.words.meetings import CAPITALS
from tasks.extract.words.organisations import ACRONYMS, NAMED_BODIES, SHORT_NAMES

if TYPE_CHECKING:
    from tasks.extract.cast import Person
    from tasks.extract.meetings.encounters import Encounter
    from tasks.extract.meetings.scene import Scene

_IN_CITY: Final = re.compile(r"[ij](?P<name>[NUG]c*[NU]{0,2})")
_TWO: Final = 2
Table = list[tuple["Person | None", Side]]


def side_of(scene: Scene, person: Person, sides: list[Side]) -> Side | None:
    """Give the side a person sits on, one of `sides` where any fits; else the country he serves."""
    own = Side(person.country) if person.country else None
    if own in sides:
        return own
    body = body_of(scene, person)
    key = blocs(scene.lexicon).key(body) if body else None
    for side in sides:
        if side.organisation is None:
            continue
        is_theirs = side.organisation == body or (key and blocs(scene.lexicon).key(side.organisation) == key)
        if is_theirs or (
            person.country and blocs(scene.lexicon).has_member(side.organisation, person.country)
        ):
            return side
    full = SHORT_NAMES.get(body, body) if body else None
    if own is None and full and (body in ACRONYMS or full in NAMED_BODIES):
        return Side(None, full)
    return own


def body_of(scene: Scene, person: Person) -> str | None:
    """Give the words for the body a person serves: ``EU trade chief``."""
    for role in person.roles[:2]:
        found = (role.office.organisation if role.office else None) or role.body
        if found is not None:
            number = role.block if role.body_block is None else role.body_block
            return scene.blocks[number].words(found.first, found.last)
    return None


def table_of(scene: Scene, encounter: Encounter, sides: list[Side]) -> Table:
    """Give everyone of an encounter with his side; who stands on one side of the verb shares one."""
    people = [p for p in encounter.people if is_official(p, scene.blocks) or not p.roles]
    hosts = [person for person in people if person not in encounter.guests]
    guests = [person for person in people if person in encounter.guests]
    seats = {id(person): side_of(scene, person, sides) for person in people}
    known = list(dict.fromkeys(side for side in seats.values() if side))
    more = [side for side in encounter.sides if side not in known]
    if hosts and guests:
        _share(scene, encounter, seats, (hosts, guests), sides, more)
    else:
        _spread(scene, encounter, seats, people, sides, [*known, *more])
    found: Table = [(person, side) for person in people if (side := seats[id(person)]) is not None]
    return [*found, *((None, side) for side in more if side not in [side for _, side in found])]


def _share(  # noqa: PLR0917
    scene: Scene,
    encounter: Encounter,
    seats: dict[int, Side | None],
    groups: tuple[list[Person], list[Person]],
    sides: list[Side],
    more: list[Side],
) -> None:
    """Give those on each side of the verb the side one of them has, or the one that is left."""
    own = [next((side for p in group if (side := seats[id(p)])), None) for group in groups]
    if own[1] is None and len(more) == 1:
        own[1] = more[0]
    if own == [None, None]:
        city = _city(scene, encounter)
        is_closed = len(more) > 1 and set(sides) <= set(more)  # his counterparts of both: he serves neither
        custom = (None, None) if is_closed else _by_custom(scene, encounter, sides)
        own = [None, city] if city and len(sides) != 2 else list(custom)  # noqa: PLR2004
    for here, there in ((0, 1), (1, 0)):
        if own[here] is None and (side := own[there]) is not None:
            own[here] = _left(scene, encounter, side, sides)
    if encounter.are_apart:
        own[1] = None
    for group, side in zip(groups, own, strict=True):
        for person in group:
            if seats[id(person)] is None and _may_sit(scene, person):
                seats[id(person)] = side


def _by_custom(scene: Scene, encounter: Encounter, sides: list[Side]) -> tuple[Side | None, Side | None]:
    """Give the sides of a host and his guest, none of whom has a country: the host is at home."""
    if len(sides) != 2:  # noqa: PLR2004
        return None, None
    home = Side(scene.home) if scene.home and Side(scene.home) in sides else sides[0]
    other = next(side for side in sides if side != home)
    is_turned = encounter.kind == "hosted" or (
        encounter.kind == "call" and scene.blocks[encounter.block].tokens[encounter.first].lower() in CALLING
    )
    if encounter.kind in {"host", "hosted"} or is_turned:
        return (other, home) if is_turned else (home, other)
    return sides[0], sides[1]


def _spread(  # noqa: PLR0917
    scene: Scene,
    encounter: Encounter,
    seats: dict[int, Side | None],
    people: list[Person],
    sides: list[Side],
    known: list[Side],
) -> None:
    """Give the side that is left to the one of a pair who has none: ``A and B met``."""
    lost = [person for person in people if seats[id(person)] is None and _may_sit(scene, person)]
    if len(lost) == 1 and len(known) == 1:
        seats[id(lost[0])] = _left(scene, encounter, known[0], sides)
    elif len(lost) == len(people) == len(sides) == 2 and not known:  # noqa: PLR2004
        for person, side in zip(lost, sides, strict=True):
            seats[id(person)] = side


def _may_sit(scene: Scene, person: Person) -> bool:
    return not person.roles or serves_a_state(person, scene.blocks)


def _left(scene: Scene, encounter: Encounter, known: Side, sides: list[Side]) -> Side | None:
    """Give the side of whoever sits opposite a known one."""
    if len(sides) == 2 and known in sides:  # noqa: PLR2004
        return next(side for side in sides if side != known)
    city = _city(scene, encounter)
    if city and city != known:
        return city
    if scene.home is None:
        others = [Side(code) for code in scene.named if Side(code) != known]
        return others[0] if len(others) == 1 else None
    return Side(scene.home) if Side(scene.home) != known else None


def settle_tables(scene: Scene, encounters: list[Encounter], sides: list[Side]) -> None:
    """Give people of encounters the country of their seat, in text order, so that later ones know it."""
    for encounter in encounters:
        if not encounter.is_mutual or scene.blocks[encounter.block].kind == "headline":
            continue
        table = table_of(scene, encounter, sides)
        if len({side for _, side in table}) < 2:  # noqa: PLR2004
            continue
        for person, side in table:
            if person and person.country is None and side.country:
                person.country, person.country_method = side.country, "other_side"


def _city(scene: Scene, encounter: Encounter) -> Side | None:
    """Give the country of the town a sentence opens with: ``In Accra he will call on …``."""
    block = scene.blocks[encounter.block]
    for match in _IN_CITY.finditer(block.tags, encounter.sentence[0], encounter.first):
        word = block.tokens[match.start()].lower()
        place = scene.lexicon.place(block.words(match.start("name"), match.end("name")))
        code = place.country_code if place else None
        if word in {"in", "to"} and code and (match.start() == encounter.sentence[0] or scene.named[code]):
            return Side(code)
    return _came_to(scene, encounter)


_CAME: Final = re.compile(
    r"\b(?:arriv(?:ed|es|ing) in|visit(?:s|ed|ing)?(?: to)?|landed in|fl(?:ew|ies|ying) (?:in)?to"
    r"|travel(?:s|led|ed|ling)? to"
    r"|trip to|stay in|tour of|while in)\s+(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)


def _came_to(scene: Scene, encounter: Encounter) -> Side | None:
    """Give the country somebody is on a visit to, as the same or the paragraph before says last."""
    for number in (encounter.block, encounter.block - 1):
        if number < 0:
            continue
        block = scene.blocks[number]
        end = block.starts[encounter.first] if number == encounter.block else len(block.text)
        for match in reversed(list(_CAME.finditer(block.text, 0, end))):
            for name in (match["name"], match["name"].split()[0]):
                place = scene.lexicon.place(name)
                code = scene.lexicon.country(name) or (place.country_code if place else None)
                if code and (scene.named[code] or name in CAPITALS):
                    return Side(code)
    return None


def seat(scene: Scene, encounter: Encounter, person: Person, side: Side | None) -> Lead:
    """Give one who met as a lead, where the sentence names him or else where he is named first."""
    low, high = encounter.sentence
    for first, after, who in scene.cast.at(encounter.block):
        if who is person and low <= first < high:
            return Lead(person, encounter.block, first, after, side, None, is_lead=True, method="met")
    return Lead(person, person.block, person.first, person.after, side, None, is_lead=True, method="met")


def with_leads(scene: Scene, sides: list[Side], leads: list[Lead], *, is_closed: bool = False) -> list[Side]:
    """Give each lead his side, the last one the side that is left, and add sides only leads show.

    Where the name of the meeting says its two sides, whoever serves another did not lead it.
    """
    found = list(sides)
    if is_closed:
        leads[:] = [lead for lead in leads if lead.side is None or lead.side in found]
    for lead in leads:
        if lead.side is None and lead.person:
            own = side_of(scene, lead.person, found)
            is_printed = lead.person.country_method in {"office", "name"}
            is_new = len(found) < _TWO or (is_printed and not is_closed)
            lead.side = own if own in found or is_new else None
        if lead.side and lead.side not in found:
            found.append(lead.side)
    for session in {lead.session for lead in leads}:
        here = [lead for lead in leads if lead.session == session]
        lost = [lead for lead in here if lead.side is None]
        free = [side for side in found if side not in [lead.side for lead in here]]
        if len(lost) == len(free) == len(found) == _TWO:
            for lead, side in zip(lost, free, strict=True):
                put(lead, side, "order")
        elif len(lost) == 1 and len(free) == 1 and len(here) == len(found):
            put(lost[0], free[0], "other_side")
    return found


def if_enough(leads: list[Lead], sides: list[Side]) -> list[Lead]:
    """Leave out who only opened or signed where a lead is told for each side."""
    strong = [lead for lead in leads if not lead.is_weak]
    own = {lead.side or lead.person.country or id(lead) for lead in strong if lead.session is None}
    return strong if len(own) >= max(len(sides), _TWO) else leads


def without_weak(leads: list[Lead], sides: list[Side]) -> list[Lead]:
    """Leave out who only opened or signed where somebody else leads that side."""
    strong = [lead for lead in leads if not lead.is_weak]
    seats = {(lead.side, lead.session) for lead in strong}
    if strong and all(lead.side for lead in strong):
        seats |= {(None, lead.session) for lead in strong}
    return [
        lead
        for lead in leads
        if not lead.is_weak or ((lead.side, lead.session) not in seats and not _is_third(lead, sides))
    ]


def _is_third(lead: Lead, sides: list[Side]) -> bool:
    """Say whether somebody serves a state that is no side."""
    return lead.side is None and lead.person.country is not None and Side(lead.person.country) not in sides


_LETTERS: Final = re.compile(
    r"\breceiv(?:ed|es|ing) (?:(?:an? )?(?:copy|copies) of )?(?:the |his |her |their )?"
    r"(?:letters?|credentials|papers)\b[^.,;]{0,40}? (?:of|from) "
)
"""What was received are papers: ``received a copy of the credentials of``."""


def without_senders(scene: Scene, number: int, sentence: tuple[int, int], leads: list[Lead]) -> None:
    """Make those whose papers somebody received no leads: only who took them is said to have been there."""
    block = scene.blocks[number]
    match = _LETTERS.search(block.text, block.starts[sentence[0]], block.end(sentence[1] - 1))
    for lead in leads if match else ():
        is_taker = match and lead.block == number and block.starts[lead.first] < match.start()
        lead.is_lead = bool(is_taker)


def colleagues(scene: Scene, sides: list[Side], near: set[int]) -> list[Lead]:
    """Give whom a text calls somebody's colleague, and that one: they were to meet, though they did not."""
    found: list[Lead] = []
    for person in scene.cast.people:
        if not person.is_vague or person.block not in near:
            continue
        known = named_before(scene.blocks, scene.cast, person.block, person.first)
        pair = [known] if known else []
        for at, item in (*pair, (person.block, Item("P", person.first, person.after, person))):
            who = item.person
            side = side_of(scene, who, sides) if who and is_official(who, scene.blocks) else None
            if who and side in sides and side not in [lead.side for lead in found]:
                found.append(Lead(who, at, item.first, item.after, side, None, is_lead=True, method="met"))
    return found


def put(lead: Lead, side: Side, method: str) -> None:
    """Give a lead a side, and himself its country."""
    lead.side = side
    if side.country and lead.person.country is None:
        lead.person.country, lead.person.country_method = side.country, method
