# ruff: noqa: SIM905 - lists of words read better as text
"""What the search for speakers looks at, and whom ``he``, ``it`` and ``the ministry`` mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from tasks.extract.speakers import Actor, find_actors, is_behind_preposition
from tasks.extract.words.organisations import COMPANY_ENDS

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
        for low, high in self.quoted[number]:  # noqa: SIM110 - a generator takes twice as long
            if low <= place < high:
                return False
        return True


def resolve(  # noqa: C901, PLR0911
    scene: Hall, number: int, actor: Actor, last: FoundStatement | None = None
) -> tuple[Actor | None, int]:
    """Give whom a pronoun means; None for somebody without a name. `last` is the quote before, if any."""
    if actor.kind in {"nobody", "sides"}:
        return None, number
    if actor.kind == "body":
        return _named_body(scene, number, actor)
    if actor.kind != "pronoun":
        return actor, number
    word = scene.blocks[number].tokens[actor.first].lower()
    word = {"his": "he", "her": "she"}.get(word, word)
    wanted = _MEANT.get(word, {"person"} if word[-3:] == "old" else set())
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
            if word in _OTHERS and len(found) > 1:
                found = [other for other in found if not _is_said_other(scene, other, word)]
            block = scene.blocks[back]
            if block.lowers[low] == _OWN.get(word):
                continue  # His last try came after a pass by Fenner
            if _goes_on(scene, back, low, high, actor, word):
                continue
            subjects = [
                other
                for other in found
                if not is_behind_preposition(block, other)
                or (other.kind == "document" and not _is_in_paper(block, other))
            ]
            named = [other for other in found if other.kind != "nobody" and not _is_in_paper(block, other)]
            if subjects and subjects[0].kind == "nobody" and _is_one(block, subjects[0]):
                return None, number
            subjects = [other for other in subjects if other.kind != "nobody"]
            told = _who_told(block, found, low, high) if word in {"he", "she"} else None
            if told is not None:
                return (None, number) if told.kind == "nobody" else (told, back)
            if subjects or named:
                chosen = min(subjects or named, key=lambda other: (other.kind == "country", other.first))
                return _named_body(scene, back, chosen) if chosen.kind == "body" else (chosen, back)
        if (
            word == "it"
            and last
            and last.speaker
            and last.block >= number - 1
            and last.speaker.kind in _PAPERS
        ):
            return last.speaker, last.speaker_block
    return _named_later(scene, number, actor) if word in _OTHERS else (None, number)


def _named_later(scene: Hall, number: int, actor: Actor) -> tuple[Actor | None, int]:
    """Give who is named behind *he*, in the same paragraph or the next, where nobody was named before."""
    if any(
        person.block < number or (person.block, person.first) < (number, actor.first)
        for person in scene.cast.people
    ):
        return None, number
    for later in range(number, min(number + 2, len(scene.blocks))):
        people = [other for other in scene.actors(later) if other.kind == "person"]
        if people:
            is_one = len({other.person.name for other in people if other.person}) == 1
            return (people[0], later) if is_one else (None, number)
    return None, number


def _is_said_other(scene: Hall, actor: Actor, word: str) -> bool:
    """Say whether a title, office or word of a name tells that *she* or *he* is not this one."""
    person, others = actor.person, _OTHERS[word]
    if person is None:
        return False
    if not others.isdisjoint(person.parts):
        return True
    for number, first, _, _ in person.surfaces:
        block, outer = scene.blocks[number], first
        while outer and block.tags[outer - 1] in "HRTtMm":
            outer -= 1
            if block.lowers[outer] in others:
                return True
    return False


_OTHERS: Final = {
    "she": frozenset("mr mr. sir shri sheikh shaikh king prince sultan lord bin spokesman chairman".split()),
    "he": frozenset(
        "ms ms. mrs mrs. mme miss smt smt. lady dame queen princess sheikha baroness datin bint binti "
        "spokeswoman chairwoman".split()
    ),
}
"""Titles, offices and words of names that are those of the other sex."""
_OWN: Final = {"he": "his", "she": "her"}
_PAPERS: Final = frozenset({"body", "document"})
_MEANT: Final[dict[str, set[str]]] = {
    "he": {"person"}, "she": {"person"}, "him": {"person"}, "her": {"person"},
    "it": {"body", "document", "country"},
}  # fmt: skip


def _goes_on(scene: Hall, number: int, low: int, high: int, actor: Actor, word: str) -> bool:  # noqa: PLR0917
    """Say whether a sentence opens with the same pronoun: whom that means stands further up."""
    first = next((other for other in scene.actors(number) if low <= other.first < high), None)
    return (
        first is not None
        and first.kind == "pronoun"
        and first.first != actor.first
        and scene.blocks[number].tokens[first.first].lower() == word
        and (word != "it" or scene.blocks[number].tags[first.after : first.after + 1] == "v")
    )


def _who_told(block: Block, people: list[Actor], low: int, high: int) -> Actor | None:
    """Give who stands right before the last verb of saying: the minister, *Ola Fenner*, told us."""
    for verb in range(high - 1, low, -1):
        if block.tags[verb] == "v":
            return next((actor for actor in people if 0 <= verb - actor.after < 2), None)  # noqa: PLR2004
    return None


def _is_one(block: Block, actor: Actor) -> bool:
    """Say whether somebody without a name is one person: *a Danish docker*."""
    first = actor.first
    while first and block.tags[first - 1] in "AcMmG":
        first -= 1
    return first > 0 and block.tokens[first - 1].lower() in {"a", "an", "one", "another"}


def _is_in_paper(block: Block, actor: Actor) -> bool:
    """Say whether a document only tells where something was said: *in a statement*."""
    is_told = block.tokens[max(actor.first - 3, 0)].lower() == "according"
    return actor.kind == "document" and not is_told and is_behind_preposition(block, actor)


def _named_body(scene: Hall, number: int, actor: Actor) -> tuple[Actor, int]:
    """Give the named body that ``the ministry`` means, where the article names just one such."""
    block = scene.blocks[number]
    if actor.after - actor.first > 1 or block.tags[actor.first] not in "oO":
        return actor, number
    word = block.tokens[actor.first].casefold()
    endings = COMPANY_ENDS if word == "company" else frozenset({word})
    named: dict[str, tuple[Actor, int]] = {}
    for other_number, other_block in enumerate(scene.blocks):
        for other in scene.actors(other_number):
            words = [token.casefold() for token in other_block.tokens[other.first : other.after]]
            if other.kind == "body" and len(words) > 1 and not endings.isdisjoint(words):
                named.setdefault(" ".join(words), (other, other_number))
    longest = max(named, key=len, default="")
    return named[longest] if longest and all(longest.endswith(name) for name in named) else (actor, number)


def _sentences_outside(scene: Hall, number: int, limit: int) -> list[tuple[int, int]]:
    return [(low, min(high, limit)) for low, high in scene.blocks[number].sentences() if low < limit]
