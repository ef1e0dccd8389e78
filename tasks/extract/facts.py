"""From one parsed article to its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.extract.assemble import assemble
from tasks.extract.context import make_scene
from tasks.extract.meetings import find_meetings

if TYPE_CHECKING:
    from schemas.fact_records import Facts
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon


def extract(article: Article, lexicon: Lexicon) -> Facts:
    """Return what the article says. Pure and deterministic; raises on no article.

    People, statements and meetings are read in English only; of other languages the countries that are named.
    """
    scene, countries = make_scene(article, lexicon)
    meetings = find_meetings(scene)
    return assemble(scene, countries, meetings)
