"""The HTML page of a run: what it tells, also of runs that failed, and that it escapes whatever it shows."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from schemas.errors import RejectShareError
from tasks.report import LATEST, report_path, write_report
from tests.helpers import article, ingest, write
from warehouse.journal import read_records

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

HOSTILE = '<script>alert("1")</script>&.txt'.replace("/", "\N{FRACTION SLASH}")


class _Page(HTMLParser):
    """Collects the tags and the words of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.add(tag)
        assert all(name in {"lang", "charset", "name", "content", "class", "href"} for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        """Keep the words, white space levelled."""
        self.words = " ".join([*self.words.split(), *data.split()])


def test_run_with_refusals(home: Home, inbox: Path) -> None:
    """A run's page tells counts, rows, audits and what was refused; the latest link leads to it."""
    write(inbox, {"a.txt": article(1), "b.txt": "", "c.txt": article(2)})
    record = ingest(home, inbox)
    page = report_path(home, record.run_id)
    assert (home.reports / LATEST).resolve() == page
    told = _Page(page).words
    assert f"Run {record.run_id}" in told
    assert "documents loaded 2" in told
    assert "inbox/b.txt empty" in told
    assert "Ask the sender for it again." in told
    assert "articles 2 0 0" in told
    assert "conservation" in told
    assert "passed" in told


def test_hostile_names(home: Home, inbox: Path) -> None:
    """A path that looks like markup is shown as text."""
    record = ingest(home, write(inbox, {HOSTILE: "", "b.txt": article(1)}))
    page = _Page(report_path(home, record.run_id))
    assert HOSTILE in page.words
    assert "script" not in page.tags


def test_failed_run(home: Home, inbox: Path) -> None:
    """A failed run has a page too, with its error and the runs before it."""
    write(inbox, {"a.txt": article(1)})
    first = ingest(home, inbox)
    write(inbox, {"b.txt": "", "c.txt": ""})
    with pytest.raises(RejectShareError):
        ingest(home, inbox, max_reject_share=0.5)
    failed = read_records(home)[-1]
    told = _Page(home.reports / LATEST).words
    assert f"Run {failed.run_id}" in told
    assert "2 of 2 documents were refused" in told
    assert first.run_id in told


def test_unwritable_reports(home: Home, inbox: Path) -> None:
    """A run is done, and published, also where its page can't be written."""
    (home.reports / LATEST).mkdir(parents=True)
    record = ingest(home, write(inbox, {"a.txt": article(1)}))
    assert record.status == "succeeded"
    assert home.current() == home.snapshot(record.run_id)


def test_written_again(home: Home, inbox: Path) -> None:
    """The page of a run can be written again and is the same."""
    record = ingest(home, write(inbox, {"a.txt": article(1)}))
    page = report_path(home, record.run_id)
    before = page.read_text(encoding="utf-8")
    page.unlink()
    assert write_report(home, read_records(home)[-1]) == page
    assert page.read_text(encoding="utf-8") == before
