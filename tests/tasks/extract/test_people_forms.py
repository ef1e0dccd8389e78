"""Forms of people and offices as papers of many countries print them."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts, roles

Office = tuple[str | None, str | None]
NONE: Office = (None, None)


def offices(*texts: str) -> dict[str, Office]:
    """Give role and organisation by person."""
    return {name: found[:2] for name, found in roles(facts(*texts)).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emil Kostov, from the village of Dren, survived.", {"Emil Kostov": NONE}),
        ("Among those present was Ana Beltran (Peru).", {"Ana Beltran": NONE}),
        ("He left early. His wife, Rada Zhelm, did not.", {"Rada Zhelm": NONE}),
        ("The man was identified as Wogir, of no address.", {"Wogir": NONE}),
        (
            "Denmark's Mads Lund won ahead of Pierre Caron of France.",
            {"Mads Lund": NONE, "Pierre Caron": NONE},
        ),
        ("Peter Law, 52, and Anna West were freed.", {"Peter Law": NONE, "Anna West": NONE}),
        ("Coach Jan Lindqvist spoke.", {"Jan Lindqvist": ("Coach", None)}),
        ("King Tupou VI opened the hall.", {"Tupou VI": ("King", None)}),
        ("Ms. LE Thi Hong Nga came.", {"LE Thi Hong Nga": NONE}),
        ("Minister TAN Boon Keng came.", {"Tan Boon Keng": ("Minister", None)}),
        ("Alhaji Sule Dokwa and Mawlawi Abdul Haqyar came.", {"Sule Dokwa": NONE, "Abdul Haqyar": NONE}),
        ("Prince Sultan bin Nayef was there.", {"Sultan bin Nayef": ("Prince", None)}),
        ("Captain (Navy) Oleg Saenko sailed.", {"Oleg Saenko": ("Captain", None)}),
        ("The villagers danced. One of them, Wahid Tessaout, sang.", {"Wahid Tessaout": NONE}),
        ("It rained, shrugged Zlin Dravec midfielder Ivo Karlund.", {"Ivo Karlund": ("midfielder", None)}),
        (
            "Ola Fenner, head of the Institute of Water Problems, came.",
            {"Ola Fenner": ("head", "Institute of Water Problems")},
        ),
        ("Eyewitness Akello Nambi, a baker, ran.", {"Akello Nambi": ("Eyewitness", None)}),
        (
            "The Lao Deputy Prime Minister and Foreign Minister Kham Souvanh came.",
            {"Kham Souvanh": ("Deputy Prime Minister and Foreign Minister", None)},
        ),
        ("They flew over the Rio Verde and the Palacio Perez.", {}),
    ],
)
def test_who_is_a_person(text: str, expected: dict[str, Office]) -> None:
    """A name is a person's by its words, its titles, or what stands around it; places are none."""
    assert offices(text) == expected


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Karl Brandt, CEO of Nordwind, resigned.", ("CEO", "Nordwind")),
        ("Nordwind CEO Karl Brandt resigned.", ("CEO", "Nordwind")),
        ("Nordwind's chief executive, Karl Brandt, resigned.", ("chief executive", "Nordwind")),
        ("Karl Brandt, an economist with Banque du Lac, agreed.", ("economist", "Banque du Lac")),
        ("Karl Brandt, analyst at the consultancy Meridian, agreed.", ("analyst", "Meridian")),
        ("Activist Karl Brandt, of the group Clean Rivers, objected.", ("Activist", "Clean Rivers")),
        ("Police superintendent Karl Brandt said so.", ("Police superintendent", None)),
        ("Superintendent of Police Karl Brandt said so.", ("Superintendent of Police", None)),
        ("Police spokesman Karl Brandt said so.", ("spokesman", "Police")),
        ("Central bank governor Karl Brandt said so.", ("governor", "Central bank")),
        ("Karl Brandt, the fire brigade's chief, said so.", ("chief", "fire brigade")),
        ("The board was pleased. Its chairman, Karl Brandt, said so.", ("chairman", None)),
        (
            "The Port Authority was pleased. Its chairman, Karl Brandt, said so.",
            ("chairman", "Port Authority"),
        ),
        ("Chamber of Commerce president Karl Brandt said so.", ("president", "Chamber of Commerce")),
        (
            "Ministry of Health Permanent Secretary Karl Brandt came.",
            ("Permanent Secretary", "Ministry of Health"),
        ),
        ("Mayor of Lisbon Karl Brandt came.", ("Mayor of Lisbon", None)),
        ("Lisbon mayor Karl Brandt came.", ("mayor", None)),
        ("EU foreign policy chief Karl Brandt came.", ("foreign policy chief", "EU")),
        ("Deputy Minister of Rural Works Karl Brandt came.", ("Deputy Minister of Rural Works", None)),
        (
            "Deputy Prime Minister and Minister of Ports Karl Brandt came.",
            ("Deputy Prime Minister and Minister of Ports", None),
        ),
        ("Head coach Karl Brandt came.", ("Head coach", None)),
        (
            "Shri Karl Brandt, IAS, Secretary, Department of Fisheries, came.",
            ("Secretary", "Department of Fisheries"),
        ),
        ("Karl Brandt was appointed director of the Museum of Ports.", ("director", "Museum of Ports")),
        ("Karl Brandt, now director of the Museum of Ports, came.", ("director", "Museum of Ports")),
        ("Karl Brandt, then health minister, signed it.", ("health minister", None)),
        ("Karl Brandt was sworn in as prime minister.", ("prime minister", None)),
        ("The driver, identified by police as Karl Brandt, 52, survived.", ("driver", None)),
        ("Karl Brandt, a 52-year-old bus driver, survived.", ("bus driver", None)),
        ("Docker Karl Brandt came.", ("Docker", None)),
        ("Karl Brandt, a cobbler in Dren, came.", ("cobbler", None)),
        ("Karl Brandt (Director) came.", ("Director", None)),
        ("Dr Karl Brandt, Permanent Secretary (Health), came.", ("Permanent Secretary (Health)", None)),
        (
            "Karl Brandt, Additional Secretary-II, Ministry of Ports, came.",
            ("Additional Secretary-II", "Ministry of Ports"),
        ),
    ],
)
def test_which_office(text: str, office: Office) -> None:
    """An office stands before, behind or around a name; its body is kept apart from its words."""
    assert offices(text)["Karl Brandt"] == office


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The finance ministers, Ana Beltran and Luis Pardo, met.",
            {"Ana Beltran": ("finance minister", None), "Luis Pardo": ("finance minister", None)},
        ),
        (
            "Ambassadors Ana Beltran (Peru) and Luis Pardo (Chile) met.",
            {"Ana Beltran": ("Ambassador", None), "Luis Pardo": ("Ambassador", None)},
        ),
        (
            "The team comprised Ana Beltran (Joint Secretary) and Luis Pardo (Under Secretary).",
            {"Ana Beltran": ("Joint Secretary", None), "Luis Pardo": ("Under Secretary", None)},
        ),
        (
            "Present were: Ana Beltran, Under-Secretary; Col. Luis Pardo, Defence Attaché.",
            {"Ana Beltran": ("Under-Secretary", None), "Luis Pardo": ("Defence Attaché", None)},
        ),
    ],
)
def test_lists_of_officials(text: str, expected: dict[str, Office]) -> None:
    """Each of a list has his own office, or that of them all in the singular."""
    assert offices(text) == expected


