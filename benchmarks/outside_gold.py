"""The extractor on gold that others made: names of OpenSanctions' name_bench, CONSULT records of PLOVER.

The files are read where they lie; none of their text is kept here. A name of a row like ``people,Person,Ola
Fenner,O. Fenner,true`` is read in a sentence of our own, once with an office and once without.
"""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any, Final

from schemas.records import Article, Document
from schemas.reference.folding import fold
from tasks.extract import extract
from tasks.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from schemas.fact_records import Facts
    from schemas.reference.lexicon import Lexicon

_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’. -]+$")  # noqa: RUF001 - apostrophes of names are meant
_SENTENCES: Final = {
    "behind an office": "LISBON, 4 May 2021 - Foreign Minister {name} opened the new ferry line on Monday.",
    "without an office": "LISBON, 4 May 2021 - The ferry line was opened by {name} on Monday, a paper wrote.",
}


def score_outside(folder: Path, lexicon: Lexicon) -> list[tuple[str, str, int, int]]:
    """Give source, field, right and all of each kind of gold that is there."""
    found = []
    names = sorted(set(_names(folder / "name_bench" / "cases.csv")))
    for kind, sentence in _SENTENCES.items() if names else ():
        right = sum(_is_found(name, _facts(sentence.format(name=name), lexicon)) for name in names)
        found.append(("name_bench", f"whole names {kind}", right, len(names)))
    records = list(_records(folder / "plover_gsr" / "PLOVER_GSR_CAMEO.txt"))
    if records:
        alpha2 = {row["alpha3"]: row["country_code"] for row in lexicon.tables()["countries"].to_pylist()}
        wanted = [_actors(record, alpha2, lexicon) for record in records]
        said = [_codes(_facts(record["text"], lexicon)) for record in records]
        right = sum(len(one & other) for one, other in zip(wanted, said, strict=True))
        found.append(("PLOVER CONSULT", "countries of actors", right, sum(map(len, wanted))))
    return found


def _names(path: Path) -> Iterator[str]:
    """Give the names of people of two words or more in Latin letters."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (row["name1"], row["name2"]) if row["schema"] == "Person" else ():
                if _LATIN.match(name) and len(name.split()) > 1 and name[0].isupper():
                    yield " ".join(name.split())


def _records(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        records = json.loads(path.read_text(encoding="utf-8"))
        yield from (record for record in records if record.get("event") == "CONSULT")


def _facts(text: str, lexicon: Lexicon) -> Facts | None:
    article = parse(Document(text=text), lexicon)
    return extract(article, lexicon) if isinstance(article, Article) else None


def _is_found(name: str, facts: Facts | None) -> bool:
    """Say whether a name was read whole; honorifics before it may be apart."""
    people = {fold(person.name) for person in facts.people} if facts else set()
    titles = {fold(role.title) for role in facts.roles if role.title} if facts else set()
    whole = fold(name)
    return any(whole in {person, *(f"{title} {person}" for title in titles)} for person in people)


def _codes(facts: Facts | None) -> set[str]:
    return {m.country_code for m in facts.mentions if m.country_code} if facts else set()


def _actors(record: dict[str, Any], alpha2: dict[str, str], lexicon: Lexicon) -> set[str]:
    """Give the countries of actors that are named as countries: not ``Tokyo``, not ``the president``."""
    forms = lexicon.country_forms()
    actors = [*(record.get("source") or []), *(record.get("target") or [])]
    return {
        alpha2[actor["code"]]
        for actor in actors
        if actor.get("code") in alpha2 and any(word in forms for word in actor["actorText"].split())
    }
