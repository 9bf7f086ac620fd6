"""A table to read and type in: sorting, filter, lists of choices, copy, Del, a line that says why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.models.records import CHOICES_ROLE, RECORD_ROLE, SORT_ROLE, Column, RecordModel
from ui.theme import theme
from ui.widgets.boxes import ChoiceBox

ROW_HEIGHT = 30


class _Proxy(QSortFilterProxyModel):
    """Sorts by a record's value, filters on any column's text."""

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:  # noqa: N802
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        try:
            return bool(one < other)
        except TypeError:
            return str(one) < str(other)


class _Delegate(QStyledItemDelegate):
    """A list where the column offers choices, a line to type in elsewhere."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The cell, and a frame where the next key would be typed."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # noqa: N802
        choices = index.data(CHOICES_ROLE)
        if choices is None:
            return super().createEditor(parent, option, index)
        box = ChoiceBox(parent)
        box.setEditable(True)
        box.addItems([str(choice) for choice in choices])
        box.activated.connect(self._chosen)
        return box

    def _chosen(self) -> None:
        box = self.sender()
        if isinstance(box, QWidget):
            self.commitData.emit(box)
            self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or ""))
            editor.lineEdit().selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: QModelIndex) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


class RecordTable(QTableView):
    """A view of records. Rows here are rows of the records, whatever the sorting."""

    edited = Signal(int, object)  # row of the records, the record it became
    removed = Signal(list)  # rows of the records: Del was pressed on whole rows
    pasted = Signal(str)  # clipboard text: Ctrl+V
    chosen = Signal(int)  # current row of the records, -1 for none

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.records_model = RecordModel(columns, self)
        self._proxy = _Proxy(self)
        self._proxy.setSourceModel(self.records_model)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._proxy)
        self.setItemDelegate(_Delegate(self))
        self._set_look(columns)
        self.records_model.edited.connect(self.edited)
        self.records_model.refused.connect(self._say_why)
        self.selectionModel().currentRowChanged.connect(self._moved)

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
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # arrows move in the table, Tab leaves it
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Columns that stretch share the room the others leave."""
        super().resizeEvent(event)
        columns = self.records_model.columns
        stretching = [place for place, column in enumerate(columns) if column.stretches]
        if stretching:
            others = sum(self.columnWidth(place) for place in range(len(columns)) if place not in stretching)
            each = (self.viewport().width() - others) // len(stretching)
            for place in stretching:
                self.setColumnWidth(place, max(each, columns[place].least_width))

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these records."""
        self.records_model.set_records(records)

    def filter(self, words: str) -> None:
        """Only rows in which the words stand."""
        self._proxy.setFilterFixedString(words)

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

    def edit_cell(self, row: int, column: int) -> None:
        """Begin typing in a cell."""
        index = self._proxy.mapFromSource(self.records_model.index(row, column))
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text(self.selected_rows()))
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_rows():
            self.removed.emit(self.selected_rows())
        else:
            super().keyPressEvent(event)

    def as_text(self, rows: Sequence[int]) -> str:
        """Headings and rows, tab separated, for a spreadsheet."""
        columns = self.records_model.columns
        lines = ["\t".join(column.heading or column.title for column in columns)]
        lines += ["\t".join(column.shown(self.record(row)) for column in columns) for row in rows]
        return "\n".join(lines)

    def _say_why(self, row: int, column: int, why: str) -> None:
        index = self._proxy.mapFromSource(self.records_model.index(row, column))
        place = self.visualRect(index).bottomLeft()
        QToolTip.showText(self.viewport().mapToGlobal(place), why, self)

    def _moved(self, index: QModelIndex) -> None:
        source = self._proxy.mapToSource(index)
        self.chosen.emit(source.row() if source.isValid() else -1)


__all__ = ["RECORD_ROLE", "RecordTable"]
