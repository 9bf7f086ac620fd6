"""The row of somebody who comes or leaves within the rota: grey days, "sluttar 31.01" on those after."""

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
Employed = Mapping[int, tuple[int, int]]  # by row: first and last day of the employment, in days of the rota


def leaving_marks(calendar: Calendar, numbers: Iterable[str]) -> Marks:
    """The rows of those who leave."""
    people, found = calendar.unit.employee_by_number(), {}
    for row, number in enumerate(numbers):
        ends = dates_inside(calendar, people[number])[1] if number in people else None
        if ends is not None:
            found[row] = (calendar.day_of(ends) + 1, tr("ui.rota.leaves_on", date=f"{ends:%d.%m}"))
    return found


def employed_days(calendar: Calendar, numbers: Iterable[str]) -> Employed:
    """The rows of those who are not employed through the whole rota."""
    people, found, last = calendar.unit.employee_by_number(), {}, calendar.day_count - 1
    for row, number in enumerate(numbers):
        if number in people:
            begins, ends = people[number].employed_from, people[number].employed_to
            start = 0 if begins is None else max(0, calendar.day_of(begins))
            end = last if ends is None else min(last, calendar.day_of(ends))
            if (start, end) != (0, last):
                found[row] = (start, end)
    return found


def away_words(employed: Employed, row: int, day: int) -> str:
    """Why a day is grey; "" where it is not."""
    first, last = employed.get(row, (day, day))
    if day < first:
        return tr("ui.rota.not_yet")
    return tr("ui.rota.has_left") if day > last else ""


def paint_away(painter: QPainter, view: PaintedTable, sight: Sight, employed: Employed) -> None:
    """Grey ground on the days somebody is not employed, as on paper."""
    grey, width = QColor(theme().strong_line), view.columnWidth(0)
    for row, top in zip(sight.rows, sight.tops, strict=True):
        if row in employed:
            first, last = employed[row]
            for day, left in zip(sight.columns, sight.lefts, strict=True):
                if not first <= day <= last:
                    painter.fillRect(left, top, width, view.row_height, grey)


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
            painter.setPen(QColor(theme().text))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
