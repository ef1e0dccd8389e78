"""What was said, and by whom: direct quotes, paraphrases, and what the sides said together.

``"We are ready," Chaudhri said.`` is direct; ``He underscored that …`` indirect; ``The two sides agreed …``
joint.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from tasks.extract.marks import Quote, find_quotes, is_speech
from tasks.extract.speakers import Actor, find_actors, is_behind_preposition
from tasks.extract.words.verbs import JOINT, SUBJECTIVE

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.organisations import FoundOrganisation
    from tasks.extract.people import Cast

_REACH: Final = 40
_WORDS: Final = 4


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
class _Scene:
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
        return not any(low <= place < high for low, high in self.quoted[number])


def find_statements(
    blocks: list[Block], cast: Cast, bodies: list[list[FoundOrganisation]]
) -> list[FoundStatement]:
    """Give all statements of an article, in text order."""
    quotes = find_quotes(blocks)
    quoted: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for quote in quotes:
        quoted[quote.block].append(_tokens_of(blocks[quote.block], quote))
    scene = _Scene(blocks, cast, bodies, quoted)
    direct = _direct(scene, quotes)
    told = {(found.block, found.start) for found in direct}
    reported = _reported(scene)
    both = direct + [found for found in reported if (found.block, found.start) not in told]
    return sorted(both, key=lambda found: (found.block, found.start, found.end))


def _tokens_of(block: Block, quote: Quote) -> tuple[int, int]:
    """Give the tokens of a quote, its marks included."""
    first = bisect_left(block.starts, quote.start)
    after = bisect_left(block.starts, quote.end)
    return max(first - 1, 0), min(after + 1, len(block.tokens))


def _direct(scene: _Scene, quotes: list[Quote]) -> list[FoundStatement]:
    found: list[FoundStatement] = []
    last: FoundStatement | None = None
    for quote in quotes:
        block = scene.blocks[quote.block]
        text = block.text[quote.start : quote.end]
        if quote.continues and last is not None:
            found.append(
                FoundStatement(
                    "direct",
                    quote.block,
                    quote.start,
                    quote.end,
                    last.speaker,
                    last.speaker_block,
                    last.verb,
                    "continued",
                )
            )
            continue
        if not is_speech(text, block.text[: quote.start]):
            continue
        statement = _attribute(scene, quote, last)
        found.append(statement)
        last = statement
    return _joined(found, quotes)


def _joined(found: list[FoundStatement], quotes: list[Quote]) -> list[FoundStatement]:
    """Give the first paragraphs of a long quote the speaker that only the last one names."""
    for place in range(len(found) - 1, 0, -1):
        here, before = found[place], found[place - 1]
        if here.method != "continued" and before.speaker is None and before.block == here.block - 1:
            is_open = any(
                quote.is_open and (quote.block, quote.start) == (before.block, before.start)
                for quote in quotes
            )
            if is_open:
                before.speaker, before.speaker_block, before.verb = (
                    here.speaker,
                    here.speaker_block,
                    here.verb,
                )
    return found


def _attribute(scene: _Scene, quote: Quote, last: FoundStatement | None) -> FoundStatement:
    block = scene.blocks[quote.block]
    first, after = _tokens_of(block, quote)
    for place, method in (
        (_clause_after(scene, quote.block, after), "after"),
        (_clause_before(scene, quote.block, first), "before"),
    ):
        low, high = place
        found = _speaker_in(scene, quote.block, low, high, is_after=method == "after")
        if found:
            actor, verb = found
            speaker, number = _resolve(scene, quote.block, actor)
            return FoundStatement(
                "direct", quote.block, quote.start, quote.end, speaker, number, verb, method
            )
    if last is not None and last.block == quote.block:
        return FoundStatement(
            "direct",
            quote.block,
            quote.start,
            quote.end,
            last.speaker,
            last.speaker_block,
            last.verb,
            "same_paragraph",
        )
    return FoundStatement("direct", quote.block, quote.start, quote.end, None, quote.block, None, "none")


def _clause_after(scene: _Scene, number: int, after: int) -> tuple[int, int]:
    """Give the rest of the sentence behind a quote; nothing where the quote ends the sentence."""
    block = scene.blocks[number]
    inside_end = after - 2
    high = after
    while (
        high < len(block.tags)
        and block.tags[high] != "."
        and scene.outside(number, high)
        and high - after < _REACH
    ):
        high += 1
    ends = (
        0 <= inside_end < len(block.tags)
        and block.tags[inside_end] == "."
        and block.tokens[inside_end] == "."
    )
    if ends and block.tags[after : after + 1] not in {"v", "p", "d"}:
        return after, after
    return after, high


def _clause_before(scene: _Scene, number: int, first: int) -> tuple[int, int]:
    """Give the sentence in front of a quote, as far as no other quote stands between."""
    block = scene.blocks[number]
    low = first
    while low and block.tags[low - 1] != "." and scene.outside(number, low - 1) and first - low < _REACH:
        low -= 1
    if low == first and first and not scene.outside(number, first - 1):
        return first, first
    return low, first


def _speaker_in(
    scene: _Scene, number: int, low: int, high: int, *, is_after: bool
) -> tuple[Actor, str | None] | None:
    """Give the actor of a verb of saying in a clause, and the verb."""
    block = scene.blocks[number]
    tags = block.tags
    actors = [actor for actor in scene.actors(number) if low <= actor.first < high]
    verbs = [place for place in range(low, high) if tags[place] == "v" and scene.outside(number, place)]
    has_colon = not is_after and high > low and tags[high - 1] == ":"
    cue = _cue(block, low)
    if not actors or not (verbs or has_colon or cue):
        return None
    if cue and not is_after:
        return actors[0], None
    if is_after and verbs:
        start = low + 1 if tags[low : low + 1] == "," else low
        if verbs[0] == start:
            behind = [actor for actor in actors if actor.first > verbs[0]]
            return (behind[0], block.tokens[verbs[0]]) if behind else None
    verb = verbs[-1] if verbs else high
    before = [actor for actor in actors if actor.after <= verb and actor.kind != "country"] or [
        actor for actor in actors if actor.after <= verb
    ]
    subjects = [actor for actor in before if not is_behind_preposition(block, actor)] or before
    if not subjects:
        if is_after or not verbs:
            return None
        behind = [actor for actor in actors if actor.first > verb]
        return (behind[0], block.tokens[verb]) if behind else None
    chosen = subjects[-1] if verb - subjects[-1].after <= 1 else _main_subject(subjects)
    return chosen, block.tokens[verb] if verbs else None


def _main_subject(subjects: list[Actor]) -> Actor:
    """Give the first actor, or the person in apposition to it: a diplomat, *Eva Lind*, said."""
    first = subjects[0]
    if first.kind == "nobody":
        for actor in subjects[1:]:
            if actor.kind == "person" and actor.first - first.after < _WORDS + 4:
                return actor
    return first


def _cue(block: Block, low: int) -> bool:
    words = [token.lower() for token in block.tokens[low : low + 3]]
    return (
        words[:2] in (["according", "to"], ["in", "the"])
        and "words" in [*words, "words"][: 3 if words[:1] == ["in"] else 9]
    )


def _resolve(scene: _Scene, number: int, actor: Actor) -> tuple[Actor | None, int]:
    """Give whom a pronoun means; None for somebody without a name."""
    if actor.kind in {"nobody", "sides"}:
        return None, number
    if actor.kind == "body":
        return _named_body(scene, number, actor)
    if actor.kind != "pronoun":
        return actor, number
    word = scene.blocks[number].tokens[actor.first].lower()
    wanted = {"he": {"person"}, "she": {"person"}, "it": {"body", "document", "country"}}.get(word, set())
    for back in range(number, max(number - 3, -1), -1):
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


def _named_body(scene: _Scene, number: int, actor: Actor) -> tuple[Actor, int]:
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


def _sentences_outside(scene: _Scene, number: int, limit: int) -> list[tuple[int, int]]:
    return [(low, min(high, limit)) for low, high in scene.blocks[number].sentences() if low < limit]


def _reported(scene: _Scene) -> list[FoundStatement]:
    found = []
    for number, block in enumerate(scene.blocks):
        if block.kind not in {"body", "lede"} or not (
            "v" in block.tags or "g" in block.tags or "agree" in block.text
        ):
            continue
        for low, high in block.sentences():
            statement = _report(scene, number, low, high)
            if statement:
                found.append(statement)
    return found


def _report(scene: _Scene, number: int, low: int, high: int) -> FoundStatement | None:
    """Give what a sentence reports, if its main verb is one of saying or agreeing."""
    block = scene.blocks[number]
    actors = [a for a in scene.actors(number) if low <= a.first < high and scene.outside(number, a.first)]
    for place in range(low, high):
        if block.tags[place] not in "vzx":
            continue
        word = block.tokens[place].lower()
        if not (block.tags[place] == "v" or word in JOINT) or not scene.outside(number, place):
            continue
        if place and any(token.lower() in _PASSIVE for token in block.tokens[max(place - 2, low) : place]):
            continue
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
    scene: _Scene, number: int, low: int, high: int, verb: int, subject: Actor
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
    speaker, where = _resolve(scene, number, subject)
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


_PASSIVE: Final = frozenset({"was", "were", "been", "be", "being"})
_PLAIN_SAID: Final = frozenset(
    {"said", "says", "announced", "confirmed", "added", "hoped", "believed", "claimed"}
)


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
        kind, number, block.starts[first], block.ends[after - 1], speaker, number if where is None else where,
        block.tokens[verb], "pattern",
    )  # fmt: skip
