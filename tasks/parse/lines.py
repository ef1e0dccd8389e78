# ruff: noqa: RUF001 - raw files print these signs
r"""Cut a text into paragraphs: at blank lines and at line ends, but not inside a hard-wrapped paragraph.

``Zinc futures fell $31, or 1.2%, to $2,540 a tonne at\n0942 GMT, while lead`` is one paragraph;
``NEW DELHI\nJuly 21, 2020`` is two. Nothing is dropped: the non-white characters of the paragraphs,
in order, are those of the text.
"""

from __future__ import annotations

import re
from typing import Final

from tasks.parse.words import words

_WRAP_LEAST: Final = 30
"""A line shorter than this stands alone (a menu entry, a section name), however the next one begins."""
_WRAP_MOST: Final = 132
"""No hard wrap was ever set wider; longer lines are paragraphs of their own."""
_STOPS: Final = frozenset(".!?:;…\"”'’»)]}|>。！？।۔؟។။።։")
_BRACKET_LINES: Final = 6
_NARROW: Final = 90
"""A text with a longer line was not hard-wrapped as a whole."""
_FULL_LINES: Final = 5

# Lines that lost their break: `— file picIPOH, Sept 16 — The`, `- {{hits}}`, `Name E-mailRelated News`.
_GLUED: Final = re.compile(
    r"(?<=file pic)(?=[A-Z])"
    r"|(?<=[Ff]ile photo)(?=[A-Z])"
    r"|(?=\{\{[\w.]+\}\})"
    r"|(?<=[^\s—-])(?=Related (?:News|Stories|Articles)\b)"
)


def _may_be_glued(text: str) -> bool:
    return "ile p" in text or "Related " in text or ("{" in text and "{{" in text)


def cut(text: str, start: int = 0) -> list[str]:
    """Return the paragraphs of the text from `start` on, in order, trimmed, none of them blank."""
    body = text[start:] if start else text
    paragraphs: list[str] = []
    parts: list[str] = []
    lines = body.split("\n")
    width = _wrap_width(lines)
    for line in lines:
        trimmed = line.strip()
        if not trimmed:
            if parts:
                paragraphs.append(" ".join(parts))
                parts = []
        elif parts and (_goes_on(parts, trimmed) or (width and _is_wrapped(parts[-1], trimmed, width))):
            parts.append(trimmed)
        else:
            if parts:
                paragraphs.append(" ".join(parts))
            parts = [trimmed]
    if parts:
        paragraphs.append(" ".join(parts))
    if paragraphs:
        paragraphs[:1] = _split_kicker(paragraphs[0])
        _part_dash(paragraphs)
        _part_caption(paragraphs)
    if _may_be_glued(body):
        return [piece for paragraph in paragraphs for piece in _unglue(paragraph)]
    return paragraphs


def _wrap_width(lines: list[str]) -> int:
    """Return the width a text was hard-wrapped at, that of its longest line; 0 if it was not."""
    longest = 0
    for line in lines:
        if len(line) > _NARROW:
            return 0
        longest = max(longest, len(line))
    full = [line for line in lines if len(line) * 4 >= longest * 3]
    open_ended = sum(line.rstrip()[-1:] not in _STOPS for line in full)
    return longest if longest > _WRAP_LEAST and len(full) >= _FULL_LINES and open_ended * 2 > len(full) else 0


def _is_wrapped(previous: str, line: str, width: int) -> bool:
    """Return whether a line ends only because the next word no longer fitted, and no new part begins."""
    word = line.split(" ", 1)[0]
    if previous[-1] in _STOPS or len(previous) + 1 + len(word) <= width:
        return False
    return not (word.isupper() and len(word) > 2) and word != "By"  # noqa: PLR2004


def _goes_on(parts: list[str], line: str) -> bool:
    """Return whether the line continues the sentence of the lines before it."""
    previous = parts[-1]
    if previous[-1] in _STOPS or len(line) > _WRAP_MOST or len(previous) > _WRAP_MOST:
        return False
    first = line[0]
    if (first == "b" and _AUTHOR.match(line)) or line.endswith((" wrote:", " posted:")):
        return False
    if len(previous) < _WRAP_LEAST and len(parts) == 1:
        return (first.islower() or first.isdigit()) and (_has_open_bracket(parts) or _leads_on(previous))
    if first.islower():
        return True
    if first.isdigit() or first in "$€£":
        return previous[-1] == "," or _leads_on(previous)
    return (
        previous.rsplit(" ", 1)[-1] in _NEVER_LAST
        or (previous[-1] == "," and len(previous) > 2 * _WRAP_LEAST)
        or _has_open_bracket(parts)
    )


