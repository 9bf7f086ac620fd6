"""A run of the engine over time: the best average so far, the proven ceiling, and hours uncovered."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from heiltid.jobs import Goal, SolveProgress
from heiltid.model import MINUTES_PER_HOUR
from ui.charts.chart import Chart, say
from ui.texts import number, share, tr
from ui.theme import theme

LEFT, RIGHT, TOP, BOTTOM = 52.0, 14.0, 24.0, 24.0
MARGIN_BP = 150.0
STEPS_BP = (100.0, 200.0, 500.0, 1_000.0, 2_000.0)
MOST_STEPS = 5


class ProgressChart(Chart):
    """Fed with one step after another; time runs from 0 to the limit, or as far as the run goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.build.chart"), parent)
        self.setMinimumHeight(220)
        self._points: list[tuple[float, float]] = []  # seconds, average in basis points
        self._open: list[tuple[float, float]] = []  # seconds, minutes uncovered
        self._bound: float | None = None
        self._today: float | None = None
        self._limit = 60.0

    def begin(self, limit_seconds: float, today_bp: float | None) -> None:
        """A new run."""
        self._points, self._open = [], []
        self._bound, self._today, self._limit = None, today_bp, limit_seconds
        self.update()

    def add(self, step: SolveProgress) -> None:
        """The next step of the run."""
        if step.average_position_bp is not None:
            self._points.append((step.seconds, step.average_position_bp))
        if step.understaffed_minutes is not None:
            self._open.append((step.seconds, float(step.understaffed_minutes)))
        bounds = [goal.bound for goal in step.goals if goal.goal is Goal.LINES and goal.bound is not None]
        self._bound = bounds[0] if bounds else self._bound
        self._limit = max(self._limit, step.seconds)
        self.update()

    def table(self) -> Sequence[Sequence[str]]:
        open_at = dict(self._open)
        rows = [
            (number(seconds, 0), share(value, 1), _hours(open_at.get(seconds)))
            for seconds, value in self._points
        ]
        return [(tr("ui.build.seconds"), tr("ui.line.average"), tr("ui.line.open")), *rows]

    def paint(self, painter: QPainter, area: QRectF) -> None:
        plot = area.adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
        lines = lines_around(*self._range())
        low, high = lines[0], lines[-1]
        self._paint_frame(painter, plot, lines)
        if self._bound is not None:
            words = tr("ui.build.ceiling", bound=share(self._bound, 1))
            self._paint_level(painter, plot, _y(plot, self._bound, low, high), theme().warning, words)
        if self._today is not None:
            words = tr("ui.build.today", average=share(self._today, 1))
            self._paint_level(painter, plot, _y(plot, self._today, low, high), theme().muted, words)
        self._paint_line(painter, plot, low, high)

    def _range(self) -> tuple[float, float]:
        values = [value for _, value in self._points]
        values += [value for value in (self._bound, self._today) if value is not None]
        if not values:
            return 5_000.0, 10_000.0
        return min(values) - MARGIN_BP, max(values) + MARGIN_BP

    def _paint_frame(self, painter: QPainter, plot: QRectF, lines: Sequence[float]) -> None:
        for value in lines:
            y = _y(plot, value, lines[0], lines[-1])
            painter.setPen(QPen(QColor(theme().line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            say(
                painter,
                QRectF(0, y - 9, LEFT - 8, 18),
                share(value),
                theme().muted,
                Qt.AlignmentFlag.AlignRight,
            )
        for part in range(5):
            seconds = self._limit * part / 4
            x = plot.left() + plot.width() * part / 4
            box = QRectF(x - 40, plot.bottom() + 2, 80, BOTTOM - 2)
            side = Qt.AlignmentFlag.AlignHCenter
            say(painter, box, tr("ui.build.at_seconds", seconds=number(seconds, 0)), theme().muted, side)

    def _paint_level(self, painter: QPainter, plot: QRectF, y: float, colour: str, words: str) -> None:
        painter.setPen(QPen(QColor(colour), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        box = QRectF(plot.left() + 6, y - 18, plot.width() - 12, 16)
        say(painter, box, words, colour, Qt.AlignmentFlag.AlignLeft)

    def _paint_line(self, painter: QPainter, plot: QRectF, low: float, high: float) -> None:
        if not self._points:
            return
        corners = []
        for place, (seconds, value) in enumerate(self._points):
            x = plot.left() + plot.width() * min(1.0, seconds / self._limit)
            if place:
                corners.append(QPointF(x, corners[-1].y()))  # it stayed as it was until now
            corners.append(QPointF(x, _y(plot, value, low, high)))
        painter.setPen(QPen(QColor(theme().accent), 2.5))
        painter.drawPolyline(QPolygonF(corners))
        painter.setBrush(QColor(theme().accent))
        painter.drawEllipse(corners[-1], 4, 4)


def lines_around(low: float, high: float) -> list[float]:
    """Round shares (basis points) from below `low` to above `high`, a step apart."""
    step = next((step for step in STEPS_BP if (high - low) / step <= MOST_STEPS), STEPS_BP[-1])
    return [step * place for place in range(floor(low / step), ceil(high / step) + 1)]


def _y(plot: QRectF, value: float, low: float, high: float) -> float:
    return plot.bottom() - plot.height() * (value - low) / max(high - low, 1.0)


def _hours(minutes: float | None) -> str:
    return "" if minutes is None else number(minutes / MINUTES_PER_HOUR)
