"""The organisations of one article with their ids, countries and parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.extract import identity
from tasks.extract.countries import settle
from tasks.extract.organisations import FoundOrganisation, is_state_body, organisations_of
from tasks.extract.words.organisations import SHORT_NAMES

if TYPE_CHECKING:
    from schemas.fact_records import Organisation
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Role
    from tasks.extract.meetings.scene import Scene


class Bodies:
    """Looks organisations up by the token their name starts at."""

    def __init__(self, scene: Scene) -> None:
        """Find them all."""
        self._scene = scene
        self.found = [organisations_of(block) for block in scene.blocks]
        self.known: dict[int, Organisation] = {}
        self._at: dict[tuple[int, int], Organisation] = {}
        owners = self._owners()
        for number, organisations in enumerate(self.found):
            for organisation in organisations:
                self._make(number, organisation, owners.get((number, organisation.first)))

    def at(self, number: int, first: int) -> Organisation | None:
        """Give the organisation whose name starts at this token, or None for a body without a name."""
        return self._at.get((number, first))

    def named(self, name: str) -> Organisation:
        """Give a body of several states by its name or acronym."""
        return self._keep(identity.organisation(SHORT_NAMES.get(name, name), None, None))

    def of_role(self, role: Role, country: str | None) -> tuple[str | None, Organisation | None]:
        """Give the words for the organisation of an office, and the organisation."""
        office = role.office
        block = self._scene.blocks[role.block]
        found = (office.organisation if office else None) or role.body
        if found is not None:
            number = role.block if role.body_block is None else role.body_block
            block = self._scene.blocks[number]
            first = _own_start(block, found)
            made = self._make(number, found, country)
            return block.words(first, found.last), made
        if office is not None and office.named is not None:
            words = block.words(*office.named)
            return words, self._keep(identity.organisation(words, None, None))
        return None, None

    def _owners(self) -> dict[tuple[int, int], str]:
        """Give the country of each body in which somebody of a known country serves."""
        found: dict[tuple[int, int], str] = {}
        for person in self._scene.cast.people:
            for role in person.roles:
                if role.office and role.office.organisation and person.country:
                    found[role.block, role.office.organisation.first] = person.country
        return found

    def _make(self, number: int, found: FoundOrganisation, owner: str | None) -> Organisation:
        made = self._at.get((number, found.first))
        if made is not None:
            return made
        parent = self._make(number, found.parent, owner) if found.parent else None
        block = self._scene.blocks[number]
        code = self._country(block, found) or (parent.country_code if parent else None)
        first, after = _bare(block, found)
        name = block.words(first, after)
        if code is None and is_state_body(name):
            code = owner
        made = self._keep(identity.organisation(SHORT_NAMES.get(name, name), code, parent))
        self._at[number, found.first] = made
        return made

    def _keep(self, made: Organisation) -> Organisation:
        return self.known.setdefault(made.organisation_id, made)

    def _country(self, block: Block, found: FoundOrganisation) -> str | None:
        inside = [place for place in range(found.first, found.after) if place in block.countries]
        return settle(block.countries[inside[-1]][1].codes, self._scene.named) if inside else None


def _own_start(block: Block, found: FoundOrganisation) -> int:
    """Give the first token without ``China's``."""
    after = block.countries.get(found.first, (found.first, None))[0]
    if found.after - after == 2 and block.tags[found.after - 1] == "o":  # noqa: PLR2004
        return found.first  # Peru's parliament
    return after + 1 if after < found.after - 1 and block.tags[after] == "s" else found.first


def _bare(block: Block, found: FoundOrganisation) -> tuple[int, int]:
    """Give the name without ``Japan's``, ``Italian`` before it or ``of Japan`` behind it."""
    first, after = _own_start(block, found), found.after
    lead = block.countries.get(first, (first, None))[0]
    if first < lead < after - 1 and block.tags[lead] != "-":
        first = lead
    for place in range(first + 1, after):
        stop = block.countries.get(place, (0, None))[0]
        if stop == after and block.tags[place - 1] in "fd":
            end = place - (2 if block.tags[place - 1] == "d" else 1)
            return (first, end) if end > first and block.tags[end] == "f" else (first, after)
    return first, after
