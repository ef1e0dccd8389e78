"""Days a text tells that the day of publication does not fit."""

from __future__ import annotations

import datetime as dt

import pytest

from tasks.parse.told_days import told_otherwise

FRIDAY = dt.date(2020, 2, 7)


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held in Islamabad today (Tuesday), the office wrote.",
        "The minister met his guest in Bandung today, February 4, 2020, and both smiled.",
        "Officials met on Monday, February 5, the ministry said in a statement.",
        "He signed the treaty on May 5, 2022 and said that it would hold for twenty years.",
        "The balloons that went up from a field near Lima in March 2024 have sent back a map.",
        "No offer goes beyond what was agreed at a summit in August 2025, the deputy minister said.",
    ],
)
def test_what_does_not_fit_is_told(text: str) -> None:
    """Another weekday, another day for today, and what is past only years later are each told."""
    assert told_otherwise(FRIDAY, ["They met.", text]) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held in Islamabad today (Friday), the office wrote.",
        "The talks were held in Islamabad today (Thursday), the office wrote for the morning's paper.",
        "Officials met on Monday, February 3, the ministry said in a statement.",
        "Officials met on Monday, September 9, when the ferries stood still.",
        "The bridge is to be opened in August 2025, the deputy minister said.",
        "The two sides agreed to open a consulate in May 2022, the ministry said.",
        "The contract, signed last year, expires in March 2024, and was called fair.",
        "The tournament planned for March 2022 has been moved to May 2022, they said.",
        "The lease runs until June 2023, and the town has bought the site for July 2024.",
        "He was born in May 1961 and joined the board in June 2019.",
    ],
)
def test_what_fits_is_not_told(text: str) -> None:
    """A day that fits, a day far off, plans, terms and the past are no conflict."""
    assert told_otherwise(FRIDAY, [text]) is None


def test_only_the_beginning_is_asked() -> None:
    """A text is asked for so many paragraphs, as a file may hold other texts below."""
    assert told_otherwise(FRIDAY, [*["They met."] * 12, "They met today (Tuesday)."]) is None
