# ruff: noqa: SIM905 - lists of words read better as text
"""Who speaks where no verb says so: ``Her answer was short: "…"``, ``"…" was the message of Ola Fenner``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.speakers import Actor

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_SAYINGS: Final = frozenset(
    "message answer verdict reply response words word comment advice line view phrase retort".split()
)
_OPENS: Final = frozenset({"came", "ran", "went", "with", "these", "those"})
_NEAR: Final = 6
_REPORTS: Final = re.compile(r"(?:ed|oke|ew)$|^(?:began|begins|ran)$")
_AND: Final = re.compile(r",?&[dTtMmHRG#cA]*")


def told_by_noun(block: Block, low: int, high: int, actors: list[Actor], *, is_after: bool) -> Actor | None:
    """Give who speaks by a noun of speech, in the clause behind a quote or in front of it."""
    people = [actor for actor in actors if actor.kind in {"person", "body"}]
    if not is_after:
        return _in_front(block, low, people)
    start = low + (block.tags[low : low + 1] in {",", ":", "_"})
    if start >= high:
        return None
    near = block.lowers[start + 1 : min(start + _NEAR, high)]
    opens = block.tags[start] == "w" or block.lowers[start] in _OPENS or near[:1] == ["use"]
    if opens and not _SAYINGS.isdisjoint(near):
        if block.tags[start + 1] == "h":
            return Actor("pronoun", start + 1, start + 2)  # were her first words
        return people[0] if people else None
    return _reports(block, start, [actor for actor in actors if actor.kind in {"person", "pronoun"}])


def _in_front(block: Block, low: int, people: list[Actor]) -> Actor | None:
    """Give whose answer it is: *Her* answer was short; in *Fenner's* words."""
    if block.tags[low : low + 1] == "h" and not _SAYINGS.isdisjoint(block.lowers[low + 1 : low + 4]):
        return Actor("pronoun", low, low + 1)
    for actor in people:
        is_whose = block.tags[actor.after : actor.after + 1] == "s"
        if is_whose and not _SAYINGS.isdisjoint(block.lowers[actor.after + 1 : actor.after + 3]):
            return actor
    return None


def _reports(block: Block, start: int, people: list[Actor]) -> Actor | None:
    """Give who does something at once behind words that end in a comma: ``"…," Fenner offered``."""
    if not people or block.tokens[max(start - 2, 0)] not in {",", "?", "!"}:
        return None
    actor = people[0]
    between = block.tags[start : actor.first]
    place = actor.after
    if set(between) <= set("HRTMGtm#c") and block.tags[place : place + 1] in {"x", "z"}:
        return actor if _REPORTS.search(block.lowers[place]) else None
    return None


def in_brackets(block: Block, verb: int, actors: list[Actor]) -> Actor | None:
    """Give who stands between commas with his verb: It was, *said Ola Fenner*, "…"."""
    if block.tags[verb - 1 : verb] != ",":
        return None
    for actor in actors:
        if actor.first > verb and set(block.tags[verb + 1 : actor.first]) <= set("HRTMGtmdc#A"):
            return actor if block.tags[actor.after : actor.after + 1] == "," else None
    return None


def speak_together(block: Block, actors: list[Actor], chosen: Actor) -> bool:
    """Say whether another stands beside the one who speaks: *Ola Fenner and* Pia Olland said."""
    return chosen.kind == "person" and any(
        other.kind == "person" and _AND.fullmatch(block.tags, other.after, chosen.first) for other in actors
    )
