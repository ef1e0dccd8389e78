"""What every parsing process needs, loaded once in the server process they are forked from."""

from __future__ import annotations

import schemas.rules  # noqa: F401 - loaded for the processes that are forked from here
from tasks.process import known_ids

known_ids()
