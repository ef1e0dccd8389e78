"""What was said, and by whom: direct quotes, paraphrases, and what the sides said together.

``"We are ready," Chaudhri said.`` is direct; ``He underscored that …`` indirect; ``The two sides agreed …``
joint.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tasks.extract.hearing import FoundStatement, Hall, resolve
from tasks.extract.marks import Quote, find_quotes, is_speech
from tasks.extract.reported import reported
from tasks.extract.speakers import Actor, is_behind_preposition

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast
    from tasks.extract.organisations import FoundOrganisation

_REACH: Final = 40
_WORDS: Final = 4


def find_statements(
    blocks: list[Block], cast: Cast, bodies: list[list[FoundOrganisation]]
) -> list[FoundStatement]:
    """Give all statements of an article, in text order."""
    quotes = find_quotes(blocks)
    quoted: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for quote in quotes:
        quoted[quote.block].append(_tokens_of(blocks[quote.block], quote))
    scene = Hall(blocks, cast, bodies, quoted)
    turns = _turns(scene)
    spoken = {turn.block for turn in turns}
    direct = turns + [found for found in _direct(scene, quotes) if found.block not in spoken]
    told = {(found.block, found.start) for found in direct}
    told_of = reported(scene)
    both = direct + [found for found in told_of if (found.block, found.start) not in told]
    return sorted(both, key=lambda found: (found.block, found.start, found.end))


def _turns(scene: Hall) -> list[FoundStatement]:
    """Give the turns of a transcript: ``Ola Fenner: Yes, …`` in two paragraphs or more."""
    found = []
    for number, block in enumerate(scene.blocks):
        for first, after, person in scene.cast.at(number)[:1]:
            is_first = set(block.tags[:first]) <= set("HR")
            if (
                block.kind == "body"
                and is_first
                and block.tags[after : after + 1] == ":"
                and after + 1 < len(block.tokens)
            ):
                start, end = block.starts[after + 1], block.ends[-1]
                actor = Actor("person", first, after, person)
                found.append(FoundStatement("direct", number, start, end, actor, number, None, "turn"))
    return found if len(found) > 1 else []


def _tokens_of(block: Block, quote: Quote) -> tuple[int, int]:
    """Give the tokens of a quote, its marks included."""
    first = bisect_left(block.starts, quote.start)
    after = bisect_left(block.starts, quote.end)
    return max(first - 1, 0), min(after + 1, len(block.tokens))


def _direct(scene: Hall, quotes: list[Quote]) -> list[FoundStatement]:
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


def _attribute(scene: Hall, quote: Quote, last: FoundStatement | None) -> FoundStatement:
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
            speaker, number = resolve(scene, quote.block, actor)
            return FoundStatement(
                "direct", quote.block, quote.start, quote.end, speaker, number, verb, method
            )
    if last is None or last.block != quote.block:
        beside = _beside(scene, quote.block, first, after)
        if beside:
            return FoundStatement(
                "direct", quote.block, quote.start, quote.end, beside[0], beside[1], None, "next_to"
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


def _beside(scene: Hall, number: int, first: int, after: int) -> tuple[Actor, int] | None:
    """Give the person a sentence beside a whole quote starts with: ``"No." Fenner shook her head.``."""
    block = scene.blocks[number]
    if block.tags[max(after - 2, 0) : max(after - 1, 0)] != "." or (first and block.tags[first - 1] != "."):
        return None
    ahead = [actor for actor in scene.actors(number) if after <= actor.first < after + _WORDS]
    if ahead and ahead[0].kind == "person":
        return ahead[0], number
    for back in (number, number - 1):
        if back < 0 or (back != number and first > 0):
            continue
        limit = first if back == number else len(scene.blocks[back].tags)
        sentences = [(low, high) for low, high in scene.blocks[back].sentences() if low < limit]
        if not sentences:
            continue
        low, high = sentences[-1]
        subjects = [
            a
            for a in scene.actors(back)
            if low <= a.first < min(high, limit) and scene.outside(back, a.first)
        ]
        people = [actor for actor in subjects if actor.kind == "person"]
        if len(people) == 1 and subjects[0] is people[0]:
            return people[0], back
    return None


def _clause_after(scene: Hall, number: int, after: int) -> tuple[int, int]:
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


def _clause_before(scene: Hall, number: int, first: int) -> tuple[int, int]:
    """Give the sentence in front of a quote, as far as no other quote stands between."""
    block = scene.blocks[number]
    low = first
    while low and block.tags[low - 1] != "." and scene.outside(number, low - 1) and first - low < _REACH:
        low -= 1
    if low == first and first and not scene.outside(number, first - 1):
        return first, first
    return low, first


def _speaker_in(
    scene: Hall, number: int, low: int, high: int, *, is_after: bool
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
