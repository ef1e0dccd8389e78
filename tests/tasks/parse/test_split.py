"""Files with several articles are taken apart only where the seams are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schemas.records import Document
from tasks.parse import parse, split

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

FIRST = """Bells cast for Tallinn

TALLINN, May 3 (Reuters) - A foundry has cast four bells for a church that burned down in 1944.

They weigh two tons.
"""
SECOND = """LIMA, May 3 (EFE) -- A bridge of grass was woven anew over the Apurimac by four villages.

It lasts a year.
"""


def test_a_separator_between_two_heads_is_a_seam(lexicon: Lexicon) -> None:
    """Two stories with datelines of their own, parted by a line of stars, are two documents."""
    parts = split(Document(text=f" date 2019-05-03 {FIRST}\n***\n\n{SECOND}"), lexicon)
    assert [part.text.startswith(" date 2019-05-03 ") for part in parts] == [True, True]
    articles = [parse(part, lexicon) for part in parts]
    assert [article.datelines[0].place_text for article in articles] == ["TALLINN", "LIMA"]  # type: ignore[union-attr]


def test_a_header_in_the_middle_is_a_seam(lexicon: Lexicon) -> None:
    """A second crawler's header begins a second document."""
    text = f" date 2019-05-03 {FIRST}\n date 2019-05-04 {SECOND}"
    assert [part.text for part in split(Document(text=text), lexicon)] == [
        f" date 2019-05-03 {FIRST}\n",
        f" date 2019-05-04 {SECOND}",
    ]


def test_breaks_inside_one_story_are_no_seams(lexicon: Lexicon) -> None:
    """A live blog with `___` between its entries stays whole."""
    text = (
        f"{FIRST}\n___\n\n12:19 a.m.\n\nThe foundry says the largest bell has a crack and will be "
        f"cast again.\n"
    )
    document = Document(text=text)
    assert split(document, lexicon) == [document]


def test_no_character_of_the_parts_is_lost(lexicon: Lexicon) -> None:
    """Apart from separators and the repeated header, the parts hold the whole text."""
    parts = split(Document(text=f"{FIRST}\n---\n{SECOND}"), lexicon)
    assert "".join("".join(part.text.split()) for part in parts) == "".join((FIRST + SECOND).split())
