"""Names of people as printed: ``Gonzalo de la Riva Benites``, ``MORITA Kenji``, ``Dr. S. Raghav``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.words.given import is_family_first
from tasks.extract.words.roles import PLAIN_RANKS

if TYPE_CHECKING:
    from collections.abc import Collection

    from tasks.extract.blocks import Block

_NAME: Final = re.compile(r'[NIUB](?:[NIUB]|"[NU]{1,2}"(?=[NU])|y{1,3}(?=[NU])|H(?=[NU])|H(?![A-Zc]))*')
_TITLES_ONLY: Final = frozenset(
    {"mr", "mrs", "ms", "dr", "eng", "engr", "smt", "shri", "h.e", "hon", "seri", "prof"}
)
_ROMAN: Final = re.compile(r"(?:X{0,2})(?:IX|IV|V?I{0,3})$")
_VOWELS: Final = frozenset("AEIOUYÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜÝĄĘŌŪĀĪİ")
_PARTICLES: Final = frozenset({"AL", "EL", "BIN", "BEN", "DE", "LA", "VAN", "DER", "DA", "DI", "ABU"})
_REIGN: Final = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "pope", "professor"})
"""Honorifics that are the office where no other is printed."""
_CAPITALS_INSIDE: Final = re.compile(r"N+(?P<name>UN+)")
_MAX_TOKENS: Final = 9
_PLACE_ENDS: Final = frozenset({"park", "hall", "hill", "field", "square", "road", "street", "wood", "stone"})


class FoundName(NamedTuple):
    """One name: tokens `first` up to `after`; ranks and honorifics before it start at `outer`."""

    first: int
    after: int
    outer: int
    rank: tuple[int, int] | None
    has_honorific: bool

    @property
    def size(self) -> int:
        """Tokens of the name."""
        return self.after - self.first


def find_names(block: Block, starts: Collection[int] = ()) -> list[FoundName]:
    """Give every run of tokens that has the form of a name, left to right.

    A token of `starts` begins a new name.
    """
    found = []
    for match in _NAME.finditer(block.tags):
        first, after = match.span()
        if starts:
            first = max((start for start in starts if first < start < after), default=first)
        if block.tags[first:after].strip("N"):  # more than plain capitalised words
            first, after = _trim(block, _titled(block, _surname_first(block, first, after), after), after)
            if not _has_form(block, first, after):
                continue
        if after - first > _MAX_TOKENS:
            continue
        if first and block.tags[first - 1] in "HR-')h":
            found.append(_with_titles(block, first, after))
        else:
            found.append(FoundName(first, after, first, None, has_honorific=False))
    return found


def _surname_first(block: Block, first: int, after: int) -> int:
    """Give where a surname in capitals begins the name: Samdech Moha *HUN Sophal*."""
    match = _CAPITALS_INSIDE.fullmatch(block.tags, first, after)
    return match.start("name") if match else first


def _titled(block: Block, first: int, after: int) -> int:
    """Give where the name behind an honorific begins: what stands before it is another's, or an office."""
    place = block.tags.rfind("H", first + 1, after - 1)
    is_title = place > 0 and block.tokens[place].lower().rstrip(".") in _TITLES_ONLY - {"seri"}
    return place + 1 if is_title else first


def _trim(block: Block, first: int, after: int) -> tuple[int, int]:
    """Cut acronyms off both ends: ``INS Kaveri``, ``ACP Ridzuan Shaari`` are no names as they stand."""
    if first and block.tags[first - 1] in "THR" and _is_all_capitals(block, first, after):
        return first, after
    while first < after and block.tags[first] == "U" and not _may_be_surname(block, first, after):
        first += 1
    while first < after and (
        (
            block.tags[after - 1] == "U"
            and not _is_number(block, first, after)
            and not _may_be_surname(block, first, after)
        )
        or block.tags[after - 1] == "I"
        or (block.tags[after - 1] == "H" and block.tokens[after - 1].lower().rstrip(".") in _TITLES_ONLY)
    ):
        after -= 1
    return first, after


def _is_all_capitals(block: Block, first: int, after: int) -> bool:
    """Say whether a run of two or three words is a name printed in capitals: Minister *PAK IL KYU*."""
    if block.tags[first:after] not in {"UU", "UUU"}:
        return False
    return any(len(token) > 2 and not _VOWELS.isdisjoint(token) for token in block.tokens[first:after])  # noqa: PLR2004


def _is_number(block: Block, first: int, after: int) -> bool:
    """Find the number of a king or pope: Tupou *VI*."""
    return after - first > 1 and _ROMAN.match(block.tokens[after - 1]) is not None


def _may_be_surname(block: Block, first: int, after: int) -> bool:
    run = block.tags[first:after]
    if run[:1] == "U" and "N" in run and is_family_first(block.tokens[first]):
        return True
    return ("N" in run or run.count("U") > 1) and all(
        (len(token) > len("XX") and not _VOWELS.isdisjoint(token))
        or is_family_first(token)
        or token in _PARTICLES
        for token, tag in zip(block.tokens[first:after], run, strict=True)
        if tag == "U"
    )


def _has_form(block: Block, first: int, after: int) -> bool:
    run = block.tags[first:after]
    if not run or not ("N" in run or run.count("U") > 1):
        return False
    return not (run[-1] == "B" and block.tokens[after - 1].lower() in _PLACE_ENDS)


def _with_titles(block: Block, first: int, after: int) -> FoundName:
    """Take the ranks and honorifics before a name: ``Lt Gen (Retd)``, ``H.E. Dr.``, ``Datuk Seri``."""
    tags, tokens, outer = block.tags, block.tokens, first
    ranks: list[int] = []
    has_honorific = False
    while outer:
        tag = tags[outer - 1]
        if tag in "HR":
            outer -= 1
            if tag == "R" or tokens[outer].lower() in _REIGN:
                ranks.append(outer)
            if tag == "H":
                has_honorific = True
        elif tag == "-" and outer > 1 and tags[outer - 2 : outer + 1 : 2] == "RR":
            outer -= 1  # Maj.-Gen.
        elif tag == "'" and outer > 1 and tags[outer - 2] == "H":
            outer -= 1
        elif tag == ")" and outer > 3 and tags[outer - 3] == "(" and tags[outer - 4] in "RH":  # noqa: PLR2004
            outer -= 3  # Lt Gen (Retd), Captain (Navy)
        elif tag == "h" and outer < first and block.tokens[outer] == "Excellency":
            outer -= 1
        else:
            break
    ranks.sort()
    is_rank = any(tokens[place].lower() in PLAIN_RANKS | _REIGN for place in ranks)
    if ranks and outer and tokens[outer].lower() in _REIGN and tokens[outer - 1] in {"Crown", "Grand"}:
        outer -= 1
        ranks.insert(0, outer)
    rank = (ranks[0], ranks[-1] + 1) if is_rank else None
    return FoundName(first, after, outer, rank, has_honorific)
