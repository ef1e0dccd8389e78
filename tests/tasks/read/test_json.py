"""JSON lines, arrays and objects: one document a record, a broken one costs only itself."""

# ruff: noqa: RUF001 - typographic marks are what is tested
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from schemas.records import PublisherMetadata
from tasks.read import DEFAULT, FieldNames
from tests.tasks.read.making import read, read_one, text_of, told

LIMA = "LIMA (NTA) - Envoys met on Tuesday."
OSLO = "OSLO (NTA) - The bridge will open in May."
NEWS_PLEASE = {
    "maintext": LIMA,
    "title": "Envoys meet in Lima",
    "date_publish": "2021-06-29 10:30:00",
    "date_download": "2024-01-01 00:00:00",
    "url": "https://news.example/lima",
    "language": "es",
    "authors": ["Rosa Quispe", "Ana Flores"],
    "source_domain": "news.example",
}


def dumped(*records: object) -> bytes:
    """Write records as JSON lines."""
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_a_news_please_record_gives_text_and_metadata() -> None:
    """The crawler's names are known; the day it was fetched is no day of publication."""
    document = read_one(json.dumps(NEWS_PLEASE).encode(), "lima.json")
    assert (text_of(document), document.member, document.format) == (LIMA, None, "json")
    assert document.document is not None
    assert document.document.metadata == PublisherMetadata(
        headline="Envoys meet in Lima",
        byline="Rosa Quispe, Ana Flores",
        published="2021-06-29 10:30:00",
        language="es",
        url="https://news.example/lima",
    )


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        (
            {"text": LIMA, "meta": {"url": "u", "date": 1624962600}},
            {"url": "u", "published": "2021-06-29T10:30:00+00:00"},
        ),
        (
            {"text": LIMA, "metadata": {"date": "2021-06-29", "language": "en"}},
            {"published": "2021-06-29", "language": "en"},
        ),
        ({"Text": LIMA, "date": 20210629, "title": "null"}, {"published": "20210629"}),
        ({"text": LIMA, "published_at": 1624962600000, "id": 7}, {"published": "2021-06-29T10:30:00+00:00"}),
        ({"content": ["LIMA (NTA) -", "Envoys"], "author": {"name": "Ana Flores"}}, {"byline": "Ana Flores"}),
        ({"body": "<p>LIMA (NTA) -</p><p>Envoys &amp; co</p>", "agency": "NTA"}, {"credit": "NTA"}),
        ({"article": {"body": LIMA}, "url": "u"}, {"url": "u"}),
    ],
)
def test_usual_shapes_are_told(record: dict[str, object], wanted: dict[str, str]) -> None:
    """Names are compared in lower case, objects beside the text are looked into, moments become ISO."""
    document = read_one(json.dumps(record).encode())
    assert document.document is not None
    assert document.document.metadata == PublisherMetadata(**wanted)
    assert text_of(document).startswith("LIMA (NTA) -")


def test_named_fields_go_alone() -> None:
    """A name in the settings is used, with dots into objects, and no other."""
    names = FieldNames(text="story.words", headline="hl", uri="id")
    settings = replace(DEFAULT, fields=names)
    record = {"story": {"Words": LIMA}, "text": OSLO, "title": "no", "hl": "Lima talks", "id": "x-1"}
    document = read_one(dumped(record), "x.json", settings)
    assert text_of(document) == LIMA
    assert document.document is not None
    assert document.document.metadata == PublisherMetadata(headline="Lima talks", uri="x-1")


def test_lines_are_numbered_and_fail_alone() -> None:
    """A line's number is its member, blank lines count, and what is wrong is said with its place."""
    data = dumped({"text": LIMA}) + b"\n" + b'{"text": "OSLO\n' + dumped({"url": "u"}, [1], {"text": OSLO})
    found = read(data, "dump.jsonl")
    assert told(found) == [
        ("1", LIMA),
        ("3", "malformed_record"),
        ("4", "no_text_field"),
        ("5", "malformed_record"),
        ("6", OSLO),
    ]
    assert found[1].rejections[0].position == data.index(b'{"text": "OSLO\n')
    assert found[-1].raw == dumped({"text": OSLO}).strip()
    assert told(read(data, "dump.txt")) == told(found)
    assert told(read(dumped({"text": LIMA}), "dump.jsonl")) == [("1", LIMA)]


def test_a_first_line_that_is_broken_does_not_hide_the_others() -> None:
    """Lines are told by any of the first ones."""
    assert told(read(b'{"text": \n' + dumped({"text": LIMA}, {"text": OSLO}), "x.json")) == [
        ("1", "malformed_record"),
        ("2", LIMA),
        ("3", OSLO),
    ]


def test_arrays_and_wrapped_lists_are_records() -> None:
    """An array, indented or not, and an answer of a web service hold one document an entry."""
    records = [{"text": LIMA}, {"text": OSLO}]
    both = [("1", LIMA), ("2", OSLO)]
    assert told(read(json.dumps(records).encode())) == both
    assert told(read(json.dumps(records, indent=1).encode())) == both
    assert told(read(json.dumps({"status": "ok", "articles": records}).encode())) == both
    assert told(read(json.dumps({"response": {"docs": records}}).encode())) == both
    assert told(read(json.dumps(records, indent=1).encode()[:-12], "x.json")) == [
        both[0],
        ("2", "malformed_record"),
    ]
    assert told(read(b"[]", "x.json")) == [(None, "empty")]


@pytest.mark.parametrize(
    "text", ["[UPDATE 2] OSLO - The bridge.", "{{title}} OSLO - The bridge.", "[", "{ OSLO }"]
)
def test_text_in_brackets_stays_text(text: str) -> None:
    """Only what is meant as JSON is read as JSON."""
    assert told(read(text.encode())) == [(None, text)]


def test_charsets_and_escapes_of_json() -> None:
    """UTF-16, legacy bytes in a line, escaped surrogates and NULs come out as clean text."""
    assert text_of(read_one(json.dumps({"text": "Łódź"}, ensure_ascii=False).encode("utf-16"))) == "Łódź"
    data = dumped({"text": LIMA}) + '{"text": "Le préfet s’est réuni à l’hôtel de ville"}\n'.encode("cp1252")
    assert [d.charset for d in read(data)] == ["utf-8", "cp1252"]
    document = read_one(b'{"text": "Lim\\u0000a \\ud83d\\ude00 \\ud83d"}')
    assert (text_of(document), document.repaired_count) == ("Lima 😀 \ufffd", 2)


def test_hostile_json_is_refused() -> None:
    """Nesting without end and huge records cost their document only."""
    assert told(read(b'{"a":' * 100_000, "x.json")) == [(None, "malformed_record")]
    small = replace(DEFAULT, max_document_bytes=60)
    assert told(read(dumped({"text": LIMA}, {"text": LIMA * 9}), "x.jsonl", small)) == [
        ("1", LIMA),
        ("2", "too_large"),
    ]


def test_a_named_field_goes_alone_where_a_record_has_it() -> None:
    """A record with the named field has its text there or nowhere; one without it the usual names."""
    names = replace(DEFAULT, fields=FieldNames(text="words.main"))
    rows = [
        {"words": {"main": "LIMA: Rain."}, "text": "x"},
        {"words": {"main": ""}, "text": "x"},
        {"text": "OSLO: Sun."},
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    assert told(read(data, "dump.jsonl", names)) == [
        ("1", "LIMA: Rain."),
        ("2", "no_text_field"),
        ("3", "OSLO: Sun."),
    ]
