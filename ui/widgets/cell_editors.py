"""Typing in the cells of a table: editors as wide as their words, Enter goes down, lists that open."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui.models.records import CHOICES_ROLE, DATE_ROLE
from ui.theme import theme
from ui.widgets.basic import tip
from ui.widgets.boxes import ChoiceBox
from ui.widgets.cell_words import is_cut, paint_in_two_lines
from ui.widgets.date_box import DateBox

# Around the words: padding, frame and the cursor's place, and a list's arrow.
LINE_ROOM, LIST_ROOM = 22, 62
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListEditor(ChoiceBox):
    """A list one may also type in; the arrows on the keyboard open it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.showPopup()
        else:
            super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """A list where the column offers choices, a calendar for dates, a line to type in elsewhere."""

    entered = Signal(str)  # Enter ended the editing; what was typed, after it was handed to the model
    picked = Signal()  # something was chosen from a list or a calendar, and handed to the model

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: QWidget | None = None  # the one at work; None from when it is being closed
        self._place = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The cell, and a frame where the next key would be typed."""
        whole = self._initialised(option, index)
        if not paint_in_two_lines(painter, whole, index):
            super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def _initialised(self, option: QStyleOptionViewItem, index: QModelIndex) -> QStyleOptionViewItem:
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        return made

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """Words that are cut stand whole under the mouse, where the cell has nothing else to tell."""
        is_asked = event.type() is QEvent.Type.ToolTip and index.isValid()
        if is_asked and not index.data(Qt.ItemDataRole.ToolTipRole):
            whole = self._initialised(option, index)
            if is_cut(whole):
                QToolTip.showText(event.globalPos(), tip(whole.text), view, option.rect)
                return True
        return super().helpEvent(event, view, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # noqa: N802
        choices = index.data(CHOICES_ROLE)
        self._place = QPersistentModelIndex(index)
        if index.data(DATE_ROLE):
            self.editor = DateBox(None, parent)
            self.editor.picked.connect(self._chosen)
            return self.editor
        if choices is None:
            self.editor = super().createEditor(parent, option, index)
            return self.editor
        box = ListEditor(parent)
        box.setEditable(True)
        box.addItems([str(choice) for choice in choices])
        box.activated.connect(self._chosen)
        self.editor = box
        return box

    def destroyEditor(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802
        """As wide as its words need, beyond the cell if it must, but not beyond the table."""
        area = QRect(option.rect)
        measure = editor.fontMetrics()
        words, room = [str(index.data() or "")], LINE_ROOM
        if isinstance(editor, QComboBox):
            words += [editor.itemText(place) for place in range(editor.count())]
            room = LIST_ROOM
        wanted = max((measure.horizontalAdvance(word) for word in words), default=0) + room
        parent = editor.parentWidget()
        width = max(area.width(), min(wanted, parent.width()))
        left = max(0, min(area.left(), parent.width() - width))
        editor.setGeometry(left, area.top(), width, area.height())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ENTER:
            typed = typed_in(editor)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            self.entered.emit(typed)
            return True
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            shown = str(index.data() or "")
            editor.setCurrentIndex(editor.findText(shown))  # else Qt takes opening the list for a choice
            editor.setEditText(shown)
            editor.lineEdit().selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: QModelIndex) -> None:  # noqa: N802
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    def _chosen(self) -> None:
        box = self.sender()
        # A list that loses the keyboard as it is closed, or with its rows, says so as if one had chosen.
        if isinstance(box, QWidget) and box is self.editor and self._place.isValid():
            self.commitData.emit(box)
            self.closeEditor.emit(box)
            self.picked.emit()


def typed_in(editor: object) -> str:
    """What an editor holds."""
    if isinstance(editor, QComboBox):
        return str(editor.currentText())
    return str(editor.text()) if isinstance(editor, QLineEdit) else ""


def put_in(editor: object, typed: str) -> None:
    """Let an editor hold what was typed before, to go on with."""
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    if isinstance(line, QLineEdit):
        line.setText(typed)
        line.selectAll()
