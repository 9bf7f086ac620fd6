"""Every day of the rota by time of day: how many are on duty beside the least and the target.

A cell carries a sign as well as a colour: ▼ below the least, ▽ below the target, ▲ above the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from ui.charts.chart import Chart, say
from ui.texts import tr
from ui.theme import theme

HEAD, MARK_FROM = 22.0, 8.0
LEAST_NAME, MOST_NAME, NAME_GAP = 90.0, 0.35, 10.0  # most: of the whole width
MARKS = {"lacking": "▼", "below_target": "▽", "above": "▲", "enough": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverCell:
    """One band of time on one day. state: a key of MARKS; words: what a pointer over it says."""

    state: str
    words: str


class CoverageMap(Chart):
    """Rows are bands of time, columns days; weeks are named above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.coverage"), parent)
        self._names: tuple[str, ...] = ()
        self._weeks: tuple[str, ...] = ()
        self._cells: tuple[tuple[CoverCell | None, ...], ...] = ()
        self.setMouseTracking(True)

    def show_cells(
        self, names: Sequence[str], weeks: Sequence[str], cells: Sequence[Sequence[CoverCell | None]]
    ) -> None:
        """cells by row and day; None where nothing is asked for that day."""
        self._names, self._weeks = tuple(names), tuple(weeks)
        self._cells = tuple(tuple(line) for line in cells)
        self.setMinimumHeight(int(HEAD) + 24 * max(1, len(names)) + 8)
        self.updateGeometry()
        self.update()

    def table(self) -> Sequence[Sequence[str]]:
        days = len(self._cells[0]) if self._cells else 0
        head = ("", *(str(day + 1) for day in range(days)))
        rows = [
            (name, *("" if cell is None else cell.words for cell in line))
            for name, line in zip(self._names, self._cells, strict=True)
        ]
        return [head, *rows]

    def _plot(self, area: QRectF) -> QRectF:
        return area.adjusted(self.name_width(area.width()), HEAD, -4, -4)

    def name_width(self, width: float) -> float:
        """Room for the longest name with the gap after it, of a chart as wide as this."""
        longest = max((self.fontMetrics().horizontalAdvance(name) for name in self._names), default=0)
        return min(max(longest + NAME_GAP, LEAST_NAME), width * MOST_NAME)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        plot = self._plot(area)
        if not self._cells or not self._cells[0]:
            return
        days = len(self._cells[0])
        width, height = plot.width() / days, plot.height() / len(self._cells)
        for place, week in enumerate(self._weeks):
            box = QRectF(plot.left() + place * 7 * width, area.top(), 7 * width, HEAD)
            if 7 * width > painter.fontMetrics().horizontalAdvance(week) or place % 4 == 0:
                say(painter, box, week, theme().muted, Qt.AlignmentFlag.AlignLeft)
        for row, (name, line) in enumerate(zip(self._names, self._cells, strict=True)):
            top = plot.top() + row * height
            box = QRectF(area.left(), top, plot.left() - area.left() - NAME_GAP + 2, height)
            told = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
            say(painter, box, told, theme().text, Qt.AlignmentFlag.AlignLeft)
            for day, cell in enumerate(line):
                if cell is not None:
                    here = QRectF(
                        plot.left() + day * width, top + 1, width - (1 if width > 3 else 0), height - 2
                    )
                    self._paint_cell(painter, here, cell)

    @staticmethod
    def _paint_cell(painter: QPainter, box: QRectF, cell: CoverCell) -> None:
        grounds = {
            "lacking": theme().worse,
            "below_target": theme().warning_ground,
            "above": theme().better_ground,
            "enough": theme().accent_ground,
        }
        inks = {"lacking": theme().card, "below_target": theme().warning, "above": theme().better}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(grounds[cell.state]))
        painter.drawRect(box)
        if MARKS[cell.state] and box.width() >= MARK_FROM:
            say(painter, box, MARKS[cell.state], inks[cell.state], Qt.AlignmentFlag.AlignHCenter)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return bool(super().event(event))  # type: ignore[arg-type]

    def words_at(self, where: QPoint) -> str:
        """What a pointer there is told: a cell's words, or the name of a line, whole."""
        plot = self._plot(QRectF(self.rect()))
        if not self._cells or not self._cells[0] or not plot.top() <= where.y() < plot.bottom():
            return ""
        row = int((where.y() - plot.top()) / plot.height() * len(self._cells))
        if where.x() < plot.left():
            return self._names[row]
        if where.x() >= plot.right():
            return ""
        cell = self._cells[row][int((where.x() - plot.left()) / plot.width() * len(self._cells[0]))]
        return "" if cell is None else cell.words
