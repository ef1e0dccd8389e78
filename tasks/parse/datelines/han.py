# ruff: noqa: RUF001, RUF002 - raw files print these signs
"""Chinese, Japanese and Korean heads.

`新华网北京9月12日电 (记者…)`; `【東京共同】`; `(서울=연합뉴스) 홍길동 기자 = `.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.datelines.found import Form, Found, cut
from tasks.parse.dates.written import Written, find_dates

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_DAY: Final = r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)"
_REPORTER: Final = (
    r"(?:\s*[(（](?:(?:见习|特派)?(?:记者|記者|通讯员|编译|特约)\s?(?P<persons>[^()（）]{0,40})"
    r"|(?P<bare>[\u4e00-\u9fff]{2,3}(?:[ 、][\u4e00-\u9fff]{2,3}){0,2}))[)）])?"
)
_DESK: Final = re.compile(
    rf"\s*(?P<credit>[^\s\d，。(（【]{{2,8}}?)[讯訊](?=\s?[(（](?:见习|特派)?(?:记者|記者|通讯员)){_REPORTER}[，,:：]?\s*"
)
_OWN: Final = re.compile(r"\s*本(?:报|報|台|网|網|刊|社)[讯訊][:：，]?\s+")
_TOLD: Final = re.compile(
    r"\s*据?(?P<credit>[^\s\d，。:：(（【]{2,8}?)(?:客户端)?(?:\d{1,2}日)?(?:消息|快讯|快訊|综合报道|報道|报道|电|電|讯|訊)"
    r"(?:[:：]|\s)\s*"
)
_NAMES: Final = re.compile(r"[^\s,，、/和]{2,4}")
_WIRE: Final = re.compile(
    rf"\s*(?P<credit>新华社|新華社|新华网|中新社|中新网|中新网客户端|本报|本報|本刊|人民网|央视网|环球网|中央社|法新社|路透社|美联社"
    rf"|[^\s\d，。(（【\[]{{2,8}}?(?:社|网|網|报|報))?\s?(?P<place>[^\s\d，。:：()（）【】]{{0,12}}?)"
    rf"(?P<date>{_DAY})[电電讯訊]{_REPORTER}[，,:：]?\s*"
)
_BOXED: Final = re.compile(
    r"\s*[【\[［(（](?P<body>[^】\]］)）\n]{2,50}?(?:报导|報導|报道|報道|[电電讯訊]|共同|時事|ロイター|時報|AFP))(?P<more>[^】\]］)）]{0,12})"
    r"[】\]］)）]\s*[-–—=＝]?\s*"
)
_KOREAN: Final = re.compile(
    r"\s*[(\[](?P<place>[^=()\[\]\s]{2,12})\s?=\s?(?P<credit>[^()\[\]]{2,20})[)\]]\s*"
)
_KOREAN_REPORTER: Final = re.compile(
    r"(?P<person>[가-힣]{2,4})(?:[ ·,] ?(?P<second>[가-힣]{2,4}))?(?: 특파원| 기자)\s?=\s*"
)
_BOX_PERSON: Final = re.compile(r"\s*【(?P<place>[^=＝【】\s]{2,12})[=＝](?P<person>[^=＝【】]{2,12})】\s*")
_BOX_REPORTER: Final = re.compile(r"(?:记者|記者)\s?(?P<words>[^\s\d\W]{2,9})")
_BOX_PLACE: Final = re.compile(r"[/／／](?P<place>[^\s\d\W]{2,5}?)(?:[报報][导導道]|[电電]|特稿)")
_BOX_CREDITS: Final = (
    "共同",
    "時事",
    "ロイター",
    "中央社",
    "大纪元",
    "大紀元",
    "新华社",
    "新华网",
    "AFP=時事",
    "AFP",
)


def _wire(head: str, lexicon: Lexicon) -> Found | None:
    """Return `新华网北京9月12日电 `: who, where, when, wired."""
    match = _WIRE.match(head)
    if match is None:
        return None
    place = cut(match, "place")
    if place is not None and not lexicon.is_place_name(match["place"]):
        place = None
    own = match["credit"] in (None, "本报", "本報", "本刊")
    return Found(
        start=match.start("credit") if match["credit"] else match.start("place"),
        end=match.end(),
        place=place,
        date=_day(head, match),
        credit=None if own else cut(match, "credit"),
        persons=_persons(match),
    )


def _desk(head: str, lexicon: Lexicon) -> Found | None:
    """Return `本报讯(记者何川)`: the paper's own, without a day."""
    match = _DESK.match(head)
    if match is None:
        return _told(head, lexicon)
    is_known = lexicon.agency(match["credit"]) is not None
    return Found(
        start=match.start("credit"),
        end=match.end(),
        credit=cut(match, "credit") if is_known else None,
        persons=_persons(match),
    )


