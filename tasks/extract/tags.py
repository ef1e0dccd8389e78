# ruff: noqa: RUF001 - marks and letters of articles are meant
"""One letter a token: ``Additional Secretary Zahid Chaudhri led`` is ``MTNNl``, so that grammar is a regex.

Capital letters stand for capitalised tokens. The letters:

=====  =======================================  =====  =======================================
``N``  capitalised word that may be a name      ``U``  all capitals: a surname or an acronym
``I``  initial (``K.``)                         ``y``  name particle (``van``, ``bin``)
``H``  honorific                                ``R``  rank
``T``  head of an office, ``t`` in lower case   ``L``  its plural, ``k`` in lower case
``M``  word before it (``Deputy``), ``m``       ``G``  plain noun or adjective, capitalised
``O``  head of an organisation, ``o``           ``K``  acronym of an organisation
``E``  noun of a meeting, ``e``                 ``Q``  month or weekday
``C``  country, ``A`` adjective or demonym      ``c``  rest of a form of several words
``d``  determiner                               ``h``  possessive pronoun, ``p`` pronoun
``f``  of, ``r`` for, ``n`` on, ``j`` to        ``i``  in, at, with, from
``&``  and                                      ``b``  by
``w``  be, have, will                           ``v``  verb of saying
``l``  verb of leading                          ``g``  side, delegation, team
``a``  that, who, which                         ``z``  other small word, ``x`` any other word
``#``  ordinal, ``D`` number                    ``s``  ``'s``
=====  =======================================  =====  =======================================

Punctuation stands for itself: ``, ; : ( ) . " ' - /``; all dashes are ``-``, all double marks ``"``.
"""

from __future__ import annotations

import re
from typing import Final

from tasks.extract.words.given import has_given
from tasks.extract.words.meetings import MEETING_NOUNS, ORDINALS, SIDE_NOUNS
from tasks.extract.words.organisations import ACRONYMS, LOWER_HEADS, ORGANISATION_HEADS
from tasks.extract.words.plain import (
    DETERMINERS,
    FUNCTION,
    GENERAL,
    GENERAL_ENDINGS,
    MONTHS,
    POSSESSIVES,
    PRONOUNS,
    WEEKDAYS,
)
from tasks.extract.words.roles import (
    HONORIFICS,
    NAME_PARTICLES,
    RANKS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    ROLE_PLURALS,
    is_agent,
)
from tasks.extract.words.verbs import BE, LED, SAID

MAX_WORDS: Final = 100_000
"""Words remembered; hostile input must not grow memory without end."""

_ORDINAL: Final = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")
_PREPOSITIONS: Final = {
    "of": "f", "for": "r", "on": "n", "upon": "n", "to": "j", "in": "i", "at": "i", "with": "i", "from": "i",
    "and": "&", "&": "&", "by": "b", "that": "a", "who": "a", "which": "a", "whose": "a",
    "'s": "s", "’s": "s",
}  # fmt: skip
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".",
    "…": "_",
    '"': '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "'": "'", "‘": "'", "’": "'",
    "-": "-", "–": "-", "—": "-", "―": "-", "‑": "-", "/": "/", "،": ",", "؛": ";", "。": ".", "、": ",",
}  # fmt: skip
_TITLED: Final = {"T": ROLE_HEADS, "L": ROLE_PLURALS, "E": MEETING_NOUNS | {"meetings", "session"}}
_NO_CAPITAL: Final = frozenset({"may", "march", "sat", "sun", "mar", "dec"})


class TagTable(dict[str, str]):
    """The letter of each token, worked out once a word."""

    def __missing__(self, token: str) -> str:
        """Give the letter of a token not seen before, and remember it while there is room."""
        tag = tag_of(token)
        if len(self) < MAX_WORDS and len(token) < 40:  # noqa: PLR2004  longer tokens are not words
            self[token] = tag
        return tag


def tag_of(token: str) -> str:
    """Give the letter of one token; what depends on its neighbours is put right later."""
    found = _PUNCTUATION.get(token)
    if found:
        return found
    first = token[0]
    if first.isdigit():
        return "#" if _ORDINAL.match(token) else "D"
    lower = token.lower()
    if not (first.isalpha() or first == "'"):
        return _PREPOSITIONS.get(lower, "_")
    return _lower_tag(lower) if token == lower else _capital_tag(token, lower)


