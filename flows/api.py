"""Whether a Prefect API is configured and answers, told without importing Prefect."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from schemas.errors import DatelineError

ANSWER_SECONDS = 10.0


class ApiError(DatelineError):
    """The Prefect API that is configured does not answer."""


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


def require_answer(address: str) -> None:
    """Raise `ApiError` when nothing answers at an API's address; any answer will do."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    try:
        urlopen(f"{address}/health", timeout=ANSWER_SECONDS).close()  # noqa: S310 - the user's own setting
    except HTTPError as answer:
        answer.close()
    except (OSError, ValueError) as error:
        message = (
            f"the Prefect API {address} does not answer ({error}). Start it, mend PREFECT_API_URL, or run "
            "`dateline ingest --orchestrate off`, which needs none."
        )
        raise ApiError(message) from error
