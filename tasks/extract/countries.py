# ruff: noqa: SIM905 - lists of words read better as text
"""Countries a text names, also as adjective or demonym: ``Pakistan``, ``the Omani side``, ``Sri Lankans``.

A form two countries share is the one the article names otherwise too, else it has no code.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.words.given import ALSO_COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from schemas.reference.countries import CountryForm
    from tasks.extract.blocks import Block

_ONLY_WITH_OTHERS: Final = frozenset(
    """
    English Persian Pole Poles Finn Dane Scot Turk Lao Kiwi Kiwis Brit Swede Persia Nippon Siam Formosa
    Bharat ROC RSA GDR RDC BIOT SADR Franco Anglo Nevis Jersey Trinidad Antigua
    """.split()
)
"""Forms that mean a country only where the article names it by another form too."""

_STATES: Final = frozenset(
    """
    Alabama Alaska Arizona Arkansas California Carolina Colorado Connecticut Delaware Florida Hawaii
    Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan
    Minnesota Mississippi Missouri Montana Nebraska Nevada Hampshire Ohio Oklahoma Oregon Pennsylvania
    Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Atlanta Macon Savannah Ga. Ore. Calif. Tenn.
    Ala.
    """.split()
)


_REGIONS: Final = frozenset({"West Bank", "Gaza Strip"})
_PLACES_BEHIND: Final = tuple(
    [word]
    for word in """
    City River Valley Sea Delta Basin Peninsula Strait Channel Cove Bay Creek Junction Road Street Avenue
    Square Beach Point Lane Springs Falls Heights pigs fowl
    """.split()
)
"""What makes a place of a country's name: Mexico *City*, the Jordan *River*."""
_PLACES_BEFORE: Final = frozenset({"lake", "mount", "hurricane", "cyclone", "typhoon", "storm"})
_LEARNT: Final = frozenset(
    "teach teaches taught teaching learn learns learned learnt speak speaks spoke speaking fluent".split()
)
"""Words before a language."""
_COMPANIES: Final = frozenset({"Capital", "Holdings", "Partners", "Securities", "Motors", "Foods"})
_CONTINENTS: Final = frozenset({"American", "Americas"})
"""Adjectives that mean a continent in the name of an office: *American* Affairs."""


class CountryMention(NamedTuple):
    """One form of a country: tokens `first` up to `after` of a block; no code where it is contested."""

    block: int
    first: int
    after: int
    codes: tuple[str, ...]
    code: str | None
    is_name: bool


def find_countries(blocks: list[Block]) -> list[CountryMention]:
    """Give every mention of a country, in text order."""
    raw = [
        (number, first, after, form)
        for number, block in enumerate(blocks)
        for first, (after, form) in sorted(block.countries.items())
        if not _is_other(block, first, after, form)
    ]
    plain = Counter(form.codes[0] for *_, form in raw if len(form.codes) == 1 and not form.needs_context)
    found = []
    towns = {
        blocks[number].words(first, after)
        for number, first, after, _ in raw
        if blocks[number].tags[after : after + 1] == ","
        and blocks[number].tokens[after + 1 : after + 2][:1]
        and blocks[number].tokens[after + 1] in _STATES
    } | {
        words
        for words in {
            blocks[number].words(first, after) for number, first, after, form in raw if form.needs_context
        }
        if any(f"{words} State" in block.text for block in blocks)
    }
    is_abroad = any(
        _is_abroad(blocks[number], blocks[number].words(first, after)) for number, first, after, _ in raw
    )
    for number, first, after, form in raw:
        words = blocks[number].words(first, after)
        if words in towns or (form.codes == ("IO",) and "Territory" not in words):
            continue
        is_state = form.kind == "adjective" and blocks[number].tags[after : after + 1] in {
            "M",
            "T",
            "g",
            "m",
            "t",
            "O",
            "L",
            "k",
        }
        if (
            form.needs_context
            and not is_state
            and words.title() in _ONLY_WITH_OTHERS | {words} & _ONLY_WITH_OTHERS
        ):
            if form.codes[0] not in plain:
                continue
        elif (
            form.needs_context
            and form.codes[0] not in plain
            and is_abroad
            and words.casefold().startswith("georgia")
        ):
            continue
        if words == "Central African" and form.codes[0] not in named_otherwise(raw, blocks, words):
            continue
        code = settle(form.codes, plain)
        found.append(CountryMention(number, first, after, form.codes, code, form.kind == "name"))
    return found


def named_otherwise(
    raw: list[tuple[int, int, int, CountryForm]], blocks: list[Block], words: str
) -> set[str]:
    """Give the codes the article names by other words than these."""
    return {
        code
        for number, first, after, form in raw
        if blocks[number].words(first, after) != words
        for code in form.codes
    }


def without_surnames(
    mentions: list[CountryMention], blocks: list[Block], surnames: set[str]
) -> list[CountryMention]:
    """Leave out what is the family name of somebody in the article: *Jordan* for DeShawn Jordan."""
    words = [blocks[mention.block].words(mention.first, mention.after) for mention in mentions]
    sure = {
        mention.code for mention, said in zip(mentions, words, strict=True) if said.casefold() not in surnames
    }
    return [
        mention
        for mention, said in zip(mentions, words, strict=True)
        if said.casefold() not in surnames or mention.code in sure
    ]


def settle(codes: Iterable[str], named: Counter[str]) -> str | None:
    """Give the one country a form means: its only code, or the only one of its codes the article names."""
    codes = tuple(codes)
    if len(codes) == 1:
        return codes[0]
    known = [code for code in codes if named[code]]
    return known[0] if len(known) == 1 else None


def _is_other(block: Block, first: int, after: int, form: CountryForm) -> bool:
    """Say whether the form is a language, a town of that name, or part of a longer name here."""
    tags, tokens = block.tags, block.tokens
    before = tokens[first - 1].lower() if first else ""
    behind = tags[after] if after < len(tags) else "."
    words = block.words(first, after)
    if form.kind == "adjective" and (
        (before in _LEARNT and behind in ',.;:)"&i')
        or (
            before in {"and", "or"} and tags[first - 2] == "A" and tokens[first - 3].lower() in {"in", "into"}
        )
        or (before in {"in", "into"} and behind in ',.;:)"')
        or tokens[after : after + 2] == ["-", "language"]
    ):
        return True
    if words in ALSO_COUNTRIES and tokens[after : after + 1] and tokens[after] in _COMPANIES:
        return True
    if form.kind != "adjective" and (
        tokens[after : after + 1] in _PLACES_BEHIND or before in _PLACES_BEFORE or words in _REGIONS
    ):
        return True
    if (
        form.kind != "adjective"
        and tags[first - 1 : first] == "H"
        and before in {"mr", "mrs", "ms", "mr.", "mrs."}
    ):
        return behind != "s" or tokens[first + 1 : first + 2] != ["\u2019s"]
    if words in _CONTINENTS and tokens[after : after + 1] == ["Affairs"]:
        return True
    return form.needs_context and behind == "N" and form.kind != "adjective"


def _is_abroad(block: Block, words: str) -> bool:
    """Say whether the paragraph speaks of the US state, not of the country."""
    return words.startswith("Georgia") and (
        "state of Georgia" in block.text or not _STATES.isdisjoint(block.tokens)
    )
