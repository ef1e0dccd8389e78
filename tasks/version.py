"""Which rules read, parse and extract: one version for all, and the digest of what they make of known texts.

`make rules` moves both when the output over the samples and the labelled articles has changed; see
`tests/tasks/output.py`.
"""

from __future__ import annotations

from typing import Final

RULES_VERSION: Final = "2026.11.4"
"""Moves whenever the same bytes can come out differently."""
