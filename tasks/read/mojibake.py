"""UTF-8 that was once read as something else, read right again: ``GenÃ¨ve`` is ``Genève``.

Only what is certain: `ftfy` must judge the line bad *and* know a decoding that is better. Clean text pays
for a few searches of its bytes.
"""

from __future__ import annotations

import re
from typing import Any, Final

# Lead byte and a continuation byte of UTF-8, as cp1252 or Latin-1 shows them, in UTF-8.
_WESTERN: Final = re.compile(rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|[\xc5\xc6\xcb\xe2])")
# Russian in UTF-8 leads with D0 and D1, which cp1251 shows as the capitals Er and Es.
_CYRILLIC: Final = re.compile(
    "(?:[\u0420\u0421][\u00a0-\u00bf\u0400-\u040f\u0450-\u045f\u0490\u0491\u2010-\u2122]){4}"
)
_CYRILLIC_VOWELS: Final = "\u00b0\u0455\u00b5"
"""What follows the capital for a, o, e: no garbled line is without, clean Russian has next to none."""
_A_WORD: Final = 3
_USUAL: Final = re.compile("[\u00a0-\u024f\u2010-\u2122\U0001f000-\U0001ffff]")


def undo_mojibake(text: str, raw: bytes) -> tuple[str, int]:
    """Return the text with its garbled lines mended, and how many lines that were; `raw` is it in UTF-8."""
    western = b"\xc3" in raw and _WESTERN.search(raw) is not None
    if not western and not _may_be_cyrillic(text):
        return text, 0
    mended = 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.isascii() and (_WESTERN.search(line.encode()) or _CYRILLIC.search(line)):
            better = _fix(line)
            if better != line and _is_certain(line, better):
                lines[number] = better
                mended += 1
    return "\n".join(lines), mended


def _may_be_cyrillic(text: str) -> bool:
    return (
        "\u0420" in text and any(v in text for v in _CYRILLIC_VOWELS) and _CYRILLIC.search(text) is not None
    )


def _is_certain(line: str, better: str) -> bool:
    """Tell whether the repair gives what texts are made of: a word of any script, or Latin letters and marks.

    Two characters can be mojibake of a rare letter by chance; then they are more likely meant as they stand.
    """
    gained = [character for character in better if character not in line]
    return len(gained) >= _A_WORD or all(_USUAL.match(character) for character in gained)


def _fix(line: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding  # 0.1 s that clean text need not pay

    options: dict[str, Any] = {"replace_lossy_sequences": False, "fix_c1_controls": False}
    return fix_encoding(line, config=TextFixerConfig(**options))
