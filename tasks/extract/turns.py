"""Turns of a transcript: ``Ola Fenner: Yes, …``, ``MINISTER FENNER: …``, ``Deputy Spokesperson: …``.

Two paragraphs at least have to open so; who asks without a name is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.evidence import fold_name
from tasks.extract.hearing import FoundStatement, Hall
from tasks.extract.speakers import Actor

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person

_LABEL: Final = re.compile(r"[^:]{2,80}:(?=\s)")
_QUOTED: Final = frozenset("\"'“‘«„")  # noqa: RUF001 - marks of articles are meant
_LONGEST: Final = 12
"""Tokens of a label."""


def find_turns(scene: Hall) -> list[FoundStatement]:
    """Give the turns of speakers who are known."""
    labelled = [
        (number, after)
        for number, block in enumerate(scene.blocks)
        if block.kind in {"body", "lede"} and (after := _label_end(block))
    ]
    if len(labelled) < 2:  # noqa: PLR2004
        return []
    found = []
    for number, after in labelled:
        person = _speaker(scene.cast, scene.blocks, number, after)
        if person is not None:
            found.append(_turn(scene, number, after, person))
    return found if len(found) > 1 else []


def _label_end(block: Block) -> int:
    """Give the token of the colon a paragraph's label ends with; 0 where it has none."""
    if not _LABEL.match(block.text, block.starts[0]):
        return 0
    after = block.tags.find(":")
    if (
        not 0 < after <= _LONGEST
        or after + 1 >= len(block.tokens)
        or block.text[block.starts[after + 1]] in _QUOTED
    ):
        return 0
    return 0 if set(block.tags[:after]) & set("vwxzl.") else after


def _speaker(cast: Cast, blocks: list[Block], number: int, after: int) -> Person | None:
    block = blocks[number]
    inside = [person for _, end, person in cast.at(number) if end <= after]
    if inside:
        return inside[0]
    words = tuple(fold_name(token) for token in block.tokens[:after] if token[0].isalpha())
    if not words:
        return None
    named = [person for person in cast.people if person.parts[-1] == words[-1]]
    if len(named) != 1:
        label = " ".join(words)
        named = [
            person
            for person in cast.people
            if any(fold_name(role.text or "") == label for role in person.roles)
        ]
    return named[0] if len(named) == 1 else None


def _turn(scene: Hall, number: int, after: int, person: Person) -> FoundStatement:
    block = scene.blocks[number]
    actor = Actor("person", 0, after, person)
    return FoundStatement(
        "direct", number, block.starts[after + 1], block.end(-1), actor, number, None, "turn"
    )
