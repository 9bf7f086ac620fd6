"""Typing a code into a cell: completed from its first letters, red while it means nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

NARROWEST = 52
MOST_HINTS = 8

STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Right)
STAYS_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code that may stand in a cell, and what to say of it."""

    code: str
    about: str


class CodeEditor(QLineEdit):
    """The line in a cell. It commits itself when what is typed can be only one code."""

    finished = Signal(str, int, int)  # text, rows and columns to go on by
    wanted_everywhere = Signal(str)  # Ctrl+Enter: into every selected cell
    accepted = Signal()  # what is typed was taken without a key that ends it
    given_up = Signal()

    def __init__(self, codes: Sequence[Code], trouble: Callable[[str], str | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._codes = tuple(codes)
        self._trouble = trouble  # why a text is no cell; None when it is one
        self._moves_by_arrows = False
        self._is_done = False
        self._is_erasing = False
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(self._edited)

    def begin(self, typed: str) -> None:
        """Start with a key that was pressed in the grid: arrows then go on to other cells."""
        self._moves_by_arrows = True
        self.setText(typed)
        self._edited(typed)

    def _edited(self, typed: str) -> None:
        self._set_wrong(None)
        wanted = typed.strip().casefold()
        near = [entry for entry in self._codes if entry.code.casefold().startswith(wanted)] if wanted else []
        exact = next((entry for entry in near if entry.code.casefold() == wanted), None)
        if exact is not None and len(near) == 1 and self._moves_by_arrows:
            self.accepted.emit()
            self._commit(exact.code, 0, 1)
            return
        grew = len(typed) > 0 and self.cursorPosition() == len(typed) and not self._is_erasing
        if near and exact is None and grew:
            self._complete(typed, near[0].code)
        self._hint(near)

    def _complete(self, typed: str, code: str) -> None:
        self.setText(typed + code[len(typed) :])
        self.setSelection(len(code), len(typed) - len(code))

    def _hint(self, near: Sequence[Code]) -> None:
        if not near:
            QToolTip.hideText()
            return
        lines = "\n".join(f"{entry.code}  {entry.about}" for entry in near[:MOST_HINTS])
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 2)), lines, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._give_up()
            return
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & MODIFIERS:
            self._commit(self.text(), 0, 0, everywhere=True)
            return
        is_sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if key in STEPS and (self._moves_by_arrows or not is_sideways):
            down, right = STEPS[key]
            is_back = is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._commit(self.text(), -down if is_back else down, right)
            return
        self._is_erasing = key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        super().keyPressEvent(event)
        self._is_erasing = False

    def event(self, event: QEvent) -> bool:
        # Tab would go to the next widget before keyPressEvent sees it.
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        if not self._is_done and event.reason() not in STAYS_OPEN:
            if self._trouble(self.text()) is None:
                self._commit(self.text(), 0, 0)
            else:
                self._give_up()

    def _commit(self, typed: str, down: int, right: int, everywhere: bool = False) -> None:
        trouble = self._trouble(typed)
        if trouble is not None:
            self._set_wrong(trouble)
            return
        self._is_done = True
        QToolTip.hideText()
        if everywhere:
            self.wanted_everywhere.emit(typed)
        else:
            self.finished.emit(typed, down, right)

    def _give_up(self) -> None:
        self._is_done = True
        QToolTip.hideText()
        self.given_up.emit()

    def _set_wrong(self, why: str | None) -> None:
        if bool(self.property("wrong")) != (why is not None):
            self.setProperty("wrong", why is not None)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(why or "")
        if why is not None:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 2)), why, self)


class CodeDelegate(QStyledItemDelegate):
    """Makes the editor; what it holds is handed on by the view."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.codes: tuple[Code, ...] = ()
        self.trouble: Callable[[str], str | None] = _no_trouble
        self.editor: CodeEditor | None = None
        self.made_for = QModelIndex()
        self._accepted_in: QModelIndex | None = None

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        self.editor = CodeEditor(self.codes, self.trouble, parent)
        self.editor.accepted.connect(self._accepted)
        self.made_for = index
        return self.editor

    def _accepted(self) -> None:
        self._accepted_in = self.made_for

    def is_late_end(self, event: QKeyEvent, current: QModelIndex) -> bool:
        """Whether a key ends what has been accepted and left already: the first Enter, Tab or arrow to the

        right that comes in the cell beside it, before any other key.
        """
        was, self._accepted_in = self._accepted_in, None
        is_plain = event.key() in ENDS and not event.modifiers() & (
            MODIFIERS | Qt.KeyboardModifier.ShiftModifier
        )
        return was is not None and is_plain and was.siblingAtColumn(was.column() + 1) == current

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        if isinstance(editor, QLineEdit) and not editor.text():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex) -> None:  # noqa: N802
        """Nothing: the editor's own signals say what is to be done."""

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        box = QRect(option.rect)
        if box.width() < NARROWEST:
            box.adjust(-((NARROWEST - box.width()) // 2), 0, (NARROWEST - box.width() + 1) // 2, 0)
        editor.setGeometry(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        return False  # Tab, Enter, Esc and losing the focus are the editor's own business


def _no_trouble(typed: str) -> str | None:
    return None
