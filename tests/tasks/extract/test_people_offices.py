"""Fields of ministries, chains of offices, and names made of small words."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts, quotes, roles

Office = tuple[str | None, str | None]
NONE: Office = (None, None)


def offices(*texts: str) -> dict[str, Office]:
    """Give role and organisation by person."""
    return {name: found[:2] for name, found in roles(facts(*texts)).items()}


FIELDS = (
    "Climate Change",
    "Road Transport and Highways",
    "Ports, Shipping and Waterways",
    "Labour, Invalids and Social Affairs",
    "Education, Culture, Sports, Science and Technology",
    "New and Renewable Energy",
    "Housing and Works",
    "Local Government",
    "Posts and Telecommunications",
    "Hajj and Umrah",
    "Law and Justice",
)


@pytest.mark.parametrize("field", FIELDS)
def test_fields(field: str) -> None:
    """The field of an office is read whole before its head, behind it, and in the name of a ministry."""
    text = "Talks were opened by {}, and the harbour was shown to the guests."
    for office in (f"{field} Minister", f"Minister of {field}", f"Minister of State for {field}"):
        assert offices(text.format(f"{office} Arvo Kestrell")) == {"Arvo Kestrell": (office, None)}
        assert offices(text.format(f"Arvo Kestrell, {office}")) == {"Arvo Kestrell": (office, None)}
    ministry = f"Ministry of {field}"
    assert offices(text.format(f"Arvo Kestrell, Secretary, {ministry}"))["Arvo Kestrell"] == (
        "Secretary",
        ministry,
    )


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Secretary at the Ministry of Trade and Rail Mila Drogan came.",
            ("Secretary", "Ministry of Trade and Rail"),
        ),
        ("Frontier Affairs Minister Mila Drogan came.", ("Frontier Affairs Minister", None)),
        (
            "Special Assistant to the Prime Minister Mila Drogan came.",
            ("Special Assistant to the Prime Minister", None),
        ),
        ("Chief Cabinet Secretary Mila Drogan came.", ("Chief Cabinet Secretary", None)),
        ("Lieutenant Governor Mila Drogan came.", ("Lieutenant Governor", None)),
        ("Air Chief Marshal Mila Drogan came.", ("Air Chief Marshal", None)),
        ("First Admiral Mila Drogan came.", ("First Admiral", None)),
        ("Commander Eastern Command Lt Gen Mila Drogan came.", ("Commander", "Eastern Command")),
        (
            "Mila Drogan, Ambassador Extraordinary and Plenipotentiary of Oman, came.",
            ("Ambassador Extraordinary and Plenipotentiary", None),
        ),
        (
            "The Under-Secretary-General for Rivers, Ambassador Mila Drogan, came.",
            ("Under-Secretary-General for Rivers", None),
        ),
        (
            "Mila Drogan, head of the ministry's Asia department, came.",
            ("head", "ministry's Asia department"),
        ),
        ("Mila Drogan, Director at Peru's trade ministry, came.", ("Director", "trade ministry")),
        ("Peru's ambassador in Accra, Mila Drogan, came.", ("ambassador", None)),
        ("The deputy head of delegation, Mila Drogan, came.", ("deputy head of delegation", None)),
        (
            "Oman's chief negotiator, Mila Drogan of the Ministry of Ports, came.",
            ("chief negotiator", "Ministry of Ports"),
        ),
        (
            "Commodore Mila Drogan, AM, Director General Rescue Operations, came.",
            ("Director General Rescue Operations", None),
        ),
        ("Mila Drogan, who runs the port, is the chief negotiator.", ("chief negotiator", None)),
        ("A roofer from Benin named Mila Drogan came.", ("roofer", None)),
        (
            "Mila Drogan, an agronomist at the University of Georgia, came.",
            ("agronomist", "University of Georgia"),
        ),
        (
            "Mila Drogan, director for reefs at its rail ministry, came.",
            ("director for reefs", "rail ministry"),
        ),
        (
            "Mila Drogan, deputy department head of the Ports Agency, came.",
            ("deputy department head", "Ports Agency"),
        ),
        ("The head of the EU's mission to Chad, Mila Drogan, came.", ("head", "EU's mission to Chad")),
        ("The UN seed agency's director, Mila Drogan, came.", ("director", "UN seed agency")),
        (
            "Mila Drogan, member of the House Rural Roads Committee, came.",
            ("member", "House Rural Roads Committee"),
        ),
        ("EU delegation head Mila Drogan came.", ("delegation head", "EU")),
        (
            "The National Security Adviser, Maj.-Gen. Mila Drogan (retd), came.",
            ("National Security Adviser", None),
        ),
        ("Mila Drogan, chair of Peru's parliament, came.", ("chair", "Peru's parliament")),
        ("FM Mila Drogan came.", ("FM", None)),
        ("COAS Gen Mila Drogan came.", ("COAS", None)),
        ("MoS for Ports Mila Drogan came.", ("MoS for Ports", None)),
        ("Mila Drogan, Secretary (East), MEA, came.", ("Secretary (East)", "MEA")),
        ("Mila Drogan, Secretary (East), IFS, came.", ("Secretary (East)", None)),
        ("Consul General in Perth Mila Drogan came.", ("Consul General", None)),
        ("Peru's European integration minister Mila Drogan came.", ("European integration minister", None)),
        ("Mila Drogan, analyst at a Lagos bank, came.", ("analyst", None)),
        ("Mila Drogan, a trader with an Oslo brokerage, came.", ("trader", None)),
        ("Minister Responsible for Ports Mila Drogan came.", ("Minister Responsible for Ports", None)),
        ("Adviser to PM on Ports Mila Drogan came.", ("Adviser to PM on Ports", None)),
        ("Chairman RAPDA Lt Gen (Retd) Mila Drogan came.", ("Chairman", "RAPDA")),
        (
            "Vice Minister of Healthcare and Ecology Mila Drogan came.",
            ("Vice Minister of Healthcare and Ecology", None),
        ),
        ("It was told by zonal inspector Mila Drogan.", ("zonal inspector", None)),
        ("Secretary, Ministry of Mines, Mila Drogan came.", ("Secretary", "Ministry of Mines")),
    ],
)
def test_chains(text: str, office: Office) -> None:
    """Orders, posts abroad and bodies beside a name do not part it from its office."""
    assert offices(text) == {"Mila Drogan": office}


@pytest.mark.parametrize(
    "name",
    [
        "He Pingru",
        "An Guolan",
        "Tan See Morlan",
        "Joseph Kiprono Too",
        "Hamad bin Salim Al Said",
        "Noor ul Haq",
        "Md. Karim Talukder",
        "Asan Bekov uulu",
        "Made Arya-Putra",
        "Muthu a/l Ramanathan",
        "Abebe W/Tsadik",
        "Mohammed bin Sultan",
        "Ola Kestrell Norway",
        "J.-C. Kestrell",
    ],
)
def test_small_words_in_names(name: str) -> None:
    """A small word beside a title or a name is a name, also one that ends it."""
    assert set(offices(f"The team was led by Deputy Minister {name}, who spoke first.")) == {name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suharno, Deputy Minister of Rail, waved.", {}),
        ("The Minister of Rail, Suharno, waved.", {"Suharno": ("Minister of Rail", None)}),
        ("Colonel Wahyono waved.", {"Wahyono": ("Colonel", None)}),
        ("“No,” said Ratna, a lecturer.", {"Ratna": ("lecturer", None)}),
        ("The envoy of Ghana, Accra, and the minister, however, waved.", {}),
    ],
)
def test_one_word(text: str, expected: dict[str, Office]) -> None:
    """Who goes by one name needs an office or rank that stands with nothing but people."""
    assert offices(text) == expected


def test_office_beside_no_name_is_free() -> None:
    """An office beside a word that turns out to be nobody may still be told of somebody."""
    found = offices(
        "Talks on the Orontes, Peru's water minister said, will go on.",
        "They met for an hour, the minister, Mila Drogan, told the press.",
    )
    assert found == {"Mila Drogan": ("water minister", None)}


def test_bodies_end_at_a_name() -> None:
    """A body before an office begins behind the name in front of it."""
    found = offices(
        "FTAB President Emil Rask-Holm and KDTB chief Ola Kestrell "
        "met MEP Ana Rojas and Commission chair Pia Lund."
    )
    assert found == {
        "Emil Rask-Holm": ("President", "FTAB"),
        "Ola Kestrell": ("chief", "KDTB"),
        "Ana Rojas": ("MEP", None),
        "Pia Lund": ("chair", "Commission"),
    }


def test_opposite_number() -> None:
    """An opposite number is a counterpart."""
    found = offices("Trade Minister Arvo Kestrell met his Omani opposite number, Salim Harthi-Nasr.")
    assert found["Salim Harthi-Nasr"] == ("Trade Minister", None)


def test_told_before_with_an_age() -> None:
    """Who is told of without a name has his office also where he is named once, with his age."""
    found = offices(
        "A Danish lorry driver who fell asleep was fined. A court let Emil Rask-Holm, 38, pay in parts."
    )
    assert found["Emil Rask-Holm"] == ("lorry driver", None)


@pytest.mark.parametrize(
    ("texts", "name", "office"),
    [
        (
            (
                "Talks of deputy rail ministers of Peru and Oman went on.",
                "The teams were headed by Ana Rojas-Lima and Salim Harthi.",
            ),
            "Salim Harthi",
            ("deputy rail minister", None),
        ),
        (
            (
                "The aid ministers of Peru and Oman came to Bergen.",
                "Oman's, Salim Harthi-Nasr, asked for time.",
            ),
            "Salim Harthi-Nasr",
            ("aid minister", None),
        ),
        (
            (
                "A county clerk was cleared.",
                'Clerk Irene Faulk, 51, "at no time broke the rules", a judge said.',
            ),
            "Irene Faulk",
            ("Clerk", None),
        ),
        (
            ("Peru's rail minister flew in.", "Minister Ana Rojas-Lima had a cold."),
            "Ana Rojas-Lima",
            ("rail minister", None),
        ),
    ],
)
def test_told_in_another_sentence(texts: tuple[str, ...], name: str, office: Office) -> None:
    """An office told of a group, or of one without a name, is that of who is named after."""
    assert offices(*texts)[name] == office


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Speaker Chaudhry Adeel Gondal met Count Emil von Rask.", {"Adeel Gondal", "Emil von Rask"}),
        ("Minister Adeel Chaudhry came.", {"Adeel Chaudhry"}),
        ("Creditors of the shipyard Balti Kaev met its owner.", set()),
    ],
)
def test_titles_and_things(text: str, names: set[str]) -> None:
    """Some titles are names behind another name; what a noun calls a shipyard is nobody."""
    assert set(offices(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian and Omani rail ministers Ana Rojas-Lima and Salim Harthi-Nasr met.",
        "Peru's and Oman's rail ministers, Ana Rojas-Lima and Salim Harthi-Nasr, met.",
        "The rail ministers of Peru and Oman, Ana Rojas-Lima and Salim Harthi-Nasr, met.",
        "The rail ministers of Peru, Ana Rojas-Lima, and Oman, Salim Harthi-Nasr, met.",
        "Rail ministers Ana Rojas-Lima, of Peru, and Salim Harthi-Nasr, of Oman, met.",
        "Rail ministers Ana Rojas-Lima (Peru) and Salim Harthi-Nasr (Oman) met.",
        "The rail ministers, Ana Rojas-Lima for Peru and Salim Harthi-Nasr for Oman, met.",
        "Two rail ministers who had never met, Ana Rojas-Lima of Peru and Salim Harthi-Nasr of Oman, talked.",
    ],
)
def test_one_office_of_two(text: str) -> None:
    """An office printed once for two is each one's, with the country that is his."""
    found = roles(facts(text))
    assert {
        name: (office.lower() if office else None, code) for name, (office, _, code) in found.items()
    } == {
        "Ana Rojas-Lima": ("rail minister", "PE"),
        "Salim Harthi-Nasr": ("rail minister", "OM"),
    }


