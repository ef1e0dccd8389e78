"""Facts as rows of their tables, in the order of the columns that `schemas.facts` declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schemas.facts import FACT_TABLES

if TYPE_CHECKING:
    from schemas.fact_records import Facts, MeetingReport

Rows = dict[str, list[tuple[Any, ...]]]


def facts_rows(article_id: int, facts: Facts) -> Rows:
    """Give the rows of one article by table; every fact table is there, empty or not."""
    rows: Rows = {table.name: [] for table in FACT_TABLES}
    rows["people"] = [(p.person_id, p.name, p.name_key) for p in facts.people]
    rows["organisations"] = [
        (o.organisation_id, o.name, o.country_code, o.parent_id) for o in facts.organisations
    ]
    rows["mentions"] = [
        (
            article_id, no, m.kind, m.surface, *m.span, m.person_id, m.organisation_id, m.country_code,
            m.place_id, m.method,
        )
        for no, m in enumerate(facts.mentions, start=1)
    ]  # fmt: skip
    rows["person_roles"] = [
        (
            article_id, no, r.person_id, r.title, r.role, r.organisation_id, r.organisation, r.country_code,
            r.country_method, r.is_primary, *r.span, r.method,
        )
        for no, r in enumerate(facts.roles, start=1)
    ]  # fmt: skip
    rows["statements"] = [
        (
            article_id, no, s.kind, s.speaker, s.person_id, s.organisation_id, s.verb, s.text, *s.span,
            s.method,
        )
        for no, s in enumerate(facts.statements, start=1)
    ]  # fmt: skip
    for no, meeting in enumerate(facts.meetings, start=1):
        _meeting(rows, article_id, no, meeting)
    return rows


def _meeting(rows: Rows, article_id: int, no: int, m: MeetingReport) -> None:
    rows["meeting_reports"].append(
        (
            article_id, no, m.name, m.series, m.round_number, m.mode, m.mode_method, m.status, m.place_text,
            m.place_id, m.start_date, m.end_date, m.date_precision, m.date_partial, *m.span, m.method,
        )
    )  # fmt: skip
    rows["meeting_sides"] += [
        (article_id, no, side_no, side.country_code, side.organisation_id)
        for side_no, side in enumerate(m.sides, start=1)
    ]
    rows["meeting_sessions"] += [
        (article_id, no, session_no, session.name, *session.span)
        for session_no, session in enumerate(m.sessions, start=1)
    ]
    rows["meeting_participants"] += [
        (
            article_id, no, participant_no, p.country_code, p.organisation_id, p.session_no, p.person_id,
            p.name, p.role, p.organisation, p.is_lead, *p.span, p.method,
        )
        for participant_no, p in enumerate(m.participants, start=1)
    ]  # fmt: skip
    rows["meeting_topics"] += [
        (article_id, no, topic_no, topic.topic, *topic.span)
        for topic_no, topic in enumerate(m.topics, start=1)
    ]
