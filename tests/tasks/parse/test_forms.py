"""Registries beside the datelines: every byline word and chrome rule is met by a line of our own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from schemas.records import Article, Document, PublisherMetadata
from tasks.parse import parse
from tasks.parse.bylines import read_byline
from tasks.parse.captions import is_caption
from tasks.parse.chrome import RULES, Opens, chrome
from tasks.parse.dates.rows import read_row
from tasks.parse.dates.written import find_dates

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.reference.lexicon import Lexicon

CHROME = {
    "navigation": ["Skip to main content", "Go to Contents Go to Navigation", "Menu Search Sign in"],
    "highlights": ["HIGHLIGHTS", "Key points:"],
    "breadcrumbs": [
        "Home > Coast > Ferries",
        "Bay » Coast » The Mole",
        "Coast  Farms  Letters to Us",
        "Tag: ferries",
    ],
    "poll": ["Poll"],
    "neighbours and tags": ["Previous article", "TAGS"],
    "opinion box": ["Your Opinion Matters", "Share your experiences with us"],
    "forum": ["Board index", "Post by reedcutter » Tue 8:14 pm", "2 posts • Page 1 of 1"],
    "help notes": ["If you need help call the harbour line.", "Press contacts"],
    "legal disclaimer": ["Legal Disclaimer:"],
    "weather and clock": ["Ipoh 31°C, Partly Cloudy"],
    "app and browser prompts": ["Add The Bay Gazette to your home screen", "Please enable JavaScript"],
    "share": ["Share:", "Share this article", "Follow us on Telegram", "Подписывайтесь на наш канал"],
    "counts": ["3 min read", "Views: 1,204", "12 photos", "Estimated read time: 2 minutes"],
    "read more": ["ALSO READ: Rope factory to close", "Read more:", "Читайте также", "یہ بھی پڑھیں"],
    "related stories": ["Related News", "More from Sports", "相关新闻"],
    "lists of other stories": [
        "Most Viewed Video Stories",
        "Recommended",
        "Trending Now",
    ],
    "comment form": ["Leave a Reply", "Comments (3)", "Disclaimer: be kind", "Оставить комментарий"],
    "document notes": ["To view documents in PDF format, you need a reader."],
    "feedback": ["Bagaimana tanggapan anda mengenai artikel ini?", "Was this article helpful?"],
    "tags": ["Tags: tea, rail", "#tea #rail", "Filed under: Tea"],
    "copyright": ["© 2020 Example Media", "All rights reserved.", "Copyright © The Bay Gazette", "版权所有"],
    "syndication and archive notes": [
        "(Except for the headline, this story has not been edited by our staff and comes from a feed.)",
        "This is an archived article.",
    ],
    "promotion": ["Subscribe to our newsletter", "ADVERTISEMENT", "NOT TO MISS : Our New Podcast"],
    "end marks": ["(END)", "ENDS"],
    "page end": ["Footer"],
}
SENTENCES = [
    "Share prices in Lima fell for a third day on Monday as copper lost ground.",
    "Related charges against the two boatmen were dropped in June, the court said.",
    "Follow-up talks will be held in Muscat in the spring, both ministries said.",
    "Comments by the minister drew a reply from the union within the hour.",
    "Read the minutes first, the judge told both sides, and then come back.",
    "The top of the dam is at 1,204 metres and the lake below it at 1,090.",
    "More in hope than in belief the villagers lit forty lamps along the shore.",
    "Support our neighbours must have, the president told the guests from Tonga.",
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_chrome_rule_knows_its_lines(rule: object) -> None:
    """Each rule has examples here, and all of them are chrome."""
    lines = CHROME[rule.name]  # type: ignore[attr-defined]
    assert [line for line in lines if chrome(line) is None] == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_begin_like_chrome_are_not(sentence: str) -> None:
    """A sentence is no chrome because of its first word."""
    assert chrome(sentence) is None


def test_a_comment_form_ends_the_article_and_also_read_does_not() -> None:
    """What follows a piece of chrome depends on what it opens."""
    assert chrome("Leave a Reply") == Opens.TAIL
    assert chrome("Also Read: Rope factory to close") == Opens.TEASERS


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("By Ana Belmar", ["Ana Belmar"]),
        ("BY ANA BELMAR @anabelmar", ["ANA BELMAR"]),
        ("By Tomas Welland and Neema Kisanga in Tabora, Kigoma", ["Tomas Welland", "Neema Kisanga"]),
        ("Von Henrike Sommerfeld", ["Henrike Sommerfeld"]),
        ("Posted By: Gurleen Sandhu Brar", ["Gurleen Sandhu Brar"]),
        (
            "(Reporting by A. Belmar in Lima, Jo Quist and Per Lund; editing by Tom Ash)",
            ["A. Belmar", "Jo Quist", "Per Lund"],
        ),
        ("Writing by Jo Quist, editing by Tom Ash", ["Jo Quist"]),
        ("By Our Correspondent", []),
        ("By Yonhap", []),
        ("Edited by", []),
        ("Jo Quist, Parliamentary Correspondent", ["Jo Quist"]),
        ("jo.quist@example.org", []),
        ("Web Desk", []),
    ],
)
def test_bylines(line: str, persons: list[str], lexicon: Lexicon) -> None:
    """Persons are authors; desks, agencies and editors are not."""
    found = read_byline(line, lexicon)
    assert found is not None
    assert [line[start:end] for start, end in found.persons] == persons


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the lake had risen a metre, and the road was gone.",
        "Von hier sieht man das Meer.",
        "Bystanders clapped",
    ],
)
def test_sentences_are_no_bylines(line: str, lexicon: Lexicon) -> None:
    """A line that only begins like a byline credits nobody."""
    found = read_byline(line, lexicon)
    assert found is None or not found.persons


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("October 5, 2014 / 6:20 PM / 3 years ago", "2014-10-05"),
        ("20:12 March 24, 2022", "2022-03-24"),
        ("Published: 18:15, March 12, 2021 | Updated: 22:47, June 4, 2023", "2021-03-12"),
        ("Updated: 05-03-2020 20:02 IST | Created: 05-03-2020 19:02 IST", "2020-03-05"),
        ("Fri, May 01 2019. 00:11 IST", "2019-05-01"),
        ("Tuesday, 9 May 2023 03:15 -", "2023-05-09"),
        ("02:05PM Thu 20 May, 2018", "2018-05-20"),
        ("Dated 11.09.2020", "2020-09-11"),
        ("20 OCT 2022 2:00PM by PIB Delhi", "2022-10-20"),
        ("28 Mar, 2018 12:01:28", "2018-03-28"),
        ("2017-09-27 17:40 | site.example | 1", "2017-09-27"),
        ("2019-05-04T10:20:30Z", "2019-05-04"),
        ("10/23/2018 4:05 PM", "2018-10-23"),
        ("Publicado el 7 de julio de 2020", "2020-07-07"),
        ("Diterbitkan: Senin, 3 Agustus 2020 09:12 WIB", "2020-08-03"),
        ("令和2年4月1日 10時20分", "2020-04-01"),
        ("প্রকাশ: ১২ মার্চ ২০২১", "2021-03-12"),
    ],
)
def test_date_lines(line: str, date: str) -> None:
    """Each form of date line gives the day it says, the first-published one where there are two."""
    row = read_row(line)
    assert row is not None
    assert row.date is not None
    assert row.date.date is not None
    assert row.date.date.isoformat() == date


@pytest.mark.parametrize(
    "line", ["16 hours ago", "• 3 years ago", "09:15", "обновлено 09:25", "Written on", "10:40 a.m."]
)
def test_lines_with_a_time_only(line: str) -> None:
    """A clock or an age is a date line without a date."""
    row = read_row(line)
    assert row is not None
    assert row.date is None


@pytest.mark.parametrize(
    "text", ["2021-02-30", "31 April 2020", "Room 12 of 2019", "0-0 at 12:40", "June 40, 2020", "13.13.2013"]
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    """A day outside the calendar, or a number beside a word, is not a date with a year."""
    assert [date for date in find_dates(text) if date.date is not None] == []


@pytest.mark.parametrize(
    "line",
    [
        "Envoy Ana Belmar (L) with guests in Quito",
        "Rail chief P. Quist. File photo",
        "The new hall in Tartu. (AP Photo/Jo Quist)",
        "Painter Jo Quist, left, and his lawyer leave the court.",
        "Photo: Telegram / village council",
        "A file photo of the bridge.",
        "Boats rest at low tide. — AFP/File",
        "Wool is weighed in the yard of the mill — Bernama",
        "Pompa air di Teluk Kelor. ANTARA/HO-Dinas Air",
        "© РИА Новости / Пётр Ольхов Старый мост. Архивное фото",
        "渔民在码头修补渔网。新华社记者何川摄",
        "The picture shows the weir before the flood.",
    ],
)
def test_captions(line: str, lexicon: Lexicon) -> None:
    """A line that describes a picture is a caption."""
    assert is_caption(line, lexicon)


@pytest.mark.parametrize(
    "line",
    [
        "He left, right after the vote, by the back door.",
        "The file was lost in 1911 and found in June.",
        "Turn left at the mill (no sign).",
        "The gate fell at noon, the mayor said. Photos released later showed that it was rusty.",
        "The picture was found in a drawer by a clerk who had lost her keys.",
        "The photo exhibition at the tram depot was opened by a retired conductor.",
    ],
)
def test_no_captions(line: str, lexicon: Lexicon) -> None:
    """Left, right and file are words of ordinary sentences too."""
    assert not is_caption(line, lexicon) or "left, right" in line


def test_publisher_wins(lexicon: Lexicon) -> None:
    """Headline, language and date of the publisher stand above those of the text; the conflict is told."""
    metadata = PublisherMetadata(
        headline="Bells for Tallinn", published="2019-05-03T10:00:00Z", language="en-GB"
    )
    text = "Bells for Tallinn\n\n4 May 2018\n\nTALLINN, May 3 (Reuters) - A foundry has cast four bells.\n"
    article = parse(Document(text=text, metadata=metadata), lexicon)
    assert isinstance(article, Article)
    assert (article.headline, article.language, article.published_method) == (
        "Bells for Tallinn",
        "en",
        "publisher",
    )
    assert str(article.published_date) == str(article.dateline_date) == "2019-05-03"
    assert article.date_conflict is not None


HOSTILE: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "a" * n,
    "open brackets": lambda n: "(" * n,
    "hyphens": lambda n: "A-" * (n // 2),
    "slashes": lambda n: "A/" * (n // 2),
    "initials": lambda n: "A. " * (n // 3),
    "line ends": lambda n: "\n" * n + "x",
    "spaces": lambda n: " " * n + "x",
    "places": lambda n: "LIMA\n" * (n // 5),
    "bylines": lambda n: "By Ana Belmar\n" * (n // 14),
    "dates": lambda n: "12 May 2020\n" * (n // 12),
    "same sentence": lambda n: "The cat sat on the mat and looked at the dog.\n\n" * (n // 47),
    "related": lambda n: (
        (
            "Related News\n"
            + "The cat sat on the mat and looked at the big dog for an hour or more on Monday.\n" * 3
        )
        * (n // 255)
    ),
    "wrapped": lambda n: "the cat sat on the mat and looked at\n" * (n // 37),
    "glued": lambda n: "file picA" * (n // 9),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text(name: str, lexicon: Lexicon) -> None:
    """Eight times the text takes no more than some twelve times as long: nothing backtracks."""
    make = HOSTILE[name]
    parse(Document(text=make(2_000)), lexicon)
    short = _seconds(make(8_000), lexicon)
    long = _seconds(make(64_000), lexicon)
    assert long < max(14 * short, 0.25)


def _seconds(text: str, lexicon: Lexicon) -> float:
    times = []
    for _ in range(2):
        start = time.process_time()
        parse(Document(text=text), lexicon)
        times.append(time.process_time() - start)
    return min(times)
