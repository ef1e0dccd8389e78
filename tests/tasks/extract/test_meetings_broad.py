"""Meetings told in no usual form: a word of meeting, officials, and two states in one sentence."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Negotiators from Ghana and Peru took out their harbour-dues track again in Accra on Monday.",
         ["GH", "PE"]),
        ("The Chilean-Omani round table on dates, the third in a row, has been pushed to spring.",
         ["CL", "OM"]),
        ("Norway's Minister of Fisheries, Astrid Lunde, is due in Ghana on Thursday.", ["NO", "GH"]),
        ("Kenyan Deputy Minister Wanjiru Otieno spoke on a bad line to Omani adviser Salim Al-Harthy today.",
         ["KE", "OM"]),
    ],
)  # fmt: skip
def test_two_states_and_a_word_of_meeting(sentence: str, sides: list[str]) -> None:
    """The sides are the states of the sentence, in text order."""
    (meeting,) = facts(sentence, "Nothing else was said.").meetings
    assert [side.country_code for side in meeting.sides] == sides


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's Wanjiru Otieno passed the Omani sprinter Salim Al-Harthy on the track in Doha.",
        "Farmers in Ghana and Peru each lost a third of the harvest.",
        "The table sells well in Chile and Norway.",
        "Foreign Minister Lars Holm of Norway told parliament that Iran must come back to the table.",
        "Kenyan Finance Minister Otieno Mwangi visited a factory built with loans from China.",
        'Asked about Oman, the minister spoke of "talks with Kenya".',
    ],
)
def test_no_officials_no_meeting(sentence: str) -> None:
    """Sport, trade and books of two states are no meetings, nor are words in quotation marks."""
    assert not facts(sentence, "Nothing else was said.").meetings


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghanaian President Kojo Asante warned Peru on Tuesday that talks cannot go on for ever.",
        "Ghana and Peru are far from any talks, Foreign Minister Abena Korsah said on Monday.",
        "Ghana and Peru should hold talks on sardines, Norwegian Prime Minister Astrid Lunde said.",
        "Peruvian Foreign Minister Tito Quispe called on Monday for urgent talks with Ghana.",
    ],
)
def test_talks_that_are_only_spoken_of(sentence: str) -> None:
    """What is denied, asked for, or ought to be is no meeting."""
    assert not facts(sentence, "Nothing else was said.").meetings
