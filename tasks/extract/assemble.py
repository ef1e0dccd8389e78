"""From what was found in tokens to facts with ids and spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.fact_records import Facts, Mention, PersonRole, Statement
from schemas.records import Span
from tasks.extract import identity
from tasks.extract.bodies import Bodies
from tasks.extract.places import find_places
from tasks.extract.reports import meeting_reports
from tasks.extract.statements import find_statements

if TYPE_CHECKING:
    from schemas.fact_records import Organisation, Person
    from tasks.extract.cast import Person as FoundPerson
    from tasks.extract.cast import Role
    from tasks.extract.countries import CountryMention
    from tasks.extract.hearing import FoundStatement
    from tasks.extract.meetings import FoundMeeting
    from tasks.extract.meetings.scene import Scene
    from tasks.extract.organisations import FoundOrganisation

_TITLE_TAGS = frozenset("HR()'")


def assemble(scene: Scene, countries: list[CountryMention], meetings: list[FoundMeeting]) -> Facts:
    """Give all facts of an article, each kind in text order."""
    bodies = Bodies(scene)
    people = {id(found): identity.person(found.name) for found in scene.cast.people}
    roles = _roles(scene, bodies, people)
    statements = [
        _statement(scene, bodies, people, found)
        for found in find_statements(scene.blocks, scene.cast, bodies.found, scene.quotes)
    ]
    reports = meeting_reports(scene, bodies, people, meetings)
    mentions = _mentions(scene, bodies, people, countries)
    return Facts(
        people=tuple(sorted(dict.fromkeys(people.values()), key=lambda person: person.person_id)),
        organisations=tuple(sorted(bodies.known.values(), key=lambda body: body.organisation_id)),
        mentions=tuple(mentions),
        roles=tuple(roles),
        statements=tuple(statements),
        meetings=tuple(reports),
    )


def _roles(scene: Scene, bodies: Bodies, people: dict[int, Person]) -> list[PersonRole]:
    found = []
    for person in scene.cast.people:
        seen: set[str] = set()
        for place, role in enumerate(person.roles):
            text = role.text or ""
            if text.casefold() in seen:
                continue
            seen.add(text.casefold())
            found.append(
                _role(scene, bodies, people[id(person)].person_id, person, role, is_primary=place == 0)
            )
    found.sort(key=lambda role: (role.span.paragraph_no, role.span.start_char, role.person_id))
    return found


def _role(
    scene: Scene, bodies: Bodies, person_id: int, person: FoundPerson, role: Role, *, is_primary: bool
) -> PersonRole:
    block = scene.blocks[role.block]
    printed, body = bodies.of_role(role, person.country)
    return PersonRole(
        person_id=person_id,
        title=_title(scene, person),
        role=None if role.how == "affiliation" else role.text or block.words(role.first, role.after),
        organisation_id=body.organisation_id if body else None,
        organisation=printed,
        country_code=person.country,
        country_method=person.country_method,
        is_primary=is_primary,
        span=block.span(role.first, role.after),
        method=role.how,
    )


def _title(scene: Scene, person: FoundPerson) -> str | None:
    """Give the honorifics and ranks printed before the first full name that has some."""
    for number, first, _, method in person.surfaces:
        block = scene.blocks[number]
        outer = first
        while outer and block.tags[outer - 1] in _TITLE_TAGS | {"h"} and method != "office":
            outer -= 1
        while outer < first and block.tags[outer] not in "HRh":
            outer += 1
        if outer < first and any(tag in "HR" for tag in block.tags[outer:first]):
            return block.words(outer, first)
    return None


def _statement(scene: Scene, bodies: Bodies, people: dict[int, Person], found: FoundStatement) -> Statement:
    block = scene.blocks[found.block]
    speaker, person_id, organisation_id = None, None, None
    if found.speaker is not None:
        actor = found.speaker
        if actor.person is not None:
            person = people[id(actor.person)]
            speaker, person_id = actor.person.name, person.person_id
        else:
            speaker = scene.blocks[found.speaker_block].words(actor.first, actor.after)
            body = bodies.at(found.speaker_block, actor.first) if actor.kind == "body" else None
            organisation_id = body.organisation_id if body else None
    return Statement(
        kind=found.kind,
        speaker=speaker,
        person_id=person_id,
        organisation_id=organisation_id,
        verb=found.verb,
        text=block.text[found.start : found.end],
        span=Span(paragraph_no=block.paragraph_no, start_char=found.start, end_char=found.end),
        method=found.method,
    )


def _mentions(
    scene: Scene, bodies: Bodies, people: dict[int, Person], countries: list[CountryMention]
) -> list[Mention]:
    found: list[Mention] = []
    taken: set[tuple[int, int]] = set()
    for person in scene.cast.people:
        for number, first, after, method in dict.fromkeys(person.surfaces):
            taken.update((number, place) for place in range(first, after))
            found.append(
                _mention(
                    scene, "person", number, first, after, method, person_id=people[id(person)].person_id
                )
            )
    for number, organisations in enumerate(bodies.found):
        for organisation in organisations:
            found += _organisation_mentions(scene, bodies, number, organisation, taken)
    for country in countries:
        found.append(
            _mention(
                scene, "country", country.block, country.first, country.after,
                "name" if country.is_name else "adjective", country_code=country.code,
            )
        )  # fmt: skip
    for place in find_places(scene.blocks, taken, scene.lexicon):
        found.append(
            _mention(
                scene, "place", place.block, place.first, place.after, "gazetteer", place_id=place.place_id
            )
        )
    found.sort(
        key=lambda m: (m.span.paragraph_no, m.span.start_char, m.span.end_char, m.kind, m.person_id or 0)
    )
    return found


def _organisation_mentions(
    scene: Scene, bodies: Bodies, number: int, found: FoundOrganisation | None, taken: set[tuple[int, int]]
) -> list[Mention]:
    mentions = []
    while found is not None:
        body: Organisation | None = bodies.at(number, found.first)
        taken.update((number, place) for place in range(found.first, found.after))
        mentions.append(
            _mention(
                scene, "organisation", number, found.first, found.after, "head_word",
                organisation_id=body.organisation_id if body else None,
            )
        )  # fmt: skip
        found = found.parent
    return mentions


def _mention(  # noqa: PLR0917
    scene: Scene,
    kind: str,
    number: int,
    first: int,
    after: int,
    method: str,
    *,
    person_id: int | None = None,
    organisation_id: int | None = None,
    country_code: str | None = None,
    place_id: int | None = None,
) -> Mention:
    block = scene.blocks[number]
    return Mention(
        kind=kind,  # type: ignore[arg-type]
        surface=block.words(first, after),
        span=block.span(first, after),
        person_id=person_id,
        organisation_id=organisation_id,
        country_code=country_code,
        place_id=place_id,
        method=method,
    )
