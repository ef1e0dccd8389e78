# ruff: noqa: RUF001 - marks of articles are meant
"""Where a meeting is: the place its sentence names, or that of the dateline where the text says ``here``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.words.meetings import CAPITALS

if TYPE_CHECKING:
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.scene import Scene

_IN: Final = re.compile(r"[ij](?P<name>[NUG]c*(?:[NUGOH]){0,3})")
_TRAVELS: Final = frozenset("fly flies flew travel travels travelled traveled head heads go goes".split())  # noqa: SIM905
_HERE: Final = re.compile(r"\b(?:here|received|in this (?:city|capital))\b")
_HOST: Final = re.compile(
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}) (?:will |would |is to |is due to |also )?(?:host(?:s"
    r"|ed)?"
    r"|play(?:s|ed)? host to)\b"
)
_VISIT: Final = re.compile(r"(?P<visit>x)j(?P<name>d?Cc*)")


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
        found = _named(block, anchor.sentence, lexicon) or _host(block, anchor.sentence, lexicon)
        if found:
            return found
        if dateline and dateline.place_text and _HERE.search(block.words(*anchor.sentence).lower()):
            return dateline.place_text, dateline.place_id
    return next((found for anchor in anchors if (found := _visited(blocks[anchor.block], anchor))), None)


def place_beside(scene: Scene, anchor: Anchor) -> tuple[str, int | None] | None:
    """Give the place of what an article is about by its name, a caption or the dateline."""
    block = scene.blocks[anchor.block]
    for size in (2, 1):
        words = block.words(anchor.first, min(anchor.first + size, anchor.after))
        code = CAPITALS.get(words)
        if code and scene.named[code] and (place := scene.lexicon.place(words)):
            return words, place.place_id
    for number, caption in enumerate(scene.blocks):
        is_shown = caption.kind == "caption" and "ile photo" not in caption.text and scene.cast.at(number)
        if is_shown and (found := _named(caption, (0, len(caption.tags)), scene.lexicon)):
            return found
    places = [place for line in scene.article.datelines for place in line.places]
    if anchor.is_verb or len(places) != 1 or not places[0].place_text or _is_elsewhere(block, anchor):
        return None
    return places[0].place_text, places[0].place_id


_ELSEWHERE: Final = re.compile(r"[xwvle][ze]?i(?P<name>N+)")


def _is_elsewhere(block: Block, anchor: Anchor) -> bool:
    """Say whether ``gathered in Temburong``, ``was signed in Darkhan`` names a place nobody knows."""
    return any(
        block.lowers[match.start("name") - 1] in {"in", "at"}
        for match in _ELSEWHERE.finditer(block.tags, *anchor.sentence)
    )


def _named(block: Block, sentence: tuple[int, int], lexicon: Lexicon) -> tuple[str, int | None] | None:
    for match in _IN.finditer(block.tags, *sentence):
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


def _host(block: Block, sentence: tuple[int, int], lexicon: Lexicon) -> tuple[str, int | None] | None:
    """Find ``Lima will host the third session``."""
    match = _HOST.match(block.words(*sentence))
    place = lexicon.place(match["name"]) if match else None
    if match is None or place is None or place.place_id is None or sentence[0] in block.countries:
        return None
    return match["name"], place.place_id


def _visited(block: Block, anchor: Anchor) -> tuple[str, int | None] | None:
    """Find the state of ``an official visit to Laos``."""
    for match in _VISIT.finditer(block.tags, *anchor.sentence):
        if block.lowers[match.start("visit")] == "visit":
            first = match.start("name") + (block.tags[match.start("name")] == "d")
            return block.words(first, match.end("name")), None
    return None
