"""The forms in which a sentence says who led, as patterns over the letters of `items`.

``SwLbP`` is *the Omani side was led by A*, ``LrSwP`` *leading for the hosts was A*, ``P&PwN`` *A and B were
its co-chairs*. A small ``h`` is what leads do though others do it, too: *opened it*, *signed for Chile*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MORE: Final = r"(?:C?(?:[,&]|;&)+C?P)"
_ALL: Final = r"(?P<all>[PO](?:[,;&b]*r?[CS]?[,;&b]*[PO])*)"
_LED_BY: Final = re.compile(
    r"(?P<side>S),?S?[X,w]*(?:L|H|w)*b[LH]?(?P<lead>[PO])|(?P<c>C)w*Lb(?P<cp>[PO])"
    r"|[&;,](?:&,?)?(?P<c2>[CS])b(?P<cp2>[PO])|[VL]H?w(?P<c7>C)b(?P<cp7>P)|(?P<side8>S),?[OLHN]w+(?P<lead8>P)"
    r"|[HL][,w]*(?P<side2>S)[,w]*w(?P<lead5>P)|[HLV][,w]*r?(?P<c5>[CS])w+(?P<cp5>P)|L(?P<side9>S)w+(?P<lead9>P)"
    r"|Lb(?P<lead10>P),(?P<side10>S)|(?P<side3>S)[&,w]*(?P<lead6>P),?Y|(?P<side4>S)w*(?P<lead4>P)Y"
)
_LEADS: Final = re.compile(
    r"(?P<lead>[PO])[,w]*L[,w]*(?P<side>S)|(?P<lead2>P),?w*[HLF]+w*r(?P<c>[CS])"
    r"|(?P<lead3>P)[w,H]*r(?P<c3>[CS])|&,?(?P<lead4>P)(?P<c4>S)(?![wLb])|(?P<lead5>P)w*V(?P<c5>C)"
    r"|(?P<lead6>P),?w*V(?P<side2>S)"
)
_BY_COUNTRY: Final = re.compile(r"(?P<c>C)w*Z(?P<lead>P)|Z[PO][;,&z]+(?P<c2>C)(?P<lead2>P)")
_GOES_ON: Final = re.compile(r"[;,&z]+(?:[ri](?P<c>[CS])[,w]*b?(?P<lead>P)|(?P<c2>S)w+(?P<lead2>P))")
"""``…; for Peru, B``, ``…, Peru's was B``: the verb need not be said again."""
GOES_ON_OWN: Final = re.compile(r"(?:^|[;,&z]+)[ri](?P<lead>P)")
"""``…, for Peru Vice Minister B``: the state is part of the office."""
_OPENS: Final = re.compile(r"^[ri](?P<c>[CS])[,w]*(?P<lead>P)")
ON_SIDE: Final = re.compile(r"S(?:,|w+)?(?P<lead>P)")
GUESTS: Final = re.compile(rf"(?P<all>P{_MORE}*)C?,?w+(?P<side>S)")
"""``B and C were his guests``, ``A is the host``."""
HOST: Final = re.compile(r"(?P<side>S)w+(?P<lead>P)")
IN_SESSION: Final = re.compile(
    r"Xw*[HL]?b(?P<lead>P)(?:,?&(?P<lead2>P))?|Xw+(?P<lead3>P),?Y|,X(?P<lead4>P)|[&;,](?P<lead5>P)X"
)
CHAIRED_BY: Final = re.compile(rf"H(?:[bzw]{{0,2}}|b&b)C?{_ALL}")
CHAIRED: Final = re.compile(
    rf"(?P<all>P{_MORE}*)C?,?(?:w[^PLSH]{{0,5}}&)?w*Z?H(?=(?P<rest>[^.;HL]{{0,6}}?P(?![w,]*[HL]))?)"
)
CO_CHAIRS: Final = re.compile(rf"N[Sbw]*,?{_ALL}")
LED_OWN: Final = re.compile(r"(?P<all>P(?:[,;&O]+P)+),?w*LS")
LED_JOINTLY: Final = re.compile(rf"(?P<all>P{_MORE}+),?w*L(?!S)")
LED_BY_BOTH: Final = re.compile(r"^[^SC]*Lb(?P<all>P(?:[,;&]+P)+)")
REPRESENTED: Final = re.compile(rf"(?P<all>P{_MORE}+)w*V(?P<c>C)")
REPRESENTING: Final = re.compile(r"[VLr](?P<states>C(?:[,&]+C)+)w+(?P<all>P(?:[,&]+P)+)")
BOTH_LED_BY: Final = re.compile(r"[SC][,w]*(?:L|H|w)*b[LH]?(?P<all>P(?:[,;&]+P)+)")
BOTH_LED: Final = re.compile(rf"[HL]Sw+(?P<all>P{_MORE}+)")
ALL_FOR: Final = re.compile(r"(?P<all>P(?:[,&]+P)+)[w,H]*r[CS]")
FACING: Final = re.compile(rf"(?:P{_MORE}*[,w]*)?F(?:[,wb]*P(?!w?P)(?:&P)?|Pw?P)|P{_MORE}+[,w]*F")
HEAD_OF: Final = re.compile(r"L(?P<side>S),?(?:O,?)?(?P<lead>P)")
"""``The head of the Omani experts, A, said``."""
ALL_JOINED: Final = re.compile(rf"(?P<all>P{_MORE}+)C?w*Jb(?P<more>P)")
JOINED: Final = re.compile(r"Jb(?P<all>P(?:[,;&]+P)*)")
COUNTERPART: Final = re.compile(r"^O(?:w+|,)P")
OPPOSITE: Final = re.compile(r"^(?:[SON]w+|F[w,]*|[ON],)P")
"""``His counterpart was B``, ``Facing him was B``: whom the pronoun means sat there as well."""
STRONG: Final = frozenset("LHSZXFVNJ")
"""Letters of which a sentence holds one that says who led."""
SIGNS: Final = STRONG | frozenset("hri")
"""Of these a sentence holds one that says who led, or who sat there for a state."""
_LED: Final = frozenset("LHVZN")


