# ruff: noqa: SIM905 - lists of words read better as text
"""Who speaks: the actors of a sentence, and which of them a verb of saying belongs to.

An actor is a person, a named body, a body without a name (``the ministry``), a document (``a statement
said``),
a country, or somebody without a name (``a senior official``), who is nobody a row could point at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from tasks.extract.cues import cues
from tasks.extract.evidence import fold_name

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.organisations import FoundOrganisation

ActorKind = Literal["person", "body", "document", "country", "pronoun", "nobody", "sides"]

_DOCUMENTS: Final = frozenset(
    """
    statement communiqué communique release announcement declaration handout readout note dispatch
    editorial report newsletter tweet bulletin memorandum circular summary memo letter minutes
    """.split()
)
_DOCUMENT_LEADS: Final = frozenset({"joint", "press", "news", "final", "media", "official", "written"})
_SOURCES: Final = (["from"], ["in"], ["with"])
_PEOPLE: Final = frozenset(
    """
    source sources witnesses analysts critics observers residents organisers organizers participants
    delegations spokespeople envoys insiders people none one some both lawyers neighbours nobody
    everyone police-sources detectives traders exporters builders farmers
    """.split()
)
_SIDE_WORDS: Final = frozenset(
    [
        "sides",
        "countries",
        "parties",
        "delegations",
        "nations",
        "ministers",
        "leaders",
        "governments",
        "teams",
        "officials",
        "states",
    ]
)
_ACTOR_TAGS: Final = re.compile(r"[oOpCh]|U(?=v)")
_LOWER_ACTORS: Final = cues(_DOCUMENTS | _PEOPLE | _SIDE_WORDS | {"year-old"})
_ACTOR_WORDS: Final = {"year-old"}.union(
    form for word in _LOWER_ACTORS - {"year-old"} for form in (word, word.capitalize(), word.upper())
)


class Actor(NamedTuple):
    """One who may speak: tokens `first` up to `after` of a block."""

    kind: ActorKind
    first: int
    after: int
    person: Person | None = None


def find_actors(
    block: Block,
    mentions: list[tuple[int, int, Person]],
    bodies: list[FoundOrganisation],
    cast: Cast,
    number: int,
) -> list[Actor]:
    """Give the actors of a block, left to right, none inside another."""
    found = [Actor("person", first, after, person) for first, after, person in mentions]
    owned = [(office.outer, office.last) for office in cast.offices[number]]
    found += [
        Actor("body", body.first, body.after)
        for body in bodies
        if not any(low <= body.first and body.after <= high for low, high in owned)
    ]
    covered = {place for actor in found for place in range(actor.first, actor.after)}
    for place in _candidates(block):
        if place in covered:
            continue
        tag = block.tags[place]
        if tag in "oO" and any(low <= place < high for low, high in owned):
            continue
        if tag == "O" and block.tags[place + 1 : place + 2] == "R":
            continue  # Police Constable Ola Fenner
        actor = _plain_actor(block, place, tag)
        if actor and actor.kind == "country" and actor.after - actor.first == 1:
            actor = _namesake(cast, block, actor)
        if actor and actor.first not in covered:
            found.append(actor)
            covered.update(range(actor.first, actor.after))
    for office in cast.offices[number]:
        if office.first not in covered and (number, office.head) not in cast.taken:
            found.append(Actor("nobody", office.first, office.after))
    return sorted(found, key=lambda actor: (actor.first, actor.after))


def _namesake(cast: Cast, block: Block, actor: Actor) -> Actor:
    """Give the person a country's name means: *Germany* for coach Rich Germany."""
    word = fold_name(block.tokens[actor.first])
    people = [person for person in cast.having((word,)) if person.parts[-1] == word]
    return Actor("person", actor.first, actor.after, people[0]) if len(people) == 1 else actor


