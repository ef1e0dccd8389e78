"""IPTC NITF: ``<nitf><head><docdata>…</head><body><body.head><hedline>…<body.content><p>…``.

The text is ``body.content`` and the tagline; ``body.head`` becomes metadata. Source: NITF 3.x.
"""

from __future__ import annotations

from typing import Any, Final

from schemas.records import PublisherMetadata
from tasks.read.blocks import join_paragraphs, one_line, paragraphs
from tasks.read.tidy import tidy

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def map_nitf(root: Any) -> tuple[str | None, PublisherMetadata]:  # noqa: ANN401 - lxml has no types
    """Return the text (None if there is none) and what the head of document and body say."""
    status = _attribute(root, "{*}head/{*}docdata", "management-status")
    said = PublisherMetadata(
        headline=_text(root, "{*}body/{*}body.head/{*}hedline/{*}hl1")
        or _text(root, "{*}body/{*}body.head/{*}hedline")
        or _text(root, "{*}head/{*}title"),
        byline=_text(root, "{*}body/{*}body.head/{*}byline"),
        dateline=_text(root, "{*}body/{*}body.head/{*}dateline"),
        published=_attribute(root, "{*}head/{*}docdata/{*}date.issue", "norm")
        or _attribute(root, "{*}head/{*}pubdata", "date.publication"),
        language=tidy(root.get(_LANGUAGE)) or _attribute(root, "{*}body", _LANGUAGE),
        url=_attribute(root, "{*}head/{*}pubdata", "ex-ref"),
        credit=_text(root, "{*}body/{*}body.head/{*}distributor"),
        uri=_attribute(root, "{*}head/{*}docdata/{*}doc-id", "id-string"),
        version=_attribute(root, "{*}head/{*}docdata/{*}du-key", "version"),
        embargoed=_attribute(root, "{*}head/{*}docdata/{*}date.release", "norm")
        if status == "embargoed"
        else None,
        pub_status=status if status != "embargoed" else None,
    )
    found: list[str] = []
    for path in ("{*}body/{*}body.content", "{*}body/{*}body.end/{*}tagline"):
        for element in root.iterfind(path):
            found.extend(paragraphs(element))
    return join_paragraphs(found) or None, said


def _text(root: Any, path: str) -> str | None:  # noqa: ANN401
    element = root.find(path)
    return None if element is None else one_line(element)


def _attribute(root: Any, path: str, name: str) -> str | None:  # noqa: ANN401
    element = root.find(path)
    return None if element is None else tidy(element.get(name))
