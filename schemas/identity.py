"""Ids made from raw natural keys: the same in every rebuild, on every machine.

>>> make_id("agency", "Bernama") == make_id("agency", "Bernama")
True
>>> make_id("a", "bc") == make_id("ab", "c")
False
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

ID_BITS: Final = 63
"""A BIGINT without its sign: ids are never negative."""

_MASK: Final = (1 << ID_BITS) - 1


def make_id(*parts: str | bytes) -> int:
    """Hash the parts to an id of 63 bits.

    Each part is hashed behind its length in bytes, so where one part ends can not be confused. Text counts as
    its UTF-8 bytes: ``"é"`` and ``"é".encode()`` give the same id. Lone surrogates are kept, not refused.
    """
    raws = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    joined = b"".join([b"%d:%b" % (len(raw), raw) for raw in raws])
    return int.from_bytes(blake2b(joined, digest_size=16).digest()[:8], "big") & _MASK
