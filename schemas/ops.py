"""The ledger: which files were seen, what became of them, and in which run."""

from __future__ import annotations

from schemas.codes import CODES
from schemas.table import Column, Table, count, flag, key, number, run, text
from schemas.types import BIGINT, ID, INTEGER, TEXT, TIMESTAMP

DOCUMENT_STATES = ("loaded", "duplicate", "quarantined", "removed")
RUN_STATUSES = ("running", "succeeded", "failed", "crashed", "rolled_back")
RUN_COUNTS = (
    "files_seen",
    "files_new",
    "files_changed",
    "files_unchanged",
    "files_removed",
    "documents_loaded",
    "documents_duplicate",
    "documents_quarantined",
    "articles_total",
)


def _timestamp(name: str, doc: str, *, nullable: bool = False) -> Column:
    return Column(name=name, type=TIMESTAMP, doc=doc, nullable=nullable)


def _sha256(name: str, doc: str, *, nullable: bool) -> Column:
    return Column(name=name, type=TEXT, doc=doc, nullable=nullable)


SOURCES = Table(
    name="sources",
    schema="ops",
    grain="one row per source: a folder that is read under one name",
    columns=(
        key("source", "Name of the source.", column_type=TEXT),
        text("root", "Folder it was last read from."),
        run("first_run", "Run that read it first."),
        run("last_run", "Last run in which this row changed."),
    ),
)

RUNS = Table(
    name="runs",
    schema="ops",
    grain="one row per finished run",
    columns=(
        Column(name="run_id", type=TEXT, key=True, is_run=True, doc="UTC start time; sorts by age."),
        text("flow", "Flow that ran: ingest, replay, rebuild, rollback, maintain."),
        _timestamp("started_at", "When it started, UTC."),
        _timestamp("finished_at", "When its rows were complete, UTC; null for a crashed run.", nullable=True),
        text("status", "How it ended.", allowed=RUN_STATUSES),
        text("rules_version", "Rules it read, parsed and extracted by."),
        text("error", "What stopped a failed run.", nullable=True),
        text("note", "What it did, where the counts can't say it.", nullable=True),
        *(count(name, "See the run's JSON.", column_type=BIGINT) for name in RUN_COUNTS),
        text("rows_json", "Rows inserted, updated and deleted by table, as JSON.", nullable=True),
        text("seconds_json", "Seconds by stage, as JSON.", nullable=True),
        run("last_run", "Run whose snapshot was the first to hold this row."),
    ),
)

FILES = Table(
    name="files",
    schema="ops",
    grain="one row per file ever seen",
    partition_by="run_month",
    run_column="first_run",
    columns=(
        key("file_id", "Hash of source and raw path."),
        text("source", "Source the file belongs to."),
        text("path", "Path below the source's root, with `/`; bytes that are not UTF-8 as \\xNN."),
        text("format", "Format it was read as; null while it could not be read.", nullable=True),
        Column(name="size_bytes", type=BIGINT, minimum=0, doc="Size when last read."),
        _timestamp("modified_at", "Modification time when last read, UTC."),
        Column(name="modified_ns", type=BIGINT, doc="The same in nanoseconds since 1970, to compare by."),
        _sha256("sha256", "SHA-256 of its bytes; null makes the next run read it again.", nullable=True),
        text("state", "Whether the last listing still had it.", allowed=("present", "removed")),
        run("first_run", "Run that saw it first."),
        run("last_run", "Last run in which this row changed."),
    ),
)

DOCUMENTS = Table(
    name="documents",
    schema="ops",
    grain="one row per document: a file, or one member or record of it",
    partition_by="run_month",
    run_column="first_run",
    columns=(
        key("document_id", "Hash of source, raw path and member."),
        Column(name="file_id", type=ID, doc="File it stands in.", references="ops.files.file_id"),
        text("member", "Member name or record number; null when the file is the document.", nullable=True),
        _sha256("content_sha256", "SHA-256 of its raw bytes; null when unread.", nullable=True),
        text("state", "What became of it.", allowed=DOCUMENT_STATES),
        Column(
            name="article_id",
            type=ID,
            nullable=True,
            references="articles.article_id",
            doc="Article it holds; null when quarantined or removed.",
        ),
        Column(
            name="said_article_id",
            type=ID,
            nullable=True,
            references="articles.article_id",
            doc="Article its content gives, also where another version of the item holds instead.",
        ),
        text("reason", "Why it is removed.", nullable=True, allowed=("gone", "superseded", "withdrawn")),
        text("uri", "Name of the item that all its versions share; null where none is given.", nullable=True),
        Column(name="version", type=BIGINT, nullable=True, doc="Version of the item; the highest holds."),
        text("version_created", "When the publisher made this version, as given.", nullable=True),
        text("pub_status", "Publishing status as given: usable, withheld, canceled.", nullable=True),
        text("embargoed", "Until when the publisher asks to hold it back, as given.", nullable=True),
        text("charset", "Charset it was decoded with.", nullable=True),
        count("repaired_count", "Characters repaired while decoding."),
        run("first_run", "Run that saw it first."),
        run("last_run", "Last run in which this row changed."),
    ),
)

