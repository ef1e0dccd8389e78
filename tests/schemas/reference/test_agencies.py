"""Names in credits."""

# ruff: noqa: RUF001  # letters of other scripts are meant
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from schemas.identity import make_id
from schemas.reference.tables import read_tsv, split

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AP", "Associated Press"),
        ("A.P.", "Associated Press"),
        ("(AP)", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("ASSOCIATED PRESS", "Associated Press"),
        ("APP", "Associated Press of Pakistan"),
        ("Associated Press of Pakistan", "Associated Press of Pakistan"),
        ("Xinhua", "Xinhua"),
        ("Xinhua News Agency", "Xinhua"),
        ("新华社", "Xinhua"),
        ("新华网", "Xinhua"),
        ("РИА Новости", "RIA Novosti"),
        ("ТАСС", "TASS"),
        ("/ТАСС/", "TASS"),
        ("وام", "WAM"),
        ("वार्ता ", "United News of India"),
        ("共同通信", "Kyodo News"),
        ("अ", None),
        ("AA", "Anadolu"),
        ("Anadolu Agency", "Anadolu"),
        ("KUNA", "KUNA"),
        ("Kuwait News Agency", "KUNA"),
        ("KAZINFORM", "Kazinform"),
        ("Bernama.com", "Bernama"),
        ("Bakhtar News Agency", "Bakhtar News Agency"),
        ("Bakhtar", "Bakhtar News Agency"),
        ("dpa", "Deutsche Presse-Agentur"),
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("ANI News Agency", "Asian News International"),
        ("Press Trust  of\u00a0India", "Press Trust of India"),
        ("UrduPoint", "UrduPoint"),
        ("ap", None),
        ("Ap", None),
        ("ani", None),
        ("Nan", None),
        ("map", None),
        ("pa", None),
        ("Ap News Agency", None),
        ("APA", None),  # Austria, Azerbaijan, Senegal
        ("Harbour Wire", None),
        ("Harbour News Agency", None),
        ("Press Trust of India (PTI)", "Press Trust of India"),
        ("Press Trust of India (AFP)", None),  # two agencies
        ("Bernama (Harbour desk)", "Bernama"),
        ("Trend", "Trend"),
        ("TREND", "Trend"),
        ("trend", None),
        ("online", None),
        ("report", None),
        ("City", None),  # not City News Service
        ("Business", None),  # not Business Wire
        ("National", None),  # not National News Agency
        ("Print", None),  # not The Print
        ("", None),
        ("News Agency", None),
        ("—", None),
    ],
)
def test_a_credit_gives_its_agency(lexicon: Lexicon, printed: str, name: str | None) -> None:
    """Names in any script and form give their agency; short acronyms only in upper case."""
    agency = lexicon.agency(printed)
    assert (agency.name if agency else None) == name


@pytest.mark.parametrize(
    ("printed", "country_code", "name"),
    [
        ("APA", "AZ", "Azerbaijan Press Agency"),
        ("APA", "AT", "Austria Presse Agentur"),
        ("CNA", None, "Central News Agency"),
        ("CNA", "CY", "Cyprus News Agency"),
        ("PNA", "PS", "WAFA"),
        ("PNA", "PH", "Philippine News Agency"),
        ("KNA", "DE", "Katholische Nachrichten-Agentur"),
        ("AP", "PK", "Associated Press"),
    ],
)
def test_the_country_decides_between_namesakes(
    lexicon: Lexicon, printed: str, country_code: str | None, name: str
) -> None:
    """Agencies that share an acronym are told apart by the country of the story."""
    agency = lexicon.agency(printed, country_code=country_code)
    assert agency is not None
    assert agency.name == name


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("UrduPoint", "aggregator"),
        ("Pakistan Point News", "agency"),
        ("MENAFN", "aggregator"),
        ("Devdiscourse", "aggregator"),
        ("PRNewswire", "aggregator"),
        ("VOV", "outlet"),
        ("Yonhap", "agency"),
    ],
)
def test_who_prints_is_not_who_writes(lexicon: Lexicon, printed: str, kind: str) -> None:
    """Those who pass on what others wrote are marked."""
    agency = lexicon.agency(printed)
    assert agency is not None
    assert agency.kind == kind


def test_no_name_belongs_to_two_agencies() -> None:
    """A name or alias stands once; a local acronym once in its country."""
    rows = read_tsv("agencies.tsv")
    names = Counter(name for row in rows for name in (row["name"], *split(row["aliases"])))
    local = Counter((alias, row["country_code"]) for row in rows for alias in split(row["local_aliases"]))
    assert [name for name, count in (names + local).items() if count > 1] == []


def test_every_name_finds_its_own_agency(lexicon: Lexicon) -> None:
    """No name is hidden behind the folded form of another one."""
    for row in read_tsv("agencies.tsv"):
        for name in (row["name"], *split(row["aliases"])):
            agency = lexicon.agency(name)
            assert agency is not None, name
            assert agency.name == row["name"], name
        for alias in split(row["local_aliases"]):
            agency = lexicon.agency(alias, country_code=row["country_code"])
            assert agency is not None
            assert agency.name == row["name"]


def test_ids_come_from_the_canonical_name(lexicon: Lexicon) -> None:
    """An agency's id is that of its name, whatever alias it was found by."""
    agency = lexicon.agency("وام")
    assert agency is not None
    assert agency.agency_id == make_id("agency", "WAM")


def test_rows_are_well_formed() -> None:
    """Each row has a known country and kind, and the rows stand in order."""
    known = {row["country_code"] for row in read_tsv("countries.tsv")}
    rows = read_tsv("agencies.tsv")
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)
    for row in rows:
        assert row["country_code"] in known
        assert row["kind"] in {"agency", "aggregator", "outlet"}
