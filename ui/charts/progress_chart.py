"""A run of the engine over time: the best average so far, the proven ceiling, and hours uncovered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
LABEL_HEIGHT = 18.0


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the chart at a share in basis points."""

    value: float
    words: str
    colour: str
    to_other: float  # how far the other line is, whichever way
    is_upper: bool


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
        for level in self._levels():
            y = _y(plot, level.value, low, high)
            room = plot.height() * abs(level.to_other) / max(high - low, 1.0)
            below = room < LABEL_HEIGHT and not level.is_upper  # else it would lie on the upper one's words
            self._paint_level(painter, plot, y, level, below=below)
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

    def _levels(self) -> list[Level]:
        """The lines across the chart, each knowing how far the other is."""
        bound, today = self._bound, self._today
        apart = 0.0 if bound is None or today is None else bound - today
        is_alone = bound is None or today is None
        found = []
        if bound is not None:
            words = tr("ui.build.ceiling", bound=share(bound, 1))
            upper = is_alone or apart >= 0
            found.append(Level(bound, words, theme().warning, apart, is_upper=upper))
        if today is not None:
            words = tr("ui.build.today", average=share(today, 1))
            found.append(Level(today, words, theme().muted, apart, is_upper=is_alone or apart < 0))
        return found

    def _paint_level(self, painter: QPainter, plot: QRectF, y: float, level: Level, *, below: bool) -> None:
        painter.setPen(QPen(QColor(level.colour), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        top = y + 2 if below else y - LABEL_HEIGHT
        box = QRectF(plot.left() + 6, top, plot.width() - 12, LABEL_HEIGHT - 2)
        say(painter, box, level.words, level.colour, Qt.AlignmentFlag.AlignLeft)

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
