"""What one run was asked to do, checked once at the door."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from schemas.errors import UsageError
from tasks.rules import TODAY, Rules

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """What every run is told; alone, the settings of a rebuild."""

    home: Path
    workers: int = 0
    """Processes that parse; 0 = one a core."""
    dry_run: bool = False
    """Do everything but publish."""
    wait_seconds: float = 0.0
    """How long to wait for another writer."""
    rules: Rules = TODAY
    batch_files: int = 2000
    batch_bytes: int = 8 * MIB
    max_file_bytes: int = 256 * MIB
    keep_snapshots: int = 3

    def __post_init__(self) -> None:
        """Raise `UsageError` for values that make no sense."""
        if self.workers < 0 or self.batch_files < 1 or self.batch_bytes < 1 or self.keep_snapshots < 1:
            message = "workers must be 0 or more; batch sizes and the snapshots to keep at least 1."
            raise UsageError(message)

    @property
    def worker_count(self) -> int:
        """Processes to parse with."""
        return self.workers or len(os.sched_getaffinity(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings(RunSettings):
    """Settings of one ingest run."""

    sources: tuple[Path, ...] = ()
    source_name: str | None = None
    full: bool = False
    """Read and hash every file, also those whose size and time did not change."""
    withdraw_removed: bool = False
    """Withdraw the articles of files that are gone, instead of keeping them."""
    max_reject_share: float | None = None
    """Fail the run when a larger share of the documents it read is refused."""

    def __post_init__(self) -> None:
        """Raise `UsageError` for values that make no sense."""
        RunSettings.__post_init__(self)
        if self.max_reject_share is not None and not 0 <= self.max_reject_share <= 1:
            message = f"--max-reject-share is {self.max_reject_share}; expected a share from 0 to 1."
            raise UsageError(message)
        if self.source_name is not None and len(self.sources) != 1:
            message = "--source-name names one source; give exactly one SOURCE with it."
            raise UsageError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaySettings(RunSettings):
    """Settings of one replay: which archived contents are parsed again."""

    where: str | None = None
    """A condition in SQL on `articles a`, `ops.documents d`, `ops.files f`; None = all."""
    since: str | None = None
    """Only contents that arrived in this run or a later one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollbackSettings(RunSettings):
    """Settings of one rollback."""

    run_id: str
    """The run whose snapshot is published again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaintainSettings(RunSettings):
    """Settings of upkeep: what is kept, and from when on the warehouse file is worth writing anew."""

    keep_days: int = 400
    """Days that the record and the report of a run are kept."""
    pack_runs: int = 30
    """So many runs of long ago are put together in the raw archive; a month of nights."""
    compact_share: float = 0.25
    compact_bytes: int = 16 * MIB
    """Share of the warehouse file, and bytes, that hold nothing when it is written anew."""

    def __post_init__(self) -> None:
        """Raise `UsageError` for values that make no sense."""
        RunSettings.__post_init__(self)
        if self.keep_days < 1:
            message = f"--keep-days is {self.keep_days}; expected 1 or more."
            raise UsageError(message)
