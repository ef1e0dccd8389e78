"""Meetings of a whole delegation: ``The delegation called on President A``, ``B received both ministers``.

A delegation has no name of its own: who led it in the main meeting is not said to have come along, but *both
ministers* are those of the main meeting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.anchors import Anchor
from tasks.extract.meetings.describe import describe
from tasks.extract.meetings.found import Lead, Side
from tasks.extract.meetings.further import OTHER_DAYS, like_main
from tasks.extract.meetings.items import Item, items_of
from tasks.extract.meetings.officials import is_official
from tasks.extract.meetings.seats import side_of
from tasks.extract.meetings.sides import Finder

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.found import FoundMeeting
    from tasks.extract.meetings.scene import Scene

_MANY: Final = (
    r"(?:ministers|secretaries|negotiators|co-chairs|co-chairpersons|chairs|leaders|envoys|chiefs|heads"
    r"|deputies)"
)
_PARTY: Final = r"(?:delegation|delegates|team|officials|officers|diplomats|experts|visitors|guests|mission)"
_GROUP: Final = (
    rf"(?:(?P<both>(?:(?:[Bb]oth|[Tt]he two)(?: [a-z-]+)? (?:{_MANY}|officials|sides|delegations|teams)"
    rf"|[Tt]he {_MANY}))"
    rf"(?: of (?:the two|both|the) (?:delegations|teams|sides))?"
    rf"|(?P<one>(?:[Tt]he|[Aa]n?) (?:visiting )?(?:[A-Z][\w-]+ ){{0,3}}(?:(?P<named>{_MANY})|{_PARTY})))"
)
_MAY: Final = (
    r"(?:,? (?:also|later|then|will|would|are|is|were|was|be|been|had|has|have|scheduled|set|due|expected"
    r"|to|jointly"
    r"|together|afterwards|earlier|separately|today|yesterday|on \w+day)){0,6}"
)
_CALLS: Final = re.compile(
    rf"\b{_GROUP}{_MAY} (?:call(?:ed|s)? on|(?:paid|pay|pays) an? (?:[\w-]+ )?(?:call|visit) (?:on|to)"
    r"|met(?: with)?|meets?(?: with)?|interact(?:ed|s)? with|(?:held|hold|had|have) (?:talks"
    r"|an? (?:\w+ )?meeting|discussions) with"
    r"|(?:received|welcomed|greeted)(?: on \w+day| later| afterwards)? by)\b"
)
_HOSTS: Final = re.compile(
    rf"\b(?:received|receives?|met(?: with)?|meets?|hosted|welcomed|greeted|held talks with) {_GROUP}(?!\w)"
)
_WORDS: Final = cues(
    """
    both two delegation delegations delegates team teams officials officers diplomats experts visitors
    guests mission
    ministers secretaries negotiators co-chairs chairs leaders envoys chiefs heads
    """.split()  # noqa: SIM905
)
_VERBS: Final = cues(
    """
    call called calls pay paid pays met meet meets interacted interacts held hold had have received receive
    receives welcomed greeted hosted
    """.split()  # noqa: SIM905
)
_TWO: Final = 2
_NEAR: Final = 2


def group_meetings(scene: Scene, main: FoundMeeting, known: list[FoundMeeting]) -> list[FoundMeeting]:
    """Give those that are not known yet, in text order; known ones get the leads the words tell of."""
    if len(main.sides) != _TWO:
        return []
    found: list[FoundMeeting] = []
    for number, block in enumerate(scene.blocks):
        if block.kind not in {"lede", "body"} or not (block.holds(_WORDS) and block.holds(_VERBS)):
            continue
        for sentence in block.sentences():
            words = block.lowers[slice(*sentence)]
            if _WORDS.isdisjoint(words) or _VERBS.isdisjoint(words):
                continue
            meeting = _in_sentence(scene, main, number, sentence, known)
            if meeting is not None:
                found.append(meeting)
    return found


def _in_sentence(
    scene: Scene, main: FoundMeeting, number: int, sentence: tuple[int, int], known: list[FoundMeeting]
) -> FoundMeeting | None:
    block = scene.blocks[number]
    text = block.words(*sentence)
    match = _CALLS.search(text) or _HOSTS.search(text)
    if match is None or OTHER_DAYS.search(text):
        return None
    at = block.starts[sentence[0]]
    low, high = (_token(block, at + place) for place in match.span())
    if any(a <= low < b for a, b in scene.quoted[number]):
        return None
    host = _host(scene, number, sentence, low, high, is_first=match.re is _HOSTS)
    taken = {id(lead.person) for lead in main.leads}
    if host is None or host.person is None or id(host.person) in taken:
        return None
    sides = _sides(
        scene, main, block, (_token(block, at + match.start("one" if match["one"] else "both")), high), host
    )
    if sides is None:
        return None
    guests = [lead for lead in main.leads if lead.session is None and _came(match, lead, sides[0])]
    leads = [
        *(
            Lead(g.person, g.block, g.first, g.after, g.side, None, is_lead=True, method="met")
            for g in guests
        ),
        Lead(host.person, number, host.first, host.after, sides[1], None, is_lead=True, method="met"),
    ]
    if host.person.country is None and sides[1].country:
        host.person.country, host.person.country_method = sides[1].country, "side"
    for meeting in known:
        if meeting is not main and meeting.block == number and sentence[0] <= meeting.first < sentence[1]:
            have = {id(lead.person) for lead in meeting.leads}
            meeting.leads += [lead for lead in leads if id(lead.person) not in have]
            return None
    anchor = Anchor(number, sentence, low, high, low, None, None, is_background=False, is_verb=True)
    meeting = describe(scene, anchor, [anchor], sides, is_main=False)
    meeting.leads = leads
    like_main(scene, main, meeting, number, text)
    return meeting


def _token(block: Block, char: int) -> int:
    """Give the token that starts at a character, or the next one."""
    return next((place for place, start in enumerate(block.starts) if start >= char), len(block.starts))


def _host(
    scene: Scene, number: int, sentence: tuple[int, int], low: int, high: int, *, is_first: bool
) -> Item | None:
    """Give the official who stands before the verb, or else right behind it, with the tokens of his name."""
    block = scene.blocks[number]
    people = [
        item
        for item in items_of(number, block, sentence, scene.cast, [])
        if item.person is not None and (is_official(item.person, scene.blocks))
    ]
    if is_first:
        near = [item for item in people if item.after <= low and low - item.after <= _NEAR + 2]
    else:
        near = [item for item in people if high <= _start(number, item) <= high + _NEAR]
    if not near:
        return None
    item = near[-1] if is_first else near[0]
    name = next(
        (m for m in scene.cast.at(number) if m[2] is item.person and item.first <= m[0] < item.after), None
    )
    return Item("P", name[0], name[1], person=item.person) if name else None


def _start(number: int, item: Item) -> int:
    """Give where a person's office, or else his name, starts."""
    role = item.person.main_role if item.person else None
    return role.first if role and role.block == number and role.first < item.first else item.first


def _sides(
    scene: Scene, main: FoundMeeting, block: Block, group: tuple[int, int], host: Item
) -> list[Side] | None:
    """Give the side of the group and that of the host: the printed one, or the one that is not at home."""
    finder = Finder(scene.blocks, scene.named)
    printed = [side for place in range(*group) if (side := finder.side_at(block, place))]
    own = side_of(scene, host.person, main.sides) if host.person else None
    home = Side(scene.home) if scene.home else None
    if own is None:
        own = _other(main, printed[0]) if printed else home if home in main.sides else None
    guests = printed[0] if printed else _other(main, own)
    if own is None or guests is None or own == guests or own not in main.sides:
        return None
    return [guests, own]


def _other(main: FoundMeeting, side: Side | None) -> Side | None:
    return next((s for s in main.sides if s != side), None) if side in main.sides else None


def _came(match: re.Match[str], lead: Lead, guests: Side) -> bool:
    """Say whether a lead of the main meeting is one of *both ministers*, of *the Chadian ministers*."""
    return match["both"] is not None or (match["named"] is not None and lead.side == guests)
