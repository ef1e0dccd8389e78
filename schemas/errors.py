"""Errors that end a run or a command. Bad input is never one: it becomes a `Rejection`."""

from __future__ import annotations

from typing import Any


class DatelineError(Exception):
    """A run or command can't go on; the message says what, where, seen, expected and what to do next."""


class UsageError(DatelineError):
    """The command was wrong; nothing was touched (exit 2)."""


class LockedError(DatelineError):
    """Another process is writing to this home folder."""


class WarehouseError(DatelineError):
    """The warehouse file is missing, damaged, or of another schema version."""


class AuditError(DatelineError):
    """An audit found rows that must not be published; nothing was.

    `offenders` shows up to ten of the rows by audit.
    """

    def __init__(self, message: str, offenders: dict[str, list[dict[str, Any]]] | None = None) -> None:
        """Keep both in `args`, so that the error survives pickling."""
        super().__init__(message, offenders or {})

    def __str__(self) -> str:
        """Return the message alone."""
        return str(self.args[0])

    @property
    def offenders(self) -> dict[str, list[dict[str, Any]]]:
        """Offending rows by audit."""
        offenders: dict[str, list[dict[str, Any]]] = self.args[1]
        return offenders


class RejectShareError(DatelineError):
    """More of the input was refused than the run was told to accept."""


class StorageError(DatelineError):
    """The disk is full or a folder of the home can't be written."""
