"""When a meeting is, whether it took place, and how: one case a form of words, in `cases/*.tsv`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tasks.extract.build import cases, facts

if TYPE_CHECKING:
    from schemas.fact_records import MeetingReport


def days(meeting: MeetingReport) -> str:
    """Give the days as ISO text; what is known only in part as it is known."""
    whole = [day.isoformat() for day in (meeting.start_date, meeting.end_date) if day]
    return meeting.date_partial or "/".join(whole)


@pytest.mark.parametrize(("expected", "text"), cases("days"))
def test_days(expected: str, text: str) -> None:
    """Days are read from weekdays, numbers, lengths and moves, and not from when something was said."""
    (meeting,) = facts(text).meetings
    assert days(meeting) == expected


@pytest.mark.parametrize(("status", "mode", "text"), cases("how"))
def test_status_and_mode(status: str, mode: str, text: str) -> None:
    """The verb nearest to the name says whether it took place; words and places say how."""
    (meeting,) = facts(text).meetings
    assert (meeting.status, meeting.mode or "") == (status, mode)


def test_the_weekday_of_a_dateline_without_a_year() -> None:
    """Without a year the weekday something was said on is the dateline's, and others count from it."""
    (meeting,) = facts(
        "Kenya and Peru will hold the 2nd Trade Dialogue in Lima from Monday, officials said on Friday.",
        partial="--10-12",
    ).meetings
    assert days(meeting) == "--10-15"


def test_two_days_of_one_sentence() -> None:
    """A day before *and* is that of the verb before, the day behind is the other's."""
    found = facts(
        "Peru's Minister Ana Rojas arrived in Nairobi on Wednesday on a visit to Kenya.",
        "She will hold talks with Minister Ode Owuor on Friday and call on President Moi Kiptoo on Saturday.",
        home="KE",
    ).meetings
    assert sorted(map(days, found)) == ["2021-05-21", "2021-05-22"]
