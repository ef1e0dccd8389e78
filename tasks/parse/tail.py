# ruff: noqa: RUF001 - raw files print these signs
"""From the body down: where it ends, what interrupts it, and what stands below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines import FoundByline
from tasks.parse.bylines.found import is_person
from tasks.parse.captions import is_credited_scene
from tasks.parse.chrome import Opens
from tasks.parse.chrome.labelled import is_link
from tasks.parse.chrome.navigation import SECTIONS
from tasks.parse.credit.tail import is_initials, tail_author, tail_line
from tasks.parse.datelines.alone import read_line
from tasks.parse.shape import canonical, ends_sentence, is_title_case, word_count

if TYPE_CHECKING:
    from schemas.records import ParagraphKind
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.layout import Layout
    from tasks.parse.marks import Mark

_NOTE_MOST: Final = 240
_LOOK_AHEAD: Final = 60
_SENTENCE_LEAST: Final = 80
_REPEAT_LEAST: Final = 40
_RESUMES: Final = 3
_SHORT_WORDS: Final = 3
_GLUED_STORY: Final = re.compile(r"[—–-] ?[\w /.]{2,30}?[a-z)][A-ZÀ-Þ]{3,}(?: [A-Z]{3,})?: ")
_SHOUTED_HEAD: Final = re.compile(r"[A-Z][A-Z' -]{2,24}(?:, [^:]{2,20})?: ")
"""`KARACHI: The bourse lost`: below a list's head, the head of another story."""
_CORRECTED_STARTS: Final = "(TtAaCcEeUu"
_CORRECTED: Final = re.compile(
    r"(?:\(?(?:this (?:story|article|report|version)|the (?:story|article|headline)|an earlier version"
    r"|changed|correct(?:ed|s|ion)|clarification|editor'?s'? note|updates?)\b)"
    r".{0,120}\b(?:updated|corrected|edited|changed|put right|amended|fixed|correct|revised|earlier"
    r"|refiles?|adds?)\b|changed later\b",
    re.IGNORECASE,
)


def close_tail(layout: Layout, lexicon: Lexicon) -> None:
    """Give every paragraph from the body on its kind."""
    marks, start = layout.marks, layout.body_start
    last_text = _last_text(marks, start)
    title = canonical(marks[layout.headline].text) if layout.headline is not None else ""
    mode = Opens.NOTHING
    told: set[str] = set()
    for index in range(start, len(marks)):
        mark = marks[index]
        if mode is Opens.TAIL:
            mark.kind, mark.row, mark.byline, mark.meta = "chrome", None, None, None
            continue
        if mark.kind == "chrome":
            mode = max(mode, _after(marks, index))
            continue
        if mark.kind is not None:
            _correct(mark, mode)
            continue
        if mode is Opens.TEASERS:
            if not _is_text_again(mark):
                mark.kind = "chrome"
                continue
            mode = Opens.NOTHING
        mark.kind = "body" if _is_plain(mark) else _kind_below(layout, index, lexicon, title, last_text)
        if mark.kind == "body":
            is_again = len(mark.text) > _REPEAT_LEAST or marks[index - 1].kind == "repeat"
            mark.kind = "repeat" if is_again and mark.text in told else "body"
            told.add(mark.text)


def _is_plain(mark: Mark) -> bool:
    """Return whether a paragraph can only be body, as most are: a full stop ends it, nothing points on."""
    text = mark.text
    return (
        mark.is_text
        and len(text) >= _NOTE_MOST
        and text[-1] == "."
        and text[-2] != "."
        and (":" not in text or ": " not in text)
    )


def _correct(mark: Mark, mode: Opens) -> None:
    """Make chrome of a date line among teasers and of a caption with another story glued to it."""
    if mode == Opens.TEASERS and mark.kind == "meta":
        mark.kind, mark.row, mark.meta = "chrome", None, None
    elif mark.kind == "caption" and _GLUED_STORY.search(mark.text):
        mark.kind = "chrome"


def _last_text(marks: list[Mark], start: int) -> int:
    for index in range(len(marks) - 1, start - 1, -1):
        mark = marks[index]
        if mark.kind is None and (
            mark.is_text or (ends_sentence(mark.text) and word_count(mark.text) >= _SHORT_WORDS)
        ):
            return index
    return start


def _after(marks: list[Mark], index: int) -> Opens:
    """Return what a line of chrome opens here.

    A list after which plain paragraphs come is an interruption.
    """
    opens = marks[index].opens
    if opens in (Opens.NOTHING, Opens.TEASERS):
        return opens
    rest = marks[index + 1 : index + 1 + _LOOK_AHEAD]
    sentences = sum(1 for mark in rest if _is_story(mark))
    least = 1 if opens == Opens.RELATED else _RESUMES
    return Opens.TEASERS if sentences >= least and sentences * 2 > len(rest) else Opens.TAIL


def _is_story(mark: Mark) -> bool:
    return (
        mark.kind is None
        and mark.is_text
        and len(mark.text) >= _SENTENCE_LEAST
        and not _is_other_story(mark.text)
        and _SHOUTED_HEAD.match(mark.text) is None
    )


