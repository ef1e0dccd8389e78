"""People of one article: names with the offices beside them, and later short forms that mean the same person.

``Zahid Chaudhri, Additional Secretary (Asia Pacific)`` … ``Chaudhri`` … ``The Additional Secretary`` is one
person.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.apposition import affiliation, plain_role, without_calling
from tasks.extract.beside import roles_of
from tasks.extract.cast import Cast, Person, Role
from tasks.extract.evidence import Evidence, fold_name, is_introduced, name_parts
from tasks.extract.meant import add_meant
from tasks.extract.names import find_names
from tasks.extract.offices import find_offices
from tasks.extract.organisations import organisations_of
from tasks.extract.settle import settle_roles
from tasks.extract.told_before import add_told_before
from tasks.extract.words.given import has_given

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.names import FoundName
    from tasks.extract.offices import Office

_NEXT_LISTED: Final = re.compile(r"(?:,?[fr]d?Cc*|\((?:Cc*|D)\)|,D(?=,))?,?&?(?:(?P<state>Cc*),)?(?=[HRNIU])")
_OWNERS: Final = re.compile(r"(?:[CA]c*s?,)*[CA]c*s?,?&[CA]c*s?$")
_CLAUSE: Final = re.compile(r"a[^,.\"]{1,10}(?=,[HRNIU])")
"""What may stand between an office of several and their names: two geologists *who were there*, A and B."""


def find_people(blocks: list[Block], lexicon: Lexicon) -> Cast:
    """Give everyone a text names."""
    is_place = lexicon.is_place_name
    cast = Cast([], [find_offices(block, is_place) for block in blocks], is_place=is_place)
    singles: list[tuple[int, FoundName, list[Role]]] = []
    plain: list[tuple[int, FoundName]] = []
    for number, block in enumerate(blocks):
        names = find_names(block, _starts(cast, number, block))
        if any(office.is_plural for office in cast.offices[number]):
            _add_listed(cast, number, block, [name for name in names if name.size > 1])
        for full in names:
            name = without_calling(block, full)
            if name.size == 1 and _is_where(block, name):
                continue
            roles = roles_of(cast, blocks, number, name)
            if name.size == 1:
                singles.append((number, name, roles))
            elif roles or name.has_honorific:
                _add(cast, number, block, name, roles)
            else:
                plain.append((number, name))
    alone = {fold_name(blocks[number].tokens[name.first]) for number, name, _ in singles}
    evidence = Evidence(blocks, plain, alone, lexicon)
    for number, name in plain:
        block = blocks[number]
        parts = name_parts(block, name)
        if _match(cast, parts) is not None or evidence.is_person(number, name):
            evidence.add(number, name)
            _add(cast, number, block, name, [], parts)
    for number, name, roles in singles:
        _add_single(cast, blocks, number, name, roles)
    cast.people.sort(key=lambda person: (person.block, person.first))
    _add_callings(cast, blocks)
    add_meant(cast, blocks)
    settle_roles(cast, blocks)
    add_told_before(cast, blocks)
    _add_bodies(cast, blocks)
    _add_affiliations(cast, blocks)
    cast.index()
    return cast


def _starts(cast: Cast, number: int, block: Block) -> set[int]:
    """Give where names may begin: behind an office, or its city: Consul in *Perth* | Ola Fenner."""
    found = set()
    for office in cast.offices[number]:
        found.add(office.last)
        posted = block.tags[office.last : office.last + 3]
        if posted == "iNN" and cast.is_place(block.tokens[office.last + 1]):
            found.add(office.last + 2)
    return found


def _is_where(block: Block, name: FoundName) -> bool:
    """Say whether a single name is a place: the minister of ``In Quito, the minister`` is not Quito."""
    if block.tags[name.after : name.after + 1] == "s":
        return False  # in Fenner's words
    return name.outer > 0 and block.tokens[name.outer - 1].lower() == "in" and not name.has_honorific


def _printed(block: Block, name: FoundName) -> str:
    """Give a name as printed, on one line."""
    return " ".join(block.words(name.first, name.after).split())


def _match(cast: Cast, parts: tuple[str, ...]) -> Person | None:
    """Give the one person a shorter or equal form of a name can mean; None where two can."""
    found = _meant(cast, parts)
    if len(found) > 1:
        found = [person for person in found if person.parts == parts] or [
            person for person in found if person.parts[-len(parts) :] == parts
        ]
    return found[0] if len(found) == 1 else None


def _meant(cast: Cast, parts: tuple[str, ...]) -> list[Person]:
    """Give everyone a shorter or equal form of a name can mean."""
    whole = parts[-1:] if len(parts[-1]) != len("k.") else ()
    near = cast.having(whole) if whole else cast.people
    return [person for person in near if _is_form(parts, person.parts)]


def _is_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether the words of one name are words of another in its order, or first letters of them."""
    if len(short) > len(full):
        return False
    rest = iter(full)
    for part in short:
        initial = part[0] if len(part) == len("k.") and part[1] == "." else part
        for other in rest:
            if other == part or (initial != part and other.startswith(initial)):
                break
        else:
            return False
    return True


