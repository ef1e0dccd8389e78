"""The language of a text and of its paragraphs."""

from __future__ import annotations

import pytest

from tasks.parse.embedded import other_language
from tasks.parse.language import detect_language

FRENCH = (
    "KUALA TERENGGANU, 4 mai (AFP) - Les délégations de Malaysia et de Brunei se sont réunies à Kuala "
    "Terengganu pour parler de pêche, de routes et de douanes."
)
SPANISH = "Los ministros hablaron de pesca y el puerto. La cita fue larga, y por la tarde firmaron las actas."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (SPANISH, "es"),
        ("Els ministres van parlar de la pesca i del port, i van signar les actes a Girona.", "ca"),
        ("I ministri hanno parlato della pesca e del porto, e nel pomeriggio hanno firmato una nota.", "it"),
        ("Os ministros falaram da pesca e do porto, e não assinaram as atas da reunião em Braga.", "pt"),
    ],
)
def test_neighbours_are_told_apart(text: str, language: str) -> None:
    """Common words decide only for a language whose neighbours don't have them."""
    assert detect_language(f" {text}") == language


def test_foreign_names_make_no_other_language() -> None:
    """A French paragraph full of Malay names is French, as its article is."""
    assert other_language(FRENCH, "fr") is None


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "en"), (SPANISH, "fr"), (FRENCH, "es")])
def test_a_quote_in_another_language_is_told(text: str, language: str) -> None:
    """A paragraph of another language than its article's says which."""
    assert other_language(text, language) == detect_language(text)
