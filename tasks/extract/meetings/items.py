"""A sentence as who, which side and which verb, one letter each, so that ``led by`` patterns are short.

``the Pakistan side was led by Rear Admiral Baig, Additional Secretary, while`` becomes ``SwLbP,z``.

``P`` person with his offices, ``O`` office without a name, ``S`` side, ``C`` country, ``X`` session, ``L``
verb of
leading, ``r`` for, ``b`` by, ``w`` be and have, ``&`` and, ``z`` while; commas and semicolons stand for
themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.cues import cues
from tasks.extract.meetings.letters import DECIDING, is_other_chair, is_seat, letter_of
from tasks.extract.meetings.rounds import ordinal
from tasks.extract.words.meetings import CAPITALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.meetings.found import Session
    from tasks.extract.offices import Office

_SIDE: Final = re.compile(
    r"(?:[CAK]c*s?|[CAK]c*-x)(?:[mxDzG#-]{0,3})(?:g|[xzke](?=[bwl,.;&]))|[dh][xmD#z-]{0,2}g"
    r"|[CA]c*(?:,[CA]c*)*,?&d?[CA]c*x{0,2}g|[CA]c*[OGUE]{1,3}x?g|Cc*s(?=[bw,.;])|dfd?[CA]c*|d[mxg]z"
    r"|d[zxD]?[CA](?=[bwl,.;&])"
)
_THOSE: Final = re.compile(r"[dpza]fd?[CA]c*(?=[.,;&]|$)")
"""``and B those of Chad``."""
_CAPITAL_SIDE: Final = re.compile(r"Ns[xmD]{0,2}g")
"""``Hanoi's team``."""
_MISSION: Final = re.compile(r"(?:d|[CA]c*s?)[xmD#-]{0,3}[ox]")
_SEEN: Final = frozenset("received welcomed greeted briefed accompanied addressed met seen".split())  # noqa: SIM905
"""Verbs of a passive that do not say who led: ``both teams were received by``."""
_MISSIONS: Final = frozenset({"mission", "party", "deputation", "bloc", "bench"})
_SIDE_WORDS: Final = frozenset(
    {"one", "end", "group", "part", "experts", "officials", "negotiators", "members"}
)
_MORE_STATES: Final = re.compile(r"(?:,?&?d?[CK]c*)+")
_KEPT: Final = frozenset("Cbrw&,;")
_TELLING: Final = _KEPT | {"K", "N"}
"""Letters of tokens that may be an item, whatever the word."""
_WORDS: Final = frozenset("lzxtTvemMkwo")
"""Letters of tokens whose word decides."""
_RETIRED: Final = re.compile(r"\(x\)")
"""``Prime Minister Colonel (rtd) A``."""
_HE: Final = frozenset({"he", "she"})
_SOON: Final = 5
_LEAVING: Final = frozenset("left leaves leave leaving bound headed heads off out departed departs".split())  # noqa: SIM905
_VISITORS: Final = frozenset({"visiting", "guest", "host", "home"})
LEAD_WORDS: Final = cues(DECIDING | _MISSIONS | _SIDE_WORDS | {"counterpart"})
"""Words of which a sentence holds one that says who led, or else a side by its letter."""


class Item(NamedTuple):
    """One letter of the short form, and the tokens it stands for."""

    letter: str
    first: int
    after: int
    person: Person | None = None
    office: Office | None = None
    session: int | None = None


def items_of(
    number: int,
    block: Block,
    sentence: tuple[int, int],
    cast: Cast,
    sessions: list[Session],
    *,
    with_plurals: bool = False,
) -> list[Item]:
    """Give the items of a sentence, left to right."""
    low, high = sentence
    people = _people(number, block, cast, low, high, with_plurals=with_plurals)
    covered = _covered(block, low, high, [*people, *_sessions(block, sessions, low, high)])
    found: list[Item] = []
    for place, tag, word in zip(range(low, high), block.tags[low:high], block.lowers[low:high], strict=True):
        known = covered.get(place)
        if known is not None:
            if not found or found[-1] is not known:
                found.append(known)
        elif tag in "CKN" if with_plurals else tag in _TELLING or word in _TOLD:
            item = _plain(block, place, low, covered, found)
            if item is not None:
                found.append(item)
    return found


