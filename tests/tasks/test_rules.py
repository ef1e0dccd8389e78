"""Rules that a run is told."""

from __future__ import annotations

import json
import pickle

import pytest

from schemas.errors import UsageError
from tasks.rules import TODAY, rules
from tasks.version import RULES_VERSION

ROW = json.dumps({"story_body": "LIMA: Rain fell on Tuesday.", "head": "Rain"}).encode()


def test_fields_are_told_by_the_version() -> None:
    """Named fields are read from, and the version says which, in whatever order they are given."""
    named = rules("rules", {"text": "story_body", "headline": "head"})
    [read] = named.read("row.json", ROW)
    assert read.document is not None
    assert read.document.metadata is not None
    assert (read.document.text, read.document.metadata.headline) == ("LIMA: Rain fell on Tuesday.", "Rain")
    assert named.version == f"{RULES_VERSION}+headline=head,text=story_body"
    assert rules("rules", {"headline": "head", "text": "story_body"}).version == named.version


def test_rules_with_fields_go_to_other_processes() -> None:
    """They can be pickled, as workers need."""
    again = pickle.loads(pickle.dumps(rules("none", {"text": "story_body"})))  # noqa: S301 - our own bytes
    [read] = again.read("row.json", ROW)
    assert read.document is not None


def test_no_fields_are_todays_rules() -> None:
    """Without fields, rules are those of today, and the record is refused."""
    assert rules("rules") is rules("rules", {}) is TODAY
    [read] = TODAY.read("row.json", ROW)
    assert read.rejections[0].code == "no_text_field"


@pytest.mark.parametrize("fields", [{"texts": "x"}, {"text": " "}, {"": "x"}])
def test_names_that_mean_nothing_are_refused(fields: dict[str, str]) -> None:
    """A name that is none of the known ones, or a field without a name, is a mistake of the command."""
    with pytest.raises(UsageError, match="expected NAME=FIELD"):
        rules("rules", fields)
