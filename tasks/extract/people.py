# ruff: noqa: RUF001 - marks and letters of articles are meant
"""People of one article: names with the offices beside them, and later short forms that mean the same person.

``Zahid Chaudhri, Additional Secretary (Asia Pacific)`` … ``Chaudhri`` … ``The Additional Secretary`` is one
person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from tasks.extract.cast import Cast, Person, Role
from tasks.extract.names import find_names
from tasks.extract.offices import find_offices
from tasks.extract.organisations import organisation_at
from tasks.extract.settle import is_title, settle_roles

if TYPE_CHECKING:
    from schemas.reference.lexicon import Lexicon
    from tasks.extract.blocks import Block
    from tasks.extract.names import FoundName
    from tasks.extract.offices import Office
    from tasks.extract.organisations import FoundOrganisation

_AGE: Final = re.compile(r",D(?=[,.])")
_ASIDE: Final = re.compile(r"\([A-Za-z#]{1,5}\)|,x(?=,)|,[#z]?iz(?=,)")
_BEFORE_OFFICE: Final = re.compile(r",aw[dh]?|,axz[dh]?|,d[xm]s|,[dh]?|,?w[dh]?|\((?=[TtMm])|zh(?=A)")
_NEXT_LISTED: Final = re.compile(r"(?:fd?Cc*)?,?&?(?=[HRNIU])")
_AFTER_COMMA: Final = frozenset(",.;)&l-")
_GENERIC: Final = frozenset(
    {"official", "diplomat", "envoy", "minister", "secretary", "chief", "negotiator", "politician"}
)
_WHO: Final = re.compile(r",a")
_VERB: Final = re.compile(
    r"(?:ed|ays|ells|aid)$|^(?:beat|gave|put|won|led|hit|made|took|met|told|saw|held|sat|stood|ran|left"
    r"|went|came)$"
)
_OF: Final = re.compile(r"[fi]d?(?=[MGNOUKAE#])")
_FOLDED: Final = str.maketrans({"’": "'", "ʼ": "'", "`": "'"})


def find_people(blocks: list[Block], lexicon: Lexicon) -> Cast:
    """Give everyone a text names."""
    cast = Cast([], [find_offices(block) for block in blocks])
    singles: list[tuple[int, FoundName, list[Role]]] = []
    plain: list[tuple[int, FoundName]] = []
    for number, block in enumerate(blocks):
        names = find_names(block)
        _add_listed(cast, number, block, [name for name in names if name.size > 1])
        for name in names:
            if name.size == 1 and _is_where(block, name):
                continue
            roles = _roles(cast, number, block, name) or _broken_off(cast, blocks, number, name)
            if name.size == 1:
                singles.append((number, name, roles))
            elif roles or name.has_honorific:
                _add(cast, number, block, name, roles)
            else:
                plain.append((number, name))
    turns = _turns(blocks, plain)
    alone = {_fold(blocks[number].tokens[name.first]) for number, name, _ in singles}
    is_sport = any(word in block.tokens for block in blocks for word in ("coach", "match", "goals", "Cup"))
    for number, name in plain:
        block = blocks[number]
        if (
            _known(cast, block, name)
            or _parts(block, name) in turns
            or _is_person(block, name, alone, lexicon, is_sport=is_sport)
        ):
            _add(cast, number, block, name, [])
    for number, name, roles in singles:
        _add_single(cast, number, blocks[number], name, roles)
    cast.people.sort(key=lambda person: (person.block, person.first))
    _add_office_mentions(cast, blocks)
    settle_roles(cast, blocks)
    cast.index()
    return cast


def _is_where(block: Block, name: FoundName) -> bool:
    """Say whether a single name is a place: the minister of ``In Quito, the minister`` is not Quito."""
    return name.outer > 0 and block.tokens[name.outer - 1].lower() == "in" and not name.has_honorific


def _roles(cast: Cast, number: int, block: Block, name: FoundName) -> list[Role]:
    """Give the offices printed beside a name, the one he acts in first."""
    before: list[Role] = []
    behind: list[Role] = []
    fronts = {name.outer}
    for office in reversed(_near(cast.offices[number], name)):
        key = (number, office.head)
        if key in cast.taken:
            continue
        how = (
            "before"
            if office.last in fronts and office.head < name.first
            else _beside(block, name, office, fronts)
        )
        if how is None:
            continue
        if how == "before":
            fronts.add(office.outer)
        cast.taken.add(key)
        role = Role(number, office.first, office.after, office, how)
        (behind if how in {"after", "is"} else before).append(role)
    before.reverse()
    behind.reverse()
    body = _body_behind(block, name)
    for role in before:
        role.body = body
    if name.rank:
        role = Role(number, *name.rank, None, "rank", body=body)
        return [*_ordered(block, before, behind), role]
    return _ordered(block, before, behind)


def _body_behind(block: Block, name: FoundName) -> FoundOrganisation | None:
    """Give the organisation in ``Director Ann Lee of the Ministry of Ports``."""
    match = _OF.match(block.tags, name.after)
    if match and block.tokens[name.after].lower() not in {"of", "from"}:
        return None
    return organisation_at(block, match.end()) if match else None


def _broken_off(cast: Cast, blocks: list[Block], number: int, name: FoundName) -> list[Role]:
    """Give the office a broken paragraph ends with, to the name that starts the next."""
    if not number or name.outer or not cast.offices[number - 1]:
        return []
    office, block = cast.offices[number - 1][-1], blocks[number - 1]
    key = (number - 1, office.head)
    if block.kind != "body" or office.last != len(block.tags) or office.is_plural or key in cast.taken:
        return []
    cast.taken.add(key)
    return [Role(number - 1, office.first, office.after, office, "before")]


def _near(offices: list[Office], name: FoundName) -> list[Office]:
    """Give the offices that can touch a name: the three before it and the two behind."""
    middle = bisect_left(offices, name.first, key=lambda office: office.head)
    return offices[max(middle - 3, 0) : middle + 2]


def _ordered(block: Block, before: list[Role], behind: list[Role]) -> list[Role]:
    touching = [role for role in before if role.how == "before" and not is_title(block, role)]
    before = touching + [role for role in before if role not in touching]
    are_titles = all(is_title(block, role) for role in before)
    behind_counts = [role for role in behind if role.office and not role.office.is_former]
    if before and behind_counts and are_titles:
        return [*behind, *before]
    return [*before, *behind]


def _beside(block: Block, name: FoundName, office: Office, fronts: set[int]) -> str | None:
    tags = block.tags
    if (
        office.last + 1 in fronts
        and office.head < name.first
        and tags[office.last] == ","
        and (name.after >= len(tags) or tags[name.after] in _AFTER_COMMA)
    ):
        return "before_comma"
    if office.head < name.after or tags[office.last : office.last + 1] in {"N", "I", "U", "H", "R"}:
        return None
    after = _skip_asides(tags, name.after)
    match = _BEFORE_OFFICE.match(tags, after)
    if match and tags[after] == "z" and block.tokens[after] != "as":
        return None
    if match and office.outer <= match.end() <= office.head and office.outer >= match.start():
        return "is" if "w" in match.group() or "a" in match.group() else "after"
    return None


def _skip_asides(tags: str, after: int) -> int:
    for pattern in (_ASIDE, _AGE):
        match = pattern.match(tags, after)
        after = match.end() if match else after
    return after


def _fold(text: str) -> str:
    return text.translate(_FOLDED).casefold()


def _parts(block: Block, name: FoundName) -> tuple[str, ...]:
    return tuple(_fold(token) for token in block.tokens[name.first : name.after])


def _printed(block: Block, name: FoundName) -> str:
    """Give a name as printed, on one line."""
    return " ".join(block.words(name.first, name.after).split())


def _known(cast: Cast, block: Block, name: FoundName) -> bool:
    return _match(cast, _parts(block, name)) is not None


def _match(cast: Cast, parts: tuple[str, ...]) -> Person | None:
    """Give the one person a shorter or equal form of a name can mean; None where two can."""
    found = [person for person in cast.people if _is_form(parts, person.parts)]
    if len(found) > 1:
        found = [person for person in found if person.parts == parts] or [
            person for person in found if person.parts[-len(parts) :] == parts
        ]
    return found[0] if len(found) == 1 else None


def _is_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(short) > len(full):
        return False
    rest = iter(full)
    return all(part in rest for part in short)


def _add(cast: Cast, number: int, block: Block, name: FoundName, roles: list[Role]) -> None:
    parts = _parts(block, name)
    person = _match(cast, parts) or _shorter(cast, parts)
    if person is None:
        person = Person(_printed(block, name), parts, number, name.first, name.after)
        cast.people.append(person)
    elif len(parts) > len(person.parts):
        person.name, person.parts = _printed(block, name), parts
        person.block, person.first, person.after = number, name.first, name.after
    if (number, name.first, name.after, "name") not in person.surfaces:
        _mention(person, number, name, roles, "name")


def _mention(person: Person, number: int, name: FoundName, roles: list[Role], method: str) -> None:
    person.surfaces.append((number, name.first, name.after, method))
    person.roles.extend(roles)


def _shorter(cast: Cast, parts: tuple[str, ...]) -> Person | None:
    """Give the person known so far by a shorter form of this name."""
    found = [person for person in cast.people if len(person.parts) > 1 and _is_form(person.parts, parts)]
    return found[0] if len(found) == 1 else None


def _is_person(block: Block, name: FoundName, alone: set[str], lexicon: Lexicon, *, is_sport: bool) -> bool:  # noqa: PLR0911
    """Say whether a name without an office is one of a person, from what stands around it."""
    tags, first, after = block.tags, name.first, name.after
    before = tags[name.outer - 1] if name.outer else "."
    behind = tags[after] if after < len(tags) else "."
    if behind in "OGEMTLKCAU" or before in "OGEMTLKCUd-" or "&" in (before, behind) * 0:
        return False
    if block.kind == "caption" and before == "/":
        return False
    words = block.words(first, after)
    parts = _parts(block, name)
    if parts[-1] in alone:
        return not lexicon.is_place_name(words)
    if _AGE.match(tags, after):
        return True
    if (_WHO.match(tags, after) and block.tokens[after + 1].lower() == "who") or _from_body(block, after):
        return not lexicon.is_place_name(words)
    if before == "b" and behind in ",.(&;":
        return not lexicon.is_place_name(words)
    if before == "s" and (not is_sport or behind == "v"):
        return (block.tags[name.outer - 2] in "CcU" or behind == "v") and not lexicon.is_place_name(words)
    if before == "v" or behind == "v":
        return before != "i" and not lexicon.is_place_name(words)
    is_doing = behind == "w" or (behind in "xzl" and _VERB.search(block.tokens[after]) is not None)
    if is_doing and before in (',.;:"_&za(sx' if is_sport else ',.;:"_&za('):
        return block.kind != "headline" and not lexicon.is_place_name(words)
    return False


def _turns(blocks: list[Block], plain: list[tuple[int, FoundName]]) -> set[tuple[str, ...]]:
    """Give the names that open paragraphs of a transcript: ``Ola Fenner: Yes, …``."""
    found = [
        _parts(blocks[number], name)
        for number, name in plain
        if name.outer == 0 and blocks[number].tags[name.after : name.after + 1] == ":"
    ]
    return set(found) if len(found) > 1 else set()


def _from_body(block: Block, after: int) -> bool:
    """Say whether a body follows: *Ola Fenner* from the Foreign Ministry."""
    if block.tags[after : after + 1] != "i" or block.tokens[after].lower() != "from":
        return False
    start = after + 2 if block.tags[after + 1 : after + 2] == "d" else after + 1
    return organisation_at(block, start) is not None


def _add_listed(cast: Cast, number: int, block: Block, names: list[FoundName]) -> None:
    """Add ``Deputy ministers A of X and B of Y``: each has the office, in the singular."""
    for office in cast.offices[number]:
        if not office.is_plural or (number, office.head) in cast.taken:
            continue
        place = office.last + (block.tags[office.last : office.last + 1] == "," and office.is_vague)
        for name in names:
            if name.outer != place:
                continue
            cast.taken.add((number, office.head))
            _add(cast, number, block, name, [Role(number, office.first, office.after, office, "before")])
            match = _NEXT_LISTED.match(block.tags, name.after)
            place = match.end() if match else -1


def _add_single(cast: Cast, number: int, block: Block, name: FoundName, roles: list[Role]) -> None:
    parts = _parts(block, name)
    token = block.tokens[name.first]
    if len(token) < 3 and not roles:  # noqa: PLR2004
        return
    before = block.tags[name.outer - 1] if name.outer else "."
    behind = block.tags[name.after] if name.after < len(block.tags) else "."
    if not roles and (behind in "OGEMTLK" or (before in "OGEMK" and not name.has_honorific)):
        return
    person = _match(cast, parts)
    if person is None:
        person = _latest(cast, parts, number, name)
    if person is None:
        strong = [
            role
            for role in roles
            if role.office and role.how == "before" and block.tags[role.office.head] == "T"
        ]
        if not strong and not name.has_honorific:
            return
        if block.tags[name.first] == "U" or behind in "OGEMTLKCA-":
            return
        person = Person(token, parts, number, name.first, name.after)
        cast.people.append(person)
    _mention(person, number, name, roles, "short_form")


def _latest(cast: Cast, parts: tuple[str, ...], number: int, name: FoundName) -> Person | None:
    """Of two people who share a surname, give the one named last before this place."""
    found = [
        (place, person)
        for person in cast.people
        if _is_form(parts, person.parts)
        for place in (surface[:2] for surface in person.surfaces)
        if place < (number, name.first)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _add_office_mentions(cast: Cast, blocks: list[Block]) -> None:
    """Resolve ``the Additional Secretary`` to the one who has that office."""
    for number, block in enumerate(blocks):
        for office in cast.offices[number]:
            if (number, office.head) in cast.taken or office.is_plural or office.is_vague or not office.outer:
                continue
            if block.tags[office.outer - 1] != "d" or office.organisation or office.country:
                continue
            words = block.words(office.first, office.after).casefold()
            person = _holder(cast, blocks, words, (number, office.first))
            if person is None and words in _GENERIC and block.tokens[office.outer - 1].lower() == "the":
                person = _last_official(cast, (number, office.first))
            if person:
                person.surfaces.append((number, office.first, office.after, "office"))


def _last_official(cast: Cast, place: tuple[int, int]) -> Person | None:
    """Give whom ``the official`` means: who was named last, if he has an office."""
    seen = [
        (surface[:2], person)
        for person in cast.people
        if person.roles
        for surface in person.surfaces
        if surface[:2] < place and surface[0] >= place[0] - 2
    ]
    return max(seen, key=lambda pair: pair[0])[1] if seen else None


def _holder(cast: Cast, blocks: list[Block], words: str, place: tuple[int, int]) -> Person | None:
    """Give who holds an office of these words, or one that ends in them: of two, who was named last."""
    holders = []
    for person in cast.people:
        if (person.block, person.first) > place and person.block > place[0]:
            continue
        for role in person.roles:
            if role.office is None or role.office.is_former:
                continue
            held = blocks[role.block].words(role.first, role.after).casefold()
            head = blocks[role.block].tokens[role.office.head].casefold()
            if held.startswith(words) or held.split(" (")[0].endswith(words) or words == head:
                holders.append(person)
                break
    if len(holders) < 2:  # noqa: PLR2004
        return holders[0] if holders else None
    seen = [
        (max((s[:2] for s in person.surfaces if s[:2] < place), default=(-1, 0)), person)
        for person in holders
    ]
    return max(seen, key=lambda pair: pair[0])[1]
