"""ninjs items of all versions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from schemas.records import PublisherMetadata
from tests.tasks.read.making import read, read_one, text_of, told

BODY = "<section><p>LIMA (NTA) — Envoys met on <b>Tuesday</b>.</p><p>They will meet again.</p></section>"
TEXT = "LIMA (NTA) — Envoys met on Tuesday.\n\nThey will meet again."
ONE: dict[str, Any] = {
    "uri": "urn:nta.example:lima-1",
    "type": "text",
    "version": "2",
    "versioncreated": "2021-06-30T08:00:00Z",
    "firstcreated": "2021-06-29T10:30:00Z",
    "pubstatus": "usable",
    "language": "en",
    "headline": "Envoys meet in Lima",
    "byline": "Rosa Quispe",
    "body_text": "LIMA (NTA) — Envoys met on Tuesday. They will meet again.",
    "body_xhtml": BODY,
}
THREE: dict[str, Any] = {
    "uri": "urn:nta.example:lima-1",
    "type": "text",
    "version": "2",
    "versionCreated": "2021-06-30T08:00:00Z",
    "firstCreated": "2021-06-29T10:30:00Z",
    "pubStatus": "usable",
    "language": "en",
    "headlines": [{"role": "teaser", "value": "Talks"}, {"role": "main", "value": "Envoys meet in Lima"}],
    "by": "Rosa Quispe",
    "bodies": [
        {"role": "teaser", "contentType": "text/html", "value": "<p>Short.</p>"},
        {"role": "main", "contentType": "text/plain", "value": "LIMA"},
        {"role": "main", "contentType": "text/html", "value": BODY},
    ],
}


@pytest.mark.parametrize("item", [ONE, THREE], ids=["1.x", "3.x"])
def test_all_versions_say_the_same(item: dict[str, Any]) -> None:
    """The marked-up body shows the paragraphs; the headline stays out of the text."""
    document = read_one(json.dumps(item).encode())
    assert (text_of(document), document.format) == (TEXT, "ninjs")
    assert document.document is not None
    assert document.document.metadata == PublisherMetadata(
        headline="Envoys meet in Lima",
        byline="Rosa Quispe",
        published="2021-06-29T10:30:00Z",
        language="en",
        uri="urn:nta.example:lima-1",
        version="2",
        version_created="2021-06-30T08:00:00Z",
        pub_status="usable",
    )


def test_items_without_an_article_are_refused() -> None:
    """Pictures and events are no articles, a text without body holds none."""
    picture = {**ONE, "type": "picture"}
    event = {**THREE, "type": "event"}
    bare = {key: value for key, value in ONE.items() if not key.startswith("body")}
    data = "".join(json.dumps(item) + "\n" for item in (picture, event, bare, ONE)).encode()
    assert told(read(data)) == [
        ("1", "unsupported"),
        ("2", "unsupported"),
        ("3", "no_text_field"),
        ("4", TEXT),
    ]


def test_a_withdrawal_needs_no_text() -> None:
    """What a withdrawal says is that another item is void, so it is a document without words."""
    bare = {key: value for key, value in THREE.items() if key != "bodies"}
    document = read_one(json.dumps({**bare, "pubStatus": "canceled"}).encode())
    assert text_of(document) == ""
    assert document.document is not None
    assert document.document.metadata is not None
    assert document.document.metadata.pub_status == "canceled"


SIDE: dict[str, Any] = {
    "uri": "urn:nta.example:lima-2",
    "type": "text",
    "headline": "The harbour of Lima",
    "body_text": "LIMA (NTA) — The harbour is older than the town.",
}
PIER: dict[str, Any] = {"uri": "urn:nta.example:pier", "type": "picture", "headline": "The pier of Lima"}


@pytest.mark.parametrize(
    "held",
    [{"side": SIDE, "pier": PIER}, [SIDE | {"name": "side"}, PIER | {"name": "pier"}]],
    ids=["by name", "as a list"],
)
def test_texts_held_by_an_item_are_documents(held: object) -> None:
    """A text that an item holds is a document under its name; a picture is none."""
    first, second = read(json.dumps(ONE | {"associations": held}).encode(), "item.json")
    assert (first.member, text_of(first)) == (None, TEXT)
    assert (second.member, text_of(second)) == ("side", SIDE["body_text"])
    assert second.document is not None
    assert second.document.metadata is not None
    assert second.document.metadata.uri == SIDE["uri"]


def test_a_package_is_refused_and_its_texts_are_read() -> None:
    """A package without a body says so; in a list the member names item and texts."""
    rain = SIDE | {"uri": "urn:nta.example:lima-3", "body_text": "QUITO: Rain."}
    inner = SIDE | {"associations": {"more": rain}}
    package = {"uri": "urn:nta.example:p", "type": "composite", "versioncreated": "2021-06-29T10:00:00Z"}
    lines = [json.dumps(SIDE), json.dumps(package | {"associations": {"main": inner}})]
    documents = read("\n".join(lines).encode(), "items.jsonl")
    assert [one.member for one in documents] == ["1", "2", "2#main", "2#main#more"]
    assert told(documents[1:2]) == [("2", "unsupported")]
    assert text_of(documents[3]) == "QUITO: Rain."


def test_items_inside_one_another_have_a_limit() -> None:
    """Items held by items held by items end at the limit of depth, as containers do."""
    item = SIDE
    for number in range(9):
        item = SIDE | {"uri": f"urn:nta.example:{number}", "associations": {"a": item}}
    [(_, code)] = told(read(json.dumps(item).encode(), "item.json")[-1:])
    assert code == "unsafe_container"
