"""The sign of a wish that is not met."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.theme import theme

FAR, WAIST, POINTS = 3.7, 0.5, 5  # pixels; the corners between the points as a share of it
LOW = math.cos(math.pi / POINTS)  # how far the lowest points reach below the middle, as a share of it


def draw_star(painter: QPainter, width: int, height: int) -> None:
    """Hollow, in the lower right corner: light with a dark edge, to be seen on any chip.

    So low and small that it ends below the letters, which stand where they do without it.
    """
    shown, far = theme(), min(FAR, width / 2.5)
    middle = QPointF(width - far - 0.5, height - far * LOW - 0.5)
    painter.setPen(QPen(QColor(shown.text), 1))
    painter.setBrush(QColor(shown.card))
    painter.drawPolygon(QPolygonF([_corner(middle, far, turn) for turn in range(2 * POINTS)]))


def _corner(middle: QPointF, far: float, turn: int) -> QPointF:
    """A corner of the star; every other one lies nearer the middle."""
    angle, away = math.pi * turn / POINTS, far * WAIST if turn % 2 else far
    return middle + QPointF(away * math.sin(angle), -away * math.cos(angle))