def _told(head: str, lexicon: Lexicon) -> Found | None:
    """Return `新华社快讯：`, `据新华社电 `, `本报讯 `: who told it, without place, day or reporter."""
    own = _OWN.match(head)
    if own is not None:
        return Found(start=0, end=own.end())
    match = _TOLD.match(head)
    if match is None or lexicon.agency(match["credit"]) is None:
        return None
    return Found(start=match.start("credit"), end=match.end(), credit=cut(match, "credit"))


def _persons(match: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Return the reporters of `(记者王某 李某某)`."""
    start, end = match.span("bare" if match["bare"] else "persons")
    return () if start < 0 else tuple(name.span() for name in _NAMES.finditer(match.string, start, end))


def _day(head: str, match: re.Match[str]) -> Written | None:
    start, end = match.span("date")
    return next(find_dates(head, start, end), None)


def _boxed(head: str, lexicon: Lexicon) -> Found | None:
    """Return `【東京共同】`, `（中央社記者王小明台北1日電）`, `【大纪元2020年01月01日讯】`."""
    named = _BOX_PERSON.match(head)
    if named is not None and lexicon.is_place_name(named["place"]):
        return Found(
            start=named.start("place") - 1,
            end=named.end(),
            place=cut(named, "place"),
            persons=(named.span("person"),),
        )
    match = _BOXED.match(head)
    if match is None:
        return None
    start, end = match.start("body"), match.end("more")
    inside = head[start:end]
    credit = next((name for name in _BOX_CREDITS if name in inside), None)
    at = start + inside.index(credit) if credit else -1
    return Found(
        start=start - 1,
        end=match.end(),
        place=_place_in(inside, start, lexicon) or _place_behind(head, start, end, lexicon),
        date=next(find_dates(head, start, end), None),
        credit=(at, at + len(credit)) if credit else None,
        persons=_boxed_reporter(head, start, end, lexicon),
    )


def _place_behind(head: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the place that follows a reporter's name: `【记者何川北京报导】`."""
    match = _BOX_REPORTER.search(head, start, end)
    if match is None:
        return None
    slashed = _BOX_PLACE.search(head, match.end(), end)
    if slashed is not None and lexicon.is_place_name(slashed["place"]):
        return slashed.span("place")
    words = match["words"]
    for length in (3, 2, 4):
        for size in (4, 3, 2):
            if len(words) >= length + size and lexicon.is_place_name(words[length : length + size]):
                at = match.start("words") + length
                return (at, at + size)
    return None


def _boxed_reporter(head: str, start: int, end: int, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Return the reporter of `记者何青云台北4月3日`: what is left between the word and a known place."""
    match = _BOX_REPORTER.search(head, start, end)
    if match is None:
        return ()
    words = match["words"]
    for length in (3, 2, 4):
        rest = words[length:]
        if not rest or lexicon.is_place_name(rest):
            return ((match.start("words"), match.start("words") + min(length, len(words))),)
    return ()


def _place_in(inside: str, offset: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the place name at the start or just before the day of a boxed head."""
    first = re.match(r"[^\s\d\W]{2,8}", inside)
    if first is None:
        return None
    word = first[0]
    for length in range(min(len(word), 6), 1, -1):
        if lexicon.is_place_name(word[:length]):
            return (offset, offset + length)
    before_day = re.search(r"([^\s\d\W]{2,4})(?=(?:\d{1,2}月)?\d{1,2}日)", inside)
    if before_day is not None:
        word = before_day[1]
        for length in range(len(word), 1, -1):
            if lexicon.is_place_name(word[-length:]):
                return (offset + before_day.end() - length, offset + before_day.end())
    return None


def _korean(head: str, _lexicon: Lexicon) -> Found | None:
    """Return `(서울=연합뉴스) 홍길동 기자 = `."""
    match = _KOREAN.match(head)
    if match is None:
        return None
    reporter = _KOREAN_REPORTER.match(head, match.end())
    return Found(
        start=match.start("place") - 1,
        end=reporter.end() if reporter else match.end(),
        place=cut(match, "place"),
        credit=cut(match, "credit"),
        persons=tuple(reporter.span(name) for name in ("person", "second") if reporter[name])
        if reporter
        else (),
    )


FORMS: Final = (
    Form(name="han_wire", needs="电電讯訊", read=_wire, is_dated=True, is_foreign=True),
    Form(name="han_desk", needs="讯訊电電道息", read=_desk, is_foreign=True),
    Form(name="han_boxed", needs="【[［(（", read=_boxed, is_foreign=True),
    Form(name="korean", needs="=", read=_korean),
)