def _lower_tag(word: str) -> str:  # noqa: C901, PLR0911, PLR0912  one list after the other is the plainest way
    if word in _PREPOSITIONS:
        return _PREPOSITIONS[word]
    if word in DETERMINERS:
        return "d"
    if word in POSSESSIVES:
        return "h"
    if word in PRONOUNS:
        return "p"
    if word in ORDINALS:
        return "#"
    if word in BE:
        return "w"
    if word in LED:
        return "l"
    if word in SIDE_NOUNS:
        return "g"
    if word in GENERAL_OFFICES or word in ROLE_HEADS or _is_compound(word, ROLE_HEADS):
        return "t"
    if word in ROLE_PLURALS or _is_compound(word, ROLE_PLURALS):
        return "k"
    if word in MEETING_NOUNS:
        return "e"
    if word in LOWER_HEADS:
        return "o"
    if word in ROLE_MODIFIERS:
        return "m"
    if word in _PATRONYMIC:
        return "N"
    if word in NAME_PARTICLES:
        return "y"
    if word in SAID:
        return "v"
    if word in FUNCTION:
        return "z"
    return "t" if is_agent(word) else "x"


def _capital_tag(token: str, lower: str) -> str:  # noqa: C901, PLR0911, PLR0912
    if token in ACRONYMS:
        return "K"
    if token in _OFFICES_IN_CAPITALS:
        return "T"
    if lower == "am" and token.isupper():
        return "U"  # an order behind a name: Ola Fenner, AM
    if lower in HONORIFICS:
        return "H"
    if lower in MONTHS or lower in WEEKDAYS:
        return "Q"
    if lower in ORDINALS:
        return "#"
    small = _small_tag(lower)
    if small:
        return small
    if lower in _RANKS_FIRST:
        return "R"
    if lower in ROLE_HEADS or _is_compound(lower, ROLE_HEADS) or lower in GENERAL_OFFICES:
        return "T"
    if lower in ROLE_PLURALS or _is_compound(lower, ROLE_PLURALS):
        return "L"
    if lower in RANKS or ("-" in lower and (RANKS | {"vice"}).issuperset(lower.split("-"))):
        return "R"
    if lower in ORGANISATION_HEADS:
        return "O"
    if lower in MEETING_NOUNS:
        return "E"
    if lower in ROLE_MODIFIERS:
        return "M"
    if _is_initial(token):
        return "I"
    if lower in GENERAL or _is_general(lower):
        return "G"
    if token.isupper() and len(token) > 1:
        return "U"
    return "N"


_OFFICES_IN_CAPITALS: Final = frozenset({"PM", "CM", "DG", "VP", "CEO", "MP"})
_RANKS_FIRST: Final = frozenset({"commander", "captain", "inspector", "marshal"})
GENERAL_OFFICES: Final = frozenset(
    {"director-general", "secretary-general", "attorney-general", "inspector-general", "governor-general"}
)


def _small_tag(lower: str) -> str | None:  # noqa: PLR0911
    """Give the letter of a small word that stands capitalised at the start of a sentence or in a headline."""
    if lower in _PREPOSITIONS:
        return _PREPOSITIONS[lower]
    if lower in DETERMINERS:
        return "d"
    if lower in POSSESSIVES:
        return "h"
    if lower in PRONOUNS:
        return "p"
    if lower in BE and lower not in {"will", "may"}:
        return "w"
    if lower in SIDE_NOUNS:
        return "g"
    if lower in FUNCTION and lower not in GENERAL:
        return "z"
    if lower in SAID or (lower in LED and lower not in {"head", "chair", "lead"}):
        return "v"
    return None


def _is_compound(lower: str, heads: frozenset[str]) -> bool:
    """Say whether a hyphened word ends in an office: ``vice-minister``, ``under-secretary``."""
    if "-" not in lower:
        return False
    first, _, last = lower.rpartition("-")
    if lower == "minister-president":
        return True
    if last in {"designate", "elect", "i", "ii", "iii", "iv", "v"}:
        return first in heads
    if lower.endswith(("-at-large", "-in-chief")):
        return lower[:-9] in heads
    if last == "general":
        return first in heads or _is_compound(first, heads)
    return last in heads and (
        first in ROLE_MODIFIERS or first in heads or first in {"co", "ex", "sub", "under", "first", "second"}
    )


_SHORT_GIVEN: Final = frozenset({"Md.", "Mohd.", "Ch.", "Kh."})
"""Given names cut short: ``Md. Karim Talukder``."""
_PATRONYMIC: Final = frozenset({"uulu", "kyzy", "qizi", "gyzy", "ogly", "oglu", "oghlu", "uly"})
"""Words in lower case that end a name: ``Asan Bek uulu``."""


def _is_initial(token: str) -> bool:
    if len(token) == 1:
        return token.isupper()
    if token in _SHORT_GIVEN:
        return True
    return len(token) <= 4 and token.endswith(".") and token[:-1].replace(".", "").isupper()  # noqa: PLR2004


def _is_general(lower: str) -> bool:
    if "-" in lower:
        parts = lower.split("-")
        return parts[-1] in GENERAL and (parts[0] in GENERAL or len(parts[0]) <= 5)  # noqa: PLR2004
    return len(lower) > 5 and lower.endswith(GENERAL_ENDINGS) and not has_given(lower)  # noqa: PLR2004


TAGS: Final = TagTable()
