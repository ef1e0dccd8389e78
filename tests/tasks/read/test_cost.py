"""What reading costs: plain text pays for no other format, and huge input is refused at once."""

from __future__ import annotations

import subprocess
import sys
from time import process_time

from tests.tasks.read.making import read, told

HEAVY = (
    "lxml",
    "trafilatura",
    "pyarrow",
    "zstandard",
    "ftfy",
    "pycld2",
    "zipfile",
    "tarfile",
    "lzma",
    "json",
)


def test_plain_text_imports_no_other_format() -> None:
    """A folder of UTF-8 texts is read without loading a parser of anything else."""
    code = (
        "import sys; from tasks.read import read_documents;"
        "list(read_documents('a.txt', 'LIMA — Envoys met.\\r\\n'.encode()));"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_line_of_fifty_megabytes_takes_no_time() -> None:
    """A text beyond the limit is refused before it is looked at."""
    data = b"x" * 50_000_000
    start = process_time()
    assert told(read(data)) == [(None, "too_large")]
    assert process_time() - start < 0.5
