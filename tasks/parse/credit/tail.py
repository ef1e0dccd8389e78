# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Credits at the end.

`... at the bell. (ANI)`, `— Bernama`, `Source: X`, `(With inputs from agencies)`, `IANS` alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import is_person
from tasks.parse.credit.names import is_agency, names_agency, split_names
from tasks.parse.datelines.found import is_outlet

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

    Cut = tuple[int, int]

_LONGEST_LINE: Final = 90
_LOOK: Final = 110
_BARE_MOST: Final = 24
"""`... at a reception. PTI`: a name without any sign before it is short."""
_END: Final = re.compile(
    r"(?:(?P<open>[(\[])\s*|(?P<dash>[-–—―/|]{1,2})\s?|(?<=[.!?\"”’。।…])\s+(?=[A-Z]))"
    r"(?P<credit>[^\W\d_][^()\[\]–—―|.!?\n]{1,60}(?:\.[A-Z]{2,3})?)\s*(?P<close>[)\]]?)[.\s]*(?:\(end\)|/end)?$"
)
_LABELLED: Final = re.compile(
    r"[\s(\[*•–—-]*(?:(?:news )?sources?|(?:agency )?inputs?|courtesy|credit|via|agency|agencia|fuente"
    r"|fonte|quelle|источник|kaynak|sumber|المصدر|ماخذ|स्रोत|来源|出典|출처)\s?[:：]\s*"
    r"(?P<credit>[^\n]{2,60}?)[\s)\].]*$",
    re.IGNORECASE,
)
_INPUTS: Final = re.compile(
    r"[(\[]?\s*(?:with|and|com)?\s*(?:additional |agency )?(?:inputs?|reporting|information|informações"
    r"|files?"
    r"|material) (?:from|by|d[aeo]) (?:agência )?(?P<credit>[^()\[\]\n]{2,70}?)[\s)\].]*$",
    re.IGNORECASE,
)
_SLASHED: Final = re.compile(
    r"[/ ]*(?P<credit>[A-Za-z]{2,20})(?: ?/+ ?|-(?=[a-z]{2,4}$))[A-Za-z]{0,6}(?:[./ ][A-Za-z]{1,4}){0,2}$"
)
"""`//Petra// RT`, `dpa/mh`: the desk's initials behind the agency."""
_NAMED_IN_FULL: Final = re.compile(
    r"(?P<credit>[A-Z]{2,8}) [–—-] (?:Agence|Agencia|Agenzia|Agência|[A-Z][a-z]+ News Agency|News"
    r" Agency)\b.{0,40}$"
)
"""`APG – Agence de presse générale`: an agency unknown to us that says what it is."""
_MARKED: Final = re.compile(
    r"(?:^[ (–—-]*|(?<=[.!?\"”’।])\s+)(?P<credit>[A-Z]{2,8})"
    r"(?: [A-Z]{2,4}| [a-z]{2,3}(?:/[a-z]{2,3})*){1,4}[ )]*$"
)
"""`PTI GRK ROH`, `EFE ab/cd`: an agency in capitals and the marks of its desk."""
_INPUTS_BEHIND: Final = re.compile(
    r"[(\[]?\s*(?:[Ww]ith\s+)?(?P<credit>[A-Z][\w /,&]{1,40}?) [Ii]nputs?[\s)\].]*$"
)
_END_MARK: Final = re.compile(r"(?:END|End|end)S?\s?/\s?")
_AUTHORED: Final = re.compile(
    r"[\s—–-]*(?P<agency>[A-Z][A-Za-z]{1,14}) ?/ ?"
    r"(?P<persons>[A-Z][^/\d()]{3,40}(?:/[A-Z][^/\d()]{3,40}){0,2})$"
)
_AUTHOR_FIRST: Final = re.compile(
    r"[\s—–-]*(?P<persons>[^\W\d_a-z][^/|\d()]{3,40}) ?[|/] ?(?P<agency>[A-Z][\w ]{1,24})$"
)
_COLLECTIVE: Final = frozenset(
    (
        "agencies",
        "agency",
        "news agencies",
        "wire services",
        "wires",
        "news agency",
        "agencias",
        "agences",
        "agenturen",
        "агентства",
        "وكالات",
        "ایجنسیاں",
        "एजेंसी",
        "एजेंसियां",
        "एजेंसी।",
        "monitoring desk",
    )
)
_EDGE: Final = " \t\u00a0()[]{}-–—―/|.,:;*•'\"“”|"
_INITIALS: Final = re.compile(
    r"[(\[/]?\s*(?:[A-Z]?[A-Za-z]{1,4}(?:[./][A-Za-z]{1,4}){1,3}|[A-Z]{1,3}/[A-Z]{1,4}(?: \d+)?"
    r"|[a-z]{2,3})\s*[)\]]?\.?$"
)


