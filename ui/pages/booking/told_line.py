"""What was just done, told where it was done: with the way to what was written, or the way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, button, label
from ui.written_links import WrittenLinks


class ToldLine(QFrame):
    """Hidden until there is something to tell; news no more when anything else is done or undone."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "told")
        self.setObjectName("told_line")
        self._stack = stack
        self._index = -1  # of the stack, when it was told
        self.line = label("", wraps=True)
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo = button("ui.action.undo", "link", name="told_undo")
        self.links = WrittenLinks()
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 10, 14, 10)
        box.setSpacing(WIDE_GAP)
        box.addWidget(self.line, 1)
        box.addWidget(self.undo)
        box.addWidget(self.links)
        self.undo.clicked.connect(self._undo)
        stack.indexChanged.connect(self._moved)
        self.hide()

    def say(self, words: str, *, path: Path | None = None, undo: bool = False) -> None:
        """path: a folder or file that was written; undo: what is told is the last step."""
        self._index = self._stack.index()
        self.line.setText(words)
        self.links.show_path(path)
        self.undo.setVisible(undo)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def forget(self) -> None:
        """It is no longer news."""
        self.hide()

    def _undo(self) -> None:
        words = tr("ui.booking.taken_back", what=self._stack.undoText())
        self._stack.undo()
        self.say(words)

    def _moved(self, index: int) -> None:
        if index != self._index:
            self.forget()
