"""On which side each person of a meeting sits: by his country, by the body he serves, or by who is left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.blocs import blocs
from tasks.extract.meetings.found import Lead, Side
from tasks.extract.meetings.leads import is_official, serves_a_state
from tasks.extract.words.organisations import SHORT_NAMES

if TYPE_CHECKING:
    from tasks.extract.cast import Person
    from tasks.extract.meetings.encounters import Encounter
    from tasks.extract.meetings.scene import Scene

_IN_CITY: Final = re.compile(r"i(?P<name>[NUG]c*[NU]{0,2})")
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
    if own is None and body and key:
        return Side(None, SHORT_NAMES.get(body, body))
    return own


def body_of(scene: Scene, person: Person) -> str | None:
    """Give the words for the body a person serves: ``EU trade chief``."""
    for role in person.roles[:2]:
        found = (role.office.organisation if role.office else None) or role.body
        if found is not None:
            return scene.blocks[role.block].words(found.first, found.last)
    return None


def table_of(scene: Scene, encounter: Encounter, sides: list[Side]) -> Table:
    """Give everyone of an encounter with his side; whoever's side stays open gets the one that is left."""
    people = [p for p in encounter.people if is_official(p, scene.blocks) or not p.roles]
    seats = [(person, side_of(scene, person, sides)) for person in people]
    known = list(dict.fromkeys(side for _, side in seats if side))
    more = [side for side in encounter.sides if side not in known]
    lost = [person for person, side in seats if side is None and serves_a_state(person, scene.blocks)]
    lost += [person for person, side in seats if side is None and not person.roles]
    both = [*known, *more]
    left = (
        _left(scene, encounter, both, sides, is_alone=len(lost) == len(people) and not more) if lost else []
    )
    found: Table = []
    for person, side in seats:
        if side is None and person in lost and left:
            side = left.pop(0) if len(left) > 1 else left[0]  # noqa: PLW2901
        if side is not None:
            found.append((person, side))
    return [*found, *((None, side) for side in more)]


def _left(
    scene: Scene, encounter: Encounter, known: list[Side], sides: list[Side], *, is_alone: bool
) -> list[Side]:
    """Give the sides people without a printed country can be of, the likeliest first."""
    home = Side(scene.home) if scene.home else None
    if is_alone:
        if home in sides and len(sides) == 2:  # noqa: PLR2004
            first = [home, *(side for side in sides if side != home)]
            return first[::-1] if encounter.kind == "call" else first
        return list(sides) if len(sides) == 2 else []  # noqa: PLR2004
    free = [side for side in sides if side not in known]
    if len(sides) == 2 and len(free) == 1 and len(known) == 1:  # noqa: PLR2004
        return free
    city = _city(scene, encounter)
    if city and city not in known:
        return [city]
    return [home] if home and home not in known else []


def _city(scene: Scene, encounter: Encounter) -> Side | None:
    """Give the country of the town a sentence opens with: ``In Accra he will call on …``."""
    block = scene.blocks[encounter.block]
    match = _IN_CITY.match(block.tags, encounter.sentence[0])
    if match is None or block.tokens[encounter.sentence[0]] not in {"In", "At"}:
        return None
    place = scene.lexicon.place(block.words(match.start("name"), match.end("name")))
    return Side(place.country_code) if place and place.country_code else None


def seat(scene: Scene, encounter: Encounter, person: Person, side: Side | None) -> Lead:
    """Give one who met as a lead, where the sentence names him or else where he is named first."""
    low, high = encounter.sentence
    for first, after, who in scene.cast.at(encounter.block):
        if who is person and low <= first < high:
            return Lead(person, encounter.block, first, after, side, None, is_lead=True, method="met")
    return Lead(person, person.block, person.first, person.after, side, None, is_lead=True, method="met")
