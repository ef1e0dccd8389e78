"""The labelled articles agree with their texts: every labelled value stands in the article it describes.

`open/` and `forms/` are for developing rules, `heldout/` only for measuring them. The
`gold.jsonl` of each holds one label line an article, e.g. ``{"file": "001.txt", "people": [{"name":
"Farzana Wattoo", "role": "Additional Secretary (East Asia)", ...}], ...}``. The meaning of each field is
said in `README.md` beside this file.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
FOLDERS = tuple(sorted(each.parent.name for each in HERE.glob("*/gold.jsonl")))
# ISO 3166-1 alpha-2, and XK for Kosovo.
ISO_CODES = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
    UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(ISO_CODES.split())
STATUSES = frozenset({"held", "planned", "postponed", "cancelled"})
MODES = frozenset({"virtual", "in-person", None})
DATE = r"(\d{4}(-\d\d){0,2}|--\d\d(-\d\d)?)"
# Where no noun names the meeting ("X met Y"), one of these stands for it.
VERB_NAMES = frozenset({"meeting", "talks", "reception", "visit", "telephone conversation", "credentials"})

Label = dict[str, Any]


def _flat(text: str) -> str:
    """Return the text with white space runs as one space, so that hard-wrapped words can be found."""
    return " ".join(text.split())


def _labels(folder: str) -> list[Label]:
    lines = (HERE / folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


CASES = [
    pytest.param(folder, label, id=f"{folder}-{label['file']}")
    for folder in FOLDERS
    for label in _labels(folder)
]


def _text(folder: str, label: Label) -> str:
    return (HERE / folder / str(label["file"])).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_text_has_one_label(folder: str) -> None:
    """Each article has exactly one label line, and each label line its article."""
    named = [label["file"] for label in _labels(folder)]
    assert named == sorted(path.name for path in (HERE / folder).glob("*.txt"))


def test_no_text_stands_in_two_folders() -> None:
    """No article is both open and held out."""
    texts = [_flat(path.read_text(encoding="utf-8")) for path in HERE.glob("*/*.txt")]
    assert len(texts) == len(set(texts)) > 0


@pytest.mark.parametrize(("folder", "label"), CASES)
def test_printed_values_stand_in_the_text(folder: str, label: Label) -> None:
    """Names, roles, organisations, quotes, datelines and lines are labelled as printed."""
    text = _text(folder, label)
    flat = _flat(text)
    printed = [label["headline"], label["lede"], label["dateline_place"], label["body_first_words"]]
    printed += label["agencies"] + label["byline"] + label.get("credits", [])
    for person in label["people"] or []:
        printed += [person["name"], person["role"], person["organisation"], person.get("title")]
    printed += [quote["text_first_5_words"] for quote in label["quotes"] or []]
    for event in label["events"] or []:
        printed += [event["place"], *event["components"], *event["topics"], *event["side_organisations"]]
        printed += [lead[key] for lead in event["leads"] for key in ("name", "role", "organisation")]
        printed += [event["name"]] * (event["name"] not in VERB_NAMES)
    printed += [event["name"] for event in label.get("background_events", [])]
    missing = [value for value in printed if value is not None and _flat(value) not in flat]
    lines = {line.strip() for line in re.sub(r"^ date [\d-]+ ", "", text).splitlines()}
    lines.add(label.get("kicker_glued", ""))
    for kind in ("chrome_lines", "meta_lines", "captions", "duplicate_lines"):
        missing += [line for line in label[kind] if line not in lines]
    assert missing == []


@pytest.mark.parametrize(("folder", "label"), CASES)
def test_codes_and_dates_are_valid(folder: str, label: Label) -> None:
    """Countries are ISO 3166-1 alpha-2 (XK for Kosovo), dates ISO 8601, whole, partial or a range."""
    codes = [
        *(label["countries"] or []),
        label["dateline_country"],
        *(p["country_iso2"] for p in label["people"] or []),
    ]
    codes += [side for event in label["events"] or [] for side in event["sides"]]
    assert {code for code in codes if code is not None} <= COUNTRIES
    assert label["countries"] is None or label["countries"] == sorted(set(label["countries"]))
    dates = [event["date"] for event in label["events"] or []]
    assert [d for d in dates if d is not None and not re.fullmatch(f"{DATE}(/{DATE})?", d)] == []
    header = re.match(r" date (\d{4}-\d\d(?:-\d\d)?) ", _text(folder, label))
    assert label["header_date"] == (header.group(1) if header else None)


@pytest.mark.parametrize(("folder", "label"), CASES)
def test_meetings_are_consistent(folder: str, label: Label) -> None:
    """Leads are labelled people of a side and session of their meeting; status and mode are agreed words."""
    names = {person["name"] for person in label["people"] or []}
    assert len(names) == len(label["people"] or []), f"{folder}: one person is labelled twice"
    for event in label["events"] or []:
        assert event["status"] in STATUSES
        assert event["mode"] in MODES
        assert event["sessions"] == event["components"]
        assert event["round_number"] is None or event["round_number"] > 0
        sides = {*event["sides"], *event["side_organisations"], None}
        for lead in event["leads"]:
            assert lead["name"] is None or lead["name"] in names
            assert lead["name"] is not None or lead["role"] is not None
            assert lead["side"] in sides
            assert lead["component"] in {*event["components"], None}


@pytest.mark.parametrize(("folder", "label"), CASES)
def test_speakers_are_known(folder: str, label: Label) -> None:
    """A speaker is a labelled person or words that stand in the text."""
    flat = _flat(_text(folder, label))
    names = {person["name"] for person in label["people"] or []}
    speakers = {quote["speaker"] for quote in label["quotes"] or []} - {None}
    assert {speaker for speaker in speakers - names if speaker not in flat} == set()
