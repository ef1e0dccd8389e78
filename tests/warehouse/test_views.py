"""The views say what the tables say, each fact once, of current articles only."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ingest, meeting, query, write

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

LEADS = [
    ("Ports Talks", "Ghana", "Abena Korsah", None),
    ("Ports Talks", "Peru", "Tito Quispe", "Coasts Department, Ministry of Ports of Peru"),
    ("Fleet-to-Fleet Talks", "Ghana", "Kwame Tetteh-Ansah", None),
    ("Fleet-to-Fleet Talks", "Peru", "Luis Arrieta", None),
]


@pytest.fixture
def told(warm: Home, inbox: Path) -> Home:
    """Return a home with a corrected report of one meeting, and another one of the same meeting."""
    write(inbox, {"a.txt": meeting(3)})
    ingest(warm, inbox)
    write(inbox, {"a.txt": meeting(4), "b.txt": meeting(4, more=" They dine.")})
    ingest(warm, inbox)
    return warm


def test_a_report_is_one_row_with_lists(told: Home) -> None:
    """A meeting report is one row whatever it has of sides, sessions, leads and topics, without old ones."""
    rows = query(
        told,
        "SELECT series, round_number, mode, status, start_date, sides, country_codes, sessions, leads, "
        "topics, words FROM official_meetings",
    )
    assert len(rows) == 2
    for row in rows:
        assert row[:8] == (
            "Ghana-Peru Harbour Dialogue",
            4,
            "virtual",
            "held",
            dt.date(2024, 5, 21),
            ["Ghana", "Peru"],
            ["GH", "PE"],
            ["Ports Talks", "Fleet-to-Fleet Talks"],
        )
        assert row[8] == [f"{side}: {name}" for _, side, name, _ in LEADS]
        assert "tugs" in row[9]
        assert "4th round" in row[10]


def test_every_lead_is_one_row_with_its_words(told: Home) -> None:
    """Leads come with side, session, office and organisation, and the words show the name."""
    asked = (
        "SELECT session, side, name, organisation FROM delegation_leads ORDER BY article_id, participant_no"
    )
    assert query(told, asked) == LEADS * 2
    assert query(told, "SELECT count(*) FROM delegation_leads WHERE contains(paragraph, words)") == [(8,)]


def test_statements_name_speaker_and_office(told: Home) -> None:
    """A statement has its speaker's person and office; none is lost or doubled by the joins."""
    said = query(told, "SELECT person, role, kind, verb, text FROM who_said_what WHERE kind = 'direct'")
    assert said == [("Abena Korsah", "Additional Secretary (Sea)", "direct", "said", "We are ready,")] * 2
    current = "SELECT count(*) FROM statements JOIN articles USING (article_id) WHERE is_current"
    assert query(told, "SELECT count(*) FROM who_said_what") == query(told, current)


def test_people_have_one_row_an_article(told: Home) -> None:
    """Each person stands once for each current article, with all forms of the name in it."""
    forms = "SELECT surfaces FROM people_in_articles WHERE name = 'Abena Korsah'"
    assert query(told, forms) == [(["Abena Korsah", "Korsah"],)] * 2
    assert query(
        told, "SELECT count(*), count(DISTINCT (article_id, person_id)) FROM people_in_articles"
    ) == [(8, 8)]
