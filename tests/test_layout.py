"""Where a line of code lives: imports run one way, pure packages stay pure, files stay readable."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("schemas", "warehouse", "tasks", "flows")
"""Each may import itself and what stands before it."""
CODE_FOLDERS = {*LAYERS, "tests", "benchmarks"}
PURE = ("tasks/parse", "tasks/extract", "tasks/read")
IMPURE = {"prefect", "duckdb", "pathlib", "os", "shutil", "tempfile", "glob", "subprocess", "socket"}
NO_ENGINE = {"schemas": {"duckdb", "prefect"}, "warehouse": {"prefect"}, "tasks": {"prefect"}}
LONGEST = 400


def imported(path: Path) -> set[str]:
    """Return the top-level names of all modules a file imports, at any depth of the code."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import"
            found.add((node.module or "").split(".")[0])
    return found


def sources(folder: str) -> list[Path]:
    """Return the Python files below a folder."""
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_run_one_way(layer: str) -> None:
    """A layer imports no layer above it, and no engine that is not its business."""
    above = set(LAYERS[LAYERS.index(layer) + 1 :]) | NO_ENGINE.get(layer, set()) | {"tests", "benchmarks"}
    assert sources(layer)
    assert {str(path): found for path in sources(layer) if (found := imported(path) & above)} == {}


@pytest.mark.parametrize("folder", PURE)
def test_text_work_is_pure(folder: str) -> None:
    """Parsers and readers know neither Prefect nor DuckDB nor the disk."""
    assert sources(folder)
    assert {str(path): found for path in sources(folder) if (found := imported(path) & IMPURE)} == {}
    opened = [path for path in sources(folder) if _calls_open(path)]
    assert opened == []


def test_files_can_be_read_in_one_go() -> None:
    """No file of ours is longer than 400 lines."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for folder in sorted(CODE_FOLDERS)
        for path in sources(folder)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_code_stands_in_the_fixed_folders() -> None:
    """Code stands in no other top-level folder than the agreed ones, and each of those is there."""
    found = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and not path.name.startswith(".") and next(path.rglob("*.py"), None)
    }
    assert found - {"build"} == CODE_FOLDERS


def _calls_open(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "open" for called in calls)
