"""Process: one batch of files on its way to staged Parquet: read, parse, extract, check, stage.

A batch comes in as a slice of the candidates and goes out as counts; its rows never cross between tasks.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from schemas.article import ARTICLE_TABLES
from schemas.facts import NAMED_TABLES
from schemas.identity import make_id
from schemas.records import Document, PublisherMetadata, ReadDocument, Rejection
from schemas.reference.lexicon import Lexicon, load_lexicon
from schemas.reference_tables import REFERENCE_TABLES
from tasks.archive import archived_row, stage_raw
from tasks.archived import recall
from tasks.batches import Batch, read_candidates
from tasks.check import check
from tasks.fetch import Fetched, fetch
from tasks.rows import Rows, add_article, add_facts, add_fault, article_id, canonical
from tasks.rules import TODAY, Rules
from tasks.stage import STAGED, stage, table_of
from tasks.step import step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa

    from schemas.records import Article

RAW_HEAD_BYTES = 200
_VERSION_DIGITS = 18
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - UTC without zone, as the warehouse keeps it
NOTHING_SAID = PublisherMetadata()
ROWS = tuple(table.qualified for table in (*NAMED_TABLES, *ARTICLE_TABLES))
"""Tables that an article becomes rows of."""
WITHDRAWING = frozenset({"canceled", "withheld"})
"""Publishing statuses (IPTC) of an item that takes back what its earlier versions said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCounts:
    """What became of one batch.

    A file that could not be read before and still can't be counts neither as read nor as refused: tried again
    in every run, it would else outweigh the few new files of a quiet night.
    """

    files: int = 0
    documents: int = 0
    refused: int = 0
    staged: Mapping[Path, int] = field(default_factory=dict)
    """Size of every file that was staged."""


@dataclass(slots=True)
class _Work:
    """The rows a batch collects."""

    run_id: str
    rules: Rules
    files: list[tuple[object, ...]]
    documents: list[tuple[Any, ...]]
    quarantine: dict[int, tuple[object, ...]]
    raw: list[tuple[object, ...]]
    rows: Rows
    parsed: set[int]
    keys: dict[int, tuple[str | None, bytes]]
    """Natural key and raw bytes' head of each document, to name what its article is refused for."""
    still_unread: int = 0


@step("process batch")
def process_batch(batch: Batch, *, max_file_bytes: int, rules: Rules = TODAY) -> BatchCounts:
    """Read, parse, extract, check and stage one batch of files, from the disk or from the archive."""
    with _no_collection():
        return _process(batch, max_file_bytes, rules)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking the batch's rows again and again: they hold no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _process(batch: Batch, max_file_bytes: int, rules: Rules) -> BatchCounts:
    work = _Work(batch.run_id, rules, [], [], {}, [], {name: [] for name in ROWS}, set(), {})
    rows = read_candidates(batch)
    for row, fetched in recall(rows) if batch.is_archived else _fetched(rows, max_file_bytes):
        _process_file(work, row, fetched)
    tables = {name: table_of(rows, STAGED[name]) for name, rows in work.rows.items()}
    tables, broken = check(tables, known_ids())
    if broken:
        _refuse_articles(work, broken)
    tables["ops.files"] = table_of(work.files, STAGED["ops.files"])
    tables["ops.documents"] = table_of(work.documents, STAGED["ops.documents"])
    tables["ops.quarantine"] = table_of(list(work.quarantine.values()), STAGED["ops.quarantine"])
    staged = stage(batch.staging, batch.batch_no, tables)
    if not batch.is_archived:
        staged |= stage_raw(batch.staging, batch.batch_no, work.raw)
    refused = len({row[1] for row in work.quarantine.values()})
    return BatchCounts(
        files=len(work.files),
        documents=len(work.documents) - work.still_unread,
        refused=refused - work.still_unread,
        staged=staged,
    )


def _fetched(
    rows: Iterable[Mapping[str, Any]], max_file_bytes: int
) -> Iterator[tuple[Mapping[str, Any], Fetched]]:
    for row in rows:
        if row["code"] is None:
            path = row["root"] + b"/" + row["raw_path"]
            size, time = row["size_bytes"], row["modified_ns"]
            yield row, fetch(path, size_bytes=size, modified_ns=time, max_bytes=max_file_bytes)
        else:
            rejection = Rejection(code=row["code"], detail=row["detail"])
            yield row, Fetched(size_bytes=0, modified_ns=0, rejection=rejection)


