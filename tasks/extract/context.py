"""One article read once: blocks, countries, people and quotes, which statements and meetings share."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from tasks.extract.blocks import read_blocks
from tasks.extract.countries import find_countries, settle, without_surnames
from tasks.extract.country_forms import country_forms
from tasks.extract.marks import find_quotes
from tasks.extract.meetings.scene import Scene
from tasks.extract.people import find_people
from tasks.extract.told_before import add_of_group

if TYPE_CHECKING:
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Cast, Person
    from tasks.extract.countries import CountryMention


def make_scene(article: Article, lexicon: Lexicon) -> tuple[Scene, list[CountryMention]]:
    """Give what is known of an article before its meetings are looked for, and the countries it names."""
    blocks = read_blocks(article, country_forms(lexicon))
    mentions = find_countries(blocks)
    cast = find_people(blocks, lexicon)
    surnames = {
        part for person in cast.people for part in (person.parts[-1], person.parts[-1].partition("-")[0])
    }
    mentions = without_surnames(mentions, blocks, surnames)
    named = Counter(mention.code for mention in mentions if mention.code)
    quoted: list[list[tuple[int, int]]] = [[] for _ in blocks]
    quotes = find_quotes(blocks)
    for quote in quotes:
        block = blocks[quote.block]
        quoted[quote.block].append(_tokens(block, quote.start, quote.end))
    home = next(
        (
            place.country_code
            for line in article.datelines
            for place in line.places
            if place.country_code
            and ((place.place_text or "").upper() not in _SEATS or named[place.country_code])
        ),
        None,
    )
    if home is None and article.datelines:
        home = _agency_home(article, lexicon, named)
    is_abroad = home and not named[home] and any("sidelines" in block.tokens for block in blocks)
    if is_abroad and not _has_agency_of(article, lexicon, home):
        home = None  # a minister met abroad serves neither the host nor, for all we know, anyone named
    _own_countries(blocks, cast, named)
    add_of_group(cast, blocks)
    return Scene(article, blocks, cast, quotes, quoted, named, home, lexicon), mentions


_SEATS = frozenset({"UNITED NATIONS", "NEW YORK", "GENEVA", "BRUSSELS", "VIENNA", "STRASBOURG", "THE HAGUE"})
"""Where organisations meet: officials there serve the host only where the text names it."""


def _agency_home(article: Article, lexicon: Lexicon, named: Counter[str]) -> str | None:
    """Give the country of the agency whose report it is, where the text names it."""
    for credit in article.credits:
        agency = lexicon.agency(credit.name)
        if agency and agency.country_code and named[agency.country_code]:
            return agency.country_code
    return None


def _has_agency_of(article: Article, lexicon: Lexicon, home: str | None) -> bool:
    """Say whether an agency of the dateline's country reports, so that its own minister needs no country."""
    agencies = [lexicon.agency(credit.name) for credit in article.credits]
    return any(agency.country_code == home for agency in agencies if agency)


def _tokens(block: Block, start: int, end: int) -> tuple[int, int]:
    first = bisect_left(block.starts, start)
    after = bisect_left(block.starts, end)
    return first, after


def _own_countries(blocks: list[Block], cast: Cast, named: Counter[str]) -> None:
    """Give people the country that stands in their office, in its body, or behind their name."""
    for person in cast.people:
        for role in person.roles:
            office = role.office
            if person.country or office is None:
                continue
            block = blocks[role.block]
            codes = office.country
            if not codes and office.organisation:
                inside = [
                    block.countries[p][1].codes
                    for p in range(office.organisation.first, office.organisation.last)
                    if p in block.countries
                ]
                codes = inside[-1] if inside else ()
            person.country = settle(codes, named) if codes else None
            person.country_method = "office" if person.country else None
        if person.country is None:
            _around(blocks, person, named)


def _around(  # noqa: C901  one place beside a name after the other
    blocks: list[Block], person: Person, named: Counter[str]
) -> None:
    for number, first, after, _ in person.surfaces:
        block = blocks[number]
        tags = block.tags
        place = None
        if tags[after : after + 1] == "f":
            place = after + 2 if tags[after + 1 : after + 2] == "d" else after + 1
        elif tags[after : after + 2] == "(C":
            place = after + 1  # Ann Lee (Norway)
        else:
            outer = first
            while outer and tags[outer - 1] in "HR":
                outer -= 1
            if outer and tags[outer - 1] == "s":
                outer -= 1
            elif tags[max(outer - 2, 0) : outer] == "s,":
                outer -= 2  # Malawi's, Ola Fenner, asked
            if outer and (outer < first or tags[outer] == "s") and tags[outer - 1] in "CAc":
                place = outer - 1
                while place and tags[place] == "c":
                    place -= 1
        if place is not None and place in block.countries:
            person.country = settle(block.countries[place][1].codes, named)
            person.country_method = "name" if person.country else None
            if person.country:
                return
