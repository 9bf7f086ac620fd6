"""Whose name decisions carry: asked for once, where they are made."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.pages.booking.work import USER
from ui.settings import Settings
from ui.texts import tr
from ui.widgets.basic import GAP, label


class ByLine(QWidget):
    """A line for the leader's own name; it is remembered."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("ui.booking.leader"))
        self.line.setAccessibleName(tr("ui.booking.decided_by"))
        self.line.setToolTip(tr("ui.booking.decided_by_help"))
        self.line.setMaxLength(60)
        self.line.editingFinished.connect(self._done)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(label(tr("ui.booking.decided_by"), "muted"))
        box.addWidget(self.line, 1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.line.setText(self._settings.word(USER))

    def _done(self) -> None:
        self._settings.set_word(USER, self.line.text().strip())
