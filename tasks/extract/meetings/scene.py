"""What every part of the search for meetings looks at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast
    from tasks.extract.marks import Quote


@dataclass(slots=True, eq=False)
class Scene:
    """One article, read once."""

    article: Article
    blocks: list[Block]
    cast: Cast
    quotes: list[Quote]
    quoted: list[list[tuple[int, int]]]
    named: Counter[str]
    home: str | None
    lexicon: Lexicon
