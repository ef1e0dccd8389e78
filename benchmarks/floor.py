"""The floor: listing, reading and hashing a folder and nothing else, in one process.

python -m benchmarks.floor FOLDER
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time


def files_below(folder: str) -> list[str]:
    """Return the paths of all files below a folder, each asked for its size and time."""
    paths = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                paths += files_below(entry.path)
            else:
                entry.stat()
                paths.append(entry.path)
    return paths


def measure(folder: str) -> dict[str, float]:
    """Return the number of files and the seconds for listing, and for all of it."""
    started = time.perf_counter()
    paths = files_below(folder)
    listed = time.perf_counter()
    for path in paths:
        with open(path, "rb") as file:  # noqa: PTH123 - the floor takes the shortest way
            hashlib.sha256(file.read()).digest()
    done = time.perf_counter()
    return {"files": len(paths), "list_seconds": listed - started, "seconds": done - started}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
