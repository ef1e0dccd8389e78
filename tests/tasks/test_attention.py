"""What needs attention is told with the command that helps, and that command helps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tasks.attention import needs_attention
from tasks.rules import BARE, TODAY
from tests.helpers import article, ingest, meeting, query, replay, write
from warehouse.journal import read_records
from warehouse.query import overview

if TYPE_CHECKING:
    from pathlib import Path

    from schemas.fact_records import Facts
    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon
    from warehouse.home import Home

pytestmark = pytest.mark.warehouse


def told(home: Home) -> list[str]:
    """Return what needs attention in a home folder."""
    return needs_attention(home, read_records(home), overview(home), None)


def fail(_article: Article, _lexicon: Lexicon) -> Facts:
    """Fail as an extractor must not."""
    message = "no"
    raise LookupError(message)


def test_articles_of_other_rules_are_told_with_the_replay_that_mends_them(warm: Home, inbox: Path) -> None:
    """Articles of other rules are counted, and the replay that is named leaves nothing to tell."""
    write(inbox, {"a.txt": article(1)})
    ingest(warm, inbox, rules=replace(TODAY, version="2020.1"))
    write(inbox, {"b.txt": meeting(4)})
    ingest(warm, inbox, rules=BARE)
    (line,) = told(warm)
    assert line.startswith("2 articles carry")
    assert f"2020.1, {BARE.version}" in line
    where = line.partition('--where "')[2].rstrip('"')
    assert query(warm, "SELECT count(*) FROM meeting_reports") == [(0,)]
    replay(warm, where)
    assert query(warm, "SELECT count(*) FROM meeting_reports") == [(1,)]
    assert told(warm) == []


def test_bare_replay_takes_facts_away_and_says_so(warm: Home, inbox: Path) -> None:
    """Without facts the rows go, people and organisations with them, and each article's version tells."""
    write(inbox, {"b.txt": meeting(4)})
    ingest(warm, inbox)
    replay(warm, rules=BARE)
    facts = "SELECT count(*) FROM mentions UNION ALL SELECT count(*) FROM people"
    assert query(warm, f"{facts} UNION ALL SELECT count(*) FROM organisations") == [(0,), (0,), (0,)]
    assert query(warm, "SELECT rules_version FROM articles") == [(BARE.version,)]
    assert told(warm)


def test_a_fault_of_the_extractor_is_told(warm: Home, inbox: Path) -> None:
    """Articles without facts because of a fault are counted, with the query that shows them."""
    write(inbox, {"b.txt": meeting(4)})
    ingest(warm, inbox, rules=replace(TODAY, extract=fail))
    (line,) = told(warm)
    assert "1 articles are without facts (extractor_error)" in line
    assert query(warm, line.partition(' "')[2].rstrip('"'))[0][3] == "LookupError: no"
