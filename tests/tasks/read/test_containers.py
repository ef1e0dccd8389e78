"""Archives and compressed files: what is whole is read, what is not is refused by name."""

from __future__ import annotations

import gzip
import stat
import tarfile
import warnings
import zipfile
from dataclasses import replace

import pytest

from tasks.read import DEFAULT
from tests.tasks.read.making import PACKERS, read, read_one, tarred, text_of, told, zipped

LIMA = b"LIMA (NTA) - Envoys met on Tuesday to talk about the new port.\n"
OSLO = b"OSLO (NTA) - The bridge over the fjord will open in May.\n"
PAIR = [("a/lima.txt", LIMA), ("oslo.txt", OSLO)]
BOTH = [("a/lima.txt", LIMA.decode()), ("oslo.txt", OSLO.decode())]


@pytest.mark.parametrize("ending", PACKERS)
def test_a_compressed_file_is_the_document_itself(ending: str) -> None:
    """Compression is told by its bytes, adds no member, and the raw bytes are the unpacked ones."""
    for name in (f"lima.txt.{ending}", "lima"):
        document = read_one(PACKERS[ending](LIMA), name)
        assert (text_of(document), document.member, document.raw) == (LIMA.decode(), None, LIMA)


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz", "zst"])
def test_streams_end_to_end_are_one(ending: str) -> None:
    """``cat a.gz b.gz`` reads as the text of both."""
    pack = PACKERS[ending]
    assert text_of(read_one(pack(LIMA) + pack(OSLO))) == (LIMA + OSLO).decode()


def test_members_keep_their_names() -> None:
    """A zip's and a tar's members come in order, under their own names."""
    assert told(read(zipped(PAIR))) == BOTH
    assert told(read(tarred(PAIR))) == BOTH
    assert told(read(gzip.compress(tarred(PAIR)), "week.tgz")) == BOTH


def test_archives_in_archives_name_both() -> None:
    """A member of a member says where it was; compressed members are named as they stand."""
    inner = zipped([("lima.txt.gz", gzip.compress(LIMA))])
    assert told(read(tarred([("week.zip", inner)]))) == [("week.zip/lima.txt.gz", LIMA.decode())]


@pytest.mark.parametrize("ending", ["gz", "bz2", "xz", "zst"])
def test_half_an_article_is_no_article(ending: str) -> None:
    """A compressed text that is cut off is refused, not read as far as it goes."""
    body = b" ".join(str(number * number).encode() for number in range(9000))
    [document] = read(PACKERS[ending](body)[:-30])
    assert (document.member, document.rejections[0].code) == (None, "damaged_container")


def test_a_cut_tar_gives_what_is_whole() -> None:
    """Members before the cut are read; the archive and the cut member are refused."""
    data = tarred(PAIR)
    cut = data[: 512 * 3 + 20]
    assert told(read(cut)) == [
        ("a/lima.txt", LIMA.decode()),
        ("oslo.txt", "damaged_member"),
        (None, "damaged_container"),
    ]
    packed = gzip.compress(data)
    assert told(read(packed[:-8]))[0] == BOTH[0]
    assert told(read(packed[:-8]))[-1] == (None, "damaged_container")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_without_its_directory_is_read_from_its_start(method: int) -> None:
    """The members that are whole are read although the archive's end is lost."""
    data = zipped(PAIR, method)
    directory = data.index(b"PK\x01\x02")
    assert told(read(data[:directory])) == [*BOTH, (None, "damaged_container")]
    assert told(read(data[: directory - 9])) == [
        BOTH[0],
        ("oslo.txt", "damaged_member"),
        (None, "damaged_container"),
    ]


def test_a_damaged_member_is_refused_alone() -> None:
    """A wrong checksum costs one member only."""
    data = bytearray(zipped(PAIR, zipfile.ZIP_STORED))
    data[data.index(b"Envoys")] ^= 0x20
    assert told(read(bytes(data))) == [("a/lima.txt", "damaged_member"), BOTH[1]]


