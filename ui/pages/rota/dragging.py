"""Dragging the selected cells to other days or other people.

A press on a cell that is selected already may become a drag; a press elsewhere selects, as in a
spreadsheet. Whoever meant to drag a shift and only selected is told how.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView

KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Dragging(QObject):
    """What a view does with its mouse events while something is dragged in it."""

    dropped = Signal(int, int)  # by so many rows and days
    clicked = Signal(QModelIndex)  # a plain click on what was selected: the view never heard of the press
    only_selected = Signal()  # a pull from a cell with something in it, that was not selected before

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._from: QPoint | None = None
        self._pulled_from = QModelIndex()
        self.is_on = False
        self.target = QRect()  # where the dragged cells would land, in the viewport

    def pressed(self, event: QMouseEvent) -> bool:
        """Whether the press may begin a drag, so that the view leaves it alone."""
        self.give_up()
        index = self._view.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & KEYS
        self._pulled_from = QModelIndex()
        if not is_plain or not index.isValid():
            return False
        if not self._view.selectionModel().isSelected(index):
            self._pulled_from = index if index.data() else QModelIndex()
            return False
        self._from = event.position().toPoint()
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def moved(self, event: QMouseEvent) -> bool:
        """Whether something is being dragged, so that the view leaves the move alone."""
        place = event.position().toPoint()
        if self._from is None:
            self._show_hand(place, event.buttons())
            return False
        far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
        if far or self.is_on:
            self.is_on = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._show_target(place)
        return True

    def released(self, event: QMouseEvent) -> bool:
        """Whether the release ended a press that was ours."""
        if self._from is None:
            self._tell_of_pull(event.position().toPoint())
            return False
        start, was_on = self._from, self.is_on
        by = self._by(start, event.position().toPoint())
        self.give_up()
        if was_on and by not in (None, (0, 0)):
            self.dropped.emit(*by)
        elif not was_on:
            index = self._view.indexAt(event.position().toPoint())
            self._view.setCurrentIndex(index)  # a plain click on a rectangle leaves only this cell
            if index.isValid():
                self.clicked.emit(index)
        return True

    def _tell_of_pull(self, place: QPoint) -> None:
        was, self._pulled_from = self._pulled_from, QModelIndex()
        index = self._view.indexAt(place)
        if was.isValid() and index.isValid() and index != was:
            self.only_selected.emit()

    def give_up(self) -> None:
        """Forget the drag."""
        was_on = self.is_on
        self._from, self.is_on, self.target = None, False, QRect()
        if was_on:
            self._view.viewport().unsetCursor()
            self._view.viewport().update()

    def _by(self, start: QPoint, place: QPoint) -> tuple[int, int] | None:
        one, other = self._view.indexAt(start), self._view.indexAt(place)
        if not one.isValid() or not other.isValid():
            return None
        return other.row() - one.row(), other.column() - one.column()

    def _show_target(self, place: QPoint) -> None:
        assert self._from is not None
        by = self._by(self._from, place)
        self.target = QRect()
        if by is not None:
            height = self._view.verticalHeader().defaultSectionSize()
            width = self._view.horizontalHeader().defaultSectionSize()
            for span in self._view.selectionModel().selection():
                box = self._view.visualRect(span.topLeft()) | self._view.visualRect(span.bottomRight())
                self.target |= box.translated(by[1] * width, by[0] * height)
        self._view.viewport().update()

    def _show_hand(self, place: QPoint, buttons: Qt.MouseButton) -> None:
        index = self._view.indexAt(place)
        is_over = index.isValid() and index == self._view.currentIndex()
        viewport = self._view.viewport()
        if is_over and not buttons and index.data():
            viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        elif viewport.cursor().shape() is Qt.CursorShape.OpenHandCursor:
            viewport.unsetCursor()
