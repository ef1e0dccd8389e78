# ruff: noqa: SLF001 - patterns are what is tested
"""A pattern is run only where one of its words stands: no phrase it reads may lack them all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.reference.lexicon import load_lexicon
from tasks.extract.blocks import read_block
from tasks.extract.country_forms import country_forms
from tasks.extract.meetings import anchors, find, in_turn, sessions
from tasks.extract.meetings.topics import find_cues
from tasks.extract.words import topics

if TYPE_CHECKING:
    import re

    from tasks.extract.cues import Cues

LETTERS: Final = st.characters(categories=("Ll", "Lu"), max_codepoint=0x17F) | st.sampled_from(" ,.:;")
GATED: Final = {
    "topics before": (topics.TOLD, topics.TOLD_WORDS),
    "who met": (anchors._MET, anchors._MET_WORDS),
    "several calls": (in_turn.SEVERAL, in_turn.SEVERAL_WORDS),
    "readouts": (find._READOUT, find._REPORT),
    "sessions announced": (sessions._ANNOUNCED, sessions._PART_WORDS),
    "sessions led": (sessions._LED, sessions._PART_WORDS),
    "parts": (sessions._PARTS, sessions._PART_WORDS),
}


@pytest.mark.parametrize(("pattern", "words"), GATED.values(), ids=GATED.keys())
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_each_phrase_holds_a_cue(data: st.DataObject, pattern: re.Pattern[str], words: Cues) -> None:
    """Whatever a pattern matches, a paragraph that holds it holds one of the words declared for it."""
    text = data.draw(st.from_regex(pattern, alphabet=LETTERS))
    if pattern.search(text):
        block = read_block(1, "body", text, country_forms(load_lexicon()))
        assert block.holds(words)


@settings(max_examples=100, deadline=None)
@given(st.from_regex(topics.CUE, alphabet=LETTERS))
def test_each_cue_of_a_topic_is_found(text: str) -> None:
    """The words it may begin with hide no phrase that topics stand behind."""
    block = read_block(1, "body", text, country_forms(load_lexicon()))
    assert [cue.span() for cue in find_cues(block)] == [cue.span() for cue in topics.CUE.finditer(text)]
