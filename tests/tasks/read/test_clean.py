"""What decoded text is made fit for storing with, and what is left as it is."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested
from __future__ import annotations

from time import perf_counter

import pytest

from tasks.read.clean import clean


@pytest.mark.parametrize(
    ("given", "wanted", "repaired"),
    [
        ("Lima\r\nQuito\rCuzco\n", "Lima\nQuito\nCuzco\n", 0),
        ("a\u2028b\u2029c\u0085d\fe", "a\nb\nc\nd\ne", 0),
        ("\ufeffLima", "Lima", 0),
        ("Li\ufeffma\x00 \x1b\x7f", "Lima ", 4),
        ("the port\x92s \x93new\x94 pier", "the port’s “new” pier", 3),
        ("Cafe\u0301", "Café", 0),
        ("flag \ud83d\ude00, lone \ud83d.", "flag 😀, lone \ufffd.", 3),
        ("a\u00a0b\u3000c\u00ad\u200fd", "a\u00a0b\u3000c\u00ad\u200fd", 0),
        ("The portâ€™s GenÃ¨ve office", "The port’s Genève office", 1),
        ("Договор".encode().decode("cp1251"), "Договор", 1),
        ("ملاقات".encode().decode("latin-1"), "ملاقات", 1),
    ],
)
def test_damage_is_repaired_and_counted(given: str, wanted: str, repaired: int) -> None:
    """Line ends and NFC are silent; every other change is counted."""
    assert clean(given) == (wanted, repaired)


@pytest.mark.parametrize(
    "text",
    [
        "« L’été » à Genève : où est l’hôtel ? “À”…",
        "THE CAFÉ’S OWNER, SOCIÉTÉ», Ñandú, Ångström",
        "Рост цен: 5 °C. Россия, Сирия — «РИА»; ЅЕВЕР µ",
        "ایران کے وزیر نے کہا",
        "São Paulo’s câmara – “não”",
        "Straße, Maße’n Größe“",
        "北京（新華）、東京",
        "Ü†",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    """Accents next to typographic marks are no mojibake."""
    assert clean(text) == (text, 0)


def test_a_run_of_combining_marks_costs_no_time() -> None:
    """Normalising is quadratic in such runs, so they are cut: hostile bytes do not hold up a batch."""
    start = perf_counter()
    text, repaired = clean("a" + "\u0300\u0316" * 300_000)
    assert perf_counter() - start < 3
    assert (len(text), repaired) == (30, 600_000 - 30)
