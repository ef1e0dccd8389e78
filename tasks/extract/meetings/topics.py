# ruff: noqa: SIM905 - lists of words read better as text
"""What was talked about: the nouns behind ``discussed``, ``took up``, ``talks on``, or before ``were discussed``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tasks.extract.blocks import Block
    from tasks.extract.meetings.found import FoundMeeting

_MEETING: Final = (
    r"talks|consultations?|dialogues?|negotiations?|meetings?|discussions?|sessions?|conferences?|workshops?"
    r"|exchanges?|seminars?|roundtables?|forums?|deliberations|conversations?|hearings?|commissions?"
    r"|committees?|(?:working|sub-?|contact) ?groups?|task forces?|panels?"
)
_MORE: Final = (
    r"expand|widen|deepen|boost|step up|speed up|expedite|promote|strengthen|enhance|increase|develop|resume"
    r"|reopen|open|launch|intensify|advance|accelerate|finali[sz]e|simplify|ease|broaden|foster|improve"
    r"|cooperate (?:in|on)|work together (?:in|on)|collaborate (?:in|on)|coordinate (?:in|on)"
)
_CUE: Final = re.compile(
    r"(?<!n't )(?<!n’t )(?<!not )\b(?:discuss(?:ed|es|ing)?|consider(?:ed|ing)|identified|(?:re-)?examin(?:ed?|es|ing)|address(?:ed|es)|review(?:ed|s|ing)?"
    r"|tak(?:e|es|ing) up|took up|touch(?:ed|es|ing)? (?:up)?on"
    r"|tak(?:e|es|ing) stock of|took stock of|(?:compar|swapp)(?:ed|es|ing) notes on|swap notes on|(?:dealt|deals|dealing) with|(?:went|go|going) over|(?:argued|hear[ds]?) about"
    r"|(?:exchang\w+|exchanges? of|shar(?:ed|ing)) (?:\w+ )?(?:views|opinions|ideas|notes|perspectives"
    r"|information) (?:with \w+ \w+ )?(?:on|about|regarding|over|concerning)"
    r"|tackl(?:ed|es|ing)|deliberat(?:ed|es|ing) (?:up)?on|(?:went|go|gone) through|look(?:ed|s)? (?:at|into)"
    r"|focus(?:ed|es|ing)?(?: \w+ly)? (?:up)?on|with a focus on|concentrat(?:ed|es|ing) on"
    r"|cent(?:re|er)(?:d|s)? (?:a?round|on)|dwel(?:t|led|ls) (?:up)?on|revolv(?:ed|es|ing) around"
    r"|(?:spoke|spoken|talk(?:ed|s)?) (?:about|on|over)|explor(?:ed?|es|ing)"
    r"|(?:talks?|agenda|discussions?|meeting|sides|parties|conversation|round|session) (?:also |will |would |to )?"
    r"(?:cover(?:ed|s)?|includ(?:ed|es?))|on the agenda (?:were|are|was|is)|to (?:discuss|consider)"
    r"|(?:items?|topics|subjects|issues|areas|priorities|themes)(?: \w+){0,3} (?:were|are|include[sd]?):?|papers were on"
    r"|(?:areas|agenda|items|topics|subjects|priorities|fields)(?: [\w-]+){0,7}:"
    rf"|(?:{_MEETING}) (?:focus(?:ed|ing) )?(?:on|about|over|regarding|concerning)"
    r"|(?:co-?operation|collaboration|contacts|joint work|partnership|progress) (?:in|on)"
    r"|(?:agreed|agree|agrees|pledged|decided|vowed|resolved|undertook|agreeing|pledging) "
    rf"(?:to (?:further |jointly |also )?(?:{_MORE})|on)"
    r"|(?:fields?|areas?|sectors?) (?:of|such as|like|including)|areas, namely"
    r"|(?:issues|matters|topics|subjects|questions|points)(?: of [\w ]{3,30}?)?,? (?:such as|including|like"
    r"|ranging from|pertaining to|related to|relating to|concerning|on)"
    r"|(?:memorand(?:um|a)(?: of understanding)?|agreements?|accord|pact|protocol|treaty|letter of intent|deal)"
    r" on)(?=\s(?!of ))"
)
_TOLD: Final = re.compile(
    r"\b(?:(?:were|was|are|is|will be|would be|to be|being|have been|has been|came|come) (?:also |all |then )?"
    r"(?:discussed|reviewed|touched (?:up)?on|taken up|raised|addressed|considered|examined|on the (?:agenda"
    r"|table)|under discussion|the main items|up for discussion)|figured (?:\w+ )?in\b|topp(?:ed|ing) the"
    r" agenda|dominat(?:ed|ing) the)"
)
"""What was talked about stands before these."""
_HINT: Final = re.compile(
    "iscuss|xamin|ddress|eview|ak(?:e|es|ing) (?:up|stock)|ook (?:up|stock)|ouch|otes|with|xchang|har|ackl|eliberat|through|ook|ocus"
    "|oncentrat|ent|wel|round|alk|spo|xplor|gend|tem|opic|apers|ations?|ialogue|eeting|ess|onferen|hop|inar|table"
    "|orum|onversation|earing|ommi|roup|orce|anel|operat|ollab|ork|artner|rogress|gree|ledg|ecid|vow|esolv"
    "|ields?|rea|ector|ssues|atters|ubject|uestion|oint|emorand|ccord|pact|rotocol|reat|etter|eal|aised|igured|ominat|onsider"
)
_GENERAL: Final = frozenset(
    """
    issues issue matters matter topics topic areas area views view ways way means steps subjects questions
    sidelines margins phone telephone video line interest concern it them this that these those others other
    things fields field date dates details terms basis side sides items months weeks days years hours minutes
    reporters journalists media press audience gathering students participants delegates position numbers
    satisfaction anything everything nothing something region relations ties board project play
    """.split()
)
_COURTESY: Final = re.compile(
    r"(?:issues?|matters?|topics?|areas?|subjects?|questions?|points?) of (?:\w+ )?(?:mutual|common|shared|joint)"
    r"|(?:mutual|common|shared) (?:interest|concern)|behalf of|condition|the (?:one|other) hand"
)
_OPENERS: Final = re.compile(
    r"(?:(?:the|an?|their|its|his|her|both|also|further|future|new|recent|latest|current|various|several|many"
    r"|some|all|other|certain|possible|ongoing|key|such|respective|more|closer|greater|this|that|these) "
    r"|(?:the )?(?:whole|full|entire|wide|broad) (?:range|spectrum|gamut) of "
    r"|(?:ways|means|steps|measures|efforts|plans|options|how|whether)(?: and means)? (?:to|of|for|on) (?:further )?(?:"
    + _MORE
    + r"|address|tackle|counter|combat|increase|find|bring|settle|ensure|reach|end)?(?=\s)\s"
    r"|(?:expanding|boosting|strengthening|enhancing|deepening|promoting|widening|increasing|developing"
    r"|improving|broadening|stepping up|furthering|fostering|building|intensifying|reviving|resuming) "
    r"|(?:issues?|matters?|areas?|topics?|questions?|aspects|state|status|progress|prospects|possibility"
    r"|possibilities|importance|need|implementation|latest|developments?) (?:of|for|on|in) "
    r"|(?:co-?operation|collaboration|contacts|joint work|work|ties|partnership) (?:in|on) (?:the )?"
    r"(?:(?:fields?|areas?|sectors?) of )?)",
    re.IGNORECASE,
)
_SHARED: Final = frozenset(
    "cooperation co-operation collaboration ties relations partnership sectors fields issues affairs".split()
)
"""Heads that all names of a list share: ``mining, space and farm cooperation``."""
_BARE: Final = re.compile(
    r".{2,}(?:al|ic|ive|ary|ous|wide|an|ese|ish)$|small|medium|large|high|low|public|private|foreign|civil$"
)
"""An adjective that waits for its noun: ``political`` in ``political and economic relations``."""
_OPEN_HEADS: Final = frozenset(
    "situation situations developments war conflict crisis environment peace stability security tensions aid"
    " operations events violence unrest elections role presence".split()
)
"""Nouns that take the place with them: ``the situation in Yemen``."""
_STOP: Final = frozenset(
    """
    while which where that who whose when as after before during since until so because although though at by
    in on with between from to into over under among amid through against towards via within without
    both said says say told were was is are will would shall may can could has have had be been being if
    than but such next last yesterday today tomorrow tonight once especially particularly notably mainly what how
    why followed or then also he she they we it its ahead following including according aimed aiming agreed signed
    left ended began took made opened came went drew saw gave ran got kept led brought put set broke fell rose
    due based ranging adding noting calling saying expressing making taking using held not only
    """.split()
)
_WITHIN: Final = frozenset("of for".split())
_MAX: Final = 12
_MAX_WORDS: Final = 7
_MAX_LIST: Final = 60
"""Tokens a list of topics may have."""

Topic = tuple[int, int, int]
Item = tuple[int, int]
"""Tokens of one topic: first, after."""


def share_topics(blocks: list[Block], meetings: Sequence[FoundMeeting]) -> None:
    """Give each topic to the meeting told last before it, to the first where none is."""
    if not meetings:
        return
    told = sorted(meetings, key=lambda meeting: (meeting.block, meeting.first))
    for number, start, end in find_topics(blocks):
        at = [m for m in told if (m.block, blocks[m.block].starts[m.first]) <= (number, end)]
        owner = at[-1] if at else told[0]
        if len(owner.topics) < _MAX:
            owner.topics.append((number, start, end))


def find_topics(blocks: list[Block]) -> list[Topic]:
    """Give the topics of an article in text order: block, first character, character after."""
    found: dict[str, Topic] = {}
    for number, block in enumerate(blocks):
        if block.kind != "caption" and _HINT.search(block.text):
            for first, after in sorted(set(_in_block(block))):
                words = block.words(first, after)
                found.setdefault(words.casefold(), (number, block.starts[first], block.starts[first] + len(words)))
    names = list(found)
    return [
        at
        for name, at in found.items()
        if not any(name != other and re.search(rf"\b{re.escape(other)}$", name) for other in names)
    ]


def _in_block(block: Block) -> Iterator[Item]:
    for cue in _CUE.finditer(block.text):
        first = bisect_left(block.starts, cue.end())
        yield from _listed(block, first, _end_of_sentence(block, first))
    for cue in _TOLD.finditer(block.text):
        after = bisect_left(block.starts, cue.start())
        yield from _listed(block, _start_of_clause(block, after), after)


def _end_of_sentence(block: Block, first: int) -> int:
    return next((after for low, after in block.sentences() if low <= first < after), first)


def _start_of_clause(block: Block, after: int) -> int:
    """Give where the subject of ``were discussed`` begins: behind the last stop, or the last word that joins."""
    first = next((low for low, high in block.sentences() if low < after <= high), after)
    if first < after and (block.lowers[first] in _STOP or block.tags[first] in "ijnb"):
        first = next((place + 1 for place in range(first, after) if block.tags[place] == ","), after)
    for place in range(after - 1, first - 1, -1):
        if block.tags[place] in '.;:("_' or block.lowers[place] in {"that", "with", "said", "while", "where"}:
            return place + 1
    return first


def _listed(block: Block, first: int, limit: int) -> Iterator[Item]:
    """Give the topics of a list: ``trade, mining and the care of cables`` has three."""
    parts = _parts(block, first, min(limit, first + _MAX_LIST))
    names = [tight for low, high in parts if (tight := _tight(block, low, high))]
    if len(names) > 1:
        low, high = names[-1]
        if block.lowers[high - 1] in _SHARED and high - low > 1:
            is_pair = len(names) == 2  # noqa: PLR2004
            if is_pair and _BARE.match(block.lowers[names[0][1] - 1]):
                names = [(names[0][0], high)]
            elif all(after - start == 1 for start, after in names[:-1]):
                names[-1] = (low, high - 1)
        elif _BARE.match(block.lowers[names[-2][1] - 1]) and names[-2][1] - names[-2][0] == 1:
            names[-2:] = [(names[-2][0], high)]
    for low, high in names:
        if _is_topic(block, low, high):
            yield low, high


def _parts(block: Block, first: int, limit: int) -> list[Item]:
    """Cut a list at its commas and at its last ``and``; an ``and`` inside a name with commas after it stays."""
    cuts: list[tuple[int, int, str]] = []
    place = first
    while place < limit:
        word, tag = block.lowers[place], block.tags[place]
        if word == "as" and block.lowers[place + 1 : place + 3] == ["well", "as"]:
            if place > first and not _BARE.match(block.lowers[place - 1]):
                cuts.append((place, place + 3, "and"))
            place += 3
            continue
        if tag == "&" or tag == ",":
            is_both = tag == "," and place + 1 < limit and block.tags[place + 1] == "&"
            cuts.append((place, place + 1 + is_both, "," if tag == "," and not is_both else ", and" if is_both else "and"))
            place += 1 + is_both
            if place < limit and (_is_clause(block, place) or block.lowers[place] in {"other", "others"}):
                limit = cuts[-1][0]
            continue
        if tag == "v" and cuts and cuts[-1][2] == ",":
            limit = cuts[-1][0]  # ``talks on ports, the ministry said``
            break
        if word.endswith("ed") and place > first and block.tags[place + 1 : place + 2] in tuple("ijnb.,;zw"):
            limit = place
            break
        if word == "this" and place > first:
            limit = place
            break
        if tag in '.;:()"_' or (word in _STOP and not _stays(block, first, place)) or tag in "Qvlaw":
            limit = place
            break
        place += 1
    ands = [cut for cut in cuts if cut[2] != "," and cut[0] < limit]
    last = ands[-1] if ands else None
    kept = [cut for cut in cuts if cut[0] < limit and (cut[2] != "and" or cut is last)]
    parts, low = [], first
    for start, after, _ in kept:
        parts.append((low, start))
        low = after
    parts.append((low, limit))
    return [(start, after) for start, after in parts if after > start]


def _is_clause(block: Block, place: int) -> bool:
    """Say whether a verb or a new subject follows the ``and``: the list ends before it."""
    word = block.lowers[place]
    return (
        block.tags[place] in "pvlw"
        or word in _STOP
        or (word.endswith("ing") and block.tags[place + 1 : place + 2] in tuple("djahpCN"))
        or (word.endswith("ed") and word not in {"need", "seed", "speed", "feed"} and block.tags[place] == "x")
    )


def _stays(block: Block, first: int, place: int) -> bool:
    """Say whether a preposition goes on with the name: ``situation in Yemen``, ``ways to``, ``how to``."""
    word = block.lowers[place]
    behind = block.lowers[place - 1] if place > first else ""
    if word in {"in", "around", "on", "between", "with"} and behind in _OPEN_HEADS:
        return True
    text = block.text[block.starts[max(first, place - 3)] : block.starts[place] + len(block.tokens[place]) + 1]
    return bool(_OPENERS.search(text + " ")) and word in {"in", "on", "to"} and bool(
        re.search(r"(?:operation|collaboration|contacts|work|ties|partnership|ways|means|steps|measures|efforts|how|plans|progress|developments?) $", text[: -len(word) - 1])
    )


def _tight(block: Block, low: int, high: int) -> Item | None:
    """Leave out what opens a name: articles, ``ways to boost``, ``cooperation in``."""
    while low < high:
        opener = _OPENERS.match(block.text, block.starts[low], block.ends[high - 1])
        if not opener:
            break
        after = bisect_left(block.starts, opener.end())
        if after >= high:
            break
        low = after
    while high > low and (block.tags[high - 1] in ",-&'d" or block.lowers[high - 1] in _WITHIN | {"as", "well"}):
        high -= 1
    if high - low > _MAX_WORDS:
        cut = next((place for place in range(low + 1, high) if block.lowers[place] == "for"), high)
        high = cut
    return (low, high) if high > low else None


def _is_topic(block: Block, low: int, high: int) -> bool:
    words, tags = block.words(low, high), block.tags[low:high]
    return (
        high - low <= _MAX_WORDS
        and len(words) > 2  # noqa: PLR2004
        and tags[0] not in "QDptko"
        and block.tags[max(low - 1, 0) : low] != "T"
        and not set(tags) <= set("CAcQD,-&")
        and block.lowers[high - 1] not in _GENERAL
        and block.lowers[low] not in _GENERAL
        and not _COURTESY.search(words)
        and not any(tag in "THR" for tag in tags)
    )
