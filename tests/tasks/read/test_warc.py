"""WARC files: one document a record that can hold one."""

from __future__ import annotations

import gzip

import pytest

from tests.tasks.read.making import read, text_of, told
from tests.tasks.read.test_html import BODY, STATED, page

PAGE = page("").encode()


def record(kind: str, number: int, block: bytes, content_type: str = "application/http") -> bytes:
    """Write one WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://coast.example/{number}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(
    body: bytes, head: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """Write an HTTP answer."""
    return f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + body


CHUNKED = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
RECORDS = [
    record("warcinfo", 1, b"software: none\r\n", "application/warc-fields"),
    record("request", 2, b"GET / HTTP/1.1\r\n\r\n"),
    record("response", 3, answer(PAGE)),
    record("response", 4, answer(b"", status="404 Not Found")),
    record("response", 5, answer(b"\x89PNG\r\n\x1a\n", "Content-Type: image/png")),
    record("response", 6, answer(CHUNKED, "Content-Type: text/html\r\nTransfer-Encoding: chunked")),
    record(
        "response",
        7,
        answer(gzip.compress(PAGE, mtime=0), "Content-Type: text/html\r\nContent-Encoding: gzip"),
    ),
    record("conversion", 8, "\n".join(BODY).encode(), "text/plain"),
]


@pytest.mark.parametrize(
    "pack", [b"".join, lambda records: b"".join(map(gzip.compress, records))], ids=["bare", "gz"]
)
def test_pages_come_under_their_record_ids(pack: object) -> None:
    """Answers with a page are read, other answers refused, the crawler's own records passed over."""
    assert callable(pack)
    found = read(pack(RECORDS), "crawl.warc.gz")
    assert [(d.member, d.rejections[0].code if d.rejections else None) for d in found] == [
        ("urn:uuid:3", None),
        ("urn:uuid:4", "unsupported"),
        ("urn:uuid:5", "unsupported"),
        ("urn:uuid:6", None),
        ("urn:uuid:7", None),
        ("urn:uuid:8", None),
    ]
    texts = {text_of(d) for d in found[:1] + found[3:5]}
    assert len(texts) == 1
    assert texts.pop().endswith("\n\n".join(BODY))
    assert text_of(found[-1]) == "\n".join(BODY)


def test_a_page_knows_its_address_but_no_date() -> None:
    """The record's address stands in where the page names none; the crawl's day is no publication date."""
    [bare] = read(RECORDS[2])
    [stated] = read(record("response", 9, answer(page(STATED).encode())))
    assert bare.document is not None
    assert bare.document.metadata is not None
    assert (bare.document.metadata.url, bare.document.metadata.published) == ("https://coast.example/3", None)
    assert stated.document is not None
    assert stated.document.metadata is not None
    assert stated.document.metadata.url == "https://coast.example/lima"


def test_a_record_can_be_read_again_by_itself() -> None:
    """The raw bytes of a document are its whole record."""
    [document] = read(RECORDS[2])
    assert document.raw == RECORDS[2]
    assert read(document.raw) == [document]


def test_a_cut_file_gives_what_is_whole() -> None:
    """The record the cut goes through is refused; so is what is no record."""
    data = RECORDS[2] + RECORDS[7]
    assert told(read(data[:-30]))[1] == ("urn:uuid:8", "damaged_member")
    assert told(read(RECORDS[7] + b"garbage"))[1:] == [(None, "damaged_container")]
    assert told(read(RECORDS[0])) == [(None, "empty")]
