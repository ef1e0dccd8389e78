"""Laws of rules that change: however old and new rules took turns, a replay of all ends in the same rows.

Each step is a run by rules of old or of today's: files that come or are corrected, or a part parsed again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.pipeline import run_rebuild
from flows.stages import Stages
from tasks.rules import BARE, TODAY
from tasks.settings import RunSettings
from tests.conftest import copied
from tests.helpers import article, disagreeing, extract_of_old, ingest, meeting, query, replay, tables, write
from tests.laws.test_histories import FULL, wordless

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.home import Home

pytestmark = pytest.mark.warehouse

RULES = {"old": replace(TODAY, version="2020.1", extract=extract_of_old), "bare": BARE, "today": TODAY}
CONTENTS = (meeting(4), meeting(5), meeting(5, more=" They dine."), article(1))
NAMES = ("a.txt", "b.txt", "c.txt")


@dataclass(frozen=True, slots=True)
class Step:
    """A run by some rules: of files by name and number of content, or, without any, a replay of one name."""

    rules: str
    files: dict[str, int]
    again: str


STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(sorted(RULES)),
        st.dictionaries(st.sampled_from(NAMES), st.integers(0, len(CONTENTS) - 1), max_size=2),
        st.sampled_from(NAMES),
    ),
    min_size=2,
    max_size=4,
)


def live(home: Home, inbox: Path, steps: list[Step]) -> None:
    """Take the steps, the first of them with a file in any case."""
    write(inbox, {"a.txt": CONTENTS[0]})
    for step in steps:
        write(inbox, {name: CONTENTS[number] for name, number in step.files.items()})
        if step.files or not home.raw.exists():
            ingest(home, inbox, rules=RULES[step.rules], full=True)
        else:
            replay(home, f"f.path = '{step.again}'", rules=RULES[step.rules])


def unreferred(home: Home) -> list[tuple[str]]:
    """Return people that no article's row refers to."""
    return query(
        home,
        "SELECT name FROM people WHERE person_id NOT IN (SELECT person_id FROM mentions WHERE person_id "
        "IS NOT NULL UNION SELECT person_id FROM person_roles UNION SELECT person_id FROM statements WHERE "
        "person_id IS NOT NULL UNION SELECT person_id FROM meeting_participants)",
    )


@FULL
@given(steps=STEPS)
def test_whatever_rules_took_turns_a_replay_is_a_rebuild(
    steps: list[Step], empty_warehouse: Home, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """On the way nobody stands in `people` without an article; at the end all is as today's rules make it."""
    folder = tmp_path_factory.mktemp("rules")
    home = copied(empty_warehouse, folder / "home")
    live(home, folder / "inbox", steps)
    ingest(home, folder / "inbox")
    assert unreferred(home) == []
    assert wordless(home) == []
    replay(home)
    assert disagreeing(home) == []
    twin = copied(home, folder / "twin")
    run_rebuild(RunSettings(home=twin.root, workers=1), Stages())
    assert tables(home) == tables(twin)
