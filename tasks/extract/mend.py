"""Letters that depend on a neighbour: ``Director General``, ``deputy minister``, ``Chad Olivera``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.tags import TAGS
from tasks.extract.words.given import ALSO_COUNTRIES, has_given, is_family_first

if TYPE_CHECKING:
    from collections.abc import Iterable

_GENERAL_AFTER: Final = frozenset(
    {
        "director",
        "secretary",
        "attorney",
        "inspector",
        "governor",
        "consul",
        "auditor",
        "surgeon",
        "chairman",
        "surveyor",
        "adjutant",
        "postmaster",
        "registrar",
        "comptroller",
        "solicitor",
        "advocate",
        "controller",
    }
)
_AIR: Final = frozenset({"commodore", "marshal", "commander", "vice-marshal", "vice", "chief"})
_OF_STAFF: Final = (["of", "Staff"], ["of", "staff"])
_ALSO_NAMES: Final = frozenset(
    {"dean", "bishop", "porter", "mason", "cook", "page", "guard", "potter", "major", "weaver"}
)
_RANK_STARTS: Final = frozenset({"group", "wing", "flight", "field", "fleet", "squadron", "master"})
_RANK_ENDS: Final = frozenset(
    {"captain", "commander", "lieutenant", "leader", "marshal", "admiral", "sergeant"}
)
_ALSO_BEFORE: Final = frozenset(
    {
        "deputy",
        "chief",
        "principal",
        "consul",
        "attorney",
        "inspector",
        "co-chair",
        "executive",
        "leader",
        "head",
        "official",
        "caretaker",
        "detective",
        "master",
    }
)
"""Words that are an office alone and a part of one before another: ``deputy``, ``deputy minister``."""


def mend(tokens: list[str], tags: list[str], places: Iterable[int]) -> None:  # noqa: C901, PLR0912, PLR0915
    """Put right the letters that depend on a neighbour; `places` are those of words that may change it."""
    last = len(tokens) - 1
    for place in places:
        tag = tags[place]
        if tag == "#" and place < last and tags[place + 1] == "R" and tokens[place][0].isupper():
            tags[place] = "R"  # First Admiral
            continue
        if tag in "Nx" and place < last and tokens[place].lower() in _RANK_STARTS:
            if tokens[place + 1].lower() in _RANK_ENDS:
                tags[place] = "R"
            continue
        if (
            tag == "N"
            and tokens[place] in _SOFT_TITLES
            and tags[place + 1 : place + 3] in (["N", "N"], ["N", "y"])
        ):
            tags[place] = "H"
            continue
        if tag == "M" and tokens[place] == "Senior" and tokens[place + 1 : place + 2] in _SENIOR:
            tags[place] = "R"
            continue
        if tag == "N" and tokens[place] == "Tan" and tokens[place + 1 : place + 2] in (["Sri"], ["Seri"]):
            tags[place] = "H"
        if tag == "I" and tokens[place : place + 2] == ["H", "E"]:
            tags[place : place + 2] = "HH"
        if tag == "Q" and place < last and tags[place + 1] in "NI" and tokens[place] in _MONTH_NAMES:
            if not place or tags[place - 1] not in "ifDnz#j":
                tags[place] = "N"
            continue
        if tag in "Nx" and tokens[place].lower() in {"charge", "chargé"} and _is_affairs(tokens, place + 1):
            tags[place : place + 2] = ["T" if tag == "N" else "t", "c"]
            continue
        if (
            tag == "T"
            and tokens[place] == "Minister"
            and tokens[place + 1 : place + 2] in (["Counsellor"], ["Counselor"])
        ):
            tags[place + 1] = "c"
        if tag in "Tt" and tokens[place + 1 : place + 3] in (["at", "Large"], ["in", "Chief"]):
            tags[place + 1 : place + 3] = "cc"
        if tag == "T" and tokens[place + 1 : place + 2] == ["Responsible"]:
            tags[place + 1] = "c"
        if tag == "T" and tokens[place + 1 : place + 4] == ["Extraordinary", "and", "Plenipotentiary"]:
            tags[place + 1 : place + 4] = "ccc"
        if (
            tag in "xz"
            and tokens[place] == "opposite"
            and tokens[place + 1 : place + 2] in (["number"], ["numbers"])
        ):
            tags[place : place + 2] = ["t" if tokens[place + 1] == "number" else "k", "c"]
            continue
        if tokens[place] in _FIELDS and tag in "HvO" and place < last:
            if tokens[place + 1] in {"and", "Affairs"} or (tag == "O" and place and tags[place - 1] in "&G"):
                tags[place] = "G"
            continue
        if (
            tag == "w"
            and tokens[place] == "do"
            and 0 < place < last
            and tags[place - 1] + tags[place + 1] == "NN"
        ):
            tags[place] = "y"
        if tag == "v" and tokens[place] == "Said" and place and tags[place - 1] in "yNHR" and place < last:
            if tags[place + 1] in "Ny,.)&" or tags[place - 1] == "y":
                tags[place] = "N"
            continue
        if tokens[place] in _SMALL_NAMES and place and _is_small_name(tokens, tags, place):
            tags[place] = "N"
            continue
        if tag == "H" and place and tags[place - 1] == "y":
            tags[place] = "N"  # Mohammed bin Sultan
        if (
            tag == "H"
            and tokens[place] in {"Sultan", "Prince", "Malik"}
            and tags[place + 1 : place + 2] == ["y"]
        ):
            tags[place] = "N"
        if tag == "G" and place < last and tags[place + 1] in "NI" and _is_first_of_name(tokens, tags, place):
            tags[place] = "N"
            continue
        if (
            tag == "G"
            and tokens[place] == "Man"
            and tags[place - 1 : place] + tags[place + 1 : place + 2] == ["N", "N"]
        ):
            tags[place] = "N"  # Sagar Man Tuladhar
            continue
        if tag in "GQTRC" and place and tags[place - 1] == "N" and _is_surname(tokens, tags, place):
            tags[place] = "N"
            continue
        if tag not in "RTtmMGzxCO":
            continue
        word = tokens[place].lower()
        if word == "joint" and tokens[place + 1 : place + 4] == ["Chiefs", "of", "Staff"]:
            tags[place + 1 : place + 4] = "Gcc"
        behind = tags[place + 1] if place < last else "."
        if word == "chief" and tokens[place + 1 : place + 3] in _OF_STAFF:
            tags[place + 1 : place + 3] = "cc"
            continue
        if word == "fellow" and tag == "x" and behind == "i" and place and tags[place - 1] in "dmx,":
            tags[place] = "t"
            continue
        if word == "assistant" and tag in "Mm" and tokens[place + 1 : place + 2] == ["to"]:
            tags[place] = "T" if tag == "M" else "t"
            continue
        if word == "state" and tag == "M" and behind == "R" and tokens[place + 1] in {"Sen.", "Rep."}:
            tags[place] = "R"
            continue
        if tag == "O" and word == "cabinet" and behind in "TM":
            tags[place] = "M"
            continue
        if (
            word == "general"
            and place
            and tags[place - 1] in "Tt"
            and tokens[place - 1].lower() in _GENERAL_AFTER
        ):
            tags[place] = "c"
        elif (
            tag == "t"
            and word in {"head", "chair", "co-chair"}
            and place
            and (tags[place - 1] == "w" or tokens[place - 1] == "to")
        ):
            tags[place] = "l"
        elif (
            tag in "Tt"
            and word in _ALSO_BEFORE
            and (
                behind in "MmTtGC"
                or (word != "official" and behind in "Lk")
                or tokens[place + 1 : place + 2] == ["Cabinet"]
                or (word == "detective" and behind == "R")
                or (word == "deputy" and behind in "ANEOKo")
                or (word == "deputy" and behind == "x" and tags[place + 2 : place + 3] in (["t"], ["k"]))
            )
            and not (place and tags[place - 1] == "h" and behind == "N")
        ):
            tags[place] = "M" if tag == "T" else "m"
        elif (tag == "M" and tokens[place] == "New" and behind == "N") or (
            tag == "T" and word in _ALSO_NAMES and place and tags[place - 1] in "TtHR" and behind == "N"
        ):
            tags[place] = "N"
        elif tag == "R" and word in {"general", "lieutenant"} and behind in "TM":
            tags[place] = "M"
        elif tag == "R" and word == "general" and place and tokens[place - 1] == "Directorate":
            tags[place] = "G"
        elif tag == "T" and word == "chief" and tokens[place + 1 : place + 2] == ["Marshal"]:
            tags[place] = "R"
        elif (
            tag == "R"
            and word == "commander"
            and (
                behind in "f,"
                or (place and tags[place - 1] in "OG" and behind in "RHN")
                or (behind in "GM" and tags[place + 2 : place + 3] == ["O"])
            )
        ):
            tags[place] = "T"
        elif tag == "z" and tokens[place] == "Under" and behind == "T":
            tags[place] = "M"
        elif (word in _RANK_STARTS and place < last and tokens[place + 1].lower() in _RANK_ENDS) or (
            tag in "MG"
            and word in {"air", "vice"}
            and place < last
            and tokens[place + 1].lower() in _AIR | {"admiral"}
        ):
            tags[place] = "R"
        elif tag == "C" and behind == "N" and place and tags[place - 1] in "TtHR" and len(tokens[place]) > 3:  # noqa: PLR2004
            tags[place] = "N"  # Economist Togo Amechi
        elif tag == "C" and (behind == "N" or (place and tags[place - 1] == "N")):
            _mend_name(tokens, tags, place)


def _is_affairs(tokens: list[str], place: int) -> bool:
    return tokens[place : place + 1] != [] and tokens[place].lower().replace("\u2019", "'") == "d'affaires"


def _is_first_of_name(tokens: list[str], tags: list[str], place: int) -> bool:
    """Tell that Minister *Bill* Harrow and *Park* Joon-hee are people."""
    if tokens[place] in _FAMILY_WORDS:
        return _HYPHENED.match(tokens[place + 1]) is not None
    return tokens[place].lower() in _GIVEN_WORDS and place > 0 and tags[place - 1] in "TtHR"


def _is_small_name(tokens: list[str], tags: list[str], place: int) -> bool:
    """Tell that Minister *An* Guang, Tan *See* Leng and Joseph Kiprono *Too* are people."""
    behind = tags[place + 1] if place + 1 < len(tags) else "."
    if behind == "N":
        if tokens[place] == "To":
            return tags[place - 1] in "THR" and has_given(tokens[place + 1])
        return tags[place - 1] in "THR" or (tags[place - 1] == "N" and is_family_first(tokens[place - 1]))
    is_last = tokens[place] in _LAST_NAMES and place > 1 and behind in ",.)vw"
    return is_last and tags[place - 1] == "N" and tags[place - 2] in "NTHR"


def _is_surname(tokens: list[str], tags: list[str], place: int) -> bool:
    """Tell that Peter *Law*, Theresa *May* and Kathy *Ireland* are people, by the given name in front."""
    word, start = tokens[place], place - 1
    while tags[place] == "C" and start and tags[start - 1] == "N":
        start -= 1
    before = tags[start - 1] if start else "."
    is_held = tags[place] == "C" and before in "tTHR"
    given = tokens[start]
    if not (word in _ALSO_SURNAMES or is_held) or not (has_given(given) or is_family_first(given)):
        return False
    behind = tags[place + 1] if place + 1 < len(tags) else "."
    return before not in "NUi" and behind not in "NUOGETMLKCsfR-"


def _mend_name(tokens: list[str], tags: list[str], place: int) -> None:
    """Tell that ``Chad Olivera`` and ``Wellington Jordan`` are people, ``Jordan Valley`` is no country."""
    if place and tags[place - 1] in "jif":
        return
    if (
        tokens[place] in ALSO_COUNTRIES
        and tags[place + 1 : place + 2] == ["N"]
        and _is_of_one(tokens, tags, place)
    ):
        tags[place] = "N"
        return
    if tokens[place] in _GIVEN and (place + 1 == len(tags) or tags[place + 1] != "s"):
        tags[place] = "N"


_SOFT_TITLES: Final = frozenset({"Chaudhry", "Chaudhary", "Count", "Countess", "Baron"})
"""Titles before two names; before one they are names."""
_SENIOR: Final = (["Lieutenant"], ["Colonel"], ["Captain"], ["Sergeant"])
_SMALL_NAMES: Final = frozenset({"An", "Do", "He", "Made", "See", "So", "To", "Too"})
"""Small words that are names too, beside a title or another name; the last of a name some of them are."""
_CAPITALS: Final = _SMALL_NAMES | _SOFT_TITLES | {"First", "Second", "Man", "Senior"}
"""Words some rule starts from where they are capitalised."""
_LAST_NAMES: Final = frozenset({"An", "Do", "So", "Too"})
_FIELDS: Final = frozenset({"Hajj", "Posts", "Works"})
"""An honorific, a verb and a body that name fields of ministries: ``Posts and Telecommunications``."""


def _is_of_one(tokens: list[str], tags: list[str], place: int) -> bool:
    """Tell that *Israel* Pember, 81, and left-armer *Ireland* Mathes are people."""
    if tags[place + 2 : place + 4] == [",", "D"]:
        return True
    return place > 0 and tags[place - 1] == "x" and tokens[place - 1].endswith(("er", "or", "ist", "man"))


_ALSO_SURNAMES: Final = frozenset(
    """
    Law Power Field West North East South Long Short Good Small Major Minor Rice Gold Silver Steel Wood Park
    Hall Hill Lake Bridge Rivers Waters Bank Banks Price Cash Sugar Peace Justice Pope Bishop King Prince
    Knight May March August Day Street Church House Palace Temple Young New Best Cook Judge Marshal Marshall
    Constable Porter Mason Baker Butcher Barber Carpenter Farmer Fisher Gardener Miller Painter Potter Singer
    Turner Tailor Taylor Weaver Driver Chancellor Dean Page Guard Archer Hunter Forester Shepherd Steward
    Jun England Holland Ireland Jordan Israel France Wales Britain English French German Welsh Irish Norway
    Poland Spain
    """.split()  # noqa: SIM905 - lists of words read better as text
)
"""Words that are family names too, behind a given name and before nothing that goes on with capitals."""
_MONTH_NAMES: Final = frozenset({"Jan", "April", "May", "June", "August"})
"""Months that are given names too: ``Jan Lindqvist``, never ``in June Lindqvist``."""
_GIVEN: Final = frozenset(
    {"Chad", "Jordan", "Georgia", "Holland", "Mali", "Dane", "Finn", "Scot", "Turk", "Lao", "Bharat"}
)
_FAMILY_WORDS: Final = frozenset({"Park", "Long", "Moon", "Song", "Min", "Gong", "Bay", "Sea", "Gold"})
"""Common words that are family names before a given name in two parts."""
_HYPHENED: Final = re.compile(r"[A-Z][a-z]+-[a-z]+$")
_GIVEN_WORDS: Final = frozenset(
    {"long", "young", "bill", "art", "summer", "autumn", "winter", "forest", "peace", "gold"}
)
_MENDED: Final = frozenset(
    _GIVEN_WORDS
    | {word.lower() for word in _FAMILY_WORDS}
    | _RANK_STARTS
    | _ALSO_BEFORE
    | _ALSO_NAMES
    | {word.lower() for word in _ALSO_SURNAMES | _MONTH_NAMES | _GIVEN}
    | {word.lower() for word in _FIELDS}
    | frozenset(
        """
        tan h said joint chief general head chair co-chair new commander assistant cabinet lieutenant under
        opposite fellow state air vice sultan prince malik do charge chargé
        """.split()  # noqa: SIM905 - lists of words read better as text
    )
)
"""Words in lower case that some rule starts from."""


def may_change(token: str) -> bool:
    """Say whether a rule starts from this token, wherever it stands; countries are looked at besides."""
    return token.lower() in _MENDED or token in _CAPITALS or TAGS[token] in "Tt"
