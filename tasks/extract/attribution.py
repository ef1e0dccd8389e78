# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Whose words stand between two marks.

Read in this order: the rest of the sentence behind them (``"…," said Ola Fenner``), what stands in front
(``Ola Fenner said: "…"``), the sentence beside them, the speaker of the quote before.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tasks.extract.hearing import FoundStatement, Hall, resolve
from tasks.extract.sayings import in_brackets, speak_together, told_by_noun
from tasks.extract.speakers import Actor, is_behind_preposition

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.marks import Quote

_REACH: Final = 40
_WORDS: Final = 4
_NEAR: Final = 6
_BUT: Final = frozenset({"but", "while", "whereas", "although", "though", ";"})


def tokens_of(block: Block, quote: Quote) -> tuple[int, int]:
    """Give the tokens of a quote, its marks included."""
    first = bisect_left(block.starts, quote.start)
    after = bisect_left(block.starts, quote.end)
    return max(first - 1, 0), min(after + 1, len(block.tokens))


def attribute(scene: Hall, quote: Quote, last: FoundStatement | None) -> FoundStatement:
    """Give a quote with its speaker; `last` is the quote before it."""
    block = scene.blocks[quote.block]
    first, after = tokens_of(block, quote)
    found = _in_sentence(scene, quote, first, after, last) or _around(scene, quote, first, after, last)
    speaker, number, verb, method = found or (None, quote.block, None, "none")
    return FoundStatement("direct", quote.block, quote.start, quote.end, speaker, number, verb, method)


_Found = tuple[Actor | None, int, str | None, str]


def _in_sentence(
    scene: Hall, quote: Quote, first: int, after: int, last: FoundStatement | None
) -> _Found | None:
    """Give the speaker the quote's own sentence names."""
    number = quote.block
    behind, front = _clause_after(scene, number, after), _clause_before(scene, number, first)
    clauses = ((behind, "after"), (front, "before"))
    if _is_object(scene, quote, first):
        clauses = clauses[::-1]
    for (low, high), method in clauses:
        found = _speaker_in(scene, number, low, high, is_after=method == "after")
        if found:
            actor, verb = found
            speaker, where = resolve(scene, number, actor, last)
            if speaker is None:
                document = _document(scene, number, behind, front)
                if document:
                    return document, number, verb, method
            return speaker, where, verb, method
    document = _document(scene, number, behind, front)
    if document:
        return document, number, None, "document"
    return _subject(scene, number, *front, last)


def _is_object(scene: Hall, quote: Quote, first: int) -> bool:
    """Say whether a verb takes the quoted words into its sentence: conveyed a ``"strong concern"`` over …."""
    block = scene.blocks[quote.block]
    if block.text[quote.end - 1] in ",.?!…":
        return False
    verb = block.tags.rfind("v", max(first - _WORDS, 0), first)
    return verb >= 0 and "," not in block.tags[verb:first] and scene.outside(quote.block, verb)


def _document(scene: Hall, number: int, behind: tuple[int, int], front: tuple[int, int]) -> Actor | None:
    """Give the paper a sentence takes the words from: ``"…" in a joint statement``."""
    for actor in scene.actors(number):
        is_behind = behind[0] <= actor.first < min(behind[1], behind[0] + _NEAR)
        if actor.kind == "document" and (is_behind or front[0] <= actor.first < front[1]):
            return actor
    return None


def _subject(scene: Hall, number: int, low: int, high: int, last: FoundStatement | None) -> _Found | None:
    """Give the one person of a sentence without a verb of saying: he was sure that "…"."""
    block = scene.blocks[number]
    actors = [actor for actor in scene.actors(number) if low <= actor.first < high]
    people = [
        actor
        for actor in actors
        if actor.kind in {"person", "pronoun"} or (actor.kind == "body" and actor.after - actor.first > 1)
    ]
    if not people or actors[0] is not people[0] or len(people) > 1:
        return None
    actor = people[0]
    if is_behind_preposition(block, actor) and block.tokens[low].lower() != "for":
        return None
    speaker, where = resolve(scene, number, actor, last)
    return (speaker, where, None, "subject") if speaker is not None else None


def _around(scene: Hall, quote: Quote, first: int, after: int, last: FoundStatement | None) -> _Found | None:
    """Give the speaker that sentences around the quote name."""
    number = quote.block
    is_first = last is None or last.block != number
    if is_first:
        announced = _announced(scene, number, first, last)
        if announced:
            return announced
        beside = _beside(scene, number, first, after)
        if beside:
            return beside[0], beside[1], None, "next_to"
    if last is not None and last.block == number:
        return last.speaker, last.speaker_block, last.verb, "same_paragraph"
    if last is not None and last.block == number - 1 and _is_whole(scene.blocks[number], first, after):
        if scene.blocks[number - 1].text.rstrip()[-1:] in "\"”'’»":
            return last.speaker, last.speaker_block, last.verb, "next_paragraph"
        if _ends_with(scene, last):
            return last.speaker, last.speaker_block, last.verb, "next_paragraph"
    return _sentence_before(scene, number, first, last) if is_first else None


