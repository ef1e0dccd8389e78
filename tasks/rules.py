"""The rules a run reads and parses by: today's, unless a run is told others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.parse import RULES_VERSION, parse
from tasks.read import read_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemas.records import Article, Document, ReadDocument, Rejection
    from schemas.reference.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How bytes become documents and documents articles; the functions must be importable by name."""

    version: str
    read: Callable[[str, bytes], Iterator[ReadDocument]]
    parse: Callable[[Document, Lexicon], Article | Rejection]


TODAY = Rules(version=RULES_VERSION, read=read_documents, parse=parse)
