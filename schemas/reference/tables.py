"""Read the reference tables as they are committed: ``JP<TAB>JPN<TAB>392<TAB>Japan<TAB>...``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent


def read_tsv(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """Give one dict a line, in file order; the first line names the columns, an empty cell is ""."""
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]


def split(cell: str) -> list[str]:
    """Split a cell of several values at ``|``; [] where it is empty."""
    return cell.split("|") if cell else []
