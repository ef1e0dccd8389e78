"""Ids: the same everywhere, different for different keys."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from schemas.identity import make_id

PARTS = st.lists(st.text() | st.binary(), max_size=4)

KNOWN: dict[tuple[str | bytes, ...], int] = {
    (): 5397116935000276288,
    ("agency", "Harbour Wire"): 7747742351962323578,
    (b"\x00\xff",): 3096813406437732682,
}


def test_an_id_never_changes() -> None:
    """The ids stored in warehouses are these; a change here would orphan every row."""
    assert make_id() == KNOWN[()]
    assert make_id("agency", "Harbour Wire") == KNOWN["agency", "Harbour Wire"]
    assert make_id(b"\x00\xff") == KNOWN[(b"\x00\xff",)]


def test_where_a_part_ends_counts() -> None:
    """Moving a letter, or a whole length prefix, from one part to the next gives another id."""
    keys = [("a", "bc"), ("ab", "c"), ("abc",), ("abc", ""), ("", "abc"), ("1:a", "bc"), ("a2:bc",)]
    assert len({make_id(*key) for key in keys}) == len(keys)


def test_text_is_its_utf8_bytes() -> None:
    """A key may be given as text or as the bytes of that text."""
    assert make_id("Đà Nẵng") == make_id("Đà Nẵng".encode())


def test_a_lone_surrogate_is_a_key_too() -> None:
    """A broken file name still has an id."""
    assert make_id("\udcff") != make_id("\udcfe")


@given(PARTS)
def test_an_id_fits_a_bigint(parts: list[str | bytes]) -> None:
    """Every id fits a signed 64-bit column and is not negative."""
    assert 0 <= make_id(*parts) < 2**63


def test_neighbouring_keys_do_not_collide() -> None:
    """Ten thousand running numbers have ten thousand ids."""
    ids = sorted(make_id("row", str(number)) for number in range(10_000))
    assert all(left < right for left, right in pairwise(ids))