_AUTHOR: Final = re.compile(r"by:? [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,5}$")
_LEADS_ON: Final = words(
    "a an and at by for from in of on or the to with was were is are near about some nearly over under than"
)


_NEVER_LAST: Final = words("a an and as at but by for from nor of or the their to with its his into")
"""Small words that end no title in whatever case: the next line goes on, capital or not."""


def _leads_on(line: str) -> bool:
    """Return whether a line of several words ends in one that cannot end a title.

    `Exporters meet on Thursday to`.
    """
    return line.count(" ") >= 2 and line.rsplit(" ", 1)[-1] in _LEADS_ON  # noqa: PLR2004


def _has_open_bracket(parts: list[str]) -> bool:
    """Return whether a bracket opened in the last few lines is still open."""
    tail = " ".join(parts[-_BRACKET_LINES:])
    return tail.rfind("(") > tail.rfind(")") or tail.rfind("[") > tail.rfind("]")


def _split_kicker(first: str) -> list[str]:
    """Return the first line in two where a section name is glued to a title.

    `Politics Ministers to Meet in Lima`.
    """
    glued = _GLUED_KICKER.match(first)
    if glued is not None and glued["kicker"].casefold() in _KICKERS and " " in glued["title"]:
        return [glued["kicker"], glued["title"]]
    kicker, _, title = first.partition(" ")
    if (
        kicker.casefold() not in _KICKERS
        or len(first) > 2 * _WRAP_MOST
        or title[-1:] in _STOPS
        or not title[:1].isupper()
    ):
        return [first]
    is_shouted = kicker.isupper() and len(kicker) >= _SHOUTED_LEAST and not title.isupper()
    stands_out = kicker == "Politics" or kicker.islower() or is_shouted
    return [kicker, title] if stands_out and title.count(" ") >= 3 else [first]  # noqa: PLR2004


_GLUED_KICKER: Final = re.compile(r"(?P<kicker>[A-Z][a-z]{3,13})(?P<title>[A-Z][a-z]+ .{6,160})$")
"""`NationalMinister opens bridge`: the section's name lost the space behind it."""


_GLUED_CAPTION: Final = re.compile(
    r"(?P<caption>.{10,200}?(?:\bpic|[Pp]hoto|[Ii]mage|[Pp]icture)\)?(?:: ?[A-Z][\w.’' -]{2,30}?[a-z.])?)"
    r"(?P<head>[A-Z]{3,}(?:[ /][A-Z]{3,}){0,2}(?:, [A-Z][^:—–]{2,40}?)? ?(?:\([A-Za-z/ ]{2,30}\))? ?"
    r"[:—–-]\s?[^\s].*)",
    re.DOTALL,
)


def _part_caption(paragraphs: list[str]) -> None:
    """Take a caption apart from the dateline that it is glued to: `At the gate — AFP picIPOH, May 4 — `."""
    for index, paragraph in enumerate(paragraphs[:_DASHED_WITHIN]):
        if "pic" in paragraph or "hoto" in paragraph or "mage" in paragraph:
            match = _GLUED_CAPTION.fullmatch(paragraph)
            if match is not None:
                paragraphs[index : index + 1] = [match["caption"], match["head"]]
                return


def _part_dash(paragraphs: list[str]) -> None:
    """Make a paragraph of its own of the dash that leads one of the first long ones."""
    for index, paragraph in enumerate(paragraphs[:_DASHED_WITHIN]):
        if paragraph[0] in _DASHES and paragraph[1:2] == " " and len(paragraph) > _WRAP_MOST:
            paragraphs[index : index + 1] = [paragraph[0], paragraph[2:].lstrip()]
            return


_DASHES: Final = "-–—"
_DASHED_WITHIN: Final = 3
"""A dash that leads one of the first paragraphs is what an agency's cut-out name left."""
_SHOUTED_LEAST: Final = 4
_KICKERS: Final = words(
    "politics national business world sports sport economy opinion entertainment technology health"
    " science india pakistan nation international local news"
)


def _unglue(paragraph: str) -> list[str]:
    if not _may_be_glued(paragraph):
        return [paragraph]
    pieces = (piece.strip() for piece in _GLUED.split(paragraph))
    return [piece for piece in pieces if piece]
