"""Bytes in the charsets that arrive, and bytes in none. Every sentence is invented."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.read import read_documents

if TYPE_CHECKING:
    from schemas.records import ReadDocument

ENGLISH = "OSLO (NTA) — Envoys of both sides met on Tuesday. “A good day,” they said; it wasn’t the last.\n"


def read_one(data: bytes, name: str = "story.txt") -> ReadDocument:
    """Read bytes that hold one document."""
    [document] = read_documents(name, data)
    return document


def text_of(document: ReadDocument) -> str:
    """Return the text of a document that must have one."""
    assert document.document is not None, document.rejections
    return document.document.text


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_every_encoding(charset: str) -> None:
    """Unicode is told by its mark, by its NULs, or by being valid UTF-8."""
    document = read_one(ENGLISH.encode(charset))
    assert text_of(document) == ENGLISH
    assert document.repaired_count == 0
    assert document.charset is not None
    assert ENGLISH.encode(document.charset).decode(document.charset) == ENGLISH


LEGACY = [
    ("cp1252", ENGLISH),
    (
        "cp1252",
        "GENÈVE – Les délégués se sont réunis à l’hôtel de ville ; « c’était utile », a dit le préfet.",
    ),
    (
        "cp1252",
        "MÜNCHEN – Die Gespräche über den Hafen wurden am Dienstag fortgesetzt, hieß es in der Behörde.",
    ),
    ("cp1250", "Łódź – Delegaci spotkali się w środę i uzgodnili, że będą dalej rozmawiać o żegludze."),
    ("cp1254", "İzmir – Heyetler salı günü görüştü ve liman konusundaki görüşmeleri sürdürme kararı aldı."),
    ("cp1251", "ОМСК, 3 мая. Делегации двух областей встретились в среду и договорились о новом мосте."),
    ("koi8-r", "ОМСК, 3 мая. Делегации двух областей встретились в среду и договорились о новом мосте."),
    ("koi8-u", "ЛУЦЬК. Делегації двох областей зустрілися в середу й домовилися про новий міст через річку."),
    ("cp866", "ОМСК, 3 мая. Делегации двух областей встретились в среду и договорились о новом мосте."),
    ("cp1256", "عمان - التقى مندوبو الجانبين يوم الثلاثاء واتفقوا على مواصلة العمل في الميناء الجديد"),
    ("cp1253", "ΠΑΤΡΑ – Οι αντιπρόσωποι συναντήθηκαν την Τρίτη και συμφώνησαν για το νέο λιμάνι της πόλης."),
    ("cp1255", "חיפה – נציגי הצדדים נפגשו ביום שלישי והסכימו להמשיך בעבודה על הנמל החדש של העיר"),
    ("cp874", "เชียงใหม่ ผู้แทนทั้งสองฝ่ายพบกันเมื่อวันอังคารและตกลงที่จะสร้างสะพานใหม่ข้ามแม่น้ำ"),
    ("gb18030", "长沙电 双方代表星期二举行会谈，同意继续就新港口的建设进行合作。"),
    ("big5", "高雄電 雙方代表星期二舉行會談，同意繼續就新港口的建設進行合作。"),
    ("cp932", "仙台で火曜日、両市の代表が会談し、新しい港の建設について話し合いを続けることで合意した。"),
    ("euc-jp", "仙台で火曜日、両市の代表が会談し、新しい港の建設について話し合いを続けることで合意した。"),
    ("cp949", "대구에서 화요일 양측 대표가 만나 새 항구 건설에 대한 논의를 계속하기로 했다."),
    ("iso2022_jp", "仙台で火曜日、両市の代表が会談し、新しい港について話し合った。"),
]


@pytest.mark.parametrize(("charset", "text"), LEGACY, ids=[f"{c}-{t[:8]}" for c, t in LEGACY])
def test_a_legacy_charset_is_chosen_by_plausible_text(charset: str, text: str) -> None:
    """Bytes of the time before Unicode give back the text that was written."""
    document = read_one(text.encode(charset))
    assert text_of(document) == text
    assert document.charset not in {None, "utf-8"}


def test_a_few_broken_bytes_leave_utf8_readable() -> None:
    """A text cut inside its last character, or with one bad byte, is read, marked and counted."""
    cut = read_one((ENGLISH * 5 + "“").encode()[:-1])
    assert text_of(cut) == ENGLISH * 5 + "\ufffd"
    bad = read_one((ENGLISH * 5).encode() + b"\xff\n")
    assert (text_of(bad), bad.charset) == (ENGLISH * 5 + "\ufffd\n", "utf-8")
    assert (cut.repaired_count, bad.repaired_count) == (1, 1)


def test_bytes_that_fit_no_charset_are_refused_where_they_break() -> None:
    """Nothing plausible is `undecodable`, with the byte that is no UTF-8."""
    document = read_one(b"LIMA - A port \x81\x8d\x9d\xf5\xf7\xd7 was named.\n")
    assert [(r.code, r.position) for r in document.rejections] == [("undecodable", 14)]
    assert document.raw.startswith(b"LIMA")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"{\\rtf1 Lima}",
        bytes(range(256)) * 3,
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    """Images, office files and bytes full of controls are refused as `binary`."""
    assert [r.code for r in read_one(data).rejections] == ["binary"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "\ufeff".encode(), "\u3000\u200b\n".encode(), b"\0\0"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    """White space of any kind is no document."""
    assert [r.code for r in read_one(data).rejections] == ["empty"]
