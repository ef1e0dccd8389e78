"""Which capitalised words name a body."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The 8th Foreign Office Consultations went well.", []),
        ("The fourth Navy to Navy Talks were short.", []),
        ("They named UN Security Council Resolutions.", ["UN Security Council"]),
        ("Officers of the Fourth Division came.", ["Fourth Division"]),
        ("The Ministry of Ports and Rail, Accra, agreed.", ["Ministry of Ports and Rail"]),
        (
            "Halden Crane Holdings and Volta Ferries plc agreed.",
            ["Halden Crane Holdings", "Volta Ferries plc"],
        ),
        ("A clerk at the University of Georgia wrote.", ["University of Georgia"]),
    ],
)
def test_bodies(text: str, bodies: list[str]) -> None:
    """Meetings, and what a body passes, are no bodies; companies and universities are."""
    assert [mention.surface for mention in facts(text).mentions if mention.kind == "organisation"] == bodies
