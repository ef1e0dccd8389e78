# ruff: noqa: RUF001, SIM905 - marks and letters of articles are meant; lists of words read better as text
"""Named parts of a meeting: ``two components: Politico-Military Talks; and Military-Military Talks``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.found import Session

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_ANNOUNCED: Final = re.compile(
    r"\b(?:two|three|four|five|[2-5]) (?:components|sessions|parts|segments|tracks|teams|pillars|panels"
    r"|sub-?committees|working groups"
    r"|sub-groups)\b[^:.;—]{0,40}(?::|\s[—–])\s*(?P<names>[^.:—]{5,900})",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?=the )")
_LED: Final = re.compile(
    r"\b(?P<name>(?:Joint |Technical |High-Level )?Working Group on [A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3}"
    r"|(?:[a-z][\w-]+ ){1,2}session|session on [a-z][\w-]+(?: [a-z][\w-]+)?|(?:[A-Z][\w-]+ ){1,4}(?:Talks"
    r"|Session|Segment)|plenary)"
    r"(?: session)?(?=(?: of [^,.;]{1,30})?,? (?:was|were) (?:co-)?(?:chaired|led|headed|moderated)"
    r"| (?:co-)?chaired by"
    r"| followed under|, where [A-Z])"
)
_CHAIRED: Final = re.compile(
    r"\b(?:chaired|led|headed|steered|moderated|guided|ran) the (?P<name>session on [a-z][\w-]+"
    r"|(?!(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|annual|joint|inaugural|maiden"
    r"|regular|special|whole|[a-z]+-day)\b)[a-z][\w'’-]+ (?:session|segment|track|pillar|strand))\b(?! on\b)"
)
_TWO: Final = re.compile(r"\bin an? (?P<one>[a-z-]+ session) and an? (?P<two>[a-z-]+ session)")
_LED_PART: Final = re.compile(
    r",? (?:\(|(?:jointly )?(?:co-)?(?:chaired|led|headed|steered|moderated)\b|where\b|which\b|under\b"
    r"|with\b)"
)
_TOPIC: Final = (
    r"[A-Za-z][\w'’-]*(?:(?:, | and | of |,? & | )"
    r"(?!(?:was|were|is|with|which|where|under|had|led|chaired)\b)[A-Za-z][\w'’-]*){0,4}?"
)
_KINDS: Final = r"(?:pillar|track|basket|workstream|strand|cluster)"
_BODIES: Final = (
    r"(?:[Ww]orking [Gg]roup|[Ss]ub-?[Cc]ommittee|[Ss]ub-?[Cc]ommission|[Ss]ub-?[Gg]roup|[Tt]ask [Ff]orce)"
)
_PARTS: Final = re.compile(
    rf"\b{_KINDS} on (?P<topic>{_TOPIC})(?=,? (?:was|were|is|with|which|where|under|had|led|chaired"
    rf"|and its)\b|[.,;:]|$)"
    rf"|\b[Tt]he (?P<topic2>[a-z][\w-]+(?: and [a-z][\w-]+)?) {_KINDS}\b"
    rf"|\b(?P<full>(?!The |Joint )(?:[A-Z][\w-]+ (?:and )?){{1,4}}(?:Working Group|Sub-?Committee"
    rf"|Sub-?Group|Team|Session|Segment|Talks))\b(?! on )"
    rf"|\b(?P<full2>{_BODIES}(?: \d)? on {_TOPIC})(?=,? (?:was|were|is|with|which|where|under|had|led"
    rf"|chaired)\b|[.,;:]|$)"
    r"|\b(?P<full3>(?:[Ss]ession|[Rr]oundtable"
    r"|[Pp]anel) on [a-z][\w-]+(?: (?:and )?[a-z][\w-]+){0,2}?)(?=,? \w+ed\b|,? (?:was"
    r"|were|under|with|by)\b|[.,;])"
)
_OTHERS: Final = re.compile(
    rf"\b(?:one|the other|another) on (?P<topic>{_TOPIC})(?=,? (?:was|were|is|has|had|with|which|where"
    rf"|under|led"
    rf"|chaired|fell|went|by|and the other|and another|[A-Z])|[.,;:]|$)"
    rf"|\b(?:first|second|third|fourth|fifth)(?: of (?:its|the"
    rf"|their) \w+ \w+s)?(?: \w+)?, on (?P<topic2>{_TOPIC})"
    rf"(?=, )"
    rf"|\b(?P<full>(?:Committee|Panel|Working Group|Sub-Group|Session|Track) (?:[A-D]|[1-5]|I{{1,3}}|One"
    rf"|Two|Three))\b"
    rf"(?=,? (?:on\b[^,.;]{{1,60}}, )?(?:was|were|is|has)\b)"
    rf"|\b(?:morning|afternoon|evening|opening|closing) session on (?P<topic3>{_TOPIC})(?=,| and [A-Z]"
    rf"|[.;]| (?:was|were|under|with|by)\b)"
    rf"|\ban? (?P<full2>[a-z][\w-]+ (?:track|pillar|strand|segment|basket))\b(?=,? (?:which|run|led|under"
    rf"|chaired|headed))"
)
"""Parts told one after the other: ``one on reserves and the other on flying``, ``the first, on health,``."""
_KIND: Final = re.compile(
    r"\b(?:sessions?|panels?|strands?|tracks?|pillars?|committees|teams|segments?|baskets?|working groups"
    r"|Committee [A-D])\b"
)
_CUE: Final = re.compile(
    r"\b(?:co-)?(?:chair\w*|led|leads?|head(?:s|ed)?|presid\w+|steer\w+|moderat\w+|entrusted|handled"
    r"|guid(?:e[ds]?|ing)|opposite"
    r"|sat|faced|fell to|under|assigned)\b"
)
_PART_WORDS: Final = cues(
    """
    components session sessions parts segment segments track tracks team teams pillar pillars panel panels
    committee committees subcommittee subcommittees commission subcommission group groups subgroup subgroups
    talks plenary basket baskets workstream workstreams strand strands cluster clusters force roundtable
    """.split()
)
"""Of these each phrase that names parts of a meeting holds one."""
_WINDOW: Final = 60
_VAGUE: Final = re.compile(
    r"(?:one|another|a second|a third|the first|the other|first|second) on\b", re.IGNORECASE
)
_CLEAN: Final = re.compile(r"^(?:and |the |a |an )+")


def find_sessions(blocks: list[Block]) -> list[Session]:
    """Give the sessions in text order, each once."""
    found: list[Session] = []
    for number, block in enumerate(blocks):
        if block.kind != "body" or not block.holds(_PART_WORDS):
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
    _add_parts(found, blocks)
    found.sort(key=lambda session: (session.block, session.start))
    return found


def _add_parts(found: list[Session], blocks: list[Block]) -> None:
    """Add what is one of several parts, each with its own chair: ``the pillar on health was led by``."""
    parts: list[tuple[int, int, int]] = []
    for number, block in enumerate(blocks):
        if block.kind != "body" or not block.holds(_PART_WORDS) or not _CUE.search(block.text):
            continue
        if _KIND.search(block.text):
            parts += [(number, *match.span(match.lastgroup or 0)) for match in _OTHERS.finditer(block.text)]
        for match in _PARTS.finditer(block.text):
            low, high = match.span(match.lastgroup or 0)
            around = block.text[max(0, low - _WINDOW) : high + _WINDOW]
            if _CUE.search(around):
                parts.append((number, low, high))
    if len(parts) + len(found) > 1:
        for number, low, high in parts:
            _add(found, number, blocks[number], low, high)


def _announced(found: list[Session], number: int, block: Block, match: re.Match[str]) -> None:
    names = match["names"]
    parts = (
        names.split(";") if ";" in names else _LISTED.split(names) if "," in names else names.split(" and ")
    )
    at = match.start("names")
    for part in parts:
        start = block.text.find(part, at)
        at = start + len(part)
        text = _LED_PART.split(part.strip(), maxsplit=1)[0]
        if not text or text.startswith(("which ", "where ")):
            continue
        start += len(part) - len(part.lstrip())
        lead = _CLEAN.match(text)
        _add(found, number, block, start + (lead.end() if lead else 0), start + len(text))


def _add(found: list[Session], number: int, block: Block, start: int, end: int) -> None:
    name = block.text[start:end]
    lead = _CLEAN.match(name)
    if lead:
        start += lead.end()
        name = block.text[start:end]
    is_known = any(
        name.casefold() in session.name.casefold() or session.name.casefold() in name.casefold()
        for session in found
    )
    if len(name) > 3 and not is_known and not _VAGUE.match(name):  # noqa: PLR2004
        found.append(Session(name, number, start, end))
