"""A table to read and type in: sorting, filter, lists of choices, copy, Del, a line that says why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.models.records import RECORD_ROLE, SORT_ROLE, Column, RecordModel
from ui.widgets.cell_editors import ENTER, CellDelegate, put_in

ROW_HEIGHT = 30
READING_MILLISECONDS = 12_000
SOON_MILLISECONDS = 40
_HINTS = QAbstractItemDelegate.EndEditHint
_MOVES = {
    _HINTS.EditNextItem: QAbstractItemView.CursorAction.MoveNext,
    _HINTS.EditPreviousItem: QAbstractItemView.CursorAction.MovePrevious,
}


class _Proxy(QSortFilterProxyModel):
    """Sorts by a record's value, filters on any column's text; may be narrowed to some records."""

    only: frozenset[str] | None = None
    key_of: Callable[[Any], str] = str

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # noqa: N802
        if self.only is not None:
            record = self.sourceModel().index(row, 0, parent).data(RECORD_ROLE)
            if self.key_of(record) not in self.only:
                return False
        return bool(super().filterAcceptsRow(row, parent))

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # noqa: N802
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        try:
            return bool(one < other)
        except TypeError:
            return str(one) < str(other)


class RecordTable(QTableView):
    """A view of records. Rows here are rows of the records, whatever the sorting."""

    edited = Signal(int, object)  # row of the records, the record it became
    removed = Signal(list)  # rows of the records: Del was pressed on whole rows
    pasted = Signal(str)  # clipboard text: Ctrl+V
    chosen = Signal(int)  # current row of the records, -1 for none
    refused = Signal(str)  # why what was typed will not do
    selected = Signal(list)  # rows of the records: others are selected now

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.records_model = RecordModel(columns, self)
        self._proxy = _Proxy(self)
        self._proxy.setSourceModel(self.records_model)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._proxy)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self._cells.entered.connect(self._entered)
        self._cells.picked.connect(self._stay_in_chain)
        self._telling = _soon(self, self._tell_refused)
        self._opening = _soon(self, self._open_list)
        self._refused: tuple[int, int, str] | None = None  # row and column of the records, why
        self._typed: str | None = None  # what was refused when Enter ended the editing
        self._chain = QPersistentModelIndex()  # while this cell is the current one, Tab goes to the next
        self._set_look(columns)
        self.records_model.edited.connect(self.edited)
        self.records_model.refused.connect(self._say_why)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._selected)

    def _set_look(self, columns: Sequence[Column]) -> None:
        self.setSortingEnabled(True)
        self._proxy.sort(-1)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(columns):
            self.setColumnWidth(place, column.width)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)  # a line too long is cut within a word, not before it
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # arrows move in the table, Tab leaves it, but not amid typing
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        current = self.currentIndex()
        row = self.visualRect(current)
        was_seen = 0 <= row.top() < event.oldSize().height()
        super().resizeEvent(event)
        self._stretch()
        if was_seen and row.bottom() >= self.viewport().height():  # words beside the table took of its height
            self.scrollTo(current)

    def show_column(self, place: int, *, is_shown: bool) -> None:
        """A column to be seen or not; those that stretch take the room it leaves."""
        self.setColumnHidden(place, not is_shown)
        self._stretch()

    def _stretch(self) -> None:
        """Columns that stretch share the room the others leave; what needs more than its share goes first."""
        columns = self.records_model.columns
        stretching = [place for place, column in enumerate(columns) if column.stretches]
        others = sum(self.columnWidth(place) for place in range(len(columns)) if place not in stretching)
        room = self.viewport().width() - others
        stretching.sort(key=lambda place: columns[place].least_width)
        while stretching:
            width = max(room // len(stretching), columns[stretching[-1]].least_width)
            self.setColumnWidth(stretching.pop(), width)
            room -= width

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these records."""
        self.records_model.set_records(records)

    def height_of(self, rows: int) -> int:
        """The height at which so many rows are seen whole."""
        return self.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 2 * self.frameWidth() + 2

    def filter(self, words: str) -> None:
        """Only rows in which the words stand."""
        self._proxy.setFilterFixedString(words)

    def narrow(self, only: frozenset[str] | None, key_of: Callable[[Any], str]) -> None:
        """Only records with one of these keys, whatever else is filtered; None: all of them."""
        self._proxy.only, self._proxy.key_of = only, key_of
        self._proxy.invalidate()

    def record(self, row: int) -> Any:
        """The record of a row of the records."""
        return self.records_model.records[row]

    def current_row(self) -> int:
        """The current row of the records; -1 for none."""
        index = self._proxy.mapToSource(self.currentIndex())
        return index.row() if index.isValid() else -1

    def selected_rows(self) -> list[int]:
        """Selected rows of the records, in order."""
        indexes = self.selectionModel().selectedRows()
        return sorted(self._proxy.mapToSource(index).row() for index in indexes)

    def show_row(self, row: int) -> None:
        """Make a row of the records the current one."""
        index = self._proxy.mapFromSource(self.records_model.index(row, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def select_also(self, row: int) -> None:
        """Select a row of the records besides those that are."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._proxy.mapFromSource(self.records_model.index(row, 0))
        self.selectionModel().select(index, flags.Select | flags.Rows)

    def edit_cell(self, row: int, column: int) -> None:
        """Begin typing in a cell."""
        index = self._proxy.mapFromSource(self.records_model.index(row, column))
        self.executeDelayedItemsLayout()  # a row that was just made has no place before that
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text(self.selected_rows()))
        elif event.key() in ENTER and not event.modifiers():
            self._go_down()
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_rows():
            self.removed.emit(self.selected_rows())
        else:
            if event.key() == Qt.Key.Key_Escape:
                self._chain = QPersistentModelIndex()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802
        """Amid typing Tab goes from cell to cell, also after Enter, a choice or a tick it came to."""
        index, self._chain = self._chain, QPersistentModelIndex()
        if not index.isValid() or QModelIndex(index) != self.currentIndex():
            return super().focusNextPrevChild(next)
        self._go_beside(_MOVES[_HINTS.EditNextItem if next else _HINTS.EditPreviousItem])
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        reason = Qt.FocusReason
        if event.reason() not in (reason.ActiveWindowFocusReason, reason.PopupFocusReason):
            self._chain = QPersistentModelIndex()
        super().focusOutEvent(event)

    def as_text(self, rows: Sequence[int]) -> str:
        """Headings and rows, tab separated, for a spreadsheet."""
        columns = self.records_model.columns
        lines = ["\t".join(column.heading or column.title for column in columns)]
        lines += ["\t".join(column.shown(self.record(row)) for column in columns) for row in rows]
        return "\n".join(lines)

    def edit(self, index: QModelIndex, *more: Any) -> Any:
        """A double click on a cell with choices shows them."""
        begun = super().edit(index, *more)
        if more and more[0] is QAbstractItemView.EditTrigger.DoubleClicked and begun:
            self._opening.start()
        return begun

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """From here on what the editor says counts no more."""
        self._cells.editor = None
        move = _MOVES.get(hint)
        super().closeEditor(editor, _HINTS.NoHint if move else hint)
        if move:
            self._go_beside(move)

    def _go_beside(self, move: QAbstractItemView.CursorAction) -> None:
        """To the next cell, or the one before, where something can be typed or ticked."""
        columns = self.records_model.columns
        for _ in range(len(columns)):
            index = self.moveCursor(move, Qt.KeyboardModifier.NoModifier)
            self.setCurrentIndex(index)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
                return
            if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                self._stay_in_chain()
                return

    def _stay_in_chain(self) -> None:
        self._chain = QPersistentModelIndex(self.currentIndex())

    def _open_list(self) -> None:
        """A list that opens while the button is held is closed again by letting go of it."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._opening.start(SOON_MILLISECONDS)
        elif isinstance(self._cells.editor, QComboBox):
            self._cells.editor.showPopup()

    def _entered(self, typed: str) -> None:
        """As in a spreadsheet Enter goes down; what was refused stays to be put right."""
        if self._refused is None:
            self._go_down()
            self._stay_in_chain()
        else:
            self._typed = typed

    def _go_down(self) -> None:
        index = self.currentIndex()
        below = index.siblingAtRow(index.row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)

    def _say_why(self, row: int, column: int, why: str) -> None:
        """Once the editor is gone: the keyboard's moving back to the table would take the words away."""
        self._refused = (row, column, why)
        self.refused.emit(why)
        self._telling.start()

    def _tell_refused(self) -> None:
        if self._refused is None or not self.isVisible():
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._telling.start(SOON_MILLISECONDS)  # letting go of a button takes the words away
            return
        (row, column, why), typed = self._refused, self._typed
        self._refused = self._typed = None
        index = self._proxy.mapFromSource(self.records_model.index(row, column))
        if not index.isValid():
            return
        if typed is not None:
            self.setCurrentIndex(index)
            self.edit(index)
            put_in(self._cells.editor, typed)
        place = self.visualRect(index).bottomLeft()
        QToolTip.showText(self.viewport().mapToGlobal(place), why, self, QRect(), READING_MILLISECONDS)

    def _selected(self) -> None:
        self.selected.emit(self.selected_rows())

    def _moved(self, index: QModelIndex) -> None:
        source = self._proxy.mapToSource(index)
        self.chosen.emit(source.row() if source.isValid() else -1)


def _soon(owner: QTableView, slot: Callable[[], None]) -> QTimer:
    """Something for after the event in hand; it goes with its table."""
    timer = QTimer(owner, interval=0, singleShot=True)
    timer.timeout.connect(slot)
    return timer


__all__ = ["RECORD_ROLE", "RecordTable"]
