"""Records that pass between the stages: what a file said, and what we believe.

`Document` is what one document said, decoded but not understood. `Article` is what
the parser believes about it: typed paragraphs in text order and facts that each point at
the words they came from.

Spans count Unicode code points, start at 0 and end before `end_char`; for every fact
``article.paragraphs[paragraph_no - 1].text[start_char:end_char]`` is the surface it was read from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

ParagraphKind = Literal["headline", "lede", "body", "caption", "byline", "meta", "chrome", "repeat"]
ArticleKind = Literal["article", "release", "index", "liveblog", "multi", "transcript", "stub", "other"]
CreditPlace = Literal["dateline", "tail", "byline", "meta"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherMetadata:
    """What the container or format says of the article besides its text; wins over what the text suggests.

    All fields are as printed by the publisher; None where the format is silent.
    """

    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    credit: str | None = None
    uri: str | None = None
    """Name of the item that all its versions share."""
    version: str | None = None
    version_created: str | None = None
    embargoed: str | None = None
    pub_status: str | None = None
    """`usable`, `withheld` or `canceled` (IPTC); the last two withdraw the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    r"""One document as read: Unicode text with ``\n`` line ends, NFC, without BOM or NUL."""

    text: str
    metadata: PublisherMetadata | None = None


class Span(NamedTuple):
    """Where the words of a fact stand (paragraph numbers from 1)."""

    paragraph_no: int
    start_char: int
    end_char: int


class Paragraph(NamedTuple):
    """One paragraph; its number is its position in `Article.paragraphs`, from 1."""

    kind: ParagraphKind
    text: str
    language: str | None = None
    """Where it is certainly not the article's; None otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelinePlace:
    """One place of a dateline: `OTTAWA/TOKYO` has two."""

    place_text: str
    place_id: int | None
    country_code: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when the story was filed, as printed; `span` covers the whole dateline up to the body."""

    place_text: str | None
    date_text: str | None
    date: dt.date | None
    places: tuple[DatelinePlace, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One name of a credit line; `UrduPoint / Pakistan Point News` is two credits."""

    name: str
    agency_id: int | None
    stands: CreditPlace
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One person named as author."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What the parser believes about one document."""

    kind: ArticleKind
    language: str | None
    headline: str | None
    lede: str | None
    header_date: dt.date | None
    dateline_date: dt.date | None
    published_date: dt.date | None
    published_precision: Literal["day", "month"] | None
    published_partial: str | None
    """What is known of an incomplete date, e.g. ``2021-04`` or ``--10-03``."""
    published_method: Literal["header", "body", "dateline", "publisher"] | None
    date_conflict: str | None
    """A short sentence saying which dates disagree; None where they agree."""
    paragraphs: tuple[Paragraph, ...]
    published_time: str | None = None
    """Time of day printed beside the date of publication, `HH:MM`."""
    time_zone: str | None = None
    """Zone of that time as printed."""
    time_zone_method: Literal["body", "publisher"] | None = None
    datelines: tuple[Dateline, ...] = ()
    credits: tuple[Credit, ...] = ()
    bylines: tuple[Byline, ...] = ()
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why a document, or one field of it, was refused; `code` is one of `schemas.codes`.

    `position` is a byte offset for what could not be decoded, a character offset otherwise.
    """

    code: str
    detail: str
    field: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """One document a file holds: its raw bytes, how they were decoded, and its text or why there is none.

    `member` is None for a file that is itself the document; otherwise the member's name in its archive or
    its record number, unique in the file. Exactly one of `document` and `rejections` is filled.
    """

    member: str | None
    format: str
    raw: bytes
    charset: str | None
    repaired_count: int = 0
    document: Document | None = None
    rejections: tuple[Rejection, ...] = ()
