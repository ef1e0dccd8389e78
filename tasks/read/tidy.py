"""A field of metadata as one line: ``["Rosa Quispe", {"name": "Ana Flores"}]`` is both names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from tasks.read.clean import clean

_NOTHING: Final = frozenset({"", "none", "null", "nan", "nat", "n/a", "undefined"})


def tidy(value: object) -> str | None:
    """Return a field's value as a clean line of text; None where it says nothing."""
    if isinstance(value, bool):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float):
        value = repr(value)
    if isinstance(value, list | tuple):
        items = [tidy(item.get("name") if isinstance(item, Mapping) else item) for item in value]
        return ", ".join(item for item in items if item) or None
    if isinstance(value, Mapping):
        return tidy(value.get("name"))
    if not isinstance(value, str):
        return None
    text = " ".join(clean(value)[0].split())
    return None if text.lower() in _NOTHING else text
