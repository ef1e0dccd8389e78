"""What the search for speakers looks at, and whom ``he``, ``it`` and ``the ministry`` mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tasks.extract.speakers import Actor, find_actors, is_behind_preposition

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast
    from tasks.extract.organisations import FoundOrganisation


@dataclass(slots=True, eq=False)
class FoundStatement:
    """One statement: characters `start` up to `end` of a block; `speaker` is None where nobody is named."""

    kind: Literal["direct", "indirect", "joint"]
    block: int
    start: int
    end: int
    speaker: Actor | None
    speaker_block: int
    verb: str | None
    method: str


@dataclass(slots=True, eq=False)
class Hall:
    """What the search for speakers looks at."""

    blocks: list[Block]
    cast: Cast
    bodies: list[list[FoundOrganisation]]
    quoted: list[list[tuple[int, int]]]
    """Token ranges inside quotation marks, per block."""
    _actors: dict[int, list[Actor]] = field(default_factory=dict)

    def actors(self, number: int) -> list[Actor]:
        """Give the actors of a block, found when first asked for."""
        found = self._actors.get(number)
        if found is None:
            mentions = self.cast.at(number)
            found = find_actors(self.blocks[number], mentions, self.bodies[number], self.cast, number)
            self._actors[number] = found
        return found

    def outside(self, number: int, place: int) -> bool:
        """Say whether a token stands outside quotation marks."""
        return not any(low <= place < high for low, high in self.quoted[number])


def resolve(scene: Hall, number: int, actor: Actor) -> tuple[Actor | None, int]:
    """Give whom a pronoun means; None for somebody without a name."""
    if actor.kind in {"nobody", "sides"}:
        return None, number
    if actor.kind == "body":
        return _named_body(scene, number, actor)
    if actor.kind != "pronoun":
        return actor, number
    word = scene.blocks[number].tokens[actor.first].lower()
    wanted = {"he": {"person"}, "she": {"person"}, "it": {"body", "document", "country"}}.get(word, set())
    for back in range(number, max(number - 6, -1), -1):
        limit = actor.first if back == number else len(scene.blocks[back].tags)
        for low, high in reversed(_sentences_outside(scene, back, limit)):
            found = [
                other
                for other in scene.actors(back)
                if low <= other.first < high
                and other.kind in wanted | {"nobody"}
                and scene.outside(back, other.first)
            ]
            named = [other for other in found if other.kind != "nobody"]
            subjects = [other for other in named if not is_behind_preposition(scene.blocks[back], other)]
            if subjects or named:
                chosen = min(subjects or named, key=lambda other: (other.kind == "country", other.first))
                return _named_body(scene, back, chosen) if chosen.kind == "body" else (chosen, back)
    return None, number


def _named_body(scene: Hall, number: int, actor: Actor) -> tuple[Actor, int]:
    """Give the named body that ``the ministry`` means, where the article names just one such."""
    block = scene.blocks[number]
    if actor.after - actor.first > 1 or block.tags[actor.first] not in "oO":
        return actor, number
    word = block.tokens[actor.first].casefold()
    named: dict[str, tuple[Actor, int]] = {}
    for other_number, other_block in enumerate(scene.blocks):
        for other in scene.actors(other_number):
            words = [token.casefold() for token in other_block.tokens[other.first : other.after]]
            if other.kind == "body" and len(words) > 1 and word in words:
                named.setdefault(" ".join(words), (other, other_number))
    longest = max(named, key=len, default="")
    return named[longest] if longest and all(longest.endswith(name) for name in named) else (actor, number)


def _sentences_outside(scene: Hall, number: int, limit: int) -> list[tuple[int, int]]:
    return [(low, min(high, limit)) for low, high in scene.blocks[number].sentences() if low < limit]