_TOLD: Final = DECIDING | _SEEN | _HE | {"from"}
"""Words that may be an item, whatever their letter."""
_FIRST_OF_CAPITALS: Final = frozenset(name.split()[0] for name in CAPITALS)


def _plain(block: Block, place: int, low: int, covered: dict[int, Item], found: list[Item]) -> Item | None:
    """Give the item of a token that belongs to nobody and no side, if it has one."""
    tag, word, letter, after = block.tags[place], block.lowers[place], None, place + 1
    if tag in _KEPT:
        letter = tag if tag != "r" or _is_for(block, place, covered) else None
    elif tag in "KN":
        after = place + 1 if tag == "K" else _capital(block, place, found)
        letter = "C" if after > place else None
    elif (tag in _WORDS or place == low) and word in DECIDING:
        letter = letter_of(block, place)
        letter = None if letter == "h" and block.tags.count('"', low, place) % 2 else letter
    elif tag == "p" and word in _HE and not DECIDING.isdisjoint(block.lowers[after : after + _SOON]):
        letter = "u"
    elif tag == "i" and word == "from" and _opens(block, place, low):
        letter = "i"
    elif tag in "zx" and word in _SEEN:
        letter = "q"
    if letter is None and tag == "N" and place == low and word in DECIDING:
        letter = letter_of(block, place)
    return Item(letter, place, max(after, place + 1)) if letter else None


_STATE: Final = re.compile(r"d?[CAK]c*")
_OWNER: Final = re.compile(r"s[^,.;]")


def _is_for(block: Block, place: int, covered: dict[int, Item]) -> bool:
    """Say whether a side or somebody of one stands behind *for*."""
    if block.lowers[place - 1 : place] and block.lowers[place - 1] in _LEAVING:
        return False
    item = covered.get(place + 1)
    if item is not None:
        return item.letter in "SP"
    if match := _STATE.match(block.tags, place + 1):
        return _OWNER.match(block.tags, match.end()) is None  # for Japan's help
    return place + 1 < len(block.tokens) and block.tokens[place + 1] in CAPITALS


def _capital(block: Block, place: int, found: list[Item]) -> int:
    """Give the token after a seat of government that stands for its state: not ``Victoria Owuor``."""
    if block.tokens[place] not in _FIRST_OF_CAPITALS:
        return place
    names = ((size, " ".join(block.tokens[place : place + size])) for size in (2, 1))
    limit = len(block.tokens) - place
    after = next((place + size for size, name in names if size <= limit and name in CAPITALS), place)
    before, behind = block.tags[place - 1 : place], block.tags[after : after + 1]
    if found and found[-1].letter in "ir" and found[-1].after == place:
        return place if behind in {"N", "U"} else after  # From Lima came A; for Lima, A
    return place if before in set("ijnNUIHRT") or behind in {"N", "U", ","} else after


def _covered(block: Block, low: int, high: int, known: list[Item]) -> dict[int, Item]:
    """Give the item each token belongs to: people, offices and sessions first, then sides."""
    covered: dict[int, Item] = {}
    for item in known:
        for place in range(item.first, item.after):
            covered.setdefault(place, item)
    for first, after in _odd_sides(block, low, high):
        if first not in covered:
            covered |= dict.fromkeys(range(first, after), Item("S", first, after))
    for match in _SIDE.finditer(block.tags, low, high):
        if match.start() not in covered and match.end() - 1 not in covered and _is_side(block, *match.span()):
            covered |= dict.fromkeys(range(*match.span()), Item("S", *match.span()))
    return covered


