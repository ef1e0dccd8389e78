"""What the parser and the extractor cost: CPU microseconds an article on one core.

    python -m benchmarks.parsing [FOLDER ...]

Without a folder: generated articles and the labelled ones. Each run is a process of its own that reads
every text of the folder once, after others that warm it up: none is met twice. The least of the runs counts.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.generate import DAYS, FIRST_DAY, generate
from benchmarks.watch import run_watched
from schemas.records import Article, Document
from schemas.reference.lexicon import Lexicon, load_lexicon
from tasks.extract import extract
from tasks.parse import parse
from tasks.rows import canonical

LABELLED: Final = Path("tests/labelled/open")
WARMING: Final = Path("samples/inbox")
RUNS: Final = 7
MOST: Final = 2000
"""So many texts of a folder are read."""
STAGES: Final = ("parse", "extract")


def microseconds(folder: Path) -> dict[str, float]:
    """Return the least cost of each stage, of several runs over the texts of a folder."""
    command = [sys.executable, "-m", "benchmarks.parsing", "--once", str(folder)]
    runs = [json.loads(run_watched(command).output) for _ in range(RUNS)]
    return {stage: min(run[stage] for run in runs) for stage in STAGES}


def once(folder: Path) -> dict[str, float]:
    """Return what an article costs each stage when each text of the folder is read once."""
    lexicon = load_lexicon()
    for article in _parsed(_documents(WARMING), lexicon):
        extract(article, lexicon)
    documents = _documents(folder)
    gc.disable()
    started = time.process_time()
    articles = _parsed(documents, lexicon)
    parsed = time.process_time()
    for article in articles:
        extract(article, lexicon)
    extracted = time.process_time()
    gc.enable()
    return {
        "parse": (parsed - started) / len(documents) * 1e6,
        "extract": (extracted - parsed) / max(len(articles), 1) * 1e6,
    }


def _parsed(documents: list[Document], lexicon: Lexicon) -> list[Article]:
    return [made for each in documents if isinstance(made := parse(each, lexicon), Article)]


def _documents(folder: Path) -> list[Document]:
    """Return the texts of a folder as the pipeline hands them to the parser, those in UTF-8."""
    documents = []
    for path in islice(sorted(folder.rglob("*.txt")), MOST):
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError:
            continue
        documents.append(Document(text=canonical(text)))
    return documents


def main() -> None:
    """Print the cost for each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--once", action="store_true", help="one run in this process, printed as JSON")
    options = parser.parse_args()
    if options.once:
        print(json.dumps(once(options.folders[0])))
        return
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as work:
        folders = options.folders or [Path(work), LABELLED]
        if not options.folders:
            generate(Path(work), MOST, 1, first_day=FIRST_DAY, days=DAYS)
        for folder in folders:
            told = "generated" if str(folder) == work else folder
            for stage, cost in microseconds(folder).items():
                print(f"{told}: {stage} {cost:.0f} µs an article a core")


if __name__ == "__main__":
    main()
