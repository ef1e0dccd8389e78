"""The rules a run reads, parses and extracts by: today's, unless a run is told others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from schemas.fact_records import Facts
from schemas.records import Rejection
from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract
from tasks.parse import parse, split
from tasks.read import read_documents
from tasks.version import RULES_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemas.records import Article, Document, ReadDocument
    from schemas.reference.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How bytes become documents, these articles, and these facts; functions that can be imported by name."""

    version: str
    read: Callable[[str, bytes], Iterator[ReadDocument]]
    parse: Callable[[Document, Lexicon], Article | Rejection]
    extract: Callable[[Article, Lexicon], Facts]


def read_articles(path: str, data: bytes) -> Iterator[ReadDocument]:
    """Yield a file's documents, those that hold several articles taken apart where the seams are plain."""
    for read in read_documents(path, data):
        yield from _articles(read)


def _articles(read: ReadDocument) -> Iterator[ReadDocument]:
    if read.document is None:
        yield read
        return
    try:
        parts = split(read.document, load_lexicon())
    except Exception as error:  # noqa: BLE001 - the file boundary: one bad text must not stop the others
        fault = Rejection(code="parser_error", detail=f"{type(error).__name__}: {error}")
        yield replace(read, document=None, rejections=(fault,))
        return
    if len(parts) == 1:
        yield read
        return
    for number, part in enumerate(parts, 1):
        member = str(number) if read.member is None else f"{read.member}#{number}"
        yield replace(read, member=member, raw=part.text.encode(), document=part)


def extract_nothing(_article: Article, _lexicon: Lexicon) -> Facts:
    """Return no facts."""
    return Facts()


TODAY = Rules(version=RULES_VERSION, read=read_articles, parse=parse, extract=extract)
BARE = replace(TODAY, version=f"{RULES_VERSION}+bare", extract=extract_nothing)
"""Rules that leave facts out; the version says so, so that no article passes for one that says nothing."""


def rules(*, facts: bool) -> Rules:
    """Return today's rules, with what articles say or without it."""
    return TODAY if facts else BARE
