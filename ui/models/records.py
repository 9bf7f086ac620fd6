"""A table of frozen records: one row each, columns that read and write one field.

A column's `parse` gives the record with the field changed, or raises ValueError with the sentence to
show. The model never changes the document: it says what was edited, and is told the new records.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ui.theme import theme
from ui.widgets.basic import tip

Index = QModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 2
RECORD_ROLE = Qt.ItemDataRole.UserRole + 3
DATE_ROLE = Qt.ItemDataRole.UserRole + 4
NOTE_ROLE = Qt.ItemDataRole.UserRole + 5
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field of a record."""

    key: str
    title: str
    shown: Callable[[Any], str]
    parse: Callable[[Any, str], Any] | None = None  # (record, typed) -> record; None: read only
    choices: Callable[[], Sequence[str]] | None = None  # what a list offers; typing stays possible
    checked: Callable[[Any], bool] | None = None  # a tick instead of text; parse gets "yes"/"no"
    sorted_by: Callable[[Any], Any] | None = None
    look: Callable[[Any], str] | None = None  # "", better, worse, warning, muted
    note: Callable[[Any], str] | None = None  # shown behind or for the text; never typed, copied or read
    tooltip: str = ""
    hover: Callable[[Any], str] | None = None  # what a cell tells under the mouse
    heading: str = ""  # on the clipboard, where the title is cut short
    is_number: bool = False
    is_date: bool = False  # the editor has a calendar
    width: int = 90
    stretches: bool = False  # takes the room that is left
    least_width: int = 60  # of a column that stretches, before the table scrolls sideways


class RecordModel(QAbstractTableModel):
    """Records by row, columns as given."""

    edited = Signal(int, object)  # row, the record it became
    refused = Signal(int, int, str)  # row, column, why

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.records: tuple[Any, ...] = ()

    def set_records(self, records: Sequence[Any]) -> None:
        """Show these. As many as before: only what differs is painted anew, the selection stays."""
        new = tuple(records)
        if len(new) != len(self.records):
            self.beginResetModel()
            self.records = new
            self.endResetModel()
            return
        old, self.records = self.records, new
        for place, (was, now) in enumerate(zip(old, new, strict=True)):
            if was is not now and was != now:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.columns[index.column()] if index.isValid() else None
        if column is None or column.parse is None:
            return base
        if column.checked is not None:
            return base | Qt.ItemFlag.ItemIsUserCheckable
        return base | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(column.tooltip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if not index.isValid() or index.row() >= len(self.records):
            return None
        record, column = self.records[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return None if column.checked is not None else column.shown(record)
        if role == Qt.ItemDataRole.DisplayRole:
            return None if column.checked is not None else _with_note(record, column)
        if role == Qt.ItemDataRole.CheckStateRole and column.checked is not None:
            return Qt.CheckState.Checked if column.checked(record) else Qt.CheckState.Unchecked
        return self._more(record, column, role)

    def _more(self, record: Any, column: Column, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{' '.join(column.title.split())}: {_with_note(record, column)}"
        if role == Qt.ItemDataRole.ToolTipRole and column.note is not None and column.note(record):
            return _with_note(record, column)
        if role == Qt.ItemDataRole.ForegroundRole and column.look is not None:
            look = column.look(record)
            return _colour(look) if look else None
        if role == SORT_ROLE:
            return (column.sorted_by or column.shown)(record)
        if role == CHOICES_ROLE:
            return tuple(column.choices()) if column.choices is not None else None
        if role == Qt.ItemDataRole.ToolTipRole and column.hover is not None:
            return tip(column.hover(record)) or None
        if role == DATE_ROLE:
            return column.is_date
        if role == NOTE_ROLE:
            return None if column.note is None else column.note(record) or None
        return record if role == RECORD_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid():
            return False
        record, column = self.records[index.row()], self.columns[index.column()]
        if column.parse is None:
            return False
        typed = str(value)
        if role == Qt.ItemDataRole.CheckStateRole:
            typed = "yes" if Qt.CheckState(value) is Qt.CheckState.Checked else "no"
        return self.write(index.row(), index.column(), typed, record)

    def write(self, row: int, column: int, typed: str, record: Any) -> bool:
        """Parse what was typed into a cell; says the new record, or why it will not do."""
        parse = self.columns[column].parse
        assert parse is not None
        try:
            changed = parse(record, typed.strip())
        except ValueError as error:
            self.refused.emit(row, column, str(error))
            return False
        if changed != record:
            self.edited.emit(row, changed)
        return True


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _colour(look: str) -> Any:
    from PySide6.QtGui import QColor

    return QColor(getattr(theme(), look))


def _with_note(record: Any, column: Column) -> str:
    note = "" if column.note is None else column.note(record)
    return " · ".join(filter(None, (column.shown(record), note)))
