"""What every parsing process needs, loaded once in the server process they are forked from."""

from __future__ import annotations

from tasks.process import known_ids

known_ids()
