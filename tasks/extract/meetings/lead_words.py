"""The words behind the letters of a sentence, where letters alone do not say who led."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tasks.extract.meetings.lead_forms import ON_SIDE

if TYPE_CHECKING:
    from tasks.extract.blocks import Block
    from tasks.extract.meetings.items import Item

COMPRISED: Final = frozenset(
    {"comprised", "comprising", "included", "including", "consisted", "consisting", "also"}
)


def on_side(block: Block, items: list[Item], letters: str) -> list[tuple[int, int]]:
    """Find whoever is named beside a side: ``From the Namibian side, A …``; not who it comprised."""
    is_led = not {"L", "H"}.isdisjoint(letters) or "SOw" in letters or _opens_side(block, items, letters)
    return [
        (match.start("lead"), match.start())
        for match in (ON_SIDE.finditer(letters) if is_led else ())
        if COMPRISED.isdisjoint(block.tokens[items[match.start()].first : items[match.start("lead")].first])
        and ("w" not in match[0] or _is_on(block, items[match.start()].first))
    ]


def _opens_side(block: Block, items: list[Item], letters: str) -> bool:
    """Find ``From the Namibian side, A …``."""
    return letters.startswith(("S,P", "SP", "SwP")) and _is_on(block, items[0].first)


def _is_on(block: Block, place: int) -> bool:
    """Say whether *from*, *on* or *for* stands before a side."""
    return not {"from", "on", "for"}.isdisjoint(block.lowers[max(place - 2, 0) : place])


def with_chairs(items: list[Item], letters: str) -> str:
    """Read *co-chairs* as chairing; one *co-chair* only behind *was*: not ``thanked for his work as``."""
    return "".join(
        "H" if letter == "N" and (items[at].office is None or letters[at - 1 : at] == "w") else letter
        for at, letter in enumerate(letters)
    )


def are_listed(block: Block, one: Item, other: Item) -> bool:
    """Say whether two stand in one list: not ``led by A, and comprised B``."""
    return set(block.tags[one.after : other.first]) <= set(",&dhHR")


def adjoin(block: Block, items: list[Item], noun: int, who: int) -> bool:
    """Say whether only a comma parts the co-chairs from their names: not ``the co-chairs agreed, A said``."""
    last = next(at for at in range(who - 1, noun - 1, -1) if items[at].letter != ",")
    return block.tags[items[last].after : items[who].first] in {",", ",d"}
