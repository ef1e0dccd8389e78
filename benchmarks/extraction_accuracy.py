# ruff: noqa: RUF001 - marks and letters of articles are meant
"""Score the extractor field by field on labelled articles and write docs/accuracy_extraction.md.

Run it as `python -m benchmarks.extraction_accuracy`; `--only open --errors` says what went wrong where.
Articles go
through the parser first, so its mistakes count too. A set is a folder with `gold.jsonl`, one label line an
article:
`{"file": "001.txt", "people": [{"name": "Farzana Wattoo", ...}], "events": [...], "quotes": [...]}`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.outside_gold import score_outside
from schemas.records import Article, Document
from schemas.reference.lexicon import load_lexicon
from tasks.extract import extract
from tasks.extract.words.organisations import SHORT_NAMES
from tasks.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from schemas.fact_records import Facts, MeetingReport
    from schemas.reference.lexicon import Lexicon

ROOT: Final = Path(__file__).resolve().parent.parent
SETS: Final = {
    "open": ROOT / "tests" / "labelled" / "open",
    "heldout": ROOT / "tests" / "labelled" / "heldout",
    "raw": ROOT.parent / "shared" / "samples" / "raw",
}
SET_NAMES: Final = {
    "open": "`tests/labelled/open`: developed on",
    "heldout": "`tests/labelled/heldout`: never looked at, measured only",
    "raw": "the project's sample articles: developed on",
}
GOLD: Final = ROOT.parent / "shared" / "gold"
PAGE: Final = ROOT / "docs" / "accuracy_extraction.md"
FIRST_WORDS: Final = 5
FIELDS: Final = (
    "people", "role and organisation", "countries", "quotes with speaker", "meetings", "sides", "rounds",
    "leads", "sessions", "mode", "status", "date", "place", "topics",
)  # fmt: skip

Label = dict[str, Any]
Key = tuple[Any, ...]


class Score:
    """Counts of one field: right, said but wrong, missed."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.right = self.extra = self.missed = 0

    def add(self, said: Iterable[Key], wanted: Iterable[Key]) -> tuple[list[Key], list[Key]]:
        """Compare two bags of values; give what was said in error and what was missed."""
        said_bag, wanted_bag = Counter(said), Counter(wanted)
        right = said_bag & wanted_bag
        extra, missed = said_bag - right, wanted_bag - right
        self.right += right.total()
        self.extra += extra.total()
        self.missed += missed.total()
        return list(extra.elements()), list(missed.elements())

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there was nothing to find."""
        total = 2 * self.right + self.extra + self.missed
        return 2 * self.right / total if total else None

    def row(self, field: str) -> str:
        """Give the line of the table."""
        f1 = "–" if self.f1 is None else f"{self.f1:.3f}"
        return f"| {field} | {f1} | {self.right} | {self.extra} | {self.missed} |"


class Scores:
    """Scores of one set, and what went wrong where."""

    def __init__(self) -> None:
        """Start from nothing."""
        self.by_field = {field: Score() for field in FIELDS}
        self.articles = 0
        self.errors: list[str] = []

    def add(self, file: str, field: str, said: Iterable[Key], wanted: Iterable[Key]) -> None:
        """Compare one field of one article."""
        extra, missed = self.by_field[field].add(said, wanted)
        if extra or missed:
            self.errors.append(f"{file} {field}: said {extra} missed {missed}")


def score_set(folder: Path, lexicon: Lexicon) -> Scores:
    """Score every labelled article of a folder."""
    scores = Scores()
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        label: Label = json.loads(line)
        text = (folder / label["file"]).read_text(encoding="utf-8")
        article = parse(Document(text=text), lexicon)
        if isinstance(article, Article):
            scores.articles += 1
            _score(scores, label, extract(article, lexicon))
    return scores


def _score(scores: Scores, label: Label, facts: Facts) -> None:
    file = label["file"]
    codes = {(m.country_code,) for m in facts.mentions if m.kind == "country" and m.country_code}
    scores.add(file, "countries", codes, {(code,) for code in label["countries"]})
    if label["language"] != "en" or label["people"] is None:
        return
    _score_people(scores, label, facts)
    said = [
        (_flat(s.speaker), _flat(" ".join(s.text.split()[:FIRST_WORDS])))
        for s in facts.statements
        if s.kind == "direct" and s.method != "continued"
    ]
    wanted = [(_flat(q["speaker"]), _flat(q["text_first_5_words"])) for q in label["quotes"]]
    scores.add(file, "quotes with speaker", said, wanted)
    _score_meetings(scores, label, facts)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split()).strip(" .,!?\"'”’").casefold()


def _score_people(scores: Scores, label: Label, facts: Facts) -> None:
    names = {person.person_id: person.name for person in facts.people}
    said = {_flat(name) for name in names.values()}
    wanted = {_flat(person["name"]): person for person in label["people"]}
    scores.add(label["file"], "people", {(name,) for name in said}, {(name,) for name in wanted})
    roles = {_flat(names[r.person_id]): (r.role, r.organisation) for r in facts.roles if r.is_primary}
    both = sorted(said & set(wanted))
    scores.add(
        label["file"],
        "role and organisation",
        [(name, *roles.get(name, (None, None))) for name in both],
        [(name, wanted[name]["role"], wanted[name]["organisation"]) for name in both],
    )


def _score_meetings(scores: Scores, label: Label, facts: Facts) -> None:
    file, left = label["file"], list(facts.meetings)
    pairs = _paired(label["events"], left)
    for place, event in enumerate(label["events"]):
        found = pairs.get(place)
        scores.add(file, "meetings", [("meeting",)] if found else [], [("meeting",)])
        if found:
            left.remove(found)
        _score_meeting(scores, file, event, found)
    background = len(label.get("background_events", []))
    for meeting in left[background:]:
        scores.add(file, "meetings", [("meeting",)], [])
        scores.add(file, "sides", _sides(meeting), [])
        scores.add(file, "leads", _leads(meeting), [])


def _paired(events: list[Label], meetings: list[MeetingReport]) -> dict[int, MeetingReport]:
    """Give each labelled meeting the found one nearest to it, the nearest pairs first."""
    near = sorted(
        (
            (-_likeness(event, meeting), place, number)
            for place, event in enumerate(events)
            for number, meeting in enumerate(meetings)
            if _sides(meeting) & _wanted_sides(event) or not _wanted_sides(event)
        ),
    )
    found: dict[int, MeetingReport] = {}
    taken: set[int] = set()
    for _, place, number in near:
        if place not in found and number not in taken:
            found[place] = meetings[number]
            taken.add(number)
    return found


def _likeness(event: Label, meeting: MeetingReport) -> int:
    """Say how much a found meeting shares with a labelled one: sides and round first, then who and when."""
    sides, wanted = _sides(meeting), _wanted_sides(event)
    names = {lead[1] for lead in _leads(meeting)} & {lead[1] for lead in _wanted_leads(event)}
    return (
        2 * len(sides & wanted)
        - len(sides ^ wanted)
        + 2 * int(meeting.round_number == event["round_number"])
        + 2 * len(names)
        + int(meeting.status == event.get("status"))
        + int(_date(meeting) == event["date"])
    )


def _score_meeting(scores: Scores, file: str, event: Label, found: MeetingReport | None) -> None:
    scores.add(file, "sides", _sides(found) if found else [], _wanted_sides(event))
    scores.add(file, "leads", _leads(found) if found else [], _wanted_leads(event))
    said_parts = [(_flat(session.name),) for session in found.sessions] if found else []
    scores.add(file, "sessions", said_parts, [(_flat(name),) for name in event["components"]])
    scores.add(file, "rounds", [(found.round_number if found else None,)], [(event["round_number"],)])
    mode = found.mode if found else None
    scores.add(file, "mode", [(mode.replace("_", "-") if mode else None,)], [(event["mode"],)])
    scores.add(file, "date", [(_date(found) if found else None,)], [(event["date"],)])
    place = found.place_text if found else None
    scores.add(file, "place", [(_flat(place),)], [(_flat(event.get("place")),)])
    topics = [(_flat(topic.topic),) for topic in found.topics] if found else []
    scores.add(file, "topics", topics, [(_flat(topic),) for topic in event.get("topics", ())])
    if "status" in event:
        scores.add(file, "status", [(found.status if found else None,)], [(event["status"],)])


def _date(meeting: MeetingReport) -> str | None:
    if meeting.date_partial:
        return meeting.date_partial
    days = [day.isoformat() for day in (meeting.start_date, meeting.end_date) if day]
    return "/".join(days) or None


def _full(name: str | None) -> str | None:
    return SHORT_NAMES.get(name, name) if name else None


def _sides(meeting: MeetingReport) -> set[Key]:
    return {(side.country_code or _full(side.organisation),) for side in meeting.sides}


def _wanted_sides(event: Label) -> set[Key]:
    return {(side,) for side in event["sides"]} | {
        (_full(name),) for name in event.get("side_organisations", [])
    }


def _leads(meeting: MeetingReport) -> set[Key]:
    bodies = {
        side.organisation_id: _full(side.organisation) for side in meeting.sides if side.organisation_id
    }
    return {
        (
            person.country_code or bodies.get(person.organisation_id or 0),
            _flat(person.name),
            person.role,
            _flat(meeting.sessions[person.session_no - 1].name) if person.session_no else "",
        )
        for person in meeting.participants
        if person.is_lead
    }


def _wanted_leads(event: Label) -> set[Key]:
    return {
        (
            lead["side"] if lead["side"] in event["sides"] else _full(lead["side"]),
            _flat(lead["name"]),
            lead["role"],
            _flat(lead["component"]),
        )
        for lead in event["leads"]
    }


def page(found: dict[str, Scores], outside: Sequence[tuple[str, str, int, int]] = ()) -> str:
    """Return the page: one table a set, and one for gold that others made."""
    lines = [
        "# How well the extractor does", "",
        "Measured by `python -m benchmarks.extraction_accuracy`, parser included. Right, extra and missed",
        "are counts; F1 is the harmonic mean of precision and recall. Mode, status, date and rounds compare",
        "one value a labelled meeting, also where it was not found; roles compare people both have. A lead",
        "is right with side, name, role and session. People, quotes and meetings are scored in English",
        "articles, countries in all. The labels were made by hand for invented texts, so real texts will",
        "score lower.", "",
    ]  # fmt: skip
    for name, scores in found.items():
        lines += [f"## {SET_NAMES[name]} ({scores.articles} articles)", ""]
        lines += ["| field | F1 | right | extra | missed |", "| --- | --- | --- | --- | --- |"]
        lines += [scores.by_field[field].row(field) for field in FIELDS]
        lines.append("")
    if outside:
        lines += ["## Gold of others: never tuned on", "", "| source | what | share | right | of |"]
        lines += ["| --- | --- | --- | --- | --- |"]
        lines += [
            f"| {name} | {what} | {right / of:.3f} | {right} | {of} |" for name, what, right, of in outside
        ]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Score the sets, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=sorted(SETS), help="score this set and write nothing")
    parser.add_argument("--errors", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    lexicon = load_lexicon()
    names = (
        [options.only] if options.only else [name for name in SETS if (SETS[name] / "gold.jsonl").exists()]
    )
    found = {name: score_set(SETS[name], lexicon) for name in names}
    outside = () if options.only else score_outside(GOLD, lexicon)
    print(page(found, outside))
    if options.errors:
        print("\n".join(error for name in names if name != "heldout" for error in found[name].errors))
    if not options.only:
        PAGE.write_text(page(found, outside), encoding="utf-8")


if __name__ == "__main__":
    main()
