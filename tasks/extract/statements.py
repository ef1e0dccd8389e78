"""What was said, and by whom: direct quotes, paraphrases, and what the sides said together.

``"We are ready," Chaudhri said.`` is direct; ``He underscored that …`` indirect; ``The two sides agreed …``
joint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.attribution import attribute, tokens_of
from tasks.extract.hearing import FoundStatement, Hall
from tasks.extract.marks import Quote, is_speech
from tasks.extract.reported import reported
from tasks.extract.turns import find_turns

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast
    from tasks.extract.organisations import FoundOrganisation


_LONGEST_LABEL: Final = 30
"""Characters of words that name a meeting or policy."""
_LABELLED: Final = tuple(
    [word]
    for word in (
        "format", "formula", "framework", "policy", "policies", "principle", "mechanism", "initiative",
        "programme", "program", "project", "scheme", "campaign", "doctrine", "model", "exercise",
        "operation", "clause", "list",
    )
)  # fmt: skip
_SAID: Final = re.compile(r",[dh]?[CcAsmMGOoKTtHRNIUy]{1,8}[QD]?v")


def find_statements(
    blocks: list[Block], cast: Cast, bodies: list[list[FoundOrganisation]], quotes: list[Quote]
) -> list[FoundStatement]:
    """Give all statements of an article, in text order."""
    quoted: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for quote in quotes:
        quoted[quote.block].append(tokens_of(blocks[quote.block], quote))
    scene = Hall(blocks, cast, bodies, quoted)
    turns = find_turns(scene)
    spoken = {turn.block for turn in turns}
    direct = turns + [found for found in _direct(scene, quotes) if found.block not in spoken]
    told = {(found.block, found.start) for found in direct}
    told_of = reported(scene)
    both = direct + [found for found in told_of if (found.block, found.start) not in told]
    return sorted(both, key=lambda found: (found.block, found.start, found.end))


def _direct(scene: Hall, quotes: list[Quote]) -> list[FoundStatement]:
    found: list[FoundStatement] = []
    last: FoundStatement | None = None
    for quote in quotes:
        block = scene.blocks[quote.block]
        text = block.text[quote.start : quote.end]
        if quote.continues and last is not None:
            if last.speaker is None:
                _complete(scene, quote, last, found)
            found.append(
                FoundStatement(
                    "direct", quote.block, quote.start, quote.end, last.speaker, last.speaker_block,
                    last.verb, "continued",
                )
            )  # fmt: skip
            continue
        if not (is_speech(text, block.text[: quote.start]) or _is_said(block, quote)) or _is_label(
            block, quote
        ):
            continue
        statement = attribute(scene, quote, last)
        found.append(statement)
        last = statement
    return _joined(found, quotes)


def _is_said(block: Block, quote: Quote) -> bool:
    """Say whether a verb of saying stands behind a short quote: ``"Never", Minister Fenner said``."""
    after = tokens_of(block, quote)[1]
    if block.tags[after - 1] == ".":
        return False
    if block.tokens[after : after + 3] == [",", "according", "to"]:
        return True
    return "v" in block.tags[after : after + 2] or _SAID.match(block.tags, after) is not None


def _is_label(block: Block, quote: Quote) -> bool:
    """Say whether quoted words are the name of what follows: their ``"two plus two"`` meeting."""
    if quote.end - quote.start > _LONGEST_LABEL or block.text[quote.end - 1] in ",.?!…":
        return False
    after = tokens_of(block, quote)[1]
    return block.tags[after : after + 1] == "e" or block.tokens[after : after + 1] in _LABELLED


def _complete(scene: Hall, quote: Quote, last: FoundStatement, found: list[FoundStatement]) -> None:
    """Give a quote over paragraphs the speaker that a later one of them names."""
    told = attribute(scene, quote, None)
    for statement in reversed(found):
        statement.speaker, statement.speaker_block, statement.verb = (
            told.speaker,
            told.speaker_block,
            told.verb,
        )
        if statement is last:
            break


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