def _process_file(work: _Work, row: Mapping[str, Any], fetched: Fetched) -> None:
    file_id = make_id("file", row["source"], row["raw_path"])
    file_format = None
    is_changed = fetched.sha256 is not None and fetched.sha256 != row["known_sha256"]
    work.raw.append(archived_row(file_id, row, fetched, is_changed=is_changed))
    if fetched.rejection is not None:
        refusal = ReadDocument(member=None, format="", raw=b"", charset=None, rejections=(fetched.rejection,))
        _add_document(work, file_id, row, refusal, None)
        work.still_unread += row["is_known"] and row["known_sha256"] is None
    elif is_changed and fetched.data is not None:
        for document in work.rules.read(row["path"], fetched.data):
            file_format = file_format or document.format
            _add_document(work, file_id, row, document, fetched)
    work.files.append(
        (
            file_id,
            row["source"],
            row["path"],
            file_format,
            fetched.size_bytes,
            _EPOCH + timedelta(microseconds=fetched.modified_ns // 1000),
            fetched.modified_ns,
            fetched.sha256,
        )
    )


def _add_document(
    work: _Work, file_id: int, row: Mapping[str, Any], read: ReadDocument, fetched: Fetched | None
) -> None:
    member = () if read.member is None else (read.member,)
    document_id = make_id("document", row["source"], row["raw_path"], *member)
    if fetched is None:
        content = None
    elif read.raw is fetched.data:
        content = fetched.sha256
    else:
        content = sha256(read.raw).hexdigest()
    rejections = read.rejections
    ident = None
    said = (read.document and read.document.metadata) or NOTHING_SAID
    if read.document is not None and said.pub_status not in WITHDRAWING:
        ident, rejections = _parse(work, read.document)
    if ident is not None:
        work.keys[document_id] = (content, read.raw[:RAW_HEAD_BYTES])
    work.documents.append(
        (
            document_id,
            file_id,
            read.member,
            content,
            ident,
            read.charset,
            read.repaired_count,
            said.uri,
            _version(said.version),
            said.version_created,
            said.pub_status,
            said.embargoed,
        )
    )
    for rejection in rejections:
        _refuse(work, document_id, content, read.raw[:RAW_HEAD_BYTES], rejection)


def _version(said: str | None) -> int | None:
    """Return an item's version; null for one that is no number or would not fit its column."""
    if said is None or not said.isdecimal() or len(said) > _VERSION_DIGITS:
        return None
    return int(said)


def _parse(work: _Work, document: Document) -> tuple[int | None, tuple[Rejection, ...]]:
    """Parse a document unless the batch already holds its article; return its id, or why there is none."""
    text = canonical(document.text)
    if text != document.text:
        document = Document(text=text, metadata=document.metadata)
    ident = article_id(document)
    if ident in work.parsed:
        return ident, ()
    try:
        article = work.rules.parse(document, lexicon())
    except Exception as error:  # noqa: BLE001 - the file boundary: one bad text must not stop the others
        return None, (Rejection(code="parser_error", detail=f"{type(error).__name__}: {error}"),)
    if isinstance(article, Rejection):
        return None, (article,)
    work.parsed.add(ident)
    add_article(work.rows, ident, article, rules_version=work.rules.version, run_id=work.run_id)
    _extract(work, ident, article)
    return ident, ()


def _extract(work: _Work, ident: int, article: Article) -> None:
    """Add what an article says; where that can't be had, the article stays and the fault is on record."""
    try:
        facts = work.rules.extract(article, lexicon())
    except Exception as error:  # noqa: BLE001 - the file boundary: one bad text must not stop the others
        add_fault(work.rows, ident, "extractor_error", f"{type(error).__name__}: {error}")
    else:
        add_facts(work.rows, ident, facts, run_id=work.run_id)


def _refuse(work: _Work, document_id: int, content: str | None, head: bytes, why: Rejection) -> None:
    ident = make_id(
        "quarantine", str(document_id), content or "", why.code, why.field or "", str(why.position or "")
    )
    work.quarantine[ident] = (
        ident,
        document_id,
        why.code,
        why.detail,
        why.field,
        why.position,
        shown_bytes(head),
    )


def _refuse_articles(work: _Work, broken: dict[int, tuple[Rejection, ...]]) -> None:
    """Quarantine the documents whose article broke a rule."""
    for number, document in enumerate(work.documents):
        rejections = broken.get(document[4], ())
        if not rejections:
            continue
        content, head = work.keys[document[0]]
        work.documents[number] = (*document[:4], None, *document[5:])
        for rejection in rejections:
            _refuse(work, document[0], content, head, rejection)


def shown_bytes(data: bytes) -> str:
    r"""Return bytes as text, with what is not printable or not UTF-8 as ``\xNN``."""
    text = data.decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


@lru_cache(maxsize=1)
def reference() -> dict[str, pa.Table]:
    """Return the reference tables, made once a process."""
    return lexicon().tables()


@lru_cache(maxsize=1)
def known_ids() -> dict[str, frozenset[Any]]:
    """Return what columns may refer to in the reference tables, by table and column."""
    return {
        f"{t.name}.{t.keys[0]}": frozenset(reference()[t.name][t.keys[0]].to_pylist())
        for t in REFERENCE_TABLES
    }


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the reference data, loaded once a process."""
    return load_lexicon()