def with_side(letters: str) -> Iterator[tuple[int, int]]:
    """Give the place of each lead whose side is printed, and the place of that side."""
    is_led = not _LED.isdisjoint(letters) or "SO" in letters
    for pattern in (_LED_BY, _LEADS, _BY_COUNTRY, *((_GOES_ON, _OPENS) if is_led else ())):
        for match in pattern.finditer(letters):
            groups = {key: match.start(key) for key, value in match.groupdict().items() if value}
            if "lead3" in groups and not ("L" in letters or "H" in letters):
                continue
            lead = next(place for key, place in groups.items() if key.startswith(("lead", "cp")))
            yield lead, next(place for key, place in groups.items() if not key.startswith(("lead", "cp")))


_FOR_STATE: Final = re.compile(r"(?P<lead>P)w*r(?P<side>[CS])(?![CP])")
_OPENS_FOR: Final = re.compile(r"(?:^|[,;&])[ri](?P<side>[CS]),?(?P<lead>P)")


def for_state(letters: str) -> Iterator[tuple[int, int]]:
    """Find ``A … for Chile`` and ``For Chile, A …`` with whatever verb."""
    for pattern in (_FOR_STATE, _OPENS_FOR):
        for match in pattern.finditer(letters):
            yield match.start("lead"), match.start("side")


def people_in(letters: str, match: re.Match[str]) -> list[int]:
    """Give the places of the people a pattern lists."""
    return [place for place in range(*match.span("all")) if letters[place] == "P"]


def is_behind(match: re.Match[str], place: int) -> bool:
    """Say whether a place stands behind the verb of ``A chaired …``."""
    return match.re is CHAIRED and place >= match.end()


def chairs_in(letters: str, match: re.Match[str]) -> list[int]:
    """Give the places of those a pattern of chairing holds, whoever stands behind the verb last."""
    places = [place for place in range(*match.span()) if letters[place] in "PO"]
    return [*places, match.end("rest") - 1] if match.re is CHAIRED and match["rest"] else places
