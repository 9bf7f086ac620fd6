"""Undo and redo in the menu, and what they did told at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.actions import UNDO_KEYS
from ui.desk import Desk
from ui.texts import tr
from ui.undo import FileStep


class UndoActions(QObject):
    """Each time the step is named: who presses the keys once too often sees what went, and the way back."""

    def __init__(self, desk: Desk, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stack = desk.document.undo_stack
        for make, key, standard, told in (
            (self._stack.createUndoAction, "undo", QKeySequence.StandardKey.Undo, self._undone),
            (self._stack.createRedoAction, "redo", QKeySequence.StandardKey.Redo, self._redone),
        ):
            action: QAction = make(parent, tr(f"ui.action.{key}"))
            action.setObjectName(f"action_{key}")
            keys = [UNDO_KEYS[key], *(known.toString() for known in QKeySequence.keyBindings(standard))]
            action.setShortcuts([QKeySequence(each) for each in dict.fromkeys(keys)])
            action.triggered.connect(told)  # after the stack's own slot
            menu.addAction(action)

    def _undone(self) -> None:
        step = self._stack.command(self._stack.index())
        words = tr("ui.undone", what=step.text(), keys=UNDO_KEYS["redo"])
        if isinstance(step, FileStep) and step.told_people:
            words = f"{words} {tr('ui.undone_told')}"
        self._desk.say(words)

    def _redone(self) -> None:
        step = self._stack.command(self._stack.index() - 1)
        self._desk.say(tr("ui.redone", what=step.text(), keys=UNDO_KEYS["undo"]))
