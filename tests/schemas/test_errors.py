"""Errors cross from the parsing processes and show what they should."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

from schemas import errors
from schemas.codes import CODES
from schemas.errors import AuditError, DatelineError

ROOT = Path(__file__).parent.parent.parent
LEAVES = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, DatelineError)]


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_error_survives_pickling(kind: type[DatelineError]) -> None:
    """An error comes out of another process with its type and its message."""
    back = pickle.loads(pickle.dumps(kind("what, where, seen")))  # noqa: S301 - our own bytes
    assert type(back) is kind
    assert str(back) == "what, where, seen"
    assert isinstance(back, DatelineError)


def test_audit_error_keeps_its_rows() -> None:
    """The offending rows travel with the error, and the message shows none of them."""
    back = pickle.loads(pickle.dumps(AuditError("failed", {"spans": [{"article_id": 7}]})))  # noqa: S301
    assert back.offenders == {"spans": [{"article_id": 7}]}
    assert str(back) == "failed"


def test_codes_in_the_code_are_declared() -> None:
    """Every rejection made anywhere has a code that the documents explain."""
    used = {code: path for path in sorted((ROOT / "tasks").rglob("*.py")) for code in _codes(path)}
    assert len(used) > 1
    assert {code: path for code, path in used.items() if code not in CODES} == {}


def _codes(path: Path) -> set[str]:
    """Return the literal codes that a file gives to `Rejection(code=...)`."""
    return {
        word.value.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "code" and isinstance(word.value, ast.Constant) and isinstance(word.value.value, str)
    }
