"""Articles for tests, made from paragraphs as the parser would give them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.records import Article, Dateline, DatelinePlace, Paragraph, Span
from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract

if TYPE_CHECKING:
    from schemas.fact_records import Facts
    from schemas.records import ParagraphKind

PUBLISHED = dt.date(2021, 5, 19)
"""A Wednesday."""


def article(
    *texts: str | tuple[ParagraphKind, str],
    home: str | None = None,
    language: str | None = "en",
    published: dt.date | None = PUBLISHED,
    partial: str | None = None,
) -> Article:
    """Give an article of body paragraphs, or of (kind, text); `home` is the country of its dateline."""
    pairs: list[tuple[ParagraphKind, str]] = [
        ("body", text) if isinstance(text, str) else text for text in texts
    ]
    span = Span(paragraph_no=1, start_char=0, end_char=0)
    place = DatelinePlace(place_text="CITY", place_id=None, country_code=home, span=span)
    line = Dateline(place_text="CITY", date_text=None, date=None, places=(place,), span=span)
    return Article(
        kind="article", language=language, headline=None, lede=None, header_date=published,
        dateline_date=None,
        published_date=published, published_precision="day" if published else None, published_partial=partial,
        published_method="header" if published else None, date_conflict=None,
        paragraphs=tuple(Paragraph(kind=kind, text=text) for kind, text in pairs),
        datelines=(line,) if home else (),
    )  # fmt: skip


def facts(
    *texts: str | tuple[ParagraphKind, str], home: str | None = None, partial: str | None = None
) -> Facts:
    """Give the facts of an article of these paragraphs; without a year where `partial` is given."""
    published = None if partial else PUBLISHED
    return extract(article(*texts, home=home, published=published, partial=partial), load_lexicon())


def roles(found: Facts) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Give role, organisation and country by person."""
    names = {person.person_id: person.name for person in found.people}
    blank = dict.fromkeys(names.values(), (None, None, None))
    return blank | {
        names[role.person_id]: (role.role, role.organisation, role.country_code)
        for role in found.roles
        if role.is_primary
    }


def quotes(found: Facts) -> list[tuple[str | None, str]]:
    """Give speaker and words of direct speech."""
    return [(said.speaker, said.text) for said in found.statements if said.kind == "direct"]


def codes(found: Facts) -> set[str | None]:
    """Give the countries mentioned."""
    return {mention.country_code for mention in found.mentions if mention.kind == "country"}


def cases(name: str) -> list[tuple[str, ...]]:
    """Give the rows of `cases/<name>.tsv` below its heading."""
    text = (Path(__file__).parent / "cases" / f"{name}.tsv").read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines()[1:]]
