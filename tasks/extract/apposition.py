# ruff: noqa: SIM905 - lists of words read better as text
"""Callings that no list of offices has: ``docker Arne Holt``, ``Arne Holt, a cobbler,``.

Only beside a name known to be a person's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tasks.extract.behind import behind_office, body_behind
from tasks.extract.offices import Office
from tasks.extract.organisations import FoundOrganisation, organisation_at, organisations_of
from tasks.extract.words.given import has_given

if TYPE_CHECKING:
    from collections.abc import Callable

    from tasks.extract.blocks import Block
    from tasks.extract.names import FoundName

_BEHIND: Final = re.compile(r"(?:,[NU][^,]{0,5})?,d(?:D-x)?(?P<words>[xmGeE]{0,3}x)(?=[,.frnia_j)zw]|$)")
_BEFORE: Final = re.compile(
    r"(?:(?<=[,.;:(\"ds_&ib])|(?<=^)|(?<=[ACc]))(?P<words>[mxGe]{0,2}x)$|(?:^|(?<=[.\"]))(?P<first>[NGM][mxe]{0,2}x|N)$"
)
_TEACHES: Final = re.compile(r",a[xzv]x{0,2}id?(?=[A-Z])")
_LONGEST: Final = 4
_CALLING: Final = re.compile(
    r"(?:[^aeiou]er|or|[^l]ist|ian|ant|ent|eer|ee|ess|yst|man|woman|ete|star|boss|mogul|tycoon|champion|hero"
    r"|idol|prodigy|nurse|midwife|cook|aide|coach|chef|guru|icon|monk|maid|clerk)$"
)
_NO_CALLING: Final = frozenset(
    """
    man woman boy girl child person baby native mother father brother sister son daughter wife husband
    cousin friend neighbour neighbor couple family fellow rival former other another number order winter
    summer water power paper letter matter border river corner center computer newspaper together rather
    further either neither consider remember discover offer enter deliver cover answer transfer suffer
    differ prefer refer gather lower higher older younger bigger smaller better larger greater longer
    shorter earlier later however whether never ever after under over per super proper inner outer upper
    utter bitter silver tender timber quarter chapter master minister september october november december
    event present recent different parent important agreement moment document apartment department
    government statement treatment movement payment percent cent current urgent silent ancient violent
    accident incident client content extent intent comment constant distant instant significant relevant
    restaurant elephant giant grant plant variant tenant want for nor color colour door floor major minor
    poor prior senior junior superior interior exterior error terror mirror motor sector factor vector
    tractor reactor monitor elevator agreement guarantee committee trainee degree fee tree three free
    coffee agree see employee process access address business success less unless express press congress
    progress guess stress princess dress possess witness illness wilderness fitness list exist mist fist
    twist assist resist insist consist persist wrist checklist shortlist hour tour four your our their her
    per hotel like than then christian italian russian asian european canadian australian pedestrian
    civilian guardian median custodian vegetarian humanitarian brief chief
    """.split()
)


def plain_role(block: Block, first: int, after: int, is_place: Callable[[str], bool]) -> Office | None:
    """Give the calling behind a name, else before it, as an office."""
    from tasks.extract.beside import skip_asides

    match = _BEHIND.match(block.tags, skip_asides(block.tags, after))
    if match:
        start, end = match.span("words")
        article = block.tokens[match.start() + match.group().index("d")].lower()
        words = [token.lower() for token in block.tokens[start:end]]
        if article in {"a", "an"} and _is_noun(words[-1]):
            return _office(block, start, end, is_place)
    return _title_before(block, first, is_place)


def without_calling(block: Block, name: FoundName) -> FoundName:
    """Give a name without the calling that opens its sentence: *Spinner* Noman Raza."""
    first = name.first
    is_open = name.size > 2 and name.outer == first and (not first or block.tags[first - 1] in '."')  # noqa: PLR2004
    if not is_open or block.tags[first : first + 2] != "NN":
        return name
    word = block.lowers[first]
    if (
        not _CALLING.search(word)
        or word in _NO_CALLING
        or has_given(word)
        or not has_given(block.tokens[first + 1])
    ):
        return name
    return name._replace(first=first + 1, outer=first + 1)


def affiliation(
    block: Block, first: int, after: int, is_place: Callable[[str], bool]
) -> FoundOrganisation | None:
    """Give the body a person speaks for: Ola Fenner *of the Dockers' Union*, *UNICEF's* Ola Fenner."""
    tags = block.tags
    body = body_behind(block, after, is_place)
    if body is not None and tags[body.first] not in "xm":
        return body
    if first > 1 and tags[first - 1] == "s" and tags[first - 2] in "OKUc":
        for found in organisations_of(block):
            if found.last == first - 1:
                return found
        return FoundOrganisation(first - 2, first - 1) if tags[first - 2] == "U" else None
    teaches = _TEACHES.match(tags, after)
    return organisation_at(block, teaches.end()) if teaches else None


def _title_before(block: Block, first: int, is_place: Callable[[str], bool]) -> Office | None:
    outer = first
    while outer and block.tags[outer - 1] in "HR":
        outer -= 1
    low = max(outer - _LONGEST, 0)
    match = _BEFORE.search(block.tags[low:outer]) if outer else None
    if not match or (low + match.start() > 0 and match.start() == 0):
        return None
    start, end = low + match.start(match.lastgroup or 0), outer
    head = block.tokens[end - 1].lower()
    if not _CALLING.search(head) or head in _NO_CALLING or len(head) < 4:  # noqa: PLR2004
        return None
    return _office(block, start, end, is_place)


def _is_noun(word: str) -> bool:
    return word not in _NO_CALLING and not word.endswith(("ed", "ing", "ly"))


def _office(block: Block, start: int, end: int, is_place: Callable[[str], bool]) -> Office:
    behind = behind_office(block, end, is_place)
    return Office(
        first=start,
        after=behind.after,
        last=behind.last,
        head=end - 1,
        organisation=behind.organisation,
        named=behind.named,
        country=behind.country,
        is_plural=False,
        is_vague=False,
        is_former=block.tokens[start].lower() in {"former", "retired"},
        outer=start,
    )
