"""Print foreign_countries.tsv: names of countries in other languages, from Unicode CLDR by way of babel.

Run once as `python -m tasks.extract.words.build_foreign > tasks/extract/words/foreign_countries.tsv` with the
`reference` dependencies; the file is kept.
"""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = [
    "ar",
    "bn",
    "cs",
    "de",
    "el",
    "es",
    "fa",
    "fr",
    "hi",
    "id",
    "it",
    "ja",
    "ko",
    "ms",
    "nl",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
_NOT_COUNTRIES: Final = frozenset(
    {"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB", "IO", "AQ", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"}
)


def main() -> None:
    """Print one line a language and country."""
    from babel import Locale

    lines = ["language\tcountry_code\tname"]
    for language in LANGUAGES:
        names = Locale.parse(language).territories
        codes = [code for code in sorted(names) if code.isalpha() and len(code) == len("XX")]
        lines += [f"{language}\t{code}\t{names[code]}" for code in codes if code not in _NOT_COUNTRIES]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
