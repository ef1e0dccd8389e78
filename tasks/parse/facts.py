"""Turn what was found in the paragraphs into records: datelines, credits, bylines, each with its span."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from schemas.records import Byline, Credit, Dateline, DatelinePlace, Span
from tasks.extract.words.given import sounds_human
from tasks.parse.bylines import read_signed
from tasks.parse.bylines.found import is_person
from tasks.parse.credit.names import find_agency, is_agency, known_names, split_names
from tasks.parse.credit.tail import tail_end
from tasks.parse.datelines import read_head
from tasks.parse.datelines.found import Found, is_known_place
from tasks.parse.published import is_page_clock

if TYPE_CHECKING:
    import datetime as dt

    from schemas.records import CreditPlace
    from schemas.reference.lexicon import Lexicon, Place
    from tasks.parse.datelines.found import Cut
    from tasks.parse.layout import Layout
    from tasks.parse.marks import Mark

_TAIL_PARAGRAPHS: Final = 2
_LONGEST_PLACE: Final = 60
_LONGEST_ROW: Final = 160
_LEAST_TEXT: Final = 40
_BRACKETS: Final = (")", ").")


def read_datelines(layout: Layout, lexicon: Lexicon) -> list[tuple[int, Found]]:
    """Return every dateline with the index of its paragraph, in text order."""
    found: list[tuple[int, Found]] = []
    for index, mark in enumerate(layout.marks):
        if mark.kind == "chrome":
            continue
        if mark.dateline is not None:
            found.extend((index, one) for one in _chain(mark.text, mark.dateline, lexicon))
        elif mark.meta is not None and mark.meta.place is not None and not is_page_clock(layout, index):
            place = mark.meta.place
            found.append((index, Found(start=place[0], end=place[1], place=place)))
    return found


def _chain(text: str, first: Found, lexicon: Lexicon) -> list[Found]:
    """Return the datelines of one head.

    `(MENAFN- Trend) BAKU, May 2. ` is one, `VIETNAM, May 2 - HÀ NỘI — ` too.
    """
    second = read_head(text[first.end :], lexicon) if _may_chain(text, first) else None
    if second is None or (second.place is None and first.place is None):
        return [first]
    second = _shifted(second, first.end)
    if first.place is None or _is_country_or_outlet(text, first, lexicon):
        merged = replace(second, start=first.start, date=second.date or first.date)
        return [
            replace(
                merged,
                credit=second.credit or first.credit,
                first_credit=first.credit if second.credit else None,
            )
        ]
    if second.place is None:
        return [
            replace(
                first, end=second.end, credit=first.credit or second.credit, date=first.date or second.date
            )
        ]
    return [first, second]


def _may_chain(text: str, first: Found) -> bool:
    return first.end < len(text) - 20 and (first.place is None or first.date is not None)


def _is_country_or_outlet(text: str, found: Found, lexicon: Lexicon) -> bool:
    name = text[found.place[0] : found.place[1]] if found.place else ""
    place = lexicon.place(name)
    return (place is not None and place.place_id is None) or not is_known_place(name, lexicon)


def _shifted(found: Found, by: int) -> Found:
    def move(cut: Cut | None) -> Cut | None:
        return (cut[0] + by, cut[1] + by) if cut else None

    date = replace(found.date, start=found.date.start + by, end=found.date.end + by) if found.date else None
    return Found(
        start=found.start + by,
        end=found.end + by,
        place=move(found.place),
        region=move(found.region),
        date=date,
        credit=move(found.credit),
        persons=tuple((start + by, end + by) for start, end in found.persons),
    )


def dateline_record(
    layout: Layout, index: int, found: Found, date: dt.date | None, lexicon: Lexicon
) -> Dateline:
    """Return the record of one dateline."""
    text = layout.marks[index].text
    number = index + 1
    place_text = _place_text(found, text, lexicon)
    return Dateline(
        place_text=place_text,
        date_text=text[found.date.start : found.date.end] if found.date else None,
        date=date,
        places=_places(found, text, number, lexicon, _text_below(layout, index, found)),
        span=Span(paragraph_no=number, start_char=found.start, end_char=found.end),
    )


def _place_text(found: Found, text: str, lexicon: Lexicon) -> str | None:
    """Return the place as printed; a state or country behind a comma is part of it, not before a date.

    `SALEM, Ore. (AP) — ` and `TIPAZA, Algeria -- `; `Tashkent, Uzbekistan, May 2` is `Tashkent`.
    """
    if found.place is None:
        return None
    start, end = found.place
    if found.region is None or found.date is not None or text[end : end + 1] != ",":
        return text[start:end]
    region = text[found.region[0] : found.region[1]].strip()
    last = region.rsplit(",", 1)[-1].strip()
    if found.region[1] - start < _LONGEST_PLACE and lexicon.is_area(last):
        end = found.region[1] + _has_own_stop(text, found.region)
    return text[start:end]


def _has_own_stop(text: str, region: Cut) -> bool:
    """Return whether the full stop after a region belongs to it: `Ore.`, `D.C.`."""
    start, end = region
    return text[end : end + 1] == "." and (end - start <= 4 or "." in text[start:end])  # noqa: PLR2004


def _text_below(layout: Layout, index: int, found: Found) -> str:
    """Return what a dateline stands over: the rest of its paragraph, or the first of the body."""
    rest = layout.marks[index].text[found.end :]
    if len(rest) > _LEAST_TEXT or layout.body_start >= len(layout.marks):
        return rest
    return layout.marks[layout.body_start].text


def _places(found: Found, text: str, number: int, lexicon: Lexicon, below: str) -> tuple[DatelinePlace, ...]:
    if found.place is None:
        return ()
    start, end = found.place
    qualifier = text[found.region[0] : found.region[1]] if found.region else None
    places = []
    position = start
    for piece in text[start:end].split("/"):
        name = piece.strip()
        at = position + len(piece) - len(piece.lstrip())
        position += len(piece) + 1
        if not name:
            continue
        beside = qualifier if at + len(name) >= end else None
        place = lexicon.place(name, qualifier=beside) if beside else None
        place = place or lexicon.place(name) or _place_by_agency(name, found, text, lexicon)
        place = place or _place_by_zone(name, text, lexicon) or _place_by_text(name, below, lexicon)
        places.append(
            DatelinePlace(
                place_text=name,
                place_id=place.place_id if place else None,
                country_code=place.country_code if place else None,
                span=Span(paragraph_no=number, start_char=at, end_char=at + len(name)),
            )
        )
    return tuple(places)


def _place_by_agency(name: str, found: Found, text: str, lexicon: Lexicon) -> Place | None:
    """Return the place in the country of the agency beside it: a national agency mostly files from home."""
    if found.credit is None:
        return None
    known = known_names(text[found.credit[0] : found.credit[1]], lexicon)
    return lexicon.place(name, country_code=known[-1].country_code) if known else None


_NAMED: Final = re.compile(r"[^\W\d_a-z][\w'\u2019-]+(?: (?:and |of )?[^\W\d_a-z][\w'\u2019-]+){0,2}")
_TEXT_MOST: Final = 400


def _place_by_text(name: str, text: str, lexicon: Lexicon) -> Place | None:
    """Return the place of that name in the one country that the paragraph names and that has such a place.

    `SAN JOSÉ: Costa Rica and Korea will …`; where two of the countries named have one, none is taken.
    """
    if not lexicon.is_place_name(name):
        return None
    codes = {code for words in _NAMED.findall(text[:_TEXT_MOST]) for code in _countries_in(words, lexicon)}
    places = (lexicon.place(name, country_code=code) for code in sorted(codes))
    found = {place for place in places if place is not None and place.place_id is not None}
    return found.pop() if len(found) == 1 else None


def _countries_in(words: str, lexicon: Lexicon) -> set[str]:
    """Return the countries that runs of the words name, the longest first: `Costa Rica and Korea`."""
    tokens = words.replace("\u2019s", "").replace("'s", "").split(" ")
    found: set[str] = set()
    start = 0
    while start < len(tokens):
        step = 1
        for length in range(len(tokens) - start, 0, -1):
            codes = lexicon.countries(" ".join(tokens[start : start + length]))
            if codes:
                found.update(codes)
                step = length
                break
        start += step
    return found


_ZONES: Final = {"IST": "IN", "PKT": "PK", "NPT": "NP", "WIB": "ID", "WITA": "ID", "KST": "KR", "JST": "JP"}
_ZONE: Final = re.compile(r"\d(?: ?[AaPp]\.?[Mm]\.?)? (?P<zone>[A-Z]{3,4})\b")


def _place_by_zone(name: str, text: str, lexicon: Lexicon) -> Place | None:
    """Return the place in the country whose clock stands beside it: `05:20 am IST - KOCHI`."""
    zone = _ZONE.search(text) if len(text) <= _LONGEST_ROW else None
    return lexicon.place(name, country_code=_ZONES.get(zone["zone"])) if zone is not None else None


def read_credits(
    layout: Layout, datelines: list[tuple[int, Found]], lexicon: Lexicon, *, everywhere: bool
) -> tuple[Credit, ...]:
    """Return every name that is credited, in text order; agencies in captions or running text are not."""
    marks = layout.marks
    seen = _dateline_credits(marks, datelines, lexicon)
    bodies: list[int] = []
    for index, mark in enumerate(marks):
        if mark.kind == "body":
            bodies.append(index)
        elif mark.kind == "chrome":
            continue
        if mark.meta is not None:
            seen.extend((index, cut, "meta") for cut in mark.meta.credits)
        if mark.byline is not None:
            seen.extend((index, cut, "byline") for cut in mark.byline.agencies)
    seen.extend((index, cut, "tail") for index, cut in layout.tail_credits)
    for index in bodies if everywhere else bodies[-_TAIL_PARAGRAPHS:]:
        seen.extend((index, cut, "tail") for cut in tail_end(marks[index].text, lexicon))
    if not seen:
        seen.extend(_copyright_credit(layout, lexicon))
    if not seen:
        return ()
    country = _first_country(layout, datelines, lexicon)
    return tuple(_credit(found, marks[found[0]].text, country, lexicon) for found in sorted(set(seen)))


def _dateline_credits(
    marks: list[Mark], datelines: list[tuple[int, Found]], lexicon: Lexicon
) -> list[tuple[int, Cut, CreditPlace]]:
    seen: list[tuple[int, Cut, CreditPlace]] = []
    for index, found in datelines:
        stands: CreditPlace = "meta" if marks[index].row is not None else "dateline"
        for credit in (found.first_credit, found.credit):
            if credit is not None:
                text = marks[index].text
                cuts = split_names(text, *credit, lexicon)
                persons = _persons_beside(text, cuts, lexicon)
                seen.extend((index, cut, stands) for cut in cuts if cut not in persons)
    return seen


def _persons_beside(text: str, cuts: list[Cut], lexicon: Lexicon) -> list[Cut]:
    """Return the reporters that a dateline names behind its agency: `KAZINFORM /Nadia Serik/`."""
    if len(cuts) < 2 or not is_agency(text[slice(*cuts[0])], lexicon):  # noqa: PLR2004
        return []
    return [cut for cut in cuts[1:] if _is_reporter(text[slice(*cut)], lexicon)]


def _is_reporter(name: str, lexicon: Lexicon) -> bool:
    if name.count(" ") != 1 or is_agency(name, lexicon) or not is_person(name):
        return False
    return sounds_human(name.split()) if name.isascii() else name.istitle()


def _first_country(layout: Layout, datelines: list[tuple[int, Found]], lexicon: Lexicon) -> str | None:
    """Return the country of the first dateline.

    It tells which of the agencies that share an acronym is meant.
    """
    for index, found in datelines:
        below = _text_below(layout, index, found)
        places = _places(found, layout.marks[index].text, index + 1, lexicon, below)
        if places:
            return places[0].country_code
    return None


_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)[ ©]*(?:\d{4}[ ,]*)?(?:by )?(?P<name>[A-Z][\w ]{1,24}?)[.,;]", re.IGNORECASE
)


def _copyright_credit(layout: Layout, lexicon: Lexicon) -> list[tuple[int, Cut, CreditPlace]]:
    """Return the agency of `Copyright 2019 AGENCY.` below a `Reporting by` line: its desk wrote the text."""
    signed = [mark for mark in layout.marks if mark.byline is not None]
    if not any("eporting by" in mark.text for mark in signed):
        return []
    for index, mark in enumerate(layout.marks):
        match = _COPYRIGHT.search(mark.text) if mark.kind == "chrome" else None
        agency = find_agency(match["name"], lexicon) if match is not None else None
        if match is not None and agency is not None and agency.kind == "agency":
            return [(index, match.span("name"), "tail")]
    return []


def _credit(found: tuple[int, Cut, CreditPlace], text: str, country: str | None, lexicon: Lexicon) -> Credit:
    """Return the record of one name; the country of the dateline decides between shared acronyms."""
    index, cut, stands = found
    name = text[cut[0] : cut[1]]
    agency = find_agency(name, lexicon)
    if agency is None and country is not None and lexicon.country(name) is None:
        agency = lexicon.agency(name, country_code=country)
    return Credit(
        name=name,
        agency_id=agency.agency_id if agency else None,
        stands=stands,
        span=Span(paragraph_no=index + 1, start_char=cut[0], end_char=cut[1]),
    )


def _persons_inside(mark: Mark, lexicon: Lexicon) -> tuple[Cut, ...]:
    found = mark.dateline
    if found is None or found.credit is None:
        return found.persons if found is not None else ()
    cuts = split_names(mark.text, *found.credit, lexicon)
    return (*found.persons, *_persons_beside(mark.text, cuts, lexicon))


def read_bylines(layout: Layout, lexicon: Lexicon) -> tuple[Byline, ...]:
    """Return the persons named as authors, each once, in text order."""
    bylines = []
    names = set()
    for index, mark in enumerate(layout.marks):
        if mark.kind == "chrome":
            continue
        signed = read_signed(mark.text, lexicon) if mark.text.endswith(_BRACKETS) else None
        if mark.byline is None and mark.dateline is None and signed is None:
            continue
        persons = mark.byline.persons if mark.byline is not None else signed or ()
        inside = _persons_inside(mark, lexicon)
        for start, end in (*inside, *persons):
            name = mark.text[start:end]
            if name.casefold() not in names:
                names.add(name.casefold())
                bylines.append(
                    Byline(name=name, span=Span(paragraph_no=index + 1, start_char=start, end_char=end))
                )
    return tuple(bylines)
