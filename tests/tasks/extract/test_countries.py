# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Countries named, in English and in other languages."""

from __future__ import annotations

import pytest

from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract
from tests.tasks.extract.build import article, codes, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omani and Sri Lankan officials met a Dane in Norway.", {"OM", "LK", "NO"}),
        ("The Pak-Jordan group met; the India-Finland one did not.", {"PK", "JO", "IN", "FI"}),
        ("Growers in the US state of Georgia lost peaches.", {"US"}),
        ("Visitors from Georgia and Lithuania sang.", {"GE", "LT"}),
        ("The Korean side thanked the Republic of Korea.", {"KR"}),
        ("Chad Vellore of Peru answered in Arabic, then in French.", {"PE"}),
        ("Timor-Leste's students met Nagorno-Karabakh's.", {"TL", None}),
        ("A free Indo-Pacific, Sino-French ties, and Indo-German ones.", {"CN", "FR", "IN", "DE"}),
        ("She teaches Greek at a school in Peru.", {"PE"}),
        ("Done at Quito in English and Russian.", set()),
        ("Hurricane Jordan tore at Denmark Cove and Cuba Junction.", set()),
        ("Rui Amech of Jordan Capital spoke.", set()),
        ("They sailed the South China Sea off New Mexico.", set()),
        ("The library of Lebanon, Ohio, is shut.", set()),
        ("It cost US$2 million.", set()),
    ],
)
def test_forms(text: str, expected: set[str]) -> None:
    """Names, adjectives and pairs count; languages, seas, states and people named so do not."""
    assert codes(facts(text)) == expected


def test_contested_form_has_no_code() -> None:
    """A form two countries share is kept without a code where the article decides nothing."""
    assert codes(facts("Congolese miners struck.")) == {None}


def test_furniture_is_not_read() -> None:
    """Chrome, repeats and rows of dates name no country."""
    found = facts(
        ("chrome", "Read more: Peru"), ("repeat", "Fiji wins"), ("meta", "Delhi, India"), "It rained."
    )
    assert codes(found) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Посол Канады встретился с эфиопской делегацией.", {"CA", "ET"}),
        ("ar", "التقى الوزير نظيره التشيلي وسفيرة البرتغال", {"CL", "PT"}),
        ("ar", "وزير السياحة العُماني", {"OM"}),
        ("ar", "زار الوزير عمان", {"OM"}),
        ("ar", "عقدت وزارة الخارجية الأردنية جولة في عمان", {"JO"}),
        ("de", "Tschechiens Botschafter traf die indonesische Seite in Peru.", {"CZ", "ID", "PE"}),
        ("zh", "挪威和智利举行对话", {"NO", "CL"}),
        ("ja", "港湾相はチリの閣僚と会談した", {"CL"}),
        ("hi", "मंत्री ने कनाडा का दौरा किया", {"CA"}),
        ("es", "Perú y Marruecos firmaron", {"PE", "MA"}),
        ("es", "El ministro y su homólogo chileno hablaron en francés de empresas chinas.", {"CL", "CN"}),
        ("fr", "Son homologue tunisien et la délégation turque sont venus.", {"TN", "TR"}),
        ("pt", "O ministro recebeu o homólogo angolano vindo do Malawi.", {"AO", "MW"}),
        ("it", "Il ministro ha visto l'omologo tunisino e navi greche.", {"TN", "GR"}),
        ("de", "Der polnische Minister traf die Deutsche Gesellschaft.", {"PL"}),
        ("ru", "Министр встретился с чилийским коллегой.", {"CL"}),
        ("tr", "Bakan, Şilili mevkidaşı ile görüştü.", {"CL"}),
        ("ur", "وزیر نے جاپانی سفیر سے ملاقات کی۔", {"JP"}),
        ("bn", "মন্ত্রী চিলির রাষ্ট্রদূতের সঙ্গে বৈঠক করেন।", {"CL"}),
    ],
)
def test_other_languages(language: str, text: str, expected: set[str]) -> None:
    """Names count in the cases and with the prefixes of their language; nothing else is guessed."""
    found = extract(article(text, language=language), load_lexicon())
    assert codes(found) == expected
    assert found.people == ()
    for mention in found.mentions:
        assert text[mention.span.start_char : mention.span.end_char] == mention.surface


def test_unknown_language_gives_nothing() -> None:
    """A language without a list of names has no facts."""
    assert extract(article("Malta u Peru", language="mt"), load_lexicon()).mentions == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexico City and the Jordan River are far from Lake Malawi.", set()),
        ("She spoke French and wrote for a Spanish-language daily.", set()),
        ("The West Bank and the Gaza Strip were calm.", set()),
        ("The Central African bloc met.", set()),
        ("Niger State flooded again. In Niger, the river rose.", set()),
        ("Coach DeShawn Jordan smiled. Jordan had won.", set()),
        ("The Director General of American Affairs came.", set()),
    ],
)
def test_names_that_only_hold_a_country(text: str, expected: set[str]) -> None:
    """Cities, rivers, states, regions, languages and family names are no countries."""
    assert codes(facts(text)) == expected
