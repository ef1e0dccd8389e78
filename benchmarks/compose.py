"""Made-up news stories: facts rolled once, then sentences about them.

A story reads like ``The Kenyan delegation was headed by Additional Secretary (Ports) Hana Marumura …``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from benchmarks import stocks, templates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

Item = TypeVar("Item")
Facts = dict[str, str]

LEAST_PARAGRAPHS = 8
MOST_PARAGRAPHS = 14
MOST_BYTES = 4000
"""A story takes no further paragraph beyond this, so that with its furniture a file stays under 5 KB."""
MEETING_SHARE = 0.6
FOREIGN_SHARE = 0.05
A_BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeioAEIO]|u[^nrst]|[Uu]n[^i]|ur[^a])")


class Dice:
    """Choices that depend on a seed and an index alone.

    Only `random.Random.random` is used: of the generator's methods it is the one whose values Python promises
    to keep from version to version.
    """

    __slots__ = ("roll",)

    def __init__(self, seed: int, index: int) -> None:
        """Start the sequence of this index."""
        self.roll = random.Random((seed << 48) + index).random

    def pick(self, stock: Sequence[Item]) -> Item:
        """Return one item, all equally likely."""
        return stock[int(self.roll() * len(stock))]

    def chance(self, share: float) -> bool:
        """Return True in this share of cases."""
        return self.roll() < share

    def number(self, low: int, high: int) -> int:
        """Return a number from low to high, both included."""
        return low + int(self.roll() * (high - low + 1))


Maker = Callable[[Dice, Facts], str]
Slot = tuple[str, ...] | str | Maker
Template = tuple[tuple[tuple[str, Slot], ...], str]
"""Pairs of literal text and the slot after it, then the text at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened and how it is told; paragraphs are without dateline, headline or furniture."""

    day: dt.date
    language: str
    agency: str
    country: stocks.Country
    headline: str
    lede: str
    paragraphs: tuple[str, ...]
    facts: Facts


def fill(template: Template, dice: Dice, facts: Facts) -> str:
    """Return the template with every slot filled."""
    pairs, end = template
    roll = dice.roll
    parts: list[str] = []
    for literal, slot in pairs:
        parts.append(literal)
        if isinstance(slot, tuple):
            parts.append(slot[int(roll() * len(slot))])
        elif isinstance(slot, str):
            parts.append(facts[slot])
        else:
            parts.append(slot(dice, facts))
    parts.append(end)
    return "".join(parts)


def person(dice: Dice, _facts: Facts | None = None) -> str:
    """Return a first name and a surname made of syllables, at times a double one."""
    name = f"{dice.pick(stocks.FIRST_NAMES)} {_surname(dice)}"
    return f"{name}-{_surname(dice)}" if dice.chance(0.06) else name


def _surname(dice: Dice) -> str:
    middle = dice.pick(stocks.SURNAME_MIDDLES) if dice.chance(0.5) else ""
    return dice.pick(stocks.SURNAME_STARTS) + middle + dice.pick(stocks.SURNAME_ENDS)


def _town(dice: Dice, _facts: Facts) -> str:
    middle = dice.pick(stocks.TOWN_MIDDLES) if dice.chance(0.6) else ""
    return dice.pick(stocks.TOWN_STARTS) + middle + dice.pick(stocks.TOWN_ENDS)


def _speaker(dice: Dice, facts: Facts) -> str:
    if dice.chance(0.6):
        return facts[dice.pick(("lead_a", "lead_b"))]
    return f"{dice.pick(stocks.ROLES)} {person(dice)}"


def _title(dice: Dice) -> str:
    role = dice.pick(stocks.ROLES)
    if dice.chance(0.5):
        role += f" ({dice.pick(stocks.AREAS)})"
    return f"{role}, Ministry of {dice.pick(stocks.FIELDS)}" if dice.chance(0.5) else role


STOCKS: dict[str, tuple[str, ...]] = {
    "adj": stocks.ADJECTIVES,
    "noun": stocks.NOUNS,
    "verb": stocks.VERBS,
    "past": stocks.VERBS_PAST,
    "said": stocks.SAID,
    "people": stocks.PEOPLE,
    "people_cap": tuple(phrase.capitalize() for phrase in stocks.PEOPLE),
    "noun_cap": tuple(word.capitalize() for word in stocks.NOUNS),
    "money": stocks.MONEY,
    "units": stocks.UNITS,
    "when": stocks.WHEN,
    "rank": stocks.RANKS,
    "role": stocks.ROLES,
    "area": stocks.AREAS,
    "field": stocks.FIELDS,
}
MAKERS: dict[str, Maker] = {
    "person": person,
    "town": _town,
    "speaker": _speaker,
    "n1": lambda dice, _: str(dice.number(2, 28)),
    "n2": lambda dice, _: str(dice.number(11, 99)),
    "n4": lambda dice, _: f"{dice.number(100, 48000):,}",
    "pct": lambda dice, _: f"{dice.number(1, 480) / 10}",
    "year": lambda dice, _: str(dice.number(1961, 2019)),
    "where": lambda dice, facts: fill(dice.pick(WHERE), dice, facts),
    "mode": lambda dice, facts: fill(dice.pick(MODES), dice, facts),
    "headline": lambda dice, facts: fill(dice.pick(HEADLINES), dice, facts),
}


def compiled(lines: Sequence[str]) -> tuple[Template, ...]:
    """Templates ready to fill: a slot is a stock, a maker, or else the name of a fact."""
    made = []
    for line in lines:
        literals, names = re.split(r"\{\w+\}", line), re.findall(r"\{(\w+)\}", line)
        slots: list[Slot] = [STOCKS.get(name) or MAKERS.get(name) or name for name in names]
        made.append((tuple(zip(literals[:-1], slots, strict=True)), literals[-1]))
    return tuple(made)


WHERE: tuple[Template, ...] = compiled(stocks.WHERE)
MODES: tuple[Template, ...] = compiled(stocks.MODES)
HEADLINES: tuple[Template, ...] = compiled(templates.HEADLINES)
MEETING_LEADS = compiled(templates.MEETING_LEADS)
PLAIN_LEADS = compiled(templates.PLAIN_LEADS)
MEETING_SIDES = compiled(templates.MEETING_SIDES)
MEETING_COMPONENTS = compiled(templates.MEETING_COMPONENTS)
MEETING_BODY = compiled(templates.MEETING_BODY)
FILLER = compiled(templates.FILLER)
QUOTES = compiled(templates.QUOTES)
FOREIGN = {language: compiled(lines) for language, lines in templates.FOREIGN.items()}


def _facts(dice: Dice, day: dt.date, side_a: stocks.Country, side_b: stocks.Country) -> Facts:
    subject, series = dice.pick(stocks.SUBJECTS), dice.pick(stocks.SERIES)
    ordinal = dice.pick(stocks.ORDINALS)
    form = dice.pick(("{o} round of the {a}-{b} {s}", "{o} {a}-{b} {s}", "{o} meeting of the {a}-{b} {s}"))
    return {
        "side_a": side_a.name,
        "side_b": side_b.name,
        "adj_a": side_a.adjective,
        "adj_b": side_b.adjective,
        "city": side_a.city,
        "city_cap": side_a.city.upper(),
        "city_b": side_b.city,
        "event": form.format(o=ordinal, a=side_a.name, b=side_b.name, s=f"{subject} {series}"),
        "lead_a": person(dice),
        "lead_b": person(dice),
        "title_a": _title(dice),
        "title_b": _title(dice),
        "component_a": dice.pick(stocks.COMPONENTS),
        "component_b": dice.pick(stocks.COMPONENTS),
        "weekday": stocks.WEEKDAYS[day.weekday()],
        "date": f"{stocks.MONTHS[day.month - 1]} {day.day}, {day.year}",
        "agency": dice.pick(stocks.AGENCIES),
    }


def _sentence(dice: Dice, facts: Facts, stock: tuple[Template, ...]) -> str:
    return A_BEFORE_VOWEL.sub(r"\1n ", fill(dice.pick(stock), dice, facts))


def _paragraph(dice: Dice, facts: Facts, *, is_meeting: bool) -> str:
    sentences = []
    for _ in range(dice.number(1, 3) + dice.chance(0.35)):
        stock = QUOTES if dice.chance(0.2) else MEETING_BODY if is_meeting and dice.chance(0.35) else FILLER
        sentences.append(_sentence(dice, facts, stock))
    return " ".join(sentences)


def _english(dice: Dice, facts: Facts, lede: str, *, is_meeting: bool) -> tuple[str, ...]:
    paragraphs = [f"{lede}."]
    if is_meeting:
        paragraphs.append(_sentence(dice, facts, MEETING_SIDES))
        if dice.chance(0.6):
            paragraphs.append(_sentence(dice, facts, MEETING_COMPONENTS))
    wanted = dice.number(LEAST_PARAGRAPHS, MOST_PARAGRAPHS)
    size = sum(map(len, paragraphs))
    while len(paragraphs) < wanted and (size < MOST_BYTES or len(paragraphs) < LEAST_PARAGRAPHS):
        paragraphs.append(_paragraph(dice, facts, is_meeting=is_meeting))
        size += len(paragraphs[-1])
    return tuple(paragraphs)


def _foreign(dice: Dice, facts: Facts, language: str) -> tuple[str, ...]:
    first, *rest = FOREIGN[language]
    wanted = dice.number(LEAST_PARAGRAPHS, LEAST_PARAGRAPHS + 3)
    paragraphs = [" ".join(fill(dice.pick(rest), dice, facts) for _ in range(2)) for _ in range(wanted - 1)]
    return (fill(first, dice, facts), *paragraphs)


def tell(dice: Dice, day: dt.date) -> Story:
    """Return a story of that day: a meeting of two countries in most cases, else other news."""
    side_a, side_b = dice.pick(stocks.COUNTRIES), dice.pick(stocks.COUNTRIES)
    if side_a is side_b:
        side_b = stocks.COUNTRIES[(stocks.COUNTRIES.index(side_a) + 1) % len(stocks.COUNTRIES)]
    facts = _facts(dice, day, side_a, side_b)
    is_meeting = dice.chance(MEETING_SHARE)
    lede = _sentence(dice, facts, MEETING_LEADS if is_meeting else PLAIN_LEADS)
    language = dice.pick(sorted(FOREIGN)) if dice.chance(FOREIGN_SHARE) else "en"
    return Story(
        day=day,
        language=language,
        agency=facts["agency"],
        country=side_a,
        headline=fill(dice.pick(HEADLINES), dice, facts),
        lede=lede,
        paragraphs=_english(dice, facts, lede, is_meeting=is_meeting)
        if language == "en"
        else _foreign(dice, facts, language),
        facts=facts,
    )
