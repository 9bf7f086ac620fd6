"""Each person's way from the position before to the one after, with the one she wants as a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from heiltid.model import FULL_TIME_BP
from ui.charts.chart import say
from ui.charts.lines_chart import LinesChart
from ui.texts import position, tr
from ui.theme import theme

LINE, TOP, NAME_WIDTH, NUMBERS_WIDTH = 24, 28, 160.0, 140.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One person's positions in basis points."""

    name: str
    before_bp: int
    wanted_bp: int
    after_bp: int


class PeopleChart(LinesChart):
    """One line a person; it is as high as there are people, and scrolls."""

    line_height, first_top = LINE, TOP

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.people"), parent)
        self._ways: tuple[Way, ...] = ()

    def line_count(self) -> int:
        return len(self._ways)

    def show_ways(self, ways: Sequence[Way]) -> None:
        """These people, in this order."""
        self._ways = tuple(ways)
        self.setMinimumHeight(TOP + LINE * len(ways) + 6)
        self.updateGeometry()
        self.update()

    def table(self) -> Sequence[Sequence[str]]:
        head = tuple(tr(f"ui.results.{key}") for key in ("name", "before", "wanted", "after"))
        rows = [
            (way.name, position(way.before_bp), position(way.wanted_bp), position(way.after_bp))
            for way in self._ways
        ]
        return [head, *rows]

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self.paint_asked(painter)
        plot = area.adjusted(NAME_WIDTH, TOP, -NUMBERS_WIDTH, 0)
        for share_bp in range(0, FULL_TIME_BP + 1, FULL_TIME_BP // 4):
            x = plot.left() + plot.width() * share_bp / FULL_TIME_BP
            painter.setPen(QPen(QColor(theme().line), 1))
            painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, area.bottom()))
            box = QRectF(x - 30, area.top(), 60, TOP - 6)
            say(painter, box, position(share_bp), theme().muted, Qt.AlignmentFlag.AlignHCenter)
        for place, way in enumerate(self._ways):
            painter.setFont(self.name_font(place))
            self._paint_way(painter, area, plot, plot.top() + LINE * (place + 0.5), way)

    def _paint_way(self, painter: QPainter, area: QRectF, plot: QRectF, y: float, way: Way) -> None:
        def x(share_bp: int) -> float:
            return plot.left() + plot.width() * min(share_bp, FULL_TIME_BP) / FULL_TIME_BP

        name_box = QRectF(area.left(), y - LINE / 2, NAME_WIDTH - 10, LINE)
        shown = painter.fontMetrics().elidedText(way.name, Qt.TextElideMode.ElideRight, int(NAME_WIDTH - 12))
        say(painter, name_box, shown, theme().text, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self.font())
        painter.setPen(QPen(QColor(theme().accent), 4, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x(way.before_bp), y), QPointF(x(way.after_bp), y))
        painter.setPen(QPen(QColor(theme().card), 1))
        painter.setBrush(QColor(theme().before))
        painter.drawEllipse(QPointF(x(way.before_bp), y), 5, 5)
        painter.setBrush(QColor(theme().accent))
        painter.drawEllipse(QPointF(x(way.after_bp), y), 5, 5)
        painter.setPen(QPen(QColor(theme().sidebar_mark), 3))
        painter.drawLine(QPointF(x(way.wanted_bp), y - 7), QPointF(x(way.wanted_bp), y + 7))
        numbers = position(way.after_bp)
        if way.before_bp != way.after_bp:
            numbers = f"{position(way.before_bp)} → {numbers}"
        box = QRectF(plot.right() + 14, y - LINE / 2, NUMBERS_WIDTH - 16, LINE)
        say(painter, box, numbers, theme().text, Qt.AlignmentFlag.AlignLeft)
