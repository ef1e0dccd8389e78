# ruff: noqa: RUF001 - marks of articles are meant
"""Articles that tell of several meetings, and of none: one case a form of words, in `cases/*.tsv`."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import cases, facts

MAIN = (
    "Kenya and Peru held the second round of the Trade Dialogue in Nairobi on Tuesday.",
    "Principal Secretary Ode Owuor led the Kenyan side and Vice Minister Ana Rojas the Peruvian side.",
)
PARAGRAPH = " ¶ "


def tables(*texts: str, home: str) -> list[str]:
    """Give the sides of each meeting, sorted, with spaces between."""
    found = facts(*texts, home=home or None).meetings
    return sorted(" ".join(sorted(s.country_code or s.organisation or "" for s in m.sides)) for m in found)


@pytest.mark.parametrize(("home", "sides", "text"), cases("ways_to_meet"))
def test_ways_to_meet(home: str, sides: str, text: str) -> None:
    """A meeting is seen by its verb, its officials and its states, however it is put."""
    assert tables(text, home=home) == [sides]


@pytest.mark.parametrize(("sides", "names", "text"), cases("second_meetings"))
def test_a_second_meeting(sides: str, names: str, text: str) -> None:
    """Other people at the table, another name or another state make another meeting."""
    found = facts(*MAIN, text, home="KE").meetings
    main = next(m for m in found if {p.name for p in m.participants} == {"Ana Rojas", "Ode Owuor"})
    (other,) = [meeting for meeting in found if meeting is not main]
    assert " ".join(sorted(s.country_code or "" for s in other.sides)) == sides
    assert ", ".join(sorted(p.name for p in other.participants if p.is_lead)) == names


@pytest.mark.parametrize("text", [text for (text,) in cases("background")])
def test_background_is_no_second_meeting(text: str) -> None:
    """Earlier and later rounds, invitations and private visits have no row."""
    assert len(facts(*MAIN, text, home="KE").meetings) == 1


@pytest.mark.parametrize(("home", "sides", "texts"), cases("several_meetings"))
def test_articles_of_several_kinds(home: str, sides: str, texts: str) -> None:
    """Briefs, diaries, read-outs, tours and lists of encounters give one row a meeting."""
    assert ", ".join(tables(*texts.split(PARAGRAPH), home=home)) == sides


@pytest.mark.parametrize(("home", "texts"), cases("no_meeting"))
def test_no_meeting_of_states(home: str, texts: str) -> None:
    """Games, unions, cabinets and courts hold no official meeting of states."""
    assert tables(*texts.split(PARAGRAPH), home=home) == []


def test_the_state_of_a_headline() -> None:
    """Whose official it is may stand in the headline alone: all he met are met by that state."""
    tour = facts(
        ("headline", "Kenyan official lines up tour"),
        "Secretary Ode Owuor will travel to Ghana on June 2 and to Uganda on June 4 to prepare a summit.",
        "In Accra he will hold consultations with Chief Director Akua Boateng. In Kampala he is to call on"
        " Vice President Peter Okello.",
    )
    assert [{s.country_code for s in m.sides} for m in tour.meetings] == [{"KE", "GH"}, {"KE", "UG"}]
    votes = facts(
        ("headline", "Kenyan FM courts votes"),
        "Foreign Minister Ode Owuor held back-to-back bilaterals in Geneva on Monday.",
        "The day began with a breakfast with Peru's Ana Rojas, followed by talks with the Foreign Minister of"
        " Ghana, Kofi Mensah.",
        "Mr Owuor then sat down with the trade minister of Uganda, Peter Okello.",
    )
    assert [sorted(s.country_code or "" for s in m.sides) for m in votes.meetings] == [
        ["KE", "PE"], ["GH", "KE"], ["KE", "UG"],
    ]  # fmt: skip


def test_a_republic_of_the_people() -> None:
    """*Democratic People's Republic of Korea* is one state, with either apostrophe."""
    for text in ("The Democratic People's Republic of Korea", "Lao People’s Democratic Republic"):
        found = facts(f"{text} and China held talks on rail in Beijing on Monday.")
        (meeting,) = found.meetings
        assert {s.country_code for s in meeting.sides} < {"KP", "LA", "CN"}


@pytest.mark.parametrize(
    "text",
    [
        "The two will be back at the same table in Mombasa on June 3.",
        "They will reconvene online on Friday.",
        "They agreed on a list and will come face to face in Mombasa in August.",
    ],
)
def test_the_same_two_meet_again_on_a_day(text: str) -> None:
    """A meeting of the same sides has a row of its own where its day is told, with the same leads."""
    first, second = facts(*MAIN, text, home="KE").meetings
    assert (first.status, second.status) == ("held", "planned")
    assert {p.name for p in second.participants} == {"Ana Rojas", "Ode Owuor"}