def test_body_without_an_office() -> None:
    """Who is printed with a body alone has no role, but the body."""
    assert offices("Ola Fenner of the Dockers' Union smiled.") == {"Ola Fenner": (None, "Dockers' Union")}
    assert offices("UNICEF's Ola Fenner smiled.") == {"Ola Fenner": (None, "UNICEF")}


def test_counterparts_pair_off() -> None:
    """The first of their counterparts has the office of the first, the second that of the second."""
    found = offices(
        "Defence Minister Ola Fenner and Foreign Minister Arne Holt met "
        "their counterparts Ana Beltran and Luis Pardo."
    )
    assert found["Ana Beltran"][0] == "Defence Minister"
    assert found["Luis Pardo"][0] == "Foreign Minister"


def test_offices_told_before_the_name() -> None:
    """The main figure of a story has the office its first paragraph tells of him without his name."""
    found = offices(
        "A former port director was jailed on Monday.",
        "Emil Kostov, 52, said nothing. Kostov had sold a crane.",
    )
    assert found == {"Emil Kostov": ("former port director", None)}


def test_office_of_a_group() -> None:
    """Who comes with his country after the ministers of several is one of these ministers."""
    found = offices("The foreign ministers of Peru and Chile met.", "Chile's Luis Pardo smiled.")
    assert found == {"Luis Pardo": ("foreign minister", None)}


def test_strangers_are_not_the_last_official() -> None:
    """The office of a stranger is no mention of one who was named."""
    found = facts("Director Ola Fenner came. A port director from Dren was there. The director smiled.")
    assert [m.surface for m in found.mentions if m.kind == "person"] == ["Ola Fenner"]


def test_initials_mean_the_one_named_in_full() -> None:
    """``K. Delhume`` is Karen Delhume, who was named before."""
    assert list(offices("Director Karen Delhume came.", "K. Delhume confirmed the plan.")) == [
        "Karen Delhume"
    ]


@pytest.mark.parametrize(
    ("calling", "office"),
    [
        ("Fruit seller", ("Fruit seller", None)),
        ("Fund manager", ("Fund manager", None)),
        ("Student leader", ("Student leader", None)),
        ("Rickshaw puller", ("Rickshaw puller", None)),
        ("Court clerk", ("Court clerk", None)),
        ("Navy diver", ("Navy diver", None)),
        ("Bricklayer", ("Bricklayer", None)),
        ("Library director", ("director", "Library")),
    ],
)
def test_callings_that_open_a_sentence(calling: str, office: Office) -> None:
    """The first word of a sentence is capitalised, which makes it no name and no body."""
    assert offices(f"{calling} Hosea Cheruto said so on Monday.") == {"Hosea Cheruto": office}


def test_reporters_are_read() -> None:
    """A reporter who says something is no line that tells who wrote."""
    assert offices("Reporter Hosea Cheruto said so.") == {"Hosea Cheruto": ("Reporter", None)}
    assert offices("Reporter: Hosea Cheruto") == {}
