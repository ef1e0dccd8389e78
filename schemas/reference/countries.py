"""Names, adjectives and demonyms of countries: ``Japan``, ``Japanese``, ``S. Korea``, ``Filipinos``.

Built from ``countries.tsv`` and ``forms.tsv``, which holds the forms that need care: those that countries
share (``Congolese``), those that mean a country only in context (``Chad``), and longer names that hold a
country's name but are none (``New Mexico``).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, cast

from schemas.reference.folding import fold
from schemas.reference.tables import read_tsv, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FormKind = Literal["name", "adjective", "demonym", "territory", "none"]

CITY_STATES: Final = frozenset({"DJ", "GI", "HK", "KW", "LU", "MC", "MO", "SG", "SM", "VA"})
"""Countries whose own name, as a dateline, is the name of their capital: ``KUWAIT``, ``SINGAPORE``."""

_LONGEST_ACRONYM: Final = 5


@dataclass(frozen=True, slots=True)
class CountryForm:
    """What one surface form stands for.

    Several codes where countries share the form; no code where it is no country: kind "territory" for land
    that countries dispute (``Kashmir``), "none" for the rest, so that a scanner that takes the longest form
    passes over ``New Mexico`` and ``Indian Ocean``. `needs_context` marks forms that often mean something
    else: count them only beside other evidence.
    """

    codes: tuple[str, ...]
    kind: FormKind
    needs_context: bool = False


def is_acronym(name: str) -> bool:
    """Say whether a name may be letters that only count in upper case: ``US``, ``U.A.E.``, ``DPRK``.

    ``PERU`` may be one, too: by its form nothing else can be said.
    """
    letters = name.replace(".", "").replace("&", "")
    is_upper = letters.isascii() and letters.isalpha() and letters.isupper()
    return is_upper and len(letters) <= _LONGEST_ACRONYM - ("." not in name)


class Countries:
    """Every English form of every country; immutable."""

    __slots__ = ("_acronyms", "_folded", "forms", "rows")

    def __init__(self) -> None:
        """Read ``countries.tsv`` and ``forms.tsv``."""
        self.rows = read_tsv("countries.tsv")
        forms = {**_plain_forms(self.rows), **dict(_careful_forms())}
        self._acronyms = {_no_dots(form): value for form, value in forms.items() if is_acronym(form)}
        self._folded: dict[str, CountryForm] = {}
        for form, value in forms.items():
            if not is_acronym(form):
                self._folded.setdefault(fold(form), value)
        self.forms: Mapping[str, CountryForm] = MappingProxyType(_with_capitals(forms))

    def forms_with(self, longer: list[str]) -> Mapping[str, CountryForm]:
        """Give all forms, and those of `longer` that hold a country's form among other words: no country."""
        first_words: dict[str, list[str]] = {}
        for form in self.forms:
            first_words.setdefault(form.split()[0], []).append(form)
        holding = [name for name in longer if name not in self.forms and _holds(name, first_words)]
        return MappingProxyType({**dict.fromkeys(holding, CountryForm((), "none")), **self.forms})

    def find(self, form: str) -> CountryForm | None:
        """Give what a name, adjective or demonym stands for, or None.

        Case counts for acronyms only; a leading "the" and diacritics do not count.
        """
        trimmed = form.strip()
        if is_acronym(trimmed) and (found := self._acronyms.get(_no_dots(trimmed))):
            return found
        folded = fold(trimmed)
        return self._folded.get(folded) or self._folded.get(folded.removeprefix("the "))


def _holds(name: str, first_words: dict[str, list[str]]) -> bool:
    words = name.replace("(", " ").replace(")", " ").split()
    padded = f" {' '.join(words)} "
    return len(words) > 1 and any(
        f" {form} " in padded for word in words for form in first_words.get(word, ())
    )


def _no_dots(form: str) -> str:
    return form.replace(".", "")


def _plain_forms(rows: list[dict[str, str]]) -> dict[str, CountryForm]:
    codes: dict[str, list[str]] = {}
    kinds: dict[str, FormKind] = {}
    for row in rows:
        for form, kind in _row_forms(row):
            kinds.setdefault(form, kind)
            if row["country_code"] not in codes.setdefault(form, []):
                codes[form].append(row["country_code"])
    return {form: CountryForm(tuple(codes[form]), kinds[form]) for form in codes}


def _row_forms(row: dict[str, str]) -> Iterator[tuple[str, FormKind]]:
    for name in (row["name"], row["official_name"], *split(row["aliases"])):
        yield name, "name"
    for adjective in split(row["adjectives"]):
        yield adjective, "adjective"
    for demonym in split(row["demonyms"]):
        yield demonym, "demonym"


def _careful_forms() -> Iterator[tuple[str, CountryForm]]:
    for row in read_tsv("forms.tsv"):
        kind = cast("FormKind", row["kind"])
        yield row["form"], CountryForm(tuple(split(row["codes"])), kind, row["needs_context"] == "1")


def _with_capitals(forms: dict[str, CountryForm]) -> dict[str, CountryForm]:
    """Add the forms as headlines print them: ``SRI LANKA``, with the same need of context."""
    capitals = {form.upper(): value for form, value in forms.items()}
    return {**capitals, **forms}
