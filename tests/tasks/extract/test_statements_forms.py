# ruff: noqa: RUF001 - marks of articles are meant
"""Whose words are quoted where the sentence is odd: crowds, papers, namesakes of countries, labels."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts


def quotes(*texts: str) -> list[tuple[str | None, str]]:
    """Give speaker and first words of the direct quotes."""
    return [
        (said.speaker, " ".join(said.text.split()[:3]))
        for said in facts(*texts).statements
        if said.kind == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'They will meet "without delay", Ports Secretary Rui Abrantes-Kay said.',
            ("Rui Abrantes-Kay", "without delay"),
        ),
        (
            'Minister Rui Abrantes-Kay nodded. Asked for a date, he answered: "Ask in May".',
            ("Rui Abrantes-Kay", "Ask in May"),
        ),
        (
            'The ministers called the raid "a cruel act" in a joint statement at the time.',
            ("joint statement", "a cruel act"),
        ),
        (
            'The ministry closed its gate as a dozen farmers shouted "Open up, please!" in front.',
            (None, "Open up, please!"),
        ),
        (
            'Minister Rui Abrantes-Kay voiced "deep worry" over the dam, an official said.',
            ("Rui Abrantes-Kay", "deep worry"),
        ),
        ('Peru\'s rail ministry said it had "no plan for now".', ("Peru's rail ministry", "no plan for")),
    ],
)
def test_speakers(text: str, expected: tuple[str | None, str]) -> None:
    """The speaker is who said it, not who stands nearest."""
    assert quotes(text) == [expected]


@pytest.mark.parametrize(
    "name", ['"two plus two" meeting', '"open sea lanes" policy', '"five plus one" format']
)
def test_labels(name: str) -> None:
    """Words in marks that name what follows are nobody's."""
    assert quotes(f"The pair will hold their fourth {name} in June, Minister Ola Fenner-Voss said.") == []


def test_company() -> None:
    """``The company`` is the one that is named; a maker speaks by its name."""
    assert quotes('Halden Crane Holdings was fined. "We will pay," the company said.') == [
        ("Halden Crane Holdings", "We will pay,")
    ]
    assert quotes('The maker, Halden Crane NV, put the price at "a little under a million".') == [
        ("Halden Crane NV", "a little under")
    ]


def test_titles() -> None:
    """``The colonel`` and ``the professor`` are who has that title; the general public is nobody."""
    found = quotes(
        'Colonel Ola Fenner-Voss met Prof. Pia Olland. "We had tea," the colonel said.',
        '"And a map," the professor went on. "No more," the general public heard.',
    )
    assert found[:2] == [("Ola Fenner-Voss", "We had tea,"), ("Pia Olland", "And a map,")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Rui Abrantes-Kay smiled; “none would be better,” put in his guest.",
            (None, "none would be"),
        ),
        (
            '"We lost the hay," laments Rui Abrantes-Kay, a father of three.',
            ("Rui Abrantes-Kay", "We lost the"),
        ),
        ('"They ran", according to Rui Abrantes-Kay of the harbour.', ("Rui Abrantes-Kay", "They ran")),
        ('"We lost it all," read a note from the Ministry of Ports.', ("Ministry of Ports", "We lost it")),
        ("“Two ships, one sea,” Rui Abrantes-Kay summed up.", ("Rui Abrantes-Kay", "Two ships, one")),
        ("The firm asked not to be named. ‘There is no cargo,’ a clerk said.", (None, "There is no")),
        (
            "“It is a stamp,” said Deputy Minister Rui Abrantes-Kay on his way in.",
            ("Rui Abrantes-Kay", "It is a"),
        ),
        (
            '"No beast was hurt," Supt. Rui Abrantes-Kay of the harbour press office said.',
            ("Rui Abrantes-Kay", "No beast was"),
        ),
    ],
)
def test_verbs(text: str, expected: tuple[str | None, str]) -> None:
    """Many verbs report speech; some are two words."""
    assert quotes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Its head, Rui Abrantes-Kay, was told by Minister Ana Rojas-Lima it starts "before the snow".',
            ("Ana Rojas-Lima", "before the snow"),
        ),
        (
            'Minister Rui Abrantes-Kay has told us that they start "before the snow".',
            ("Rui Abrantes-Kay", "before the snow"),
        ),
        (
            "“The river is our road,” Minister Rui Abrantes-Kay told him, a UN note says.",
            ("Rui Abrantes-Kay", "The river is"),
        ),
        (
            'The Prime Minister\'s Office said it had not seen "any paper at all".',
            ("Prime Minister's Office", "any paper at"),
        ),
    ],
)
def test_clauses(text: str, expected: tuple[str | None, str]) -> None:
    """Who is told by somebody does not speak; the first of two clauses behind a quote does."""
    assert quotes(text) == [expected]


