"""NewsML-G2 and NITF."""

from __future__ import annotations

import pytest

from schemas.records import PublisherMetadata
from tests.tasks.read.making import read, read_one, text_of, told

NITF = """<nitf xml:lang="en"><head><title>Lima</title><docdata management-status="usable">
<doc-id id-string="nta-lima-1"/><du-key key="lima" version="2"/>
<date.issue norm="20210629T103000Z"/></docdata>
</head><body><body.head><hedline><hl1>Envoys meet <em>in</em> Lima</hl1></hedline>
<byline>By <person>Rosa Quispe</person>,<byttl>Staff</byttl></byline><distributor>NTA</distributor>
<dateline><location>LIMA</location>, June 29</dateline></body.head>
<body.content><block><p>Envoys met on <chron>Tuesday</chron> &mdash; again.</p>
<p>They<br/>left.</p><media><media-caption>A port.</media-caption></media></block></body.content>
<body.end><tagline>Ana Flores contributed.</tagline></body.end></body></nitf>"""
NITF_TEXT = "Envoys met on Tuesday — again.\n\nThey\nleft.\n\nAna Flores contributed."


def item(content: str, status: str = "usable", name: str = "newsItem") -> str:
    """Write a NewsML-G2 item around some content."""
    return (
        f'<{name} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:nta:lima-1" version="2"'
        ' xml:lang="en">'
        f'<itemMeta><itemClass qcode="ninat:text"/><firstCreated>2021-06-29T10:30:00Z</firstCreated>'
        f"<versionCreated>2021-06-30T08:00:00Z</versionCreated>"
        f'<embargoed>2021-06-30T09:00:00Z</embargoed><pubStatus qcode="stat:{status}"/></itemMeta>'
        f"<contentMeta><by>Rosa Quispe,<br/>Staff</by><creditline>NTA</creditline><language tag='en-GB'/>"
        f"<headline>Envoys meet in Lima</headline><dateline>LIMA, June 29</dateline></contentMeta>"
        f"<contentSet>{content}</contentSet></{name}>"
    )


XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    "<title>no</title></head><body><p>LIMA (NTA) — Envoys\n met.</p>"
    "<ul><li>One</li><li>Two</li></ul></body></html></inlineXML>"
)


def test_a_g2_item_gives_text_and_metadata() -> None:
    """All the item says of itself is taken; the text is the content's alone."""
    document = read_one(('<?xml version="1.0" encoding="UTF-8"?>\n' + item(XHTML)).encode())
    assert (text_of(document), document.format) == ("LIMA (NTA) — Envoys met.\n\nOne\n\nTwo", "newsml-g2")
    assert document.document is not None
    assert document.document.metadata == PublisherMetadata(
        headline="Envoys meet in Lima",
        byline="Rosa Quispe, Staff",
        dateline="LIMA, June 29",
        published="2021-06-29T10:30:00Z",
        language="en-GB",
        credit="NTA",
        uri="urn:nta:lima-1",
        version="2",
        version_created="2021-06-30T08:00:00Z",
        embargoed="2021-06-30T09:00:00Z",
        pub_status="usable",
    )


def test_nitf_stands_alone_or_in_an_item() -> None:
    """NITF's head becomes metadata; in a NewsML-G2 item, what the item says goes first."""
    alone = read_one(("<!DOCTYPE nitf SYSTEM 'nitf.dtd'>" + NITF).encode())
    assert (text_of(alone), alone.format) == (NITF_TEXT, "nitf")
    assert alone.document is not None
    assert alone.document.metadata == PublisherMetadata(
        headline="Envoys meet in Lima",
        byline="By Rosa Quispe, Staff",
        dateline="LIMA, June 29",
        published="20210629T103000Z",
        language="en",
        credit="NTA",
        uri="nta-lima-1",
        version="2",
        pub_status="usable",
    )
    inside = read_one(item(f'<inlineXML contenttype="application/nitf+xml">{NITF}</inlineXML>').encode())
    assert text_of(inside) == NITF_TEXT
    assert inside.document is not None
    assert inside.document.metadata is not None
    assert inside.document.metadata.uri == "urn:nta:lima-1"


def test_a_message_holds_many_items() -> None:
    """Each item of a news message is a document with bytes of its own."""
    plain = item("<inlineData>OSLO - The bridge.</inlineData>")
    pieces = [
        item(XHTML),
        plain,
        item("", name="packageItem"),
        item("<remoteContent/>"),
        item("", "canceled"),
    ]
    data = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(pieces)}</itemSet></newsMessage>'
    found = read(data.encode())
    assert told(found) == [
        ("1", "LIMA (NTA) — Envoys met.\n\nOne\n\nTwo"),
        ("2", "OSLO - The bridge."),
        ("3", "unsupported"),
        ("4", "no_text_field"),
        ("5", ""),
    ]
    assert text_of(read_one(found[1].raw)) == "OSLO - The bridge."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (item(XHTML)[:-20], "malformed_record"),
        ("<rss version='2.0'><channel/></rss>", "unsupported"),
        (
            "<!DOCTYPE nitf [<!ENTITY a 'aaa'><!ENTITY b '&a;&a;'>]>" + NITF.replace("left", "&b;"),
            "malformed_record",
        ),
        (
            "<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + NITF.replace("left", "&x;"),
            "malformed_record",
        ),
        ("<?xml version='1.0'?><newsMessage/>", "empty"),
    ],
)
def test_xml_that_is_not_read_is_refused(data: str, code: str) -> None:
    """Broken files, other vocabularies and entities of a file's own are refused, and nothing is fetched."""
    assert [d.rejections[0].code for d in read(data.encode())] == [code]


def test_charsets_of_xml() -> None:
    """The declared charset counts, and where it is wrong the bytes are looked at."""
    body = item(XHTML).replace("Envoys", "Délégués réunis à Nîmes")
    for declared, real in (("ISO-8859-1", "cp1252"), ("UTF-16", "utf-16"), ("UTF-8", "cp1252")):
        text = f'<?xml version="1.0" encoding="{declared}"?>{body}'
        assert text_of(read_one(text.encode(real))).startswith("LIMA (NTA)")
        assert "Délégués réunis à Nîmes" in text_of(read_one(text.encode(real)))
