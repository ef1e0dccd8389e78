"""One meeting described: its name, series and round, and how, when and where it is held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.calendars import Calendar
from tasks.extract.meetings.found import FoundMeeting, Side
from tasks.extract.meetings.how import is_hybrid, is_off, mode_of, nearest_verb
from tasks.extract.meetings.rounds import ordinal
from tasks.extract.meetings.when import new_day, now, weekday_of_dateline, when_of
from tasks.extract.meetings.where import place_beside, place_of
from tasks.extract.words.meetings import CARDINALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.found import When
    from tasks.extract.meetings.scene import Scene

_FAILED: Final = re.compile(r"\b(?:failed to|did not|could not|were unable to)\b")
"""What did not come to pass on a day gone by."""
_INSTEAD: Final = re.compile(r"\binstead\b")
_OPENING: Final = 3
"""Blocks of the opening."""


def describe(
    scene: Scene, best: Anchor, anchors: list[Anchor], sides: list[Side], *, is_main: bool
) -> FoundMeeting:
    """Give the meeting that `best` names; the other anchors are looked at for what it does not say."""
    block = scene.blocks[best.block]
    round_number = best.round_number
    if round_number is None:
        round_number = next((a.round_number for a in anchors if a.round_number and _is_same(a, best)), None)
    round_number = round_number or _times(scene, anchors) or (_after_firsts(scene) if is_main else None)
    meeting = FoundMeeting(
        best.block, best.first, best.after, block.words(best.first, best.after),
        _series(scene, best, anchors, sides), round_number, "verb" if best.is_verb else "noun", list(sides),
    )  # fmt: skip
    _circumstances(scene, meeting, best, anchors, is_main=is_main)
    return meeting


def _is_same(anchor: Anchor, best: Anchor) -> bool:
    return anchor.block <= best.block + 4


def _times(scene: Scene, anchors: list[Anchor]) -> int | None:
    """Find ``the committee met for the fifth time``, ``the eighth in the series``."""
    for anchor in anchors:
        block = scene.blocks[anchor.block]
        off = is_off([_sentence(scene, anchor)])
        for place in range(*anchor.sentence):
            if off and block.lowers[place - 1] == "a":
                continue  # put off a second time
            if block.tags[place] == "#" and place + 1 < len(block.tokens):
                behind = [token.lower() for token in block.tokens[place + 1 : place + 4]]
                value = ordinal(block.tokens[place])
                is_time = behind[:1] == ["time"] and behind[1:2] not in (["this"], ["in"], ["since"])
                is_such = behind[:1] == ["such"] and block.tags[place - 1 : place] == "d"
                if value and value > 1 and (is_time or is_such or behind == ["in", "the", "series"]):
                    return value
    return None


_NTH_TIME: Final = re.compile(
    r"\b(?:for|is|was|be) (?:the|their) (?P<nth>[a-z]+|\d+(?:st|nd|rd|th)) (?:time|such|encounter|meeting"
    r"|gathering|retreat|session|edition)\b(?! (?:in|since"
    r"|this|that (?:week|month)))"
)
_FIRSTS: Final = re.compile(
    r"\bhost(?:ed|s)?(?: to)? the first (?P<count>two|three|four|five)(?: rounds?| editions?| meetings?"
    r"| sessions?)?(?=[,.;]|$)"
    r"|\bthe first (?P<count2>two|three|four|five)(?: rounds| editions| meetings| sessions| dialogues)?"
    r" (?:were held|took place)\b",
    re.IGNORECASE,
)


def _after_firsts(scene: Scene) -> int | None:
    """Find ``met for the eighth time``; and ``Doha was host to the first two``: this is the third."""
    for block in scene.blocks[: _OPENING + 1]:
        if block.kind == "body" and (nth := _NTH_TIME.search(block.text)):
            value = ordinal(nth["nth"])
            if value and value > 1:
                return value
        if block.kind == "body" and "first of its kind" in block.text:
            return 1
    for block in scene.blocks:
        if block.kind == "body" and "the first " in block.text and (match := _FIRSTS.search(block.text)):
            return CARDINALS[(match["count"] or match["count2"]).lower()] + 1
    return None


def _series(scene: Scene, best: Anchor, anchors: list[Anchor], sides: list[Side]) -> str | None:
    named = (
        best if best.series else next((a for a in anchors if a.series and a.block <= best.block + 2), None)
    )
    if named is None or named.series is None:
        return None
    block = scene.blocks[named.block]
    first, after = named.series
    words = block.words(first, after)
    if any(tag in "CAK" for tag in block.tags[first:after]) or "-" in block.tags[first:after]:
        return words
    names = [_side_name(scene, side) for side in sides]
    return f"{'-'.join(name for name in names if name)} {words}" if names and all(names) else words


def _side_name(scene: Scene, side: Side) -> str | None:
    """Give a side as the article prints it first."""
    if side.organisation:
        return side.organisation
    for block in scene.blocks:
        for first, (after, form) in sorted(block.countries.items()):
            if form.kind == "name" and form.codes == (side.country,):
                return block.words(first, after)
    return None


def _circumstances(
    scene: Scene, meeting: FoundMeeting, best: Anchor, anchors: list[Anchor], *, is_main: bool
) -> None:
    meeting.status = status_at(scene, best, anchors, is_main=is_main)
    reach = {"held": 6, "planned": 3}.get(meeting.status, 2)
    near = [anchor for anchor in anchors if anchor.block <= best.block + reach]
    if meeting.status in {"postponed", "cancelled"}:
        near = [anchor for anchor in near if is_off([_sentence(scene, anchor)])]
    if meeting.status == "planned" and not best.is_verb:
        near = [anchor for anchor in near if not (anchor.is_verb and _is_held(scene, anchor))]
    _how(scene, meeting, best, near, is_main=is_main)
    _when(scene, meeting, best, anchors, near, is_main=is_main)


def _how(scene: Scene, meeting: FoundMeeting, best: Anchor, near: list[Anchor], *, is_main: bool) -> None:
    texts = list(dict.fromkeys(_sentence(scene, anchor) for anchor in [best, *near]))
    meeting.place = place_of(scene.blocks, [best, *near], scene.article, scene.lexicon)
    meeting.mode, meeting.mode_method = mode_of(texts, meeting.status, has_place=meeting.place is not None)
    if meeting.mode_method is None and best.is_verb and not any(map(is_hybrid, texts)):
        meeting.mode, meeting.mode_method = "in_person", "default"  # who will call on somebody goes there
    if meeting.mode == "virtual":
        meeting.place = None
    elif meeting.place is None and is_main and meeting.status == "held" and meeting.mode:
        meeting.place = place_beside(scene, best)


def _when(
    scene: Scene,
    meeting: FoundMeeting,
    best: Anchor,
    anchors: list[Anchor],
    near: list[Anchor],
    *,
    is_main: bool,
) -> None:
    captions = {block.text for block in scene.blocks if block.kind == "caption"}
    calendar = _calendar(scene)
    dated = _dated(scene, meeting, best, anchors, is_main=is_main)
    if meeting.status == "postponed":
        meeting.when = next((when for text in dated if (when := new_day(text, calendar))), None)
    named = " ".join(_sentence(scene, anchor) for anchor in [best, *near])
    own = _sentence(scene, best)
    for text, at in dated.items() if meeting.when is None else ():
        status = "held" if meeting.status == "cancelled" and _FAILED.search(text) else meeting.status
        when = when_of(text, calendar, status, at=at, context=named, is_named=text == own)
        meeting.when = _in_its_time(when, calendar, meeting.status)
        if meeting.when and meeting.when.precision == "month" and text in captions:
            meeting.when = None
        if meeting.when:
            break
    if meeting.when is None and meeting.status == "held":
        meeting.when = next((when for text in dated if (when := now(text, calendar))), None)


def status_at(scene: Scene, best: Anchor, anchors: list[Anchor], *, is_main: bool) -> str:
    """Give the status: what was called off by its verb, else the verb nearest to a name of the meeting."""
    opening = [block.words(*block.sentences()[0]) for block in scene.blocks[:2]] if is_main else []
    off = is_off([_sentence(scene, best), *opening])
    if off and best.is_verb and _INSTEAD.search(_sentence(scene, best)):
        return status_of_words(scene, best) or "held"  # a call in place of the trip that was called off
    if off:
        return off
    counted = [
        a for a in anchors if a.round_number and best.round_number is None and a.block <= best.block + 2
    ]
    for anchor in [*counted[:1], best, *(a for a in anchors if a.block <= max(best.block + 2, 3))]:
        if found := status_of_words(scene, anchor):
            return found
    return "held"


def status_of_words(scene: Scene, anchor: Anchor) -> str | None:
    """Give planned or held as the verb nearest to a name says; None without one."""
    block = scene.blocks[anchor.block]
    low = block.starts[anchor.sentence[0]]
    start, end = block.starts[anchor.first] - low, block.end(anchor.after - 1) - low
    return nearest_verb(_sentence(scene, anchor), start, end)


def _is_held(scene: Scene, anchor: Anchor) -> bool:
    """Say whether a verb tells of a meeting that was held: what is planned beside it is another."""
    return status_at(scene, anchor, [], is_main=False) == "held"


def _in_its_time(when: When | None, calendar: Calendar, status: str) -> When | None:
    """Leave out days that cannot be: one gone by for what is planned, one to come for what was held."""
    today = calendar.published
    if status == "planned" and when and when.partial and when.partial == calendar.partial:
        return None
    if when and when.start and re.fullmatch(r"\d{4}-\d\d", calendar.partial or ""):
        month = when.start.isoformat()[:7]
        if month < calendar.partial if status == "planned" else month > calendar.partial:  # type: ignore[operator]
            return None
    if when is None or today is None or when.start is None or when.precision != "day":
        return when
    is_wrong = when.start < today if status == "planned" else when.start > today and status == "held"
    return None if is_wrong else when


def _calendar(scene: Scene) -> Calendar:
    """Give what days are counted from; without a year the text must tell the dateline's weekday."""
    article = scene.article
    if article.published_date:
        return Calendar(article.published_date)
    texts = [block.text for block in scene.blocks[:4] if block.kind in {"lede", "body"}]
    return Calendar(None, article.published_partial, weekday_of_dateline(texts))


