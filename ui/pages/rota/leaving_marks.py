"""In the row of somebody who leaves within the rota: "sluttar 31.01" on the days after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from heiltid.advice.short_words import dates_inside
from heiltid.calendar import Calendar
from ui.pages.rota.painted_table import PaintedTable, Sight
from ui.texts import tr
from ui.theme import theme

SIDE = 4
Marks = Mapping[int, tuple[int, str]]  # by row: the first day after, and the words


def leaving_marks(calendar: Calendar, numbers: Iterable[str]) -> Marks:
    """The rows of those who leave."""
    people, found = calendar.unit.employee_by_number(), {}
    for row, number in enumerate(numbers):
        ends = dates_inside(calendar, people[number])[1] if number in people else None
        if ends is not None:
            found[row] = (calendar.day_of(ends) + 1, tr("ui.rota.leaves_on", date=f"{ends:%d.%m}"))
    return found


def paint_leaving(painter: QPainter, view: PaintedTable, sight: Sight, marks: Marks) -> None:
    """The words on the first days after; the cells with something in them are drawn over them."""
    painter.setFont(view.small_font())
    for row, top in zip(sight.rows, sight.tops, strict=True):
        if row in marks:
            first, words = marks[row]
            left = view.columnViewportPosition(first) + SIDE
            right = view.columnViewportPosition(view.model().columnCount() - 1) + view.columnWidth(0)
            box = QRect(left, top, right - left - SIDE, view.row_height - 1)
            shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.setPen(QColor(theme().muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
