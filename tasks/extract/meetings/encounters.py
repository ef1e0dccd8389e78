"""Who met whom, sentence by sentence: ``A received B``, ``A and B spoke by phone``, ``talks of A and B``.

The direction of the verb does not matter: whoever stands on its two sides sat at one table.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tasks.extract.countries import settle
from tasks.extract.meetings.how import is_off
from tasks.extract.meetings.items import Item, items_of
from tasks.extract.meetings.officials import may_meet
from tasks.extract.meetings.runs import MAX_AWAY, is_next, run_after, run_before
from tasks.extract.meetings.sides import Finder
from tasks.extract.meetings.verbs import STARTS, VERB, WORDS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Person
    from tasks.extract.meetings.found import Side
    from tasks.extract.meetings.scene import Scene

_GUESTS: Final = frozenset("guest guests visitor visitors official delegation envoy minister number".split())  # noqa: SIM905
_HE: Final = frozenset({"he", "she"})


@dataclass(slots=True, eq=False)
class Encounter:
    """One table; `first` up to `after` are the tokens of the verb or noun."""

    block: int
    sentence: tuple[int, int]
    first: int
    after: int
    kind: str
    people: list[Person] = field(default_factory=list)
    guests: list[Person] = field(default_factory=list)
    """Those of them who stand behind the verb."""
    sides: list[Side] = field(default_factory=list)
    """Those of offices and states beside the verb, without a name."""
    are_apart: bool = False
    """True where whoever follows met one after the other: ``held talks with: A; B; and C``."""
    is_mutual: bool = False
    """True where the verb has people on both sides, or two people meet without an object."""


def find_encounters(scene: Scene) -> list[Encounter]:
    """Give all of them outside direct speech, in text order."""
    found: list[Encounter] = []
    subject: Person | None = None
    actor: Person | None = None
    for number, block in enumerate(scene.blocks):
        if block.kind == "caption":
            continue
        words, people = block.lowers, scene.cast.at(number)
        may_meet = block.holds(WORDS)
        for sentence in block.sentences() if may_meet or people else ():
            if may_meet and not WORDS.isdisjoint(words[sentence[0] : sentence[1]]):
                met = _in_sentence(scene, number, block, sentence, words, (actor, subject))
                acted = [
                    e.people[0] for e in met if e.people and e.people[0] not in e.guests and e.kind != "noun"
                ]
                actor = acted[-1] if acted else actor
                found += met
            here = [person for first, _, person in people if sentence[0] <= first < sentence[1]]
            subject = here[0] if here else subject
    return found


def one_each(encounters: list[Encounter]) -> list[Encounter]:
    """Split ``met separately with A and B``, ``phoned A on Monday and B on Tuesday``: two tables."""
    found: list[Encounter] = []
    for encounter in encounters:
        hosts = [person for person in encounter.people if person not in encounter.guests]
        many = len(encounter.guests) + len(encounter.sides) > 1
        if not (encounter.are_apart and hosts and many):
            found.append(encounter)
            continue
        found += [
            replace(encounter, people=[*hosts, guest], guests=[guest], sides=[]) for guest in encounter.guests
        ]
        found += [replace(encounter, people=list(hosts), guests=[], sides=[side]) for side in encounter.sides]
    return found


def _in_sentence(  # noqa: PLR0917
    scene: Scene,
    number: int,
    block: Block,
    sentence: tuple[int, int],
    words: list[str],
    meant: tuple[Person | None, Person | None],
) -> list[Encounter]:
    low, high = sentence
    items: list[Item] | None = None
    found: list[Encounter] = []
    after = low
    for first in [place for place in range(low, high) if words[place] in STARTS]:
        match = VERB.match(block.low, block.starts[first], block.end(high - 1)) if first >= after else None
        if match is None:
            continue
        after = bisect_left(block.starts, match.end())
        is_noun = block.tags[first] == "g" and block.tags[first - 1] in "hd"  # her host
        if is_noun or any(a <= first < b for a, b in scene.quoted[number]):
            continue
        if items is None:
            items = [
                item
                for item in items_of(number, block, sentence, scene.cast, [], with_plurals=True)
                if item.letter in "POC"
            ]
        encounter = Encounter(number, sentence, first, after, match.lastgroup or "met")
        if found and _goes_on(block, first) and found[-1].people:
            meant = (found[-1].people[0], None)
        _fill(scene, block, items, encounter, meant)
        if encounter.people or encounter.sides:
            found.append(encounter)
    return found


def _goes_on(block: Block, first: int) -> bool:
    """Say whether the subject is that of the verb before: ``called on the premier and met …``."""
    before = block.tags[max(first - 2, 0) : first]
    return before.endswith("&") or (before.startswith("&") and before[-1] in "xzw")


def _fill(
    scene: Scene,
    block: Block,
    items: list[Item],
    encounter: Encounter,
    meant: tuple[Person | None, Person | None],
) -> None:
    left = _hosts(scene, block, items, encounter, meant)
    right = run_after(block, items, encounter.after) if encounter.kind != "both" else []
    if encounter.kind == "noun" and not left and len(right) == 1:
        left = _next_subject(block, items, encounter) or _first_subject(block, items, encounter)
    if not left and not encounter.people and block.tokens[encounter.after - 2].lower() == "invitation":
        left = _next_subject(block, items, encounter) if right else []
    if encounter.kind == "sat" and right and not any(item.person or item.office for item in right):
        return  # discussed ties with Greece: no one from there was at the table
    if not right and (guest := _guest(scene, block, encounter)):
        encounter.sides.append(guest)
        right = left
    encounter.are_apart = (
        len(right) > 1 or any(item.office and item.office.is_plural for item in right)
    ) and _are_apart(block, encounter, right)
    if encounter.kind == "host":
        left = [_at_home(scene, encounter.block, item) for item in left]
    for item in (*left, *right):
        _take(scene, block, item, encounter)
    if left or len(encounter.people) > len(right):
        behind = [
            _of_that_state(scene, block, item, item.person)
            for item in right
            if item.person and item not in left
        ]
        encounter.guests = behind
    if encounter.kind == "done" and len(right) < 2:  # noqa: PLR2004
        encounter.people.clear()
        encounter.sides.clear()
    is_pair = encounter.kind in {"met", "call", "both"} and (
        len(encounter.people) > 1 or (len(encounter.sides) > 1 and _are_officials(left))
    )
    if encounter.kind == "both" and not is_pair:
        encounter.people.clear()
        encounter.sides.clear()
        encounter.guests.clear()
    encounter.is_mutual = bool(right and (left or encounter.people)) or len(right) > 1 or is_pair


def _are_officials(items: list[Item]) -> bool:
    """Say whether ``the foreign ministers of Chad and Togo`` stand before the verb."""
    return any(item.office is not None and item.office.is_plural for item in items)


def _hosts(
    scene: Scene,
    block: Block,
    items: list[Item],
    encounter: Encounter,
    meant: tuple[Person | None, Person | None],
) -> list[Item]:
    """Give who stands before the verb; whom a pronoun there means joins the people at once.

    `meant` is who met somebody last, and who is named first in the sentence before.
    """
    left = run_before(block, items, encounter.first)
    actor, subject = meant
    last = block.tokens[encounter.after - 1].lower()
    if encounter.kind == "done":
        return []
    if encounter.kind == "noun":
        left = [] if last in {"between", "of"} else left[-1:]
        is_told = last == "with" and (
            _pronoun(block, encounter) or (not left and is_off([block.words(*encounter.sentence)]))
        )
        who = (actor or subject) if is_told else None
    else:
        goes_on = _goes_on(block, encounter.first)
        left = [] if goes_on and encounter.kind != "both" else left
        who = actor or subject if goes_on or _pronoun(block, encounter) else _visitor(scene, block, encounter)
        is_call = block.tokens[encounter.first].lower() in CALLING or encounter.kind == "hosted"
        if who is subject and actor is None and is_call:
            who = _guest_before(scene, encounter) or who
    if not left and who is not None:
        encounter.people.append(who)
    return left


_GUEST: Final = re.compile(r"[dh]m?(?P<state>[CA]c*)[xmsz]{0,2}(?P<who>[xgtT])")


def _guest(scene: Scene, block: Block, encounter: Encounter) -> Side | None:
    """Find ``received the Brazilian guest``: his side stands for the one of that side who is known."""
    match = _GUEST.match(block.tags, encounter.after)
    if match is None or block.tokens[match.start("who")].lower() not in _GUESTS:
        return None
    return Finder(scene.blocks, scene.named).side_at(block, match.start("state"))


def _take(scene: Scene, block: Block, item: Item, encounter: Encounter) -> None:
    if item.person is not None:
        person = _of_that_state(scene, block, item, item.person)
        if person not in encounter.people:
            encounter.people.append(person)
        if item.office and item.office.country and item.person.country is None:
            # A, Deputy Prime Minister and Foreign Minister of Chad
            item.person.country = settle(item.office.country, scene.named)
            item.person.country_method = "office" if item.person.country else None
        return
    if item.office is not None and not may_meet(block.tokens[item.office.head]):
        return
    finder = Finder(scene.blocks, scene.named)
    for place in range(item.first, item.after):
        side = finder.side_at(block, place)
        if side and side not in encounter.sides:
            encounter.sides.append(side)


def _of_that_state(scene: Scene, block: Block, item: Item, person: Person) -> Person:
    """Give whom ``the Moldovan president`` means where two of the article are presidents."""
    first = item.first
    while first and block.tags[first - 1] in "Ac":
        first -= 1  # the Moldovan president
    codes = [
        code
        for place in range(first, item.after)
        if place in block.countries and (code := settle(block.countries[place][1].codes, scene.named))
    ]
    if len(codes) != 1 or person.country == codes[0]:
        return person
    is_named = any(tag in "NU" for tag in block.tags[item.first : item.after])
    words = {block.tokens[place].lower() for place in range(item.first, item.after)}
    fits = [
        other
        for other in scene.cast.people
        if other.country == codes[0]
        and any(words & set((role.text or "").lower().split()) for role in other.roles)
    ]
    return fits[0] if len(fits) == 1 and not is_named else person


def _at_home(scene: Scene, number: int, item: Item) -> Item:
    """Give the host whom ``the minister received`` means where a guest of before is a minister too."""
    block, person = scene.blocks[number], item.person
    is_guest = person is not None and person.country is not None and person.country != scene.home
    if not scene.home or not is_guest or any(tag in "NUCA" for tag in block.tags[item.first : item.after]):
        return item
    words = {token.lower() for token in block.tokens[item.first : item.after]}
    fits = [
        other
        for other in scene.cast.people
        if other.country in {None, scene.home}
        and (other.block, other.first) < (number, item.first)
        and any(words & set((role.text or "").lower().split()) for role in other.roles)
    ]
    return item._replace(person=fits[-1]) if fits else item


_APART: Final = re.compile(
    r"\b(?:separate(?:ly)?|respectively|series|string|one after another|in turn|individually)\b"
)


def _are_apart(block: Block, encounter: Encounter, right: list[Item]) -> bool:
    low, high = right[0].after, right[-1].first
    if any(is_next(block, a.after, b.first) for a, b in pairwise(right)):
        return True
    if "nQ" in block.tags[low:high]:
        return True
    return ";" in block.tags[low:high] or _APART.search(block.words(*encounter.sentence)) is not None


def _visitor(scene: Scene, block: Block, encounter: Encounter) -> Person | None:
    """Find whom ``the visiting general`` means: who was named last of another country."""
    words = {token.lower() for token in block.tokens[encounter.sentence[0] : encounter.first]}
    return None if words.isdisjoint(_VISITING) else _guest_before(scene, encounter)


CALLING: Final = frozenset({"call", "called", "calls", "calling", "paid", "pay", "pays", "paying"})
"""Verbs of a guest who comes to see his host."""
_VISITING: Final = frozenset({"visiting", "guest", "visitor", "guests"})


def _guest_before(scene: Scene, encounter: Encounter) -> Person | None:
    """Give who was named last of those who do not serve the country of the dateline."""
    if scene.home is None:
        return None
    seen = [
        (surface[:2], person)
        for person in scene.cast.people
        if person.country and person.country != scene.home and person.roles
        for surface in person.surfaces
        if surface[:2] < (encounter.block, encounter.first)
    ]
    return max(seen, key=lambda pair: pair[0])[1] if seen else None


def _pronoun(block: Block, encounter: Encounter) -> bool:
    """Say whether ``he`` or ``she`` stands before the verb."""
    return any(token.lower() in _HE for token in block.tokens[encounter.sentence[0] : encounter.first])


def _first_subject(block: Block, items: list[Item], encounter: Encounter) -> list[Item]:
    """Find who is due for it: ``Okello, who …, flies to Lima for talks with B``."""
    before = block.tokens[encounter.first - 1].lower() if encounter.first else ""
    people = [item for item in items if item.person and item.after <= encounter.first]
    is_for = before in {"for", "a", "to"}
    return people[:1] if is_for else []


def _next_subject(block: Block, items: list[Item], encounter: Encounter) -> list[Item]:
    """Find who speaks in ``In a phone call with B on Monday, A said``: the person behind the next comma."""
    right = run_after(block, items, encounter.after)
    rest = [item for item in items if item.first >= right[-1].after]
    if not rest or rest[0].person is None:
        return []
    gap = block.tags[right[-1].after : rest[0].first]
    return rest[:1] if gap.endswith((",", ",d", ",h")) and len(gap) < MAX_AWAY else []