def _add(  # noqa: PLR0917
    cast: Cast,
    number: int,
    block: Block,
    name: FoundName,
    roles: list[Role],
    parts: tuple[str, ...] | None = None,
) -> None:
    parts = parts or name_parts(block, name)
    person = _match(cast, parts) or _shorter(cast, parts)
    if person is None:
        person = Person(_printed(block, name), parts, number, name.first, name.after)
        cast.add(person)
    elif len(parts) > len(person.parts):
        person.name, person.parts = _printed(block, name), parts
        cast.add(person)
        person.block, person.first, person.after = number, name.first, name.after
    if (number, name.first, name.after, "name") not in person.surfaces:
        _mention(person, number, name, roles, "name")


def _mention(person: Person, number: int, name: FoundName, roles: list[Role], method: str) -> None:
    person.surfaces.append((number, name.first, name.after, method))
    person.roles.extend(roles)


def _shorter(cast: Cast, parts: tuple[str, ...]) -> Person | None:
    """Give the person known so far by a shorter form of this name."""
    near = cast.having(parts)
    found = [person for person in near if len(person.parts) > 1 and _is_form(person.parts, parts)]
    return found[0] if len(found) == 1 else None


def _add_listed(cast: Cast, number: int, block: Block, names: list[FoundName]) -> None:
    """Add ``Deputy ministers A of X and B of Y``: each has the office, in the singular."""
    for office in cast.offices[number]:
        if not office.is_plural or (number, office.head) in cast.taken:
            continue
        clause = _CLAUSE.match(block.tags, office.last)
        last = clause.end() if clause else office.last
        place = last + (block.tags[last : last + 1] in {",", "_", ":", "("})
        listed: list[tuple[FoundName, tuple[str, ...]]] = []
        codes = office.country
        for name in names:
            if name.outer != place:
                continue
            listed.append((name, codes))
            match = _NEXT_LISTED.match(block.tags, name.after)
            place = match.end() if match else -1
            if match and match["state"]:
                codes = block.countries[match.start("state")][1].codes
        owners = _owners(block, office)
        if len(owners) > 1:
            alike = len(owners) == len(listed)
            listed = [(name, owners[at] if alike else ()) for at, (name, _) in enumerate(listed)]
        for name, country in listed:
            cast.taken.add((number, office.head))
            own = office._replace(country=country)
            _add(cast, number, block, name, [Role(number, office.first, office.after, own, "before")])


def _owners(block: Block, office: Office) -> list[tuple[str, ...]]:
    """Give the countries of an office of several: *Thai and Lao* envoys, ministers *of Peru and Oman*."""
    match = _OWNERS.search(block.tags[: office.first])
    span = match.span() if match else (office.after, office.last)
    return [block.countries[place][1].codes for place in range(*span) if place in block.countries]


