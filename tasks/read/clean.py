r"""Decoded text made storable: ``"\ufeffLima\r\nPoli\x00ce"`` is ``"Lima\nPolice"``, with 1 repair.

Line ends become ``\n`` and text becomes NFC silently: both say the same as before. What was damage is
counted: controls removed, surrogates replaced, mojibake undone, C1 controls read as the cp1252 they were.
"""

from __future__ import annotations

import re
from operator import and_
from typing import Final
from unicodedata import combining, is_normalized, normalize

from tasks.read.mojibake import undo_mojibake

PLAIN_BYTES: Final = bytes([0x09, 0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)])
"""Bytes that need no look when text is UTF-8; those of two or more bytes are looked at by other means."""

_C1_BYTES: Final = re.compile(rb"\xc2[\x80-\x9f]")
_LINE_ENDS: Final = re.compile("\r+\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_ODD: Final = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\U0010ffff]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_MARKS_STEP: Final = 64
_MARKS_KEPT: Final = 30
"""As the Stream-Safe Text Format (UAX #15) allows; a longer run makes normalising quadratic."""


def clean(text: str, raw: bytes | None = None, controls: bytes | None = None) -> tuple[str, int]:
    """Return the text as `schemas.records.Document` wants it, and how many places were repaired.

    `raw` is the text in UTF-8 and `controls` what of it is not plain, if the caller has them: looking at
    bytes is what keeps clean text cheap.
    """
    if raw is None:
        raw = text.encode("utf-8", "surrogatepass")
    if controls is None:
        controls = raw.translate(None, PLAIN_BYTES)
    if controls and not controls.strip(b"\r"):  # nothing but the line ends of Windows, as a rule
        text = text.replace("\r\n", "\n")
        controls = b"\r" if "\r" in text else b""
    has_controls = bool(controls)
    if text.isascii():
        return _clean_controls(text) if has_controls else (text, 0)
    surrogates = 0
    if b"\xed" in raw:
        text, surrogates = _replace_surrogates(text)
        raw = text.encode()
    text, undone = undo_mojibake(text, raw)
    removed = cut = 0
    if has_controls or undone or _has_odd_marks(text, raw):
        text, removed = _clean_controls(text)
    if any(map(combining, text[::_MARKS_STEP])):
        text, cut = _cut_mark_runs(text)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text, surrogates + undone + removed + cut


def _has_odd_marks(text: str, raw: bytes) -> bool:
    """Tell C1 controls, line and paragraph separators and byte order marks."""
    c1 = b"\xc2" in raw and _C1_BYTES.search(raw) is not None
    return c1 or "\ufeff" in text or "\u2028" in text or "\u2029" in text


def _clean_controls(text: str) -> tuple[str, int]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if _ODD.search(text) is None:
        return text, 0
    return _CONTROLS.subn(_meant, _LINE_ENDS.sub("\n", text))


def _meant(control: re.Match[str]) -> str:
    """Read a C1 control as what cp1252 has at that byte (an apostrophe, a dash); drop every other control."""
    character = control.group()
    if "\x80" <= character <= "\x9f":
        return character.encode("latin-1").decode("cp1252", "ignore")
    return ""


def _replace_surrogates(text: str) -> tuple[str, int]:
    """Join surrogate pairs (CESU-8) to the character they mean; replace those that stand alone."""
    found = len(_SURROGATES.findall(text))
    if not found:
        return text, 0
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _SURROGATES.sub("\ufffd", joined), found


def _cut_mark_runs(text: str) -> tuple[str, int]:
    """Shorten absurd runs of combining marks; any run of 128 holds two sampled places next to each other."""
    sampled = [combining(character) > 0 for character in text[::_MARKS_STEP]]
    if not any(map(and_, sampled, sampled[1:])):
        return text, 0
    kept: list[str] = []
    run = 0
    for character in text:
        run = run + 1 if combining(character) else 0
        if run <= _MARKS_KEPT:
            kept.append(character)
    return "".join(kept), len(text) - len(kept)
