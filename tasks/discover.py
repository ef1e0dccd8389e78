"""Discover: which files of the sources are new, may have changed, or are gone.

One listing, compared with the ledger by size and modification time; only what differs is read. What is to be
read stands in `staging/<run>/candidates.arrow`, ordered by source and path, and is cut into batches.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from schemas.errors import UsageError
from tasks.archive import GONE
from tasks.batches import Batch, cut, write_candidates
from tasks.listing import LISTING_SCHEMA, Listing, list_files, list_folder, shown_path, storable_text
from tasks.step import step
from warehouse.ledger import compare, known_sources
from warehouse.migrations import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tasks.settings import IngestSettings
    from warehouse.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovered:
    """What discovering found: counts, and the batches to read."""

    sources: dict[str, str]
    files_seen: int
    files_to_read: int
    files_gone: int
    batches: tuple[Batch, ...]


@step("discover files", retries=2)
def discover(home: Home, staging: Path, settings: IngestSettings) -> Discovered:
    """List the sources and compare them with the ledger; raise `UsageError` for sources that can't be."""
    spill = staging / "spill"
    current = base(home, staging.name)
    listings = list(
        list_sources(
            settings.sources,
            name=settings.source_name,
            known=known_sources(current, spill),
            exclude=home.root,
        )
    )
    table = pa.concat_tables([listing.table() for listing in listings] or [LISTING_SCHEMA.empty_table()])
    walked = [listing.source for listing in listings if listing.is_whole]
    found = compare(current, table, walked=walked, full=settings.full, temporary=spill)
    gone = _without_unlisted(found.gone, listings)
    write_candidates(staging, found.candidates)
    pq.write_table(gone, staging / GONE)
    discovered = Discovered(
        sources={listing.source: storable_text(str(listing.root)) for listing in listings},
        files_seen=table.num_rows,
        files_to_read=found.candidates.num_rows,
        files_gone=gone.num_rows,
        batches=tuple(_batches(staging, found.candidates, settings)),
    )
    del table, found, listings
    pa.default_memory_pool().release_unused()  # a long listing takes room that loading needs
    return discovered


def list_sources(
    given: Sequence[Path], *, name: str | None, known: dict[str, str], exclude: Path
) -> Iterator[Listing]:
    """List folders and files; files of one folder share a listing, named after the folder."""
    folders: dict[Path, list[str] | None] = {}
    for path in given:
        absolute = _plain(path)
        if os.path.isdir(absolute):  # noqa: PTH112 - pathlib raises for names that are too long
            folders[absolute] = None
        elif os.path.isfile(absolute):  # noqa: PTH113
            names = folders.setdefault(absolute.parent, [])
            if names is not None:
                names.append(absolute.name)
        else:
            message = f"SOURCE {path} does not exist. Give a folder or a file that does."
            raise UsageError(message)
    taken: dict[str, Path] = {}
    for root, names in folders.items():
        source = source_name(root, name, known)
        if taken.setdefault(source, root) != root:
            message = (
                f"{taken[source]} and {root} would both be source {source!r}. "
                "Run them one by one with --source-name."
            )
            raise UsageError(message)
        yield list_folder(source, root, exclude) if names is None else list_files(source, root, names)


def _plain(path: Path) -> Path:
    """Return the absolute path without ``..``, so that a folder has one name from wherever it is named.

    Links are kept, because a link may be moved on to another folder that is still the same source; only
    where a link stands before a ``..`` it is followed.
    """
    absolute = path.absolute()
    if ".." not in absolute.parts:
        return absolute
    plain = Path(os.path.normpath(absolute))
    try:
        return plain if plain.samefile(absolute) else absolute.resolve()
    except OSError:
        return absolute


def source_name(root: Path, name: str | None, known: dict[str, str]) -> str:
    """Return the name of the source at a folder.

    A folder keeps the name it was first read under; a new one is called like its last part. That name may
    belong to another folder: if that one is gone, the source has moved; if not, the run is refused, because
    reading two folders as one source would declare the files of each removed by the other.
    """
    if name is not None:
        return storable_text(name)
    for source, folder in sorted(known.items()):
        if folder == storable_text(str(root)):
            return source
    source = storable_text(root.name) or "root"
    other = known.get(source)
    if other is not None and Path(other).exists():
        message = (
            f"Source {source!r} is the folder {other}; {root} has the same name. Pass --source-name NAME to "
            f"read it as a source of its own, or --source-name {source} if it moved."
        )
        raise UsageError(message)
    return source


def _without_unlisted(gone: pa.Table, listings: Iterable[Listing]) -> pa.Table:
    """Keep files below a folder that could not be listed: nobody knows that they are gone."""
    for listing in listings:
        for folder in listing.unlisted:
            below = pc.starts_with(gone.column("path"), shown_path(folder))
            known = pc.and_(below, pc.equal(gone.column("source"), listing.source))
            gone = gone.filter(pc.invert(known))
    return gone


def _batches(staging: Path, candidates: pa.Table, settings: IngestSettings) -> Iterator[Batch]:
    sizes = candidates.column("size_bytes").to_pylist()
    for batch_no, (start, stop) in enumerate(cut(sizes, settings), 1):
        yield Batch(run_id=staging.name, batch_no=batch_no, staging=staging, start=start, stop=stop)
