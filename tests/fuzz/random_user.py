"""A user who presses keys and clicks at random on the real window, and notes whatever goes wrong.

Questions, messages, menus and dialogs are met as they come: a timer looks for one, plays with it a
little and ends it. Dialogs of the system for files give a path of the user's own instead.
"""

from __future__ import annotations

import sys
import traceback
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random
from types import TracebackType
from unittest.mock import patch

from PySide6.QtCore import (
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)

from heiltid.model import UnitFile
from tests.fuzz.gestures import KEYS, LEFT_ALONE, Gestures, is_there, name_of
from tests.ui.screens import SAMPLES, settle
from ui.app import Program
from ui.dialogs.help import HelpDialog
from ui.document import Change

NOT_OFFSCREEN = "This plugin does not support"  # what a screen that is none cannot do
MEETINGS = 3  # keys and clicks a dialog gets before it is ended


class RandomUser(QObject):
    """Acts on one program. `faults` holds a text for each fault, `done` how often each action was done."""

    def __init__(self, program: Program, folder: Path, seed: int) -> None:
        super().__init__()
        self.program = program
        self.dice = Random(seed)
        self.faults: list[str] = []
        self.done: Counter[str] = Counter()
        self.trail: list[str] = []
        self._folder = folder
        self._gestures = Gestures(program, self.dice, self._note)
        self._met: Counter[int] = Counter()
        self._is_here = False
        program.desk.document.replaced.connect(self._replaced)
        program.desk.document.changed.connect(self._changed)
        self.start: UnitFile = program.desk.document.file
        self._old_hook = sys.excepthook
        self._old_handler: object = None
        self._stand_ins = ExitStack()

    def __enter__(self) -> RandomUser:
        sys.excepthook = self._raised
        self._old_handler = qInstallMessageHandler(self._said)
        for name, answer in (
            ("getOpenFileName", self._file_to_open),
            ("getOpenFileNames", self._files_to_open),
            ("getSaveFileName", self._file_to_write),
            ("getExistingDirectory", self._folder_to_write),
        ):
            self._stand_ins.enter_context(patch.object(QFileDialog, name, staticmethod(answer)))
        self._is_here = True
        self._look_out()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_here = False
        self._stand_ins.close()
        qInstallMessageHandler(self._old_handler)
        sys.excepthook = self._old_hook

    def act(self) -> None:
        """One action, and all that Qt does because of it."""
        way = self._gestures.one()
        self.done[way.__name__.strip("_")] += 1
        self._end_help()
        way()
        settle()

    def _end_help(self) -> None:
        """The help stays open beside the window, and would take every key from then on."""
        opened = self._window.findChild(HelpDialog)
        if opened is not None and opened.isVisible() and self.dice.random() < 0.2:
            opened.close()

    def undo_all(self) -> bool:
        """Whether undo leads back to the very file it began with, or that was opened last."""
        stack = self.program.desk.document.undo_stack
        while stack.canUndo():
            stack.undo()
        settle()
        return self.program.desk.document.file is self.start

    @property
    def _window(self) -> QWidget:
        return self.program.window

    def _replaced(self) -> None:
        self.start = self.program.desk.document.file

    def _changed(self, change: Change) -> None:
        self.done["changes of the document"] += 1

    def _note(self, line: str) -> None:
        self.trail = [*self.trail[-11:], f"{self._window.current.key}: {line}"]

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._fault("".join(traceback.format_exception(kind, error, trace)))

    def _said(self, kind: QtMsgType, context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(NOT_OFFSCREEN):
            self._fault(f"{kind.name}: {message}")

    def _fault(self, words: str) -> None:
        self.faults.append("\n".join((*self.trail, words)))

    def _file_to_open(self, *_: object) -> tuple[str, str]:
        wrong = self._folder / "feil.xlsx"
        wrong.write_bytes(b"PK rubbish")
        own = self._folder / "mi.heiltid"
        ways = ["", "", str(SAMPLES / "liten.xlsx"), str(wrong), str(own), str(self._folder / "borte.xlsx")]
        return self.dice.choice(ways), ""

    def _files_to_open(self, *_: object) -> tuple[list[str], str]:
        found = self._file_to_open()[0]
        return [found] if found else [], ""

    def _file_to_write(self, *given: object) -> tuple[str, str]:
        name = Path(str(given[2])).name if len(given) > 2 else "x"
        ways = ["", str(self._folder / name), str(self._folder / "borte" / name), str(self._folder / "mi")]
        return self.dice.choice(ways), ""

    def _folder_to_write(self, *_: object) -> str:
        return self.dice.choice(["", str(self._folder / "ut"), str(self._folder / "mi.heiltid")])

    def _look_out(self) -> None:
        # A new timer each time: one whose slot has opened a dialog would not fire while it is open.
        QTimer.singleShot(1, self, self._meet)

    def _meet(self) -> None:
        """Whatever lies over the window: a few keys and clicks, then it is ended."""
        if not self._is_here:
            return
        self._look_out()
        popup = QApplication.activePopupWidget()
        found = popup or QApplication.activeModalWidget()
        if found is None:
            return
        self._met[id(found)] += 1
        self.done[f"met {type(found).__name__}"] += 1
        if self._met[id(found)] <= MEETINGS and not isinstance(found, QMenu):
            self._play_with(found)
            return
        del self._met[id(found)]
        if isinstance(found, QMenu):
            self._choose_in(found)
        elif isinstance(found, QMessageBox):
            self._answer(found)
        elif isinstance(found, QDialog):
            self.dice.choice([found.reject, found.reject, found.accept])()
            if found.isVisible():  # accept may have been refused
                found.reject()
        else:
            found.close()

    def _play_with(self, found: QWidget) -> None:
        widgets = self._gestures.widgets(found)
        if not widgets or isinstance(found, QMessageBox):
            return
        target = self.dice.choice(widgets)
        self._note(f"in {type(found).__name__} {name_of(target)}")
        if self.dice.random() < 0.5:
            QTest.keyClick(target, self.dice.choice(KEYS[4:]))
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=self._gestures.some_point(target))

    def _choose_in(self, menu: QMenu) -> None:
        actions = [action for action in menu.actions() if action.isEnabled() and action.text()]
        wanted = [action for action in actions if action.objectName() not in LEFT_ALONE]
        if wanted and self.dice.random() < 0.6:
            chosen = self.dice.choice(wanted)
            self._note(f"menu {chosen.text()}")
            menu.setActiveAction(chosen)
            QTest.keyClick(menu, Qt.Key.Key_Return)
        if is_there(menu):
            menu.close()

    def _answer(self, box: QMessageBox) -> None:
        chosen = self.dice.choice(box.buttons())
        self._note(f"answers {chosen.text()!r} to {box.text()!r}")
        chosen.click()
