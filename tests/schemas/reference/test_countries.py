"""Names, adjectives and demonyms of countries."""

# ruff: noqa: RUF001  # letters of other scripts are meant
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from schemas.reference.countries import CountryForm
from schemas.reference.tables import read_tsv, split

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PK"),
        ("PAKISTAN", "PK"),
        ("the Netherlands", "NL"),
        ("S. Korea", "KR"),
        ("DPRK", "KP"),
        ("U.S.", "US"),
        ("US", "US"),
        ("USA", "US"),
        ("UAE", "AE"),
        ("U.A.E.", "AE"),
        ("UK", "GB"),
        ("England", "GB"),
        ("Türkiye", "TR"),
        ("TURKIYE", "TR"),
        ("Turkey", "TR"),
        ("Burma", "MM"),
        ("Ivory Coast", "CI"),
        ("Cote d’Ivoire", "CI"),
        ("Kosovo", "XK"),
        ("Czech Republic", "CZ"),
        ("Swaziland", "SZ"),
        ("Georgia", "GE"),
        ("Soviet Union", "SU"),
        ("DR Congo", "CD"),
        ("Congo-Brazzaville", "CG"),
        ("Japon", "JP"),
        ("阿尔及利亚", "DZ"),
        ("پاکستان", "PK"),
        ("Узбекистан", "UZ"),
    ],
)
def test_a_name_gives_its_country(lexicon: Lexicon, name: str, code: str) -> None:
    """Names and aliases, in any language, give one code."""
    assert lexicon.country(name) == code
    assert lexicon.countries(name) == (code,)


@pytest.mark.parametrize(
    "name",
    [
        "us",
        "Us",
        "uk",
        "Polish",
        "Japanese",
        "Pakistanis",
        "Congo",
        "Korea",
        "Kashmir",
        "Crimea",
        "Granada",
        "",
    ],
)
def test_no_single_country(lexicon: Lexicon, name: str) -> None:
    """Words, adjectives, shared names and disputed land give no country."""
    assert lexicon.country(name) is None


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("Congolese", ("CD", "CG")),
        ("Korean", ("KP", "KR")),
        ("Dominican", ("DM", "DO")),
        ("Dutch", ("NL",)),
        ("Chinese", ("CN",)),
        ("American", ("US",)),
        ("Omani", ("OM",)),
        ("Nigerien", ("NE",)),
        ("Nigerian", ("NG",)),
        ("Filipinos", ("PH",)),
        ("South Sudanese", ("SS",)),
        ("Burkinabe", ("BF",)),
        ("Kashmiri", ()),
        ("New Mexico", ()),
        ("Harbourish", ()),
    ],
)
def test_adjectives_and_demonyms(lexicon: Lexicon, form: str, codes: tuple[str, ...]) -> None:
    """A form gives each country that uses it, in the order of the codes."""
    assert lexicon.countries(form) == codes


@pytest.mark.parametrize(
    "form", ["Georgia", "Jordan", "Chad", "Turkey", "Guinea", "English", "CHAD", "Poles"]
)
def test_ambiguous_words_need_context(lexicon: Lexicon, form: str) -> None:
    """Forms that often mean something else are marked, in capitals too."""
    assert lexicon.country_forms()[form].needs_context


def test_forms_keep_their_case(lexicon: Lexicon) -> None:
    """A scanner finds ``US`` and ``SRI LANKA``, and neither ``us`` nor ``polish``."""
    forms = lexicon.country_forms()
    assert forms["US"] == CountryForm(("US",), "name")
    assert forms["SRI LANKA"] == CountryForm(("LK",), "name")
    assert forms["Japanese"] == CountryForm(("JP",), "adjective")
    assert forms["Spaniards"] == CountryForm(("ES",), "demonym")
    assert not {"us", "polish", "turkey", "chad", "uk"} & set(forms)


@pytest.mark.parametrize(
    "longer",
    [
        "New Mexico",
        "Indian Ocean",
        "South China Sea",
        "Latin American",
        "Press Trust of India",
        "Associated Press of Pakistan",
        "Organization of American States",
        "Turkish Republic of Northern Cyprus",
    ],
)
def test_longer_names_swallow_the_country_in_them(lexicon: Lexicon, longer: str) -> None:
    """A longest match on these finds no country."""
    assert lexicon.country_forms()[longer].codes == ()


def test_longer_country_names_win_over_shorter_ones(lexicon: Lexicon) -> None:
    """Names that hold another country's name are forms of their own."""
    forms = lexicon.country_forms()
    for longer, code in [
        ("Guinea-Bissau", "GW"),
        ("Papua New Guinea", "PG"),
        ("American Samoa", "AS"),
        ("South Sudan", "SS"),
        ("North Korean", "KP"),
        ("Northern Ireland", "GB"),
        ("Bosnian Serb", "BA"),
    ]:
        assert forms[longer].codes == (code,)


def test_codes_are_unique_and_well_formed() -> None:
    """No two rows share a code; all of ISO 3166-1 is there."""
    rows = read_tsv("countries.tsv")
    for column in ("country_code", "alpha3", "name", "official_name"):
        doubles = [value for value, count in Counter(row[column] for row in rows).items() if count > 1]
        assert doubles == []
    numbers = [row["numeric_code"] for row in rows if row["numeric_code"]]
    assert len(set(numbers)) == len(numbers) == len(rows) - 1  # Kosovo has none
    assert all(len(row["country_code"]) == 2 and row["country_code"].isupper() for row in rows)
    assert len([row for row in rows if not row["valid_to"]]) == 249 + 1


def test_rows_stand_in_order_without_stray_spaces() -> None:
    """The table is sorted by code, and no cell or value of a list has white space around it."""
    rows = read_tsv("countries.tsv")
    assert [row["country_code"] for row in rows] == sorted(row["country_code"] for row in rows)
    for row in rows:
        for cell in row.values():
            assert all(value == value.strip() and value for value in split(cell))


def test_shared_forms_are_declared() -> None:
    """A form two rows of the table have is listed with both codes, not shared by accident."""
    declared = {row["form"]: set(split(row["codes"])) for row in read_tsv("forms.tsv")}
    users: dict[str, set[str]] = {}
    for row in read_tsv("countries.tsv"):
        for column in ("name", "official_name", "aliases", "adjectives", "demonyms"):
            for form in split(row[column]):
                users.setdefault(form, set()).add(row["country_code"])
    shared = {form: codes for form, codes in users.items() if len(codes) > 1}
    assert {form: codes for form, codes in shared.items() if declared.get(form) != codes} == {}


def test_careful_forms_name_known_countries() -> None:
    """Each line of forms.tsv has a known kind, known codes, and codes unless it is no country."""
    known = {row["country_code"] for row in read_tsv("countries.tsv")}
    rows = read_tsv("forms.tsv")
    assert len({row["form"] for row in rows}) == len(rows)
    for row in rows:
        assert set(split(row["codes"])) <= known
        assert bool(row["codes"]) == (row["kind"] in {"name", "adjective", "demonym"})
        assert row["kind"] in {"name", "adjective", "demonym", "territory", "none"}
        assert split(row["codes"]) == sorted(split(row["codes"]))
