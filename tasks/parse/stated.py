"""Byline, dateline and credit that the publisher states beside a text which does not print them.

`<byline>Ana Ruiz</byline><dateline>LIMA</dateline>` over a text of plain paragraphs: each becomes a paragraph
before the text, so that what is read from it shows its words. What the text prints itself stays there alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.parse.bylines import FoundByline, read_byline
from tasks.parse.bylines.found import names_in
from tasks.parse.credit.names import split_names
from tasks.parse.credit.tail import is_credit
from tasks.parse.datelines.alone import read_line
from tasks.parse.facts import read_bylines, read_credits, read_datelines
from tasks.parse.marks import Mark

if TYPE_CHECKING:
    from schemas.records import PublisherMetadata
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.layout import Layout

_LONGEST: Final = 200


def put_before(layout: Layout, said: PublisherMetadata, lexicon: Lexicon) -> None:
    """Put what the publisher states and the text lacks before the text: byline, dateline, credit."""
    byline = _byline(_line(said.byline), layout, lexicon)
    dateline = _dateline(_line(said.dateline), layout, lexicon)
    marks = [mark for mark in (byline, dateline) if mark is not None]
    _insert(layout, marks)
    credit = _line(said.credit)
    if is_credit(credit, lexicon) and not _credited(layout, lexicon):
        _insert(layout, [Mark(credit, is_text=False, kind="meta")])
        layout.tail_credits.extend((0, cut) for cut in split_names(credit, 0, len(credit), lexicon))


def _line(words: str | None) -> str:
    line = " ".join((words or "").split())
    return line if len(line) <= _LONGEST else ""


def _byline(line: str, layout: Layout, lexicon: Lexicon) -> Mark | None:
    """Return the mark of a byline that names somebody whom the text does not."""
    found = (read_byline(line, lexicon) or names_in(line, 0, len(line), lexicon)) if line else None
    if found is None or not (found.persons or found.agencies):
        return None
    printed = {one.name.casefold() for one in read_bylines(layout, lexicon)}
    persons = tuple(cut for cut in found.persons if line[slice(*cut)].casefold() not in printed)
    agencies = () if found.persons or _credited(layout, lexicon) else found.agencies
    if not persons and not agencies:
        return None
    return Mark(line, is_text=False, kind="byline", byline=FoundByline(persons, agencies))


def _dateline(line: str, layout: Layout, lexicon: Lexicon) -> Mark | None:
    """Return the mark of a dateline whose place the text does not name where datelines stand."""
    found = read_line(line, lexicon) if line else None
    if found is None or any(one.place is not None for _, one in read_datelines(layout, lexicon)):
        return None
    return Mark(line, is_text=False, kind="meta", dateline=found)


def _credited(layout: Layout, lexicon: Lexicon) -> bool:
    return bool(read_credits(layout, read_datelines(layout, lexicon), lexicon, everywhere=False))


def _insert(layout: Layout, marks: list[Mark]) -> None:
    """Put marks before all others; every index of the layout moves on."""
    by = len(marks)
    layout.marks[:0] = marks
    layout.body_start += by
    layout.headline = layout.headline + by if layout.headline is not None else None
    layout.lede = layout.lede + by if layout.lede is not None else None
    layout.tail_credits[:] = [(index + by, cut) for index, cut in layout.tail_credits]
