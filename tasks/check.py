"""Check: a batch's rows against the contract of their tables; articles that break a rule are taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from schemas.records import Rejection

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    if not rejected:
        return dict(tables), {}
    refused = pa.array(sorted(rejected), pa.int64())
    kept = {
        name: rows.filter(pc.invert(pc.is_in(rows.column("article_id"), value_set=refused)))
        for name, rows in tables.items()
    }
    return kept, {ident: tuple(dict.fromkeys(found)) for ident, found in rejected.items()}


def _rejection(table: str, rule: str) -> Rejection:
    field, _, broken = rule.partition(": ")
    return Rejection(code="rule_broken", detail=f"{table}.{field} breaks {broken}", field=f"{table}.{field}")
