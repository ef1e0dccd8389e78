"""The sides of the meeting an article is about: by its name, by who met, by whom the people there serve."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.countries import settle
from tasks.extract.meetings.found import Side
from tasks.extract.meetings.officials import is_official
from tasks.extract.meetings.seats import side_of, table_of
from tasks.extract.meetings.sides import Finder, sides_of
from tasks.extract.words.roles import VAGUE_HEADS

if TYPE_CHECKING:
    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.encounters import Encounter
    from tasks.extract.meetings.scene import Scene

_OPENING: Final = 4
"""Blocks of an article that say what it is about."""
_TWO: Final = 2
_CREDENTIALS: Final = re.compile(
    r"\b(?:credentials|letters of credence|has received letters|presenting letters)\b"
)
"""What envoys hand to the state they come to."""


def sides_of_main(
    scene: Scene, best: Anchor, current: list[Anchor], encounters: list[Encounter]
) -> list[Side]:
    """Give the sides in the order they are found, looking further away while there are fewer than two."""
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
    if _CREDENTIALS.search(scene.blocks[best.block].words(*best.sentence)):
        host = Side(scene.home) if scene.home else _sent_to(scene, best)
        sides = sides if host is None or host in sides else [host, *sides]
    if len(sides) == 1 and scene.home and scene.named[scene.home] and Side(scene.home) not in sides:
        sides = [Side(scene.home), *sides]
    return sides


def _sent_to(scene: Scene, best: Anchor) -> Side | None:
    """Find the state of ``envoys assigned to Ghana``, ``the envoy of Norway to Ghana``."""
    for block in scene.blocks[best.block : best.block + 2]:
        for match in _TO_STATE.finditer(block.tags):
            if match["from"] or block.lowers[match.start() - 1] in _SENT:
                return Finder(scene.blocks, scene.named).side_at(block, match.start("to"))
    return None


_TO_STATE: Final = re.compile(r"(?P<from>fd?Cc*)?jd?(?P<to>Cc*)")
_SENT: Final = frozenset(
    {"assigned", "accredited", "posted", "appointed", "designate", "envoys", "ambassadors"}
)


def _widened(scene: Scene, best: Anchor, near: list[Anchor], sides: list[Side]) -> list[Side]:
    """Give the states the opening names where the sentence of the name repeats only some of them."""
    finder = Finder(scene.blocks, scene.named)
    if best.is_verb or len(sides) != _TWO or finder.in_names([best]):
        return sides
    is_headline = scene.blocks[best.block].kind == "headline"
    home = Side(scene.home) if scene.home else None
    for anchor in near:
        if is_headline or (anchor.block < best.block and not anchor.is_verb):
            wider = finder.in_names([anchor]) or finder.in_lists([anchor])
            is_sure = len(wider) == _TWO and home in sides and home not in wider
            if set(wider) > set(sides) or (is_sure and not set(wider).isdisjoint(sides) and not is_headline):
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


def codes_in(scene: Scene, anchor: Anchor) -> list[str]:
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
        codes = codes_in(scene, anchor)
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
