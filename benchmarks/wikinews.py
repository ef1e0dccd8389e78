# ruff: noqa: RUF001 - raw files print these signs
"""Wikinews texts with marked-up paragraphs and dates (GUM news): dates and paragraphs, right or wrong.

A caption is counted apart: the corpus marks what its page showed as one, and a caption without any sign of
its own (`The current flag of the island.`) reads as text. The corpus has no mark for furniture, so that the
line of categories below a text may be chrome.

Their form: a headline, ``Friday, August 21, 2015`` on a line of its own, paragraphs. The files are read
where they lie; none of their text is kept here.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # the corpus is a local, trusted download
from typing import TYPE_CHECKING, Final

from schemas.records import Article, Document
from tasks.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from schemas.reference.lexicon import Lexicon

_NO_SPACE_BEFORE: Final = re.compile(r" (?=[.,;:?!%)\]’]|'s\b|n't\b|'$|'(?:re|ll|ve|d|m)\b)")
_NO_SPACE_AFTER: Final = re.compile(r"(?<=[(\[$£€#“]) ")


def score_wikinews(
    folder: Path, lexicon: Lexicon, report: Callable[[str], None] | None
) -> list[tuple[str, str]]:
    """Return printable figures over all texts in the folder; none when it is not there."""
    if not folder.is_dir():
        return []
    days, headlines, paragraphs, captions = ([0, 0] for _ in range(4))
    for path in sorted(folder.glob("*.xml")):
        root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314
        blocks = [
            (one.tag, _words(one), _when(one))
            for one in root.iter()
            if one.tag in ("head", "p", "caption") or (one.tag == "item" and one.find("p") is None)
        ]
        blocks = [(tag, words, when) for tag, words, when in blocks if words]
        text = "\n\n".join(words for _, words, _ in blocks)
        article = parse(Document(text=text), lexicon)
        if not isinstance(article, Article):
            continue
        _score_one(path.stem, blocks, article, (days, headlines, paragraphs, captions), report)
    return [
        ("date of the text", _figure(days)),
        ("headline", _figure(headlines)),
        ("paragraphs of the right kind", _figure(paragraphs)),
        ("captions told from text", _figure(captions)),
    ]


def _score_one(
    name: str,
    blocks: list[tuple[str, str, str | None]],
    article: Article,
    counts: tuple[list[int], list[int], list[int], list[int]],
    report: Callable[[str], None] | None,
) -> None:
    days, headlines, paragraphs, captions = counts
    when = next((day for _, words, day in blocks if day and len(words) < 45), None)  # noqa: PLR2004
    got_day = article.published_date.isoformat() if article.published_date else None
    _count(days, got_day == when, f"{name}: date {got_day}, want {when}", report)
    _count(headlines, article.headline == blocks[0][1], f"{name}: headline {article.headline!r}", report)
    kinds = {one.text: one.kind for one in article.paragraphs}
    for number, (tag, words, day) in enumerate(blocks):
        want = _want(tag, words, number, day is not None and len(words) < 45)  # noqa: PLR2004
        got = kinds.get(words)
        told = captions if tag == "caption" else paragraphs
        _count(told, got in want, f"{name}: {tag} is {got}, want {want}: {words[:70]!r}", report)


def _want(tag: str, words: str, number: int, is_date: bool) -> tuple[str, ...]:  # noqa: FBT001
    if number == 0:
        return ("headline",)
    if tag == "caption":
        return ("caption",)
    if is_date:
        return ("meta",)
    if tag in ("head", "item"):
        return ("body", "chrome", "headline")
    return ("chrome",) if words.startswith("Categories:") else ("body", "lede")


def _count(counts: list[int], right: bool, error: str, report: Callable[[str], None] | None) -> None:  # noqa: FBT001
    counts[0] += right
    counts[1] += 1
    if report is not None and not right:
        report(error)


def _figure(counts: list[int]) -> str:
    return f"{counts[0] / counts[1]:.1%} ({counts[0]} of {counts[1]})" if counts[1] else "–"


def _when(block: ET.Element) -> str | None:
    date = next(block.iter("date"), None)
    return date.get("when") if date is not None else None


def _words(block: ET.Element) -> str:
    """Return the block's words as a text: the corpus has one token a line, joined words in `<w>`."""
    words = " ".join(_tokens(block))
    return _NO_SPACE_AFTER.sub("", _NO_SPACE_BEFORE.sub("", words))


def _tokens(element: ET.Element) -> list[str]:
    own = [line.split("\t")[0] for line in (element.text or "").split("\n") if "\t" in line]
    for child in element:
        inner = _tokens(child)
        own += ["".join(inner)] if child.tag == "w" else inner
        own += [line.split("\t")[0] for line in (child.tail or "").split("\n") if "\t" in line]
    return own
