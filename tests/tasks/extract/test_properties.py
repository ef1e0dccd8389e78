# ruff: noqa: RUF001 - marks and letters of articles are meant
# ruff: noqa: SIM905 - lists of words read better as text
"""Laws for any text: spans point at their words, nothing raises, the same text gives the same facts."""

from __future__ import annotations

import time
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.records import Span
from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract
from tests.tasks.extract.build import article
from tests.tasks.extract.test_meetings import SECURITY

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from schemas.records import Article

WORDS = r"""
    the of and , . ; : ( ) " “ ” ‘ ’ ' 's - – / led by was said that met Minister minister Deputy
    Secretary General Ministry Department of Ports Kenya Peru Peruvian Georgia Korean Chad side
    delegation round 8th third Dialogue talks held will postponed Monday May 3 2021 in Lima Ola Fenner
    QUISPE Dr. H.E. Lt Gen (Retd) bin van EU NATO counterpart his two sides agreed session co-chaired
    for while spokesman A. B. U.S. South Korea Sri Lanka
""".split()
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
TEXTS = st.one_of(SENTENCES, st.text(max_size=200))


def _spans(value: Any) -> Iterator[tuple[Span, Any]]:  # noqa: ANN401  walks any record
    parts = [getattr(value, field.name) for field in fields(value)] if is_dataclass(value) else value
    for part in parts if isinstance(parts, (tuple, list)) else ():
        if isinstance(part, Span):
            yield part, value
        else:
            yield from _spans(part)


def _check(made: Article) -> None:
    found = extract(made, load_lexicon())
    assert found == extract(made, load_lexicon())
    for span, fact in _spans(found):
        text = made.paragraphs[span.paragraph_no - 1].text
        surface = text[span.start_char : span.end_char]
        assert 0 <= span.start_char < span.end_char <= len(text)
        for name in ("surface", "topic"):
            assert getattr(fact, name, surface) == surface
        if hasattr(fact, "speaker"):
            assert fact.text == surface


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_text(texts: list[str]) -> None:
    """No text makes it raise; every span holds the words of its fact; twice is the same."""
    _check(article(*texts, home="KE"))


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_shuffled_sentences(dice: random.Random) -> None:
    """Real sentences in any order, cut anywhere, keep the laws."""
    text = " ".join(SECURITY)
    start = dice.randrange(len(text))
    parts = [text[start:], text[:start]]
    dice.shuffle(parts)
    _check(article(*parts, home="GH"))


@pytest.mark.parametrize(
    "unit",
    [
        "Deputy ", "Ministry of ", "Ministry, ", "Ann, ", "Kenya and ", "Kenya, ", "A. ",
        "the Kenya side ", '"',
        "‘a ", "said ", "Minister Ola Fenner, ", "8th round of the ", "led by ", "(",
        "Director General of the Bureau of ",
        "a-", "bin ", "U ", "Dr. ", "Joint Working Group on ", "3 May and ", "ministers of Kenya and ",
    ],
)  # fmt: skip
def test_hostile_text_stays_linear(unit: str) -> None:
    """Ten times the text takes at most some thirty times as long, whatever is repeated."""
    _is_linear("", unit)


@pytest.mark.parametrize(
    "unit",
    [
        "Minister Ann Lee of Peru, ", "Minister Ann Lee and ", "for Peru, Minister Ann Lee; ", "by Peru and ",
        "the Peruvian side and ", "co-chairs, ", "Ann Lee, who sat for Peru, ", "she chaired, ",
    ],
)  # fmt: skip
def test_hostile_lists_of_leads_stay_linear(unit: str) -> None:
    """Nor do lists of people at a meeting, which no verb of leading ends, take longer."""
    _is_linear("Kenya and Peru held the 2nd Trade Dialogue. ", unit)


def _is_linear(opening: str, unit: str) -> None:
    lexicon = load_lexicon()

    def seconds(size: int) -> float:
        made = article(opening + unit * (size // len(unit)))
        start = time.process_time()
        extract(made, lexicon)
        return time.process_time() - start

    seconds(1_000)
    bound = 30 * max(seconds(2_000), 0.01)
    assert any(seconds(20_000) < bound for _ in range(3))  # a busy machine may spoil one
