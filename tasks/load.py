"""Load: the staged batches of a run into a private copy of the warehouse, audited."""

from __future__ import annotations

from hashlib import sha256
from shutil import rmtree
from typing import TYPE_CHECKING

import pyarrow as pa

from schemas.errors import RejectShareError
from tasks.process import BatchCounts, reference
from tasks.stage import require_staged
from tasks.step import step
from warehouse.journal import read_records
from warehouse.load import Loaded, load
from warehouse.plan import LoadRequest
from warehouse.rebuild import rebuild

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tasks.discover import Discovered
    from tasks.recall import Recalled, Selected
    from tasks.settings import IngestSettings
    from warehouse.home import Home
    from warehouse.journal import RunRecord
    from warehouse.merge import RowCounts


@step("load batches")
def load_batches(
    home: Home,
    settings: IngestSettings,
    record: RunRecord,
    discovered: Discovered,
    earlier: tuple[RunRecord, ...],
) -> Loaded:
    """Load what the run staged; see `warehouse.load.load` for what is raised."""
    held = reference()
    request = LoadRequest(
        record=record,
        staged=home.run_staging(record.run_id),
        withdraw_removed=settings.withdraw_removed,
        sources=discovered.sources,
        reference=held,
        reference_sha256=_digest(held.values()),
        earlier_runs=earlier,
    )
    return load(home, request)


@step("load replayed")
def load_replayed(
    home: Home,
    record: RunRecord,
    selected: Selected,
    earlier: tuple[RunRecord, ...],
    announce: Callable[[Mapping[str, RowCounts]], None],
) -> Loaded:
    """Load what contents give that were parsed again; `announce` is told the difference before the commit."""
    held = reference()
    request = LoadRequest(
        record=record,
        staged=home.run_staging(record.run_id),
        reference=held,
        reference_sha256=_digest(held.values()),
        earlier_runs=earlier,
        current_batches=selected.current_batches,
    )
    return load(home, request, announce)


@step("load recalled")
def load_recalled(
    home: Home, record: RunRecord, recalled: Recalled, processed: Sequence[BatchCounts]
) -> Loaded:
    """Load the archived runs into a new private warehouse, one after the other."""
    held = reference()
    digest = _digest(held.values())
    staging = home.run_staging(record.run_id)
    written: dict[Path, dict[Path, int]] = {}
    for counts in processed:
        for path, size in counts.staged.items():
            written.setdefault(path.parent.parent, {})[path] = size

    def requests() -> Iterator[LoadRequest]:
        for archived in recalled.runs:
            staged = staging / archived.record.run_id
            sizes = written.get(staged, {})
            require_staged(sizes)
            yield LoadRequest(
                record=archived.record,
                staged=staged,
                withdraw_removed=archived.withdraw_removed,
                sources=archived.sources,
                reference=held,
                reference_sha256=digest,
            )
            require_staged(sizes)
            rmtree(staged)

    archived_ids = {archived.record.run_id for archived in recalled.runs}
    others = (r for r in read_records(home) if r.status != "running" and r.run_id not in archived_ids)
    return rebuild(home, record, requests(), tuple(others))


def require_batches(processed: Iterable[BatchCounts]) -> None:
    """Raise `StorageError` unless every file that batches staged is there as it was written."""
    for counts in processed:
        require_staged(counts.staged)


def require_share(settings: IngestSettings, counts: Iterable[BatchCounts]) -> None:
    """Raise `RejectShareError` when more of what was read is refused than the run accepts."""
    counted = list(counts)
    documents = sum(c.documents for c in counted)
    refused = sum(c.refused for c in counted)
    limit = settings.max_reject_share
    if limit is not None and documents and refused / documents > limit:
        message = (
            f"{refused} of {documents} documents were refused, more than --max-reject-share {limit}. Nothing "
            "was published. Look at the files, or run again with a larger share to quarantine them."
        )
        raise RejectShareError(message)


def _digest(tables: Iterable[pa.Table]) -> str:
    digest = sha256()
    for table in tables:
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table.combine_chunks())
        digest.update(sink.getvalue())
    return digest.hexdigest()
