"""In which order, and how it is started: flows, the pipeline, the command line."""

from __future__ import annotations

import os

# No telemetry unless the user turns it on: Prefect's client looks at this when it is imported.
os.environ.setdefault("DO_NOT_TRACK", "1")
