"""What the page says while there is nothing to show: what is missing, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from heiltid.model import Unit
from ui.desk import Desk
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, label


class EmptyRota(QWidget):
    """A sentence and a button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = ""
        self._line = label("", "heading", wraps=True)
        self._hint = label("", "muted", wraps=True)
        self._button = QPushButton()
        self._button.setObjectName("rota_empty_button")
        self._button.setProperty("look", "primary")
        self._button.clicked.connect(self._go)
        box = QVBoxLayout(self)
        box.setSpacing(WIDE_GAP)
        box.addStretch(1)
        for part in (self._line, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(part)
        box.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignCenter)
        box.addStretch(2)

    def show_for(self, unit: Unit) -> bool:
        """Say what is missing; False where nothing is."""
        missing = "shifts" if not unit.shifts else "people" if not unit.planned_employees else ""
        if not missing:
            return False
        self._page = {"shifts": "unit", "people": "people"}[missing]
        self._line.setText(tr(f"ui.rota.no_{missing}"))
        self._hint.setText(tr(f"ui.rota.no_{missing}_hint"))
        self._button.setText(tr(f"ui.rota.no_{missing}_button"))
        return True

    def _go(self) -> None:
        self._desk.go_to(self._page)
