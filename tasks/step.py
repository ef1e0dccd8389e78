"""How a stage of the run is declared: name, tags and retries, without importing what will run it.

    @step("discover files", retries=2)
    def discover(...): ...

`flows/orchestrate.py` makes a Prefect task of it, or calls it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Step(Generic[P, R]):
    """A function that does one stage's work, and how it wants to be run."""

    function: Callable[P, R]
    name: str
    retries: int = 0
    retry_delay_seconds: float = 2.0

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function itself."""
        return self.function(*args, **kwargs)

    def __reduce__(self) -> tuple[Callable[[str, str], object], tuple[str, str]]:
        """Pickle by name: the module's name for the function is this step."""
        return _by_name, (self.function.__module__, self.function.__qualname__)


def step(name: str, *, retries: int = 0) -> Callable[[Callable[P, R]], Step[P, R]]:
    """Declare a stage; retry only where the world is flaky (disk, lock, network), never parsing."""

    def declare(function: Callable[P, R]) -> Step[P, R]:
        return Step(function=function, name=name, retries=retries)

    return declare


def _by_name(module: str, name: str) -> object:
    return getattr(import_module(module), name)
