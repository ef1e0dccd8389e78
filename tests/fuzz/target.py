"""What reader, parser and extractor owe any file: no fault, spans that show their words, and in time.

    python -m tests.fuzz.target --cases 20000

prints every case that breaks this; `tests.fuzz.mutate.case(NUMBER)` gives its bytes again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from schemas.codes import CODES
from schemas.records import Article
from tasks.check import check
from tasks.process import ROWS, known_ids, lexicon
from tasks.rows import add_article, add_facts, article_id, canonical
from tasks.rules import TODAY
from tasks.stage import STAGED, table_of
from tests.fuzz.mutate import case

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SECONDS = 5.0
"""CPU seconds that no file of a few kilobytes may take."""
FAULTS = {"reader_error", "parser_error"}
"""Codes that say the fault is ours."""


def broken(number: int) -> list[str]:
    """Return what is wrong with how one case is read and parsed; nothing is how it should be."""
    name, data = case(number)
    began = time.process_time()
    try:
        found = list(_wrong(name, data))
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        found = [f"{type(error).__name__}: {error}"]
    seconds = time.process_time() - began
    return found + ([f"took {seconds:.1f} s"] if seconds > MOST_SECONDS else [])


def _wrong(name: str, data: bytes) -> Iterator[str]:
    documents = list(TODAY.read(name, data))
    if not documents:
        yield "the file leaves no trace"
    members = [document.member for document in documents]
    if len(set(members)) != len(members):
        yield "two documents have one name"
    for read in documents:
        yield from (
            f"{r.code}: {r.detail}" for r in read.rejections if r.code in FAULTS or r.code not in CODES
        )
        if (read.document is None) != bool(read.rejections):
            yield "a document is neither read nor refused, or both"
        if read.document is None:
            continue
        document = replace(read.document, text=canonical(read.document.text))
        article = TODAY.parse(document, lexicon())
        if isinstance(article, Article):
            yield from _broken_rules(article_id(document), article)


def _broken_rules(ident: int, article: Article) -> Iterator[str]:
    """Yield the rules that an article's rows break, its facts included."""
    rows = {name: [] for name in ROWS}  # type: ignore[var-annotated]
    add_article(rows, ident, article, rules_version="fuzz", run_id="fuzz")
    add_facts(rows, ident, TODAY.extract(article, lexicon()), run_id="fuzz")
    sound, refused = check({name: table_of(rows[name], STAGED[name]) for name in rows}, known_ids())
    yield from (f"{r.code}: {r.field}: {r.detail}" for rejections in refused.values() for r in rejections)
    yield from (str(row) for row in sound["fact_faults"].to_pylist())


def main() -> None:
    """Run many cases, print those that break something; exit 1 if there are any."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=random.SystemRandom().randrange(10**9))
    options = parser.parse_args()
    count = 0
    for number in range(options.first, options.first + options.cases):
        for what in broken(number):
            count += 1
            print(f"case {number}: {what}", flush=True)
    print(f"{options.cases} cases from {options.first} on, {count} faults")
    sys.exit(1 if count else 0)


if __name__ == "__main__":
    main()
