"""How an article is written down in a golden file: words before numbers, so that a change reads like prose.

Ids of the reference data are left out: whether a name is known is the parser's doing, its number is not.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from schemas.records import Article, Rejection

if TYPE_CHECKING:
    from schemas.records import Span

FOLDER: Final = Path(__file__).resolve().parents[2] / "golden"


def cases() -> list[Path]:
    """Return every golden text, in order."""
    return sorted(FOLDER.rglob("*.txt"))


def name_of(path: Path) -> str:
    """Return `form/case`."""
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def written(result: Article | Rejection) -> str:
    """Return the golden JSON of a parsed article or a rejection."""
    facts = _rejection(result) if isinstance(result, Rejection) else _article(result)
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {"rejected": rejection.code, "detail": rejection.detail}


def _article(article: Article) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": article.kind,
        "language": article.language,
        "headline": article.headline,
        "lede": article.lede,
        "published": {
            "date": _iso(article.published_date),
            "precision": article.published_precision,
            "partial": article.published_partial,
            "method": article.published_method,
            "header": _iso(article.header_date),
            "dateline": _iso(article.dateline_date),
            "conflict": article.date_conflict,
        },
        "datelines": [
            {
                "place": one.place_text,
                "places": [[place.place_text, place.country_code, _at(place.span)] for place in one.places],
                "date_text": one.date_text,
                "date": _iso(one.date),
                "at": _at(one.span),
            }
            for one in article.datelines
        ],
        "credits": [
            [one.name, one.stands, one.agency_id is not None, _at(one.span)] for one in article.credits
        ],
        "bylines": [[one.name, _at(one.span)] for one in article.bylines],
        "paragraphs": [
            [one.kind, one.text, *([one.language] if one.language else [])] for one in article.paragraphs
        ],
    }
    if article.published_time:
        facts["published"] |= {"time": article.published_time, "zone": article.time_zone}
    if article.notes:
        facts["notes"] = list(article.notes)
    return facts


def _iso(day: object) -> str | None:
    return str(day) if day is not None else None


def _at(span: Span) -> str:
    return f"{span.paragraph_no}:{span.start_char}-{span.end_char}"
