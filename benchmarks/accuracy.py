# ruff: noqa: RUF001 - raw files print these signs
"""Score the parser field by field on labelled articles and write docs/accuracy.md.

Run it as `python -m benchmarks.accuracy`; `--only SET --errors` says what went wrong where.

A set is a folder with `gold.jsonl`, one JSON object an article: `{"file": "001.txt", "headline": ..., ...}`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.wikinews import score_wikinews
from schemas.records import Article, Document
from schemas.reference.lexicon import load_lexicon
from tasks.parse import parse
from tasks.version import RULES_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from schemas.reference.lexicon import Lexicon

ROOT: Final = Path(__file__).resolve().parent.parent
SETS: Final = {
    "raw": ROOT.parent / "shared" / "samples" / "raw",
    "open": ROOT / "tests" / "labelled" / "open",
    "heldout": ROOT / "tests" / "labelled" / "heldout",
    "forms": ROOT / "tests" / "labelled" / "forms",
}
WIKINEWS: Final = ROOT.parent / "shared" / "gold" / "gum_news"
PAGE: Final = ROOT / "docs" / "accuracy.md"
KINDS: Final = {
    "multi-article": "multi",
    "video": "other",
    "forum": "other",
    "spun": "other",
    "template": "other",
}
FIRST_WORDS: Final = 6
WHOLE_LINE: Final = 24
"""A line no longer than this may stand inside a sentence too, so it is compared with whole paragraphs."""
_BODY: Final = ("body",)
_KEPT_OF_MULTI: Final = ("body", "headline")
"""The labels count the inner headlines of a round-up as its text; a row keeps them as headlines."""
_HEADER: Final = re.compile(r"\s*date \d{4}-\d\d(?:-\d\d)? ")

Gold = dict[str, Any]


class Tally:
    """Counts of one set: for each field right answers out of all, and what went wrong where."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.right: Counter[str] = Counter()
        self.total: Counter[str] = Counter()
        self.errors: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, field: str, file: str, *, got: object, want: object) -> None:
        """Count one answer that is either right or wrong."""
        self.total[field] += 1
        if got == want:
            self.right[field] += 1
        else:
            self.errors[field].append(f"{file}: got {got!r}, want {want!r}")

    def add_names(self, field: str, file: str, *, got: set[str], want: set[str]) -> None:
        """Count names for precision and recall."""
        self.right[field] += len(got & want)
        self.total[f"{field} found"] += len(got)
        self.total[f"{field} labelled"] += len(want)
        if got != want:
            self.errors[field].append(f"{file}: got {sorted(got)}, want {sorted(want)}")

    def f1(self, field: str) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.total[f"{field} found"] + self.total[f"{field} labelled"]
        return 2 * self.right[field] / both if both else 1.0


def score_set(folder: Path, lexicon: Lexicon) -> Tally:
    """Return the counts over one labelled folder."""
    tally = Tally()
    for gold in _golds(folder):
        text = (folder / gold["file"]).read_text(encoding="utf-8")
        article = parse(Document(text=text), lexicon)
        if isinstance(article, Article):
            _score(tally, gold, article, text, lexicon)
        else:
            tally.add("parsed", gold["file"], got=article.code, want="an article")
    return tally


def _golds(folder: Path) -> Iterator[Gold]:
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _score(tally: Tally, gold: Gold, article: Article, text: str, lexicon: Lexicon) -> None:
    file = gold["file"]
    published = article.published_date.isoformat() if article.published_date else None
    tally.add("published_date", file, got=published, want=gold["published_date"])
    if published is not None:
        tally.add("published_date not invented", file, got=published, want=gold["published_date"])
    if "published_date_partial" in gold:
        want = gold["published_date_partial"]
        tally.add("published_partial", file, got=article.published_partial, want=want)
    first = article.datelines[0] if article.datelines else None
    country = first.places[0].country_code if first and first.places else None
    tally.add("dateline_place", file, got=first.place_text if first else None, want=gold["dateline_place"])
    tally.add("dateline_country", file, got=country, want=gold["dateline_country"])
    tally.add_names("agencies", file, got=_agencies(article, lexicon), want=_ids(gold["agencies"], lexicon))
    if "credits" in gold:
        got = {credit.name for credit in article.credits}
        tally.add_names("credits", file, got=got, want=set(gold["credits"]))
    tally.add_names("byline", file, got={one.name for one in article.bylines}, want=set(gold["byline"]))
    tally.add("headline", file, got=article.headline, want=gold["headline"])
    tally.add("lede", file, got=article.lede, want=gold["lede"])
    tally.add("language", file, got=article.language, want=gold["language"])
    tally.add("kind", file, got=article.kind, want=KINDS.get(gold["cls"], gold["cls"]))
    tally.add("body_first_words", file, got=first_words(article), want=gold["body_first_words"])
    _score_lines(tally, gold, article, text)


def _agencies(article: Article, lexicon: Lexicon) -> set[str]:
    """Return the sources: agencies, or where only reprinters are credited, the last of them."""
    known = {credit.name: lexicon.agency(credit.name) for credit in article.credits}
    real = [name for name, agency in known.items() if agency is None or agency.kind != "aggregator"]
    chosen = real or list(known)[-1:]
    return _ids(chosen, lexicon)


