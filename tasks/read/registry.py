"""Which reader reads what: one module and function for each format `tasks.read.tell` knows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from tasks.read.part import Part, Reader, read_text, refuse
from tasks.read.tell import tell, tell_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schemas.records import ReadDocument

READERS: Final = {
    "gzip": ("compressed", "read_gzip"),
    "zstd": ("compressed", "read_zstd"),
    "bzip2": ("compressed", "read_bzip2"),
    "xz": ("compressed", "read_xz"),
    "zip": ("zipped", "read_zip"),
    "tar": ("tarred", "read_tar"),
    "json": ("json_records", "read_json"),
    "parquet": ("parquet", "read_parquet"),
    "html": ("html", "read_html"),
    "warc": ("warc", "read_warc"),
    "xml": ("xml_items", "read_xml"),
}
"""Format → module here and function there; imported when the first such file comes. Text is read at once."""


def read_part(part: Part) -> Iterator[ReadDocument]:
    """Yield the documents of a part, whatever its format; never raise."""
    if (thing := tell_binary(part.data)) is not None:
        yield refuse(part, "binary", "binary", f"The bytes are {thing}; text was expected.", position=0)
        return
    told = tell(part.data, part.name)
    if told == "text":
        yield read_text(part, told)
    elif part.depth > part.settings.max_depth:
        detail = f"More than {part.settings.max_depth} containers stand inside one another."
        yield refuse(part, told, "unsafe_container", detail)
    else:
        yield from _read_guarded(part, told)


def _read_guarded(part: Part, told: str) -> Iterator[ReadDocument]:
    """Yield what the reader yields; what it raises becomes a rejection, here at the file boundary."""
    try:
        module, function = READERS[told]
        reader = cast("Reader", getattr(import_module(f"tasks.read.{module}"), function))
        yield from reader(part)
    except ImportError as error:
        detail = f"Reading {told} needs the package {error.name}, which is not installed."
        yield refuse(part, told, "unsupported", detail)
    except Exception as error:  # noqa: BLE001 - any bytes may come, and none may stop a batch
        yield refuse(part, told, "reader_error", f"{type(error).__name__}: {error}"[:500])
