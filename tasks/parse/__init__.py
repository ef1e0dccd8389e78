"""The parser: one document's text to headline, lede, dateline, credits, byline, dates and typed paragraphs.

It is pure: it knows neither the disk nor a database, raises on no text, and keys on form, never on an outlet.
"""

from __future__ import annotations

from tasks.parse.article import parse
from tasks.parse.split import split

__all__ = ["parse", "split"]