def _candidates(block: Block) -> list[int]:
    """Give the tokens an actor without a name may stand at."""
    found = [match.start() for match in _ACTOR_TAGS.finditer(block.tags)]
    if not block.holds(_LOWER_ACTORS):
        return found
    named = [place for place, token in enumerate(block.tokens) if token in _ACTOR_WORDS]
    return sorted({*found, *named})


def _plain_actor(block: Block, place: int, tag: str) -> Actor | None:  # noqa: C901, PLR0911, PLR0912
    token = block.lowers[place]
    if tag == "h":
        is_told = block.tokens[place + 1 : place + 3] == ["as", "saying"]
        return Actor("pronoun", place, place + 1) if is_told else None
    if tag == "p" and token in {"he", "she", "it", "they", "we"}:
        return Actor("pronoun", place, place + 1)
    if tag == "x" and token.endswith("year-old") and block.tags[place + 1 : place + 2] in {"v", "w"}:
        return Actor("pronoun", place, place + 1)
    if tag == "U" and len(token) > 2 and block.tags[place + 1 : place + 2] == "v":  # noqa: PLR2004
        return Actor("body", place, place + 1)
    if token == "note" and "struck" in block.lowers[max(place - 4, 0) : place]:  # noqa: S105
        return None
    if token in _DOCUMENTS:
        first = place
        while first and block.tokens[first - 1].lower() in _DOCUMENT_LEADS:
            first -= 1
        if first and (
            block.tags[first - 1] in "oOKc"
            or block.tags[place + 1 : place + 2] == "b"
            or block.tokens[place + 1 : place + 2] in _SOURCES
            or (block.tags[place + 1 : place + 2] == "f" and block.tokens[first - 1].lower() != "a")
        ):
            return None
        if first > 1 and block.tags[first - 1] in "s'":
            if block.tags[first - 2] in "oOKc":
                return None
            first -= 2
        return Actor("document", first, place + 1)
    if tag in "oO":
        first = place
        while first and block.tags[first - 1] in "mG" and place - first < 3:  # noqa: PLR2004
            first -= 1
        if first == place and first and block.tags[first - 1] == "A":
            first -= 1  # the Latvian ministry
        elif first and block.tags[first - 1] == "x" and block.tags[first - 2 : first - 1] == "s":
            first = _owner_start(block.tags, first - 2, first)  # Peru's rail ministry
        elif first < place and block.tags[first - 1 : first] == "s":
            first = _owner_start(block.tags, first - 1, first)
        return Actor("body", first, place + 1)
    if tag == "C" and place in block.countries and not _OWNER.match(block.tags, place):
        return Actor("country", place, block.countries[place][0])
    if token in _SIDE_WORDS and _is_joint(block, place):
        return Actor("sides", place - 1, place + 1)
    if token in _PEOPLE:
        return Actor("nobody", place, place + 1)
    return None


_OWNER: Final = re.compile(r"Cc*s(?:x[mG]?|[mG]{1,2})o")
"""A country before a body in lower case, which is one with it: *Peru's* rail ministry."""


def _owner_start(tags: str, mark: int, first: int) -> int:
    """Give where the country before an 's starts, or the first word of the body where there is none."""
    start = mark - 1
    while start > 0 and tags[start] == "c":
        start -= 1
    return start if start >= 0 and tags[start] == "C" else first


def _is_joint(block: Block, place: int) -> bool:
    before = block.tokens[place - 1].lower() if place else ""
    return before in {"two", "both", "three", "four", "all", "five", "six"}


_OFFICE_OF: Final = frozenset({"Tf", "Tr"})


def is_behind_preposition(block: Block, actor: Actor) -> bool:
    """Say whether an actor only qualifies another: a spokesman *for the ministry*, officials *in Lisbon*."""
    first = actor.first
    before = "dhAMmGNUx" if actor.kind == "body" else "dhAMmG"
    while first and block.tags[first - 1] in before:
        first -= 1
        if first > 1 and actor.kind == "person" and block.tags[first - 2 : first] in _OFFICE_OF:
            first -= 2  # Minister of State Ola Fenner
    return first > 0 and block.tags[first - 1] in "frnijb"
