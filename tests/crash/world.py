"""An inbox with a history: what is new, corrected, removed, withdrawn, broken and mended before each run.

The bulletins are all rewritten between two runs, each with the number of its issue. Who sees two issues, or
a page missing, has seen half a run.
"""

from __future__ import annotations

import gzip
import json
import os
from typing import TYPE_CHECKING

from tests.helpers import article, write

if TYPE_CHECKING:
    import random
    from pathlib import Path

PAGES = 5
NAMES = tuple(f"{folder}well-{number}.txt" for folder in ("", "north/") for number in range(8))
_START = 1_700_000_000_000_000_000


def bulletin(issue: int, page: int) -> str:
    """Return one page of an invented bulletin."""
    return (
        f" date 2024-03-{page:02} OSLO, March {page} (NTB) -- Bulletin {issue} of the harbour was read out, "
        f"page {page}.\n\nBy Ana Lo\n\nThe harbour master, Inga Dahl, said that {issue} ships came in.\n"
    )


def item(version: int, status: str) -> bytes:
    """Return one version of an item in ninjs; the highest holds, and a cancelled one takes all back."""
    told = {
        "uri": "urn:harbour:7",
        "version": str(version),
        "type": "text",
        "pubstatus": status,
        "body_text": f"Crane number {version + 40} was painted on Thursday.\n\nThe council was pleased.",
    }
    return json.dumps(told).encode()


class World:
    """The inbox, changed by a generator of random numbers, so that a seed tells its whole history."""

    def __init__(self, inbox: Path, chance: random.Random) -> None:
        """Begin with an empty inbox."""
        self.inbox = inbox
        self.issue = 0
        self._chance = chance
        self._written = 0
        self._articles = 0
        inbox.mkdir(parents=True)

    def turn(self) -> None:
        """Let the next issue come, and with it whatever else happens to an inbox."""
        self.issue += 1
        for page in range(1, PAGES + 1):
            self._write(f"bulletin-{page}.txt", bulletin(self.issue, page).encode())
        for name in self._chance.sample(NAMES, 4):
            self._write(name, self._content())
        there = [name for name in NAMES if (self.inbox / name).exists()]
        for name in self._chance.sample(there, min(2, len(there))):
            (self.inbox / name).unlink()
        if self._chance.random() < 0.4:
            status = self._chance.choice(("usable", "usable", "canceled"))
            self._write(f"item-{self.issue}.json", item(self.issue, status))

    def _content(self) -> bytes:
        """Return a new article, a copy of one that came before, a packed one, or one that is refused."""
        kind = self._chance.choice(("new", "new", "copy", "packed", "records", "empty"))
        if kind == "empty":
            return b""
        if kind == "copy":
            return article(self._chance.randint(0, self._articles)).encode()
        self._articles += 1
        if kind == "packed":
            return gzip.compress(article(self._articles).encode(), mtime=0)
        if kind == "records":
            texts = (article(self._articles), article(self._chance.randint(0, self._articles)))
            return b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)
        return article(self._articles).encode()

    def _write(self, name: str, content: bytes) -> None:
        """Write a file with a time of its own, so that a correction of the same size is told."""
        write(self.inbox, {name: content})
        self._written += 1
        stamp = _START + self._written * 1_000_000_000
        os.utime(self.inbox / name, ns=(stamp, stamp))
