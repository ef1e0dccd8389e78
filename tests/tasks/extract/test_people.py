"""People, their offices, and who a short form means."""

from __future__ import annotations

import pytest

from tests.tasks.extract.build import facts, roles

CASES = [
    pytest.param(
        "The team was led by Tarin Velmori, Additional Secretary (Far South).",
        {"Tarin Velmori": ("Additional Secretary (Far South)", None, None)},
        id="office in brackets",
    ),
    pytest.param(
        "Deputy Minister of Ports and Rail Osma Drelin spoke.",
        {"Osma Drelin": ("Deputy Minister of Ports and Rail", None, None)},
        id="office before the name",
    ),
    pytest.param(
        "MURASAKI Tento, Director-General, Bureau of River Policy, Ministry of Water of Japan, took part.",
        {
            "Murasaki Tento": (
                "Director-General",
                "Bureau of River Policy, Ministry of Water of Japan",
                "JP",
            )
        },
        id="surname in capitals, organisation below another",
    ),
    pytest.param(
        "Rear Admiral Galo Pintera (Retd), adviser on ports, met Lt Gen (Retd) Amas Wekir.",
        {"Galo Pintera": ("adviser on ports", None, None), "Amas Wekir": ("Lt Gen", None, None)},
        id="ranks",
    ),
    pytest.param(
        "Foreign Minister Datuk Seri Halim Rastam and H.E. Dr. K. L. Moudgarh, Permanent Secretary, came.",
        {
            "Halim Rastam": ("Foreign Minister", None, None),
            "K. L. Moudgarh": ("Permanent Secretary", None, None),
        },
        id="honorific chains and initials",
    ),
    pytest.param(
        "The Ambassador of Mexico, Rosal de la Quintera, smiled.",
        {"Rosal de la Quintera": ("Ambassador", None, "MX")},
        id="office, comma, name with particles",
    ),
    pytest.param(
        "Minister Lorne Habbick met his Danish counterpart, Karen Oestby.",
        {"Lorne Habbick": ("Minister", None, None), "Karen Oestby": ("Minister", None, "DK")},
        id="a counterpart has the office of the other",
    ),
    pytest.param(
        "Deputy foreign ministers Hugo Sabel of Paraguay and Yami Rondo of Cuba met.",
        {
            "Hugo Sabel": ("Deputy foreign minister", None, "PY"),
            "Yami Rondo": ("Deputy foreign minister", None, "CU"),
        },
        id="an office in the plural",
    ),
    pytest.param(
        "Ms Wanda Ilsker, head of the Asia Department at the Polish Ministry of Trade, said no.",
        {"Wanda Ilsker": ("head", "Asia Department at the Polish Ministry of Trade", "PL")},
        id="organisation behind of",
    ),
    pytest.param(
        "A spokesman for the harbour board, Ilo Brandt, 44, agreed.",
        {"Ilo Brandt": ("spokesman", "harbour board", None)},
        id="office in lower case",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offices(text: str, expected: dict[str, tuple[str | None, str | None, str | None]]) -> None:
    """A person has the office printed beside the name, apart from organisation and country."""
    found = roles(facts(text))
    assert {name: (role, body) for name, (role, body, _) in found.items()} == {
        name: (role, body) for name, (role, body, _) in expected.items()
    }
    for name, (_, _, country) in expected.items():
        if country:
            assert found[name][2] == country


def test_short_forms_mean_the_same_person() -> None:
    """A surname alone, and the office with "the", are mentions of the one who was named."""
    found = facts(
        "Additional Secretary Zorin Mehrabi opened the day.",
        "Mehrabi was brief. The Additional Secretary then left.",
    )
    assert len(found.people) == 1
    surfaces = [mention.surface for mention in found.mentions if mention.kind == "person"]
    assert surfaces == ["Zorin Mehrabi", "Mehrabi", "Additional Secretary"]


def test_role_without_organisation_takes_it_from_before() -> None:
    """Who is first named as the spokeswoman of a body keeps that body when the name follows."""
    found = facts("An EU spokeswoman confirmed it.", "It is true, spokeswoman Dora Felsing said.")
    assert roles(found)["Dora Felsing"][:2] == ("spokeswoman", "EU")


@pytest.mark.parametrize(
    "text",
    ["The Crested Hill Bank fell.", "They flew to Porto Alegre on Monday.", "The Northern Rail Act passed."],
)
def test_other_names_are_no_people(text: str) -> None:
    """Banks, cities and laws have capitals too."""
    assert facts(text).people == ()


def test_a_name_over_a_paragraph_break_keeps_its_office() -> None:
    """An office that ends a broken paragraph belongs to the name that starts the next."""
    found = facts("He also saw Defence Minister", "Ossip Tarlan to talk over courses.")
    assert roles(found)["Ossip Tarlan"][0] == "Defence Minister"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "It was signed by Ola Fenner, who serves as deputy minister of ports.",
            ("deputy minister of ports", None),
        ),
        ("Justice Minister Ola Fenner spoke.", ("Justice Minister", None)),
        ("World Bank country director Ola Fenner spoke.", ("country director", "World Bank")),
        ("Kenya thanked Ms Ola Fenner, the country's envoy to the EU, for it.", ("envoy", "EU")),
        ("Director Ola Fenner of the Ministry of Ports spoke.", ("Director", "Ministry of Ports")),
        ("Collector of Customs Ola Fenner spoke.", ("Collector of Customs", None)),
        ("The Permanent Secretary, Ambassador Ola Fenner, spoke.", ("Permanent Secretary", None)),
    ],
)
def test_where_offices_stand(text: str, role: tuple[str, str | None]) -> None:
    """An office may stand in a relative clause, behind a body, or before a title."""
    assert roles(facts(text))["Ola Fenner"][:2] == role
