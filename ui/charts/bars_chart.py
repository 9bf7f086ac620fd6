"""One bar a person with its number, and a mark for what is fair or meant: weekends worked, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.charts.chart import Chart, say
from ui.texts import number, tr
from ui.theme import theme

LINE, NAME_WIDTH, NUMBER_WIDTH = 22, 170.0, 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line. mark: a second figure drawn as a stroke, None for none."""

    name: str
    value: float
    mark: float | None = None


class BarsChart(Chart):
    """As high as there are lines, and scrolls."""

    def __init__(self, name: str, value_name: str, mark_name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._names = (tr("ui.results.name"), value_name, mark_name)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """These lines, in this order."""
        self._bars = tuple(bars)
        self.setMinimumHeight(LINE * max(1, len(bars)) + 8)
        self.updateGeometry()
        self.update()

    def table(self) -> Sequence[Sequence[str]]:
        return [self._names, *((bar.name, number(bar.value), number(bar.mark)) for bar in self._bars)]

    def paint(self, painter: QPainter, area: QRectF) -> None:
        plot = area.adjusted(NAME_WIDTH, 4, -NUMBER_WIDTH, -4)
        most = max([1.0, *(bar.value for bar in self._bars), *(bar.mark or 0.0 for bar in self._bars)])
        for place, bar in enumerate(self._bars):
            y = plot.top() + LINE * (place + 0.5)
            box = QRectF(area.left(), y - LINE / 2, NAME_WIDTH - 10, LINE)
            shown = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, int(box.width()))
            say(painter, box, shown, theme().text, Qt.AlignmentFlag.AlignLeft)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme().accent))
            width = plot.width() * bar.value / most
            painter.drawRoundedRect(QRectF(plot.left(), y - 6, width, 12), 3, 3)
            if bar.mark is not None:
                x = plot.left() + plot.width() * bar.mark / most
                painter.setPen(QPen(QColor(theme().sidebar_mark), 3))
                painter.drawLine(QPointF(x, y - 8), QPointF(x, y + 8))
            end = QRectF(plot.right() + 8, y - LINE / 2, NUMBER_WIDTH - 8, LINE)
            say(painter, end, number(bar.value), theme().text, Qt.AlignmentFlag.AlignLeft)
