"""Official meetings: what, who, how, when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.tasks.extract.build import facts

if TYPE_CHECKING:
    from schemas.fact_records import MeetingReport

SECURITY = (
    "It was agreed at the fourth round of the Ghana-Peru Harbour Dialogue held virtually on Tuesday.",
    "The dialogue had two components: Ports Talks; and Fleet-to-Fleet Talks.",
    """During the Ports Talks, the Ghana side was led by Abena Korsah, Additional Secretary (Sea) while QUISPE
    Tito, Director-General, Coasts Department, Ministry of Ports of Peru, led the Peruvian side.""",
    """This was followed by the Fleet-to-Fleet Talks. The sides discussed tugs and pilots.
    The Ghana side was led by Commodore Kwame Tetteh-Ansah, the Peruvian one by Captain Luis Arrieta.""",
)


def sides(meeting: MeetingReport) -> list[str | None]:
    """Give the sides as codes or names."""
    return [side.country_code or side.organisation for side in meeting.sides]


def leads(meeting: MeetingReport) -> list[tuple[str, str | None, int | None]]:
    """Give the leads with side and session."""
    return [(p.name, p.country_code, p.session_no) for p in meeting.participants if p.is_lead]


def test_sessions_and_their_leads() -> None:
    """Each session has its own leads, in text order."""
    (meeting,) = facts(*SECURITY, home="GH").meetings
    assert (meeting.series, meeting.round_number, meeting.mode) == (
        "Ghana-Peru Harbour Dialogue",
        4,
        "virtual",
    )
    assert (meeting.status, meeting.start_date) == ("held", dt.date(2021, 5, 18))
    assert [session.name for session in meeting.sessions] == ["Ports Talks", "Fleet-to-Fleet Talks"]
    assert leads(meeting) == [
        ("Abena Korsah", "GH", 1),
        ("QUISPE Tito", "PE", 1),
        ("Kwame Tetteh-Ansah", "GH", 2),
        ("Luis Arrieta", "PE", 2),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India, Chile hold 2nd port consultations", ["IN", "CL"]),
        ("Officials of Kenya, Fiji and Nepal met for the third forest dialogue.", ["KE", "FJ", "NP"]),
        ("The 8th Staff Consultations between Oman and Malta took place.", ["OM", "MT"]),
        (
            "The European Union and Mongolia held the tenth meeting of their Joint Committee.",
            ["European Union", "MN"],
        ),
        ("The ninth UK-Kenya Forum ended on Friday.", ["GB", "KE"]),
    ],
)
def test_sides(text: str, expected: list[str]) -> None:
    """However many sides sit at the table, the meeting is one."""
    (meeting,) = facts(text).meetings
    assert sides(meeting) == expected


def test_a_reception_has_the_dateline_as_a_side() -> None:
    """Who receives an ambassador serves the country the story is filed from."""
    (meeting,) = facts(
        "Deputy Minister Naji Salem received on Tuesday the Ambassador of Mexico, Rodo Villegas.", home="KW"
    ).meetings
    assert sides(meeting) == ["KW", "MX"]
    assert leads(meeting) == [("Naji Salem", "KW", None), ("Rodo Villegas", "MX", None)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya and Peru held the 2nd Trade Dialogue here.", "held"),
        ("Kenya and Peru will hold the 2nd Trade Dialogue in Lima on Friday.", "planned"),
        ("Kenya and Peru have postponed the 2nd Trade Dialogue.", "postponed"),
        ("Kenya has called off the 2nd Trade Dialogue with Peru.", "cancelled"),
    ],
)
def test_status(text: str, status: str) -> None:
    """The verb beside the meeting's name says whether it took place."""
    assert facts(text).meetings[0].status == status


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("the 8th round of", 8),
        ("the twenty-second session of", 22),
        ("the inaugural meeting of", 1),
        ("the third edition of", 3),
        ("round four of", 4),
        ("the fourth review of", 4),
        ("a meeting of", None),
    ],
)
def test_round(phrase: str, number: int | None) -> None:
    """Numbers are read in figures and words; inaugural is the first."""
    (meeting,) = facts(f"Kenya and Peru held {phrase} the Joint Trade Committee.").meetings
    assert meeting.round_number == number


def test_earlier_rounds_are_not_this_meeting() -> None:
    """The round of another year is background."""
    found = facts(
        "Kenya and Peru held the sixth Trade Dialogue on Tuesday.",
        "The fifth dialogue took place in Lima in 2018. The next round will be in Nairobi.",
    )
    assert [meeting.round_number for meeting in found.meetings] == [6]


def test_no_meeting_in_other_news() -> None:
    """A court, a match or a mention of some summit is no meeting of the article."""
    assert facts("A court in Kenya fined a Peruvian trader.").meetings == ()
    assert (
        facts("Kenya beat Peru in the second round, said the coach. The match had two goals.").meetings == ()
    )
    assert facts("Prices rose. A summit in March 2011 had not helped.").meetings == ()


