"""Lines that speak to the reader of a page, or of the page itself, in whatever words.

`Log in to see what members get!`; `Every comment is read by our desk first`; `This text came in on an agency
feed and was not edited`; `May not be reprinted without consent`. Each needs two signs that stories do not
have together, and nobody who says or quotes it.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST_ADDRESSED: Final = 260
_PRONOUN: Final = re.compile(r"\b(?:you|your|yours|our|us|we|readers?|members?)\b")
_SITE: Final = re.compile(
    r"\b(?:newsletters?|inbox|subscri(?:be|bers?|ptions?)|log ?in|logged in|sign (?:in|up)|signed (?:in|up)"
    r"|browser|cookies?|javascript|home ?screen|notifications?|captcha|whatsapp|telegram"
    r"|free (?:stories|articles)|(?:stories|articles) (?:a|per|this) (?:month|week)|at no cost|ad ?blocker"
    r"|this (?:page|site|website)"
    r"|(?:your|each|every|all|reader) comments?|comments? (?:section|policy|below|rules)"
    r"|our (?:app|channel|newsdesk|newsroom|editors|website|site|desk)|already a (?:member|subscriber)"
    r"|(?:hit|press|tap|click)\b.{0,20}\b(?:button|link|here|below|bell))\b"
)
_FEED: Final = re.compile(
    r"\b(?:(?:news|agency|wire|syndicated|rss|partner|unedited|automated) feeds?"
    r"|syndicated (?:content|story|copy)|wire copy|agency copy)\b"
)
_HANDLED: Final = re.compile(
    r"\b(?:edited|unedited|headline|staff|desk|unchanged|untouched|auto\w*|taken from|came in|modif\w+"
    r"|as received|published from|not been)\b"
)
_COPIED: Final = re.compile(
    r"\b(?:reproduc\w+|reprint\w*|republish\w*|republication|redistribut\w+|rebroadcast|rewritten|copied)\b"
)
_FORBIDDEN: Final = re.compile(
    r"\b(?:may not|must not|do not|not be|prohibited|forbidden|permission of|consent of|all rights"
    r"|rights reserved|(?:prior|written|express) (?:permission|consent))\b"
)
_TOLD: Final = re.compile(r"\b(?:was|were|had)\b")
"""Of what was copied once a story tells; a notice speaks of what may be."""
_VOICES: Final = (" said", " told ", " says", " added", " asked", '"', "\u201c", "\u201d", "\u00ab")


_MAY: Final = (
    "subscri", "newslett", "inbox", "Log in", "log in", "Sign in", "sign in", "Sign up", "sign up", "cookie",
    "browser", "omment", "feed", "eprodu", "epubli", "eprint", "copied", "ebsite", "membership", "homescreen",
)  # fmt: skip


def may_be_addressed(text: str) -> bool:
    """Return whether a paragraph nobody says has one of the words that such lines have: most have none."""
    return any(map(text.__contains__, _MAY)) and not _is_spoken(text)


def is_addressed(line: str, key: str) -> bool:
    """Return whether a line, casefolded in `key`, is the page's own word to its reader."""
    if len(line) > LONGEST_ADDRESSED:
        return False
    if "feed" in key or " copy" in key or "syndicated" in key:
        if _FEED.search(key) is not None and _HANDLED.search(key) is not None:
            return not _is_spoken(line)
    elif ("repr" in key or "republi" in key or "redist" in key or "copied" in key) and (
        _COPIED.search(key) is not None and _FORBIDDEN.search(key) is not None
    ):
        return _TOLD.search(key) is None and not _is_spoken(line)
    if _PRONOUN.search(key) is None or _SITE.search(key) is None:
        return False
    return not _is_spoken(line)


def _is_spoken(line: str) -> bool:
    return any(map(line.__contains__, _VOICES))
