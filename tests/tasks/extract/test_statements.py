# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Statements and who made them."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts, quotes

CASES = [
    ('"We are ready," Minister Ola Fenner said.', [("Ola Fenner", "We are ready,")]),
    ("“No date is set,” said Minister Ola Fenner.", [("Ola Fenner", "No date is set,")]),
    ("Minister Ola Fenner told reporters: ‘Our yards are full.’", [("Ola Fenner", "Our yards are full.")]),
    (
        "Minister Ola Fenner was there. 'We don't count them,' Fenner was quoted as saying.",
        [("Ola Fenner", "We don't count them,")],
    ),
    (
        '"One," Minister Ola Fenner said. "Two is too many."',
        [("Ola Fenner", "One,"), ("Ola Fenner", "Two is too many.")],
    ),
    ('According to a statement, "Work went well this year."', [("statement", "Work went well this year.")]),
    (
        '"It opens within the year," the ministry said in a release.',
        [("ministry", "It opens within the year,")],
    ),
    (
        'The Foreign Ministry was cautious. "Both sides stay," it said.',
        [("Foreign Ministry", "Both sides stay,")],
    ),
    ('A senior official said "the tea was very good."', [(None, "the tea was very good.")]),
    ("„No date is set“, said Minister Ola Fenner.", [("Ola Fenner", "No date is set")]),
    ("``No date is set,'' said Minister Ola Fenner.", [("Ola Fenner", "No date is set,")]),
    ('In the words of Minister Ola Fenner, "no date is set".', [("Ola Fenner", "no date is set")]),
    ('Minister Ola Fenner was sure that "nobody will wait".', [("Ola Fenner", "nobody will wait")]),
    (
        'Minister Ola Fenner thanked Mr Arne Holt, saying "the port owes him".',
        [("Ola Fenner", "the port owes him")],
    ),
    ('The agency quoted Minister Ola Fenner as saying "no date is set".', [("Ola Fenner", "no date is set")]),
    (
        'Minister Ola Fenner came. A docker in the crowd was not pleased. "I see it daily," he said.',
        [(None, "I see it daily,")],
    ),
    (
        'Minister Ola Fenner came. A port official smiled. "Nothing is fixed," the official said.',
        [(None, "Nothing is fixed,")],
    ),
    (
        'The two sides said in a joint statement that they "share a sea".',
        [("joint statement", "share a sea")],
    ),
    ('"No date is set," MARPO said.', [("MARPO", "No date is set,")]),
    ('The so-called "full yard rule" is dead.', []),
    ("The tour is called “Ports and Power” this year.", []),
    ('They met for secret "consultations" again.', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_direct_speech(text: str, expected: list[tuple[str | None, str]]) -> None:
    """A quote has the speaker its sentence gives it; who has no name is nobody, irony is no quote."""
    assert quotes(facts(text)) == expected


def test_quote_over_paragraphs_is_one_speaker() -> None:
    """A mark that opens each paragraph and closes once goes on with the same speech."""
    found = facts("Minister Ola Fenner said: “We began in spring.", "“We ended in autumn.”")
    assert quotes(found) == [("Ola Fenner", "We began in spring."), ("Ola Fenner", "We ended in autumn.")]
    assert [said.method for said in found.statements] == ["before", "continued"]


def test_quote_named_at_its_end() -> None:
    """Of a quote over paragraphs only the last says who speaks."""
    found = facts("Minister Ola Fenner came.", '"One.', '"Two.', '"Three," Fenner said.')
    assert [speaker for speaker, _ in quotes(found)] == ["Ola Fenner"] * 3


def test_a_quote_alone_goes_on_with_the_one_before() -> None:
    """A paragraph that is all quote is said by the speaker of the paragraph before."""
    found = facts('"The yards are full," Minister Ola Fenner said.', '"I see it every day."')
    assert quotes(found)[1] == ("Ola Fenner", "I see it every day.")


def test_a_colon_announces_the_next_paragraph() -> None:
    """Who provides the following words said them."""
    found = facts("Spokesman Ola Fenner provided the following readout:", "“The two spoke on Monday.”")
    assert quotes(found) == [("Ola Fenner", "The two spoke on Monday.")]


def test_turns_by_office_and_surname() -> None:
    """A label in capitals, or an office, means the one the article names."""
    found = facts(
        "Minister Ola Fenner and Deputy Spokesperson Arne Holt spoke.",
        "MINISTER FENNER: We shall see.",
        "QUESTION: And when?",
        "Deputy Spokesperson: In spring.",
    )
    assert quotes(found) == [("Ola Fenner", "We shall see."), ("Arne Holt", "In spring.")]


def test_indirect_speech() -> None:
    """What somebody underscored is a statement of his, told from the clause."""
    found = facts(
        "Additional Secretary Ola Fenner came. The Additional Secretary underscored the need for calm seas."
    )
    said = [(s.kind, s.speaker, s.text) for s in found.statements]
    assert said == [("indirect", "Ola Fenner", "the need for calm seas")]


def test_joint_statement() -> None:
    """What the two sides agreed is said by neither alone."""
    found = facts("The two sides agreed to open a ferry line before winter.")
    assert [(s.kind, s.speaker) for s in found.statements] == [("joint", None)]


def test_turns_of_a_transcript() -> None:
    """Where paragraphs open with a name and a colon, what follows is what that person said."""
    found = facts("Ola Fenner: We shall see.", "Harbour News: And when?", "Ola Fenner: In spring.")
    assert quotes(found) == [("Ola Fenner", "We shall see."), ("Ola Fenner", "In spring.")]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Peru on Tuesday reiterating their wish for calm seas, agreed to open a ferry line.",
        "Ghana and Peru, stressing that ports matter, agreed to open a ferry line.",
    ],
)
def test_a_participle_is_not_the_main_verb(text: str) -> None:
    """What the sides agreed is told also where they reiterate something on the way to it."""
    (said,) = facts(text).statements
    assert (said.kind, said.verb, said.text) == ("joint", "agreed", text.rstrip("."))
