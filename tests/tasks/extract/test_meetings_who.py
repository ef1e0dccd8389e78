"""Who met whom and who led: one case a form of words, in `cases/*.tsv`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tasks.extract.build import cases, facts

if TYPE_CHECKING:
    from schemas.fact_records import MeetingReport

DIALOGUE = "Kenya and Peru held the second round of the Trade Dialogue in Nairobi on Tuesday."
OTHERS = (
    "Farms in both states lost a third of their harvest, Kenyan Health Minister Juma Wekesa said on Sunday, "
    "and Peru's Mining Minister Luis Quispe agreed."
)
BOTH = [("KE", "Ode Owuor"), ("PE", "Ana Rojas")]


def leads(meeting: MeetingReport) -> list[tuple[str, str]]:
    """Give side and name of the leads, sorted."""
    return sorted((p.country_code or "", p.name) for p in meeting.participants if p.is_lead)


@pytest.mark.parametrize(("home", "text"), cases("who_met"))
def test_who_met(home: str, text: str) -> None:
    """Whoever stands on the two sides of a verb of meeting sat at one table."""
    (meeting,) = facts(text, home=home or None).meetings
    assert leads(meeting) == BOTH
    assert meeting.status == "held"


@pytest.mark.parametrize("text", [text for (text,) in cases("who_led")])
def test_who_led(text: str) -> None:
    """Each way to say who led, chaired or represented a side gives both leads."""
    (meeting,) = facts(DIALOGUE, text, home="KE").meetings
    assert leads(meeting) == BOTH


@pytest.mark.parametrize("text", [text for (text,) in cases("who_sat")])
def test_who_sat(text: str) -> None:
    """Each way to say who sat at the table for a side beats officials named before."""
    (meeting,) = facts(DIALOGUE, OTHERS, text, home="KE").meetings
    assert leads(meeting) == BOTH


@pytest.mark.parametrize(("status", "text"), cases("was_to_meet"))
def test_who_was_to_meet(status: str, text: str) -> None:
    """Of a meeting to come, or called off, those lead who are or were to meet."""
    (meeting,) = facts(text, home="KE").meetings
    assert leads(meeting) == BOTH
    assert meeting.status == status


def test_a_spokesman_does_not_lead() -> None:
    """Who speaks about a meeting, and who only belonged to a delegation, was not at its head."""
    (meeting,) = facts(
        DIALOGUE,
        "Principal Secretary Ode Owuor chaired it with Peru's Vice Minister Ana Rojas, spokesman Luis Quispe"
        " said.",
        "The Peruvian delegation also included Rosa Huaman, Director for Africa.",
        home="KE",
    ).meetings
    assert leads(meeting) == BOTH


def test_the_host_of_a_reception_is_at_home() -> None:
    """Of two officials without a country the one who receives serves the dateline's state."""
    (meeting,) = facts(
        "Kenya and Peru agreed on Monday to train pilots.",
        "Minister Ode Owuor received Vice Minister Ana Rojas at his office on Monday.",
        home="KE",
    ).meetings
    assert leads(meeting) == BOTH


def test_who_opens_does_not_lead_where_others_do() -> None:
    """Who opens a round, or sees it signed, is no lead beside those who led the sides."""
    (meeting,) = facts(
        DIALOGUE,
        "Kenya's President Juma Wekesa opened the round. Principal Secretary Ode Owuor and Vice Minister Ana"
        " Rojas co-chaired it.",
        "They signed the minutes in the presence of Peru's ambassador, Luis Quispe.",
        home="KE",
    ).meetings
    assert leads(meeting) == BOTH


def test_thanks_for_a_state_seat_nobody() -> None:
    """Who thanks for the help of a state, or leaves for it, did not sit there for it."""
    (meeting,) = facts(
        DIALOGUE,
        "Fisheries Minister Juma Wekesa of Kenya gave thanks for Peru's help. Health Minister Asha Kimani"
        " left for Peru.",
        "Principal Secretary Ode Owuor chaired the round with Peru's Vice Minister Ana Rojas.",
        home="KE",
    ).meetings
    assert leads(meeting) == BOTH


def test_whose_papers_are_received_was_not_there() -> None:
    """An envoy whose letters somebody received takes part but is not said to have met anybody."""
    (meeting,) = facts(
        "Deputy Minister Ode Owuor received a copy of the credentials of the Ambassador of Peru, Ana Rojas.",
        home="KE",
    ).meetings
    assert leads(meeting) == BOTH[:1]
    assert "Ana Rojas" in {who.name for who in meeting.participants}


@pytest.mark.parametrize(("expected", "text"), cases("who_led_parts"))
def test_parts_have_their_own_leads(expected: str, text: str) -> None:
    """Who led a part of a meeting led that part, not the meeting."""
    (meeting,) = facts(
        DIALOGUE,
        "Principal Secretary Ode Owuor and Peru's Vice Minister Ana Rojas co-chaired the dialogue.",
        text,
        home="KE",
    ).meetings
    found = [
        f"{who.country_code} {who.name}: {meeting.sessions[who.session_no - 1].name}"
        for who in meeting.participants
        if who.session_no
    ]
    assert "; ".join(sorted(found)) == expected
    assert sorted((p.country_code or "", p.name) for p in meeting.participants if not p.session_no) == BOTH


@pytest.mark.parametrize("text", [text for (text,) in cases("who_led_three")])
def test_three_sides_have_three_leads(text: str) -> None:
    """Each of three sides has its lead, also where the verb is said once."""
    (meeting,) = facts(text, home="KE").meetings
    assert leads(meeting) == [("CL", "Luis Soto"), *BOTH]


@pytest.mark.parametrize("text", [text for (text,) in cases("who_led_bodies")])
def test_who_leads_for_an_organisation(text: str) -> None:
    """Who leads for a union or a bloc sits on its side, not on that of a state."""
    (meeting,) = facts(text, home="KE").meetings
    (body,) = [side.organisation_id for side in meeting.sides if side.organisation_id]
    found = sorted((p.name, p.country_code, p.organisation_id) for p in meeting.participants if p.is_lead)
    assert found == [("Ana Rojas", None, body), ("Ode Owuor", "KE", None)]


def test_who_sat_in_on_a_part_did_not_lead_it() -> None:
    """Listeners of a track are none of its chairs."""
    (meeting,) = facts(
        "Kenya and Peru held the second round of the Trade Dialogue, with two tracks: wheat trade; and rice"
        " trade.",
        "Principal Secretary Ode Owuor and Peru's Vice Minister Ana Rojas co-chaired the dialogue.",
        "Minister Juma Wekesa, Director Asha Kimani and envoy Luis Quispe sat in on the wheat trade talks.",
        home="KE",
    ).meetings
    assert leads(meeting) == BOTH
