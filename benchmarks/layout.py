"""How a story stands in a raw file: header, navigation, headline, byline, dateline, chrome.

One result, shortened: `` date 2021-03-04 LIMA, March 4 (EFE) -- Peru and Oman on Thursday agreed to …``.
The shares are those counted in real files, rounded; files without a header are rarer here than there.
"""

# ruff: noqa: RUF001 - datelines are printed with the dashes that agencies use

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks import stocks, templates
from benchmarks.compose import Dice, Facts, Story, Template, compiled, fill, person

if TYPE_CHECKING:
    import datetime as dt

HEADER_SHARE: Final = 0.6
MONTH_HEADER_SHARE: Final = 0.013


class Form(NamedTuple):
    """A way to print place, date and agency: a row above the text, words before it, words after it."""

    weight: int
    before: str = ""
    row: str = ""
    after: str = ""
    is_lede_repeated: bool = False


POINT: Final = "UrduPoint / Pakistan Point News"
FORMS: Final = (
    Form(150),
    Form(20, after=" ({agency})"),
    Form(14, after="\n\n— {agency}"),
    Form(20, "{CITY}: "),
    Form(14, "{city}: "),
    Form(14, "{CITY} — "),
    Form(8, "{CITY}, {country} - "),
    Form(12, "{CITY} ({agency}) - "),
    Form(6, "{city} ({agency}) – "),
    Form(9, "{CITY}, {mon} {day} ({agency}) -- "),
    Form(4, "{CITY}, {mon_dot} {day} ({agency}) - "),
    Form(3, "{CITY} {mon} {day} ({agency}): "),
    Form(1, "{city}, {day} {mon} ({agency}).- "),
    Form(2, "{city}, {mon} {day} ({agency}) "),
    Form(8, "{CITY}, {mon} {day} — ", after=" — {agency}"),
    Form(2, "{CITY}, {mon} {day}: "),
    Form(2, "{city} [{country}], {month} {day} (ANI): "),
    Form(3, f"{{CITY}}, ({POINT} - {{nth}} {{mon}}, {{year}} ) :", is_lede_repeated=True),
    Form(1, f"{{CITY}}, ({POINT} - {{nth}} {{mon}}, {{year}}) ", is_lede_repeated=True),
    Form(1, "{CITY} (UrduPoint News / Sputnik - {nth0} {month}, {year}) "),
    Form(1, f"{{city}}, (APP - {POINT} - {{nth}} {{mon}}, {{year}} ) :", is_lede_repeated=True),
    Form(1, f"({POINT} / WAM - {{nth}} {{mon}}, {{year}}) {{CITY}}, {{nth}} {{month}} {{year}} (WAM) – "),
    Form(1, f"{{CITY}} (UrduPoint/{POINT}-{{mon}} {{nth}}, {{year}}) "),
    Form(2, "{city}, {day} {month} {year} ({agency}): "),
    Form(4, row="{agency} | {city} | Updated: {dmy} 22:14 IST | Created: {dmy} 21:58 IST"),
    Form(3, row="{day} {month},{year} 12:40 PM IST | {city} | {agency}"),
    Form(5, "{city} ({agency})\n"),
    Form(3, "(MENAFN- {agency}) {CITY}, {country}, {mon} {day}. "),
    Form(3, "{city}, {agency} – "),
    Form(2, "({agency}) – "),
    Form(2, row="{year}-{mm}-{dd} 17:40 | site | 1"),
    Form(3, after="\n\n{city}\n{month} {day}, {year}"),
)
STEPS: Final = tuple(accumulate(form.weight for form in FORMS))
BYLINES: Final = (
    "By {name}",
    "{name} Published {month} {day}, {year} | 03:31 PM",
    "{name} (@H) 4 minutes ago {weekday} {nth0} {month} {year} | 12:10 AM",
    "Published: 18:15, {month} {day}, {year} | Updated: 22:47, {month} {day}, {year}",
    "By {name} and {name2} in {city}",
    "{agency} Desk",
)
NAVIGATION: Final = compiled(templates.NAVIGATION)
TAILS: Final = compiled(templates.TAILS)
CAPTIONS: Final = compiled(templates.CAPTIONS)


def _nth(day: int) -> str:
    if day in {11, 12, 13}:
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


def _words(story: Story) -> Facts:
    day, month = story.day, stocks.MONTHS[story.day.month - 1]
    return {
        "CITY": story.country.city.upper(),
        "city": story.country.city,
        "country": story.country.name,
        "agency": story.agency,
        "day": str(day.day),
        "dd": f"{day.day:02}",
        "mm": f"{day.month:02}",
        "dmy": f"{day.day:02}-{day.month:02}-{day.year}",
        "nth": _nth(day.day),
        "nth0": _nth(day.day).zfill(4),
        "month": month,
        "mon": month[:3],
        "mon_dot": month if month in {"May", "June", "July"} else f"{month[:3]}.",
        "year": str(day.year),
        "weekday": story.facts["weekday"][:3],
    }


def _block(dice: Dice, story: Story, stock: tuple[Template, ...]) -> str:
    return fill(dice.pick(stock), dice, story.facts).replace("|", "\n")


def _header(dice: Dice, day: dt.date) -> str:
    share = dice.roll()
    if share < HEADER_SHARE:
        return f" date {day.isoformat()} "
    return f" date {day.year:04}-{day.month:02} " if share < HEADER_SHARE + MONTH_HEADER_SHARE else ""


def _top(dice: Dice, story: Story, form: Form, words: Facts, *, is_prefixed: bool) -> list[str]:
    top = []
    if dice.chance(0.25 if is_prefixed else 0.14):
        top.append(_block(dice, story, NAVIGATION))
    if dice.chance(0.3 if is_prefixed else 0.5):
        top += [story.headline] * (2 if dice.chance(0.15) else 1)
    if dice.chance(0.13):
        names = {"name": person(dice), "name2": person(dice)}
        top.append(dice.pick(BYLINES).format(**words, **names))
    if form.row:
        top.append(form.row.format(**words))
    if dice.chance(0.1):
        top.append(fill(dice.pick(CAPTIONS), dice, story.facts))
    if story.language == "en" and (form.is_lede_repeated or dice.chance(0.03)):
        top.append(story.lede)
    return top


def lay_out(dice: Dice, story: Story) -> str:
    """Return the story as one raw file; the dice choose the furniture, never the words of the story."""
    form = FORMS[bisect(STEPS, dice.roll() * STEPS[-1])] if story.language == "en" else FORMS[0]
    words = _words(story)
    header = _header(dice, story.day)
    top = _top(dice, story, form, words, is_prefixed=bool(header))
    first, *rest = story.paragraphs
    body = [form.before.format(**words) + first, *rest]
    tail = [_block(dice, story, TAILS) for _ in range(dice.number(1, 2))] if dice.chance(0.3) else []
    gap = "\n\n" if dice.chance(0.67) else "\n"
    text = gap.join([*top, *body]) + form.after.format(**words)
    return header + gap.join([text, *tail]) + ("\n" if dice.chance(0.5) else "")
