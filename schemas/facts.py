"""What articles say: mentions, people and offices, organisations, statements, official meetings.

Columns are in the order `tasks.extract.rows` fills them. The coding rules are in docs/codebook.md.
"""

from __future__ import annotations

from schemas.table import (
    Column,
    Table,
    article_key,
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
from schemas.types import ID, INTEGER

MENTION_KINDS = ("person", "organisation", "country", "place")
STATEMENT_KINDS = ("direct", "indirect", "joint")
MODES = ("virtual", "in_person")
STATUSES = ("held", "planned", "postponed", "cancelled")
DATE_PRECISIONS = ("day", "month", "partial")


FAULT_CODES = ("extractor_error", "rule_broken")


def _stamps() -> tuple[Column, ...]:
    return (
        run("first_run", "Run from which on some article names it without a break."),
        run("last_run", "Last run in which this row changed."),
    )


def _person_id(*, nullable: bool = True) -> Column:
    return Column(
        name="person_id", type=ID, nullable=nullable, references="people.person_id", doc="The person."
    )


def _organisation_id(doc: str = "The organisation.") -> Column:
    return Column(
        name="organisation_id", type=ID, nullable=True, references="organisations.organisation_id", doc=doc
    )


def _method(doc: str = "Rule that found it.") -> Column:
    return text("method", doc)


def _meeting_no() -> Column:
    return number("meeting_no", "The meeting among the article's meetings.")


PEOPLE = Table(
    name="people",
    grain="one row per name of a person that some article's row refers to; namesakes share it",
    partition_by="run_month",
    run_column="first_run",
    columns=(
        key("person_id", "Hash of the normal form of the name."),
        text("name", "Normal form: spaces and apostrophes made alike, surnames in capitals in title case."),
        text("name_key", "The same folded: lower case, no diacritics; variants of one name share it."),
        *_stamps(),
    ),
)

ORGANISATIONS = Table(
    name="organisations",
    grain="one row per organisation that some article's row refers to: a name, its country and the one it "
    "belongs to",
    partition_by="run_month",
    run_column="first_run",
    columns=(
        key("organisation_id", "Hash of name, country and parent."),
        text("name", "Name as printed, without the country it ends or starts with."),
        country_code(),
        Column(
            name="parent_id",
            type=ID,
            nullable=True,
            references="organisations.organisation_id",
            doc="The organisation it belongs to, where the text says so.",
        ),
        *_stamps(),
    ),
)

MENTIONS = Table(
    name="mentions",
    grain="one row per place where an article names a person, organisation, country or place",
    partition_by="article_month",
    surface="surface",
    columns=(
        article_key(),
        number("mention_no", "Position among the article's mentions."),
        text("kind", "What is named.", allowed=MENTION_KINDS),
        text("surface", "The words as printed."),
        *span(),
        _person_id(),
        _organisation_id(),
        country_code(),
        place_id(),
        _method(),
    ),
)

PERSON_ROLES = Table(
    name="person_roles",
    grain="one row per office of a person in one article",
    partition_by="article_month",
    columns=(
        article_key(),
        number("role_no", "Position among the article's offices."),
        _person_id(nullable=False),
        text("title", "Honorifics and rank before the name.", nullable=True),
        text(
            "role",
            "The office, without its organisation and country; null where only the body is told.",
            nullable=True,
        ),
        _organisation_id(),
        text("organisation", "The organisation as printed, with those it belongs to.", nullable=True),
        country_code(),
        text("country_method", "What the country was read from.", nullable=True),
        flag("is_primary", "True for the office the person acts in in this article."),
        *span(),
        _method(),
    ),
)

STATEMENTS = Table(
    name="statements",
    grain="one row per thing said in one article",
    partition_by="article_month",
    surface="text",
    columns=(
        article_key(),
        number("statement_no", "Position among the article's statements."),
        text("kind", "Direct speech, paraphrase, or what the sides said together.", allowed=STATEMENT_KINDS),
        text("speaker", "Fullest name of the speaker, or the words for the body or document.", nullable=True),
        _person_id(),
        _organisation_id("The organisation that speaks."),
        text("verb", "Verb of saying.", nullable=True),
        text("text", "What was said, as printed, without marks."),
        *span(),
        _method(),
    ),
)

MEETING_REPORTS = Table(
    name="meeting_reports",
    grain="one row per official meeting in one article",
    partition_by="article_month",
    columns=(
        article_key(),
        _meeting_no(),
        text("name", "Words that name it."),
        text("series", "Proper name of the series, its sides included.", nullable=True),
        Column(
            name="round_number", type=INTEGER, nullable=True, minimum=1, doc="Number of the round, if stated."
        ),
        text("mode", "Null where unknown, or both at once.", nullable=True, allowed=MODES),
        text(
            "mode_method",
            "stated, place, or default: a meeting held is taken to be in person.",
            nullable=True,
        ),
        text("status", "Whether it was held.", allowed=STATUSES),
        text("place_text", "Where, as printed.", nullable=True),
        place_id(),
        date("start_date", "First day."),
        date("end_date", "Last day, where there are several."),
        text("date_precision", "How much of the date is known.", nullable=True, allowed=DATE_PRECISIONS),
        text("date_partial", "What is known of an incomplete date: --06-04, 2020-10.", nullable=True),
        *span(),
        _method(),
    ),
)

MEETING_SIDES = Table(
    name="meeting_sides",
    grain="one row per side of one meeting",
    partition_by="article_month",
    columns=(
        article_key(),
        _meeting_no(),
        number("side_no", "Position among the sides."),
        country_code(),
        _organisation_id("The organisation that is a side itself."),
    ),
)

MEETING_SESSIONS = Table(
    name="meeting_sessions",
    grain="one row per named part of one meeting",
    partition_by="article_month",
    surface="name",
    columns=(
        article_key(),
        _meeting_no(),
        number("session_no", "Position among the sessions."),
        text("name", "Name as printed."),
        *span(),
    ),
)

MEETING_PARTICIPANTS = Table(
    name="meeting_participants",
    grain="one row per person and session of one meeting",
    partition_by="article_month",
    columns=(
        article_key(),
        _meeting_no(),
        number("participant_no", "Position among the participants."),
        country_code(),
        _organisation_id("The organisation he sits for, where that is a side."),
        Column(name="session_no", type=INTEGER, nullable=True, minimum=1, doc="The session; null for all."),
        _person_id(nullable=False),
        text("name", "Fullest name in the article."),
        text("role", "His office.", nullable=True),
        text("organisation", "His organisation as printed.", nullable=True),
        flag("is_lead", "True for who led, chaired or, of a side without a stated lead, met."),
        *span(),
        _method("stated, or first_official."),
    ),
)

MEETING_TOPICS = Table(
    name="meeting_topics",
    grain="one row per subject of one meeting",
    partition_by="article_month",
    surface="topic",
    columns=(
        article_key(),
        _meeting_no(),
        number("topic_no", "Position among the topics."),
        text("topic", "The subject as printed."),
        *span(),
    ),
)

FACT_FAULTS = Table(
    name="fact_faults",
    grain="one row per fault of the extractor on one article, which is then without facts",
    partition_by="article_month",
    columns=(
        article_key(),
        number("fault_no", "Position among the article's faults."),
        text("code", "extractor_error: it failed; rule_broken: a fact breaks a rule.", allowed=FAULT_CODES),
        text("detail", "What was seen and what was expected."),
    ),
)

NAMED_TABLES = (PEOPLE, ORGANISATIONS)
"""Who and what articles name, across articles: a row stands as long as some article's row refers to it."""
ARTICLE_FACTS = (
    MENTIONS,
    PERSON_ROLES,
    STATEMENTS,
    MEETING_REPORTS,
    MEETING_SIDES,
    MEETING_SESSIONS,
    MEETING_PARTICIPANTS,
    MEETING_TOPICS,
)
FACT_TABLES = (*NAMED_TABLES, *ARTICLE_FACTS)
