# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Countries in articles that are not in English: ``Канады``, ``التشيلي``, ``チリ``, ``Tschechiens``.

Names come from Unicode CLDR; endings and prefixes of a language are rules here. What is not certain is left
out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tasks.extract.blocks import Block

_ALIASES: Final = {
    "ar": {"الإمارات": "AE", "السعودية": "SA", "بريطانيا": "GB", "أمريكا": "US",
           "أميركا": "US", "الولايات المتحدة": "US", "المجر": "HU"},
    "de": {"USA": "US", "Großbritannien": "GB", "Grossbritannien": "GB",
           "Weißrussland": "BY", "Tschechische Republik": "CZ"},
    "es": {"EEUU": "US", "EE.UU.": "US", "EE. UU.": "US", "Gran Bretaña": "GB",
           "Países Bajos": "NL", "Holanda": "NL"},
    "fr": {"Grande-Bretagne": "GB", "Hollande": "NL", "Birmanie": "MM"},
    "hi": {"अमेरिका": "US", "ब्रिटेन": "GB"},
    "ja": {"米国": "US", "英国": "GB", "豪州": "AU"},
    "pt": {"EUA": "US", "Grã-Bretanha": "GB", "Holanda": "NL"},
    "ru": {"Белоруссия": "BY", "Киргизия": "KG", "Молдавия": "MD", "Туркмения": "TM",
           "КНР": "CN", "ФРГ": "DE", "Англия": "GB"},
    "tr": {"ABD": "US", "İngiltere": "GB"},
    "ur": {"امریکہ": "US", "امریکا": "US", "برطانیہ": "GB", "بھارت": "IN"},
    "zh": {"英国": "GB", "美国": "US", "阿联酋": "AE", "朝鲜": "KP"},
}  # fmt: skip
_AMBIGUOUS: Final = {
    "ar": {"مالي", "عمان"},
    "hi": {"चाड"},
    "ja": {"マリ"},
    "tr": {"Çad", "Mali"},
    "id": {"Mali"},
    "de": {"Niger"},
}
"""Names that are plain words of the language too, or a city."""
_NO_SPACES: Final = frozenset({"ja", "zh"})
_RU_CASES: Final = "(?:а|ы|е|у|ой|я|и|ю|ей|ем|ом|ия|ии|ию|ией|ием|ию|й|ь|ью|о)?"
_RU_ADJECTIVE: Final = "(?:ий|ай|й|ан)?ск(?:ий|ая|ое|ие|ого|ой|ую|им|их|ими|ому|ом)"
_UK_ADJECTIVE: Final = "(?:ій|ай|й|ан)?ськ(?:ий|а|е|і|ого|ої|у|им|их|ими|ому|ій)"
_AR_FRONT: Final = "(?:[وفبلك]{0,2}(?:ال|لل)?)"
_AR_BACK: Final = "(?:يا|ا|ة|ي|ية|يين|يون|يان|يتين)?"
_MIN_STEM: Final = 4


@dataclass(frozen=True, slots=True)
class ForeignMention:
    """One name of a country: characters `start` up to `end` of a block."""

    block: int
    start: int
    end: int
    code: str


def speaks(language: str) -> bool:
    """Say whether names of countries in that language are known."""
    return language in _names()


def foreign_countries(blocks: list[Block], language: str) -> list[ForeignMention]:
    """Give every name of a country in the text, in text order."""
    pattern, codes = _pattern(language)
    found = []
    for number, block in enumerate(blocks):
        text, places = _without_marks(block.text) if language in {"ar", "fa", "ur"} else (block.text, None)
        for match in pattern.finditer(text):
            group = match.lastgroup or ""
            start, end = match.span(group)
            if places is not None:
                start, end = places[start], places[end - 1] + 1
            found.append(ForeignMention(number, start, end, codes[group]))
        if language == "ar":
            found += _oman(number, block.text)
    return sorted(found, key=lambda mention: (mention.block, mention.start))


def _oman(number: int, text: str) -> list[ForeignMention]:
    """Oman is told from the city of Amman by its first vowel, or the word for sultanate."""
    return [
        ForeignMention(number, *match.span(), "OM")
        for match in re.finditer(r"(?:(?<=سلطنة )عمان|(?:ال)?عُمان(?:ي|ية)?)(?!\w)", text)
    ]


def _without_marks(text: str) -> tuple[str, list[int]]:
    """Give Arabic text without vowel signs, and where each of its characters stands."""
    kept = [place for place, char in enumerate(text) if unicodedata.category(char) != "Mn" and char != "ـ"]
    return "".join([text[place] for place in kept]), kept


@cache
def _names() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    table = files("tasks.extract.words").joinpath("foreign_countries.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        language, code, name = line.split("\t")
        found.setdefault(language, {}).setdefault(name, code)
    for language, aliases in _ALIASES.items():
        found.setdefault(language, {}).update(aliases)
    return found


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Give one pattern for all names of a language, longest first, a group a country."""
    forms: dict[str, list[str]] = {}
    skipped = _AMBIGUOUS.get(language, set())
    for name, code in _names()[language].items():
        if name not in skipped and len(name) > 1:
            forms.setdefault(code, []).extend(_forms(name, language))
    pairs = sorted(
        ((form, code) for code, found in forms.items() for form in dict.fromkeys(found)),
        key=lambda pair: (-len(pair[0]), pair),
    )
    codes: dict[str, str] = {}
    parts = []
    for number, (form, code) in enumerate(pairs):
        codes[f"n{number}"] = code
        parts.append(f"(?P<n{number}>{form})")
    body = "|".join(parts)
    edge = body if language in _NO_SPACES else rf"(?<![\w-])(?:{body})(?!\w)"
    return re.compile(edge), codes


def _forms(name: str, language: str) -> list[str]:
    """Give the patterns of a name's forms in its language."""
    plain = re.escape(name)
    if language in {"ru", "uk"} and " " not in name:
        return _slavic(name, _RU_ADJECTIVE if language == "ru" else _UK_ADJECTIVE)
    if language == "ar" and " " not in name:
        return _arabic(
            unicodedata.normalize("NFC", "".join(c for c in name if unicodedata.category(c) != "Mn"))
        )
    if language == "de":
        stem = name.removesuffix("ien")
        adjective = f"|{re.escape(stem.lower())}(?:n|an)?isch(?:e[nrsm]?)?" if len(stem) >= _MIN_STEM else ""
        return [f"{plain}s?{adjective}"]
    if language in {"fa", "ur"}:
        return [re.escape("".join(c for c in name if unicodedata.category(c) != "Mn"))]
    return [plain]


def _slavic(name: str, adjective: str) -> list[str]:
    stem = re.sub(r"(?:ия|ія|[аяйьоы])$", "", name)
    if len(stem) < _MIN_STEM or name[-1] in "еиуюэ":
        return [re.escape(name) + ("(?:а|у|е|ом)?" if name[-1] not in "аеиоуыэюя" else "")]
    lower = re.escape(stem[0].lower() + stem[1:])
    return [f"{re.escape(stem)}{_RU_CASES}|{lower}{adjective}"]


def _arabic(name: str) -> list[str]:
    bare = name.removeprefix("ال")
    stem = re.sub(r"(?:يا|ا|ة)$", "", bare)
    if len(stem) < _MIN_STEM:
        return [_AR_FRONT + re.escape(bare)]
    return [_AR_FRONT + re.escape(stem) + _AR_BACK]
