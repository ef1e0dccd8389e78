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
from typing import TYPE_CHECKING, Final

from tasks.extract.words.given import has_given
from tasks.extract.words.meetings import CAPITAL_NOUNS, MEETING_NOUNS, ORDINALS, SIDE_NOUNS
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
    OFFICES_IN_CAPITALS,
    RANKS,
    ROLE_HEADS,
    ROLE_MODIFIERS,
    ROLE_PLURALS,
    is_agent,
)
from tasks.extract.words.verbs import BE, LED, SAID

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def _lower_tag(word: str) -> str:
    if "-" in word and word not in _SMALL and (office := _office_tag(word)):
        return office
    return _LOWER.get(word) or ("t" if is_agent(word) else "x")


def _capital_tag(token: str, lower: str) -> str:
    tag = _IN_CAPITALS.get(token)
    if tag is None and "-" in lower and lower not in _SMALL_IN_TITLES:
        tag = _office_tag(lower).upper().replace("K", "L") or _rank_tag(lower)
    tag = tag or _CAPITAL.get(lower)
    if tag:
        return tag
    if _is_initial(token):
        return "I"
    if _is_general(lower):
        return "G"
    return "U" if token.isupper() and len(token) > 1 else "N"


def _office_tag(lower: str) -> str:
    """Give the letter of a hyphened word that is an office, or offices; nothing for others."""
    if lower in GENERAL_OFFICES or lower in ROLE_HEADS or _is_compound(lower, ROLE_HEADS):
        return "t"
    return "k" if lower in ROLE_PLURALS or _is_compound(lower, ROLE_PLURALS) else ""


def _rank_tag(lower: str) -> str:
    return "R" if (RANKS | {"vice"}).issuperset(lower.split("-")) else ""


GENERAL_OFFICES: Final = frozenset(
    {"director-general", "secretary-general", "attorney-general", "inspector-general", "governor-general"}
)


def _table(*lists: tuple[str, Iterable[str]]) -> dict[str, str]:
    """Give the letter of each word: that of the first list it stands in."""
    return {word: tag for tag, words in reversed(lists) for word in words}


_PATRONYMIC: Final = frozenset({"uulu", "kyzy", "qizi", "gyzy", "ogly", "oglu", "oghlu", "uly"})
"""Words in lower case that end a name: ``Asan Bek uulu``."""
_SMALL: Final = _table(
    ("d", DETERMINERS), ("h", POSSESSIVES), ("p", PRONOUNS), ("#", ORDINALS), ("w", BE), ("l", LED),
    ("g", SIDE_NOUNS),
) | _PREPOSITIONS  # fmt: skip
_LOWER: Final = _table(
    ("t", GENERAL_OFFICES | ROLE_HEADS), ("k", ROLE_PLURALS), ("e", MEETING_NOUNS), ("o", LOWER_HEADS),
    ("m", ROLE_MODIFIERS), ("N", _PATRONYMIC), ("y", NAME_PARTICLES), ("v", SAID), ("z", FUNCTION),
) | _SMALL  # fmt: skip
_IN_CAPITALS: Final = _table(("K", ACRONYMS), ("T", OFFICES_IN_CAPITALS), ("U", {"AM"}))
"""``AM`` is an order behind a name."""
_SMALL_IN_TITLES: Final = _table(
    ("H", HONORIFICS), ("Q", MONTHS | WEEKDAYS), ("#", ORDINALS),
    *((tag, (word,)) for word, tag in _PREPOSITIONS.items()),
    ("d", DETERMINERS), ("h", POSSESSIVES), ("p", PRONOUNS), ("w", BE - {"will", "may"}), ("g", SIDE_NOUNS),
    ("z", FUNCTION - GENERAL), ("v", SAID | (LED - {"head", "chair", "lead"})),
    ("R", ("commander", "captain", "inspector", "marshal")),
)  # fmt: skip
"""What goes before offices; small words stand capitalised at the start of a sentence or in a headline."""
_CAPITAL: Final = _table(
    ("T", ROLE_HEADS | GENERAL_OFFICES), ("L", ROLE_PLURALS), ("R", RANKS), ("O", ORGANISATION_HEADS),
    ("E", MEETING_NOUNS | CAPITAL_NOUNS), ("M", ROLE_MODIFIERS), ("G", GENERAL),
) | _SMALL_IN_TITLES  # fmt: skip


def _is_compound(lower: str, heads: frozenset[str]) -> bool:
    """Say whether a hyphened word ends in an office: ``vice-minister``, ``under-secretary``."""
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


def _is_initial(token: str) -> bool:
    if len(token) == 1:
        return token.isupper()
    if token in _SHORT_GIVEN:
        return True
    return len(token) <= 5 and token.endswith(".") and token[:-1].replace(".", "").isupper()  # noqa: PLR2004


def _is_general(lower: str) -> bool:
    if "-" in lower:
        parts = lower.split("-")
        return parts[-1] in GENERAL and (parts[0] in GENERAL or len(parts[0]) <= 5)  # noqa: PLR2004
    return len(lower) > 5 and lower.endswith(GENERAL_ENDINGS) and not has_given(lower)  # noqa: PLR2004


TAGS: Final = TagTable()