def _dated(
    scene: Scene, meeting: FoundMeeting, best: Anchor, anchors: list[Anchor], *, is_main: bool
) -> dict[str, tuple[int, int]]:
    """Give the sentences a date is looked for in, with the place of the meeting's name in each."""
    found: dict[str, tuple[int, int]] = {}
    is_ahead = meeting.status == "planned" and not best.is_verb
    held = {(a.block, a.sentence) for a in anchors if is_ahead and a.is_verb and _is_held(scene, a)}
    for anchor in [best, *anchors]:
        is_other = anchor.is_verb and not best.is_verb and meeting.status == "held"
        if (anchor.block, anchor.sentence) in held:
            continue
        if anchor.block <= best.block + 1 or (anchor.block <= _OPENING and not is_other):
            block = scene.blocks[anchor.block]
            low = block.starts[anchor.sentence[0]]
            span = (block.starts[anchor.first] - low, block.end(anchor.after - 1) - low)
            found.setdefault(_sentence(scene, anchor), span)
    if meeting.status in {"held", "planned"} and is_main and best.block <= _OPENING:
        for text in _also_dated(scene, held, with_captions=meeting.status == "held"):
            found.setdefault(text, (0, 0))
    return found


def _also_dated(
    scene: Scene, held: set[tuple[int, tuple[int, int]]], *, with_captions: bool
) -> Iterator[str]:
    """Give the first sentences of the opening, but those of what was held before, then captions."""
    for number, block in enumerate(scene.blocks[:_OPENING]):
        if block.kind in {"lede", "body"}:
            yield from (block.words(*s) for s in block.sentences()[:2] if (number, s) not in held)
    for block in scene.blocks if with_captions else ():
        if block.kind == "caption" and "ile photo" not in block.text:
            yield block.text


def _sentence(scene: Scene, anchor: Anchor) -> str:
    return scene.blocks[anchor.block].words(*anchor.sentence)
