"""From one parsed article to its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.fact_records import Facts, Mention
from schemas.records import Span
from tasks.extract.assemble import assemble
from tasks.extract.blocks import read_blocks
from tasks.extract.context import make_scene
from tasks.extract.country_forms import country_forms
from tasks.extract.foreign import foreign_countries, speaks
from tasks.extract.meetings import find_meetings

if TYPE_CHECKING:
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon


def extract(article: Article, lexicon: Lexicon) -> Facts:
    """Return what the article says. Pure and deterministic; raises on no article.

    People, statements and meetings are read in English only; of other languages the countries that are named.
    """
    if article.language not in {"en", None}:
        return _foreign(article, lexicon)
    scene, countries = make_scene(article, lexicon)
    meetings = find_meetings(scene)
    return assemble(scene, countries, meetings)


def _foreign(article: Article, lexicon: Lexicon) -> Facts:
    """Give the countries only: no rule here reads people in another language, and a guess is no fact."""
    if article.language is None or not speaks(article.language):
        return Facts()
    blocks = read_blocks(article, country_forms(lexicon))
    mentions = [
        Mention(
            kind="country",
            surface=blocks[found.block].text[found.start : found.end],
            span=Span(
                paragraph_no=blocks[found.block].paragraph_no, start_char=found.start, end_char=found.end
            ),
            country_code=found.code,
            method="cldr_name",
        )
        for found in foreign_countries(blocks, article.language)
    ]
    return Facts(mentions=tuple(mentions))
