r"""Bytes made text, and the charset named: ``b"\xff\xfeL\x00i\x00"`` is ``"Li"`` in utf-16-le.

In order: a byte order mark, the NULs of UTF-16 and UTF-32, UTF-8 (strict, then with a few bytes broken), the
charset a container declared, and the charsets of the time before Unicode.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from dataclasses import dataclass
from typing import Final

from schemas.records import Rejection
from tasks.read.clean import PLAIN_BYTES, clean

_BOMS: Final = (
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it starts with the same two bytes
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_USUAL_CONTROLS: Final = b"\t\n\v\f\r"
_CONTROLS_ALLOWED: Final = 4
_CONTROL_SHARE: Final = 0.05
_BROKEN_SHARE: Final = 0.005
"""Of a text's bytes, how many may break UTF-8 while it is still read as UTF-8."""
_WHOLE_PER_BROKEN: Final = 4
"""So many well-formed sequences must stand against one broken byte; a legacy charset gives next to none."""
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
# What is declared as Latin-1 is cp1252 on the web, and GB 2312 is written with its extension.
_HEAD_CHARS: Final = 4000
_ZERO_WIDTH: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text, the charset it was in, and how many places of it were repaired."""

    text: str
    charset: str
    repaired: int


def decode(data: bytes, declared: str | None = None) -> Decoded | Rejection:
    """Return the text of the bytes, fit for `schemas.records.Document`, or why there is none."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _decode_other(data, declared, error)
    controls = data.translate(None, PLAIN_BYTES)
    if controls and controls.strip(b"\r") and (other := _decode_controls(data)) is not None:
        return other
    return _cleaned(text, "utf-8", raw=data, controls=controls)


def _cleaned(
    text: str, charset: str, broken: int = 0, raw: bytes | None = None, controls: bytes | None = None
) -> Decoded | Rejection:
    text, repaired = clean(text, raw, controls)
    if not text or text.isspace() or not text.strip().strip(_ZERO_WIDTH):
        seen = "nothing but white space" if text else "no bytes"
        return Rejection(code="empty", detail=f"The document holds {seen}.", position=0)
    return Decoded(text, charset, repaired + broken)


def _decode_controls(data: bytes) -> Decoded | Rejection | None:
    """Read what is valid UTF-8 but full of controls: UTF-16, ISO 2022, binary; None if it is plain text."""
    if b"\0" in data and (wide := _decode_wide(data)) is not None:
        return wide
    body = data.rstrip(b"\0")  # a file that was preallocated and never filled up
    controls = body.translate(None, PLAIN_BYTES + _USUAL_CONTROLS)
    if b"\x1b$" in body and (text := _try(body, "iso2022_jp_2") or _try(body, "iso2022_kr")) is not None:
        return _cleaned(text, "iso2022_kr" if b"\x1b$)C" in body else "iso2022_jp_2")
    if len(controls) > max(_CONTROLS_ALLOWED, _CONTROL_SHARE * len(body)):
        return _binary(data, f"{len(controls)} of {len(body)} bytes are control characters")
    return None


def _binary(data: bytes, seen: str) -> Rejection:
    first = re.search(rb"[\x00-\x08\x0e-\x1f\x7f]", data)
    return Rejection(
        code="binary", detail=f"{seen}; text was expected.", position=first.start() if first else 0
    )


def _decode_other(data: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded | Rejection:
    """Read what is not valid UTF-8."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], charset)
    if b"\0" in data and (wide := _decode_wide(data)) is not None:
        return wide
    controls = data.translate(None, PLAIN_BYTES + _USUAL_CONTROLS)
    if len(controls) > max(_CONTROLS_ALLOWED, _CONTROL_SHARE * len(data)):
        return _binary(data, f"{len(controls)} of {len(data)} bytes are control characters")
    return (
        _decode_surrogates(data)
        or _decode_declared(data, declared)
        or _decode_broken(data, error)
        or _decode_legacy(data, error)
    )


def _decode_marked(data: bytes, charset: str) -> Decoded | Rejection:
    text = data.decode(charset, "replace")
    broken = text.count("\ufffd")
    if broken > max(1, _BROKEN_SHARE * len(text)) or (broken and broken == len(text)):
        detail = f"The byte order mark says {charset}, but {broken} of {len(text)} characters are none of it."
        return Rejection(code="undecodable", detail=detail, position=0)
    return _cleaned(text, charset, broken)


def _decode_wide(data: bytes) -> Decoded | Rejection | None:
    """Read UTF-16 and UTF-32 without a mark: of Latin text, every second byte (or three of four) is NUL."""
    body = data[: len(data) - len(data) % 2]
    even, odd = body[::2].count(0), body[1::2].count(0)
    pairs = max(1, len(body) // 2)
    if min(even, odd) > pairs * 0.4 and len(data) % 4 == 0:
        charset = "utf-32-le" if data[3::4].count(0) > data[::4].count(0) else "utf-32-be"
    elif max(even, odd) > pairs * 0.2 and min(even, odd) < pairs * 0.02:
        charset = "utf-16-le" if odd > even else "utf-16-be"
    else:
        return None
    text = _try(data if charset.startswith("utf-32") else body, charset)
    head = text[:_HEAD_CHARS] if text else ""
    if text is None or sum(not c.isprintable() and c not in "\t\r\n\f" for c in head) > 0.01 * _HEAD_CHARS:
        return None
    return _cleaned(text, charset, len(data) - len(body))


def _try(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError):
        return None


def _decode_surrogates(data: bytes) -> Decoded | Rejection | None:
    """Read UTF-8 in which surrogates were encoded one by one (CESU-8, WTF-8) or NUL as C0 80."""
    if _SURROGATE.search(data) is None and b"\xc0\x80" not in data:
        return None
    try:
        text = data.replace(b"\xc0\x80", b"\0").decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return _cleaned(text, "utf-8")


def _decode_declared(data: bytes, declared: str | None) -> Decoded | Rejection | None:
    if not declared:
        return None
    try:
        charset = lookup(declared).name
    except (LookupError, ValueError):
        return None
    charset = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
        charset, charset
    )
    if charset in {"utf-8", "utf-7"} or (text := _try(data, charset)) is None:
        return None
    return _cleaned(text, charset)


def _decode_broken(data: bytes, error: UnicodeDecodeError) -> Decoded | Rejection | None:
    """Read UTF-8 with a few bytes broken, each now U+FFFD, or cut off inside its last character."""
    is_cut = error.reason == "unexpected end of data"
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = len(_SEQUENCE.findall(data))
    if not is_cut and (broken > max(1, _BROKEN_SHARE * len(data)) or whole < _WHOLE_PER_BROKEN * broken):
        return None
    return _cleaned(text, "utf-8", broken)


def _decode_legacy(data: bytes, error: UnicodeDecodeError) -> Decoded | Rejection:
    from tasks.read.legacy import choose_charset

    charset = choose_charset(data)
    text = _try(data, charset) if charset else None
    if charset is None or text is None:
        detail = (
            f"Byte 0x{data[error.start]:02x} is not UTF-8 ({error.reason}), and no other charset gives text."
        )
        return Rejection(code="undecodable", detail=detail, position=error.start)
    return _cleaned(text, charset)