def _ids(names: list[str], lexicon: Lexicon) -> set[str]:
    return {agency.name if (agency := lexicon.agency(name)) else name for name in names}


def first_words(article: Article) -> str | None:
    """Return the first six words of the body, after its dateline."""
    starts = {line.span.paragraph_no: line.span.end_char for line in article.datelines}
    for number, paragraph in enumerate(article.paragraphs, start=1):
        if paragraph.kind in _BODY and (words := paragraph.text[starts.get(number, 0) :].split()):
            return " ".join(words[:FIRST_WORDS])
    return None


def _score_lines(tally: Tally, gold: Gold, article: Article, text: str) -> None:
    """Count chrome lines that ended in the body, and characters of the body that did not."""
    body = _squeezed(" ".join(one.text for one in article.paragraphs if one.kind in _BODY))
    kept = _KEPT_OF_MULTI if article.kind == "multi" else _BODY
    told = _squeezed(" ".join(one.text for one in article.paragraphs if one.kind in kept))
    lines = {_squeezed(one.text) for one in article.paragraphs if one.kind in _BODY}
    for line in gold["chrome_lines"]:
        piece = _squeezed(line)
        in_body = piece in body if len(piece) > WHOLE_LINE else piece in lines
        tally.add("chrome kept out of the body", gold["file"], got=line if in_body else None, want=None)
    rest = _HEADER.sub("", text, count=1)
    others = [*gold["chrome_lines"], *gold["meta_lines"], *gold["captions"], *gold["duplicate_lines"]]
    for line in [*others, gold["headline"] or "", gold["lede"] or ""]:
        if line:
            rest = re.sub(r"\s+".join(map(re.escape, line.split())), "\n", rest, count=1)
    facts = {one.span.paragraph_no for one in article.datelines} | {
        one.span.paragraph_no for one in article.credits
    }
    heads = {
        _squeezed(one.text)
        for number, one in enumerate(article.paragraphs, 1)
        if number in facts and one.kind in ("meta", "byline")
    }
    for line in rest.split("\n"):
        piece = _squeezed(line)
        if piece in heads or not any(map(str.isalnum, piece)):
            continue
        tally.total["body characters"] += len(piece)
        if piece in told:
            tally.right["body characters"] += len(piece)
        else:
            tally.errors["body characters"].append(f"{gold['file']}: {line.strip()!r}")


def _squeezed(text: str) -> str:
    return "".join(text.split())


NAMES: Final = ("agencies", "credits", "byline")


def rows(tally: Tally) -> list[tuple[str, str]]:
    """Return one printable figure a field."""
    lines = []
    for field in dict.fromkeys([*tally.right, *tally.total]):
        if field in NAMES:
            found, labelled = tally.total[f"{field} found"], tally.total[f"{field} labelled"]
            lines.append(
                (
                    field,
                    (
                        f"F1 {tally.f1(field):.3f} ({tally.right[field]} right, {found} found, {labelled} "
                        f"labelled)"
                    ),
                )
            )
        elif not field.endswith((" found", " labelled")):
            right, total = tally.right[field], tally.total[field]
            lines.append((field, f"{right / total:.1%} ({right} of {total})" if total else "–"))
    return sorted(lines)


def page(tallies: dict[str, Tally], wikinews: list[tuple[str, str]]) -> str:
    """Return docs/accuracy.md."""
    parts = [
        "# Accuracy of the parser",
        "",
        f"Written by `python -m benchmarks.accuracy`, measured by that run under rules {RULES_VERSION}.",
        "A set that is not on the machine is left out.",
        "",
        "`raw`, `open` and `forms` were in view when the rules were written, so their scores flatter. The",
        "texts of `heldout` were not read: of them only the score was looked at.",
    ]
    for name, tally in tallies.items():
        parts += ["", f"## {name}", "", "| field | right |", "| --- | --- |"]
        parts += [f"| {field} | {figure} |" for field, figure in rows(tally)]
    if wikinews:
        parts += ["", "## Wikinews (GUM news)", "", "| what | right |", "| --- | --- |"]
        parts += [f"| {field} | {figure} |" for field, figure in wikinews]
    return "\n".join(parts) + "\n"


def main(report: Callable[[str], None] = print) -> None:
    """Score every set that is there, print figures, and write the page unless one set was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=[*SETS, "wikinews"])
    parser.add_argument(
        "--errors", action="store_true", help="say what went wrong where (never for held-out)"
    )
    options = parser.parse_args()
    lexicon = load_lexicon()
    tallies = {
        name: score_set(folder, lexicon)
        for name, folder in SETS.items()
        if (folder / "gold.jsonl").exists() and options.only in (None, name)
    }
    wikinews = (
        score_wikinews(WIKINEWS, lexicon, report if options.errors else None)
        if options.only in (None, "wikinews")
        else []
    )
    for name, tally in tallies.items():
        report(f"== {name}")
        for field, figure in rows(tally):
            report(f"{field:32} {figure}")
        if options.errors and name != "heldout":
            for field, errors in tally.errors.items():
                report(f"-- {field}\n   " + "\n   ".join(errors))
    for field, figure in wikinews:
        report(f"{field:32} {figure}")
    if options.only is None:
        PAGE.write_text(page(tallies, wikinews), encoding="utf-8")


if __name__ == "__main__":
    main()
