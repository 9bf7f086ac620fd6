"""The panel at the right: the plan's findings above, the current cell below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from ui.document import Document
from ui.pages.rota.cell_panel import CellPanel
from ui.pages.rota.findings_panel import FindingsPanel

NARROWEST, WIDEST = 240, 460


class SidePanel(QFrame):
    """Findings and cell; Esc goes back to the grid."""

    left = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.findings = FindingsPanel(document)
        self.cell = CellPanel(document)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.findings)
        parts.addWidget(self.cell)
        parts.setSizes([420, 260])
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(9)
        parts.setProperty("look", "thin")
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 12, 10)
        box.addWidget(parts)
        self.findings.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_escape = event.key() == Qt.Key.Key_Escape
            if is_escape:
                self.left.emit()
            return is_escape
        return super().eventFilter(watched, event)