def test_his() -> None:
    """*He* is whom the sentence with *his* goes on about, not who stands in it."""
    found = quotes(
        "Rob Tanner-Cole ran for two hours. His last try came after a pass by Ed Stone-Hill.",
        "“My line did that,” he said.",
    )
    assert found == [("Rob Tanner-Cole", "My line did")]


def test_guest() -> None:
    """``The Latvian guest`` is the one who has an office of Latvia."""
    found = quotes(
        "Latvian State Secretary Karlis Bergs came to Quito.",
        'The Latvian guest put the sum at "rather less than new ones cost".',
    )
    assert found == [("Karlis Bergs", "rather less than")]


def test_namesake() -> None:
    """A coach whose surname is a country speaks, not the country."""
    assert quotes("Coach Rick Norway spoke late.", '"We ran out of road," Norway said.') == [
        ("Rick Norway", "We ran out")
    ]


def test_stranger() -> None:
    """``The official`` is the one told of without a name, not who was named last."""
    found = quotes(
        "Talks went on for a day, an official said.",
        'Director Seo Min-jae met Ueda Naoto. "The gap is small," the official said.',
    )
    assert found == [(None, "The gap is")]


def test_subject_of_the_paragraph_before() -> None:
    """A quote alone in its paragraphs is of whom the paragraph before speaks, also as *she*."""
    found = quotes(
        "Nurse Rita Ovesen, 61, has run the clinic since 1999. She keeps a map above the sink.",
        "“People ask me if it is dull.",
        "“It is not.”",
    )
    assert {speaker for speaker, _ in found} == {"Rita Ovesen"}


def test_she() -> None:
    """*She* is nobody whose title, office or name tells a man, and the first named before; *he* likewise."""
    opening = "Minister of State Maitha bint Saif Al Zaabi received Mr Henrique Tavolaro for talks on meat."
    assert quotes(opening, '"We wish for more fruit," she told him.')[0][0] == "Maitha bint Saif Al Zaabi"
    assert quotes(opening, '"We have more of it," he said.')[0][0] == "Henrique Tavolaro"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“The bridge,” he said, “will not be built.” Works Minister Rui Abrantes-Kay was in town.",
            "Rui Abrantes-Kay",
        ),
        ('The mayor wrote: "Snow is coming soon." Mayor Rui Abrantes-Kay was in town.', "Rui Abrantes-Kay"),
        (
            'Mayor Rui Abrantes-Kay, who was in town, hailed "a new era in ties" and thanked her host.',
            "Rui Abrantes-Kay",
        ),
        ('"You cannot eat words," reads a placard held by Rui Abrantes-Kay, 30.', None),
    ],
)
def test_named_later(text: str, speaker: str | None) -> None:
    """Who is named only behind the quote speaks it; who holds a placard does not."""
    assert {found for found, _ in quotes(text)} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        'Minister Rui Abrantes-Kay met the press. Her answer was short: "Not this year."',
        'Minister Rui Abrantes-Kay met the press. His verdict was "a good day for us".',
        'The road is, in Abrantes-Kay\'s words, "a promise in gravel". Minister Rui Abrantes-Kay opened it.',
        'The road is "a promise in gravel", to use the words of Minister Rui Abrantes-Kay.',
        '"No road, no fish" was the message of Minister Rui Abrantes-Kay to the meeting.',
        '"We have time," came the answer from Minister Rui Abrantes-Kay.',
        'Minister Rui Abrantes-Kay took the floor. "We have time," were her first words.',
        '"We have time," Minister Rui Abrantes-Kay offered.',
        'Minister Rui Abrantes-Kay struck a softer note: "We have time."',
        'Minister Rui Abrantes-Kay spoke of "a new page in our ties".',
        '"A lake is no line": with these words the envoy, Rui Abrantes-Kay, opened the meeting.',
        "Envoy Rui Abrantes-Kay spoke first. “The lake,” he began, “is not a line.”",
        'It was, said Envoy Rui Abrantes-Kay, "not a line but a lake".',
    ],
)
def test_nouns_of_speech(text: str) -> None:
    """An answer, a verdict or words are somebody's; so is what stands at once behind a comma."""
    assert {speaker for speaker, _ in quotes(text)} == {"Rui Abrantes-Kay"}


def test_two_speak() -> None:
    """What two people said is neither's alone."""
    text = 'Minister Rui Abrantes-Kay and Envoy Pia Olland-Reyes said they had "all the time in the world".'
    assert quotes(text) == [(None, "all the time")]
