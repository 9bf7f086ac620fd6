"""Where the scroll bar beside the lines stands: the header goes on above it, the sums' ground below."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from ui.pages.rota.day_header import HEADER_HEIGHT
from ui.theme import theme


class BarGround(QWidget):
    """As wide as its bar, and nothing where the bar is not shown."""

    def __init__(self, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(bar)
        self.leave_below(0)

    def leave_below(self, height: int) -> None:
        """So much room at the bottom, where the lines end and the sums begin."""
        self._box.setContentsMargins(0, HEADER_HEIGHT, 0, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme().card))
        painter.setPen(QColor(theme().strong_line))
        painter.drawLine(0, HEADER_HEIGHT - 1, self.width(), HEADER_HEIGHT - 1)
        painter.end()
