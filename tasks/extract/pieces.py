# ruff: noqa: RUF001 - marks and letters of articles are meant
"""What stands between two spaces, cut into tokens: ``"Chaudhri's`` is ``"``, ``Chaudhri``, ``'s``.

Tokens never reach over a space, so a piece is cut, and its letters are looked up, once for all articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.tags import MAX_WORDS, TAGS

if TYPE_CHECKING:
    from collections.abc import Callable

_ABBREVIATED: Final = (
    "Dr|Lieut|[Rr]etd?|[Rr]td|Mr|Mrs|Ms|Prof|Lt|Gen|Maj|Brig|Col|Capt|Cdr|Adm|Sgt|Smt|Hon|Rev|Eng|Engr|Fr"
    "|Sr|Jr|St|Ste|No|Nos|Jan|Feb|"
    "Supt|Insp|Det|Md|Mohd|Ch|Kh|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Vol|Gov|Sen|Rep|Pres|Amb|Msgr|Adv|Inc|Ltd|Co|Corp"
)
_TOKEN: Final = re.compile(
    rf"(?:[^\W\d_]-)?(?:{_ABBREVIATED})\.(?!\w*\.\w)|[^\W\d_]\.(?:-?[^\W\d_]\.)*"
    r"|a/[lp](?!\w)|[GHTW]/[A-Z][a-z]+"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|['’]s\b(?!['’])"
    r"|[^\W\d_]+-St\.(?=\s[^\W\d_])"
    r"|[^\W\d_]+(?:(?:['’ʼ`](?!s\b)|-)(?:[^\W\d_]|\d)+)*"
    r"|[^\s\w]|\S"
)
_NEXT_WORD: Final = "-St. "
"""The one token whose end the next word decides: ``Al-St. Clair`` has no end of a sentence."""
_LONGEST: Final = 40
"""Characters of the longest piece that is remembered: longer ones are not words."""


PLAIN: Final = " "
"""Mark of a token that nothing more is to be looked at in."""


class Piece(NamedTuple):
    """The tokens of a piece, where each starts in it, their letters and marks; `width` leads to the next."""

    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    tags: str
    marks: str
    width: int


class Cut(NamedTuple):
    """The tokens of a text, where each starts, its letter, and the marks of those that have one."""

    tokens: list[str]
    starts: list[int]
    tags: list[str]
    marks: dict[int, str]


class Pieces(dict[str, Piece | str]):
    """Pieces seen before; a plain word is known by its letter alone.

    `mark` gives the letter of what else is to be looked at in a token, or `PLAIN`.
    """

    def __init__(self, mark: Callable[[str], str]) -> None:
        """Start from nothing."""
        super().__init__()
        self._mark = mark

    def __missing__(self, text: str) -> Piece | str:
        """Cut a piece not seen before, and remember it while there is room."""
        tokens, starts = _cut(text)
        tags, marks = "".join([TAGS[token] for token in tokens]), "".join(map(self._mark, tokens))
        piece = (
            tags
            if tokens == (text,) and marks == PLAIN
            else Piece(tokens, starts, tags, marks, len(text) + 1)
        )
        if len(self) < MAX_WORDS and len(text) < _LONGEST:
            self[text] = piece
        return piece

    def cut(self, text: str) -> Cut:
        """Give the tokens of a text."""
        tokens: list[str] = []
        starts: list[int] = []
        tags: list[str] = []
        marks: dict[int, str] = {}
        at = 0
        for word in [text] if _NEXT_WORD in text else text.split(" "):
            piece = self[word]
            if isinstance(piece, str):
                tokens.append(word)
                starts.append(at)
                tags.append(piece)
                at += len(word) + 1
                continue
            if not piece.marks.isspace():
                marks |= {len(tokens) + no: mark for no, mark in enumerate(piece.marks) if mark != PLAIN}
            tokens += piece.tokens
            starts += [at + start for start in piece.starts]
            tags += piece.tags
            at += piece.width
        return Cut(tokens, starts, tags, marks)


def _cut(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Give the tokens of a piece and where each starts; plain words need no pattern."""
    if text.isalpha():
        return (text,), (0,)
    if text[-1:] == "," and text[:-1].isalpha():
        return (text[:-1], ","), (0, len(text) - 1)
    spans = [match.span() for match in _TOKEN.finditer(text)]
    return tuple([text[start:end] for start, end in spans]), tuple([start for start, _ in spans])
