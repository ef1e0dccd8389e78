"""What sentences report without marks: ``He underscored that …``, ``The two sides agreed to …``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from tasks.extract.hearing import FoundStatement, Hall, resolve
from tasks.extract.speakers import Actor, is_behind_preposition
from tasks.extract.words.verbs import JOINT, SUBJECTIVE

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_SAID: Final = re.compile("v")
_PASSIVE: Final = frozenset({"was", "were", "been", "be", "being"})
_PLAIN_SAID: Final = frozenset(
    {"said", "says", "announced", "confirmed", "added", "hoped", "believed", "claimed"}
)
_WORDS: Final = 4


def reported(scene: Hall) -> list[FoundStatement]:
    """Give what the sentences of an article report, in text order."""
    found = []
    for number, block in enumerate(scene.blocks):
        if block.kind not in {"body", "lede"} or not (
            "v" in block.tags or "g" in block.tags or "agree" in block.text
        ):
            continue
        said = _verbs(block)
        for low, high in block.sentences() if said else ():
            verbs = [place for place in said if low <= place < high]
            statement = _report(scene, number, low, high, verbs) if verbs else None
            if statement:
                found.append(statement)
    return found


def _verbs(block: Block) -> list[int]:
    """Give the verbs of saying or agreeing of a block, left to right."""
    tags = block.tags
    said = [match.start() for match in _SAID.finditer(tags)]
    if not block.holds(JOINT):
        return said
    joint = [place for place, word in enumerate(block.lowers) if word in JOINT and tags[place] in "zx"]
    return sorted(said + joint) if joint else said


def _report(scene: Hall, number: int, low: int, high: int, verbs: list[int]) -> FoundStatement | None:
    """Give what a sentence reports, if its main verb is one of saying or agreeing."""
    block = scene.blocks[number]
    actors: list[Actor] | None = None
    for place in verbs:
        if not scene.outside(number, place):
            continue
        if block.lowers[place].endswith("ing") and place != verbs[-1]:
            continue  # ``reiterating their commitment, agreed to``: the main verb comes later
        if place and not _PASSIVE.isdisjoint(block.lowers[max(place - 2, low) : place]):
            continue
        if actors is None:
            actors = [
                a for a in scene.actors(number) if low <= a.first < high and scene.outside(number, a.first)
            ]
        subject = _subject_of(block, actors, low, place)
        if subject is None:
            continue
        return _as_statement(scene, number, low, high, place, subject)
    return None


def _subject_of(block: Block, actors: list[Actor], low: int, verb: int) -> Actor | None:
    before = [actor for actor in actors if actor.after <= verb and not is_behind_preposition(block, actor)]
    if not before:
        return None
    is_agreed = (
        block.tokens[verb].lower() == "agreed"
        and before[0].kind == "country"
        and before[0].first - low < _WORDS
    )
    if verb - before[-1].after > 8 and not is_agreed:  # noqa: PLR2004
        return None
    return before[0] if before[0].kind != "country" else before[-1]


def _as_statement(  # noqa: PLR0911, PLR0917
    scene: Hall, number: int, low: int, high: int, verb: int, subject: Actor
) -> FoundStatement | None:
    block, tags = scene.blocks[number], scene.blocks[number].tags
    word = block.tokens[verb].lower()
    end = high
    while end > verb and tags[end - 1] in ".\"')":
        end -= 1
    behind = block.tokens[verb + 1].lower() if verb + 1 < high else ""
    is_joint = subject.kind == "sides" or (word in JOINT and subject.kind in {"pronoun", "country"})
    if subject.kind == "pronoun" and block.tokens[subject.first].lower() not in {"he", "she", "it", "they"}:
        return None
    if is_joint and word in JOINT and block.tokens[subject.first].lower() not in {"he", "she", "it"}:
        first = subject.first
        while first > low and tags[first - 1] in "dCc&A,":
            first -= 1
        while tags[first] in ",&":
            first += 1
        return _statement(block, "joint", number, verb, max(first, low), end, None)
    speaker, where = resolve(scene, number, subject)
    if speaker is None:
        return None
    if behind == "that" or (word in SUBJECTIVE and tags[verb + 1 : verb + 2] not in {",", "."}):
        start = verb + 2 if behind == "that" else verb + 1
        return _statement(block, "indirect", number, verb, start, end, speaker, where)
    clause = _front(block, low, subject)
    if clause and tags[verb] == "v" and end - verb < 10:  # noqa: PLR2004
        return _statement(block, "indirect", number, verb, *clause, speaker, where)
    if (
        tags[verb] == "v"
        and tags[verb + 1 : verb + 2] in {"d", "p", "h", "z", "C", "A", "#", "x", "N", "G"}
        and word in _PLAIN_SAID
    ):
        return _statement(block, "indirect", number, verb, verb + 1, end, speaker, where)
    return None


def _front(block: Block, low: int, subject: Actor) -> tuple[int, int] | None:
    """Give the clause in front of ``, the ministry said``."""
    first = subject.first
    while first > low and block.tags[first - 1] in "dhAMmGCc":
        first -= 1
    if first - 1 > low + _WORDS and block.tags[first - 1] == ",":
        return low, first - 1
    return None


def _statement(  # noqa: PLR0917
    block: Block,
    kind: Literal["direct", "indirect", "joint"],
    number: int,
    verb: int,
    first: int,
    after: int,
    speaker: Actor | None,
    where: int | None = None,
) -> FoundStatement | None:
    if after - first < _WORDS:
        return None
    return FoundStatement(
        kind, number, block.starts[first], block.end(after - 1), speaker, number if where is None else where,
        block.tokens[verb], "pattern",
    )  # fmt: skip
