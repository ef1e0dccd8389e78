"""The article and its parts: what stands in the text, row by row; what it says is in `schemas.facts`."""

from __future__ import annotations

from schemas.facts import ARTICLE_FACTS, FACT_FAULTS
from schemas.table import (
    Column,
    Table,
    article_key,
    count,
    country_code,
    date,
    flag,
    key,
    number,
    place_id,
    run,
    span,
    text,
)
from schemas.types import ID

ARTICLE_KINDS = ("article", "release", "index", "liveblog", "multi", "transcript", "stub", "other")
PARAGRAPH_KINDS = ("headline", "lede", "body", "caption", "byline", "meta", "chrome", "repeat")
CREDIT_PLACES = ("dateline", "tail", "byline", "meta")
PUBLISHED_METHODS = ("header", "body", "dateline", "publisher")


def agency_id() -> Column:
    """Return the column that resolves an agency's name."""
    return Column(
        name="agency_id",
        type=ID,
        nullable=True,
        references="agencies.agency_id",
        doc="The agency, where the name is one that is known.",
    )


ARTICLES = Table(
    name="articles",
    grain="one row per article text that some document holds or held",
    partition_by="article_month",
    columns=(
        key("article_id", "Hash of the canonical text and what the publisher said of it."),
        text("kind", "What sort of page this is.", allowed=ARTICLE_KINDS),
        text("language", "ISO 639-1 code of the body; null when not certain.", nullable=True),
        date("published_date", "Day of publication; null when the text does not say it whole."),
        text(
            "published_precision",
            "How much of the date is known: day, or month with `published_partial`.",
            nullable=True,
            allowed=("day", "month"),
        ),
        text("published_partial", "What is known of an incomplete date: 2021-04, --10-03.", nullable=True),
        text(
            "published_method",
            "Where the date was read.",
            nullable=True,
            allowed=PUBLISHED_METHODS,
        ),
        text("published_time", "Time of day printed beside it, HH:MM; null when none is.", nullable=True),
        text("time_zone", "Zone of that time as printed: IST, GMT+5, +05:00.", nullable=True),
        text(
            "time_zone_method",
            "Where the zone was read; a zone that is not printed is never supplied.",
            nullable=True,
            allowed=("body", "publisher"),
        ),
        date("header_date", "Date of the line that the crawler put first."),
        date("dateline_date", "Date in the first dateline, its year supplied by the header if need be."),
        text("date_conflict", "Which dates disagree; null when none do.", nullable=True),
        text("headline", "Headline as printed; null when the text has none.", nullable=True),
        text("lede", "Summary that stands before the body; null when there is none.", nullable=True),
        place_id(),
        count("word_count", "Words of the body, lede and headline; chrome and repeats do not count."),
        count("paragraph_count", "Paragraphs of all kinds."),
        flag("is_current", "True while some document holds this text."),
        text("rules_version", "Rules that made its rows; +bare is without facts, +ner with a model's."),
        run("first_run", "Run that loaded the article."),
        run("last_run", "Last run that changed this row or wrote the article's parts anew."),
        run("parts_run", "Last run that wrote the article's parts: its rows in the other tables."),
    ),
)

PARAGRAPHS = Table(
    name="paragraphs",
    grain="one row per paragraph of one article, chrome included",
    partition_by="article_month",
    columns=(
        article_key(),
        number("paragraph_no", "Position in the article."),
        text("kind", "What the paragraph is.", allowed=PARAGRAPH_KINDS),
        text("text", "The paragraph, NFC, as printed.", is_long=True),
        text("language", "ISO 639-1 code where it is not the article's language; else null.", nullable=True),
    ),
)

DATELINES = Table(
    name="datelines",
    grain="one row per dateline of one article",
    partition_by="article_month",
    columns=(
        article_key(),
        number("dateline_no", "Position among the article's datelines."),
        text("place_text", "Place as printed; two places are one text.", nullable=True),
        place_id(),
        country_code(),
        text("date_text", "Date as printed.", nullable=True),
        date("dateline_date", "That date; null when its year is not known."),
        *span(),
    ),
)

DATELINE_PLACES = Table(
    name="dateline_places",
    grain="one row per place of one dateline: OTTAWA/TOKYO has two",
    partition_by="article_month",
    surface="place_text",
    columns=(
        article_key(),
        number("dateline_no", "The dateline."),
        number("place_no", "Position in the dateline."),
        text("place_text", "Place as printed."),
        place_id(),
        country_code(),
        *span(),
    ),
)

CREDITS = Table(
    name="credits",
    grain="one row per name in an article's credit lines",
    partition_by="article_month",
    surface="name",
    columns=(
        article_key(),
        number("credit_no", "Position among the article's credits."),
        agency_id(),
        text("name", "Name as printed."),
        text("stands", "Where the credit stands.", allowed=CREDIT_PLACES),
        *span(),
    ),
)

BYLINES = Table(
    name="bylines",
    grain="one row per person named as author of an article",
    partition_by="article_month",
    surface="name",
    columns=(
        article_key(),
        number("byline_no", "Position among the article's authors."),
        text("name", "Name as printed."),
        *span(),
    ),
)

ARTICLE_TABLES = (
    ARTICLES,
    PARAGRAPHS,
    DATELINES,
    DATELINE_PLACES,
    CREDITS,
    BYLINES,
    *ARTICLE_FACTS,
    FACT_FAULTS,
)
"""Tables whose rows each tell of one article and come and go with it."""
