"""Parse one document.

` date 2021-06-29 Officials met ...` to an `Article`, or a `Rejection` that says why not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from schemas.records import Article, Paragraph, Rejection
from tasks.parse.embedded import other_language
from tasks.parse.facts import dateline_record, read_bylines, read_credits, read_datelines
from tasks.parse.header import Header, read_header
from tasks.parse.kinds import kind_of
from tasks.parse.language import detect_language
from tasks.parse.layout import adopt_headline, lay_out
from tasks.parse.lines import cut
from tasks.parse.marks import mark_all
from tasks.parse.published import story_row
from tasks.parse.reconcile import reconcile
from tasks.parse.shape import ends_sentence
from tasks.parse.stated import put_before
from tasks.parse.told_days import told_otherwise

if TYPE_CHECKING:
    from schemas.records import ArticleKind, Document
    from schemas.reference.lexicon import Lexicon
    from tasks.parse.layout import Layout
    from tasks.parse.marks import Mark

_SAMPLE: Final = 900
_SPOKEN: Final = frozenset(("headline", "lede", "body", "caption"))


def parse(document: Document, lexicon: Lexicon) -> Article | Rejection:
    """Return what the document says, or why it is no article. Pure; no text makes it raise."""
    text = document.text
    if not text or text.isspace():
        return Rejection(code="empty", detail="The text holds nothing but white space.")
    header = read_header(text)
    paragraphs = cut(text, header.end)
    if not paragraphs:
        return Rejection(
            code="header_only",
            detail=f"After {text[: header.end].strip()!r} the text ends.",
            position=header.end,
        )
    layout = lay_out(mark_all(paragraphs, lexicon), lexicon)
    if document.metadata is not None:
        if document.metadata.headline:
            adopt_headline(layout, document.metadata.headline)
        put_before(layout, document.metadata, lexicon)
    article = _article(document, header, layout, lexicon)
    is_bare = layout.body_start == len(layout.marks) and article.kind != "index"
    if is_bare and all(mark.kind == "chrome" for mark in layout.marks):
        return Rejection(code="no_text", detail=f"All {len(paragraphs)} paragraphs are page furniture.")
    return article


def _article(document: Document, header: Header, layout: Layout, lexicon: Lexicon) -> Article:
    marks = layout.marks
    found = read_datelines(layout, lexicon)
    kind = kind_of(layout, sum(1 for _, one in found if one.place is not None))
    _settle(layout, kind)
    dated = next((one.date for _, one in found if one.date is not None), None)
    dates = reconcile(document, header, story_row(layout), dated)
    conflict = dates.conflict
    if conflict is None and dates.published is not None and kind != "index":
        conflict = told_otherwise(dates.published, (mark.text for mark in marks if mark.kind == "body"))
    datelines = []
    for index, one in found:
        day = one.date.date if one.date else None
        date = dates.dateline if one.date is dated else day
        datelines.append(dateline_record(layout, index, one, date, lexicon))
    language = _language(document) or detect_language(_body_sample(layout))
    return Article(
        kind=kind,
        language=language,
        headline=_headline(document) or _text_at(layout, layout.headline),
        lede=_text_at(layout, layout.lede),
        header_date=header.date,
        dateline_date=dates.dateline,
        published_date=dates.published,
        published_precision=dates.precision,
        published_partial=dates.partial,
        published_method=dates.method,
        date_conflict=conflict,
        published_time=dates.clock.time if dates.clock is not None else None,
        time_zone=dates.clock.zone if dates.clock is not None else None,
        time_zone_method=dates.clock_method if dates.clock is not None and dates.clock.zone else None,
        paragraphs=_paragraphs(marks, language),
        datelines=tuple(datelines),
        credits=read_credits(layout, found, lexicon, everywhere=kind == "multi"),
        bylines=read_bylines(layout, lexicon),
        notes=header.notes,
    )


def _paragraphs(marks: list[Mark], language: str | None) -> tuple[Paragraph, ...]:
    paragraphs = []
    for mark in marks:
        kind, text = mark.kind or "body", mark.text
        paragraphs.append(Paragraph(kind, text, other_language(text, language) if kind in _SPOKEN else None))
    return tuple(paragraphs)


def _settle(layout: Layout, kind: ArticleKind) -> None:
    """Mend what the kind of the page shows.

    An index is all chrome, short lines of a round-up are its headlines.
    """
    if kind == "index":
        layout.headline = layout.lede = None
        for mark in layout.marks:
            mark.kind = "chrome"
    elif kind == "other":
        _close_at_reply(layout)
    elif kind == "multi":
        for mark in layout.marks[layout.headline or 0 :]:
            if mark.is_guess or (
                mark.kind in ("lede", "body") and not mark.is_text and not ends_sentence(mark.text)
            ):
                mark.kind = "headline"
        if layout.lede is not None and layout.marks[layout.lede].kind == "headline":
            layout.lede = None


def _close_at_reply(layout: Layout) -> None:
    """Make chrome of the answers below a forum's first post: from `Re: ...` on, or a ruled-off signature."""
    marks = layout.marks
    reply = next(
        (
            i
            for i in range(layout.body_start, len(marks))
            if marks[i].text.startswith(("Re: ", "____")) or marks[i].text == "--"
        ),
        len(marks),
    )
    for mark in marks[reply:]:
        mark.kind = "chrome"


def _headline(document: Document) -> str | None:
    """Return the publisher's headline; it wins over what the text suggests."""
    title = document.metadata.headline if document.metadata is not None else None
    return title.strip() or None if title else None


def _language(document: Document) -> str | None:
    """Return the publisher's language as ISO 639-1.

    `en-GB` and `EN` are `en`; None for longer or odd codes.
    """
    tag = document.metadata.language if document.metadata is not None else None
    primary = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return primary if len(primary) == 2 and primary.isascii() and primary.isalpha() else None  # noqa: PLR2004


def _text_at(layout: Layout, index: int | None) -> str | None:
    return layout.marks[index].text if index is not None else None


def _body_sample(layout: Layout) -> str:
    """Return the first running text of the page, without its dateline; any text at all if there is none."""
    for kinds in (("body",), ("lede", "headline", "caption"), ("chrome", "meta", "repeat", "byline")):
        parts: list[str] = []
        length = 0
        for mark in layout.marks:
            if mark.kind in kinds:
                text = mark.text[mark.dateline.end :] if mark.dateline is not None else mark.text
                parts.append(text[:_SAMPLE])
                length += len(parts[-1])
                if length >= _SAMPLE:
                    break
        if length > 0:
            return " " + " ".join(parts)
    return ""