def test_tricks_with_paths_are_refused() -> None:
    """Absolute paths, ways out of the archive, links, devices and second names are refused by name."""
    link = tarfile.TarInfo("link.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device = tarfile.TarInfo("device.txt")
    device.type = tarfile.CHRTYPE
    names = ["/etc/a.txt", "../b.txt", "c/../../d.txt", "oslo.txt", "oslo.txt"]
    found = told(read(tarred([*((name, OSLO) for name in names), (link, b""), (device, b"")])))
    refused = "unsafe_container"
    assert found == [
        ("/etc/a.txt", refused),
        ("../b.txt", refused),
        ("c/../../d.txt", refused),
        BOTH[1],
        ("oslo.txt~2", refused),
        ("link.txt", refused),
        ("device.txt", refused),
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        zip_link = zipfile.ZipInfo("link.txt")
        zip_link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made = zipped([("C:\\a.txt", OSLO), ("..\\b.txt", OSLO), *PAIR[1:], *PAIR[1:], (zip_link, b"/etc")])
    assert [code for _, code in told(read(made))] == [refused, refused, OSLO.decode(), refused, refused]


def test_a_zip_bomb_is_dropped_before_it_grows() -> None:
    """A member beyond the ratio is refused, its neighbours are read."""
    bomb = zipped([("bomb.txt", b"\n" * (64 << 20)), *PAIR])
    assert len(bomb) < 70_000
    assert told(read(bomb)) == [("bomb.txt", "unsafe_container"), *BOTH]
    packed = gzip.compress(b"0" * (64 << 20))
    [document] = read(packed)
    assert "200 times" in document.rejections[0].detail


def test_limits_hold_for_all_of_a_file() -> None:
    """Bytes, members and depth are counted over everything inside one file."""
    tight = replace(DEFAULT, max_unpacked_bytes=len(LIMA) + 10)
    assert told(read(zipped(PAIR), settings=tight)) == [BOTH[0], ("oslo.txt", "unsafe_container")]
    few = replace(DEFAULT, max_members=1)
    assert told(read(zipped(PAIR), settings=few)) == [BOTH[0], (None, "unsafe_container")]
    assert told(read(tarred(PAIR), settings=few)) == [BOTH[0], (None, "unsafe_container")]
    data = LIMA
    for _ in range(DEFAULT.max_depth):
        data = gzip.compress(data)
    assert text_of(read_one(data)) == LIMA.decode()
    [document] = read(gzip.compress(gzip.compress(data)))
    assert document.rejections[0].code == "unsafe_container"


def test_a_document_beyond_the_limit_is_refused() -> None:
    """A huge text is refused at once, whether it stands alone or in an archive."""
    small = replace(DEFAULT, max_document_bytes=len(OSLO))
    assert told(read(LIMA, settings=small)) == [(None, "too_large")]
    assert told(read(zipped(PAIR), settings=small)) == [("a/lima.txt", "too_large"), BOTH[1]]


def test_names_that_are_no_utf8_are_kept_readable() -> None:
    """A byte that is no text in a name is written out; UTF-8 that a zip does not declare is read as such."""
    info = tarfile.TarInfo("\udce9poca.txt")
    assert told(read(tarred([(info, LIMA)]))) == [("\\xe9poca.txt", LIMA.decode())]
    data = zipped([("a/lima.txt", LIMA)]).replace(b"a/lima.txt", "méxi.txt\n".encode())
    assert told(read(data)) == [("méxi.txt\\u000a", LIMA.decode())]


def test_an_archive_of_nothing_is_empty() -> None:
    """Folders are no documents, and an archive without any still leaves a trace."""
    folder = tarfile.TarInfo("week")
    folder.type = tarfile.DIRTYPE
    assert told(read(tarred([(folder, b"")]))) == [(None, "empty")]
    assert told(read(zipped([("week/", b"")]))) == [(None, "empty")]
    assert told(read(zipped([("a.txt", b"")]))) == [("a.txt", "empty")]
    nameless = zipped([("x", LIMA)]).replace(b"x", b"\0")
    assert told(read(nameless)) == [("\\u0000", LIMA.decode())]


def test_office_files_and_encrypted_members_are_refused() -> None:
    """A word processor's file is a zip, and no archive of articles."""
    assert told(read(zipped([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]))) == [
        (None, "binary")
    ]
    data = bytearray(zipped(PAIR))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    assert told(read(bytes(data)))[0] == ("a/lima.txt", "unsupported")
