# ruff: noqa: RUF001 - raw files print these signs
"""A link to another story inside a text: `READ | Why ferries run late`, `▶ The flood`.

At the top of a page such a line may be its headline (`Explainer: What is the lake treaty?`), so these are
asked below the body's first paragraph only.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 140
_SIGNS: Final = "▶►▸»→☞▪"
_LABEL: Final = re.compile(
    r"(?i:read(?: (?:this|here|next|in full))?|watch(?: (?:this|here|video|now))?|listen(?: (?:here|now))?"
    r"|see|look|play|more|next|related|recommended|suggested(?: reading)?|trending|explained|explainer"
    r"|opinion|comment|analysis|editorial|factbox|timeline|quiz|video|audio|podcast|gallery|infographic"
    r"|profile|in (?:pictures|pics|photos|video|numbers|charts)|live(?: (?:updates|blog|now))?|follow live"
    r"|from (?:the|our) archives?|check out|top (?:story|stories|news)|must[ -](?:read|watch)|don['’]t miss"
    r"|also on [\w .'’&-]{2,30}|in case you missed it|icymi|background|big story|exclusive)"
    r" ?[:|›>] ?(?=[^\W\d_a-z]|[‘'“\"])"
)


def is_link(text: str) -> bool:
    """Return whether a line that is no sentence sends the reader to another story."""
    if len(text) > _LONGEST:
        return False
    if text[0] in _SIGNS:
        return True
    return ("|" in text or ":" in text or "›" in text or ">" in text) and _LABEL.match(text) is not None
