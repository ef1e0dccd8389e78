"""Meetings as facts: with ids, spans, and participants in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.fact_records import (
    MeetingParticipant,
    MeetingReport,
    MeetingSession,
    MeetingSide,
    MeetingTopic,
)
from schemas.records import Span

if TYPE_CHECKING:
    from schemas.fact_records import Person
    from tasks.extract.bodies import Bodies
    from tasks.extract.meetings import FoundMeeting, Lead
    from tasks.extract.meetings.scene import Scene


def meeting_reports(
    scene: Scene, bodies: Bodies, people: dict[int, Person], meetings: list[FoundMeeting]
) -> list[MeetingReport]:
    """Give the meetings of an article in text order."""
    ordered = sorted(meetings, key=lambda meeting: (meeting.block, meeting.first))
    return [_report(scene, bodies, people, meeting) for meeting in ordered]


def _report(scene: Scene, bodies: Bodies, people: dict[int, Person], found: FoundMeeting) -> MeetingReport:
    when = found.when
    return MeetingReport(
        name=found.name,
        series=found.series,
        round_number=found.round_number,
        mode=found.mode,  # type: ignore[arg-type]
        mode_method=found.mode_method,
        status=found.status,  # type: ignore[arg-type]
        place_text=found.place[0] if found.place else None,
        place_id=found.place[1] if found.place else None,
        start_date=when.start if when else None,
        end_date=when.end if when else None,
        date_precision=when.precision if when else None,  # type: ignore[arg-type]
        date_partial=when.partial if when else None,
        span=scene.blocks[found.block].span(found.first, found.after),
        method=found.method,
        sides=tuple(_sides(bodies, found)),
        sessions=tuple(
            MeetingSession(name=session.name, span=_span(scene, session.block, session.start, session.end))
            for session in found.sessions
        ),
        participants=tuple(_participants(scene, bodies, people, found)),
        topics=tuple(
            MeetingTopic(topic=scene.blocks[number].text[start:end], span=_span(scene, number, start, end))
            for number, start, end in found.topics
        ),
    )


def _span(scene: Scene, number: int, start: int, end: int) -> Span:
    return Span(paragraph_no=scene.blocks[number].paragraph_no, start_char=start, end_char=end)


def _sides(bodies: Bodies, found: FoundMeeting) -> list[MeetingSide]:
    sides = []
    for side in found.sides:
        body = bodies.named(side.organisation) if side.organisation else None
        sides.append(
            MeetingSide(
                country_code=side.country,
                organisation_id=body.organisation_id if body else None,
                organisation=side.organisation,
            )
        )
    return sides


def _participants(
    scene: Scene, bodies: Bodies, people: dict[int, Person], found: FoundMeeting
) -> list[MeetingParticipant]:
    leads = sorted(found.leads, key=lambda lead: (lead.block, lead.first, lead.session or 0))
    return [_participant(scene, bodies, people, lead) for lead in leads]


def _participant(scene: Scene, bodies: Bodies, people: dict[int, Person], lead: Lead) -> MeetingParticipant:
    person = lead.person
    role = person.main_role
    printed, _ = bodies.of_role(role, person.country) if role else (None, None)
    side = bodies.named(lead.side.organisation) if lead.side and lead.side.organisation else None
    return MeetingParticipant(
        country_code=lead.side.country if lead.side else None,
        organisation_id=side.organisation_id if side else None,
        session_no=None if lead.session is None else lead.session + 1,
        person_id=people[id(person)].person_id,
        name=person.name,
        role=role.text if role else None,
        organisation=printed,
        is_lead=lead.is_lead,
        span=scene.blocks[lead.block].span(lead.first, lead.after),
        method=lead.method,
    )
