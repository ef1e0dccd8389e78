r"""Which charset of the time before Unicode these bytes are in: ``b"\xc0\xf1\xf2\xe0"`` is cp1251.

A charset is believed when the text it gives is *plausible*: nearly all that is not ASCII is of the letters
its languages use, and stands as they place it (no capital after a small letter, no final letter inside a
word). Languages are asked (pycld2) only where several charsets give plausible text: those of Latin letters.
"""
# ruff: noqa: RUF001 - letters of other scripts look like Latin ones; here they are meant

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ENOUGH: Final = 0.9
_SAMPLE_BYTES: Final = 64_000

_MARKS: Final = "\u00a0«»“”„‘’‚–—…•№§©®°·€£"
_RUSSIAN: Final = "А-яЁёЄєІіЇїҐґЎўЈјЉљЊњЋћЂђЏџ"
_ARABIC: Final = "\u0621-\u063a\u0640-\u0652پچژگکہھےںٹڈڑ\u200c\u200d،؛؟"
_HAN_MARKS: Final = "\u3000-\u3003\u3008-\u3011\u3014-\u3017\uff01-\uff5e" + _MARKS


@dataclass(frozen=True, slots=True)
class _Charset:
    """A charset that one script is written in.

    `usual` and `must` are character classes, `wrong` is a pattern that its texts never hold.
    """

    codec: str
    usual: str
    wrong: str = r"(?!)"
    must: str = ""
    must_share: float = 0.0


# No word has Latin letters beside those of another alphabet; none has a capital behind a small letter.
_MIXED: Final = "[A-Za-z](?=[^\\W\\d_A-Za-zªº])|[^\\W\\d_A-Za-zªº](?=[A-Za-z])"
_CASE_SWAPPED: Final = "[а-яё][А-ЯЁ]|" + _MIXED
# Level 1 of GB 2312 and Big5, and the syllables of KS X 1001, hold what texts are written with.
_CHARSETS: Final = (
    _Charset("euc-jp", "ぁ-ヶー一-龠々" + _HAN_MARKS, must="ぁ-ん", must_share=0.2),
    _Charset("cp932", "ぁ-ヶー一-龠々" + _HAN_MARKS, must="ぁ-ん", must_share=0.2),
    _Charset("cp949", "가-힣" + _HAN_MARKS, must="가-힣", must_share=0.5),
    _Charset("gb18030", "一-龥" + _HAN_MARKS, must="一-龥", must_share=0.5),
    _Charset("big5", "一-龥" + _HAN_MARKS, must="一-龥", must_share=0.5),
    _Charset("cp1251", _RUSSIAN + _MARKS, _CASE_SWAPPED, must="аеинот", must_share=0.25),
    _Charset("koi8-r", _RUSSIAN + _MARKS, _CASE_SWAPPED, must="аеинот", must_share=0.25),
    _Charset("koi8-u", _RUSSIAN + _MARKS, _CASE_SWAPPED, must="аеинот", must_share=0.25),
    _Charset("cp866", _RUSSIAN + _MARKS, _CASE_SWAPPED, must="аеинот", must_share=0.25),
    _Charset("iso8859-5", _RUSSIAN + _MARKS, _CASE_SWAPPED, must="аеинот", must_share=0.25),
    _Charset("cp1256", _ARABIC + _MARKS, _MIXED, must="اليمنور", must_share=0.3),
    _Charset("iso8859-6", _ARABIC + _MARKS, _MIXED, must="اليمنور", must_share=0.3),
    _Charset(
        "cp1253", "Ά-ώ" + _MARKS, "ς[α-ω]|[α-ωά-ώ][Α-Ω]|" + _MIXED, must="άέήίόύώΆΈΉΊΌ", must_share=0.05
    ),
    _Charset("cp1255", "\u05b0-\u05ea" + _MARKS, "[ךםןףץ][א-ת]|" + _MIXED, must="יוהלא", must_share=0.25),
    _Charset("cp874", "ก-๛" + _MARKS, r"(?<![ก-๛])[ะ-ฺ็-๎]", must="กนรอเา", must_share=0.15),
)
# Of the double bytes of GB 2312, Korean uses the first rows (B0-C8) only, Chinese all of B0-D7.
_LEVEL_ONE: Final = {
    "gb18030": re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]"),
    "cp949": re.compile(rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]"),
    "big5": re.compile(rb"[\xa1\xa4-\xc6][\x40-\x7e\xa1-\xfe]"),
}
_LATIN: Final = (
    ("cp1252", ""),
    ("cp1250", "pl cs sk hu ro hr sl sq bs"),
    ("iso8859-2", "pl cs sk hu ro hr sl"),
    ("cp1254", "tr az"),
    ("cp1257", "lt lv et"),
    ("mac_roman", ""),
)
_LAST_RESORT: Final = "mac_roman"
_HIGH: Final = re.compile(r"[^\x00-\x7f]")
_PLAIN_LETTER: Final = re.compile("[A-Za-z]")
_DOUBLE: Final = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# A mark between two letters of a word, where only apostrophes and dashes may stand; a control; or more
# letters with accents in a row than any word has.
_ODD_INSIDE: Final = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘–—·\u00ad](?=[a-zß-ÿ])|[\x7f-\x9f]|[^\x00-\x7f\s]{4}"
)


