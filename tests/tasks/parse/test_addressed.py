"""Lines in which a page speaks to its reader, in words that no list has."""

from __future__ import annotations

import pytest

from tasks.parse.chrome import chrome


@pytest.mark.parametrize(
    "line",
    [
        "Our desk goes through every comment before it shows up.",
        "With a login you see what members get first.",
        "Members read all they like; you have a few free articles a month.",
        "Please let our site put cookies on your computer.",
        "Ports, prices and pilots: our evening newsletter lands in your inbox at six.",
        "(The text came in on an agency feed; the headline alone is the work of this desk.)",
        "This text was taken from a syndicated feed and has not been touched by our staff.",
        "Nothing here may be reprinted or put online without consent of the publisher.",
        "Republication needs the permission of the board in writing.",
        "Press the bell button and you will hear of each new story.",
    ],
)
def test_the_pages_own_words_are_chrome(line: str) -> None:
    """Two signs of a page that speaks to its reader make a line chrome."""
    assert chrome(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "The ministry said that our website had been down and that comments below were lost.",
        "“We will write to every subscriber of our newsletter,” she said.",
        "The mill changed its feed after the staff fell ill in spring.",
        "Herders of four countries sign up, but Chile will send one llama",
        "The painting was copied without permission in the eighties, and hung in the town hall.",
        "The photograph may not be genuine, as it was reproduced from a book, the court found.",
        "Subscribers of the line paid twice in May, the operator said on Monday.",
        "The board put the newsletter on its table and went on to the next item.",
    ],
)
def test_stories_are_not(line: str) -> None:
    """One sign alone, or words that somebody says, are the story's."""
    assert chrome(line) is None