def _odd_sides(block: Block, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Find ``a Chadian mission``, ``those of Chad``, ``Hanoi's team``."""
    for match in _MISSION.finditer(block.tags, low, high):
        if block.lowers[match.end() - 1] in _MISSIONS:
            yield match.span()
    for match in _THOSE.finditer(block.tags, low, high):
        if block.lowers[match.start()] in {"those", "that"}:
            yield match.span()
    for match in _CAPITAL_SIDE.finditer(block.tags, low, high):
        if block.tokens[match.start()] in CAPITALS:
            yield match.span()


def _is_side(block: Block, first: int, after: int) -> bool:
    """Say whether words of the form of a side name one: *the Peruvians*, not *the others*."""
    tag, word = block.tags[after - 1], block.lowers[after - 1]
    if block.tags[first : first + 2] == "df":
        return block.lowers[first] in {"those", "that"}
    if tag in "CA":
        return _are_people(block, after - 1)
    if tag == "z" and block.tags[first] == "d":
        return word == "one" and block.lowers[after - 2] in _VISITORS
    return tag not in "zxke" or word in _SIDE_WORDS


def _are_people(block: Block, place: int) -> bool:
    """Say whether ``the Peruvians`` stands here."""
    return (
        place in block.countries
        and block.countries[place][1].kind == "demonym"
        and block.tokens[place].endswith("s")
    )


def _people(number: int, block: Block, cast: Cast, low: int, high: int, *, with_plurals: bool) -> list[Item]:
    offices = cast.offices[number]
    found = []
    taken: list[tuple[int, int]] = []
    for first, after, person in cast.at(number):
        if not low <= first < high:
            continue
        own = [
            o
            for o in offices
            if (o.last <= first and _touches(block, o.last, first))
            or (o.outer >= after and _touches(block, after, o.outer))
        ]
        outer = min([first, *(office.outer for office in own)])
        last = max([after, *(office.last for office in own)])
        found.append(Item("P", outer, last, person=person))
        taken.append((outer, last))
    for office in offices:
        if not low <= office.first < high or is_seat(block, office.head):
            continue
        if not any(a <= office.head < b for a, b in taken):
            if not office.is_plural:
                letter = "N" if is_other_chair(block, office.head) else "O"
                found.append(Item(letter, office.outer, office.last, office=office))
            elif with_plurals:
                found.append(Item("O", *_all_of(block, office), office=office))
    return found


def _all_of(block: Block, office: Office) -> tuple[int, int]:
    """Give the tokens of ``the ministers of Mauritius and Oman``, ``his Thai and Lao counterparts``."""
    behind = _MORE_STATES.match(block.tags, office.last)
    first = office.outer
    while first > 1 and block.tags[first - 1] in ",&" and block.tags[first - 2] in "AC":
        first -= 2
    return first, behind.end() if behind else office.last


def _touches(block: Block, left: int, right: int) -> bool:
    """Say whether only a comma, a title or a small word stands between a name and its office."""
    return (
        right - left <= 6  # noqa: PLR2004
        and all(tag in ",dhHRDc()'#UNwC" for tag in _RETIRED.sub("", block.tags[left:right]))
        and ("N" not in block.tags[left:right] or "(" in block.tags[left:right])
        and "w" not in block.tags[left:right]
    )


def _sessions(block: Block, sessions: list[Session], low: int, high: int) -> list[Item]:
    found = []
    start, end = block.starts[low], block.end(high - 1)
    text = block.text[start:end].casefold()
    for index, session in enumerate(sessions):
        at = text.find(session.name.casefold())
        if at < 0:
            continue
        first = next((p for p in range(low, high) if block.starts[p] >= start + at), low)
        after = next(
            (p for p in range(first, high) if block.starts[p] >= start + at + len(session.name)), high
        )
        found.append(Item("X", first, max(after, first + 1), session=index))
    if len(sessions) > 1:
        for place in range(low + 1, high):
            value = ordinal(block.tokens[place]) if block.tags[place] == "#" else None
            if (
                value
                and value <= len(sessions)
                and block.tags[place - 1] == "d"
                and block.tags[place + 1 : place + 2] in {",", ".", "w", "i", "b"}
            ):
                found.append(Item("X", place, place + 1, session=value - 1))
    return found


def _opens(block: Block, place: int, low: int) -> bool:
    """Say whether ``from Peru`` stands before whoever came from there: at the start or behind a comma."""
    return place == low or block.tags[place - 1] in ",;&"