def _add_single(cast: Cast, blocks: list[Block], number: int, name: FoundName, roles: list[Role]) -> None:
    """Take in a name of one word if it means somebody; else the offices beside it are free again."""
    person = _single(cast, blocks, number, name, roles)
    if person is None:
        cast.taken.difference_update((role.block, role.office.head) for role in roles if role.office)
    else:
        _mention(person, number, name, roles, "short_form")


def _single(
    cast: Cast, blocks: list[Block], number: int, name: FoundName, roles: list[Role]
) -> Person | None:
    """Give whom a name of one word means: who has it as part of his name, or somebody new."""
    block = blocks[number]
    parts = name_parts(block, name)
    token = block.tokens[name.first]
    if len(token) < 3 and not roles:  # noqa: PLR2004
        return None
    before = block.tags[name.outer - 1] if name.outer else "."
    behind = block.tags[name.after] if name.after < len(block.tags) else "."
    if not roles and (behind in "OGEMTLK" or (before in "OGEMK" and not name.has_honorific)):
        return None
    person = _match(cast, parts) or _latest(cast, parts, number, name)
    if person is not None:
        return person
    is_told = any(_tells_of_one(cast, blocks, role, token, before) for role in roles)
    if not is_told and not name.has_honorific and not is_introduced(block, name.outer):
        return None
    if block.tags[name.first] == "U" or behind in "OGEMTLKCA-":
        return None
    person = Person(token, parts, number, name.first, name.after)
    cast.add(person)
    return person


def _tells_of_one(cast: Cast, blocks: list[Block], role: Role, name: str, before: str) -> bool:
    """Say whether an office makes one word a name: Minister *Suharno*; said *Ratna*, a lecturer."""
    if role.office is None:
        return role.how == "rank"
    is_capital = blocks[role.block].tags[role.office.head] == "T"
    if role.how == "before":
        return is_capital
    if cast.is_place(name):
        return False
    is_behind = role.how == "after" and (before == "v" or (is_capital and has_given(name)))
    return role.how == "before_comma" or is_behind


def _latest(cast: Cast, parts: tuple[str, ...], number: int, name: FoundName) -> Person | None:
    """Of two people who share a surname, give the one named last before this place."""
    found = [
        (place, person)
        for person in _meant(cast, parts)
        for place in (surface[:2] for surface in person.surfaces)
        if place < (number, name.first)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _add_callings(cast: Cast, blocks: list[Block]) -> None:
    """Give who has no office the calling beside his name: *docker* Arne Holt."""
    for person in cast.people:
        if person.roles:
            continue
        for number, first, after, _ in person.surfaces:
            office = plain_role(blocks[number], first, after, cast.is_place)
            if office and (number, office.head) not in cast.taken:
                cast.taken.add((number, office.head))
                how = "before" if office.first < first else "after"
                person.roles.append(Role(number, office.first, office.after, office, how))
                break


def _add_bodies(cast: Cast, blocks: list[Block]) -> None:
    """Give ``its chairman, Ola Fenner`` the body the text named last."""
    for person in cast.people:
        for role in person.roles[:1]:
            office = role.office
            if office is None or office.organisation or office.named or role.body or not office.outer:
                continue
            if blocks[role.block].tokens[office.outer - 1].lower() not in {"its", "their"}:
                continue
            for number in (role.block, role.block - 1):
                named = [
                    found
                    for found in (organisations_of(blocks[number]) if number >= 0 else [])
                    if number < role.block or found.last < office.outer
                ]
                if named:
                    role.body, role.body_block = named[-1], number
                    break


def _add_affiliations(cast: Cast, blocks: list[Block]) -> None:
    """Give who has no office the body beside his name: Ola Fenner *of the Dockers' Union*."""
    for person in cast.people:
        if person.roles:
            continue
        for number, first, after, method in person.surfaces:
            body = affiliation(blocks[number], first, after, cast.is_place) if method == "name" else None
            if body is not None:
                person.roles.append(Role(number, body.first, body.last, None, "affiliation", body=body))
                break
