"""Load: the staged batches of a run into a private copy of the warehouse, audited."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pyarrow as pa

from schemas.errors import RejectShareError
from tasks.process import BatchCounts, lexicon
from tasks.step import step
from warehouse.load import Loaded, LoadRequest, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tasks.discover import Discovered
    from tasks.settings import IngestSettings
    from warehouse.home import Home
    from warehouse.journal import RunRecord


@step("load batches")
def load_batches(
    home: Home,
    settings: IngestSettings,
    record: RunRecord,
    discovered: Discovered,
    earlier: tuple[RunRecord, ...],
) -> Loaded:
    """Load what the run staged; see `warehouse.load.load` for what is raised."""
    reference = lexicon().tables()
    request = LoadRequest(
        record=record,
        withdraw_removed=settings.withdraw_removed,
        sources=discovered.sources,
        reference=reference,
        reference_sha256=_digest(reference.values()),
        earlier_runs=earlier,
    )
    return load(home, request)


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
