"""Topics of meetings: what stands behind the verb, how a list is cut, what is left out."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts

OPENING = "Ghana and Peru held the third round of the Ghana-Peru Harbour Dialogue in Accra on Tuesday."


def topics(*paragraphs: str) -> list[str]:
    """Give the topics of the only meeting."""
    (meeting,) = facts(OPENING, *paragraphs, home="GH").meetings
    return [topic.topic for topic in meeting.topics]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The two sides discussed tug fees, pilots and the dredging of channels.",
         ["tug fees", "pilots", "dredging of channels"]),
        ("They took stock of timber, cocoa and dairy cooperation.", ["timber", "cocoa", "dairy"]),
        ("They reviewed political and economic relations.", ["political and economic relations"]),
        ("Both sides exchanged views on port security and regional as well as global issues.",
         ["port security", "regional as well as global issues"]),
        ("Both sides discussed ships and cranes, crew training, and people-to-people ties.",
         ["ships and cranes", "crew training", "people-to-people ties"]),
        ("The delegations agreed to further step up cooperation in salt trade.", ["salt trade"]),
        ("Sand mining, lighthouses and a new ferry line were also touched upon.",
         ["Sand mining", "lighthouses", "ferry line"]),
        ("The situation in Yemen was discussed.", ["situation in Yemen"]),
        ("The security situation around Chad and Niger was discussed.",
         ["security situation around Chad and Niger"]),
        ("The talks focused on ways to boost container traffic next year.", ["container traffic"]),
        ("The agenda includes visas for sailors, the ministry said.", ["visas for sailors"]),
        ("The officials compared notes on buoys, pledging to meet again.", ["buoys"]),
        ("They touched upon matters of mutual interest.", []),
        ("The minister addressed students at the port academy.", []),
        ("They did not discuss fuel prices.", []),
    ],
)  # fmt: skip
def test_what_was_talked_about(sentence: str, wanted: list[str]) -> None:
    """Topics are the nouns as printed, without what opens them, and end where the phrase does."""
    assert topics(sentence) == wanted


def test_a_topic_may_stand_before_the_noun() -> None:
    """``cocoa storage talks`` are about cocoa storage; ``bilateral talks`` tell no topic."""
    assert topics("A cocoa storage forum follows.", "Then come their bilateral talks.") == ["cocoa storage"]


def test_a_topic_named_again_more_shortly_stays() -> None:
    """A later ``panel on tugs`` takes nothing from ``harbour tugs``."""
    assert topics("They took up harbour tugs and buoys.", "A panel on tugs followed.") == [
        "harbour tugs",
        "buoys",
        "tugs",
    ]


def test_topics_go_to_the_meeting_told_before_them() -> None:
    """An article of two meetings gives each its own topics."""
    first, second = facts(
        "Ghanaian Foreign Minister Abena Korsah met her Peruvian counterpart Tito Quispe in Accra on Monday.",
        "They discussed cocoa storage.",
        "Korsah also met Norwegian Foreign Minister Astrid Lunde on Tuesday.",
        "They discussed herring quotas.",
        home="GH",
    ).meetings
    assert [topic.topic for topic in first.topics] == ["cocoa storage"]
    assert [topic.topic for topic in second.topics] == ["herring quotas"]
