"""Words that name a meeting: ``8th round of the Pakistan-Japan Security Dialogue``, ``talks``, ``received``.

A background anchor is of another meeting than the one reported: the previous round, the next one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tasks.extract.cues import cues
from tasks.extract.meetings.looks import is_adjective, is_for_press, is_of_workers, is_person_like, is_venue
from tasks.extract.meetings.rounds import round_of
from tasks.extract.words.meetings import (
    CAPITAL_NOUNS,
    COUNTERS,
    MEETING_NOUNS,
)

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_LEFT: Final = "MmGNAKUBE#CcTLxeDsO-&tk'/R"
_MAX_ANCHORS: Final = 40
"""More than any article has."""
_MAX_LEFT: Final = 12
_TAIL: Final = re.compile(
    r"(?:f[dh]?(?:[MGNAKUBE#TLO]c*|Cc*"
    r"|[-&/sDxekm'])+)?(?:[rn][dh]?(?:[GMNEATO]c*-?){1,4}(?:,[GM]{1,2}(?=[,&]))*(?:,?&(?:[GMNE]c*){1,3})?)?"
)
_BETWEEN: Final = re.compile(r"zd?(?:[CAK]c*|[GN])(?:,d?[CAK]c*)*(?:,?&d?(?:[CAK]c*))+")
_MET_WORDS: Final = cues(
    """
    met meet meets receive received receives called call reception banquet dinner lunch dialled phoned
    telephoned talks spoke conversation visit down chaired chairs greet greets agreed share
    """.split()  # noqa: SIM905
)
"""Of these each phrase of `_MET` holds one."""
_NOUN: Final = re.compile(r"[EeO]")
_OFFICIALS: Final = re.compile(r"[Lkg]")
_OTHERS: Final = frozenset({"previous", "last", "next", "earlier", "past", "preceding"})
_TIMES: Final = frozenset("week month year monday tuesday wednesday thursday friday saturday sunday".split())  # noqa: SIM905
_BACK: Final = re.compile(
    r"\b(?:prior to\b(?=[^.]*\bhad\b)|(?:round|session|meeting|edition|talks|dialogue) (?:took place"
    r"|was held|were held|sat|was) in [^.]*\b(?:19|20)\d\d"
    r"|(?:round|session|meeting|edition) (?:is|are) (?:due|pencilled|already)|since (?:19|20)\d\d"
    r"|last (?:year|autumn|spring|month)\b|no (?:new )?dates?\b[^.]{0,40}\bfor an? )",
)
_NOW: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|this (?:week"
    r"|morning|afternoon"
    r"|evening|month|year)|now|will|(?:is|are) (?:to|due|set|expected)|(?:has|have) been (?:put|pushed"
    r"|moved|called"
    r"|deferred|delayed|postponed|cancelled|shelved|rescheduled)|first\b[^.,;]{0,60}\bsince"
    r"|for the first time)\b"
)
"""What ties a sentence to today's news, also where it looks back."""
_AHEAD: Final = re.compile(
    r"\b(?:on the eve of|ahead of|before|for hosting)(?: (?:the|an?))?$", re.IGNORECASE
)
_YEAR: Final = re.compile(
    r"(?:\b(?:in|of|since)|[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|May|June|July|August|September"
    r"|October|November|December)\s+((?:1\d|20)\d\d)\b"
)
_MET: Final = re.compile(
    r"\b(?:met(?! with (?:an?|the) (?:accident|end))|meets?"
    r"|receive[sd]?(?! (?:(?:on )?\w+day |today |yesterday |here )?an? (?:\w+ )?(?:message|letter|invitation"
    r"|report|medal|prize|award|doctorate|cheque|donation)\b)|called on"
    r"|paid a (?:courtesy|farewell) call|hosted a (?:reception|banquet|dinner|lunch)|dialled|phoned"
    r"|telephoned|held talks|spoke (?:to|with)|"
    r"telephone conversation|spoke by|(?:official|state|working) visit|visit by|s[ai]t down"
    r"|(?:co-)?chair(?:ed|s)|greets?|have agreed|share the chair)\b"
)
_AT_HOME: Final = re.compile(
    r"\b(?:[Pp]arliament|[Cc]abinet|[Ss]enate|[Aa]ssembly|[Cc]ongress|[Ll]egislature|[Bb]oard|[Ll]awmakers) $"
)
"""Who meets at home."""
BUSINESS: Final = re.compile(
    r"\b(?:merger|takeover|(?:the|both) (?:two )?(?:companies|firms|clubs)|shareholders"
    r"|annual general meeting)\b"
)
"""Words of what companies hold."""
_GATHERED: Final = re.compile(
    r"\b(?:gather(?:s|ed)?|conven(?:es?|ed)|(?:is|are|was|were) (?:meeting|gathering)|(?:come|came"
    r"|comes) together"
    r"|brought [^.]{0,80}? together|(?:went|go|goes|returned?|returns"
    r"|back) (?:back )?to the (?:negotiating )?table"
    r"|resum(?:ed|es?) (?:work|talks|negotiations)|exchang(?:ed|es?) views|(?:had|have) (?:dinner|lunch"
    r"|breakfast|tea|coffee)"
    r"|broke bread|sat|huddled|conferred|joined hands|g[eo]t(?:ting)? together|negotiat(?:ed|es?|ing)"
    r"|took part"
    r"|attend(?:ed|s)?)\b"
)
"""Verbs that make a meeting only of officials, delegations or teams."""


