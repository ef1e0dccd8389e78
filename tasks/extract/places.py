"""Places in running text: ``in Suva``, ``from Porto Alegre``, where the gazetteer knows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block

_PLACE: Final = re.compile(r"[ij](?P<name>(?:G(?=N))?[NB](?:[NB]|G(?=[^A-Z]|$)){0,3})")


class FoundPlace(NamedTuple):
    """One place: tokens `first` up to `after` of a block."""

    block: int
    first: int
    after: int
    place_id: int
    country_code: str | None


def find_places(blocks: list[Block], taken: set[tuple[int, int]], lexicon: Lexicon) -> list[FoundPlace]:
    """Give the places behind a preposition, in text order; `taken` are tokens of people and organisations."""
    found = []
    for number, block in enumerate(blocks):
        for match in _PLACE.finditer(block.tags):
            first = match.start("name")
            if (number, first) in taken:
                continue
            for after in range(match.end(), first, -1):
                place = lexicon.place(block.words(first, after))
                if place is not None and place.place_id is not None:
                    found.append(FoundPlace(number, first, after, place.place_id, place.country_code))
                    break
    return found
