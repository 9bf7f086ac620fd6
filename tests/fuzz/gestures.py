"""Random things to do with keys and mouse on the page in front; each says what it is about to do."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.screens import sample
from ui.app import Program
from ui.pages import PAGES

KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2),
    *(Qt.Key.Key_F8, Qt.Key.Key_D, Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_1, Qt.Key.Key_Comma),
)
WITH_CTRL = (*KEYS, *(Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_L))
MODIFIERS = (Qt.KeyboardModifier.NoModifier,) * 6 + (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
WORDS = ("D1", "n", "75", "100 %", "07:30", "31.12.2027", "Åse Ødegård", "-1", "x" * 300, "§ 10-5", "", "0")
PASTED = (
    "D1\tA1\nN1",
    "Namn\tStilling\nKari\t75\n",
    "\t\t\n\n",
    '"hal',
    "1001\tOla Nordmann\tsjukepleiar\t80 %",
)
CELLS = ("FE", "!D1", "-", "(D1) FE", "F1", "80", "100 %", "07:00-15:00", "4,5", "nei", "ja")
ROOT = QModelIndex()
LEAVING = (*[Qt.Key.Key_Return] * 4, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down)
LEFT_ALONE = frozenset({"action_quit"})  # it ends the program
SELDOM = "action_export"  # a paper takes half a second


class Gestures:
    """What a hand can do to a program's window. note: told before anything is done."""

    def __init__(self, program: Program, dice: Random, note: Callable[[str], None]) -> None:
        self.program = program
        self.dice = dice
        self._note = note

    def one(self) -> Callable[[], None]:
        """One of them, the usual ones more often."""
        ways: tuple[tuple[int, Callable[[], None]], ...] = (
            (20, self._press_key),
            (20, self._click),
            (20, self._edit_cell),
            (14, self._use_control),
            (8, self._type),
            (8, self._go_to_page),
            (6, self._drag),
            (6, self._choose_action),
            (4, self._wheel),
            (3, self._ask_menu),
            (3, self._paste),
            (3, self._undo_or_redo),
            (2, self._come_back),
            (1, self._resize),
            (1, self._change_look),
        )
        return self.dice.choices([entry for _, entry in ways], [weight for weight, _ in ways])[0]

    @property
    def _window(self) -> QWidget:
        return self.program.window

    def widgets(self, root: QWidget) -> list[QWidget]:
        found = [widget for widget in root.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
        return [widget for widget in found if widget.window() is root.window()]

    def _some_widget(self, root: QWidget | None = None) -> QWidget:
        found = self.widgets(root or self._window.current)
        return self.dice.choice(found) if found else self._window

    def some_point(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.dice.randrange(max(1, widget.width())), self.dice.randrange(max(1, widget.height()))
        )

    def _press_key(self) -> None:
        target = QApplication.focusWidget() or self._some_widget()
        if self.dice.random() < 0.1:
            target = self._some_widget()
            target.setFocus()
        modifier = self.dice.choice(MODIFIERS)
        key = self.dice.choice(WITH_CTRL if modifier is Qt.KeyboardModifier.ControlModifier else KEYS)
        self._note(f"{key.name} {modifier.name} on {name_of(target)}")
        QTest.keyClick(target, key, modifier)

    def _type(self) -> None:
        target = QApplication.focusWidget() or self._some_widget()
        words = self.dice.choice(WORDS)
        self._note(f"types {words[:20]!r} into {name_of(target)}")
        for letter in words[:40]:
            target = QApplication.focusWidget() or target
            if not is_there(target):
                break
            QTest.keyClicks(target, letter)

    def _click(self) -> None:
        target = self._some_widget()
        point, modifier = self.some_point(target), self.dice.choice(MODIFIERS)
        click = self.dice.choice([QTest.mouseClick] * 4 + [QTest.mouseDClick])
        self._note(f"{click.__name__} {modifier.name} at {point.x()},{point.y()} of {name_of(target)}")
        click(target, Qt.MouseButton.LeftButton, modifier, point)

    def _edit_cell(self) -> None:
        """Types into a cell of a table on the page, or of the rota."""
        views = [
            view
            for view in self._window.current.findChildren(QAbstractItemView)
            if view.isVisible()
            and view.isEnabled()
            and view.model() is not None
            and view.model().rowCount(ROOT)
        ]
        if not views:
            return
        largest = max(views, key=lambda view: view.width() * view.height())
        view = largest if self.dice.random() < 0.6 else self.dice.choice(views)
        model = view.model()
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(ROOT)
        row = self.dice.randrange(min(model.rowCount(ROOT), 30))
        index = model.index(row, self.dice.randrange(max(1, min(columns, 60))))
        codes = [shift.code for shift in self.program.desk.document.unit.shifts]
        words = self.dice.choice([*WORDS, *codes * 6, *CELLS])
        self._note(f"writes {words[:20]!r} into {index.row()},{index.column()} of {name_of(view)}")
        view.setCurrentIndex(index)
        view.setFocus()
        if self.dice.random() < 0.4:
            QTest.keyClick(view, Qt.Key.Key_F2)
        for letter in words[:30]:
            target = QApplication.focusWidget()
            if target is None or not is_there(target):
                break
            QTest.keyClicks(target, letter)
        target = QApplication.focusWidget()
        if target is not None and is_there(target):
            QTest.keyClick(target, self.dice.choice(LEAVING))

    def _use_control(self) -> None:
        """Presses a button, ticks a box, chooses from a list, steps a number."""
        found = [
            widget
            for widget in self.widgets(self._window.current) + self._header_buttons()
            if isinstance(widget, QAbstractButton | QComboBox | QAbstractSpinBox)
        ]
        if not found:
            return
        target = self.dice.choice(found)
        self._note(f"uses {name_of(target)}")
        if isinstance(target, QComboBox) and target.count():
            target.setFocus()
            for _ in range(self.dice.randrange(1, 4)):
                QTest.keyClick(target, self.dice.choice([Qt.Key.Key_Down, Qt.Key.Key_Up]))
        elif isinstance(target, QAbstractSpinBox):
            target.setFocus()
            QTest.keyClick(target, self.dice.choice([Qt.Key.Key_Up, Qt.Key.Key_Down]))
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton)

    def _header_buttons(self) -> list[QWidget]:
        return [widget for widget in self._window.current.header_widgets() if widget.isVisible()]

    def _come_back(self) -> None:
        """A unit with people in it again, where a new or broken one has taken its place."""
        if len(self.program.desk.document.unit.employees) < 3:
            self._note("opens a sample")
            self.program.desk.files.start_new(sample("liten"))

    def _drag(self) -> None:
        target = self._some_widget()
        self._note(f"drags in {name_of(target)}")
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=self.some_point(target))
        for _ in range(3):
            if is_there(target):
                QTest.mouseMove(target, self.some_point(target))
        if is_there(target):
            QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=self.some_point(target))

    def _wheel(self) -> None:
        target = self._some_widget()
        point, turn = self.some_point(target), QPoint(0, self.dice.choice([-240, -120, 120, 240]))
        self._note(f"turns the wheel over {name_of(target)}")
        event = QWheelEvent(
            *(QPointF(point), QPointF(target.mapToGlobal(point)), QPoint(), turn),
            *(Qt.MouseButton.NoButton, self.dice.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(target, event)

    def _ask_menu(self) -> None:
        areas = [widget for widget in self.widgets(self._window) if isinstance(widget, QAbstractScrollArea)]
        target = self.dice.choice(areas).viewport() if areas else self._some_widget()
        point = self.some_point(target)
        self._note(f"asks for a menu at {point.x()},{point.y()} of {name_of(target)}")
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(target, QContextMenuEvent(reason, point, target.mapToGlobal(point)))

    def _go_to_page(self) -> None:
        key = self.dice.choice(PAGES).key
        self._note(f"goes to {key}")
        QTest.mouseClick(self._window.findChild(QWidget, f"nav_{key}"), Qt.MouseButton.LeftButton)

    def _choose_action(self) -> None:
        actions = [
            action
            for action in self._window.findChildren(QAction)
            if action.objectName().startswith("action_") and action.isEnabled()
        ]
        usual = [action for action in actions if action.objectName() not in LEFT_ALONE]
        if self.dice.random() > 0.1:
            usual = [action for action in usual if not action.objectName().startswith(SELDOM)]
        chosen = self.dice.choice(usual)
        self._note(chosen.objectName())
        chosen.trigger()

    def _paste(self) -> None:
        words = self.dice.choice(PASTED)
        QGuiApplication.clipboard().setText(words)
        target = QApplication.focusWidget() or self._some_widget()
        self._note(f"pastes {words[:12]!r} into {name_of(target)}")
        QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _undo_or_redo(self) -> None:
        self._note("undo and redo")
        stack = self.program.desk.document.undo_stack
        for _ in range(self.dice.randrange(1, 9)):
            self.dice.choice([stack.undo, stack.undo, stack.redo])()

    def _resize(self) -> None:
        size = self.dice.choice([(1024, 640), (1366, 768), (2560, 1440), (1100, 1000)])
        self._note(f"resizes to {size}")
        self._window.resize(*size)

    def _change_look(self) -> None:
        self._note("the window is made anew")
        self.program.desk.look_changed.emit()


def is_there(widget: QWidget) -> bool:
    """Whether a widget has outlived what was done to it."""
    return isValid(widget) and widget.isVisible()


def name_of(widget: QWidget) -> str:
    """A widget as its parents would call it."""
    names, current = [], widget
    while current is not None and len(names) < 3:
        names.append(current.objectName() or type(current).__name__)
        current = current.parentWidget()
    return " < ".join(names)
