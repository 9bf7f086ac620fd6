"""When of the day a shift is, painted in its row: all rows share one axis, so that they can be compared."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR, Unit
from ui.models.records import RECORD_ROLE
from ui.pages.unit.shifts import ShiftLine
from ui.theme import theme

MARGIN = 6.0
THICKNESS = 14.0
HOURS_APART = 6
USUAL_FIRST = 6 * MINUTES_PER_HOUR


class ClockBar(QStyledItemDelegate):
    """From the earliest shift to the latest end, at least a day."""

    first, last = USUAL_FIRST, USUAL_FIRST + MINUTES_PER_DAY

    def show_unit(self, unit: Unit) -> None:
        """The axis for the unit's shifts."""
        starts = [shift.start_minute for shift in unit.shifts]
        self.first = min(starts, default=USUAL_FIRST) // MINUTES_PER_HOUR * MINUTES_PER_HOUR
        ends = [shift.end_minute for shift in unit.shifts]
        self.last = max([self.first + MINUTES_PER_DAY, *ends])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget
        )
        line = index.data(RECORD_ROLE)
        if not isinstance(line, ShiftLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(MARGIN, 0, -MARGIN, 0)
        self._hours(painter, area)
        chip = theme().chip(line.shift.kind)
        left, right = self._x(area, line.shift.start_minute), self._x(area, line.shift.end_minute)
        bar = QRectF(left, area.center().y() - THICKNESS / 2, right - left, THICKNESS)
        painter.setPen(QPen(QColor(chip.edge), 1.5))
        painter.setBrush(QColor(chip.ground))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(QColor(chip.text))
        painter.drawText(bar, int(Qt.AlignmentFlag.AlignCenter), line.shift.code)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _hours(self, painter: QPainter, area: QRectF) -> None:
        """A thin line at each quarter of the day."""
        painter.setPen(QPen(QColor(theme().line), 1))
        step = HOURS_APART * MINUTES_PER_HOUR
        for minute in range(-(-self.first // step) * step, self.last + 1, step):
            x = self._x(area, minute)
            painter.drawLine(int(x), int(area.top()), int(x), int(area.bottom()))

    def _x(self, area: QRectF, minute: int) -> float:
        return area.left() + area.width() * (minute - self.first) / (self.last - self.first)
