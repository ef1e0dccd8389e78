"""Small inboxes of invented articles; what each file must end as follows from its form alone."""

from __future__ import annotations

from pathlib import Path

from tasks.settings import IngestSettings

DEFAULTS = IngestSettings(home=Path())

ARTICLES = {
    "oslo.txt": (
        " date 2024-03-04 OSLO: Norway and Malawi on Monday held the 2nd round of their Lake Fisheries "
        "Dialogue at the Directorate of Fisheries.\n\nThe Norwegian side was led by Director Ingvild Sørbø "
        "and the Malawian side by Principal Secretary Chikondi Phiri.\n\nBoth sides agreed to "
        "count the spawning grounds again before the rains.\n"
    ),
    "hanoi.txt": (
        " date 2024-03-05 HANOI, March 5 (VNA) -- A bridge over the river Lam was opened to lorries on "
        "Tuesday after two years of repairs.\n\nThe first to cross carried tiles, the mayor said.\n"
    ),
    "quito.txt": (
        " date 2024-03-06 QUITO: Ecuador will lend Iceland four drawings of volcanoes, the museum said on "
        "Wednesday.\n\nThe drawings return in the autumn.\n"
    ),
}
LOADED, DUPLICATE, QUARANTINED = 3, 1, 1
BROKEN = "empty.txt"
MANY = 3 * DEFAULTS.batch_files
"""More files than a batch holds, so that more than one process is at work, and for a while."""


def write_inbox(folder: Path) -> Path:
    """Write three good articles, one of them twice, and one empty file."""
    (folder / "again").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "again" / "quito.txt").write_text(ARTICLES["quito.txt"], encoding="utf-8")
    (folder / BROKEN).write_bytes(b"")
    return folder


def write_many(folder: Path, count: int = MANY) -> Path:
    """Write articles that differ in one number."""
    folder.mkdir(parents=True)
    for number in range(1, count + 1):
        text = (
            f" date 2024-03-07 NIAMEY: Well number {number} of the district was cleaned on Thursday.\n\n"
            f"Water from it reaches {number + 20} households, the council said.\n"
        )
        (folder / f"well-{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def write_heavy(folder: Path, count: int) -> Path:
    """Write files too heavy to share a batch, all refused as binary, so that a run has that many batches."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"scan-{number:02}.txt").write_bytes(
            b"\x89PNG\r\n\x1a\n" + bytes([0, number]) * (DEFAULTS.batch_bytes // 4)
        )
    return folder
