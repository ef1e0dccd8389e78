"""Which place a dateline means."""

# ruff: noqa: RUF001  # letters of other scripts are meant
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.reference.lexicon import Lexicon, Place, load_lexicon

CITIES = [
    ("ISLAMABAD", "Islamabad", "PK"),  # not Chattogram, which had that name
    ("MUZAFFARABAD", "Muzaffarābād", "PK"),
    ("NEW DELHI", "New Delhi", "IN"),  # not Delhi, which GeoNames also calls so
    ("DELHI", "Delhi", "IN"),
    ("UNITED NATIONS", "United Nations", "US"),
    ("BRUSSELS", "Brussels", "BE"),
    ("KIEV", "Kyiv", "UA"),
    ("NUR-SULTAN", "Astana", "KZ"),
    ("NAYPYITAW", "Nay Pyi Taw", "MM"),
    ("ST. PETERSBURG", "Saint Petersburg", "RU"),
    ("WASHINGTON", "Washington", "US"),
    ("VIENNA", "Vienna", "AT"),
    ("GENEVA", "Geneva", "CH"),
    ("LONDON", "London", "GB"),
    ("COLOMBO", "Colombo", "LK"),
    ("DAVOS", "Davos", "CH"),
    ("RAMSTEIN", "Ramstein-Miesenbach", "DE"),
    ("TUNIS", "Tunis", "TN"),  # the country, in some languages
    ("LAGOS", "Lagos", "NG"),
    ("MANCHESTER", "Manchester", "GB"),  # also a parish of Jamaica
    ("ZANZIBAR", "Zanzibar", "TZ"),
    ("NEW YORK", "New York City", "US"),
    ("Frankfurt", "Frankfurt am Main", "DE"),
    ("北京", "Beijing", "CN"),
    ("МОСКВА", "Moscow", "RU"),
    ("БИШКЕК", "Bishkek", "KG"),
    ("नयी दिल्ली", "New Delhi", "IN"),
    ("नई दिल्ली", "New Delhi", "IN"),
    ("HÀ NỘI", "Hanoi", "VN"),
    ("Hà Nội", "Hanoi", "VN"),
    ("اسلام آباد", "Islamabad", "PK"),
    ("القاهرة", "Cairo", "EG"),
    ("서울", "Seoul", "KR"),
    ("ঢাকা", "Dhaka", "BD"),
    ("KUWAIT", "Kuwait City", "KW"),
    ("SINGAPORE", "Singapore", "SG"),
    ("LUXEMBOURG", "Luxembourg", "LU"),
    ("Vatican", "Vatican City", "VA"),
]
COUNTRIES_ONLY = [
    ("VIETNAM", "VN"),
    ("PAKISTAN", "PK"),
    ("MÉXICO", "MX"),
    ("Алжир", "DZ"),
    ("TEXAS", "US"),
    ("BAVARIA", "DE"),
    ("BALI", "ID"),  # also a suburb in India
    ("ONTARIO", "CA"),  # also a town in California
    ("BIHAR", "IN"),
    ("FLORIDA", "US"),  # also a department of Uruguay
    ("SUMATRA", "ID"),
    ("SPRINGFIELD", "US"),  # several, all in one country
]
NOTHING = [
    "HYDERABAD",  # India and Pakistan
    "VALENCIA",  # Spain and Venezuela
    "SAN JOSE",  # a capital and a city three times its size
    "CAMBRIDGE",
    "PUNJAB",
    "GEORGIA",  # a country and a state
    "CONGO",
    "KOREA",
    "KASHMIR",
    "CRIMEA",
    "CORNWALL",  # a county of England and a town of Canada
    "UN",
    "POLICE",
    "MARCH",
    "Reading",
    "HARBOUR WIRE",
    "",
    " — ",
]
QUALIFIED = [
    ("SALEM", "Ore.", "Salem", "US"),
    ("SALEM", "OR", "Salem", "US"),
    ("TIPAZA", "Algeria", "Tipasa", "DZ"),
    ("Pune", "Maharashtra", "Pune", "IN"),
    ("Pune", "India", "Pune", "IN"),
    ("HYDERABAD", "Sindh", "Hyderabad", "PK"),
    ("HYDERABAD", "Telangana", "Hyderabad", "IN"),
    ("ATLANTA", "Georgia", "Atlanta", "US"),
    ("TBILISI", "Georgia", "Tbilisi", "GE"),
    ("LONDON", "Ont.", "London", "CA"),
    ("SYDNEY", "Nova Scotia", "Sydney", "CA"),
    ("MOSCOW", "Idaho", "Moscow", "US"),
    ("CAMBRIDGE", "England", "Cambridge", "GB"),
    ("PENZANCE", "Cornwall", "Penzance", "GB"),
    ("MEDAN", "Sumatra", "Medan", "ID"),
    ("BERLIN", "Allemagne", "Berlin", "DE"),
    ("KINSHASA", "Congo", "Kinshasa", "CD"),
    ("READING", "Pa.", "Reading", "US"),
    ("TAIPEI", "Taiwan, China", "Taipei", "TW"),
]


@pytest.mark.parametrize(("printed", "name", "country_code"), CITIES)
def test_a_city_alone(lexicon: Lexicon, printed: str, name: str, country_code: str) -> None:
    """A city that stands out is found by its name in any case, spelling or script."""
    place = lexicon.place(printed)
    assert place is not None
    assert (place.name, place.country_code, place.place_id is None) == (name, country_code, False)
    assert lexicon.is_place_name(printed)


