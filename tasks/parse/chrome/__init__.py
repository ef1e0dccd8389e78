"""Chrome: everything on the page that is not the article. It is marked, never thrown away.

`RULES` is the registry. A line is looked up whole (one dictionary), then by its first word; the few
patterns that may stand anywhere run on short lines that hold their sign.
"""

from __future__ import annotations

import re
from typing import Final

from tasks.parse.chrome import forms, legal, navigation, related, sharing
from tasks.parse.chrome.addressed import is_addressed
from tasks.parse.chrome.navigation import FILLERS, MENU_WORDS, SECTIONS
from tasks.parse.chrome.residue import is_glued_menu, is_residue
from tasks.parse.chrome.rule import Opens, Rule, first_word, key_of

RULES: Final[tuple[Rule, ...]] = (
    *navigation.RULES,
    *sharing.RULES,
    *related.RULES,
    *forms.RULES,
    *legal.RULES,
)

_LONGEST_LINE: Final = 700
_SHORT_LINE: Final = 120
_LONGEST_KEY: Final = 260
_DENSE_FROM: Final = "\u2e80"
_WORD_ENDS: Final = (" ", "\\b", "$", "\\s", "\\(", ":")
_LITERAL_START: Final = re.compile(r"(?:\\[.()]|[^\\\s()\[\]{}|?*+.^$:,])+")


def _lines() -> dict[str, Opens]:
    known: dict[str, Opens] = {}
    for rule in RULES:
        for line in rule.lines.splitlines():
            known.setdefault(key_of(line), rule.opens)
    return known


Starts = dict[str, list[tuple[re.Pattern[str], Opens, int]]]


def _starts() -> tuple[Starts, Starts]:
    """Return patterns by the first word they begin with; those of scripts without spaces by first sign."""
    by_word: Starts = {}
    by_sign: Starts = {}
    for rule in RULES:
        for pattern in rule.starts:
            literal = _LITERAL_START.match(pattern)
            if literal is None:
                msg = f"chrome pattern must begin with a word: {pattern!r}"
                raise ValueError(msg)
            entry = (re.compile(pattern), rule.opens, rule.most)
            if literal[0][0] > _DENSE_FROM or literal[0][0] == "©":
                by_sign.setdefault(literal[0][0], []).append(entry)
                continue
            for word in _forms(literal[0], pattern[literal.end() :], pattern):
                by_word.setdefault(word, []).append(entry)
    return by_word, by_sign


def _forms(literal: str, after: str, pattern: str) -> tuple[str, ...]:
    """Return the first words a pattern can meet: `tags?` meets two, `comments? (?:are|is)` too."""
    if after.startswith("?"):
        return (literal, literal[:-1])
    if after and not after.startswith(_WORD_ENDS):
        msg = f"chrome pattern must begin with a whole word: {pattern!r}"
        raise ValueError(msg)
    return (literal,)


_KNOWN: Final = _lines()
_BY_WORD, _BY_SIGN = _starts()
_COMMENTS: Final = re.compile(r"\d+ (?:thoughts?|comments?|responses?|replies|reactions?) (?:on|to|so far)\b")
"""`2 thoughts on “…”`: readers' words follow."""
_COUNTED: Final = re.compile("|".join(f"(?:{one})" for rule in RULES for one in rule.counted))
_ANYWHERE: Final = tuple((sign, re.compile(pattern)) for rule in RULES for sign, pattern in rule.anywhere)
_ANYWHERE_ASCII: Final = tuple(one for one in _ANYWHERE if one[0].isascii())
CHROME_WORDS: Final = frozenset(_BY_WORD) | {"var", "function"}
"""First words of which some line is chrome; a long paragraph that begins with none of them is not."""
_ENTRIES: Final = SECTIONS | MENU_WORDS
_LONGEST_KNOWN: Final = max(map(len, _KNOWN))


def chrome(line: str) -> Opens | None:  # noqa: PLR0911 - one answer a way of knowing
    """Return what a line of chrome opens; None when the line is not known as chrome."""
    if len(line) > _LONGEST_LINE:
        return Opens.NOTHING if is_residue(line) else None
    if is_residue(line):
        return Opens.NOTHING
    key = key_of(line[:_LONGEST_KEY])
    if len(key) <= _LONGEST_KNOWN:
        opens = _KNOWN.get(key)
        if opens is not None:
            return opens
    if key[:1].isdigit() and _COMMENTS.match(key) is not None:
        return Opens.TAIL
    word = first_word(key)
    for pattern, opens, most in _BY_WORD.get(word, ()) or _BY_SIGN.get(key[:1], ()):
        if len(line) <= most and pattern.match(key):
            return opens
    if len(line) <= _SHORT_LINE and (
        _is_counted(key)
        or _holds_pattern(key)
        or (_may_open_menu(word) and _is_menu(key))
        or (key[:1] > _DENSE_FROM and _is_dense_menu(key))
    ):
        return Opens.NOTHING
    return Opens.NOTHING if is_addressed(line, key) else None


def _is_counted(key: str) -> bool:
    return key[:1].isdigit() and _COUNTED.match(key) is not None


def _holds_pattern(key: str) -> bool:
    signs = _ANYWHERE_ASCII if key.isascii() else _ANYWHERE
    for sign, pattern in signs:  # noqa: SIM110 - half the time of any()
        if sign in key and pattern.search(key) is not None:
            return True
    return False


def _may_open_menu(word: str) -> bool:
    return word in _ENTRIES or word in FILLERS or not word.isalnum()


def _is_menu(key: str) -> bool:
    """Return whether every word of the line is a menu entry, or all but one of many.

    `Menu Search Sign in`, `Markets  Companies  Opinion`.
    """
    entries = others = 0
    for word in key.replace("|", " ").replace("/", " ").replace("·", " ").split():
        if word in FILLERS:
            continue
        if word in _ENTRIES:
            entries += 1
        elif word.isalpha():
            others += 1
        else:
            return False
    return entries > 1 and others * _ENTRIES_PER_OTHER <= entries


_ENTRIES_PER_OTHER: Final = 3
"""How many known entries vouch for one that is not: `Politics Economy Society Sport Waterways`."""
_DENSE_ENTRY: Final = 5
_DENSE_LEAST: Final = 4
_HANGUL: Final = "\uac00"
"""Korean is parted by spaces word by word; kana and Han are not."""


def _is_dense_menu(key: str) -> bool:
    """Return whether a line in a script without spaces is short words parted by them: `即時 要聞 運動`."""
    entries = key.split()
    return len(entries) >= _DENSE_LEAST and all(
        len(entry) <= _DENSE_ENTRY and entry.isalpha() and _DENSE_FROM < entry[0] < _HANGUL
        for entry in entries
    )


__all__ = ["CHROME_WORDS", "RULES", "Opens", "Rule", "chrome", "is_glued_menu"]
