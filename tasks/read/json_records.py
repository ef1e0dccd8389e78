r"""JSON: one object or array, or one value a line: ``{"text": "…", "url": "…"}\n{"text": "…"}\n``.

Each record is read on its own bytes, so a broken one costs only itself, and its number is its line's or its
place's in the array. What only starts like JSON (``[UPDATE] OSLO — …``) is read as the text it is.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from schemas.records import Rejection
from tasks.read.decode import decode
from tasks.read.part import RECORD_MARK, Part, read_text, refuse
from tasks.read.records import read_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from schemas.records import ReadDocument

_LINE_ENDINGS: Final = (".jsonl", ".ndjson")
_MEANT_AS_JSON: Final = re.compile(rb'\s*(?:\[\s*)?\{\s*(?:\}|"[^"\n]{1,80}"\s*:)|\s*\[\s*\]')
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_LINES_TRIED: Final = 20
_LISTS: Final = ("articles", "items", "results", "data", "docs", "documents", "records", "news", "hits")
_DECODER: Final = json.JSONDecoder()
_Broken = (ValueError, RecursionError)


def read_json(part: Part) -> Iterator[ReadDocument]:
    """Yield a document for each record, in order."""
    data = part.data.removeprefix(BOM_UTF8)
    charset = "utf-8"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in data[:16]:
        decoded = decode(data)
        if isinstance(decoded, Rejection):
            yield read_text(part, "json")
            return
        data, charset = decoded.text.encode(), decoded.charset
    name = part.name.lower()
    if name.endswith(_LINE_ENDINGS) or _is_lines(data):
        yield from _read_lines(part, data, charset)
    elif not name.endswith(".json") and not _MEANT_AS_JSON.match(data):
        yield read_text(part, "text")
    elif not _starts_whole(data) and _has_lines(data):
        yield from _read_lines(part, data, charset)
    else:
        yield from _read_whole(part, data)


def _is_lines(data: bytes) -> bool:
    """Tell JSON lines: the first line is an object, and more follow."""
    first, _, rest = data.lstrip().partition(b"\n")
    return first.startswith(b"{") and not rest.isspace() and rest != b"" and _is_json(first)


def _has_lines(data: bytes) -> bool:
    """Tell JSON lines of which the first is broken."""
    return any(line.startswith(b"{") and _is_json(line) for line in data.split(b"\n", _LINES_TRIED)[:-1])


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except _Broken:
        return False
    return True


def _starts_whole(data: bytes) -> bool:
    """Tell whether a value can be read from the start, over as many lines as it takes."""
    decoded = _as_text(data)
    if decoded is None:
        return False
    at = _skip(decoded[0], 0)
    at = _skip(decoded[0], at + 1) if decoded[0].startswith("[", at) else at
    try:
        _DECODER.raw_decode(decoded[0], at)
    except _Broken:
        return False
    return True


def _read_lines(part: Part, data: bytes, charset: str) -> Iterator[ReadDocument]:
    """Yield a document for each line that is not blank; its number counts blank ones too, as editors do."""
    at = number = 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        line, start = data[at:end].rstrip(b"\r"), at
        at, number = end + 1, number + 1
        if line.strip():
            inner = part.inside(part.name, line)
            yield from _numbered(_read_line(inner, charset, start), number)
    if not number:
        yield refuse(part, "json", "empty", "The file holds no line.")


def _numbered(documents: Iterable[ReadDocument], number: int) -> Iterator[ReadDocument]:
    """Yield the documents of one record under its number: `#12`, and `#12#side` of one it holds."""
    for document in documents:
        yield replace(document, member=f"{RECORD_MARK}{number}{document.member or ''}")


def _read_line(part: Part, charset: str, start: int) -> Iterator[ReadDocument]:
    line: str | bytes = part.data
    if len(part.data) <= part.settings.max_document_bytes:
        try:
            line = part.data.decode()
        except UnicodeDecodeError:
            decoded = decode(part.data)
            if isinstance(decoded, Rejection):
                yield replace(read_text(part, "json"), member=None)
                return
            line, charset = decoded.text, decoded.charset
    try:
        record = json.loads(line) if isinstance(line, str) else None
    except _Broken as error:
        yield refuse(part, "json", "malformed_record", _told(error), position=start)
        return
    yield from read_records(part, "json", record, charset)


def _read_whole(part: Part, data: bytes) -> Iterator[ReadDocument]:
    """Yield the records of one value, or of values that follow each other without being one a line."""
    decoded = _as_text(data)
    if decoded is None:
        yield read_text(part, "json")
        return
    text, charset = decoded
    at = _skip(text, 0)
    in_array = text.startswith("[", at)
    at = _skip(text, at + 1) if in_array else at
    number = 0
    while at < len(text) and not (in_array and text[at] == "]"):
        try:
            record, end = _DECODER.raw_decode(text, at)
        except _Broken as error:
            rest = part.inside(part.name, text[at:].encode("utf-8", "surrogatepass"))
            refused = refuse(rest, "json", "malformed_record", _told(error), position=at)
            yield replace(refused, member=f"{RECORD_MARK}{number + 1}" if in_array or number else None)
            return
        inner = part.inside(part.name, text[at:end].encode("utf-8", "surrogatepass"))
        at = _skip(text, end)
        if text.startswith(",", at) and in_array:
            at = _skip(text, at + 1)
        number += 1
        if number == 1 and at == len(text) and not in_array:
            yield from _read_only(part, record, charset)
        else:
            yield from _numbered(read_records(inner, "json", record, charset), number)
    if not number:
        yield refuse(part, "json", "empty", "The array holds no record.")


def _read_only(part: Part, record: object, charset: str) -> Iterator[ReadDocument]:
    """Yield the document of the file's one object, or of each record of the one list it is wrapped around."""
    records = _wrapped(record, depth=2)
    if records is None:
        yield from read_records(part, "json", record, charset)
        return
    for number, entry in enumerate(records, 1):
        inner = part.inside(part.name, json.dumps(entry).encode())
        yield from _numbered(read_records(inner, "json", entry, charset), number)


def _wrapped(record: object, depth: int) -> list[Any] | None:
    """Return the records of ``{"status": "ok", "articles": [{…}, {…}]}``; None if it is a record itself."""
    if not isinstance(record, dict) or depth == 0:
        return None
    for name in _LISTS:
        found = record.get(name)
        if isinstance(found, list) and found and all(isinstance(entry, dict) for entry in found):
            return found
    inner = record.get("response") or record.get("result")
    return _wrapped(inner, depth - 1)


def _as_text(data: bytes) -> tuple[str, str] | None:
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:
        decoded = decode(data)
    return None if isinstance(decoded, Rejection) else (decoded.text, decoded.charset)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _told(error: Exception) -> str:
    return f"It is not JSON: {error}" if isinstance(error, ValueError) else "The JSON is nested too deep."