def tail_line(line: str, lexicon: Lexicon) -> list[Cut] | None:  # noqa: PLR0911 - one form a line
    """Return the names of a line that is nothing but a credit; None when the line is something else."""
    if len(line) > _LONGEST_LINE:
        return None
    labelled = _LABELLED.match(line) or _INPUTS.match(line) or _INPUTS_BEHIND.match(line)
    if labelled is not None:
        cuts = split_names(line, *labelled.span("credit"), lexicon)
        return (
            cuts if names_agency(labelled["credit"], lexicon) or is_collective(labelled["credit"]) else None
        )
    for pattern in (_SLASHED, _MARKED):
        match = pattern.match(line)
        if match is not None and (
            is_agency(match["credit"], lexicon) or is_agency(match["credit"].upper(), lexicon)
        ):
            return [match.span("credit")]
    named = _NAMED_IN_FULL.match(line)
    if named is not None:
        return [named.span("credit")]
    ended = _END_MARK.match(line)
    start = ended.end() if ended is not None else len(line) - len(line.lstrip(_EDGE))
    end = len(line.rstrip(_EDGE))
    if end - start < 2:  # noqa: PLR2004
        return None
    core = line[start:end]
    if is_agency(core, lexicon) or is_collective(core):
        return [(start, end)]
    return split_names(line, start, end, lexicon) if _all_known(core, lexicon) else None


def tail_author(line: str, lexicon: Lexicon) -> tuple[Cut, tuple[Cut, ...]] | None:
    """Return agency and persons of `WAM/Nadia Farhan` and `NADIA FARHAN | WAM`, which close a text."""
    if len(line) > _LONGEST_LINE or not ("/" in line or "|" in line):
        return None
    for pattern in (_AUTHORED, _AUTHOR_FIRST):
        match = pattern.match(line)
        if match is None or not is_agency(match["agency"], lexicon):
            continue
        start, end = match.span("persons")
        persons = tuple(
            (start + one.start(), start + one.end()) for one in _SLASH_NAME.finditer(line[start:end])
        )
        if all(is_person(line[a:b]) for a, b in persons):
            return match.span("agency"), persons
    return None


_SLASH_NAME: Final = re.compile(r"[^/\s][^/]*[^/\s]")


def tail_end(text: str, lexicon: Lexicon) -> list[Cut]:
    """Return the names of a credit that closes a paragraph: `. – KUNA`, `.-VNA`, `(ANI)`."""
    offset = max(0, len(text) - _LOOK)
    window = text[offset:].rstrip()
    if window[-1] not in ")]" and not _may_close_with_credit(window):
        return []
    if window[-1].isalpha() and (marked := _MARKED.search(window)) and is_agency(marked["credit"], lexicon):
        return [(marked.start("credit") + offset, marked.end("credit") + offset)]
    inputs = _INPUTS_BEHIND.search(window) if "nput" in window else None
    inputs = inputs or (_INPUTS.search(window) if "(" in window or "nput" in window else None)
    if inputs is not None and names_agency(inputs["credit"], lexicon):
        return [(a + offset, b + offset) for a, b in split_names(window, *inputs.span("credit"), lexicon)]
    for match in _END.finditer(window):
        if bool(match["open"]) != bool(match["close"]):
            continue
        if match["dash"] and not _after_sentence(window, match.start()):
            continue
        credit = match["credit"].strip()
        if not match["dash"] and not match["open"] and len(credit) > _BARE_MOST:
            continue
        if not _all_known(credit, lexicon):
            continue
        return [(a + offset, b + offset) for a, b in split_names(window, *match.span("credit"), lexicon)]
    return []


def _may_close_with_credit(window: str) -> bool:
    """Return whether the text ends without a stop, or has a dash or slash near its end."""
    end = window[-60:]
    return window[-1].isalnum() or _DASHES.search(end) is not None or "(end" in end or "nput" in window


_DASHES: Final = re.compile(r"[-–—―/|]")


def is_credit(words: str, lexicon: Lexicon) -> bool:
    """Return whether the words are names of agencies and nothing else."""
    return bool(words) and _all_known(words, lexicon)


def is_initials(line: str) -> bool:
    """Return whether the line is a desk's initials: `rtm.hs`, `dpa/mh`, `S/SH 11`."""
    return len(line) < 16 and _INITIALS.match(line) is not None  # noqa: PLR2004


def _all_known(credit: str, lexicon: Lexicon) -> bool:
    """Return whether the names of a credit are agencies or words for them; a paper may stand beside one."""
    names = [credit[a:b] for a, b in split_names(credit, 0, len(credit), lexicon)]
    known = [is_agency(name, lexicon) or is_collective(name) for name in names]
    return any(known) and all(
        is_known or is_outlet(name) for is_known, name in zip(known, names, strict=True)
    )


def is_collective(name: str) -> bool:
    """Return whether a word stands for agencies without naming one."""
    return name.strip(_EDGE).casefold() in _COLLECTIVE


def _after_sentence(window: str, position: int) -> bool:
    """Return whether a dash stands after a finished sentence, so that no word is cut in two."""
    before = window[:position].rstrip()
    return not before or before[-1] in ".!?\"”’'»)]。।۔" or window[position - 1 : position].isspace()
