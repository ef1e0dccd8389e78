"""Page furniture and captions, line by line: above a story, within it and below it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from schemas.records import Article, Document
from tasks.parse import parse

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

FOLDER: Final = Path(__file__).resolve().parents[2] / "lines"
TITLE: Final = "River states agree to dredge shared channel by summer"
STORY: Final = (
    "Officials of both sides opened three days of talks on river freight and agreed to meet again soon.",
    "They will sign a protocol on pilot fees on the last day, the ministry added in a statement.",
    "“We have waited four years for this,” said Tendai Mukoro, who leads the harbour board.",
    "Ferry owners say that they were not asked, and that the fees will double by the end of the next season.",
)
TEASERS: Final = ("Court to hear appeal on asset sale in August", "Sugar mill workers end sit-in")


def _lines(name: str) -> list[str]:
    """Return a table of `tests/lines`: one line of a page a row."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _kinds(text: str, lexicon: Lexicon) -> dict[str, str]:
    article = parse(Document(text=text), lexicon)
    assert isinstance(article, Article)
    return {one.text: one.kind for one in article.paragraphs}


def _page(*lines: str) -> str:
    return "\n\n".join(lines)


@pytest.mark.parametrize("line", _lines("above"))
@pytest.mark.parametrize("header", ["", " date 2019-03-04 "])
def test_furniture_above(header: str, line: str, lexicon: Lexicon) -> None:
    """Furniture above the headline is chrome, and the headline stays the headline."""
    kinds = _kinds(header + _page(line, TITLE, *STORY), lexicon)
    assert kinds.pop(TITLE) == "headline"
    assert [kinds.pop(text) for text in STORY] == ["body"] * len(STORY)
    assert set(kinds.values()) == {"chrome"}


@pytest.mark.parametrize("line", _lines("below"))
def test_furniture_below(line: str, lexicon: Lexicon) -> None:
    """Furniture below the last paragraph is chrome."""
    kinds = _kinds(_page(TITLE, *STORY, line), lexicon)
    assert [kinds.pop(text) for text in (TITLE, *STORY)] == ["headline", *["body"] * len(STORY)]
    assert set(kinds.values()) == {"chrome"}


@pytest.mark.parametrize("line", _lines("heads"))
def test_list_of_other_stories(line: str, lexicon: Lexicon) -> None:
    """A list of other stories and its head are chrome."""
    kinds = _kinds(_page(TITLE, *STORY, line, *TEASERS), lexicon)
    assert {kinds[text] for text in (line, *TEASERS)} == {"chrome"}
    assert {kinds[text] for text in STORY} == {"body"}


@pytest.mark.parametrize("line", _lines("within"))
def test_furniture_within(line: str, lexicon: Lexicon) -> None:
    """What interrupts a story is chrome, and the story goes on behind it."""
    kinds = _kinds(_page(TITLE, *STORY[:2], line, *STORY[2:]), lexicon)
    assert kinds[line] == "chrome"
    assert {kinds[text] for text in STORY} == {"body"}


@pytest.mark.parametrize("line", _lines("captions"))
@pytest.mark.parametrize("at", [1, 3])
def test_captions(line: str, at: int, lexicon: Lexicon) -> None:
    """A caption is one above a story and within it; the text around it is body."""
    texts = [TITLE, *STORY]
    texts.insert(at, line)
    kinds = _kinds(_page(*texts), lexicon)
    assert kinds[line] == "caption"
    assert {kinds[text] for text in STORY} == {"body"}


@pytest.mark.parametrize(
    "line",
    [
        "Watch: a film about a ferry that never comes",
        "Explainer: What is the lake treaty?",
        "Opinion: Who pays the pilots?",
    ],
)
def test_labelled_headline(line: str, lexicon: Lexicon) -> None:
    """A label that sends readers elsewhere within a story may open a headline above one."""
    assert _kinds(_page(line, *STORY), lexicon)[line] == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "Officers of the port walked the bank at noon and counted eleven barges. (AFP)",
        "The pilots will get a raise, the board said. - AFP",
        "The first ship left at noon. It carried rice. (AFP)",
    ],
)
def test_end_of_story_is_no_caption(line: str, lexicon: Lexicon) -> None:
    """An agency closes stories too: only one sentence in which nobody speaks is a caption."""
    assert _kinds(_page(TITLE, *STORY[:2], line, STORY[3]), lexicon)[line] == "body"


TOLD = "The council of Olburg will plant two hundred lime trees along the canal, it said on Monday."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ferry to Skarv island runs again after a month", "chrome"),
        ('" Canal trees are named after ferrymen who once worked there " — Olburg Post, May 4', "body"),
    ],
)
def test_a_line_below_furniture_at_the_end(line: str, kind: str, lexicon: Lexicon) -> None:
    """It is one of a list of stories, unless it names a source's title in marks."""
    page = _page(TOLD, "The first are set in autumn.", "Sources", line)
    assert _kinds(page, lexicon)[line] == kind
