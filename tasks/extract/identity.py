# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Ids of people and organisations: from the name alone, so that no other article can change them.

A person's id is the hash of the normal form of the fullest name the article prints; namesakes share an id,
and
``person_roles`` tells them apart. An organisation's id is the hash of its name without its country, its
country,
and its parent's id: the ministries of foreign affairs of two states are two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from schemas.fact_records import Organisation, Person
from schemas.identity import make_id
from schemas.reference.folding import fold

_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‘": "'"})
_CAPITALS: Final = re.compile(r"\b(?![IVX]+\b)[^\W\d_a-z]{3,}\b")


@lru_cache(maxsize=16_384)
def person(name: str) -> Person:
    """Give the person of that name.

    >>> person("KOBAYASHI  Kenichi").name
    'Kobayashi Kenichi'
    """
    normal = " ".join(name.translate(_APOSTROPHES).split())
    normal = _CAPITALS.sub(
        lambda found: found.group().title() if found.group().isupper() else found.group(), normal
    )
    return Person(person_id=make_id("person", normal), name=normal, name_key=fold(normal))


def organisation(name: str, country_code: str | None, parent: Organisation | None) -> Organisation:
    """Give the organisation of that name in a country, below a parent."""
    normal = " ".join(name.translate(_APOSTROPHES).split())
    parent_id = parent.organisation_id if parent else None
    key = make_id("organisation", normal, country_code or "", "" if parent_id is None else str(parent_id))
    return Organisation(organisation_id=key, name=normal, country_code=country_code, parent_id=parent_id)
