"""Words that only look like the name of a meeting: ``bilateral ties``, a press conference, a city council."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.words.meetings import BODY_NOUNS

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.anchors import Anchor


def is_adjective(block: Block, anchor: Anchor) -> bool:
    """Leave out ``bilateral ties``: only *a bilateral* is a meeting."""
    if block.tokens[anchor.noun].lower() not in {"bilateral", "trilateral"}:
        return False
    behind = block.tags[anchor.noun + 1 : anchor.noun + 2]
    return behind not in set(".,;)&ifrnwb") or block.tags[anchor.noun - 1 : anchor.noun] not in set("dhxm#")


_PARTIES: Final = frozenset(
    """
    ministers officials delegations governments envoys negotiators teams sides presidents leaders experts
    secretaries chiefs directors ministries navies armies countries states neighbours diplomats parliaments
    representatives commissioners agencies them
    """.split()  # noqa: SIM905
)


_UP_TO_VERB: Final = re.compile(r"[^inwvl.,;:]{1,9}")


def is_of_workers(block: Block, anchor: Anchor) -> bool:
    """Leave out ``talks between miners and dockers``: no state, body or office stands behind *between*."""
    if block.lowers[anchor.after : anchor.after + 1] != ["between"]:
        return False
    tags = _UP_TO_VERB.match(block.tags, anchor.after + 1)
    if tags is None:
        return False
    words = block.lowers[slice(*tags.span())]
    return not set("CAKNUTLG").intersection(tags.group()) and _PARTIES.isdisjoint(words)


_MARGINS: Final = frozenset({"sidelines", "sideline", "margins", "margin", "fringes", "edges"})


_ATTEND: Final = frozenset(
    "attend attends attended attending address addresses addressed addressing".split()  # noqa: SIM905
)


def is_venue(block: Block, anchor: Anchor) -> bool:
    """Leave out ``on the sidelines of the General Assembly session``: people met beside it."""
    before = block.lowers[max(anchor.first - 3, 0) : anchor.first]
    if anchor.score <= 1 and block.lowers[anchor.noun] == "forum" and not _ATTEND.isdisjoint(before):
        return True
    return not _MARGINS.isdisjoint(before)


def is_for_press(block: Block, anchor: Anchor) -> bool:
    """Leave out press conferences, and what a cabinet, a board or a party holds."""
    before = block.tokens[anchor.noun - 1].lower() if anchor.noun else ""
    is_plain = block.tokens[anchor.noun].lower() in {"meeting", "session", "sitting", "conference"}
    return before in {"press", "news", "media"} or (is_plain and before in _DOMESTIC)


_DOMESTIC: Final = frozenset(
    """
    cabinet board staff party parliamentary shareholders prayer peace-building council
    parliament faculty town family village class union hall court budget sales safety campaign
    """.split()  # noqa: SIM905
)


def is_person_like(block: Block, anchor: Anchor) -> bool:
    """Leave out words that only look like a meeting: a city council, a commission that speaks."""
    word = block.tokens[anchor.noun].lower()
    if word not in BODY_NOUNS:
        return False
    words = {token.lower() for token in block.tokens[anchor.first : anchor.after]}
    if word == "group" and not words & {"working", "consultative"}:
        return True
    if anchor.round_number is not None:
        return False
    is_capital = block.tokens[anchor.noun][0].isupper()
    if sum(tag in "CA" for tag in block.tags[anchor.first : anchor.noun]) > 1:
        return False  # a Belarus-Vietnam trade commission
    behind = block.lowers[anchor.noun + 1 : anchor.noun + 2]
    is_with = behind in (["with"], ["between"]) and not words.isdisjoint(_MEETING_BODIES)
    before = block.lowers[max(anchor.first - 2, 0) : anchor.first]
    if is_with or (before[1:] == ["their"] and before[0] in _HELD):
        return False
    return not is_capital or (
        words.isdisjoint(_MEETING_BODIES) and "C" not in block.tags[anchor.first : anchor.noun]
    )


_HELD: Final = frozenset(
    [
        "held",
        "hold",
        "holds",
        "opened",
        "open",
        "concluded",
        "convened",
        "resumed",
        "closed",
        "launched",
        "ended",
    ]
)
_MEETING_BODIES: Final = frozenset(
    {
        "joint",
        "intergovernmental",
        "inter-governmental",
        "ministerial",
        "working",
        "consultative",
        "bilateral",
        "trilateral",
        "mixed",
    }
)
