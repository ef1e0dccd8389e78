"""What was talked about: the nouns behind ``discussed`` or ``talks on``, or before ``were discussed``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.listed import listed
from tasks.extract.words.topics import (
    ALONE,
    BARE,
    COURTESY,
    CUE,
    CUE_STARTS,
    ENDS,
    KINDS_OF_TALKS,
    NO_ENDS,
    TALKS,
    TOLD,
    TOLD_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tasks.extract.blocks import Block
    from tasks.extract.meetings.found import FoundMeeting

_BEFORE_NOUN: Final = re.compile(r"[dhs#AC](?P<topic>x{1,3})(?=e)")
_PART: Final = re.compile(r"[^-]+")
_MAX: Final = 12
_MAX_WORDS: Final = 7

Topic = tuple[int, int, int]


def share_topics(blocks: list[Block], meetings: Sequence[FoundMeeting]) -> None:
    """Give each topic to the meeting told last before it, to the first where none is."""
    if not meetings:
        return
    told = sorted(meetings, key=lambda meeting: (meeting.block, meeting.first))
    for number, start, end in find_topics(blocks):
        before = [m for m in told if (m.block, blocks[m.block].starts[m.first]) <= (number, end)]
        owner = before[-1] if before else told[0]
        if len(owner.topics) < _MAX:
            owner.topics.append((number, start, end))


def find_topics(blocks: list[Block]) -> list[Topic]:
    """Give the topics of an article in text order: block, first character, character after."""
    found: dict[str, Topic] = {}
    for number, block in enumerate(blocks):
        if block.kind == "caption":
            continue
        for first, after in sorted(set(_in_block(block))):
            words, start = block.words(first, after), block.starts[first]
            found.setdefault(words.casefold(), (number, start, start + len(words)))
    topics = list(found.values())
    return [topic for topic in topics if not any(_ends(other, topic) for other in topics)]


def _ends(inner: Topic, outer: Topic) -> bool:
    """Say whether one topic is the end of another at the same place: what stands before it opens it."""
    return inner[0] == outer[0] and inner[2] == outer[2] and inner[1] > outer[1]


def _in_block(block: Block) -> Iterator[tuple[int, int]]:
    for cue in find_cues(block):
        first = bisect_left(block.starts, cue.end())
        after = next((high for low, high in block.sentences() if low <= first < high), first)
        yield from (part for part in listed(block, first, after) if _is_topic(block, *part))
    for cue in TOLD.finditer(block.text) if block.holds(TOLD_WORDS) else ():
        after = bisect_left(block.starts, cue.start())
        first = _start_of_clause(block, after)
        yield from (part for part in listed(block, first, after) if _is_topic(block, *part))
    yield from _before_noun(block)


def find_cues(block: Block) -> Iterator[re.Match[str]]:
    """Give the phrases of `CUE`, left to right, tried only where a word stands that one begins with."""
    after = 0
    places = [place for place, word in enumerate(block.lowers) if word in CUE_STARTS or "-" in word]
    for place in places:
        word, starts = block.lowers[place], [block.starts[place]]
        if word not in CUE_STARTS:
            starts = [block.starts[place] + part.start() for part in _PART.finditer(word)]
        for start in starts:
            if start >= after and (match := CUE.match(block.text, start)):
                after = match.end()
                yield match


def _before_noun(block: Block) -> Iterator[tuple[int, int]]:
    """Give what stands in small letters before the noun: ``their third water management dialogue``."""
    for match in _BEFORE_NOUN.finditer(block.tags):
        low, high = match.span("topic")
        while low < high and (block.lowers[low] in KINDS_OF_TALKS or block.lowers[low] in ALONE):
            low += 1
        words = block.lowers[low:high]
        if (
            words
            and block.lowers[high] in TALKS
            and not any(w in KINDS_OF_TALKS or w in ENDS or w.endswith(("ed", "ing", "ly")) for w in words)
            and not BARE.match(words[-1])
        ):
            yield low, high


def _start_of_clause(block: Block, after: int) -> int:
    """Give where the subject of ``were discussed`` begins: behind a stop or the last word that joins."""
    first = next((low for low, high in block.sentences() if low < after <= high), after)
    if first < after and (block.lowers[first] in ENDS or block.tags[first] in "ijnb"):
        first = next((place + 1 for place in range(first, after) if block.tags[place] == ","), after)
    for place in range(after - 1, first - 1, -1):
        if block.tags[place] in '.;:("_' or block.lowers[place] in {"that", "with", "said", "while", "where"}:
            return place + 1
    return first


def _is_topic(block: Block, low: int, high: int) -> bool:
    words, tags = block.words(low, high), block.tags[low:high]
    return (
        high - low <= _MAX_WORDS
        and len(words) > 2  # noqa: PLR2004
        and tags[0] not in "QDptko"
        and block.tags[max(low - 1, 0) : low] != "T"
        and not set(tags) <= set("CAcQD,-&")
        and block.lowers[high - 1] not in NO_ENDS
        and block.lowers[low] not in ALONE
        and not COURTESY.search(words)
        and not any(tag in "THR" for tag in tags)
        and tags[-1] not in "eE"
    )
