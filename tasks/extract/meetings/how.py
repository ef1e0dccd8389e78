"""How a meeting was or will be held: mode and status."""

from __future__ import annotations

import re
from typing import Final

_VIRTUAL: Final = re.compile(
    r"\bvirtual(?:ly)?\b|\bvideo[- ]?(?:conferenc\w+|link|call)|\bby video\b|\bonline\b|\btele(?:phone"
    r"|conference)\b|\b(?:by|over) (?:the )?phone\b"
    r"|\bphone (?:call|conversation)\b|\bon screens\b|\bremotely\b|\bvia (?:zoom|webex)|\bwebinar\b"
    r"|\bdialled\b",
    re.IGNORECASE,
)
_HYBRID: Final = re.compile(
    r"\bhybrid\b|\bprobably in person\b|face to face in\b[^.]*\bscreen\b", re.IGNORECASE
)
_BODILY: Final = re.compile(
    r"\bin person\b|\bface[- ]to[- ]face\b|\breceived\b|\bvisiting\b|\bofficial visit\b|\bhere\b"
    r"|\bgather(?:ed|ing)\b|\bsat down\b|\bhost(?:ed|s)?\b"
    r"|\bmet\b|\bgreets\b|\barrive\w*\b|\bpaid a\b|\bcalled on\b|\bdouble doors\b|\bcredentials\b"
    r"|\bpresent(?:ed|ing) letters\b|\bvisit\b",
    re.IGNORECASE,
)
_CANCELLED: Final = re.compile(
    r"\b(?:called off|calls? off|cancell?ed|cancels?|scrap(?:s|ped)?|abandoned|rul(?:es|ed) out (?:new "
    r"|a |any |further )?(?:talks|meeting|round|negotiations)|dropped"
    r"|will be no)\b",
    re.IGNORECASE,
)
_POSTPONED: Final = re.compile(
    r"(?<!long-)(?<!being )(?<!that were )(?<!that was )(?<!not be )\b(?:postpon(?:ed?|es)|put off"
    r"|puts off|defer(?:red|s)|pushed back|rescheduled|put back)\b"
    r"(?! last)",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(?:will|would|shall) (?:also |jointly |then |soon )?(?:be (?:held|hosted|preceded|convened"
    r"|chaired|led)|hold|host|meet|open|convene|resume|begin|start|sit|take place|"
    r"co-chair|chair|lead|head|visit|pay|brief|discuss|gather|attend|speak|receive|seek to settle|be the"
    r"|travel|conduct)\b"
    r"|\bto (?:be (?:convened|hosted|opened)|hold|host|meet|open|convene|resume|co-chair|chair|be held"
    r"|visit|brief|start|begin"
    r"|take place|attend|discuss trade on)\b"
    r"|\b(?:scheduled|slated|set to|due to|due in|expected to|intend to|plans? to|are to be|is to be"
    r"|are to hold|is to hold|are to meet)\b"
    r"|\bheads? to\b|\bmeet in [A-Z]\w+ on\b",
)
_TO_COME: Final = re.compile(
    r",? to be (?:convened|held|hosted|opened)\b|\b(?:due|scheduled|planned|slated|set) (?:for|to)\b"
)
_DONE: Final = re.compile(
    r"\b(?:after|while|during) (?:co-chairing|chairing|holding|hosting|attending|concluding)\b|\b(?:was"
    r"|were) held\b|\bheld (?:the|their|its|a) "
)
_PAST: Final = re.compile(
    r"\b(?:held|took place|met|concluded|ended|convened|opened|co-chaired|chaired|received|discussed"
    r"|reviewed|gathered|wrapped|completed|came|was led|were led"
    r"|was headed|hosted|sat|agreed|exchanged|resumed|started|made at|came at|was made|greets|spoke|began"
    r"|went through|completed|posed"
    r"|have fallen|has begun|left|heads the)\b"
)


def mode_of(sentences: list[str], status: str, *, has_place: bool) -> tuple[str | None, str | None]:
    """Give the mode and what says so, from the sentences that tell of the meeting; None where it is both."""
    if any(_HYBRID.search(text) for text in sentences):
        return None, None
    if any(_VIRTUAL.search(text) for text in sentences):
        return "virtual", "stated"
    if any(_BODILY.search(text) for text in sentences):
        return "in_person", "stated"
    if has_place:
        return "in_person", "place"
    return ("in_person", "default") if status == "held" else (None, None)


def status_of(first: list[str], sentence: str, near: str) -> str:  # noqa: PLR0911  # noqa: PLR0911
    """Give the status from the opening, the sentence that names the meeting, and the words near its name."""
    opening = " ".join(first)
    for text in (sentence, opening):
        if _POSTPONED.search(text):
            return "postponed"
        if _CANCELLED.search(text):
            return "cancelled"
    if _TO_COME.search(near):
        return "planned"
    if _DONE.search(near):
        return "held"
    if _FUTURE.search(near) and not _PAST.search(near):
        return "planned"
    future, past = _FUTURE.search(sentence), _PAST.search(sentence)
    if future and not (past and past.start() < future.start()):
        return "planned"
    if past or not _FUTURE.search(opening):
        return "held"
    return "held" if _PAST.search(opening) else "planned"
