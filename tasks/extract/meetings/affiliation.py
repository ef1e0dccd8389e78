"""Which side each official serves: what the text says, who is left, then the dateline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.countries import settle
from tasks.extract.meetings.officials import is_official
from tasks.extract.organisations import is_state_body
from tasks.extract.words.meetings import CAPITALS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Person
    from tasks.extract.meetings.found import Side
    from tasks.extract.meetings.scene import Scene


def counterparts(scene: Scene) -> None:
    """Give somebody's counterpart the country printed beside that word."""
    groups: dict[tuple[int, int], list[Person]] = {}
    for person in scene.cast.people:
        if person.vague_group and person.country is None:
            groups.setdefault(person.vague_group, []).append(person)
        elif person.country is None and person.vague_codes:
            person.country = settle(person.vague_codes, scene.named)
            person.country_method = "counterpart" if person.country else None
    for place, people in groups.items():
        states = _states_of(scene, *place)
        if len(states) == 1:
            states *= len(people)
        for person, code in zip(people, states, strict=False) if len(states) == len(people) else ():
            person.country, person.country_method = code, "counterpart"


_NEAR: Final = 6


def _states_of(scene: Scene, number: int, head: int) -> list[str]:
    """Give the states of ``his French and German counterparts``, ``counterparts from Oslo and Rome``."""
    block = scene.blocks[number]
    before = block.tags[max(head - _NEAR, 0) : head]
    low = head - len(re.search(r"(?:[AC]c*(?:,?&|,)?)*$", before)[0])  # type: ignore[index]
    behind = re.compile(r"[if]d?(?:[CANc]+(?:,?&|,(?=[CAN]))?)*").match(block.tags, head + 1)
    found: list[str] = []
    for place in (*range(low, head), *range(head + 1, behind.end() if behind else head + 1)):
        code = settle(block.countries[place][1].codes, scene.named) if place in block.countries else None
        code = code or (CAPITALS.get(block.tokens[place]) if block.tags[place] == "N" else None)
        if code and code not in found:
            found.append(code)
    return found


_DELEGATION: Final = re.compile(
    r"(?:(?:(?P<own>[CA]c*)s?[xmzD#GM-]{0,3})g|g[fi]d?(?:[GMNOEA][GMNOEAs&'-]{0,9}f?d?)?(?P<of>Cc*))"
    r",?[az]?w?lb"
)
_UP_TO_HEAD: Final = 14
"""Tokens between *led by* and the name: an office."""


def of_delegations(scene: Scene) -> None:
    """Give whoever led ``a delegation from Chad`` or ``the Chadian delegation`` that state."""
    for number, block in enumerate(scene.blocks):
        if "g" not in block.tags or "lb" not in block.tags:
            continue
        for match in _DELEGATION.finditer(block.tags):
            place = match.start("own") if match["own"] else match.start("of")
            codes = block.countries[place][1].codes if place in block.countries else ()
            head = next(
                (p for first, _, p in scene.cast.at(number) if 0 <= first - match.end() <= _UP_TO_HEAD), None
            )
            code = settle(codes, scene.named) if codes else None
            if head and code and head.country is None:
                head.country, head.country_method = code, "side"


_WHO: Final = re.compile(r"(?P<state>[AC]c*)s?[mMGx]{0,2}(?P<who>[TtkU])")
_SHORT: Final = {"pm": "minister", "fm": "minister", "cm": "minister", "official": "", "envoy": ""}
"""Offices of headlines, and the word of the text for them; any office where there is none."""


def of_headline(scene: Scene) -> None:
    """Give the official named first the state of ``Fijian PM pushes sugar in Port Vila``."""
    heads = [block for block in scene.blocks[:2] if block.kind in {"headline", "lede"}]
    block = next((head for head in heads if _WHO.match(head.tags)), None)
    if block is None:
        return
    match = _WHO.match(block.tags)
    number = next((n for n, other in enumerate(scene.blocks) if other.kind == "body"), None)
    if match is None or number is None or not scene.cast.at(number):
        return
    person = scene.cast.at(number)[0][2]
    word = block.lowers[match.start("who")]
    role = (person.main_role.text or "").lower() if person.main_role else ""
    code = settle(block.countries[0][1].codes, scene.named) if 0 in block.countries else None
    if match["who"] == "U" and word not in _SHORT:
        return
    if code and person.country is None and role and _SHORT.get(word, word) in role:
        person.country, person.country_method = code, "headline"


def place_officials(scene: Scene, sides: list[Side], table: list[Person]) -> None:
    """Give those at the table of a meeting of two the side that is left, in text order where both are."""
    codes = [side.country for side in sides if side.country]
    everyone = table or [person for person in scene.cast.people if is_official(person, scene.blocks)]
    unnamed = {code for code in _unnamed_counterparts(scene) if code in codes}
    if len(codes) == len(sides) == 2:  # noqa: PLR2004
        _place_two(scene, codes, list(dict.fromkeys(everyone)), unnamed)


def send_home(scene: Scene, sides: list[Side]) -> None:
    """Give officials whose country nothing tells the dateline's, last of all."""
    is_taken = len(sides) > 2 and any(other.country == scene.home for other in scene.cast.people)  # noqa: PLR2004
    for person in scene.cast.people:
        if person.country is None and scene.home and not is_taken and is_home(person, scene.blocks):
            person.country, person.country_method = scene.home, "home"


def _place_two(scene: Scene, codes: list[str], table: list[Person], unnamed: set[str]) -> None:
    free = [person for person in table if person.country is None]
    known = {person.country for person in table if person.country}
    if len(free) == 1:
        known |= unnamed
    left = [code for code in codes if code not in known]
    for person in free:
        if person.is_vague:
            before = [other for other in table if other.country in codes and _place(other) < _place(person)]
            if before:
                _set(person, codes[1 - codes.index(before[-1].country or "")], "counterpart")
    free = [person for person in free if person.country is None]
    if not free:
        return
    if len(left) == 1 and free:
        _set(free[0], left[0], "other_side")
    elif len(left) == 2:  # noqa: PLR2004
        if len(free) == 1:
            _set(free[0], scene.home if scene.home in codes else codes[0], "home")
        else:
            for person, code in zip(free, codes, strict=False):
                _set(person, code, "order")


def _set(person: Person, code: str | None, method: str) -> None:
    person.country, person.country_method = code, method


def _place(person: Person) -> tuple[int, int]:
    return person.block, person.first


def is_home(person: Person, blocks: list[Block]) -> bool:
    """Say whether an office is one of a state, so that the dateline's country is a fair guess."""
    role = person.main_role
    if role is None or role.office is None or role.office.named is not None:
        return False
    body = role.office.organisation
    return body is None or is_state_body(blocks[role.block].words(body.first, body.last))


def _unnamed_counterparts(scene: Scene) -> set[str]:
    """Give the countries of counterparts without a name: *his Polish counterpart*."""
    found: set[str] = set()
    for number, offices in enumerate(scene.cast.offices):
        for office in offices:
            if office.is_vague and (number, office.head) not in scene.cast.taken and office.country:
                code = settle(office.country, scene.named)
                if code:
                    found.add(code)
    return found
