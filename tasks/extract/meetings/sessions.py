"""Named parts of a meeting: ``two components: Politico-Military Talks; and Military-Military Talks``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.found import Session

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_ANNOUNCED: Final = re.compile(
    r"\b(?:two|three|four|five|[2-5]) (?:components|sessions|parts|segments|tracks|working groups"
    r"|sub-groups)\b[^:.;]{0,40}:\s*(?P<names>[^.:]{5,900})"
)
_PART: Final = re.compile(r"[^;,]+(?:;|$)|[^;,]+")
_LED: Final = re.compile(
    r"\b(?P<name>(?:Joint |Technical |High-Level )?Working Group on [A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3}"
    r"|(?:[a-z][\w-]+ ){1,2}session|session on [a-z][\w-]+(?: [a-z][\w-]+)?|(?:[A-Z][\w-]+ ){1,4}(?:Talks"
    r"|Session|Segment)|plenary)"
    r"(?: session)?(?=(?: of [^,.;]{1,30})?,? (?:was|were) (?:co-)?(?:chaired|led|headed|moderated)"
    r"| (?:co-)?chaired by"
    r"| followed under|, where [A-Z])"
)
_CHAIRED: Final = re.compile(r"chaired the (?P<name>session on [a-z][\w-]+|[a-z][\w-]+ session)\b")
_TWO: Final = re.compile(r"\bin an? (?P<one>[a-z-]+ session) and an? (?P<two>[a-z-]+ session)")
_LED_PART: Final = re.compile(
    r",? (?:\(|(?:jointly )?(?:co-)?(?:chaired|led|headed|steered|moderated)\b|where\b|which\b|under\b"
    r"|with\b)"
)
_CLEAN: Final = re.compile(r"^(?:and |the |a |an )+")


def find_sessions(blocks: list[Block]) -> list[Session]:
    """Give the sessions in text order, each once."""
    found: list[Session] = []
    for number, block in enumerate(blocks):
        if block.kind != "body":
            continue
        for match in _ANNOUNCED.finditer(block.text):
            _announced(found, number, block, match)
        if "session" in block.text:
            for match in _TWO.finditer(block.text):
                _add(found, number, block, *match.span("one"))
                _add(found, number, block, *match.span("two"))
            for match in _CHAIRED.finditer(block.text):
                _add(found, number, block, *match.span("name"))
        for match in _LED.finditer(block.text):
            _add(found, number, block, *match.span("name"))
    found.sort(key=lambda session: (session.block, session.start))
    return found


def _announced(found: list[Session], number: int, block: Block, match: re.Match[str]) -> None:
    names = match["names"]
    parts = names.split(";") if ";" in names else re.split(r",| and ", names)
    at = match.start("names")
    for part in parts:
        start = block.text.find(part, at)
        at = start + len(part)
        text = _LED_PART.split(part.strip(), maxsplit=1)[0]
        start += len(part) - len(part.lstrip())
        lead = _CLEAN.match(text)
        _add(found, number, block, start + (lead.end() if lead else 0), start + len(text))


def _add(found: list[Session], number: int, block: Block, start: int, end: int) -> None:
    name = block.text[start:end]
    lead = _CLEAN.match(name)
    if lead:
        start += lead.end()
        name = block.text[start:end]
    if len(name) > 3 and name.casefold() not in {session.name.casefold() for session in found}:  # noqa: PLR2004
        found.append(Session(name, number, start, end))