def test_one_office_of_three() -> None:
    """Three names after three states have one each."""
    found = roles(
        facts("The envoys of Peru, Oman and Chad - Ana Rojas, Salim Harthi and Ali Zakar-Oum - met.")
    )
    assert {name: code for name, (*_, code) in found.items()} == {
        "Ana Rojas": "PE",
        "Salim Harthi": "OM",
        "Ali Zakar-Oum": "TD",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Director General of Kazatom Sergey Linkov spoke.",
            {"Sergey Linkov": ("Director General", "Kazatom")},
        ),
        (
            "RA Deputy Foreign Minister Sergey Linkov spoke.",
            {"Sergey Linkov": ("Deputy Foreign Minister", None)},
        ),
        ("Spinner Noman Raza took four wickets.", {"Noman Raza": ("Spinner", None)}),
        ("Carter Noman Raza-Hill took four wickets.", {"Carter Noman Raza-Hill": NONE}),
    ],
)
def test_where_a_name_begins(text: str, found: dict[str, Office]) -> None:
    """A body or calling in front of a name is no part of it; a given name is."""
    assert offices(text) == found


def test_envoy_of_a_president() -> None:
    """Who serves a president serves his state."""
    assert roles(facts("Omani President's envoy Mila Drogan came.", home="IN"))["Mila Drogan"][2] == "OM"


@pytest.mark.parametrize("owner", ["Laos'", "Honduras\u2019", "the Philippines'", "Cyprus'"])
def test_states_that_end_in_s_own_with_a_mark_alone(owner: str) -> None:
    """The mark behind *Honduras* is no quote: whose minister it is stands before it."""
    found = facts(f"In the hall {owner} Deputy Prime Minister and Minister of Ports Kham Souvanh spoke.")
    assert [(role.role, role.country_method) for role in found.roles] == [
        ("Deputy Prime Minister and Minister of Ports", "office")
    ]


def test_police_before_a_rank_are_no_speakers() -> None:
    """Whoever has a rank of a force speaks, not the force."""
    said = quotes(facts('Police Constable Akello Otai, who came first, said he heard "a crack, then hail".'))
    assert [speaker for speaker, _ in said] == ["Akello Otai"]
