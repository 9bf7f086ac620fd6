"""The grid of codes: paints the cells, moves in them, begins typing, and is dragged in."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QLine,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from heiltid.calendar import Calendar
from heiltid.model import SATURDAY
from heiltid.rules.wording import runs
from ui.pages.rota.chips import Chips
from ui.pages.rota.code_editor import MODIFIERS, CodeDelegate, CodeEditor
from ui.pages.rota.dragging import Dragging
from ui.pages.rota.grid_model import GridModel
from ui.pages.rota.leaving_marks import paint_away, paint_leaving
from ui.pages.rota.painted_table import PaintedTable, Sight
from ui.theme import theme

ROW_HEIGHT = 23


class GridView(PaintedTable):
    """Lines by days. Selection in rectangles; typing, dragging and menus are told by signals."""

    written = Signal(int, int, str)  # row, day, text
    written_everywhere = Signal(str)  # into every selected cell
    dropped = Signal(int, int)  # the selection was dragged by so many rows and days
    asked = Signal(QPoint)  # a menu for the current cell, at this place of the screen
    moved = Signal(int, int)  # the current cell
    held = Signal()  # somebody wanted to write into a locked cell

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.grid = model
        self.chips = Chips()
        self.codes = CodeDelegate(self)
        self.goes_on = False  # the marker moves by itself, from what was typed to the next cell
        self._calendar: Calendar | None = None
        self.dragging = Dragging(self)
        self.setModel(model)
        self.setItemDelegate(self.codes)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setObjectName("rota_grid")
        self.dragging.dropped.connect(self.dropped)
        self.dragging.clicked.connect(self.clicked)
        model.modelAboutToBeReset.connect(self._close_editor)

    def set_calendar(self, calendar: Calendar) -> None:
        """The days it shows."""
        self._calendar = calendar

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(current.row(), current.column())

    def go(self, row: int, day: int) -> None:
        """Make a cell the current one, alone selected, and bring it into sight."""
        rows, days = self.grid.rowCount(), self.grid.columnCount()
        if rows and days:
            index = self.grid.index(min(max(row, 0), rows - 1), min(max(day, 0), days - 1))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_cells(self, row: int, days: tuple[int, ...]) -> None:
        """Select these days of a line; the first is the current one."""
        if not 0 <= row < self.grid.rowCount():
            return
        inside = [day for day in days if 0 <= day < self.grid.columnCount()]
        if inside:
            self.go(row, inside[0])
            selection = QItemSelection()
            for first, last in runs(sorted(inside)):
                selection.select(self.grid.index(row, first), self.grid.index(row, last))
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_box(self, rows: range, days: range) -> None:
        """Select a rectangle; its upper left corner is the current cell."""
        last_row = min(rows.stop, self.grid.rowCount()) - 1
        last_day = min(days.stop, self.grid.columnCount()) - 1
        first = self.grid.index(rows.start, days.start)
        self.setCurrentIndex(first)
        selection = QItemSelection(first, self.grid.index(last_row, last_day))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selected_box(self) -> tuple[range, range]:
        """Rows and days of the rectangle around what is selected; the current cell where nothing is."""
        spans = list(self.selectionModel().selection())
        current = self.currentIndex()
        if not spans:
            if not current.isValid():
                return range(0), range(0)
            return range(current.row(), current.row() + 1), range(current.column(), current.column() + 1)
        return (
            range(min(span.top() for span in spans), max(span.bottom() for span in spans) + 1),
            range(min(span.left() for span in spans), max(span.right() for span in spans) + 1),
        )

    def selected_cells(self) -> list[tuple[int, int]]:
        """Every selected (row, day), in order."""
        found = {
            (row, day)
            for span in self.selectionModel().selection()
            for row in range(span.top(), span.bottom() + 1)
            for day in range(span.left(), span.right() + 1)
        }
        current = self.currentIndex()
        if not found and current.isValid():
            found = {(current.row(), current.column())}
        return sorted(found)

    # Typing

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        current, key = self.currentIndex(), event.key()
        if self.dragging.is_on and key == Qt.Key.Key_Escape:
            self.dragging.give_up()
        elif self.codes.is_late_end(event, current):
            return  # it would lead to another cell than the one she means
        elif not current.isValid():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F2:
            self.open_editor(current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.go(current.row() + (-1 if back else 1), current.column())
        elif key == Qt.Key.Key_Menu:
            self.asked.emit(self.viewport().mapToGlobal(self.visualRect(current).bottomLeft()))
        elif _begins_text(event):
            self.type(event.text())
        else:
            super().keyPressEvent(event)

    def type(self, typed: str) -> None:
        """Begin typing in the current cell."""
        editor = self.open_editor(self.currentIndex())
        if editor is not None:
            editor.begin(typed)

    def open_editor(self, index: QModelIndex) -> CodeEditor | None:
        """The editor in a cell; a locked cell has none and says so."""
        self._close_editor()
        if not index.isValid():
            return None
        if self.grid.cell(index.row(), index.column()).locked:
            self.held.emit()
            return None
        self.scrollTo(index)
        self.edit(index)
        editor = self.codes.editor
        if editor is not None:
            editor.finished.connect(self._finished)
            editor.wanted_everywhere.connect(self._wanted_everywhere)
            editor.given_up.connect(self._close_editor)
        return editor

    def _finished(self, typed: str, down: int, right: int) -> None:
        row, day = self.codes.made_for.row(), self.codes.made_for.column()
        self._close_editor()
        self.written.emit(row, day, typed)
        if down or right:
            self.goes_on = True
            self.go(row + down, day + right)
            self.goes_on = False

    def _wanted_everywhere(self, typed: str) -> None:
        self._close_editor()
        self.written_everywhere.emit(typed)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        # Qt calls this too, such as when the current cell becomes another: the editor is gone either way.
        self.codes.editor = None
        super().closeEditor(editor, hint)

    def _close_editor(self) -> None:
        editor = self.codes.editor
        if editor is not None:
            had_focus = editor.hasFocus()
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            if had_focus:
                self.setFocus()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        self.open_editor(index)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.dragging.pressed(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.dragging.moved(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self.dragging.released(event):
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            self.go(index.row(), index.column())
        self.asked.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self.viewport().unsetCursor()
        super().leaveEvent(event)

    # Painting

    def paint_cells(self, painter: QPainter, sight: Sight) -> None:
        width, height = self.horizontalHeader().defaultSectionSize(), self.row_height
        self._paint_ground(painter, sight, width, height)
        paint_leaving(painter, self, sight, self.grid.leaving)
        self.chips.fit(width, height, self.devicePixelRatioF())
        looks, pixmap, draw = self.grid.looks, self.chips.pixmap, painter.drawPixmap
        first, last = sight.columns.start, sight.columns.stop
        for row, top in zip(sight.rows, sight.tops, strict=True):
            left = sight.lefts[0]
            for look in looks[row][first:last]:
                if look is not None:
                    draw(left, top, pixmap(look))
                left += width
        self._paint_current(painter)

    def _paint_ground(self, painter: QPainter, sight: Sight, width: int, height: int) -> None:
        """Weekends, red days, what is selected, and the lines between."""
        shown, top = theme(), sight.tops[0]
        bottom, right = sight.tops[-1] + height, sight.lefts[-1] + width
        weekend = QColor(shown.weekend)
        lines, strong = [], []
        for day, left in zip(sight.columns, sight.lefts, strict=True):
            if self._is_shaded(day):
                painter.fillRect(left, top, width, bottom - top, weekend)
            if (day + 1) % 7 == 0:
                strong.append(QLine(left + width - 1, top, left + width - 1, bottom))
            elif width >= 9:
                lines.append(QLine(left + width - 1, top, left + width - 1, bottom))
        paint_away(painter, self, sight, self.grid.employed)
        for span in self.selectionModel().selection():
            box = self.visualRect(span.topLeft()) | self.visualRect(span.bottomRight())
            painter.fillRect(box, QColor(shown.selection))
        lines += [QLine(sight.lefts[0], y + height - 1, right, y + height - 1) for y in sight.tops]
        painter.setPen(QColor(shown.line))
        painter.drawLines(lines)
        if strong:
            painter.setPen(QColor(shown.strong_line))
            painter.drawLines(strong)

    def _is_shaded(self, day: int) -> bool:
        return day % 7 >= SATURDAY or (self._calendar is not None and self._calendar.is_red(day))

    def _paint_current(self, painter: QPainter) -> None:
        current, shown = self.currentIndex(), theme()
        if current.isValid():
            box = self.visualRect(current)
            is_here = self.hasFocus() or self.codes.editor is not None
            painter.setPen(QPen(QColor(shown.accent if is_here else shown.muted), 2 if is_here else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(box.left() + 1, box.top() + 1, box.width() - 2, box.height() - 2))
            if self.grid.cell(current.row(), current.column()).locked:
                self.chips.paint_lock(painter, box.topLeft())  # the frame would hide it
        target = self.dragging.target
        if not target.isNull():
            painter.setPen(QPen(QColor(shown.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(target.adjusted(1, 1, -2, -2))


def _begins_text(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & MODIFIERS
