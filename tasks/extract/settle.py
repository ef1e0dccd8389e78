"""Which office a person acts in, and in which words; a counterpart has the office of the other.

``Ambassador Ola Fenner, Permanent Secretary`` acts as Permanent Secretary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.extract.cast import Role
from tasks.extract.words.roles import TITLE_ROLES

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.offices import Office


def settle_roles(cast: Cast, blocks: list[Block]) -> None:
    """Give each role its words, a counterpart the office of the other, and drop what only repeats another."""
    for person in cast.people:
        if person.roles and all(role.how == "rank" for role in person.roles):
            person.roles = person.roles[:1]
        else:
            person.roles = [role for role in person.roles if role.how != "rank"]
        kept: list[Role] = []
        for role in person.roles:
            if role.office is not None and role.office.is_vague:
                person.is_vague = True
                person.vague_group = (role.block, role.office.head) if role.office.is_plural else None
                person.vague_codes = role.office.country
                continue
            role.text = _role_text(blocks[role.block], role)
            kept.append(role)
        person.roles = sorted(kept, key=lambda role: _rank(blocks, role))
        _prefer_full(blocks, cast, person)
    for person in cast.people:
        if person.is_vague and all(role.office and role.office.is_former for role in person.roles):
            other = _paired(cast, person) or _other(cast, person)
            if other and other.main_role:
                role = other.main_role
                meant = Role(role.block, role.first, role.after, None, "counterpart", role.text)
                person.roles = [meant, *person.roles]


def _prefer_full(blocks: list[Block], cast: Cast, person: Person) -> None:
    """Put first, of roles with the same head, the one with its organisation; fill a bare one from before.

    ``An EU spokeswoman confirmed … spokeswoman Benedetta Ferri said``: her office is the EU's.
    """
    main = person.main_role
    if main is None or main.office is None or main.office.organisation:
        return
    head = blocks[main.block].tokens[main.office.head].casefold()
    for role in person.roles[1:]:
        if role.office and role.office.organisation and _same_office(main, role):
            person.roles.remove(role)
            person.roles.insert(0, role)
            return
    if (main.text or "").casefold() != head or main.office.country:
        return
    office, number = _office_before(blocks, cast, person, head)
    if office:
        is_new = blocks[number].lowers[office.outer - 1] in {"a", "an"} if office.outer else False
        is_printed = is_new and main.how == "before" and blocks[main.block].tags[main.office.head] == "T"
        text = (main.text or "") if is_printed else blocks[number].words(office.first, office.after)
        text = (main.text or text) if text.casefold() == head else text
        person.roles.insert(0, Role(number, office.first, office.after, office, "earlier", text))
        cast.taken.add((number, office.head))
        person.surfaces.append((number, office.first, office.after, "office"))


def _same_office(one: Role, other: Role) -> bool:
    return (one.text or "").casefold() == (other.text or "").casefold()


def _office_before(blocks: list[Block], cast: Cast, person: Person, head: str) -> tuple[Office | None, int]:
    """Give the office of that head which nobody took, last printed before a person's first mention."""
    for number in range(person.block, max(person.block - 3, -1), -1):
        block = blocks[number]
        for office in reversed(cast.offices[number]):
            if (
                (number, office.first) < (person.block, person.first)
                and block.tokens[office.head].casefold() == head
                and not (office.is_plural or office.is_former)
                and (number, office.head) not in cast.taken
                and (office.organisation or office.country or _is_told(block, office))
            ):
                return office, number
    return None, 0


def _is_told(block: Block, office: Office) -> bool:
    """Say whether an office of several words is told of for the first time: *a* senior spokeswoman."""
    return office.after - office.first > 1 and block.tokens[max(office.outer - 1, 0)].lower() != "the"


def _rank(blocks: list[Block], role: Role) -> int:
    """Present offices before former ones, offices before titles; otherwise as they stand in the text."""
    if role.office is None:
        return 3
    return 2 if role.office.is_former else int(is_title(blocks[role.block], role))


def is_title(block: Block, role: Role) -> bool:
    """Say whether an office stands before a name like a rank."""
    return block.words(role.first, role.after).lower() in TITLE_ROLES


def _role_text(block: Block, role: Role) -> str:
    words = block.words(role.first, role.after)
    if role.office is None or not role.office.is_plural:
        return words
    head = block.tokens[role.office.head]
    return words.replace(head, head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s"), 1)


def _paired(cast: Cast, person: Person) -> Person | None:
    """Give the first of two for the first of *their counterparts* C and D, the second for the second."""
    if person.vague_group is None:
        return None
    group = [other for other in cast.people if other.vague_group == person.vague_group]
    before = [
        other
        for other in cast.people
        if other.roles and not other.is_vague and other.block == person.block and other.first < group[0].first
    ]
    if len(group) > 1 and len(before) >= len(group):
        return before[-len(group) :][group.index(person)]
    return None


def _other(cast: Cast, person: Person) -> Person | None:
    """Give the one whose counterpart he is: who was last named before him."""
    place = (person.block, person.first)
    found = [
        (surface[:2], other)
        for other in cast.people
        if other is not person and other.roles
        for surface in other.surfaces
        if surface[:2] < place
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None
