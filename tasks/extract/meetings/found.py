"""What is found of one meeting before it becomes rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from tasks.extract.cast import Person


class Side(NamedTuple):
    """One side: a country, or an organisation by its printed name."""

    country: str | None
    organisation: str | None = None


@dataclass(slots=True, eq=False)
class Lead:
    """One who takes part; `block`, `first` and `after` point at his name."""

    person: Person
    block: int
    first: int
    after: int
    side: Side | None
    session: int | None
    is_lead: bool
    method: str = "stated"
    is_weak: bool = False
    """Known only by what others than leads do as well: he opened it, signed, sat there."""


@dataclass(slots=True, eq=False)
class Session:
    """One named part of a meeting, where it is printed first."""

    name: str
    block: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class When:
    """Days of a meeting; `partial` is what is known where the year is not."""

    start: dt.date | None
    end: dt.date | None
    precision: str | None
    partial: str | None


@dataclass(slots=True, eq=False)
class FoundMeeting:
    """One meeting; its name stands at tokens `first` up to `after` of a block."""

    block: int
    first: int
    after: int
    name: str
    series: str | None
    round_number: int | None
    method: str
    sides: list[Side] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    topics: list[tuple[int, int, int]] = field(default_factory=list)
    mode: str | None = None
    mode_method: str | None = None
    status: str = "held"
    place: tuple[str, int | None] | None = None
    when: When | None = None
