"""Paragraphs as tokens with their letters: what every extractor reads.

``Block("Zahid Chaudhri led.")`` has tokens ``["Zahid", "Chaudhri", "led", "."]`` and tags ``NNl.``
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from schemas.records import Span
from tasks.extract.country_forms import PAIR
from tasks.extract.cues import cues_in
from tasks.extract.mend import mend
from tasks.extract.words.plain import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemas.records import Article
    from schemas.reference.countries import CountryForm
    from tasks.extract.country_forms import CountryForms
    from tasks.extract.cues import Cues
    from tasks.extract.organisations import FoundOrganisation

READ_KINDS: Final = frozenset({"headline", "lede", "body", "caption"})
MAX_SENTENCE: Final = 400
"""Tokens of one sentence; a longer run is cut, so that no rule looks further."""
MAX_PARAGRAPH: Final = 200_000
"""Characters of one paragraph that are read; what comes after is no article's paragraph."""

_SENTENCE: Final = re.compile(r"(?<!H)\.[\"')]*(?!,)")


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph; `tags[k]` is the letter of `tokens[k]`, which starts at `text[starts[k]]`."""

    paragraph_no: int
    kind: str
    text: str
    tokens: list[str]
    starts: list[int]
    tags: str
    lowers: list[str]
    """The tokens in lower case."""
    cues: set[str]
    """Words of the paragraph in lower case, and parts of those with hyphens, that some search asks for."""
    countries: dict[int, tuple[int, CountryForm]] = field(default_factory=dict)
    """Token where a form of a country starts → token after its end, and the form."""
    organisations: list[FoundOrganisation] | None = None
    _sentences: list[tuple[int, int]] | None = None
    _low: str | None = None

    @property
    def low(self) -> str:
        """The text in lower case: an engine that ignores case takes four times as long."""
        if self._low is None:
            self._low = lowered(self.text)
        return self._low

    def end(self, place: int) -> int:
        """Give where a token ends."""
        return self.starts[place] + len(self.tokens[place])

    def holds(self, words: Cues) -> bool:
        """Say whether any of these words, which `cues` declared, stands in the paragraph."""
        return not words.isdisjoint(self.cues)

    def span(self, first: int, after: int) -> Span:
        """Give the span of tokens `first` up to, not including, `after`."""
        end = self.starts[after - 1] + len(self.tokens[after - 1])
        return Span(self.paragraph_no, self.starts[first], end)

    def words(self, first: int, after: int) -> str:
        """Give the text of tokens `first` up to, not including, `after`, as printed."""
        if after <= first:
            return ""
        return self.text[self.starts[first] : self.starts[after - 1] + len(self.tokens[after - 1])]

    def sentences(self) -> list[tuple[int, int]]:
        """Give the sentences as token ranges."""
        if self._sentences is not None:
            return self._sentences
        found: list[tuple[int, int]] = []
        first = 0
        for match in _SENTENCE.finditer(self.tags):
            after = match.end()
            while after - first > MAX_SENTENCE:
                found.append((first, first + MAX_SENTENCE))
                first += MAX_SENTENCE
            if after > first and (after == len(self.tokens) or not self.tokens[after][0].islower()):
                found.append((first, match.end()))
                first = match.end()
        while first < len(self.tags):
            found.append((first, min(first + MAX_SENTENCE, len(self.tags))))
            first += MAX_SENTENCE
        self._sentences = found
        return found


_WRITERS: Final = re.compile(
    r"\W*(?:Additional r|R)eporting by\b|\W*(?:Reporter:|Editor:|Editing by\b:?|Written by\b:?) "
)
_WRITER: Final = re.compile(r"[^.]{0,100}\b(?:[Ss]taff [Ww]riters?|[Cc]orrespondents?)\W*$")


def _names_writers(text: str) -> bool:
    """Say whether a paragraph tells who wrote, not what happened."""
    if "contributed to this report" in text or _WRITERS.match(text):
        return True
    return ("riter" in text or "orrespondent" in text) and _WRITER.match(text) is not None


def read_blocks(article: Article, forms: CountryForms) -> list[Block]:
    """Give the paragraphs that say something, in text order, without datelines, credits and bylines."""
    masks: dict[int, list[tuple[int, int]]] = {}
    spans = [fact.span for fact in article.datelines]
    spans += [fact.span for fact in article.credits] + [fact.span for fact in article.bylines]
    for span in spans:
        masks.setdefault(span.paragraph_no, []).append((span.start_char, span.end_char))
    return [
        block
        for number, paragraph in enumerate(article.paragraphs, start=1)
        if paragraph.kind in READ_KINDS
        and not _names_writers(paragraph.text)
        and (block := read_block(number, paragraph.kind, paragraph.text, forms, masks.get(number, ()))).tokens
    ]


def read_block(
    number: int, kind: str, text: str, forms: CountryForms, masks: Sequence[tuple[int, int]] = ()
) -> Block:
    """Give one paragraph as a block; what stands inside `masks` is not read."""
    tokens, starts, tags, marks = forms.pieces.cut(text[:MAX_PARAGRAPH])
    lowers = list(map(str.lower, tokens))
    cues = cues_in(lowers)
    if "-" in text:
        cues |= cues_in(part for word in lowers if "-" in word for part in word.split("-"))
    if masks:
        masked: set[int] = set()
        for low, high in masks:
            masked.update(range(bisect_left(starts, low), bisect_left(starts, high)))
        kept = [place for place in range(len(starts)) if place not in masked]
        tokens, tags = [tokens[place] for place in kept], [tags[place] for place in kept]
        starts = [starts[place] for place in kept]
        marks = {place: marks[old] for place, old in enumerate(kept) if old in marks}
    has_pairs = PAIR in marks.values()
    if has_pairs:
        marks = forms.split_pairs(tokens, starts, tags, marks)
    if masks or has_pairs:
        lowers = list(map(str.lower, tokens))
    countries = forms.mark(tokens, tags, marks)
    if "-" in tags:
        _loosen(tokens, starts, tags)
    mend(tokens, tags, marks)
    if "s' " in text or "s\u2019 " in text:
        _own(text, tokens, starts, tags, countries)
    countries = {place: form for place, form in countries.items() if tags[place] in "CA"}
    return Block(number, kind, text, tokens, starts, "".join(tags), lowers, cues, countries)


def _own(
    text: str,
    tokens: list[str],
    starts: list[int],
    tags: list[str],
    countries: dict[int, tuple[int, CountryForm]],
) -> None:
    """Tell the mark of who owns from that of a quote: *Honduras'* minister."""
    for after, _ in countries.values():
        if tags[after : after + 1] != ["'"] or tokens[after - 1][-1] != "s" or after + 1 == len(tags):
            continue
        opened = text.find(" '", 0, starts[after]) >= 0 or text.find("\u2018", 0, starts[after]) >= 0
        is_close = starts[after] == starts[after - 1] + len(tokens[after - 1])
        if is_close and not opened and text[0] != "'" and tokens[after + 1].isalpha():
            tags[after] = "s"


def _loosen(tokens: list[str], starts: list[int], tags: list[str]) -> None:
    """Tell a dash with spaces around it from a hyphen: only the hyphen joins words."""
    for place, tag in enumerate(tags):
        if tag == "-" and (
            (place and starts[place] > starts[place - 1] + len(tokens[place - 1]))
            or (place + 1 < len(tags) and starts[place + 1] > starts[place] + len(tokens[place]))
        ):
            tags[place] = "_"
