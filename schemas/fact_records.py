"""Facts one article states: who, which body, which country, who said what, which meeting.

Numbers of facts are their position in their tuple, from 1, in text order. A span points at the words the fact
was
read from; see `schemas.records.Span`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from schemas.records import Span

MentionKind = Literal["person", "organisation", "country", "place"]
StatementKind = Literal["direct", "indirect", "joint"]
Mode = Literal["virtual", "in_person"]
Status = Literal["held", "planned", "postponed", "cancelled"]
DatePrecision = Literal["day", "month", "partial"]


class Person(NamedTuple):
    """One person; id, name and key follow from the name alone, so they are the same in every article."""

    person_id: int
    name: str
    name_key: str


class Organisation(NamedTuple):
    """One organisation; its id follows from its name, its country and the one it belongs to."""

    organisation_id: int
    name: str
    country_code: str | None
    parent_id: int | None


class Mention(NamedTuple):
    """One place where the text names something; at most one of the ids is filled."""

    kind: MentionKind
    surface: str
    span: Span
    method: str
    person_id: int | None = None
    organisation_id: int | None = None
    country_code: str | None = None
    place_id: int | None = None


class PersonRole(NamedTuple):
    """One office of a person; the one he acts in is primary. The span is that of the office's words."""

    person_id: int
    title: str | None
    role: str | None
    """None where only the body is printed: Ola Fenner of the Dockers' Union."""
    organisation_id: int | None
    organisation: str | None
    country_code: str | None
    country_method: str | None
    is_primary: bool
    span: Span
    method: str


class Statement(NamedTuple):
    """What somebody said; the span is that of the words said, without marks."""

    kind: StatementKind
    speaker: str | None
    person_id: int | None
    organisation_id: int | None
    verb: str | None
    text: str
    span: Span
    method: str


class MeetingSide(NamedTuple):
    """One side of a meeting: a country, or an organisation by its printed name."""

    country_code: str | None
    organisation_id: int | None
    organisation: str | None


class MeetingSession(NamedTuple):
    """One named part of a meeting."""

    name: str
    span: Span


class MeetingParticipant(NamedTuple):
    """One who takes part, on a side where the text tells; `session_no` counts the sessions from 1."""

    country_code: str | None
    organisation_id: int | None
    session_no: int | None
    person_id: int
    name: str
    role: str | None
    organisation: str | None
    is_lead: bool
    span: Span
    method: str


class MeetingTopic(NamedTuple):
    """One subject of a meeting as printed."""

    topic: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReport:
    """One official meeting as one article reports it; n sides are one report, never pairs.

    `date_partial` is what is known where the dates are not: ``--06-04``, ``2020-10``.
    """

    name: str
    series: str | None
    round_number: int | None
    mode: Mode | None
    mode_method: str | None
    status: Status
    place_text: str | None
    place_id: int | None
    start_date: dt.date | None
    end_date: dt.date | None
    date_precision: DatePrecision | None
    date_partial: str | None
    span: Span
    method: str
    sides: tuple[MeetingSide, ...] = ()
    sessions: tuple[MeetingSession, ...] = ()
    participants: tuple[MeetingParticipant, ...] = ()
    topics: tuple[MeetingTopic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All an article says, as far as the rules read it."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[PersonRole, ...] = ()
    statements: tuple[Statement, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()


NO_FACTS: Final = Facts()
"""What an article says that says nothing, or is not asked."""
