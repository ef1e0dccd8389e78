# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Paragraphs as tokens with their letters: what every extractor reads.

``Block("Zahid Chaudhri led.")`` has tokens ``["Zahid", "Chaudhri", "led", "."]`` and tags ``NNl.``
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from schemas.records import Span
from tasks.extract.tags import TAGS
from tasks.extract.words.given import has_given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from schemas.records import Article
    from schemas.reference.countries import CountryForm
    from tasks.extract.country_forms import CountryForms
    from tasks.extract.organisations import FoundOrganisation

READ_KINDS: Final = frozenset({"headline", "lede", "body", "caption"})
MAX_SENTENCE: Final = 400
"""Tokens of one sentence; a longer run is cut, so that no rule looks further."""
MAX_PARAGRAPH: Final = 200_000
"""Characters of one paragraph that are read; what comes after is no article's paragraph."""

_ABBREVIATED: Final = (
    "Dr|Lieut|[Rr]etd?|[Rr]td|Mr|Mrs|Ms|Prof|Lt|Gen|Maj|Brig|Col|Capt|Cdr|Adm|Sgt|Smt|Hon|Rev|Eng|Engr|Fr"
    "|Sr|Jr|St|Ste|No|Nos|Jan|Feb|"
    "Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Vol|Gov|Sen|Rep|Pres|Amb|Msgr|Adv|Inc|Ltd|Co|Corp"
)
_TOKEN: Final = re.compile(
    rf"(?:[^\W\d_]-)?(?:{_ABBREVIATED})\.(?!\w*\.\w)|[^\W\d_]\.(?:-?[^\W\d_]\.)*"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|['’]s\b(?!['’])"
    r"|[^\W\d_]+-St\.(?=\s[^\W\d_])"
    r"|[^\W\d_]+(?:(?:['’ʼ`](?!s\b)|-)(?:[^\W\d_]|\d)+)*"
    r"|[^\s\w]|\S"
)
_SENTENCE: Final = re.compile(r"\.[\"')]*(?!,)")


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph; `tags[k]` is the letter of `tokens[k]`, which is `text[starts[k]:ends[k]]`."""

    paragraph_no: int
    kind: str
    text: str
    tokens: list[str]
    starts: list[int]
    ends: list[int]
    tags: str
    countries: dict[int, tuple[int, CountryForm]] = field(default_factory=dict)
    """Token where a form of a country starts → token after its end, and the form."""
    organisations: list[FoundOrganisation] | None = None
    _sentences: list[tuple[int, int]] | None = None

    def span(self, first: int, after: int) -> Span:
        """Give the span of tokens `first` up to, not including, `after`."""
        return Span(
            paragraph_no=self.paragraph_no, start_char=self.starts[first], end_char=self.ends[after - 1]
        )

    def words(self, first: int, after: int) -> str:
        """Give the text of tokens `first` up to, not including, `after`, as printed."""
        return self.text[self.starts[first] : self.ends[after - 1]] if after > first else ""

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
    r"contributed to this report|^\W*(?:Additional r|R)eporting by\b"
    r"|^\W*(?:Reporter|Editor|Editing by|Written by)\b:? "
    r"|^[^.]{0,100}\b(?:[Ss]taff [Ww]riters?|[Cc]orrespondents?)\W*$"
)
"""Paragraphs that say who wrote, not what happened."""


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
        and not _WRITERS.search(paragraph.text)
        and (block := read_block(number, paragraph.kind, paragraph.text, forms, masks.get(number, ()))).tokens
    ]


def read_block(
    number: int, kind: str, text: str, forms: CountryForms, masks: Sequence[tuple[int, int]] = ()
) -> Block:
    """Give one paragraph as a block; what stands inside `masks` is not read."""
    found = [match.span() for match in _TOKEN.finditer(text, 0, MAX_PARAGRAPH)]
    if masks:
        found = [span for span in found if not any(low <= span[0] < high for low, high in masks)]
    starts = [start for start, _ in found]
    ends = [end for _, end in found]
    tokens = [text[start:end] for start, end in found]
    tags = [TAGS[token] for token in tokens]
    countries = forms.mark(tokens, starts, ends, tags)
    if "-" in tags:
        _loosen(starts, ends, tags)
    _mend(tokens, tags)
    countries = {place: form for place, form in countries.items() if tags[place] in "CA"}
    return Block(number, kind, text, tokens, starts, ends, "".join(tags), countries)


def _loosen(starts: list[int], ends: list[int], tags: list[str]) -> None:
    """Tell a dash with spaces around it from a hyphen: only the hyphen joins words."""
    for place, tag in enumerate(tags):
        if tag == "-" and (
            (place and starts[place] > ends[place - 1])
            or (place + 1 < len(tags) and starts[place + 1] > ends[place])
        ):
            tags[place] = "_"


_GENERAL_AFTER: Final = frozenset(
    {
        "director",
        "secretary",
        "attorney",
        "inspector",
        "governor",
        "consul",
        "auditor",
        "surgeon",
        "chairman",
        "surveyor",
        "adjutant",
        "postmaster",
        "registrar",
        "comptroller",
        "solicitor",
        "advocate",
        "controller",
    }
)
_AIR: Final = frozenset({"commodore", "marshal", "commander", "vice-marshal", "vice", "chief"})
_OF_STAFF: Final = (["of", "Staff"], ["of", "staff"])
_ALSO_NAMES: Final = frozenset(
    {"dean", "bishop", "porter", "mason", "cook", "page", "guard", "potter", "major", "weaver"}
)
_RANK_STARTS: Final = frozenset({"group", "wing", "flight", "field", "fleet", "squadron", "master"})
_RANK_ENDS: Final = frozenset(
    {"captain", "commander", "lieutenant", "leader", "marshal", "admiral", "sergeant"}
)
_ALSO_BEFORE: Final = frozenset(
    {
        "deputy",
        "chief",
        "principal",
        "consul",
        "attorney",
        "inspector",
        "co-chair",
        "executive",
        "leader",
        "head",
        "official",
        "master",
    }
)
"""Words that are an office alone and a part of one before another: ``deputy``, ``deputy minister``."""


def _mend(tokens: list[str], tags: list[str]) -> None:  # noqa: C901, PLR0912, PLR0915
    """Put right the letters that depend on a neighbour: ``Director General``, ``deputy minister``."""
    last = len(tokens) - 1
    for place, tag in enumerate(tags):
        if tag in "Nx" and place < last and tokens[place].lower() in _RANK_STARTS:
            if tokens[place + 1].lower() in _RANK_ENDS:
                tags[place] = "R"
            continue
        if tag == "N" and tokens[place] == "Tan" and tokens[place + 1 : place + 2] in (["Sri"], ["Seri"]):
            tags[place] = "H"
        if tag == "I" and tokens[place : place + 2] == ["H", "E"]:
            tags[place : place + 2] = "HH"
        if tag == "Q" and place < last and tags[place + 1] in "NI" and tokens[place] in _MONTH_NAMES:
            if not place or tags[place - 1] not in "ifDnz#j":
                tags[place] = "N"
            continue
        if tag in "Tt" and tokens[place + 1 : place + 3] in (["at", "Large"], ["in", "Chief"]):
            tags[place + 1 : place + 3] = "cc"
        if (
            tag == "w"
            and tokens[place] == "do"
            and 0 < place < last
            and tags[place - 1] + tags[place + 1] == "NN"
        ):
            tags[place] = "y"
        if tag == "v" and tokens[place] == "Said" and place and tags[place - 1] in "yNHR" and place < last:
            if tags[place + 1] in "Ny":
                tags[place] = "N"
            continue
        if (
            tag == "H"
            and tokens[place] in {"Sultan", "Prince", "Malik"}
            and tags[place + 1 : place + 2] == ["y"]
        ):
            tags[place] = "N"
        if tag in "GQTRC" and place and tags[place - 1] == "N" and _is_surname(tokens, tags, place):
            tags[place] = "N"
            continue
        if tag not in "RTtmMGzxCO":
            continue
        word = tokens[place].lower()
        if word == "joint" and tokens[place + 1 : place + 4] == ["Chiefs", "of", "Staff"]:
            tags[place + 1 : place + 4] = "Gcc"
        behind = tags[place + 1] if place < last else "."
        if word == "chief" and tokens[place + 1 : place + 3] in _OF_STAFF:
            tags[place + 1 : place + 3] = "cc"
            continue
        if (
            word == "general"
            and place
            and tags[place - 1] in "Tt"
            and tokens[place - 1].lower() in _GENERAL_AFTER
        ):
            tags[place] = "c"
        elif (
            tag == "t"
            and word in {"head", "chair", "co-chair"}
            and place
            and (tags[place - 1] == "w" or tokens[place - 1] == "to")
        ):
            tags[place] = "l"
        elif (
            tag in "Tt"
            and word in _ALSO_BEFORE
            and (behind in "MmTtGC" or (word == "deputy" and behind in "ANEOK"))
            and not (place and tags[place - 1] == "h" and behind == "N")
        ):
            tags[place] = "M" if tag == "T" else "m"
        elif (tag == "M" and tokens[place] == "New" and behind == "N") or (
            tag == "T" and word in _ALSO_NAMES and place and tags[place - 1] in "TtHR" and behind == "N"
        ):
            tags[place] = "N"
        elif tag == "R" and word == "general" and behind in "TM":
            tags[place] = "M"
        elif tag == "R" and word == "commander" and behind in "f,":
            tags[place] = "T"
        elif tag == "z" and tokens[place] == "Under" and behind == "T":
            tags[place] = "M"
        elif (word in _RANK_STARTS and place < last and tokens[place + 1].lower() in _RANK_ENDS) or (
            tag in "MG"
            and word in {"air", "vice"}
            and place < last
            and tokens[place + 1].lower() in _AIR | {"admiral"}
        ):
            tags[place] = "R"
        elif tag == "C" and behind == "N" and place and tags[place - 1] in "TtHR" and len(tokens[place]) > 3:  # noqa: PLR2004
            tags[place] = "N"  # Economist Togo Amechi
        elif tag == "C" and (behind == "N" or (place and tags[place - 1] == "N")):
            _mend_name(tokens, tags, place)


def _is_surname(tokens: list[str], tags: list[str], place: int) -> bool:
    """Tell that Peter *Law*, Theresa *May* and Kathy *Ireland* are people, by the given name in front."""
    word = tokens[place]
    before = tags[place - 2] if place > 1 else "."
    is_held = tags[place] == "C" and before in "tTHR"
    if not (word in _ALSO_SURNAMES or is_held) or not has_given(tokens[place - 1]):
        return False
    behind = tags[place + 1] if place + 1 < len(tags) else "."
    return before not in "NUi" and behind not in "NUOGETMLKCsfR-"


def _mend_name(tokens: list[str], tags: list[str], place: int) -> None:
    """Tell that ``Chad Olivera`` and ``Wellington Jordan`` are people, ``Jordan Valley`` is no country."""
    if tokens[place] in _GIVEN and (place + 1 == len(tags) or tags[place + 1] != "s"):
        tags[place] = "N"


_ALSO_SURNAMES: Final = frozenset(
    """
    Law Power Field West North East South Long Short Good Small Major Minor Rice Gold Silver Steel Wood Park
    Hall Hill Lake Bridge Rivers Waters Bank Banks Price Cash Sugar Peace Justice Pope Bishop King Prince
    Knight May March August Day Street Church House Palace Temple Young New Best Cook Judge Marshal Marshall
    Constable Porter Mason Baker Butcher Barber Carpenter Farmer Fisher Gardener Miller Painter Potter Singer
    Turner Tailor Taylor Weaver Driver Chancellor Dean Page Guard Archer Hunter Forester Shepherd Steward
    England Holland Ireland Jordan Israel France Wales Britain English French German Welsh Irish Norway
    Poland Spain
    """.split()  # noqa: SIM905 - lists of words read better as text
)
"""Words that are family names too, behind a given name and before nothing that goes on with capitals."""
_MONTH_NAMES: Final = frozenset({"Jan", "April", "May", "June", "August"})
"""Months that are given names too: ``Jan Lindqvist``, never ``in June Lindqvist``."""
_GIVEN: Final = frozenset(
    {"Chad", "Jordan", "Georgia", "Holland", "Mali", "Dane", "Finn", "Scot", "Turk", "Lao", "Bharat"}
)
