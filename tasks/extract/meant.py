"""Whom an office, a title or a guest without a name means: ``the Additional Secretary``, ``the colonel``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person

_TITLES: Final = cues(
    "professor colonel general admiral brigadier commodore lieutenant sergeant captain".split()  # noqa: SIM905
)
_TITLE: Final = re.compile(
    rf"\b[Tt]he (?P<title>{'|'.join(_TITLES)})\b"
    r"(?= [a-z]|[,.])(?! (?:of|for|in)\b)"
)
_GUEST: Final = re.compile(r"dAc*[xg]")
_GUESTS: Final = frozenset({"guest", "visitor", "host"})
_GENERIC: Final = frozenset(
    {"official", "diplomat", "envoy", "minister", "secretary", "chief", "negotiator", "politician"}
)


def add_meant(cast: Cast, blocks: list[Block]) -> None:
    """Give each person the places where a text means that person without the name."""
    _add_office_mentions(cast, blocks)
    _add_titles(cast, blocks)
    _add_guests(cast, blocks)


def _add_office_mentions(cast: Cast, blocks: list[Block]) -> None:
    """Resolve ``the Additional Secretary`` to the one who has that office, unless a stranger came between."""
    strangers: dict[str, tuple[int, int]] = {}
    for number, block in enumerate(blocks):
        for office in cast.offices[number]:
            if (number, office.head) in cast.taken or office.is_plural or office.is_vague or not office.outer:
                continue
            if block.tokens[office.outer - 1].lower() in {"a", "an", "one", "another"}:
                strangers[block.tokens[office.head].casefold()] = (number, office.first)
            if block.tags[office.outer - 1] != "d" or office.organisation:
                continue
            words = block.words(office.first, office.after).casefold()
            place = (number, office.first)
            person = _holder(cast, blocks, words, place, office.country)
            if person is None and _is_generic(words) and block.tokens[office.outer - 1].lower() == "the":
                person = None if words in strangers else _last_official(cast, place, office.country)
            if person and _last_seen(person, place) > strangers.get(words.rsplit(maxsplit=1)[-1], (-2, 0)):
                person.surfaces.append((number, office.first, office.after, "office"))


def _add_titles(cast: Cast, blocks: list[Block]) -> None:
    """Resolve ``the professor`` and ``the colonel`` to whoever was last named with that title or rank."""
    for number, block in enumerate(blocks):
        for match in _TITLE.finditer(block.text) if block.holds(_TITLES) else ():
            first = bisect_left(block.starts, match.start("title"))
            word = match["title"][:3]
            seen = [
                (surface[:2], person)
                for person in cast.people
                for surface in person.surfaces
                if surface[:2] < (number, first) and _is_titled(blocks[surface[0]], surface[1], word)
            ]
            is_doing = block.tags[first + 1 : first + 2] in {"v", "w", "l", "z", ","}
            if seen and is_doing and block.starts[first] == match.start("title"):
                person = max(seen, key=lambda pair: pair[0])[1]
                person.surfaces.append((number, first, first + 1, "office"))


def _add_guests(cast: Cast, blocks: list[Block]) -> None:
    """Resolve ``the Latvian guest`` to the one who has an office of that country."""
    for number, block in enumerate(blocks):
        for match in _GUEST.finditer(block.tags) if "guest" in block.text or "visitor" in block.text else ():
            place = match.end() - 1
            if block.tokens[place] not in _GUESTS or match.start() + 1 not in block.countries:
                continue
            codes = block.countries[match.start() + 1][1].codes
            people = [
                person
                for person in cast.people
                if any(role.office and role.office.country == codes for role in person.roles)
            ]
            if len(people) == 1:
                people[0].surfaces.append((number, match.start() + 1, place + 1, "office"))


def _is_titled(block: Block, first: int, word: str) -> bool:
    """Say whether a title that starts with these letters stands before a name."""
    while first and block.tags[first - 1] in "HR":
        first -= 1
        if block.lowers[first].startswith(word):
            return True
    return False


def _is_generic(words: str) -> bool:
    *before, head = words.split()
    return head in _GENERIC and {"senior", "top", "visiting", "veteran"}.issuperset(before)


def _last_seen(person: Person, place: tuple[int, int]) -> tuple[int, int]:
    return max((surface[:2] for surface in person.surfaces if surface[:2] < place), default=(-1, 0))


def _last_official(cast: Cast, place: tuple[int, int], country: tuple[str, ...]) -> Person | None:
    """Give whom ``the official`` means: who was named last, if he has an office; of his country if told."""
    seen = [
        (surface[:2], person)
        for person in cast.people
        if person.roles
        and (not country or any(role.office and role.office.country == country for role in person.roles))
        for surface in person.surfaces
        if surface[:2] < place and surface[0] >= place[0] - 2
    ]
    return max(seen, key=lambda pair: pair[0])[1] if seen else None


def _holder(
    cast: Cast, blocks: list[Block], words: str, place: tuple[int, int], country: tuple[str, ...]
) -> Person | None:
    """Give who holds an office of these words, or one that ends in them: of two, who was named last."""
    holders = []
    for person in cast.people:
        if (person.block, person.first) > place and person.block > place[0]:
            continue
        for role in person.roles:
            if role.office is None or role.office.is_former:
                continue
            held = blocks[role.block].words(role.first, role.after).casefold()
            head = blocks[role.block].tokens[role.office.head].casefold()
            if country and role.office.country and country != role.office.country:
                continue
            short = words.split()
            if (
                held.startswith(words)
                or held.split(" (")[0].endswith(words)
                or words == head
                or (short[-1] == head and set(short) <= set(held.split()))
            ):
                holders.append(person)
                break
    if len(holders) < 2:  # noqa: PLR2004
        return holders[0] if holders else None
    seen = [(_last_seen(person, place), person) for person in holders]
    latest = max(seen, key=lambda pair: pair[0])[1]
    often = max(holders, key=lambda person: _times_seen(person, place))
    return often if _times_seen(often, place) > _times_seen(latest, place) + 1 else latest


def _times_seen(person: Person, place: tuple[int, int]) -> int:
    return sum(surface[:2] < place for surface in person.surfaces)
