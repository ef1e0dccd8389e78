# ruff: noqa: SIM905 - lists of words read better as text
"""Whose office is one that sits at a table for a state: not a spokesman's or a correspondent's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.cast import Person

NOT_LEADING: Final = frozenset(
    """
    spokesman spokeswoman spokesperson official analyst economist correspondent reporter journalist editor
    lawyer
    expert aide farmer coach grower trader judge lawmaker mp counsel clerk witness researcher professor
    """.split()
)
"""Offices of people who speak about a meeting but do not sit at its table."""


_STATE_HEADS: Final = frozenset(
    """
    minister secretary undersecretary under-secretary president premier chancellor ambassador envoy
    commissioner director director-general secretary-general deputy adviser advisor governor king queen
    prince emir sultan negotiator representative chief commander consul counsellor speaker chairman chair
    vice-minister vice-president head inspector general delegate diplomat coordinator chancellor admiral
    marshal mantri taoiseach
    """.split()
)
"""Offices of a state: one whose country is not printed may be given the side that is left."""


def is_official(person: Person, blocks: list[Block]) -> bool:
    """Say whether a person has an office that sits at a table, and is not one who only speaks about it."""
    role = person.main_role
    if role is None or role.office is None:
        return person.is_vague if role is None else True
    block, office = blocks[role.block], role.office
    if office.named is not None:
        return False
    return block.tokens[office.head].lower() not in NOT_LEADING or person.is_vague


def serves_a_state(person: Person, blocks: list[Block]) -> bool:
    """Say whether a person has an office, or a rank, of the kind states have."""
    role = person.main_role
    if role is None or role.office is None:
        return role is not None or person.is_vague
    return person.is_vague or is_of_state(blocks[role.block].tokens[role.office.head])


_WITHOUT_A_NAME: Final = frozenset(
    "counterpart colleague leader official officer ruler senator lawmaker mp parliamentarian chief".split()
)


def may_meet(head: str) -> bool:
    """Say whether an office without a name is one of people who meet for a state."""
    word = head.lower().rpartition("-")[2]
    return is_of_state(head) or not {word, word.removesuffix("s")}.isdisjoint(_WITHOUT_A_NAME)


def is_of_state(head: str) -> bool:
    """Say whether this is the last word of an office states have, in the singular or the plural."""
    word = head.lower().rpartition("-")[2]
    return not {word, word.removesuffix("s"), word.replace("ies", "y")}.isdisjoint(_STATE_HEADS)
