"""Makes a broken file of a sound one; a number tells which, always the same.

Seeds are the project's samples and golden texts, some of them packed, in records or in a page.
"""

from __future__ import annotations

import gzip
import json
import random
from functools import lru_cache
from typing import TYPE_CHECKING

from tests.helpers import ROOT
from tests.tasks.read.making import tarred, zipped

if TYPE_CHECKING:
    from collections.abc import Callable

    Mutation = Callable[[bytes, random.Random], bytes]

_TOKENS = (
    *(
        b"\0",
        b"\r",
        b"\x85",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xe2\x80\xa8",
        b"\xc2\xa0",
        b"\x1b$B",
        b"\xf0\x9f\x87\xb7",
    ),
    *(
        b"<![CDATA[",
        b"<!DOCTYPE x [",
        b"&#x110000;",
        b"]]>",
        b"</p>",
        b"{",
        b'"',
        b"\\ud800",
        b"1e999",
        b"NaN",
        b"WARC/1.0\r\n",
    ),
    *(
        b" date 2024-13-45 ",
        b"Feb. 30",
        b"(",
        b"((((((((",
        b"\xe2\x80\x9c",
        b" -- ",
        b"By ",
        b"Read more:",
        b"- ",
        b"\n\n",
    ),
    *(
        b"9" * 30,
        b"A" * 300,
        b"\xcc\x81" * 40,
        b"\xe2\x80\x8f",
        b"said ",
        b"held talks with ",
        b"the 999999999999th round",
    ),
)


@lru_cache(maxsize=1)
def seeds() -> tuple[tuple[str, bytes], ...]:
    """Return names and contents of sound files, in a fixed order."""
    folders = (ROOT / "samples", ROOT / "tests" / "golden", ROOT / "tests" / "labelled" / "open")
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    texts = [(path.name, path.read_bytes()) for path in paths if path.suffix not in {".json", ".sql", ".md"}]
    told = [content.decode("utf-8", "replace") for _, content in texts[:60:3]]
    lines = "".join(json.dumps({"text": text, "date": "2024-03-07"}) + "\n" for text in told).encode()
    pages = [
        (f"{n}.html", f"<html><body><p>{text}</p></body></html>".encode()) for n, text in enumerate(told)
    ]
    members = [(f"{n}.txt", text.encode()) for n, text in enumerate(told)]
    packed = [
        ("a.zip", zipped(members)),
        ("a.tar", tarred(members)),
        ("a.jsonl", lines),
        ("a.txt.gz", gzip.compress(told[0].encode(), mtime=0)),
    ]
    return (*texts, *pages, *packed * 5)


def case(number: int) -> tuple[str, bytes]:
    """Return the name and the bytes of one broken file."""
    chance = random.Random(number)  # noqa: S311 - a number tells the whole case
    name, data = chance.choice(seeds())
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(MUTATIONS)(data, chance)
    return f"{number}-{name}", data


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = _place(data, chance)
    return start, min(len(data), start + chance.choice((1, 2, 8, 64, 512)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _leave_out(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[:at] + chance.choice(_TOKENS) + data[at:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(seeds())[1]
    return data[: _place(data, chance)] + other[_place(other, chance) :]


def _shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def _join_lines(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"", b" ", b"\r\n", b"\n\n\n")))


def _recode(data: bytes, chance: random.Random) -> bytes:
    charset = chance.choice(("utf-16", "cp1252", "shift_jis", "koi8-r", "utf-7"))
    return data.decode("utf-8", "replace").encode(charset, "replace")


MUTATIONS: tuple[Mutation, ...] = (
    _flip,
    _cut_off,
    _leave_out,
    _repeat,
    _insert,
    _splice,
    _shuffle_lines,
    _join_lines,
    _recode,
)
