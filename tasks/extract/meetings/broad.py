# ruff: noqa: SIM905 - lists of words read better as text
"""Meetings told in no usual form: a word of meeting in the opening, officials, and two states.

Asked last, where nothing else in an article was found to be a meeting. The sides are the states of the
sentence: ``Negotiators from Malta and Uruguay picked up their dairy track``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues
from tasks.extract.meetings.affiliation import is_home
from tasks.extract.meetings.anchors import BUSINESS, Anchor, name_at
from tasks.extract.meetings.found import Side
from tasks.extract.meetings.officials import is_official, serves_a_state
from tasks.extract.meetings.unreal import is_unreal

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Person
    from tasks.extract.meetings.scene import Scene

_OPENING: Final = 3
"""Blocks of an article that say what it is about."""
_MOST: Final = 5
"""More states in one sentence are no table."""
_NAME: Final = range(2, 6)
"""Tokens between marks that may be a name: "raw materials table"; one word alone is irony."""
_NOUNS: Final = frozenset(
    """
    track tracks table council committee commission retreat panel sitting consultation consultations
    negotiation negotiations talks meeting meetings round session forum visit tour conversation summit
    dialogue mechanism roundtable call
    """.split()
)
_PHRASES: Final = frozenset(
    tuple(phrase.split())
    for phrase in (
        "each other, came together, come together, got together, due in, flies to, flew to, flies in, "
        "thrash out, hammer out, travels to, spoke on, spoke to, spoke with, called on, play host, "
        "plays host, played host, across from"
    ).split(", ")
)
WORDS: Final = cues(_NOUNS | {first for first, _ in _PHRASES})
"""One of these stands wherever a meeting is told."""
_OFFICIALS: Final = frozenset(
    """
    negotiators officials delegation delegations ministers ministries envoys diplomats teams ambassador
    ambassadors governments
    """.split()
)


def told_broadly(scene: Scene) -> tuple[Anchor, list[Side]] | None:
    """Give the first such name of a meeting and its sides; None where there is none."""
    for number, block in enumerate(scene.blocks[:_OPENING]):
        if block.kind == "caption" or not block.holds(WORDS):
            continue
        for sentence in block.sentences():
            if BUSINESS.search(block.words(*sentence)):
                continue
            place = _cue(scene, number, sentence)
            states = _at_the_table(scene, number, sentence) if place is not None else []
            if place is None or not 1 < len(states) <= _MOST:
                continue
            anchor = name_at(number, block, sentence, place, is_verb=block.lowers[place] not in _NOUNS)
            if not anchor.is_background and not is_unreal(scene, anchor):
                return anchor, [Side(code) for code in states]
    return None


def _cue(scene: Scene, number: int, sentence: tuple[int, int]) -> int | None:
    """Give the token that tells of a meeting outside direct speech, where officials stand near."""
    block, (low, high) = scene.blocks[number], sentence
    if not _has_officials(scene, block, sentence):
        return None
    said = block.tags.find("v", low, high)
    for place in range(low, said if said >= 0 else high):  # what somebody says of talks is none
        word = block.lowers[place]
        is_cue = word in _NOUNS or (word, *block.lowers[place + 1 : place + 2]) in _PHRASES
        if is_cue and not any(
            start <= place < end and end - start not in _NAME for start, end in scene.quoted[number]
        ):
            return place
    return None


def _has_officials(scene: Scene, block: Block, sentence: tuple[int, int]) -> bool:
    low, high = sentence
    if not _OFFICIALS.isdisjoint(block.lowers[low:high]) or _has_pair(block, sentence):
        return True
    near = [person for place in range(_OPENING) for _, _, person in scene.cast.at(place)]
    return any(_serves(scene, person) for person in near)


def _serves(scene: Scene, person: Person) -> bool:
    return is_official(person, scene.blocks) and serves_a_state(person, scene.blocks)


def _state_of(scene: Scene, person: Person) -> str | None:
    """Give whom an official serves: the dateline's state where nothing else is printed."""
    return person.country or (scene.home if is_home(person, scene.blocks) else None)


def _has_pair(block: Block, sentence: tuple[int, int]) -> bool:
    """Say whether two states stand joined: ``Slovak-Austrian round table``."""
    return "A-A" in block.tags[slice(*sentence)] or "C-C" in block.tags[slice(*sentence)]


def _at_the_table(scene: Scene, number: int, sentence: tuple[int, int]) -> list[str]:
    """Give the states of the sentence; where it names one, also whose officials the next sentence names."""
    found = _states(scene, number, sentence)
    following = next((s for s in scene.blocks[number].sentences() if s[0] == sentence[1]), None)
    if len(found) == 1 and following:
        found += [code for code in _served(scene, number, following) if code not in found]
    return found


def _served(scene: Scene, number: int, sentence: tuple[int, int]) -> list[str]:
    low, high = sentence
    people = [person for first, _, person in scene.cast.at(number) if low <= first < high]
    codes = [_state_of(scene, person) for person in people if _serves(scene, person)]
    return [code for code in codes if code]


def _states(scene: Scene, number: int, sentence: tuple[int, int]) -> list[str]:
    """Give the states a sentence names, or whose officials it names, in text order."""
    block, (low, high) = scene.blocks[number], sentence
    found: list[tuple[int, str]] = []
    for first, (_, form) in block.countries.items():
        if low <= first < high and len(form.codes) == 1:
            found.append((first, form.codes[0]))
    for first, _, person in scene.cast.at(number):
        if low <= first < high and _serves(scene, person) and (code := _state_of(scene, person)):
            found.append((first, code))
    return list(dict.fromkeys(code for _, code in sorted(found)))
