"""Undo: one class of step that keeps the state before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand

from heiltid.model import Plan, UnitFile


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A file and the place of the plan shown (None: it has none)."""

    file: UnitFile
    shown: int | None

    @property
    def plan(self) -> Plan | None:
        """The shown plan."""
        return None if self.shown is None else self.file.plans[self.shown]


class FileStep(QUndoCommand):
    """From one state to another and back; values are shared, so a step costs next to nothing."""

    def __init__(self, label: str, before: State, after: State, take: Callable[[State], None]) -> None:
        super().__init__(label)
        self._before = before
        self._after = after
        self._take = take

    def redo(self) -> None:
        """Qt calls it once when the step is pushed, too."""
        self._take(self._after)

    def undo(self) -> None:
        """Back to the state before, exactly."""
        self._take(self._before)
