"""The home folder: where everything a warehouse owns stands.

data/warehouse.duckdb -> snapshots/20260101T020000.000001Z.duckdb
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """Paths below one home folder; the folder itself may not exist yet."""

    root: Path

    @property
    def link(self) -> Path:
        """What people query: a relative link to the current snapshot."""
        return self.root / "warehouse.duckdb"

    @property
    def snapshots(self) -> Path:
        """The last few published snapshots."""
        return self.root / "snapshots"

    @property
    def parquet(self) -> Path:
        """The same tables as Parquet."""
        return self.root / "parquet"

    @property
    def raw(self) -> Path:
        """Raw bytes as they arrived, and the journal of which file held them when."""
        return self.root / "raw"

    @property
    def staging(self) -> Path:
        """What a run has not published yet; never opened by readers."""
        return self.root / "staging"

    @property
    def runs(self) -> Path:
        """One JSON record a run, also of runs that failed or had nothing to publish."""
        return self.root / "runs"

    @property
    def reports(self) -> Path:
        """One page a run."""
        return self.root / "reports"

    @property
    def lock(self) -> Path:
        """File whose lock the one writer holds."""
        return self.root / "writer.lock"

    def run_staging(self, run_id: str) -> Path:
        """Folder that one run stages in."""
        return self.staging / run_id

    def private(self, run_id: str) -> Path:
        """Private copy of the warehouse that one run works on."""
        return self.run_staging(run_id) / "warehouse.duckdb"

    def snapshot(self, run_id: str) -> Path:
        """File that one run publishes."""
        return self.snapshots / f"{run_id}.duckdb"

    def current(self) -> Path | None:
        """Return the published snapshot, or None before the first run."""
        return self.link.resolve() if self.link.exists() else None

    def create(self) -> None:
        """Make the folders a writer needs."""
        for folder in (self.snapshots, self.parquet, self.raw, self.staging, self.runs, self.reports):
            folder.mkdir(parents=True, exist_ok=True)
