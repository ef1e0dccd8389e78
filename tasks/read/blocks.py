"""Marked-up text made paragraphs: ``<p>LIMA — <em>Envoys</em> met.</p><p>They…</p>`` has two.

A tag that starts a block starts a paragraph, all others stay inside one; ``<br>`` breaks the line. White
space is as a browser shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from tasks.read.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE_TAGS: Final = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong
sub sup time tt u var wbr alt-code chron classifier copyrite event frac frac-den frac-num frac-sep function
keyword lang location money num object.title org person postaddr pronounce virtloc
"""
"""HTML's, then NITF's."""
_DROPPED_TAGS: Final = """
audio button form head iframe img media noscript object picture script style svg template video
"""
_INLINE: Final = frozenset(_INLINE_TAGS.split())
_DROPPED: Final = frozenset(_DROPPED_TAGS.split())
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_MARKUP: Final = re.compile(r"</[a-z][a-z0-9]*\s*>|<(?:br|p)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK: Final = "\n"


def looks_marked_up(text: str) -> bool:
    """Tell whether a field's text is HTML."""
    return "<" in text and _MARKUP.search(text) is not None


def text_of_markup(text: str) -> str:
    """Return the text of a piece of HTML, its paragraphs parted by an empty line."""
    from lxml.html import document_fromstring

    return join_paragraphs(paragraphs(document_fromstring(f"<div>{text}</div>")))


def join_paragraphs(found: Iterator[str] | list[str]) -> str:
    """Join paragraphs the way a plain text has them."""
    return "\n\n".join(found)


def one_line(element: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    """Return the text below an element, its lines parted by commas; None where there is none."""
    lines = [line for text in paragraphs(element) for line in text.split(_BREAK)]
    return tidy(", ".join([*(line.rstrip(",; ") for line in lines[:-1]), *lines[-1:]]))


def paragraphs(element: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the paragraphs below an lxml element, in order, none of them empty."""
    pieces: list[str] = []
    for piece in _pieces(element):
        if piece is None:
            if text := _shown(pieces):
                yield text
            pieces = []
        else:
            pieces.append(piece)
    if text := _shown(pieces):
        yield text


def _pieces(root: Any) -> Iterator[str | None]:  # noqa: ANN401
    """Yield text as it stands, and None where a block starts or ends; no recursion, depth may be hostile."""
    from lxml.etree import iterwalk

    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = _name(element) if event in {"start", "end"} else ""
        if event == "start":
            if name in _DROPPED:
                walk.skip_subtree()
                continue
            if name == "br":
                yield _BREAK
            elif name not in _INLINE:
                yield None
            yield _plain(element.text)
        elif event == "end" and name not in _INLINE and name not in _DROPPED and name != "br":
            yield None
        if event != "start" and element is not root:
            yield _plain(element.tail)


def _name(element: Any) -> str:  # noqa: ANN401
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _plain(text: str | None) -> str:
    return _SPACE.sub(" ", text) if text else ""


def _shown(pieces: list[str]) -> str:
    lines = "".join(pieces).split(_BREAK)
    return _BREAK.join(line for line in (_SPACE.sub(" ", line).strip(" ") for line in lines) if line)
