"""Check: a batch's rows against the contract of their tables; articles that break a rule are taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from schemas.records import Rejection
from schemas.tables import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def check(tables: Mapping[str, pa.Table]) -> tuple[dict[str, pa.Table], dict[int, tuple[Rejection, ...]]]:
    """Return the tables without the articles that break a rule, and every rule each of those breaks."""
    # pandas and pandera take a second to import: only where rows are checked, not in a run with nothing new.
    from schemas.rules import broken_rules

    rejected: dict[int, list[Rejection]] = {}
    for name, rows in tables.items():
        for number, rules in sorted(broken_rules(name, rows).items()):
            idents = rows.column("article_id")
            culprits = idents.to_pylist() if number < 0 else [idents[number].as_py()]
            for ident in culprits:
                rejected.setdefault(ident, []).extend(_rejection(name, rule) for rule in rules)
    for ident, rejection in _wrong_spans(tables):
        rejected.setdefault(ident, []).append(rejection)
    if not rejected:
        return dict(tables), {}
    refused = pa.array(sorted(rejected), pa.int64())
    kept = {
        name: rows.filter(pc.invert(pc.is_in(rows.column("article_id"), value_set=refused)))
        for name, rows in tables.items()
    }
    return kept, {ident: tuple(dict.fromkeys(found)) for ident, found in rejected.items()}


def _wrong_spans(tables: Mapping[str, pa.Table]) -> Iterator[tuple[int, Rejection]]:
    """Yield the articles with a value that its words don't show: at the audit they would stop all others."""
    paragraphs = tables["paragraphs"]
    keys = zip(*(paragraphs.column(name).to_pylist() for name in ("article_id", "paragraph_no")), strict=True)
    texts = dict(zip(keys, paragraphs.column("text").to_pylist(), strict=True))
    for name, rows in tables.items():
        table = BY_NAME[name]
        if not table.has_span:
            continue
        spans = (rows.column(c).to_pylist() for c in ("article_id", "paragraph_no", "start_char", "end_char"))
        surfaces = rows.column(table.surface).to_pylist() if table.surface else [None] * rows.num_rows
        for ident, paragraph_no, start, end, surface in zip(*spans, surfaces, strict=True):
            text = texts.get((ident, paragraph_no), "")
            if start < end and (end > len(text) or (surface is not None and text[start:end] != surface)):
                detail = f"{name}: characters {start} to {end} of paragraph {paragraph_no} are not its words"
                yield ident, Rejection(code="rule_broken", detail=detail, field=name)


def _rejection(table: str, rule: str) -> Rejection:
    field, _, broken = rule.partition(": ")
    return Rejection(code="rule_broken", detail=f"{table}.{field} breaks {broken}", field=f"{table}.{field}")