def _is_other_story(text: str) -> bool:
    """Return whether the paragraph is another story's teaser, or has one glued to it."""
    if text.endswith(("...", "…", "…]", "...]")):
        return True
    return ":" in text and ": " in text and _GLUED_STORY.search(text) is not None


def _is_text_again(mark: Mark) -> bool:
    if not mark.is_text or _is_other_story(mark.text) or _SHOUTED_HEAD.match(mark.text) is not None:
        return False
    return ends_sentence(mark.text)


def _kind_below(layout: Layout, index: int, lexicon: Lexicon, title: str, last_text: int) -> ParagraphKind:
    """Return the kind of a paragraph in or below the body."""
    marks = layout.marks
    mark = marks[index]
    text = mark.text
    if index > layout.body_start and _is_other_story(text) and not mark.dateline:
        return "chrome"
    if mark.is_text:
        if len(text) < _NOTE_MOST and _is_correction(text):
            return "meta"
        may_be_scene = text[-1] not in '.”"' and mark.dateline is None
        return "caption" if may_be_scene and _is_scene_within(marks, index, lexicon) else "body"
    credited = _credit_line(layout, index, lexicon)
    return credited or _kind_of_short_line(layout, index, lexicon, title, last_text)


def _is_scene_within(marks: list[Mark], index: int, lexicon: Lexicon) -> bool:
    """Return whether one sentence that an agency closes stands in a story: no end, so a picture's caption."""
    mark = marks[index]
    text = mark.text
    if not is_credited_scene(text, lexicon):
        return False
    following = [one for one in marks[index + 1 :] if one.is_text and one.kind is None]
    return len(following) > 1 and not any(
        one.dateline or is_credited_scene(one.text, lexicon) for one in following[:-1]
    )


_QUOTES: Final = "“\"‘'«"
_LOOK_QUOTE: Final = 20


def _is_pulled(marks: list[Mark], index: int) -> bool:
    """Return whether a line in quote marks is taken from another paragraph, to be set large."""
    core = marks[index].text.strip("“”\"‘’'«».,!? ")
    return any(core in mark.text for mark in marks if mark is not marks[index])


def _is_correction(text: str) -> bool:
    return text[0] in _CORRECTED_STARTS and _CORRECTED.match(text) is not None


def _credit_line(layout: Layout, index: int, lexicon: Lexicon) -> ParagraphKind | None:
    """Return the kind of a line that is nothing but a credit, and keep its names."""
    mark = layout.marks[index]
    credit = tail_line(mark.text, lexicon)
    if credit is not None:
        layout.tail_credits.extend((index, piece) for piece in credit)
        return "meta"
    author = tail_author(mark.text, lexicon)
    if author is None:
        return None
    layout.tail_credits.append((index, author[0]))
    mark.byline = FoundByline(author[1])
    return "byline"


def _kind_of_short_line(
    layout: Layout, index: int, lexicon: Lexicon, title: str, last_text: int
) -> ParagraphKind:
    """Return the kind of a line that is no sentence: by what it says, else by what stands around it."""
    text = layout.marks[index].text
    if _is_correction(text):
        return "meta"
    if index > layout.body_start and is_link(text):
        return "chrome"
    if title and canonical(text) == title:
        return "repeat"
    return _kind_by_neighbours(layout, index, lexicon, last_text)


def _kind_by_neighbours(layout: Layout, index: int, lexicon: Lexicon, last_text: int) -> ParagraphKind:
    """Return the kind of a line that is no sentence, by what stands around it."""
    marks = layout.marks
    text = marks[index].text
    if text[0] in _QUOTES and len(text) > _LOOK_QUOTE and _is_pulled(marks, index):
        return "repeat"
    if marks[index - 1].kind == "body" and marks[index - 1].text[-1] == ":" and index > layout.body_start:
        return "body"
    before = marks[index - 1]
    if index > last_text:
        is_cited = '"' in text or "\u201d" in text  # a list of sources names their titles in marks
        return _kind_at_end(marks[index], lexicon, is_listed=before.kind == "chrome" and not is_cited)
    if (
        before.kind in ("chrome", "caption")
        and index > layout.body_start
        and (is_title_case(text) or text.casefold() in SECTIONS)
    ):
        return "chrome"
    return "chrome" if text.casefold() in SECTIONS else "body"


def _signed(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where the name stands in a line that is only an author's: `(Farah Naqvi)`, `— Farah Naqvi`."""
    name = text.strip(" ()[]—–-.")
    if name.count(" ") not in (1, 2) or not is_person(name) or lexicon.is_place_name(name):
        return None
    start = text.index(name)
    return start, start + len(name)


def _kind_at_end(mark: Mark, lexicon: Lexicon, *, is_listed: bool) -> ParagraphKind:
    """Return the kind of a line below the last running text."""
    text = mark.text
    if ends_sentence(text) and word_count(text) >= 2 and not is_initials(text):  # noqa: PLR2004
        return "body"
    found = read_line(text, lexicon)
    if found is not None:
        mark.dateline = found
        return "meta"
    if text[0] in "(—–-[" and not is_initials(text) and (person := _signed(text, lexicon)) is not None:
        mark.byline = FoundByline((person,))
        return "byline"
    if is_listed or is_initials(text) or word_count(text) <= _SHORT_WORDS or is_title_case(text):
        return "chrome"
    return "body"
