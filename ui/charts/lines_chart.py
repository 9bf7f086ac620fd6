"""A chart with a line for each person: a line can be asked about, by a click or with arrows and Enter."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter

from ui.charts.chart import Chart
from ui.theme import theme

OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
NOWHERE = -1


class LinesChart(Chart):
    """Subclasses say how many lines there are, and where the first begins."""

    line_asked = Signal(int, QRect)  # which line, and where it is on the screen

    line_height, first_top, can_ask = 24, 0, False
    _at = NOWHERE

    def let_ask(self) -> None:
        """From now on lines can be asked about."""
        self.can_ask = True
        self.setMouseTracking(True)

    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line_box(self, line: int) -> QRect:
        """Where a line is painted."""
        top = self.first_top + self.line_height * line
        return QRect(0, top, self.width(), self.line_height)

    def paint_asked(self, painter: QPainter) -> None:
        """A ground under the line that would be asked about."""
        if self.can_ask and 0 <= self._at < self.line_count():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme().accent_ground))
            painter.drawRoundedRect(QRectF(self.line_box(self._at)), 4, 4)

    def name_font(self, line: int) -> QFont:
        """A name that can be asked about is underlined where the mouse or the marker is."""
        font = self.font()
        font.setUnderline(self.can_ask and line == self._at)
        return font

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.can_ask:
            self._mark(self._line_at(event))
            is_over = self._at != NOWHERE
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        line = self._line_at(event)
        if self.can_ask and event.button() is Qt.MouseButton.LeftButton and line != NOWHERE:
            self._ask(line)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, last = Qt.Key(event.key()), self.line_count() - 1
        if not self.can_ask or last < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key is Qt.Key.Key_Down else -1
            self._mark(min(max(self._at + step, 0), last))
        elif key in OPENS and self._at != NOWHERE:
            self._ask(self._at)
        else:
            super().keyPressEvent(event)

    def _line_at(self, event: QMouseEvent) -> int:
        line = int(event.position().y() - self.first_top) // self.line_height
        return line if 0 <= line < self.line_count() else NOWHERE

    def _mark(self, line: int) -> None:
        if line != self._at:
            self._at = line
            self.update()

    def _ask(self, line: int) -> None:
        self._mark(line)
        box = self.line_box(line)
        self.line_asked.emit(line, QRect(self.mapToGlobal(box.topLeft()), box.size()))
