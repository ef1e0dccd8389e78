"""News agencies and other names in credits: ``AP``, ``The Associated Press``, ``Xinhua News Agency``.

For names that stand where a credit stands. It is no list to scan running text with: ``Report``, ``Online``
and ``Trend`` are agencies too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, cast

from schemas.identity import make_id
from schemas.reference.countries import is_acronym
from schemas.reference.folding import fold
from schemas.reference.tables import read_tsv, split

AgencyKind = Literal["agency", "aggregator", "outlet"]

_AROUND: Final = " .,:;-–—―/()[]{}«»\"'“”|*"  # noqa: RUF001  # these dashes are meant
_SUFFIX: Final = re.compile(
    r"\s+(?:(?:news|press|information)\s+)?(?:agency|service|wire)$|\s+news$|\.com$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Agency:
    """A name that may stand in a credit.

    `kind` is "agency" for who writes the news, "aggregator" for who passes on what others wrote (also paid
    announcements), "outlet" for a paper, station or site.
    """

    agency_id: int
    name: str
    country_code: str
    kind: AgencyKind


class Agencies:
    """All agencies by the forms of their names; immutable."""

    __slots__ = ("_exact", "_folded", "_local", "_shared", "rows")

    def __init__(self) -> None:
        """Read ``agencies.tsv``."""
        self.rows = read_tsv("agencies.tsv")
        self._exact: dict[str, Agency] = {}
        self._folded: dict[str, Agency] = {}
        self._local: dict[tuple[str, str], Agency] = {}
        for row in self.rows:
            agency = _agency(row)
            for alias in split(row["local_aliases"]):
                self._local[alias, agency.country_code] = agency
            for name in (agency.name, *split(row["aliases"])):
                self._add(name, agency)
        self._shared = frozenset(alias for alias, _ in self._local)

    def _add(self, name: str, agency: Agency) -> None:
        tidy = _tidy(name)
        self._exact.setdefault(tidy, agency)
        if not is_acronym(tidy):
            self._folded.setdefault(fold(tidy), agency)

    def names(self) -> list[str]:
        """Give every name and alias, in the order of the table."""
        return [name for row in self.rows for name in (row["name"], *split(row["aliases"]))]

    def is_shared(self, name: str) -> bool:
        """Say whether a name is an acronym that stands for an agency only beside its country."""
        return _tidy(name) in self._shared

    def find(self, name: str, country_code: str | None) -> Agency | None:
        """Give the agency of that name, or None; the country decides between those that share an acronym."""
        tidy = _tidy(name)
        for form in (tidy, _without_suffix(tidy)):
            local = self._local.get((form, country_code or ""))
            if found := local or self._exact.get(form) or self._fold_and_find(form):
                return found
        if not name.endswith(")"):
            return None
        printed, _, acronym = name[:-1].rpartition("(")
        long, short = (self.find(part.strip(), country_code) for part in (printed, acronym))
        return long if short in {None, long} else None

    def _fold_and_find(self, form: str) -> Agency | None:
        """Find a name in another case, or behind "The"; a word in small letters is no name."""
        if form.islower():
            return None
        folded = fold(form)
        return self._folded.get(folded) or self._folded.get(folded.removeprefix("the "))


def agency_id(name: str) -> int:
    """Give the id of an agency from its canonical name, as printed in ``agencies.tsv``."""
    return make_id("agency", name)


def _agency(row: dict[str, str]) -> Agency:
    name = row["name"]
    return Agency(agency_id(name), name, row["country_code"], cast("AgencyKind", row["kind"]))


def _tidy(name: str) -> str:
    """Give the name without white space and marks around it; an acronym without its points."""
    tidy = " ".join(name.split()).strip(_AROUND)
    return tidy.replace(".", "") if is_acronym(tidy) else tidy


def _without_suffix(tidy: str) -> str:
    """Give ``Bakhtar`` for ``Bakhtar News Agency``, in its own case, which counts if an acronym is left."""
    return _tidy(_SUFFIX.sub("", tidy))
