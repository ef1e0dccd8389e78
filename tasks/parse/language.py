# ruff: noqa: RUF001 - raw files print these signs
"""The language of a body: by its script or its commonest words where they decide, else by CLD2.

`الحكومة` may be Arabic, Urdu, Sindhi or Pashto: letters only one of them has decide before the model does.
None where nothing is certain.
"""

from __future__ import annotations

import re
from typing import Final

import pycld2

_SAMPLE: Final = 900
_LEAST: Final = 12
_UNSAFE: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|https?://\S+|\S+@\S+"
)
_ENGLISH: Final = (" the ", " of ", " to ", " and ", " in ")
_OWN_WORDS: Final = {
    "fr": (" et ", " les ", " des ", " une ", " du ", " dans ", " le ", " à ", " par "),
    "es": (" y ", " el ", " los ", " las ", " por ", " según ", " fue "),
}
"""Words of which a language's texts are full and its neighbours' are not; the first stands in most."""
_SHARE: Final = 55
"""One of these words in so many characters makes the text one of the language."""

_LETTERS: Final = (
    ("sd", re.compile(r"[ڄڃڳٻڪڻڦ]")),
    ("ps", re.compile(r"[ښړۍېڅځ]")),
    ("ur", re.compile(r"[ٹڈڑے]")),
    ("fa", re.compile(r"[پچژگ]")),
)
_OTHER_SCRIPT: Final = re.compile(r"[\u0370-\u1fff\u2c00-\ud7af]")
_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]+"), 8),
    ("ko", re.compile(r"[\uac00-\ud7af]+"), 6),
    ("zh", re.compile(r"[\u3400-\u9fff]+"), 6),
    ("ta", re.compile(r"[\u0b80-\u0bff]+"), 6),
    ("te", re.compile(r"[\u0c00-\u0c7f]+"), 6),
    ("kn", re.compile(r"[\u0c80-\u0cff]+"), 6),
    ("ml", re.compile(r"[\u0d00-\u0d7f]+"), 6),
    ("si", re.compile(r"[\u0d80-\u0dff]+"), 6),
    ("pa", re.compile(r"[\u0a00-\u0a7f]+"), 6),
    ("gu", re.compile(r"[\u0a80-\u0aff]+"), 6),
    ("or", re.compile(r"[\u0b00-\u0b7f]+"), 6),
    ("th", re.compile(r"[\u0e00-\u0e7f]+"), 6),
    ("el", re.compile(r"[\u0370-\u03ff]+"), 6),
    ("he", re.compile(r"[\u0590-\u05ff]+"), 6),
    ("hy", re.compile(r"[\u0530-\u058f]+"), 6),
    ("ka", re.compile(r"[\u10a0-\u10ff]+"), 6),
    ("am", re.compile(r"[\u1200-\u137f]+"), 6),
    ("my", re.compile(r"[\u1000-\u109f]+"), 6),
    ("km", re.compile(r"[\u1780-\u17ff]+"), 6),
)
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]+")
_CYRILLIC_LETTERS: Final = (
    ("kk", re.compile(r"[әқғұһ]", re.IGNORECASE)),
    ("be", re.compile(r"ў", re.IGNORECASE)),
    ("uk", re.compile(r"[їєґ]", re.IGNORECASE)),
    ("mk", re.compile(r"[ѓќѕ]|\b(?:оваа|овој|беше|што|двете|според)\b", re.IGNORECASE)),
    ("sr", re.compile(r"[ђћљњџ]", re.IGNORECASE)),
    ("tg", re.compile(r"[ҷӣӯ]", re.IGNORECASE)),
    (None, re.compile(r"[өүң]", re.IGNORECASE)),
    ("ru", re.compile(r"[ыэ]|[а-я]{3}(?:ое|ого|ение|ется)\b|\b(?:для|это|после)\b", re.IGNORECASE)),
)
_ARABIC: Final = re.compile(r"[\u0600-\u06ff]+")
_ALIASES: Final = {
    "zh-Hant": "zh",
    "iw": "he",
    "jw": "jv",
    "in": "id",
    "no": "nb",
    "sh": "sr",
    "bs": "bs",
    "mo": "ro",
}


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text, or None when it is not certain."""
    sample = text[:_SAMPLE]
    if len(sample) < _LEAST and sample.isascii():
        return None
    if _is_english(sample):
        return "en"
    for code, words in _OWN_WORDS.items():
        if words[0] in sample and has_enough(sample, words, max(3, len(sample) / _SHARE)):
            return code
    if _OTHER_SCRIPT.search(sample) is not None:
        scripted = _by_script(sample)
        if scripted is not None:
            return scripted
    return _by_model(sample)


def _is_english(sample: str) -> bool:
    return _ENGLISH[0] in sample and has_enough(sample, _ENGLISH, max(2, len(sample) / _SHARE))


def is_plainly(text: str, language: str) -> bool:
    """Return whether a text of an article is so plainly in its language that no model need be asked."""
    words = _OWN_WORDS.get(language)
    return words is not None and has_enough(text, words, max(2, len(text) / _SHARE))


def has_enough(text: str, words: tuple[str, ...], least: float) -> bool:
    """Return whether the words, counted in turn, stand in the text so many times."""
    hits = 0
    if least < len(words):
        for word in words:  # to find a word once is cheaper than to count it
            if word in text:
                hits += 1
                if hits >= least:
                    return True
        hits = 0
    for word in words:
        hits += text.count(word)
        if hits >= least:
            return True
    return False


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample)) or 1
    arabic = _count(_ARABIC, sample)
    if arabic * 2 > letters:
        return _by_arabic_letters(sample, arabic)
    if _count(_CYRILLIC, sample) * 2 > letters:
        return _by_model(sample) or _by_cyrillic_letters(sample)
    for code, pattern, least in _SCRIPTS:
        hits = _count(pattern, sample)
        if hits >= least and hits * 3 > letters * (0.15 if code == "ja" else 1):
            return code
    return None


def _count(runs: re.Pattern[str], sample: str) -> int:
    """Return how many characters stand in runs of a script."""
    return sum(map(len, runs.findall(sample)))


def _by_cyrillic_letters(sample: str) -> str | None:
    """Return the language whose own letters stand in the text; Kyrgyz and Mongolian share theirs."""
    return next((code for code, pattern in _CYRILLIC_LETTERS if pattern.search(sample)), None)


def _by_arabic_letters(sample: str, letters: int) -> str | None:
    for code, pattern in _LETTERS:
        hits = len(pattern.findall(sample))
        if hits * 60 >= letters and hits > 0:
            return code
    return _by_model(sample) or "ar"


def _by_model(sample: str) -> str | None:
    clean = _UNSAFE.sub(" ", sample)
    try:
        reliable, _, details = pycld2.detect(clean, bestEffort=False)
    except pycld2.error:
        return None
    if not reliable:
        return None
    code: str = details[0][1]
    if code in ("un", "xxx"):
        return None
    return _ALIASES.get(code, code)
