# ruff: noqa: SIM905 - lists of words read better as text
"""Print given_names.tsv: given names of people in Latin letters, folded, from Faker's lists (MIT licence).

Run once with faker 40.63.0 installed: `python -m tasks.extract.words.build_names > …words/given_names.tsv`;
the file is kept. Names that are common words or cities are left out: such a name tells nothing.
"""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from typing import TYPE_CHECKING, Final

from schemas.reference.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’-]{3,}$")  # noqa: RUF001 - apostrophes of names are meant
_GIVEN: Final = re.compile(r"first_(?:names?|romanized)")
_NOT_GIVEN: Final = frozenset(
    """
    said side banks over loan wage dock ridge meadow visa canal villa link marine trace cap name line ties
    less run worth case come carry else floor friend raid reason skip fate true mile joke kick till santa
    san royal golden ova par atlas valid paris london sydney dallas chelsea lincoln little price yen lei
    del fielding bank star sun diamond pearl crystal harbor harbour ocean sea river bay valley hope
    freedom liberty justice peace victory unity heaven angel baby bishop king queen prince princess duke
    earl major general doctor miracle precious brooklyn memphis phoenix denver houston boston cairo milan
    berlin vienna geneva oslo africa asia america india china israel kenya jordan georgia chad kingston
    lima quito
    """.split()
)
"""Given names that are words or cities more often than people."""


def names() -> Iterator[str]:
    """Give every given name of every locale, as Faker spells it."""
    from faker.providers import person  # type: ignore[import-not-found]

    for module in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if _GIVEN.match(attribute) and isinstance(value, list | tuple | dict):
                yield from (name for name in value if isinstance(name, str))


def main() -> None:
    """Print the names that tell a person, one a line."""
    from schemas.reference.lexicon import load_lexicon
    from tasks.extract.tags import TAGS

    lexicon = load_lexicon()
    found = {
        fold(name)
        for name in names()
        if _LATIN.match(name)
        and TAGS[name] == "N"
        and not lexicon.countries(name)
        and fold(name) not in _NOT_GIVEN
    }
    print("\n".join(["name", *sorted(found)]))


if __name__ == "__main__":
    main()
