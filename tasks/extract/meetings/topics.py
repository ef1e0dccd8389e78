"""What was talked about: the nouns behind ``discussed``, ``exchanged views on``, ``reviewed``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_CUE: Final = re.compile(
    r"\b(?:discussed|discuss(?:es|ing)?|exchanged views on|exchange of views on|reviewed|talks? (?:on"
    r"|about)|consultations on|meeting on|negotiations on|cooperation in|"
    r"fields of|areas of|priority areas?:?|took stock of|touched upon|topics? (?:were|included|was))\s+"
)
_END: Final = re.compile(
    r"[.;:\"“”()]|\b(?:at|during|in an?|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"|with|while|which|where|that|as well as regional|by|when|after|before|said|the)\b(?! of)"
)
_SPLIT: Final = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b)\s*")
_LEAD: Final = re.compile(
    r"^(?:and|the|also|their|its|ways to|issues? of|matters? of|situation in)\s+", re.IGNORECASE
)
_MAX: Final = 12
_MAX_WORDS: Final = 5


def find_topics(blocks: list[Block]) -> list[tuple[int, int, int]]:
    """Give up to twelve topics: block, first character, character after."""
    found: list[tuple[int, int, int]] = []
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        if block.kind not in {"body", "lede"}:
            continue
        for cue in _CUE.finditer(block.text):
            end = _END.search(block.text, cue.end() + 1)
            high = end.start() if end else len(block.text)
            for start, stop in _parts(block.text, cue.end(), min(high, cue.end() + 200)):
                name = block.text[start:stop].casefold()
                if name not in seen and len(found) < _MAX:
                    seen.add(name)
                    found.append((number, start, stop))
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    for match in [*_SPLIT.finditer(text, start, end), None]:
        stop = match.start() if match else end
        low, high = _tight(text, at, stop)
        if high - low > 2 and len(text[low:high].split()) <= _MAX_WORDS:  # noqa: PLR2004
            found.append((low, high))
        at = match.end() if match else end
    return found


def _tight(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low].isspace():
        low += 1
    while high > low and (text[high - 1].isspace() or text[high - 1] in ",-"):
        high -= 1
    lead = _LEAD.match(text, low, high)
    return (lead.end(), high) if lead else (low, high)
