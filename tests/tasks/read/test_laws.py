"""Laws of the reader that hold for any bytes."""

# ruff: noqa: RUF001 - letters of other scripts are what is tested
from __future__ import annotations

import gzip
from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from schemas.codes import CODES
from tests.tasks.read.making import read, tarred, zipped

MAGIC = [
    *(
        b"",
        b"\x1f\x8b\x08\x00",
        b"\x28\xb5\x2f\xfd",
        b"BZh91AY&SY",
        b"\xfd7zXZ\0",
        b"PK\x03\x04",
        b"PK\x05\x06",
    ),
    *(b"PAR1", b"WARC/1.0\r\n", b"{", b'{"text": "', b'[{"', b"<html>", b"<?xml version='1.0'?>", b"<nitf>"),
    *(
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\x1b$B",
        zipped([("a", b"x")]),
        tarred([("a", b"x")])[:600],
    ),
]
NAMES = ["a.txt", "a.json", "a.jsonl", "a.html", "a.xml", "a.tar", "a.tgz", "a", ""]
BYTES = st.builds(
    lambda magic, body: magic + body,
    st.sampled_from(MAGIC),
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text("ÃâØÙ€™РСа°ё\x85\u2028\r\n\0e\u0301 ab", max_size=80).map(str.encode),
    ),
)
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(BYTES, st.sampled_from(NAMES))
@example(b"\xed\xa0\xbd", "a.txt")
@example(b"{" * 3000, "a.json")
def test_any_bytes_give_documents_or_reasons(data: bytes, name: str) -> None:
    """Nothing raises, every file leaves a trace, members are unique, text is fit to be stored."""
    found = read(data, name)
    assert found
    members = [document.member for document in found if document.member is not None]
    assert len(members) == len(set(members))
    for document in found:
        assert (document.document is None) == bool(document.rejections)
        assert all(r.code in CODES and r.code != "reader_error" for r in document.rejections), (
            document.rejections
        )
        if document.document is not None:
            text = document.document.text
            assert text.encode().decode() == text
            assert text.strip()
            assert not set("\r\0\u2028\u2029\x85\ufeff\x0c") & set(text)


@quick
@given(BYTES, st.sampled_from(["a.txt", "a.jsonl", "a.html", "a"]))
def test_packed_bytes_give_the_same_documents(data: bytes, name: str) -> None:
    """A file reads the same bare, compressed and in an archive, but for the member's name."""
    bare = read(data, name)
    assert read(gzip.compress(data), name + ".gz") == bare
    for archive in (zipped([(name, data)]), tarred([(name, data)])):
        packed = read(archive)
        assert [replace(document, member=None) for document in packed] == [
            replace(document, member=None) for document in bare
        ]
        assert all(document.member is not None and document.member.startswith(name) for document in packed)


@quick
@given(st.lists(st.binary(max_size=40), min_size=1, max_size=6))
def test_every_member_leaves_a_trace(bodies: list[bytes]) -> None:
    """As many members go in, at least as many documents come out, each under its member's name."""
    members = [(f"{number}.txt", body) for number, body in enumerate(bodies)]
    for archive in (zipped(members), tarred(members)):
        found = {(document.member or "").partition(".txt")[0] for document in read(archive)}
        assert found == {str(number) for number in range(len(bodies))}


@quick
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Mn")), min_size=1, max_size=200))
def test_clean_text_reads_as_itself(text: str) -> None:
    """What was read once reads the same again: cleaning is done after one pass."""
    for document in read(text.encode("utf-8", "surrogatepass"), "a"):
        if document.document is not None and document.format == "text":
            again = read(document.document.text.encode(), "a")
            assert [d.document.text if d.document else None for d in again] == [document.document.text]
