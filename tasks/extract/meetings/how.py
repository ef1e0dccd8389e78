# ruff: noqa: SIM905 - lists of words read better as text
"""How a meeting was or will be held: mode and status."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_VIRTUAL: Final = re.compile(
    r"\b(?:video[- ]?(?:conferenc\w+|link|call)|via (?:zoom|webex)|(?:(?:tele)?phoned|rang|virtual(?:ly)?"
    r"|by video|online|tele(?:phone|conference)|(?:by|over|on) (?:the )?(?:tele)?phone"
    r"|phone (?:call|conversation|talks?|discussion|consultation)s?|conference call"
    r"|video (?:talks|meeting|conversation|consultations|dialogue)|by (?:secure )?video|(?:via|on|over) skype"
    r"|on screens|remotely|webinar|dialled|logg(?:ed|ing) (?:on|in)|diall?ing in"
    r"|(?:took|received) an? (?:\w+ )?call|(?<!courtesy )calls? (?:with|from)|secure line)\b)",
)
_HYBRID: Final = re.compile(r"\b(?:hybrid|probably in person|face to face in\b[^.]*\bscreen)\b")
_BODILY: Final = re.compile(
    r"\b(?:in person|face[- ]to[- ]face|received|visiting|official visit|here|gather(?:ed|ing)|sat down"
    r"|host(?:ed|s)?|met|greets|arrive\w*|paid a|called on|double doors|credentials"
    r"|present(?:ed|ing) letters|visit)\b",
)
_CANCELLED: Final = re.compile(
    r"(?<!not )(?<!not be )(?<!twice )\b(?:called off|calls? off|calling off|cancell?(?:ed|ing|s)?"
    r"|scrap(?:s|ped)?"
    r"|abandoned|dropped"
    r"|axed|pulled the plug|pulled out of|rul(?:es|ed) out (?:new |a |any |further )?(?:talks|meeting"
    r"|round|negotiations)"
    r"|(?:will|would) (?:be no|not (?:be held|take place|go ahead|happen|meet|attend))|did not take place"
    r"|failed to (?:meet|hold|convene)|(?:did|could) not meet|(?:was|were) unable to meet"
    r"|(?:is|are) (?:now )?off(?=[.,;:]|$| again\b)|(?:will|would) no longer (?:take place|be held|meet))\b",
    re.IGNORECASE,
)
_POSTPONED: Final = re.compile(
    r"(?<!long-)(?<!being )(?<!that were )(?<!that was )(?<!not be )(?<!twice )(?<!was not )(?<!once )"
    r"\b(?:postpon(?:ed?|es|ing)"
    r"|put(?:s|ting)? off|defer(?:red|s|ring)?|push(?:ed|es)? back|reschedul(?:ed?|es|ing)|put back"
    r"|shelves|(?:has|have|was|were|been) shelved|shelved (?:the|its|their|an?)\b|on ice|(?:earlier"
    r"|originally|initially|previously) (?:scheduled|planned|set|due|slated) for [^,]{3,30}, will (?:now "
    r"|instead )?be held|(?:has|have) slipped (?:to|until|into)|(?:is|are) being (?:moved|pushed|put back)"
    r"|(?:has|have|been|was|were)(?: likewise| also)? (?:moved|pushed|shifted|shelved|delayed"
    r"|set back) (?:from [^.]{3,30}? )?(?:to|until|till|for|by)"
    r"|(?:has|have) delayed|delays (?:its|the|their)"
    r"|(?:has|have) (?:likewise |also )been moved|on hold|deferment|postponement)\b"
    r"(?! last)",
    re.IGNORECASE,
)
_OF_OLD: Final = re.compile(
    r"\b(?:had been|which was|that was|was|were|twice|originally|earlier|after (?:it|they) (?:was"
    r"|were)) (?:\w+ )?$",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(?:was |were |had been )?(?:earlier|originally|initially|previously|once) (?:planned|due|scheduled"
    r"|meant|set) to be held"
    r"|\b(?:will|shall|should|(?-i:may)|might|could|would)(?! keep| continue| sign| go on)(?: (?:also|jointly"
    r"|then|soon"
    r"|now|again|not|both|next|be|have))* "
    r"(?!have\b)[a-z-]+"
    r"|\b(?:is|are|was|were|be) (?:also |now |still |both )?(?:scheduled|slated|set|due|expected|planned"
    r"|poised|likely"
    r"|supposed|to)\b(?: (?:to|for))?(?: (?:be )?\w+)?"
    r"|\b(?:due|scheduled|planned|slated|set|pencilled in) (?:for|to|in|on)\b"
    r"|\b(?:plans?|intends?|hopes?|wants?|aims?|prepar(?:es?|ing)|seeks?|offered|offers|propos(?:es?|ed)"
    r"|ready|agreed"
    r"|decided|invited [\w .]{0,40}) to (?:hold|host|meet|open|convene|resume|begin|start|launch|visit"
    r"|attend|send)\b"
    r"|\bto (?:be (?:convened|hosted|opened|held|chaired|co-chaired|led|headed|attended)|hold|host|meet"
    r"|open|convene|resume|co-chair|chair|visit"
    r"|brief"
    r"|take place|attend|head for|discuss trade on)\b"
    r"|\bpreparations for\b|\bplans? (?:\w+ ){0,2}(?:talks|dialogue|meeting|summit|consultations"
    r"|negotiations|visit)\b"
    r"|\bheads? to\b|\bwants\b|\bproposes\b|\beyes?\b"
    r"|\bmeets?(?: in [A-Z]\w+(?: [A-Z]\w+)?)? (?:this (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|next (?:week|month|Mon|Tues|Wednes|Thurs|Fri)|tomorrow"
    r"|on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)\w*\.? \d|\d))"
    r"|\b(?:opens?|begins?|starts?|kicks? off|convenes?|resumes?|takes? place)(?: here| there| online)?"
    r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)? (?:on|next|tomorrow|from)\b|\b(?:upcoming|forthcoming)\b"
    r"|\bnext (?:week|month|year|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\btomorrow\b",
    re.IGNORECASE,
)
_FUTURE_WORDS: Final = frozenset(
    """
    was were had earlier originally initially previously once will shall should may might could would is
    are be to
    due scheduled planned slated set pencilled plan plans intend intends hope hopes want wants aim aims
    prepares preparing preparations seek seeks offered offers propose proposes proposed ready agreed
    decided invited head
    heads eye eyes meet meets opens begins starts kicks convenes resumes takes open begin start kick
    convene resume take upcoming forthcoming next
    tomorrow
    """.split()
)
_PAST_WORDS: Final = frozenset(
    """
    held took met concluded ended convened opened co chaired received discussed reviewed gathered wrapped
    wound
    completed came was were hosted sat agreed exchanged resumed started made greets spoke began reached is
    are went posed have has left heads adopted signed closed paid called phoned dialled welcomed conferred
    talked launched during following after while in by on had said says told announced pledged
    """.split()
)
_OFF_WORDS: Final = frozenset(
    """
    is are failed could shelved shelves shelving earlier originally initially previously on postponed
    postpone postpones postponing put puts putting
    defer deferred
    defers deferring push pushed
    pushes reschedule rescheduled reschedules rescheduling has have been was were on deferment postponement
    delays called call calls calling cancel cancels cancelled canceled cancelling canceling scrap scraps
    scrapped
    abandoned dropped axed pulled rules ruled will would did
    """.split()
)
_AT: Final = re.compile(r"\b(?:at|in) (?:(?:the|an?|their|its) )?$")
_SAID_AT: Final = re.compile(
    r"\b(?:said|told|announced|agreed|pledged|decided|signed|noted|speaking|addressing|reached|taken|made)"
    r" (?:\w+ ){0,2}(?:at|during) (?:(?:the|an?|their|its) )?(?:(?:close|end|start|opening) of (?:the "
    r"|an? )?)?$"
)
_ONCE: Final = re.compile(r"(?:was |were |had been )?(?:earlier|originally|initially|previously|once) ")
_PAST: Final = re.compile(
    r"\b(?:held|took place|met|concluded|ended|convened|opened|co-chaired|chaired|received|discussed"
    r"|reviewed|gathered|wrapped|wound up|completed|came|(?:was|were) (?:led|headed|held|hosted|chaired"
    r"|co-chaired"
    r"|attended)|hosted|sat"
    r"|agreed|exchanged|resumed|started|made|was made|greets|spoke|began|reached|is being|are being"
    r"|is under way|are under way"
    r"|went through|posed|have fallen|has begun|left|heads the|adopted|signed|closed|paid|called(?! off)"
    r"|phoned"
    r"|dialled"
    r"|welcomed|conferred|talked|has held|have held|launched|(?:during|following|after) (?:the|an?"
    r"|their|its|that|this)"
    r"|(?:said|says|told|announced|agreed|signed|pledged)(?: \w+){0,3} (?:after|following|during) (?:\w+ )?"
    r"(?:talks|consultations|discussions|negotiations)|(?:after|while|in|by|on) (?:co-)?\w+ing|had)\b"
)


_WORD: Final = re.compile(r"[^\W\d_]+")
_STATUS: Final = ("postponed", "cancelled")
_PATTERNS: Final = (_POSTPONED, _CANCELLED, _FUTURE, _PAST)
_FIRSTS: Final = {
    word: tuple(
        kind
        for kind, words in enumerate((_OFF_WORDS, _OFF_WORDS, _FUTURE_WORDS, _PAST_WORDS))
        if word in words
    )
    for word in _OFF_WORDS | _FUTURE_WORDS | _PAST_WORDS
}
_KEPT: Final = 256
"""Sentences whose verbs are remembered: one article asks for the same ones again."""


def mode_of(sentences: list[str], status: str, *, has_place: bool) -> tuple[str | None, str | None]:
    """Give the mode and what says so, from the sentences that tell of the meeting; None where it is both."""
    lowers = [text.lower() for text in sentences]
    if any(_HYBRID.search(text) for text in lowers):
        return None, None
    if any(_VIRTUAL.search(text) for text in lowers):
        return "virtual", "stated"
    if any(_BODILY.search(text) for text in lowers):
        return "in_person", "stated"
    if has_place:
        return "in_person", "place"
    return ("in_person", "default") if status == "held" else (None, None)


def is_hybrid(text: str) -> bool:
    """Say whether a meeting is held in both ways at once."""
    return _HYBRID.search(text) is not None


def is_off(texts: list[str]) -> str | None:
    """Give postponed or cancelled where one of these texts says so."""
    return next((off for text in texts if (off := _verbs(text)[0])), None)


def nearest_verb(text: str, start: int, end: int) -> str | None:
    """Give planned or held by the verb that stands nearest to a name in its sentence; None without one."""
    _, ahead, done = _verbs(text)
    found = [(_away(low, high, start, end), "planned") for low, high in ahead]
    if _SAID_AT.search(text, 0, start) or (not ahead and _AT.search(text, 0, start)):
        found.append((0, "held"))
    found += [(_away(low, high, start, end), "held") for low, high in done]
    return min(found)[1] if found else None


@lru_cache(maxsize=_KEPT)
def _verbs(text: str) -> tuple[str | None, list[tuple[int, int]], list[tuple[int, int]]]:
    """Give what was called off, and where a sentence speaks of what is to come and of what was done.

    Each pattern is tried only where one of its first words stands: the engine would try it everywhere.
    """
    found: tuple[list[re.Match[str]], ...] = ([], [], [], [])
    for word in _WORD.finditer(text):
        for kind in _FIRSTS.get(word.group().lower(), ()):
            if found[kind] and found[kind][-1].end() > word.start():
                continue
            if match := _PATTERNS[kind].match(text, word.start()):
                found[kind].append(match)
    ahead = [match.span() for match in found[2] if not _ONCE.match(match.group())]
    done = [
        match.span()
        for match in found[3]
        if not any(low < match.end() and match.start() < high for low, high in ahead)
    ]
    off = next((status for kind, status in enumerate(_STATUS) if _is_now(text, found[kind])), None)
    return off, ahead, done


def _is_now(text: str, found: list[re.Match[str]]) -> bool:
    """Say whether one of these tells of today's news, not of what had been put off before."""
    return any("been" not in text or not _OF_OLD.search(text[: match.start()]) for match in found)


def _away(low: int, high: int, start: int, end: int) -> int:
    """Give the characters between a verb and the name; 0 where it is part of it."""
    return max(start - high, low - end, 0)
