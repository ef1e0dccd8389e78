"""Whether a Prefect API is configured, told without importing Prefect."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path


def configured_api() -> str | None:
    """Return the API's address from the environment or from Prefect's active profile, or None."""
    told = os.environ.get("PREFECT_API_URL")
    if told:
        return told
    home = Path(os.environ.get("PREFECT_HOME") or Path.home() / ".prefect")
    try:
        profiles = tomllib.loads((home / "profiles.toml").read_text(encoding="utf-8"))
        name = os.environ.get("PREFECT_PROFILE") or profiles["active"]
        address = profiles["profiles"][name]["PREFECT_API_URL"]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError):
        return None
    return str(address)
