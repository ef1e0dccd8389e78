"""The rules a run reads, parses and extracts by: today's, unless a run is told others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from functools import partial
from typing import TYPE_CHECKING, Literal

from schemas.errors import UsageError
from schemas.fact_records import NO_FACTS
from schemas.records import Rejection
from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract
from tasks.ner import extract_with_model, require_model
from tasks.parse import parse, split
from tasks.read import DEFAULT, FieldNames, ReadSettings, read_documents
from tasks.version import RULES_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from schemas.fact_records import Facts
    from schemas.records import Article, Document, ReadDocument
    from schemas.reference.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How bytes become documents, these articles, and these facts; functions that can be imported by name."""

    version: str
    read: Callable[[str, bytes], Iterator[ReadDocument]]
    parse: Callable[[Document, Lexicon], Article | Rejection]
    extract: Callable[[Article, Lexicon], Facts]


def read_articles(path: str, data: bytes, settings: ReadSettings = DEFAULT) -> Iterator[ReadDocument]:
    """Yield a file's documents, those that hold several articles taken apart where the seams are plain."""
    for read in read_documents(path, data, settings):
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
    return NO_FACTS


TODAY = Rules(version=RULES_VERSION, read=read_articles, parse=parse, extract=extract)
BARE = replace(TODAY, version=f"{RULES_VERSION}+bare", extract=extract_nothing)
"""Rules that leave facts out; the version says so, so that no article passes for one that says nothing."""
NER = replace(TODAY, version=f"{RULES_VERSION}+ner", extract=extract_with_model)
"""Today's rules, and what a language model finds besides; needs the extra `ner`."""

FactsBy = Literal["rules", "ner", "none"]
FACTS: dict[FactsBy, Rules] = {"rules": TODAY, "ner": NER, "none": BARE}
"""Rules by what a run is told of facts; the version of each is another."""


def rules(facts: FactsBy, fields: Mapping[str, str] | None = None) -> Rules:
    """Return today's rules with facts by rules, by rules and a model, or without facts.

    `fields` says which field of a record (JSON, Parquet) holds the text, the headline, …; the version tells
    them. Raises `UsageError` where the model is asked for and not installed, or a name is not known.
    """
    if facts == "ner":
        require_model()
    chosen = FACTS[facts]
    if not fields:
        return chosen
    settings = replace(DEFAULT, fields=_field_names(fields))
    told = ",".join(f"{name}={field}" for name, field in sorted(fields.items()))
    return replace(chosen, version=f"{chosen.version}+{told}", read=partial(read_articles, settings=settings))


def _field_names(fields: Mapping[str, str]) -> FieldNames:
    known = [each.name for each in fields_of(FieldNames)]
    for name, field in fields.items():
        if name not in known or not field.strip():
            message = (
                f"--field {name}={field}: expected NAME=FIELD, as in text=story_body; NAME is one of "
                f"{', '.join(known)}."
            )
            raise UsageError(message)
    return FieldNames(**fields)
