"""Roll back: a kept snapshot becomes the published one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.step import step
from warehouse.rollback import roll_back

if TYPE_CHECKING:
    from warehouse.home import Home


@step("roll back")
def roll_back_to(home: Home, run_id: str) -> tuple[str, ...]:
    """Swap the link to a run's snapshot; return the published runs that it leaves out."""
    return roll_back(home, run_id)
