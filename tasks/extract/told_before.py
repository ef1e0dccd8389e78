"""Offices that stand in another sentence than the name: one told first, or that of a whole group.

``A former harbour master was jailed. … Emil Kostov, 52, said nothing. Kostov …``;
``The foreign ministers of Peru and Chile met. … Chile's Luis Pardo smiled.``
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.cast import Role
from tasks.extract.evidence import AGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.offices import Office

_NOBODY: Final = frozenset(
    {
        "official",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "diplomat",
        "source",
        "resident",
        "witness",
        "eyewitness",
        "analyst",
        "expert",
        "officer",
        "worker",
        "lawyer",
        "judge",
        "student",
        "tourist",
        "volunteer",
        "leader",
        "candidate",
    }
)
"""Heads of offices that name nobody in particular."""
_REACH: Final = 3
"""Paragraphs between an office and its name."""


def add_told_before(cast: Cast, blocks: list[Block]) -> None:
    """Give the main figure of a story the office its first paragraph tells of him without his name."""
    first = next((number for number, block in enumerate(blocks) if block.kind in {"lede", "body"}), None)
    if first is None:
        return
    person = next((person for person in cast.people if person.block >= first and _is_bare(person)), None)
    if person is None or person.block > first + _REACH:
        return
    for number in range(first, person.block + 1):
        for office in cast.offices[number]:
            if (number, office.first) < (person.block, person.first) and _is_of_one(
                cast, blocks, number, office
            ):
                if (
                    len(person.surfaces) > 1
                    or blocks[number].tags[office.last : office.last + 1] == "v"
                    or AGE.match(blocks[person.block].tags, person.after)
                ):
                    cast.taken.add((number, office.head))
                    text = blocks[number].words(office.first, office.after)
                    person.roles = [Role(number, office.first, office.after, office, "earlier", text)]
                return


def _is_bare(person: Person) -> bool:
    return all(role.how == "rank" for role in person.roles) and not person.is_vague


def _is_of_one(cast: Cast, blocks: list[Block], number: int, office: Office) -> bool:
    """Say whether an office is told of one man without a name, as what the story is about."""
    block = blocks[number]
    if (number, office.head) in cast.taken or office.is_plural or office.is_vague:
        return False
    if office.after - office.first < 2 or block.tokens[office.head].lower() in _NOBODY:  # noqa: PLR2004
        return False
    is_new = block.tokens[office.outer - 1].lower() in {"a", "an", "its"} if office.outer else False
    is_owned = office.outer < office.first and block.tags[office.first - 1] == "s"
    return (is_new or is_owned) and block.tags[office.last : office.last + 1] in set("vwxzij,.a")


def add_of_group(cast: Cast, blocks: list[Block]) -> None:
    """Give *Chile's Luis Pardo* the office of the ministers who met, if only one group met."""
    groups = sorted(_groups(cast, blocks), key=lambda group: blocks[group[0]].kind == "headline")
    is_only = (
        len({blocks[number].words(office.first, office.after).casefold() for number, office in groups}) == 1
    )
    for person in cast.people if groups else ():
        if person.roles:
            continue
        before = [group for group in groups if group[0] <= person.block]
        if before and _is_led(person, blocks):
            number, office = max(before, key=lambda group: (group[0], group[1].first))
        elif before and is_only and (person.country_method == "name" or person.is_vague):
            number, office = groups[0]
        else:
            continue
        text = blocks[number].words(office.first, office.after).removesuffix("s")
        alone = office._replace(organisation=None, named=None)
        person.roles.append(Role(number, office.first, office.after, alone, "group", text))


def _is_led(person: Person, blocks: list[Block]) -> bool:
    """Say whether somebody is told of as one who leads: teams *headed by* A *and B*."""
    block = blocks[person.block]
    outer = person.first
    while outer and block.tags[outer - 1] in "HR":
        outer -= 1
    return _LED_BY.search(block.tags[max(outer - _LONGEST_PAIR, 0) : outer]) is not None


_LED_BY: Final = re.compile(r"lb(?:[HR]*[NUIy]{1,6}&)?$")
_LONGEST_PAIR: Final = 10


def _groups(cast: Cast, blocks: list[Block]) -> Iterator[tuple[int, Office]]:
    for number, offices in enumerate(cast.offices):
        for office in offices:
            head = blocks[number].tokens[office.head].lower()
            is_bare = office.after == office.head + 1 and office.head > office.first
            if head == "ministers" and is_bare and (number, office.head) not in cast.taken:
                yield number, office