def _ends_with(scene: Hall, last: FoundStatement) -> bool:
    """Say whether little but the attribution stands behind the quote before."""
    block = scene.blocks[last.block]
    return len(block.text) - last.end < 120 and block.text[last.end :].count(".") < 2  # noqa: PLR2004


def _is_whole(block: Block, first: int, after: int) -> bool:
    """Say whether a quote is all there is in its paragraph."""
    return first == 0 and after >= len(block.tokens) - 1


def _announced(scene: Hall, number: int, first: int, last: FoundStatement | None) -> _Found | None:
    """Give who is announced by a colon that ends the paragraph or sentence before."""
    back, limit = (number, first) if first else (number - 1, -1)
    if back < 0:
        return None
    block = scene.blocks[back]
    limit = len(block.tags) if limit < 0 else limit
    if block.tags[limit - 1 : limit] != ":":
        return None
    low = block.tags.rfind(".", 0, limit) + 1
    actors = [actor for actor in scene.actors(back) if low <= actor.first < limit]
    subjects = [actor for actor in actors if not is_behind_preposition(block, actor)] or actors
    if not subjects:
        return None
    speaker, where = resolve(scene, back, _main_subject(subjects), last)
    return (speaker, where, None, "before") if speaker is not None else None


def _sentence_before(scene: Hall, number: int, first: int, last: FoundStatement | None) -> _Found | None:
    """Give who says what stands in the sentence before, in the same paragraph."""
    block = scene.blocks[number]
    before = [(low, high) for low, high in block.sentences() if high <= first + 1 and low < first]
    for low, high in reversed(before[-2:]):
        found = _speaker_in(scene, number, low, high, is_after=False)
        if found:
            speaker, where = resolve(scene, number, found[0], last)
            if speaker is not None and speaker.kind == "person":
                return speaker, where, found[1], "sentence_before"
    return None


def _beside(scene: Hall, number: int, first: int, after: int) -> tuple[Actor, int] | None:
    """Give the person a sentence beside a whole quote starts with: ``"No." Fenner shook her head.``."""
    block = scene.blocks[number]
    if "." not in block.tags[max(after - 2, 0) : after] or (first and block.tags[first - 1] != "."):
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
        if back != number and not people and subjects and subjects[0].kind == "pronoun":
            speaker, where = resolve(scene, back, subjects[0])
            if speaker is not None and speaker.kind == "person":
                return speaker, where
    return None


def _clause_after(scene: Hall, number: int, after: int) -> tuple[int, int]:
    """Give the rest of the sentence behind a quote; nothing where the quote ends the sentence."""
    block = scene.blocks[number]
    inside_end = after - 2
    while after < len(block.tags) and block.tags[after] in "'\"":
        after += 1
    stop = block.tags.find(".", after, after + _REACH)
    high = stop if stop >= 0 else min(after + _REACH, len(block.tags))
    for opened, closed in scene.quoted[number]:
        if opened < high and closed > after:
            high = max(opened, after)
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
    floor = max(first - _REACH, 0)
    low = max(block.tags.rfind(".", floor, first) + 1, floor)
    for opened, closed in scene.quoted[number]:
        if opened < first and closed > low:
            low = min(closed, first)
    if low == first and first and not scene.outside(number, first - 1):
        return first, first
    return low, first


