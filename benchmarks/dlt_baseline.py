"""The same articles loaded with dlt into DuckDB: a yardstick for the speed of our own job.

``python -m benchmarks.dlt_baseline FOLDER WORK --shape nested`` prints one JSON object, shortened
``{"shape": "nested", "articles": 2000, "articles_per_second": …}``. It needs the dependency group `dlt` and
should run in a process of its own, for dlt keeps settings and pipelines in the process.

The parse is as simple as can be, a header date and paragraphs split on blank lines, so dlt does far less work
than our job. Two shapes of what a user would write:

- `nested`: dicts with a list of paragraphs, from which dlt's normaliser makes the child table; the usual way.
- `arrow`: two Arrow tables a page, keyed by path by the user; skips the normaliser.

Of the settings tried, Parquet as loader format made the difference (insert statements, dlt's default, took
nearly twice as long). Pages of 250 to 2,000 files and smaller buffers made none beyond noise; a second worker
made 2,000 files slower, for it must be started first, and 10,000 no faster beyond noise.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

Shape = Literal["nested", "arrow"]
Parsed = tuple[str, dt.date | None, list[str]]

SETTINGS: Final = {
    "RUNTIME__DLTHUB_TELEMETRY": "false",
    "RUNTIME__LOG_LEVEL": "ERROR",
    "NORMALIZE__WORKERS": "1",
    "LOAD__WORKERS": "4",
    "DATA_WRITER__BUFFER_MAX_ITEMS": "20000",
}
FILES_PER_PAGE: Final = 500
HEADER: Final = re.compile(r" date (\d{4}-\d{2}-\d{2}) ")


def run(
    folder: Path,
    work: Path,
    *,
    shape: Shape = "nested",
    loader_file_format: str | None = "parquet",
    files_per_page: int = FILES_PER_PAGE,
) -> dict[str, Any]:
    """Load every ``.txt`` below the folder into ``work/dlt.duckdb`` and tell how long it took.

    The clock covers extract, normalise and load, not the import of dlt. A second call with the same `work`
    loads only files changed since (dlt's incremental cursor on the modification date). Settings in the
    caller's environment win over `SETTINGS`.
    """
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    import dlt  # reads the settings when it is imported

    work.mkdir(parents=True, exist_ok=True)
    pipeline = dlt.pipeline(
        "baseline",
        destination=dlt.destinations.duckdb(str(work / "dlt.duckdb")),
        dataset_name="news",
        pipelines_dir=str(work / "pipelines"),
    )
    started = time.perf_counter()
    pipeline.run(_resource(folder, shape, files_per_page), loader_file_format=loader_file_format)
    seconds = time.perf_counter() - started
    counts = pipeline.last_trace.last_normalize_info.row_counts
    articles = counts.get("articles", 0)
    return {
        "shape": shape,
        "dlt": dlt.__version__,
        "articles": articles,
        "paragraphs": counts.get("articles__paragraphs", counts.get("paragraphs", 0)),
        "seconds": round(seconds, 3),
        "articles_per_second": round(articles / seconds, 1),
        "steps": _step_seconds(pipeline.last_trace),
    }


def _resource(folder: Path, shape: Shape, files_per_page: int) -> Any:  # noqa: ANN401 - a class of dlt
    import dlt
    from dlt.sources.filesystem import filesystem

    files = filesystem(
        bucket_url=str(folder.resolve()),
        file_glob="**/*.txt",
        files_per_page=files_per_page,
        incremental=dlt.sources.incremental("modification_date"),
    )
    pages = _nested_pages if shape == "nested" else _arrow_pages
    return files | dlt.transformer(pages, name="articles")


def _parsed(item: Any) -> Parsed:  # noqa: ANN401 - a class of dlt
    text = item.read_bytes().decode("utf-8", errors="replace")
    header = HEADER.match(text)
    date = None
    if header:
        text = text[header.end() :]
        try:
            date = dt.date.fromisoformat(header.group(1))
        except ValueError:
            date = None
    return item["relative_path"], date, [part.strip() for part in text.split("\n\n") if part.strip()]


def _nested_pages(items: list[Any]) -> Iterator[list[dict[str, Any]]]:
    yield [
        {
            "path": path,
            "header_date": date,
            "paragraphs": [{"paragraph_no": number, "text": text} for number, text in enumerate(texts, 1)],
        }
        for path, date, texts in map(_parsed, items)
    ]


def _arrow_pages(items: list[Any]) -> Iterator[Any]:
    import dlt
    import pyarrow as pa

    parsed = [_parsed(item) for item in items]
    rows = [(path, number, text) for path, _, texts in parsed for number, text in enumerate(texts, 1)]
    articles = pa.table(
        {
            "path": pa.array([path for path, _, _ in parsed], pa.string()),
            "header_date": pa.array([date for _, date, _ in parsed], pa.date32()),
        }
    )
    paragraphs = pa.table(
        {
            "path": pa.array([row[0] for row in rows], pa.string()),
            "paragraph_no": pa.array([row[1] for row in rows], pa.int32()),
            "text": pa.array([row[2] for row in rows], pa.string()),
        }
    )
    yield dlt.mark.with_table_name(articles, "articles")
    yield dlt.mark.with_table_name(paragraphs, "paragraphs")


def _step_seconds(trace: Any) -> dict[str, float]:  # noqa: ANN401 - a class of dlt
    return {
        step.step: round((step.finished_at - step.started_at).total_seconds(), 3)
        for step in trace.steps
        if step.step in {"extract", "normalize", "load"}
    }


def main() -> None:
    """Read the command line, load once, print the result as JSON."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks.dlt_baseline", description="Load a folder with dlt."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("work", type=Path, help="an empty folder for dlt's database and state")
    parser.add_argument("--shape", choices=get_args(Shape), default="nested")
    parser.add_argument("--loader-file-format", default="parquet", help="'default' leaves the choice to dlt")
    parser.add_argument("--files-per-page", type=int, default=FILES_PER_PAGE)
    given = parser.parse_args()
    file_format = None if given.loader_file_format == "default" else given.loader_file_format
    result = run(
        given.folder,
        given.work,
        shape=given.shape,
        loader_file_format=file_format,
        files_per_page=given.files_per_page,
    )
    print(json.dumps(result))


if __name__ == "__main__":
    main()
