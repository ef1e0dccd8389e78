"""Fold a name so that its spellings meet: ``HÀ NỘI`` and ``Hà Nội`` both become ``ha noi``.

Case, diacritics, apostrophes, hyphens and points do not count; a variant of a letter (``ł``, ``ی``) is that
letter. A vowel sign of an Indic script is a letter, not a diacritic, and stays.
"""

# ruff: noqa: RUF001  # look-alike letters are what this module is about
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKS: Final = (
    (0x0300, 0x036F),  # Latin, Greek, Cyrillic
    (0x0591, 0x05C7),  # Hebrew points
    (0x0610, 0x061A),  # Arabic honorifics
    (0x064B, 0x065F),  # Arabic vowels and hamza above, below
    (0x06D6, 0x06ED),
    (0x093C, 0x093C),  # nukta, Devanagari and Bengali
    (0x09BC, 0x09BC),
    (0x200B, 0x200F),  # zero width, direction
    (0x202A, 0x202E),
    (0x2060, 0x2069),
)
_DROPPED: Final = "'’‘ʼʻʹʿʾ`´″′\u0640\u0670\ufeff\u00ad"
_SPACED: Final = '-‐‑‒–—―_/\\,.;:()[]{}·•|"“”„«»،؛۔。、・＝=*?!¿¡\u00a0'
_LETTERS: Final = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ə": "e",
    "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ہ": "ه", "ۃ": "ه",
    "ە": "ه", "ة": "ه", "ھ": "ه", "&": " and ",
}  # fmt: skip
_SAINTS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORTENED: Final = re.compile(r"\b(ste?|mt|ft)(?= \w)")


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(letter): plain for letter, plain in _LETTERS.items()}
    table |= {ord(char): None for char in _DROPPED} | {ord(char): " " for char in _SPACED}
    for first, last in _MARKS:
        table |= dict.fromkeys(range(first, last + 1))
    return table


_FOLDED: Final = _table()


@lru_cache(8192)
def fold(name: str) -> str:
    """Give the folded form: lower case, single spaces, ``St.`` as ``saint``; "" where nothing is left."""
    lowered = name.casefold()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", lowered).casefold())
    plain = " ".join(lowered.translate(_FOLDED).split())
    if "st" in plain or "mt" in plain or "ft" in plain:
        plain = _SHORTENED.sub(lambda found: _SAINTS[found[1]], plain)
    return plain
