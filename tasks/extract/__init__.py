"""What an article says: people and offices, organisations, countries, statements, official meetings.

Pure rules over word lists, no model; `extract` neither reads files nor raises, and gives the same facts for
the
same article, whatever else was read.
"""

from __future__ import annotations

from tasks.extract.facts import extract
from tasks.extract.rows import facts_rows

__all__ = ["extract", "facts_rows"]
