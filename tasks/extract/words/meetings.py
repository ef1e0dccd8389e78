# ruff: noqa: SIM905 - lists of words read better as text
"""Words of official meetings: ``dialogue``, ``round``, ``held``, ``postponed``, ``third``."""

from __future__ import annotations

from typing import Final

MEETING_NOUNS: Final = frozenset(
    """
    dialogue dialog talks consultation consultations meeting summit conference forum commission committee
    council group negotiations discussions council conclave gathering symposium teleconference
    videoconference sitting round session edition trilateral bilateral mechanism colloquium roundtable
    retreat
    """.split()
)
COUNTERS: Final = frozenset("round session edition meeting sitting gathering iteration instalment".split())
"""What an ordinal counts: ``the 8th round of``, ``third session of``."""

BODY_NOUNS: Final = frozenset("commission committee council group mechanism".split())
"""Meetings named by the body that meets: the joint commission."""

ORDINALS: Final = {
    word: number
    for number, words in enumerate(
        """
    first|inaugural|maiden second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
    twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth
    twenty-ninth thirtieth thirty-first thirty-second thirty-third thirty-fourth thirty-fifth thirty-sixth
    thirty-seventh thirty-eighth thirty-ninth fortieth forty-first forty-second forty-third forty-fourth
    forty-fifth forty-sixth forty-seventh forty-eighth forty-ninth fiftieth
    """.split(),
        start=1,
    )
    for word in words.split("|")
}
CARDINALS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        start=1,
    )
}
SIDE_NOUNS: Final = frozenset("side sides delegation delegations team teams end hosts host visitors".split())
