"""Undo: one class of step that keeps the state before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakMethod

from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

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
    """From one state to another and back; values are shared, so a step costs next to nothing.

    take: a method of whoever owns the stack. The step does not keep the owner alive: its end ends the stack,
    and the other way round would end it twice.
    """

    def __init__(self, label: str, before: State, after: State, take: Callable[[State], None]) -> None:
        super().__init__(label)
        self._before = before
        self._after = after
        self._taker = WeakMethod(take)

    @property
    def told_people(self) -> bool:
        """Whether people have been told, with this step, of shifts they got."""
        return _told(self._before.file) < _told(self._after.file)

    def join(self, after: State) -> None:
        """Lead to another state from now on: what came of the step belongs to it."""
        self._after = after
        self._take(after)

    def _take(self, state: State) -> None:
        take = self._taker()
        assert take is not None  # the stack it owns has called us
        take(state)

    def redo(self) -> None:
        """Qt calls it once when the step is pushed, too."""
        self._take(self._after)

    def undo(self) -> None:
        """Back to the state before."""
        self._take(self._before)


def end_stack(stack: QUndoStack) -> None:
    """Takes a stack's steps away while both still stand, without a word to anybody.

    Python may end the steps of a document that is garbage before the stack; Qt would then end them twice.
    """
    if isValid(stack):
        stack.blockSignals(True)
        stack.clear()


def _told(file: UnitFile) -> int:
    """How many times somebody was told that a shift is hers."""
    return 0 if file.booking is None else sum(len(sent.told) for sent in file.booking.lists)