def choose_charset(data: bytes) -> str | None:
    """Return the Python name of the charset that makes the bytes plausible text, or None."""
    sample = data[: data.rfind(b"\n", 0, _SAMPLE_BYTES) + 1] if len(data) > _SAMPLE_BYTES else data
    sample = sample or data
    scores = {charset.codec: _plausible(sample, charset) for charset in _CHARSETS}
    best = [codec for codec, score in scores.items() if score >= _ENOUGH]
    if len(best) > 1:
        best = [codec for codec in best if _read_as(sample.decode(codec))[1]] or best
    return max(best, key=scores.__getitem__) if best else _choose_latin(sample)


def _plausible(sample: bytes, charset: _Charset) -> float:
    """Share of the non-ASCII characters that are usual and stand right; 0 where the charset can not be."""
    try:
        text = sample.decode(charset.codec)
    except UnicodeDecodeError:
        return 0.0
    high = len(_HIGH.findall(text))
    if not high or (charset.must and _count(charset.must, text) < charset.must_share * high):
        return 0.0
    wrong = len(re.findall(charset.wrong, text))
    share = min(_count(charset.usual, text) / high, _level_one_share(sample, charset.codec))
    return share - 5 * wrong / high


def _count(characters: str, text: str) -> int:
    return len(re.findall(f"[{characters}]", text))


def _level_one_share(sample: bytes, codec: str) -> float:
    """Share of the double bytes that are of the rows texts are written with; 1 where that is not asked."""
    if codec not in _LEVEL_ONE:
        return 1.0
    pairs = len(_DOUBLE.findall(sample))
    return len(_LEVEL_ONE[codec].findall(sample)) / pairs if pairs else 0.0


def _choose_latin(sample: bytes) -> str | None:
    """Return the charset of Latin letters whose text reads best: cp1252 unless another is clearly better."""
    best: tuple[float, str] | None = None
    for codec, languages in _LATIN:
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        if not _is_latin(text) or (best is not None and codec == _LAST_RESORT):
            continue
        score, language = _read_as(text)
        if (languages and language not in languages.split()) or (best is not None and score <= best[0]):
            continue
        best = (score, codec)
    return best[1] if best else None


def _is_latin(text: str) -> bool:
    high = len(_HIGH.findall(text))
    plain = len(_PLAIN_LETTER.findall(text))
    return plain >= 2 * high and len(_ODD_INSIDE.findall(text)) <= (1 - _ENOUGH) * high


def _read_as(text: str) -> tuple[float, str]:
    """Return how well the text reads in its language, and which that is; 0 and ``""`` if unknown."""
    from pycld2 import detect

    reliable, _, found = detect(_CONTROL.sub("", text))
    return (float(found[0][3]), str(found[0][1])) if reliable else (0.0, "")