class Anchor(NamedTuple):
    """A phrase that names a meeting: tokens `first` up to `after`; `noun` is its last word for it."""

    block: int
    sentence: tuple[int, int]
    first: int
    after: int
    noun: int
    round_number: int | None
    series: tuple[int, int] | None
    is_background: bool
    is_verb: bool = False

    @property
    def score(self) -> int:
        """How much it says."""
        return 2 * (self.series is not None) + 2 * (self.round_number is not None) + (not self.is_verb)


def find_anchors(blocks: list[Block], quoted: list[list[tuple[int, int]]], year: int | None) -> list[Anchor]:
    """Give the anchors of an article outside direct speech, in text order."""
    found: list[Anchor] = []
    for number, block in enumerate(blocks):
        if block.kind == "caption":
            continue
        for sentence in block.sentences():
            found += _in_sentence(number, block, sentence, quoted[number], year)
            if len(found) > _MAX_ANCHORS:
                return found
    return found


def name_at(number: int, block: Block, sentence: tuple[int, int], place: int, *, is_verb: bool) -> Anchor:
    """Give the name of a meeting around the word for it at token `place`, or only that word of a verb."""
    is_back = _is_back(block.words(*sentence), None)
    if is_verb:
        return Anchor(number, sentence, place, place + 1, place, None, None, is_back, is_verb=True)
    return _anchor(number, block, sentence, place, block.words(*sentence), is_back=is_back)


def background(anchors: list[Anchor]) -> set[tuple[int, int]]:
    """Give the sentences that tell of another meeting only."""
    back = {(anchor.block, anchor.sentence[0]) for anchor in anchors if anchor.is_background}
    return back - {(anchor.block, anchor.sentence[0]) for anchor in anchors if not anchor.is_background}


def _in_sentence(
    number: int, block: Block, sentence: tuple[int, int], quoted: list[tuple[int, int]], year: int | None
) -> list[Anchor]:
    low, high = sentence
    found: list[Anchor] = []
    text = block.words(low, high)
    is_back: bool | None = None
    noun = _NOUN.search(block.tags, low, high)
    while noun is not None:
        place = noun.start()
        after = place + 1
        if _may_name(block, place) and _outside(quoted, place):
            is_back = _is_back(text, year) if is_back is None else is_back
            anchor = _anchor(number, block, sentence, place, text, is_back=is_back)
            after = max(anchor.after, after)
            if not (
                is_person_like(block, anchor)
                or is_for_press(block, anchor)
                or is_adjective(block, anchor)
                or is_venue(block, anchor)
                or is_of_workers(block, anchor)
            ):
                found.append(anchor)
        noun = _NOUN.search(block.tags, after, high)
    is_ahead = bool(found) and all(_AHEAD.search(_before(block, anchor)) for anchor in found)
    may_meet = (is_ahead or not found) and block.holds(_MET_WORDS)
    match = _MET.search(text) if may_meet else None
    if match and _AT_HOME.search(text, 0, match.start()):
        match = None
    if not found and match is None and _OFFICIALS.search(block.tags, low, high):
        match = _GATHERED.search(text)
    if match:
        is_back = _is_back(text, year) if is_back is None else is_back
        start = block.starts[low] + match.start()
        first = next((p for p in range(low, high) if block.starts[p] >= start), low)
        if _outside(quoted, first):
            found.append(Anchor(number, sentence, first, first + 1, first, None, None, is_back, is_verb=True))
    return found


def _may_name(block: Block, place: int) -> bool:
    """Say whether a word can name a meeting; a force only if it is a task force."""
    word = block.lowers[place]
    return (
        word in MEETING_NOUNS
        or word in CAPITAL_NOUNS
        or (word == "force" and block.lowers[place - 1] == "task")
    )