REVISIONS = Table(
    name="revisions",
    schema="ops",
    grain="one row per content, or article held, that a document has had",
    partition_by="run_month",
    run_column="from_run",
    columns=(
        key("document_id", "The document.", references="ops.documents.document_id"),
        number("revision_no", "Position in the document's history."),
        _sha256("content_sha256", "SHA-256 of its raw bytes; null when unread.", nullable=True),
        Column(
            name="article_id",
            type=ID,
            nullable=True,
            references="articles.article_id",
            doc="Article it held; null when refused, superseded or withdrawn.",
        ),
        run("from_run", "Run from which on the document held this."),
        run("to_run", "Run that saw it replaced or gone; null while current.", nullable=True),
        run("last_run", "Last run in which this row changed."),
    ),
)

QUARANTINE = Table(
    name="quarantine",
    schema="ops",
    grain="one row per reason a document's content was refused for",
    partition_by="run_month",
    run_column="first_run",
    columns=(
        key("quarantine_id", "Hash of document, content, code, field and position."),
        Column(name="document_id", type=ID, doc="Document refused.", references="ops.documents.document_id"),
        text("code", "Reason; see docs/rejections.md.", allowed=tuple(CODES)),
        text("detail", "What was seen and what was expected."),
        text("field", "Field that broke a rule; null when the whole document did.", nullable=True),
        Column(
            name="position",
            type=BIGINT,
            nullable=True,
            doc="Byte offset of what could not be decoded, character offset otherwise.",
        ),
        text("raw_head", "First bytes, what is not printable shown as \\xNN.", nullable=True),
        run("first_run", "Run that refused it first."),
        run("last_run", "Last run in which this row changed."),
        flag("is_open", "True while the document still has this content and is refused."),
    ),
)

AUDITS = Table(
    name="audits",
    schema="ops",
    grain="one row per audit of one run",
    partition_by="run_month",
    run_column="run_id",
    columns=(
        Column(name="run_id", type=TEXT, key=True, is_run=True, doc="Run that was audited."),
        key("name", "The audit; see docs/audits.md.", column_type=TEXT),
        text("severity", "An error stops the run.", allowed=("error", "warning")),
        Column(name="failed_rows", type=BIGINT, minimum=0, doc="Rows that failed it."),
        flag("passed", "True when no row failed."),
    ),
)

WAREHOUSE = Table(
    name="warehouse",
    schema="ops",
    grain="one row: what this warehouse is",
    columns=(
        Column(name="schema_version", type=INTEGER, key=True, doc="Version of the table contract."),
        text("reference_sha256", "Digest of the reference tables it holds."),
        text("views_sha256", "Digest of the statements that made its views and macros."),
        run("last_run", "Run that published it."),
    ),
)

PARTITIONS = Table(
    name="partitions",
    schema="ops",
    grain="one row per Parquet file",
    columns=(
        key("table_name", "Table the file is part of.", column_type=TEXT),
        key(
            "partition",
            "Name of the file without its ending: all, a month, or a month and the run it begins with.",
            column_type=TEXT,
        ),
        run("last_run", "Last run that changed its rows."),
    ),
)

DELETIONS = Table(
    name="deletions",
    schema="ops",
    grain="one row per row that a run deleted, so that a change feed can tell of it",
    partition_by="run_month",
    run_column="run_id",
    columns=(
        key("table_name", "Table the row stood in.", column_type=TEXT),
        key("key_json", "Key of the row, as JSON object.", column_type=TEXT),
        Column(name="run_id", type=TEXT, key=True, is_run=True, doc="Run that deleted it."),
    ),
)

MIGRATIONS = Table(
    name="migrations",
    schema="ops",
    grain="one row per step that brought the tables to a newer form",
    columns=(
        Column(name="version", type=INTEGER, key=True, doc="Schema version that the step led to."),
        Column(name="run_id", type=TEXT, is_run=True, doc="Run that took the step."),
        _timestamp("applied_at", "When it was taken, UTC."),
    ),
)

OPS_TABLES = (
    WAREHOUSE,
    SOURCES,
    RUNS,
    FILES,
    DOCUMENTS,
    REVISIONS,
    QUARANTINE,
    AUDITS,
    PARTITIONS,
    DELETIONS,
    MIGRATIONS,
)
