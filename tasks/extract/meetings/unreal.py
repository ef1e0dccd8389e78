"""Talks that are only spoken of: ``called for talks``, ``no talks``, ``should meet``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.cues import cues

if TYPE_CHECKING:
    from tasks.extract.meetings.anchors import Anchor
    from tasks.extract.meetings.scene import Scene

_WORDS: Final = cues(
    """
    no any without call calls called calling urge urges urged urging demand demands demanded demanding refuse
    refuses refused refusing reject rejects rejected rejecting should must ought need needs cannot can never
    """.split()  # noqa: SIM905
)
_BEFORE: Final = re.compile(
    r"\b(?:no|any|without|call(?:s|ed|ing)? (?:\w+ ){0,3}for|urg(?:es?|ed|ing)|demand(?:s|ed|ing)?"
    r"|(?:refus|reject)(?:es|s|ed|ing)?"
    r"|(?:should|must|ought to|needs? to|can ?not) (?:\w+ ){0,2}(?:hold|start|resume|have|begin|enter|open))"
    r" (?:(?:the|an?|new|fresh|direct|more|further|peace|formal|immediate|urgent|early|into|\w+al) ){0,3}$",
    re.IGNORECASE,
)
_VERB_BEFORE: Final = re.compile(r"\b(?:should|must|ought to|needs? to|can ?not|never) (?:\w+ )?$")
_BEHIND: Final = re.compile(r"[\w -]{0,40}?\b(?:cannot|can not|must|should|can never|will never)\b")


def is_unreal(scene: Scene, anchor: Anchor) -> bool:
    """Say whether the text names a meeting only to deny it, or to say that there ought to be one."""
    block = scene.blocks[anchor.block]
    if anchor.round_number or anchor.series or not block.holds(_WORDS):
        return False
    low, high = anchor.sentence
    before = block.words(low, anchor.first) + " "
    if anchor.is_verb:
        return _VERB_BEFORE.search(before) is not None
    behind = block.text[block.end(anchor.after - 1) : block.end(high - 1)]
    return bool(_BEFORE.search(before) or _BEHIND.match(behind))