@pytest.mark.parametrize(("printed", "country_code"), COUNTRIES_ONLY)
def test_only_the_country_is_known(lexicon: Lexicon, printed: str, country_code: str) -> None:
    """A country, a region, or a name that several cities of one country have, gives the country alone."""
    place = lexicon.place(printed)
    assert place is not None
    assert (place.place_id, place.country_code, place.latitude) == (None, country_code, None)
    assert lexicon.is_place_name(printed)


@pytest.mark.parametrize("printed", NOTHING)
def test_nothing_is_better_than_a_guess(lexicon: Lexicon, printed: str) -> None:
    """What may be two places of different countries, or a common word, gives nothing."""
    assert lexicon.place(printed) is None


@pytest.mark.parametrize(("printed", "qualifier", "name", "country_code"), QUALIFIED)
def test_a_qualifier_decides(
    lexicon: Lexicon, printed: str, qualifier: str, name: str, country_code: str
) -> None:
    """The state or country beside the name decides, also when it stands behind a comma in the name."""
    place = lexicon.place(printed, qualifier=qualifier)
    assert place is not None
    assert (place.name, place.country_code, place.place_id is None) == (name, country_code, False)
    assert lexicon.place(f"{printed}, {qualifier}") == place


def test_an_unknown_city_of_a_known_area(lexicon: Lexicon) -> None:
    """The country is kept where the city is not known there; not where the area is shared."""
    assert lexicon.place("LITTLE HARBOUR", qualifier="Texas") == Place(None, "LITTLE HARBOUR", "US")
    assert lexicon.place("LITTLE HARBOUR", qualifier="the Netherlands") == Place(None, "LITTLE HARBOUR", "NL")
    assert lexicon.place("LITTLE HARBOUR", qualifier="Georgia") is None
    assert lexicon.place("LITTLE HARBOUR", qualifier="Congo") is None
    assert lexicon.place("LITTLE HARBOUR", qualifier="near the old mill") is None


@pytest.mark.parametrize(
    ("printed", "hint", "country_code"),
    [
        ("HYDERABAD", "PK", "PK"),
        ("HYDERABAD", "IN", "IN"),
        ("SAN JOSE", "CR", "CR"),
        ("TRIPOLI", "LB", "LB"),
        ("SANTIAGO", "DO", "DO"),  # short for Santiago de los Caballeros
        ("PUNJAB", "PK", "PK"),
        ("SALÉ", "MA", "MA"),
        ("GEORGIA", "GE", "GE"),
        ("CONGO", "CD", "CD"),
        ("WASHINGTON", "GB", "US"),  # the town in England is a tenth of the capital
        ("GENEVA", "US", "CH"),
        ("LONDON", "CA", "GB"),
        ("MOSCOW", "US", "RU"),
        ("PARIS", "JP", "FR"),
    ],
)
def test_a_hint_decides_unless_it_is_absurd(
    lexicon: Lexicon, printed: str, hint: str, country_code: str
) -> None:
    """The hinted country's city is meant, unless a far better known one abroad has that name."""
    place = lexicon.place(printed, country_code=hint)
    assert place is not None
    assert place.country_code == country_code


def test_a_country_and_a_large_city_of_the_hinted_country(lexicon: Lexicon) -> None:
    """Armenia is a city of Colombia, too: a story from there leaves both open."""
    assert lexicon.place("ARMENIA", country_code="CO") is None
    assert lexicon.place("ARMENIA", country_code="PK") == Place(None, "Armenia", "AM")


def test_a_place_of_two_countries_has_none(lexicon: Lexicon) -> None:
    """A border crossing keeps its coordinates; its country stays open."""
    place = lexicon.place("TORKHAM")
    assert place is not None
    assert (place.country_code, place.geonames_id, round(place.latitude or 0)) == (None, None, 34)
    assert place.place_id is not None
    assert place.place_id < 0


@pytest.mark.parametrize(
    "word", ["Police", "READING", "march", "Sport", "OF", "Minister", "REUTERS", "Polish"]
)
def test_common_words_are_no_place_names(lexicon: Lexicon, word: str) -> None:
    """Towns called like words of every page are not recognised alone."""
    assert not lexicon.is_place_name(word)


def test_a_common_word_beside_a_state_is_a_place(lexicon: Lexicon) -> None:
    """With its state beside it, such a town is recognised."""
    assert lexicon.is_place_name("READING", qualifier="Pa.")
    assert lexicon.is_place_name("READING, Pa.")
    assert not lexicon.is_place_name("READING, aloud")


def test_a_shortened_state_is_no_place_name(lexicon: Lexicon) -> None:
    """``Ore.`` and ``OR`` qualify; alone they are words."""
    assert not lexicon.is_place_name("Ore.")
    assert not lexicon.is_place_name("OR")
    assert lexicon.place("OR") is None
    assert lexicon.place("SALEM", qualifier="or") == lexicon.place("SALEM")


@given(st.text(max_size=30), st.none() | st.text(max_size=12), st.sampled_from([None, "PK", "US", "??"]))
def test_any_text_is_answered(name: str, qualifier: str | None, hint: str | None) -> None:
    """No text makes the look-up fail, and what is found has a country or coordinates."""
    place = load_lexicon().place(name, qualifier=qualifier, country_code=hint)
    assert place is None or place.country_code or place.latitude is not None
