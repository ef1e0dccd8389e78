"""Check: a batch's rows against the contract of their tables.

An article that breaks a rule is taken out. One whose facts break a rule stays, without them, with the fault
on record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from schemas.facts import ARTICLE_FACTS, FACT_FAULTS, NAMED_TABLES
from schemas.records import Rejection
from schemas.sound import is_sound
from schemas.tables import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from schemas.table import Table

    Tables = dict[str, pa.Table]
    Broken = dict[int, tuple[Rejection, ...]]
    Known = Mapping[str, Collection[object]]

_FACTS = frozenset(table.name for table in ARTICLE_FACTS)
_NAMED = {table.name: table for table in NAMED_TABLES}


def check(tables: Mapping[str, pa.Table], known: Known) -> tuple[Tables, Broken]:
    """Return the tables without the articles that break a rule, and every rule each of those breaks.

    `known` holds what a column may refer to in the reference tables, by table and column.
    """
    named = {name: _sound_names(_NAMED[name], rows, known) for name, rows in tables.items() if name in _NAMED}
    known = {**known, **{f"{n}.{t.keys[0]}": _values(named, n, t.keys[0]) for n, t in _NAMED.items()}}
    texts = _texts(tables["paragraphs"])
    told = {name: rows for name, rows in tables.items() if name not in _NAMED}
    broken = _broken({name: rows for name, rows in told.items() if name not in _FACTS}, known, texts)
    faults = _broken({name: rows for name, rows in told.items() if name in _FACTS}, known, texts)
    told = _without(told, faults, _FACTS) if faults else told
    if faults:
        told[FACT_FAULTS.name] = pa.concat_tables([told[FACT_FAULTS.name], _fault_rows(faults)])
    return {**named, **(_without(told, broken, told) if broken else told)}, broken


def _broken(tables: Mapping[str, pa.Table], known: Known, texts: Mapping[Any, str]) -> Broken:
    """Return the articles that break a rule in one of the tables, with every rule each breaks."""
    found: dict[int, list[Rejection]] = {}
    for name, rows in tables.items():
        for number, rules in sorted(_broken_rules(BY_NAME[name], rows).items()):
            idents = rows.column("article_id")
            culprits = idents.to_pylist() if number < 0 else [idents[number].as_py()]
            for ident in culprits:
                found.setdefault(ident, []).extend(_rejection(name, rule) for rule in rules)
        for ident, rejection in (
            *_wrong_spans(BY_NAME[name], rows, texts),
            *_dangling(BY_NAME[name], rows, known),
        ):
            found.setdefault(ident, []).append(rejection)
    return {ident: tuple(dict.fromkeys(rejections)) for ident, rejections in found.items()}


def _broken_rules(table: Table, rows: pa.Table) -> dict[int, list[str]]:
    """Return the rules that rows break, by row number."""
    if is_sound(table, rows):
        return {}
    from schemas.rules import broken_rules

    return broken_rules(table.qualified, rows)


def _sound_names(table: Table, rows: pa.Table, known: Known) -> pa.Table:
    """Return the people or organisations that keep the rules; a fact that names another one breaks one."""
    broken = _broken_rules(table, rows)
    if broken:
        rows = rows.filter(
            pa.array([number not in broken and -1 not in broken for number in range(rows.num_rows)])
        )
    while True:
        own = {f"{table.name}.{table.keys[0]}": set(rows.column(table.keys[0]).to_pylist())}
        lost = {ident for ident, _ in _dangling(table, rows, {**known, **own})}
        if not lost:
            return rows
        rows = _filtered(rows, table.keys[0], lost)


def _dangling(table: Table, rows: pa.Table, known: Known) -> Iterator[tuple[int, Rejection]]:
    """Yield the first key of rows that name what is not there: at the audit they would stop all others."""
    for column in table.columns:
        target = column.references
        if target is None or target not in known:
            continue
        values = rows.column(column.name)
        wrong = {value for value in values.unique().to_pylist() if value not in known[target]} - {None}
        if not wrong:
            continue
        for ident, value in zip(rows.column(table.keys[0]).to_pylist(), values.to_pylist(), strict=True):
            if value in wrong:
                detail = f"{table.name}.{column.name} is {value}, which {target} does not hold"
                yield ident, Rejection(code="rule_broken", detail=detail, field=f"{table.name}.{column.name}")


def _wrong_spans(table: Table, rows: pa.Table, texts: Mapping[Any, str]) -> Iterator[tuple[int, Rejection]]:
    """Yield the articles with a value that its words don't show: at the audit they would stop all others."""
    if not table.has_span:
        return
    spans = (rows.column(c).to_pylist() for c in ("article_id", "paragraph_no", "start_char", "end_char"))
    surfaces = rows.column(table.surface).to_pylist() if table.surface else [None] * rows.num_rows
    for ident, paragraph_no, start, end, surface in zip(*spans, surfaces, strict=True):
        text = texts.get((ident, paragraph_no), "")
        if start < end and (end > len(text) or (surface is not None and text[start:end] != surface)):
            detail = (
                f"{table.name}: characters {start} to {end} of paragraph {paragraph_no} are not its words"
            )
            yield ident, Rejection(code="rule_broken", detail=detail, field=table.name)


def _texts(paragraphs: pa.Table) -> dict[Any, str]:
    keys = zip(*(paragraphs.column(name).to_pylist() for name in ("article_id", "paragraph_no")), strict=True)
    return dict(zip(keys, paragraphs.column("text").to_pylist(), strict=True))


def _values(tables: Mapping[str, pa.Table], name: str, column: str) -> frozenset[object]:
    return frozenset(tables[name].column(column).to_pylist()) if name in tables else frozenset()


def _without(tables: Mapping[str, pa.Table], articles: Iterable[int], names: Collection[str]) -> Tables:
    """Return the tables, those of the names without the rows of some articles."""
    lost = set(articles)
    return {n: _filtered(rows, "article_id", lost) if n in names else rows for n, rows in tables.items()}


def _filtered(rows: pa.Table, column: str, lost: Iterable[int]) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows.column(column), value_set=pa.array(sorted(lost), pa.int64()))))


def _fault_rows(faults: Broken) -> pa.Table:
    """Return the rows that say why articles are without facts."""
    rows = [
        {"article_id": ident, "fault_no": number, "code": why.code, "detail": why.detail}
        for ident, rejections in faults.items()
        for number, why in enumerate(rejections, 1)
    ]
    return pa.Table.from_pylist(rows, schema=FACT_FAULTS.arrow)


def _rejection(table: str, rule: str) -> Rejection:
    field, _, broken = rule.partition(": ")
    return Rejection(code="rule_broken", detail=f"{table}.{field} breaks {broken}", field=f"{table}.{field}")
