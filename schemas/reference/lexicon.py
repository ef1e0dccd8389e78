"""The one object names are looked up in: places, countries and their adjectives, agencies.

>>> lexicon = load_lexicon()
>>> lexicon.place("SALEM", qualifier="Ore.").country_code
'US'
>>> lexicon.countries("Congolese")
('CD', 'CG')
>>> lexicon.agency("The Associated Press").name
'Associated Press'
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from schemas.reference.agencies import Agencies, Agency, agency_id
from schemas.reference.blocs import Bloc, load_blocs
from schemas.reference.countries import Countries, CountryForm
from schemas.reference.gazetteer import Gazetteer, Place
from schemas.reference.places import Places
from schemas.reference.tables import split

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Agency", "Bloc", "CountryForm", "Lexicon", "Place", "load_lexicon"]

CACHE_SIZE: Final = 20_000
LONGEST_NAME: Final = 120
"""Longer texts are no names, and are neither searched nor cached."""


class Lexicon:
    """Reference data by name; immutable, and cheap to pickle: the other side loads its own."""

    def __init__(self) -> None:
        """Load all reference data: `load_lexicon` does so once a process."""
        self._countries = Countries()
        self._agencies = Agencies()
        self._blocs = load_blocs()
        longer = [
            *self._agencies.names(),
            *(name for bloc in self._blocs for name in (bloc.name, *bloc.aliases)),
        ]
        self._forms = self._countries.forms_with(longer)
        self._places = Places(Gazetteer(), self._countries)
        self._find_place = lru_cache(CACHE_SIZE)(self._places.find)
        self._is_place_name = lru_cache(CACHE_SIZE)(self._places.is_name)

    def __reduce__(self) -> tuple[Any, tuple[()]]:
        """Pickle as a call of `load_lexicon`."""
        return load_lexicon, ()

    def place(
        self, name: str, *, qualifier: str | None = None, country_code: str | None = None
    ) -> Place | None:
        """Give the place a dateline names, or None where nothing is known or nothing can be decided.

        `qualifier` is what stands beside the name ("Ore.", "Algeria"); `country_code` a hint from elsewhere
        (the country of the agency or of the text), which decides between cities of the same name. `place_id`
        is None where only the country is known: ``VIETNAM``.
        """
        is_name = len(name) <= LONGEST_NAME and len(qualifier or "") <= LONGEST_NAME
        return self._find_place(name, qualifier, country_code) if is_name else None

    def is_place_name(self, name: str, *, qualifier: str | None = None) -> bool:
        """Say whether a name is that of some city, country or region, ambiguous or not.

        Words that fill other lines too (``Reading``, ``Police``) count only beside a qualifier.
        """
        is_name = len(name) <= LONGEST_NAME and len(qualifier or "") <= LONGEST_NAME
        return is_name and self._is_place_name(name, qualifier)

    def is_area(self, name: str) -> bool:
        """Say whether a name is that of a country, state or region, also short: ``Ore.``."""
        return len(name) <= LONGEST_NAME and self._places.is_area(name)

    def country(self, name: str) -> str | None:
        """Give the code of the country of that name or alias; None for adjectives and for shared names."""
        return self._places.country(name)

    def countries(self, form: str) -> tuple[str, ...]:
        """Give the codes a name, adjective or demonym stands for: several where shared, () where unknown."""
        found = self._countries.find(form)
        if found is not None:
            return found.codes
        code = self._places.country(form)
        return (code,) if code else ()

    def country_forms(self) -> Mapping[str, CountryForm]:
        """Give every English surface form, case-sensitive, for a scanner that takes the longest match.

        Forms without a code (`CountryForm.codes` is empty) are longer names that hold a country's name and
        mean none: ``New Mexico``, ``Press Trust of India``, ``Organization of American States``.
        """
        return self._forms

    def blocs(self) -> tuple[Bloc, ...]:
        """Give the international organisations, by acronym."""
        return self._blocs

    def agency(self, name: str, *, country_code: str | None = None) -> Agency | None:
        """Give the agency a credit names; acronyms need their upper case.

        `country_code` decides between agencies that share an acronym: ``APA`` is one with AT, AZ or SN only.
        """
        return self._agencies.find(name.strip(), country_code) if len(name) <= LONGEST_NAME else None

    def is_shared_agency(self, name: str) -> bool:
        """Say whether a name is an acronym that is an agency's in some country: ``APA``, ``BNA``."""
        return len(name) <= LONGEST_NAME and self._agencies.is_shared(name.strip())

    def tables(self) -> dict[str, pa.Table]:
        """Give the reference tables `agencies`, `countries` and `places`, each sorted by its key."""
        return {
            "agencies": _agencies_table(self._agencies.rows),
            "countries": _countries_table(self._countries.rows),
            "places": self._places.gazetteer.table(),
        }


@cache
def load_lexicon() -> Lexicon:
    """Give the lexicon of this process."""
    return Lexicon()


def _agencies_table(rows: list[dict[str, str]]) -> pa.Table:
    rows = sorted(rows, key=lambda row: agency_id(row["name"]))
    return pa.table(
        {
            "agency_id": pa.array([agency_id(row["name"]) for row in rows], pa.int64()),
            "name": _strings(rows, "name"),
            "aliases": _lists(rows, "aliases"),
            "local_aliases": _lists(rows, "local_aliases"),
            "country_code": _strings(rows, "country_code"),
            "kind": _strings(rows, "kind"),
        }
    )


def _countries_table(rows: list[dict[str, str]]) -> pa.Table:
    rows = sorted(rows, key=lambda row: row["country_code"])
    strings = ("country_code", "alpha3", "name", "official_name")
    lists = ("aliases", "adjectives", "demonyms")
    dates = ("valid_from", "valid_to")
    numbers = {"numeric_code": _strings(rows, "numeric_code").cast(pa.int32())}
    columns = (
        {name: _strings(rows, name) for name in strings}
        | numbers
        | {name: _lists(rows, name) for name in lists}
    )
    return pa.table(columns | {name: _strings(rows, name).cast(pa.date32()) for name in dates})


def _strings(rows: list[dict[str, str]], column: str) -> pa.Array:
    return pa.array([row[column] or None for row in rows], pa.string())


def _lists(rows: list[dict[str, str]], column: str) -> pa.Array:
    return pa.array([split(row[column]) for row in rows], pa.list_(pa.string()))