def _speaker_in(  # noqa: C901, PLR0911, PLR0912  one form of attribution after the other
    scene: Hall, number: int, low: int, high: int, *, is_after: bool
) -> tuple[Actor, str | None] | None:
    """Give the actor of a verb of saying in a clause, and the verb."""
    block = scene.blocks[number]
    tags = block.tags
    actors = [actor for actor in scene.actors(number) if low <= actor.first < high]
    verbs = [place for place in range(low, high) if _says(block, place) and scene.outside(number, place)]
    has_colon = not is_after and high > low and tags[high - 1] == ":"
    cue = _cue(block, low + (tags[low : low + 1] == ","))
    if cue:
        return (actors[0] if actors else _paper(block, low, high)), None
    if is_after and verbs and not actors and _is_noun_said(block, low, verbs[0]):
        return Actor("nobody", low, verbs[0]), block.tokens[verbs[0]]  # the crowd chanted
    if not verbs and (by_noun := told_by_noun(block, low, high, actors, is_after=is_after)):
        return by_noun, None
    if not actors or not (verbs or has_colon):
        return None
    if is_after and verbs:
        start = low + 1 if tags[low : low + 1] == "," else low
        if verbs[0] == start:
            behind = [actor for actor in actors if actor.first > verbs[0]]
            if behind and behind[0].kind == "person" and is_behind_preposition(block, behind[0]):
                behind = [Actor("nobody", verbs[0], verbs[0] + 1)]  # reads a placard held by Ola Fenner
            return (behind[0], block.tokens[verbs[0]]) if behind else None
    verb = (_first_verb(block, low, verbs) if is_after else verbs[-1]) if verbs else high
    if verbs and _is_passive(block, verb):
        agents = [actor for actor in actors if actor.first > verb and block.tags[verb + 1] == "b"]
        return (agents[0] if agents else Actor("nobody", verb, verb + 1)), block.tokens[verb]
    aside = in_brackets(block, verb, actors) if verbs and not is_after else None
    if aside is not None:
        return aside, block.tokens[verb]
    before = [actor for actor in actors if actor.after <= verb and actor.kind != "country"] or [
        actor for actor in actors if actor.after <= verb
    ]
    if verbs and block.tokens[verb - 1].lower() == "as" and before:
        told = [actor for actor in before if not is_behind_preposition(block, actor)] or before
        return told[-1], block.tokens[verb]  # quoted Fenner as saying
    subjects = [actor for actor in before if not is_behind_preposition(block, actor)] or before
    if len(verbs) > 1 and not is_after:
        subjects = _behind_but(block, subjects, verbs[-2]) or subjects
    if not subjects:
        if is_after or not verbs:
            return None
        behind = [actor for actor in actors if actor.first > verb]
        return (behind[0], block.tokens[verb]) if behind else None
    gap = verb - subjects[-1].after
    if verbs and gap > 1 and _is_crowd(block, verb):
        return Actor("nobody", verb - 1, verb), block.tokens[verb]  # a dozen activists shouted
    is_main = (
        gap > 1
        or (gap and tags[verb - 1] == ",")
        or (verb < high and block.tokens[verb].lower().endswith("ing"))
    )
    chosen = _main_subject(subjects) if is_main else subjects[-1]
    if not is_main and speak_together(block, actors, chosen):
        return Actor("sides", chosen.first, chosen.after), block.tokens[verb]
    return chosen, block.tokens[verb] if verbs else None


def _says(block: Block, place: int) -> bool:
    """Say whether a word is a verb of saying; *went on* and *put in* are."""
    if block.tags[place] == "v":
        return True
    return block.tags[place] in "zx" and tuple(block.tokens[place : place + 2]) in _PHRASAL


_PHRASAL: Final = frozenset(
    [
        ("went", "on"),
        ("spoke", "of"),
        ("speaks", "of"),
        ("put", "in"),
        ("cut", "in"),
        ("broke", "in"),
        ("hit", "back"),
        ("shot", "back"),
        ("fired", "back"),
    ]
)


def _is_noun_said(block: Block, low: int, verb: int) -> bool:
    """Say whether an unknown noun is the subject: ``"…" the crowd chanted``, ``"…" read the banner``."""
    if verb - low <= 1:
        behind = verb + 1 + (tuple(block.tokens[verb : verb + 2]) in _PHRASAL)
        return block.tags[behind : behind + 1] in {"d", "h"}
    return verb - low < _WORDS and block.tags[verb - 1] in "xtkog" and block.tags[verb - 2] in "dxmtA"


def _first_verb(block: Block, low: int, verbs: list[int]) -> int:
    """Give the verb behind a quote: the first of two clauses: the minister *told* him, a note says."""
    first = verbs[0]
    is_main = "," in block.tags[first : verbs[-1]] and block.tags[low + 1 : first].count(",") == 0
    return first if is_main and "a" not in block.tags[low:first] else verbs[-1]


def _is_passive(block: Block, verb: int) -> bool:
    """Say whether somebody *was told by* the one who speaks."""
    return verb > 0 and block.lowers[verb - 1] in _BE and block.lowers[verb] in _PASSIVES


_BE: Final = frozenset({"was", "were", "is", "are", "been", "being"})
_PASSIVES: Final = frozenset({"told", "informed", "assured", "briefed", "reminded", "warned"})


def _is_crowd(block: Block, verb: int) -> bool:
    """Say whether an unknown plural in a clause of its own speaks: *as a dozen activists* shouted."""
    if block.tags[verb - 1] != "x" or not block.tokens[verb - 1].endswith("s"):
        return False
    start = verb - 1
    while start > verb - _WORDS - 1 and block.tags[start - 1] in "dxmD":
        start -= 1
    return block.tokens[start - 1].lower() in {"as", "while", "when", "where"}


def _behind_but(block: Block, subjects: list[Actor], verb: int) -> list[Actor]:
    """Give the subjects of a second main clause: Fenner said no, *but Holt* said yes."""
    later = [actor for actor in subjects if actor.first > verb]
    if not later:
        return []
    first = later[0].first
    while first and block.tags[first - 1] in "HRTMdAGtmc":
        first -= 1
    return later if first and block.tokens[first - 1].lower() in _BUT else []


def _paper(block: Block, low: int, high: int) -> Actor:
    """Give the words a cue takes the quote from: according to *the agreement*."""
    start = low + 2
    while start < high - 1 and block.tags[start] in ",dh":
        start += 1
    return Actor("document", start, min(start + 1, high))


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
