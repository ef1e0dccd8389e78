# ruff: noqa: RUF001 - raw files print these signs
"""`Posted By: N N`, `Автор: N N`, `Author: N N`, `Edited by` and nothing: a label, then a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.parse.bylines.found import BylineForm, FoundByline, is_person, names_in

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon

_LABEL: Final = re.compile(
    r"[\s(\[*•-]*(?P<label>(?:posted|published|written|reported|created|uploaded|submitted|authored|curated|updated|words"
    r"|text|report|story) by"
    r"|author|authors|writer|reporter|correspondent"
    r"|autor|autora|auteur|autore|автор|авторы|текст|yazar|muhabir|penulis|pewarta|wartawan|editor|edited by"
    r"|redaktur|كتبته?|كتبه?|بقلم|تحریر|رپورٹ|लेखक|记者|作者|責任編集|责任编辑|기자)"
    r"\s*(?:[:：]|[–—-] )?\s*",
    re.IGNORECASE,
)
_EDITS: Final = ("edit", "updat", "redak", "责任编辑", "責任編集")
_STOPS: Final = re.compile(r"\s?[|(<@\[]|\s\d|\s[–—-]\s|,\s|\s(?:on|in|at|Published|Updated)\s")
_LONGEST: Final = 110


def _read(line: str, lexicon: Lexicon) -> FoundByline | None:  # noqa: PLR0911 - one answer a line
    if len(line) > _LONGEST:
        return None
    label = _LABEL.match(line)
    if label is None:
        return None
    rest = line[label.end() :]
    if not rest.strip():
        return FoundByline(())
    if not _SIGN.search(label[0]) and not (label["label"].casefold() in _BARE and _is_name(rest)):
        return None
    stop = _STOPS.search(line, label.end())
    found = names_in(line, label.end(), stop.start() if stop else len(line), lexicon)
    if label["label"].casefold().startswith(_EDITS):
        return FoundByline((), found.agencies)
    if not found.persons and not found.agencies and len(rest) > 50:  # noqa: PLR2004
        return None
    return found


_SIGN: Final = re.compile(r"[:：]| by\b|[–—-] ", re.IGNORECASE)
_BARE: Final = ("author", "autor", "autora", "auteur", "autore", "автор")
"""`Author Tendai Mukoro`: labels that need no colon before a full name."""


def _is_name(rest: str) -> bool:
    return 0 < rest.strip().count(" ") < 3 and is_person(rest)  # noqa: PLR2004


FORM: Final = BylineForm(
    words=(
        "curated", "updated", "words", "text", "report", "كتبت", "كتبه",
        "posted", "published", "created", "uploaded", "submitted", "authored", "author", "authors",
        "writer", "reporter", "correspondent", "autor", "autora", "auteur", "autore", "автор", "авторы",
        "текст", "yazar", "muhabir", "penulis", "pewarta", "责任编辑", "wartawan", "editor", "redaktur",
        "كتب", "بقلم", "تحریر", "رپورٹ", "लेखक", "记者", "作者",
    ),
    read=_read,
)  # fmt: skip
