# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Countries in articles that are not in English: ``Канады``, ``التشيلي``, ``チリ``, ``Tschechiens``.

Names come from Unicode CLDR; endings and prefixes of a language are rules here. What is not certain is left
out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tasks.extract.blocks import Block

_ALIASES: Final = {
    "ar": {"الإمارات": "AE", "السعودية": "SA", "بريطانيا": "GB", "أمريكا": "US",
           "أميركا": "US", "الولايات المتحدة": "US", "المجر": "HU", "أوروغواي": "UY"},
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
_WITH_OTHER_NAMES: Final = frozenset({"MM"})
"""Countries whose other name stands in brackets: ``Myanmar (Birmania)``."""
_BRACKETS: Final = re.compile(r" \(|\)")
_IN_LATIN: Final = {"MW": "Malawi", "BW": "Botswana", "ZW": "Zimbabwe", "BH": "Bahrain", "QA": "Qatar",
                    "KW": "Kuwait", "MM": "Myanmar", "VN": "Vietnam", "KE": "Kenya", "RW": "Rwanda",
                    "LS": "Lesotho", "TL": "Timor-Leste", "BY": "Belarus", "KZ": "Kazakhstan",
                    "UZ": "Uzbekistan"}  # fmt: skip
"""English names that papers in other languages with Latin letters print too."""
_LATIN: Final = frozenset({"de", "es", "fr", "id", "it", "ms", "nl", "pt", "ro"})
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
_AR_REACH: Final = 5
"""Characters from the start of a word to the last place where its stem can start."""
_OMAN: Final = re.compile(r"(?:(?<=سلطنة )عمان|(?:ال)?عُمان(?:ي|ية)?)(?!\w)")
_ENDINGS: Final = {"bn": "(?:র|য়|তে|কে)?", "tr": "(?:l[ıiuü])?"}
"""What may stand behind any name: ``চিলির``, ``Şilili``."""
_MIN_STEM: Final = 4
_WORD_STARTS: Final = re.compile(r"(?<![\w-])\S")
_ANYWHERE: Final = re.compile(r"\S")


class ForeignMention(NamedTuple):
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
    found = []
    has_jordan = language == "ar" and any("أردن" in block.text for block in blocks)
    for number, block in enumerate(blocks):
        text, places = _without_marks(block.text) if language in {"ar", "fa", "ur"} else (block.text, None)
        for start, end, code in _names_in(text, language):
            if has_jordan and code == "OM" and text[start:end].endswith("عمان"):
                continue  # its capital is written so too
            if places is not None:
                start, end = places[start], places[end - 1] + 1  # noqa: PLW2901 - back to the printed text
            found.append(ForeignMention(number, start, end, code))
        if language == "ar":
            found += _oman(number, block.text)
    return sorted(found, key=lambda mention: (mention.block, mention.start))


def _names_in(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Give the names in a text, left to right, none inside another, and the codes of their countries.

    Only the few forms are tried whose first two letters stand at a place.
    """
    forms = _forms_by_start(language)
    reach = _AR_REACH if language == "ar" else 1
    after = 0
    for start in _ANYWHERE.finditer(text) if language in _NO_SPACES else _WORD_STARTS.finditer(text):
        place = start.start()
        if place < after:
            continue
        near = [form for at in range(place, place + reach) for form in forms.get(text[at : at + 2], ())]
        for form in near if len(near) < 2 else sorted(near):  # noqa: PLR2004
            if (match := form.pattern.match(text, place)) and not _is_language(text, place):
                after = match.end()
                yield place, after, form.code
                break


def _is_language(text: str, place: int) -> bool:
    """Say whether an adjective is a language here: ``en español``."""
    return (
        text[place].islower() and text[max(place - 5, 0) : place].rpartition(" ")[0].rpartition(" ")[2] in _IN
    )


_IN: Final = frozenset({"en", "em", "in", "auf"})


def _oman(number: int, text: str) -> list[ForeignMention]:
    """Oman is told from the city of Amman by its first vowel, or the word for sultanate."""
    return [ForeignMention(number, *match.span(), "OM") for match in _OMAN.finditer(text)]


def _without_marks(text: str) -> tuple[str, list[int]]:
    """Give Arabic text without vowel signs, and where each of its characters stands."""
    marks = {char for char in set(text) if char == "ـ" or unicodedata.category(char) == "Mn"}
    kept = [place for place, char in enumerate(text) if char not in marks]
    return "".join([text[place] for place in kept]), kept


@cache
def _names() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    table = files("tasks.extract.words").joinpath("foreign_countries.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        language, code, name = line.split("\t")
        names = found.setdefault(language, {})
        names.setdefault(name, code)
        if code in _WITH_OTHER_NAMES:
            for other in _BRACKETS.split(name):
                names.setdefault(other, code)
    for language, aliases in _ALIASES.items():
        found.setdefault(language, {}).update(aliases)
    for language in _LATIN & found.keys():
        for code, name in _IN_LATIN.items():
            found[language].setdefault(name, code)
    return found


@cache
def _adjectives() -> dict[str, list[tuple[str, str, str]]]:
    """Give code, stem and endings of the adjectives of each language: ``CL``, ``chilen``, ``o|a|os|as``.

    Left out are those of two countries, as of both Congos, and plain words, as that of India in Spanish.
    """
    found: dict[str, list[tuple[str, str, str]]] = {}
    table = files("tasks.extract.words").joinpath("foreign_adjectives.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        language, code, stem, endings = line.split("\t")
        found.setdefault(language, []).append((code, stem, endings))
    return found


class _Form(NamedTuple):
    """One way to write the name of a country; of two that fit, the one of lower rank counts."""

    rank: int
    pattern: re.Pattern[str]
    code: str


@cache
def _forms_by_start(language: str) -> dict[str, list[_Form]]:
    """Give the forms of all names of a language by their first two letters, the longest ranking first."""
    forms: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    skipped = _AMBIGUOUS.get(language, set())
    for name, code in _names()[language].items():
        if name not in skipped and len(name) > 1:
            forms.setdefault(code, []).append(_form(name, language))
    for code, stem, endings in _adjectives().get(language, ()):
        lower, upper = stem, stem if language == "de" else stem[0].upper() + stem[1:]
        pattern = f"[{lower[0]}{upper[0]}]{re.escape(stem[1:])}(?:{endings})"
        forms.setdefault(code, []).append((pattern, (lower, upper)))
    ranked = sorted(
        ((form, code, starts) for code, found in forms.items() for form, starts in dict(found).items()),
        key=lambda entry: (-len(entry[0]), entry),
    )
    edge = "" if language in _NO_SPACES else r"(?!\w)"
    found: dict[str, list[_Form]] = {}
    for rank, (form, code, starts) in enumerate(ranked):
        for start in dict.fromkeys(start[:2] for start in starts):
            found.setdefault(start, []).append(_Form(rank, re.compile(f"(?:{form}){edge}"), code))
    return found


def _form(name: str, language: str) -> tuple[str, tuple[str, ...]]:
    """Give the pattern of a name's forms in its language, and how they may start."""
    plain = re.escape(name)
    if language in {"ru", "uk"} and " " not in name:
        return _slavic(name, _RU_ADJECTIVE if language == "ru" else _UK_ADJECTIVE)
    if language == "ar" and " " not in name:
        return _arabic(
            unicodedata.normalize("NFC", "".join(c for c in name if unicodedata.category(c) != "Mn"))
        )
    if language == "de":
        stem = name.removesuffix("ien")
        if len(stem) < _MIN_STEM:
            return f"{plain}s?", (name,)
        return f"{plain}s?|{re.escape(stem.lower())}(?:n|an)?isch(?:e[nrsm]?)?", (name, stem.lower())
    if language in {"fa", "ur"}:
        bare = "".join(c for c in name if unicodedata.category(c) != "Mn")
        return re.escape(bare), (bare,)
    return plain + _ENDINGS.get(language, ""), (name,)


def _slavic(name: str, adjective: str) -> tuple[str, tuple[str, ...]]:
    stem = re.sub(r"(?:ия|ія|[аяйьоы])$", "", name)
    if len(stem) < _MIN_STEM or name[-1] in "еиуюэ":
        return re.escape(name) + ("(?:а|у|е|ом)?" if name[-1] not in "аеиоуыэюя" else ""), (name,)
    lower = stem[0].lower() + stem[1:]
    return f"{re.escape(stem)}{_RU_CASES}|{re.escape(lower)}{adjective}", (stem, lower)


def _arabic(name: str) -> tuple[str, tuple[str, ...]]:
    """Give them by what stands behind the prefixes."""
    bare = name.removeprefix("ال")
    stem = re.sub(r"(?:يا|ا|ة)$", "", bare)
    if len(stem) < _MIN_STEM:
        return _AR_FRONT + re.escape(bare), (bare,)
    return _AR_FRONT + re.escape(stem) + _AR_BACK, (stem,)
