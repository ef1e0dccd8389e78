"""Where a meeting is: the place its sentence names, or that of the dateline where the text says ``here``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.anchors import Anchor

_IN: Final = re.compile(r"[ij](?P<name>[NUG]c*(?:[NUGO]){0,3})")
_TRAVELS: Final = frozenset("fly flies flew travel travels travelled traveled head heads go goes".split())  # noqa: SIM905
_HERE: Final = re.compile(r"\bhere\b|\breceived\b|\bin this (?:city|capital)\b", re.IGNORECASE)


def place_of(
    blocks: list[Block], anchors: list[Anchor], article: Article, lexicon: Lexicon
) -> tuple[str, int | None] | None:
    """Give the place as printed and its id; None where the text does not say."""
    dateline = next((place for line in article.datelines for place in line.places), None)
    seen: set[tuple[int, int]] = set()
    for anchor in anchors:
        if (anchor.block, anchor.sentence[0]) in seen:
            continue
        seen.add((anchor.block, anchor.sentence[0]))
        block = blocks[anchor.block]
        found = _named(block, anchor, lexicon)
        if found:
            return found
        if dateline and dateline.place_text and _HERE.search(block.words(*anchor.sentence)):
            return dateline.place_text, dateline.place_id
    return None


def _named(block: Block, anchor: Anchor, lexicon: Lexicon) -> tuple[str, int | None] | None:
    for match in _IN.finditer(block.tags, *anchor.sentence):
        before = block.lowers[max(match.start() - 2, 0) : match.start()]
        if block.lowers[match.start()] != "in" and (
            block.tags[match.start()] != "j" or _TRAVELS.isdisjoint(before)
        ):
            continue
        for after in range(match.end("name"), match.start("name"), -1):
            words = block.words(match.start("name"), after)
            place = lexicon.place(words)
            if place is not None and (place.place_id is not None):
                return words, place.place_id
    return None
