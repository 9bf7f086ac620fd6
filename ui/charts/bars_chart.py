"""One bar a line with its number, and a stroke for what it is compared with: weekends, shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.charts.chart import say
from ui.charts.lines_chart import LinesChart
from ui.texts import number
from ui.theme import theme

LINE, TOP, NUMBER_WIDTH, NUMBER_BEFORE_NOTE = 22, 4, 64.0, 48.0
LEAST_BAR, AIR = 48.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line. mark: a second figure drawn as a stroke, None for none; own: ours, in the strong colour;

    note: a few words behind the number.
    """

    name: str
    value: float
    mark: float | None = None
    own: bool = True
    note: str = ""


class BarsChart(LinesChart):
    """As high as there are lines, and scrolls."""

    line_height, first_top = LINE, TOP

    def __init__(
        self,
        name: str,
        heads: tuple[str, ...],
        *,
        name_width: float = 160.0,
        note_width: float = 0.0,
        ending: str = "",
    ) -> None:
        """heads: of the table's columns, a fourth for notes; ending: after each number, such as " %"."""
        super().__init__(name)
        self._heads, self._name_width, self._ending = heads, name_width, ending
        self._note_width = note_width
        self.bars: tuple[Bar, ...] = ()

    def line_count(self) -> int:
        return len(self.bars)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """These lines, in this order."""
        self.bars = tuple(bars)
        self.setMinimumHeight(LINE * max(1, len(bars)) + 8)
        self.updateGeometry()
        self.update()

    def table(self) -> Sequence[Sequence[str]]:
        rows = [(bar.name, self._shown(bar.value), self._shown(bar.mark), bar.note) for bar in self.bars]
        return [self._heads, *(line[: len(self._heads)] for line in rows)]

    def note_room(self, width: float) -> float:
        """How wide the notes are in a chart of this width: the widest whole while the bars have room."""
        if not self._note_width:
            return 0.0
        widest = max((self.fontMetrics().horizontalAdvance(bar.note) for bar in self.bars), default=0) + AIR
        most = width - self._name_width - NUMBER_BEFORE_NOTE - LEAST_BAR
        return max(self._note_width, min(widest, most))

    def _shown(self, value: float | None) -> str:
        return number(value) + ("" if value is None else self._ending)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        self.paint_asked(painter)
        notes = self.note_room(area.width())
        numbers = NUMBER_BEFORE_NOTE if notes else NUMBER_WIDTH
        plot = area.adjusted(self._name_width, TOP, -numbers - notes, -4)
        most = max([1.0, *(bar.value for bar in self.bars), *(bar.mark or 0.0 for bar in self.bars)])
        for place, bar in enumerate(self.bars):
            y = plot.top() + LINE * (place + 0.5)
            box = QRectF(area.left(), y - LINE / 2, self._name_width - 10, LINE)
            shown = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.setFont(self.name_font(place))
            say(painter, box, shown, theme().text, Qt.AlignmentFlag.AlignLeft)
            painter.setFont(self.font())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme().accent if bar.own else theme().before))
            width = plot.width() * bar.value / most
            painter.drawRoundedRect(QRectF(plot.left(), y - 6, width, 12), 3, 3)
            if bar.mark is not None:
                x = plot.left() + plot.width() * bar.mark / most
                painter.setPen(QPen(QColor(theme().sidebar_mark), 3))
                painter.drawLine(QPointF(x, y - 8), QPointF(x, y + 8))
            end = QRectF(plot.right() + 8, y - LINE / 2, numbers - 8, LINE)
            say(painter, end, self._shown(bar.value), theme().text, Qt.AlignmentFlag.AlignLeft)
            self._paint_note(painter, bar, QRectF(end.right(), end.top(), notes, LINE))

    @staticmethod
    def _paint_note(painter: QPainter, bar: Bar, box: QRectF) -> None:
        if bar.note:
            shown = painter.fontMetrics().elidedText(bar.note, Qt.TextElideMode.ElideRight, int(box.width()))
            say(painter, box, shown, theme().muted, Qt.AlignmentFlag.AlignLeft)
