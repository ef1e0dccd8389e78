"""International organisations: ``ASEAN``, the Association of Southeast Asian Nations."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.reference.tables import read_tsv, split


@dataclass(frozen=True, slots=True)
class Bloc:
    """An organisation of countries, or a body of one.

    `acronym` is its key; `parent` the acronym of the organisation it belongs to. `members` are country codes,
    and empty where the members are too many or too much in flux to be kept here.
    """

    acronym: str
    name: str
    aliases: tuple[str, ...]
    parent: str | None
    members: tuple[str, ...]


def load_blocs() -> tuple[Bloc, ...]:
    """Give all of them, by acronym."""
    return tuple(
        Bloc(
            acronym=row["bloc"],
            name=row["name"],
            aliases=tuple(split(row["aliases"])),
            parent=row["parent"] or None,
            members=tuple(split(row["members"])),
        )
        for row in read_tsv("blocs.tsv")
    )
