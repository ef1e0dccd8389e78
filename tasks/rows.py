"""Rows: what one parsed article and its facts become in each table, as plain tuples in column order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from schemas.fact_records import NO_FACTS
from schemas.facts import ARTICLE_FACTS, FACT_FAULTS, NAMED_TABLES
from schemas.identity import make_id
from tasks.extract import facts_rows

if TYPE_CHECKING:
    from schemas.fact_records import Facts
    from schemas.records import Article, Dateline, Document

Rows = dict[str, list[tuple[object, ...]]]

IDENTIFYING = ("headline", "byline", "dateline", "published", "language", "credit")
"""What of the publisher's metadata the parser reads; the rest tells of the item, not of its words."""
_COUNTED = frozenset({"headline", "lede", "body"})
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""Kana and Han, which are written without spaces: each counts as a word, as is usual for Chinese."""
_UNSPACED_LEADS = tuple(bytes([lead]) for lead in (*range(0xE3, 0xEA), 0xEF))
"""First bytes of these in UTF-8: to look for one of them takes next to no time."""


def canonical(text: str) -> str:
    """Return the text that makes an article's identity: what a mail gateway may change is levelled."""
    return "\n".join(map(str.rstrip, text.split("\n"))).strip()


def article_id(document: Document) -> int:
    """Return the id of a document's article: its canonical text and what the publisher said of it."""
    parts = ["article", document.text]
    said = document.metadata
    if said is not None:
        for name in IDENTIFYING:
            value = getattr(said, name)
            if value is not None:
                parts += [name, str(value)]
    return make_id(*parts)


def add_article(rows: Rows, ident: int, article: Article, *, rules_version: str, run_id: str) -> None:
    """Add one article's rows to the rows of its batch."""
    rows["articles"].append(
        (
            ident,
            article.kind,
            article.language,
            article.published_date,
            article.published_precision,
            article.published_partial,
            article.published_method,
            article.published_time,
            article.time_zone,
            article.time_zone_method,
            article.header_date,
            article.dateline_date,
            article.date_conflict,
            article.headline,
            article.lede,
            _first_place(article),
            word_count(" ".join([p.text for p in article.paragraphs if p.kind in _COUNTED])),
            len(article.paragraphs),
            True,
            rules_version,
            run_id,
            run_id,
            run_id,
        )
    )
    rows["paragraphs"].extend(
        (ident, no, p.kind, p.text, p.language) for no, p in enumerate(article.paragraphs, 1)
    )
    for no, dateline in enumerate(article.datelines, 1):
        _add_dateline(rows, ident, no, dateline)
    rows["credits"].extend(
        (ident, no, c.agency_id, c.name, c.stands, *c.span) for no, c in enumerate(article.credits, 1)
    )
    rows["bylines"].extend((ident, no, b.name, *b.span) for no, b in enumerate(article.bylines, 1))


def add_facts(rows: Rows, ident: int, facts: Facts, *, run_id: str) -> None:
    """Add the rows of what one article says to the rows of its batch."""
    if facts is NO_FACTS:
        return
    found = facts_rows(ident, facts)
    for table in ARTICLE_FACTS:
        rows[table.name] += found[table.name]
    for table in NAMED_TABLES:
        rows[table.name] += [(*row, run_id, run_id) for row in found[table.name]]


def add_fault(rows: Rows, ident: int, code: str, detail: str) -> None:
    """Add why an article is without facts."""
    rows[FACT_FAULTS.name].append((ident, 1, code, detail))


def word_count(text: str) -> int:
    """Count words: runs between white space, and each Han or Kana character."""
    if not text.isascii() and _may_be_unspaced(text) and (unspaced := len(_UNSPACED.findall(text))):
        return len(_UNSPACED.sub(" ", text).split()) + unspaced
    return len(text.split())


def _may_be_unspaced(text: str) -> bool:
    raw = text.encode("utf-8", "surrogatepass")
    return any(lead in raw for lead in _UNSPACED_LEADS)


def _add_dateline(rows: Rows, ident: int, number: int, dateline: Dateline) -> None:
    first = dateline.places[0] if dateline.places else None
    rows["datelines"].append(
        (
            ident,
            number,
            dateline.place_text,
            first.place_id if first else None,
            first.country_code if first else None,
            dateline.date_text,
            dateline.date,
            *dateline.span,
        )
    )
    rows["dateline_places"].extend(
        (ident, number, no, p.place_text, p.place_id, p.country_code, *p.span)
        for no, p in enumerate(dateline.places, 1)
    )


def _first_place(article: Article) -> int | None:
    for dateline in article.datelines:
        if dateline.places:
            return dateline.places[0].place_id
    return None
