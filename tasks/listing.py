"""Listing a source: every file below a folder with its size and time, in one walk.

Nothing is skipped: what can't be listed or read comes back as an entry with a code, so that it ends in the
ledger like everything else.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from pathlib import Path

LISTING_SCHEMA = pa.schema(
    [
        ("source", pa.string()),
        ("root", pa.binary()),
        ("raw_path", pa.binary()),
        ("path", pa.string()),
        ("size_bytes", pa.int64()),
        ("modified_ns", pa.int64()),
        ("code", pa.string()),
        ("detail", pa.string()),
    ]
)


@dataclass(slots=True)
class Listing:
    """Entries of one source, column by column; paths are relative to the root, as the system gives them."""

    source: str
    root: Path
    is_whole: bool
    """Whether the root was walked, so that files which are not listed are gone."""
    paths: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    codes: list[str | None] = field(default_factory=list)
    details: list[str | None] = field(default_factory=list)
    unlisted: list[str] = field(default_factory=list)
    """Folders that could not be listed: files known below them are not gone."""

    def add(self, path: str, size: int, modified_ns: int) -> None:
        """Add a file."""
        self.paths.append(path)
        self.sizes.append(size)
        self.times.append(storable_time(modified_ns))
        self.codes.append(None)
        self.details.append(None)

    def add_problem(self, path: str, code: str, detail: str) -> None:
        """Add an entry that can't be read as a file."""
        self.add(path, 0, 0)
        self.codes[-1] = code
        self.details[-1] = detail

    def table(self) -> pa.Table:
        """Return the entries as an Arrow table with `LISTING_SCHEMA`."""
        count = len(self.paths)
        columns = [
            pa.array([self.source], pa.string()).take(pa.array([0] * count, pa.int32())),
            pa.array([os.fsencode(self.root)], pa.binary()).take(pa.array([0] * count, pa.int32())),
            pa.array([os.fsencode(path) for path in self.paths], pa.binary()),
            pa.array([shown_path(path) for path in self.paths], pa.string()),
            pa.array(self.sizes, pa.int64()),
            pa.array(self.times, pa.int64()),
            pa.array(self.codes, pa.string()),
            pa.array(self.details, pa.string()),
        ]
        return pa.Table.from_arrays(columns, schema=LISTING_SCHEMA)


def storable_time(modified_ns: int) -> int:
    """Return a time that fits 64 bits, 1677 to 2262: some file systems hold wilder ones."""
    return min(max(modified_ns, -(1 << 63)), (1 << 63) - 1)


def storable_text(name: str) -> str:
    r"""Return a name as text that can be stored: bytes that are not UTF-8 as ``\xNN``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def shown_path(path: str) -> str:
    r"""Return a path as text: bytes not UTF-8 as ``\xNN``, backslashes doubled, so no two paths meet."""
    if path.isascii() and "\\" not in path:
        return path
    escaped = path.replace("\\", "\\\\")
    return "".join(
        f"\\x{ord(c) - 0xDC00:02x}" if 0xDC80 <= ord(c) <= 0xDCFF else c  # noqa: PLR2004 - surrogateescape
        for c in escaped
    )


def list_folder(source: str, root: Path, exclude: Path) -> Listing:
    """List all files below a folder, following links; `exclude` (the home folder) is passed over."""
    listing = Listing(source=source, root=root, is_whole=True)
    excluded = _identity(str(exclude))
    pending: list[tuple[str, tuple[tuple[int, int], ...]]] = [("", ())]
    while pending:
        folder, ancestors = pending.pop()
        found = os.path.join(root, folder) if folder else str(root)  # noqa: PTH118 - bytes must survive
        identity = _identity(found)
        if identity is not None and identity == excluded:
            continue
        if identity in ancestors:
            listing.add_problem(folder.rstrip("/"), "link_loop", "The link leads to a folder it stands in.")
            continue
        chain = ancestors if identity is None else (*ancestors, identity)
        pending.extend((name, chain) for name in _list_one(listing, folder, found))
    return listing


def list_files(source: str, root: Path, names: list[str]) -> Listing:
    """List single files of a folder; nothing is said about the folder's other files."""
    listing = Listing(source=source, root=root, is_whole=False)
    for name in sorted(set(names)):
        status = (root / name).stat()
        listing.add(name, status.st_size, status.st_mtime_ns)
    return listing


def _list_one(listing: Listing, folder: str, found: str) -> list[str]:
    """Add the files of one folder; return the folders in it, each with a closing slash."""
    folders = []
    try:
        with os.scandir(found) as entries:
            for entry in entries:
                name = folder + entry.name
                try:
                    status = entry.stat()
                except OSError as error:
                    is_link = entry.is_symlink()
                    listing.add_problem(name, "broken_link" if is_link else "unreadable", _why(error))
                    continue
                if stat.S_ISREG(status.st_mode):
                    listing.add(name, status.st_size, status.st_mtime_ns)
                elif stat.S_ISDIR(status.st_mode):
                    folders.append(name + "/")
                else:
                    listing.add_problem(name, "not_a_file", "A socket, pipe or device stands here.")
    except OSError as error:
        listing.add_problem(
            folder.rstrip("/") or ".", "unreadable", f"The folder can't be listed: {_why(error)}"
        )
        listing.unlisted.append(folder)
    return folders


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - bytes must survive
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
