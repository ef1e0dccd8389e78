"""Everyone in one article: people, their offices, and every place that means one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tasks.extract.offices import Office
    from tasks.extract.organisations import FoundOrganisation


@dataclass(slots=True, eq=False)
class Role:
    """One office of a person where it is printed; `office` is None for a rank."""

    block: int
    first: int
    after: int
    office: Office | None
    how: str
    text: str | None = None
    body: FoundOrganisation | None = None
    """The organisation behind the name: Director Ann Lee *of the Ministry of Ports*."""
    body_block: int | None = None
    """Its paragraph where that is another: *its* chairman."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of an article, as found so far."""

    name: str
    parts: tuple[str, ...]
    block: int
    first: int
    after: int
    roles: list[Role] = field(default_factory=list)
    surfaces: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Block, first token, token after, method: every place where the text means this person."""
    country: str | None = None
    country_method: str | None = None
    is_vague: bool = False
    """Known as somebody's counterpart or colleague."""
    vague_group: tuple[int, int] | None = None
    """Where that word is printed, if in the plural: their *counterparts*."""
    vague_codes: tuple[str, ...] = ()
    """Codes beside that word: his *Polish* counterpart."""

    @property
    def main_role(self) -> Role | None:
        """The office he acts in here."""
        return self.roles[0] if self.roles else None


@dataclass(slots=True, eq=False)
class Cast:
    """Everyone in an article."""

    people: list[Person]
    offices: list[list[Office]]
    """Per block."""
    taken: set[tuple[int, int]] = field(default_factory=set)
    """Block and head of offices that stand beside a name."""
    is_place: Callable[[str], bool] = bool
    """Says whether words name a place."""

    def at(self, block: int) -> list[tuple[int, int, Person]]:
        """Give the mentions in a block, left to right."""
        return self._index.get(block, [])

    _index: dict[int, list[tuple[int, int, Person]]] = field(default_factory=dict)
    _by_part: dict[str, list[Person]] = field(default_factory=dict)

    def add(self, person: Person) -> None:
        """Take in a person, or the longer name of one."""
        if person not in self.people:
            self.people.append(person)
        for part in person.parts:
            known = self._by_part.setdefault(part, [])
            if person not in known:
                known.append(person)

    def having(self, parts: tuple[str, ...]) -> list[Person]:
        """Give whoever shares a word of these with them, each once."""
        if len(parts) == 1:
            return self._by_part.get(parts[0], [])
        shared = [person for part in parts for person in self._by_part.get(part, ())]
        return list(dict.fromkeys(shared)) if len(shared) > 1 else shared

    def index(self) -> None:
        """Sort all mentions by place."""
        self._index = {}
        for person in self.people:
            for block, first, after, _ in person.surfaces:
                self._index.setdefault(block, []).append((first, after, person))
        for mentions in self._index.values():
            mentions.sort(key=lambda mention: mention[:2])
