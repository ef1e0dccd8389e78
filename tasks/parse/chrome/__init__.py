"""Chrome: everything on the page that is not the article. It is marked, never thrown away.

`RULES` is the registry. A line is looked up whole (one dictionary), then by its first word; the few
patterns that may stand anywhere run on short lines only.
"""

from __future__ import annotations

import re
from typing import Final

from tasks.parse.chrome import forms, legal, navigation, related, sharing
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
_WORD_ENDS: Final = (" ", "\\b", "$")
_LITERAL_START: Final = re.compile(r"(?:\\[.()]|[^\\\s()\[\]{}|?*+.^$:,])+")


def _lines() -> dict[str, Opens]:
    known: dict[str, Opens] = {}
    for rule in RULES:
        for line in rule.lines.splitlines():
            known.setdefault(key_of(line), rule.opens)
    return known


def _starts() -> dict[str, list[tuple[re.Pattern[str], Opens, int]]]:
    """Return patterns by the first word they begin with; an alternation or optional letter means `""`."""
    by_word: dict[str, list[tuple[re.Pattern[str], Opens, int]]] = {}
    for rule in RULES:
        for pattern in rule.starts:
            entry = (re.compile(pattern), rule.opens, rule.most)
            literal = _LITERAL_START.match(pattern)
            after = pattern[literal.end() :] if literal else ""
            whole = literal is not None and literal[0][-1] < "\u2e80" and (not after or after.startswith(_WORD_ENDS))
            by_word.setdefault(literal[0] if literal and whole else "", []).append(entry)
    return by_word


_KNOWN: Final = _lines()
_BY_WORD: Final = _starts()
_FREE: Final = _BY_WORD.get("", [])
_ANYWHERE: Final = re.compile("|".join(f"(?:{pattern})" for rule in RULES for pattern in rule.anywhere))
_FREE_ANY: Final = re.compile("|".join(f"(?:{entry[0].pattern})" for entry in _FREE)) if _FREE else None


def chrome(line: str) -> Opens | None:
    """Return what a line of chrome opens; None when the line is not known as chrome."""
    if is_residue(line):
        return Opens.NOTHING
    if len(line) > _LONGEST_LINE:
        return None
    key = key_of(line)
    opens = _KNOWN.get(key)
    if opens is not None:
        return opens
    for pattern, opens, most in _BY_WORD.get(first_word(key), ()):
        if len(line) <= most and pattern.match(key):
            return opens
    if _FREE_ANY is not None and _FREE_ANY.match(key):
        for pattern, opens, most in _FREE:
            if len(line) <= most and pattern.match(key):
                return opens
    if len(line) <= _SHORT_LINE and (_ANYWHERE.search(key) or _is_menu(key)):
        return Opens.NOTHING
    return None


def _is_menu(key: str) -> bool:
    """Return whether every word of the line is a menu entry: `Menu Search Sign in`, `Markets  Companies  Opinion`."""
    words = key.replace("|", " ").replace("/", " ").replace("·", " ").split()
    entries = [word for word in words if word not in FILLERS]
    return len(entries) > 1 and all(word in SECTIONS or word in MENU_WORDS for word in entries)


__all__ = ["RULES", "Opens", "Rule", "chrome", "is_glued_menu"]