@pytest.mark.parametrize(
    ("text", "start", "end", "partial"),
    [
        ("on Monday", dt.date(2021, 5, 17), None, None),
        ("yesterday", dt.date(2021, 5, 18), None, None),
        ("on 3 May 2021", dt.date(2021, 5, 3), None, None),
        ("on May 16-17, 2021", dt.date(2021, 5, 16), dt.date(2021, 5, 17), None),
        ("in March 2021", dt.date(2021, 3, 1), None, "2021-03"),
    ],
)
def test_dates(text: str, start: dt.date, end: dt.date | None, partial: str | None) -> None:
    """Weekdays count back from the day of publication; what is not known whole says so."""
    (meeting,) = facts(f"Kenya and Peru held the 2nd Trade Dialogue {text}.").meetings
    assert (meeting.start_date, meeting.end_date, meeting.date_partial) == (start, end, partial)


def test_date_without_a_year_is_partial() -> None:
    """Without a year there is no date, only month and day."""
    (meeting,) = facts("Kenya and Peru held the 2nd Trade Dialogue on June 4.", partial="--06-05").meetings
    assert (meeting.start_date, meeting.date_precision, meeting.date_partial) == (None, "partial", "--06-04")


def test_place_and_mode() -> None:
    """A place makes a meeting one in person; on a screen it has none."""
    (there,) = facts("Kenya and Peru will hold the 2nd Trade Dialogue in Lima on Friday.").meetings
    assert (there.place_text, there.mode, there.mode_method) == ("Lima", "in_person", "place")
    (screen,) = facts("Kenya and Peru held the 2nd Trade Dialogue by video link.").meetings
    assert (screen.place_text, screen.mode, screen.mode_method) == (None, "virtual", "stated")


def test_who_meets_counterparts_is_a_side() -> None:
    """An envoy who meets two counterparts makes three sides."""
    (meeting,) = facts(
        "Kenya's envoy Ode Owuor held talks with his Peruvian and Chilean counterparts."
    ).meetings
    assert sides(meeting) == ["KE", "PE", "CL"]


def test_gapped_leads() -> None:
    """The verb need not be said again for the second side."""
    (meeting,) = facts(
        "Kenya and Peru held the 2nd Trade Dialogue.",
        "The Kenyan side was led by Secretary Ode Owuor and the Peruvian one by Director Ana Rojas.",
    ).meetings
    assert leads(meeting) == [("Ode Owuor", "KE", None), ("Ana Rojas", "PE", None)]


def test_body_of_the_paragraph_before_is_read_there() -> None:
    """*Its* secretary serves the body that the paragraph before named last, whose words stand in that one."""
    (meeting,) = facts(
        "Envoys of Peru and Chad held the second joint cable commission in Lima on Tuesday after months of "
        "letters and calls between the two capitals and a long list of notes that were handed over by both "
        "sides, said the Ministry of Ports (MOP).",
        "The meeting was co-chaired by its Deputy Secretary, Ola Fenner, and Chad's Minister of Trade, Issa "
        "Ngoma.",
    ).meetings
    assert ("Issa Ngoma", "TD", None) in leads(meeting)
    assert "Ola Fenner" in {name for name, _, _ in leads(meeting)}


def test_the_round_behind_the_first_two() -> None:
    """Who hosted *the first two* tells that this is the third."""
    (meeting,) = facts(
        "Kenya and Peru will hold a Trade Dialogue in Lima on Friday.",
        "Nairobi was host to the first two, in 2017.",
    ).meetings
    assert meeting.round_number == 3


def test_the_chair_of_a_dialogue_named_after_a_city() -> None:
    """The only chair, whose state nobody tells, is of the city the meeting is named after."""
    (meeting,) = facts(
        "Adviser Ode Owuor chaired the Nairobi Port Dialogue on Monday. Kenya, Peru and Ghana attended."
    ).meetings
    assert [(p.country_code, p.name) for p in meeting.participants if p.is_lead] == [("KE", "Ode Owuor")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Peru held their cooperation council, the eighth, in Lima on Tuesday.",
        "The Kenya-Peru Trade Dialogue was held in Lima on Tuesday. It met for the eighth time.",
        "Kenya and Peru held talks on fish in Lima on Tuesday. It is the eighth time that they are held.",
        "Kenya and Peru closed their eighth Navy to Navy Talks in Lima on Tuesday.",
        "The 8th Defence Exchange of Kenya and Peru was held in Lima on Tuesday. Both sides agreed.",
    ],
)
def test_a_round_told_behind_the_name(text: str) -> None:
    """The number may stand behind the name, or in a sentence of its own."""
    assert [meeting.round_number for meeting in facts(text).meetings] == [8]