def _outside(quoted: list[tuple[int, int]], place: int) -> bool:
    return not any(low <= place < high for low, high in quoted)


def _is_back(text: str, year: int | None) -> bool:
    if _NOW.search(text):
        return False
    if _BACK.search(text.lower()):
        return True
    years = {int(found) for found in _YEAR.findall(text)}
    return bool(years) and year is not None and all(found < year or found > year + 1 for found in years)


def _is_another(block: Block, first: int, noun: int) -> bool:
    """Say whether the words before a name tell of another meeting: *the previous round*, *next session*."""
    for place in range(max(first - 2, 0), noun):
        if block.tokens[place].lower() in _OTHERS and block.tokens[place + 1].lower() not in _TIMES:
            return True
    return False


def _anchor(
    number: int, block: Block, sentence: tuple[int, int], noun: int, text: str, *, is_back: bool
) -> Anchor:
    tags, low = block.tags, sentence[0]
    first = noun
    while (
        first > low
        and noun - first < _MAX_LEFT
        and (tags[first - 1] in _LEFT + '"' or _is_repeated(block, first) or block.tokens[first - 1] == "+")
    ):
        if tags[first - 1] == '"':
            opened = tags.rfind('"', max(low, first - 7), first - 1)
            if opened < 0:
                break
            first = opened
            continue
        if tags[first - 1] == "#":
            first -= 1
            break
        first -= 1
    while first < noun and tags[first] in "s-&c'/x" and not (tags[first] == "x" and _is_kept(block, first)):
        first += 1
    after = noun + 1
    while after < sentence[1] and tags[after] in "Ee":
        after += 1
    noun = after - 1
    tail = _TAIL.match(tags, after, sentence[1])
    if tail:
        after = _trim(tags, after, tail.end())
    between = _BETWEEN.match(tags, after, sentence[1])
    if between and block.tokens[after].lower() == "between":
        after = between.end()
    after = _without_plans(block, noun + 1, after)
    round_number = round_of(block, first, after, text)
    series = _series(block, first, after)
    anchor = Anchor(number, sentence, first, after, noun, round_number, series, is_background=is_back)
    if not is_back and (_AHEAD.search(_before(block, anchor)) or _is_another(block, first, noun)):
        return anchor._replace(is_background=True)
    return anchor


def _is_repeated(block: Block, first: int) -> bool:
    """Say whether ``to`` stands between the same words: *Navy to Navy Talks*."""
    return block.tags[first - 1] == "j" and first > 1 and block.tokens[first - 2] == block.tokens[first]


def _before(block: Block, anchor: Anchor) -> str:
    """Give the few words before a name."""
    low = anchor.sentence[0]
    return block.words(max(low, anchor.first - 5), anchor.first) if anchor.first > low else ""


_PLANS: Final = frozenset({"slated", "scheduled", "due", "planned", "set", "next"})
"""Words behind a name that tell when it is to be."""


def _without_plans(block: Block, low: int, after: int) -> int:
    while after > low and block.lowers[after - 1] in _PLANS:
        after -= 1
    return after


def _is_kept(block: Block, first: int) -> bool:
    """Keep a noun before the meeting's word (``water dialogue``), drop a verb (``resumed talks``)."""
    word = block.tokens[first].lower()
    return not word.endswith(("ed", "ing")) and word not in _VERBS


_VERBS: Final = frozenset(
    """
    hold holds held host hosts start starts begin begins began open opens resume resumes launch conclude
    concludes wrap conduct conducts attend attends discuss discusses review reviews convene convenes
    """.split()  # noqa: SIM905
)


def _trim(tags: str, low: int, after: int) -> int:
    while after > low and tags[after - 1] in "frndh&-s',/":
        after -= 1
    return after


def _series(block: Block, first: int, after: int) -> tuple[int, int] | None:
    """Give the proper name inside the phrase: from its first capital to its last noun of a meeting."""
    tags = block.tags
    nouns = [
        place
        for place in range(first, after)
        if tags[place] in "EO" and block.tokens[place].lower() in MEETING_NOUNS - COUNTERS
    ]
    if not nouns:
        return None
    start = end = nouns[-1]
    while start > first and (
        tags[start - 1] in "MGNAKUBECc-&sTLOR'/" or (tags[start - 1] == "#" and start - 1 > first)
    ):
        if tags[start - 1] == "#":
            break
        start -= 1
    while start < end and tags[start] in "-&s'/c":
        start += 1
    stop = end + 1
    while stop < after and tags[stop] in "rnfd&GMNAETCc-":
        stop += 1
    stop = _trim(tags, end + 1, stop)
    return (start, stop) if stop - start > 1 else None
