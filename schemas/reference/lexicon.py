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

from collections import OrderedDict
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from schemas.reference.agencies import Agencies, Agency, agency_id
from schemas.reference.countries import Countries, CountryForm
from schemas.reference.gazetteer import Gazetteer
from schemas.reference.places import Place, Places
from schemas.reference.tables import split

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Agency", "CountryForm", "Lexicon", "Place", "load_lexicon"]

CACHE_SIZE: Final = 20_000


class Lexicon:
    """Reference data by name; immutable, and cheap to pickle: the other side loads its own."""

    def __init__(self) -> None:
        self._countries = Countries()
        self._agencies = Agencies()
        self._places = Places(Gazetteer(), self._countries)
        self._found: OrderedDict[tuple[str, str | None, str | None], Place | None] = OrderedDict()

    def __reduce__(self) -> tuple[Any, tuple[()]]:
        return load_lexicon, ()

    def place(self, name: str, *, qualifier: str | None = None, country_code: str | None = None) -> Place | None:
        """Give the place a dateline names, or None where nothing is known or nothing can be decided.

        `qualifier` is what stands beside the name ("Ore.", "Algeria"); `country_code` a hint from elsewhere (the
        agency's or the text's country), which decides between cities of the same name. `place_id` is None
        where only the country is known: ``VIETNAM``.
        """
        key = (name, qualifier, country_code)
        if key in self._found:
            self._found.move_to_end(key)
            return self._found[key]
        found = self._places.find(name, qualifier, country_code)
        self._found[key] = found
        if len(self._found) > CACHE_SIZE:
            self._found.popitem(last=False)
        return found

    def is_place_name(self, name: str) -> bool:
        """Say whether a name is that of some city, country or region, ambiguous or not."""
        return self._places.is_name(name)

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
        """Give every English surface form, case-sensitive, for a scanner that takes the longest match."""
        return self._countries.forms

    def agency(self, name: str, *, country_code: str | None = None) -> Agency | None:
        """Give the agency a credit names; acronyms need their upper case.

        `country_code` decides between agencies that share an acronym: ``APA`` is known with AT, AZ or SN only.
        """
        return self._agencies.find(name, country_code)

    def tables(self) -> dict[str, pa.Table]:
        """Give the reference tables `agencies`, `countries` and `places`, each sorted by its key."""
        return {
            "agencies": _agencies_table(self._agencies.rows),
            "countries": _countries_table(self._countries.rows),
            "places": self._places.gazetteer.places,
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
    strings = ("country_code", "alpha3", "numeric_code", "name", "official_name")
    lists = ("aliases", "adjectives", "demonyms")
    dates = ("valid_from", "valid_to")
    columns = {name: _strings(rows, name) for name in strings} | {name: _lists(rows, name) for name in lists}
    return pa.table(columns | {name: _strings(rows, name).cast(pa.date32()) for name in dates})


def _strings(rows: list[dict[str, str]], column: str) -> pa.Array:
    return pa.array([row[column] or None for row in rows], pa.string())


def _lists(rows: list[dict[str, str]], column: str) -> pa.Array:
    return pa.array([split(row[column]) for row in rows], pa.list_(pa.string()))
