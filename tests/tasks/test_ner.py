"""The second extractor: a language model beside the rules, where the extra `ner` is installed."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from schemas.errors import UsageError
from schemas.records import Article, Document
from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract
from tasks.ner import METHOD, PACKAGE, extract_with_model, require_model
from tasks.parse import parse
from tasks.rules import BARE, NER, TODAY, rules

IS_INSTALLED = find_spec("spacy") is not None and find_spec(PACKAGE) is not None
needs_model = pytest.mark.skipif(not IS_INSTALLED, reason="the extra ner is not installed")

TEXT = (
    " date 2024-03-07 KISUMU, March 7 (Reuters) - Farm Minister Peter Ole Kantai opened a bank of seeds.\n\n"
    "The roof came with a note from Ngozi Tshabalala and a cheque from Lakeview Holdings.\n"
)


def _article(text: str = TEXT) -> Article:
    article = parse(Document(text=text), load_lexicon())
    assert isinstance(article, Article)
    return article


def test_versions_differ() -> None:
    """What made the facts is part of the version, so no article passes for another's."""
    assert len({TODAY.version, NER.version, BARE.version}) == 3
    assert rules("rules") is TODAY
    assert rules("none") is BARE


def test_never_imported_unasked() -> None:
    """A run by rules imports no language model, installed or not."""
    script = "import sys, tasks.process, flows.pipeline; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.skipif(IS_INSTALLED, reason="the extra ner is installed")
def test_not_installed() -> None:
    """Without the extra the run does not begin, and the message says what to install."""
    with pytest.raises(UsageError, match="uv sync --extra ner"):
        rules("ner")


@needs_model
def test_model_is_the_one_measured() -> None:
    """The model that is installed has the digest on record."""
    require_model()
    assert rules("ner") is NER


@needs_model
def test_people_without_office() -> None:
    """The model adds people and bodies no rule finds, with their words; what rules found stays."""
    article = _article()
    by_rules, both = extract(article, load_lexicon()), extract_with_model(article, load_lexicon())
    assert set(by_rules.mentions) <= set(both.mentions)
    assert (by_rules.roles, by_rules.statements, by_rules.meetings) == (
        both.roles,
        both.statements,
        both.meetings,
    )
    added = [mention for mention in both.mentions if mention.method == METHOD]
    assert ("organisation", "Lakeview Holdings") in {(mention.kind, mention.surface) for mention in added}
    assert {m.person_id for m in both.mentions} - {None} == {p.person_id for p in both.people}
    spans = [(m.span.paragraph_no, m.span.start_char, m.span.end_char) for m in both.mentions]
    assert spans == sorted(spans)
    for mention in added:
        text = article.paragraphs[mention.span.paragraph_no - 1].text
        assert text[mention.span.start_char : mention.span.end_char] == mention.surface
    assert not any(mention.surface.startswith("KISUMU") for mention in added)


@needs_model
def test_other_languages_are_left() -> None:
    """The model reads English; of other languages the rules' countries are all there is."""
    article = _article(
        "LIMA, 4 jun (EFE).- El ministro Julio Paredes firmó el acuerdo con Chile en la tarde del martes.\n"
    )
    assert extract_with_model(article, load_lexicon()) == extract(article, load_lexicon())
