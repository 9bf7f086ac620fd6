"""python -m tests.screen.launcher SOCKET UNIT: the program as it is, and beside it a voice that answers.

On the socket it is asked, a line of JSON each, and says where widgets stand on the screen and what they
say: what a user sees with her eyes, and a script does not. It never does anything to the program.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QTableView, QWidget

from heiltid.__main__ import worker_command
from ui.app import prepared_application, run_window
from ui.main_window import MainWindow
from ui.settings import Settings

SPOKEN = 11  # Qt.ItemDataRole.AccessibleTextRole


class Voice(QObject):
    """Answers the questions of tests/screen/eyes.py."""

    def __init__(self, socket: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(socket):
            raise SystemExit(self._server.errorString())

    def _welcome(self) -> None:
        asker = self._server.nextPendingConnection()
        asker.readyRead.connect(self._answer)
        asker.disconnected.connect(asker.deleteLater)

    def _answer(self) -> None:
        asker = self.sender()
        assert isinstance(asker, QLocalSocket)
        while asker.canReadLine():
            question = json.loads(bytes(asker.readLine().data()))
            answer = getattr(self, f"tell_{question.pop('ask')}")(**question)
            asker.write(json.dumps(answer).encode() + b"\n")
            asker.flush()

    def tell_widget(self, name: str) -> dict[str, Any] | None:
        """Where a widget is on the screen, and what it says; None when it cannot be seen."""
        found = seen(name)
        if found is None:
            return None
        words = found.property("text") or found.property("plainText") or found.windowTitle()
        return {
            "box": on_screen(found, found.rect()),
            "says": str(words or ""),
            "enabled": found.isEnabled(),
            "has_keys": found.hasFocus(),
        }

    def tell_cell(self, name: str, row: int, column: int) -> dict[str, Any] | None:
        """One cell of a table."""
        view = seen(name)
        if not isinstance(view, QTableView):
            return None
        index = view.model().index(row, column)
        current = view.currentIndex()
        return {
            "box": on_screen(view.viewport(), view.visualRect(index)),
            "says": str(index.data() or ""),
            "spoken": str(index.data(SPOKEN) or ""),
            "is_current": (current.row(), current.column()) == (row, column),
        }

    def tell_action(self, name: str) -> dict[str, Any] | None:
        """A line of an open menu."""
        menu = QApplication.activePopupWidget()
        found = None if menu is None else next((a for a in menu.actions() if a.objectName() == name), None)
        if menu is None or found is None:
            return None
        box = on_screen(menu, menu.actionGeometry(found))
        return {"box": box, "says": found.text(), "enabled": found.isEnabled()}

    def tell_front(self) -> dict[str, Any]:
        """The window that has the keyboard, the page in front, and who gets the keys."""
        application = QApplication
        active, keys = application.activeWindow(), application.focusWidget()
        modal = application.activeModalWidget()
        main = next((w for w in application.topLevelWidgets() if isinstance(w, MainWindow)), None)
        said = [line.text() for line in modal.findChildren(QLabel)] if modal is not None else []
        if isinstance(modal, QMessageBox):
            said += [modal.informativeText()]
        return {
            "title": "" if active is None else active.windowTitle(),
            "modified": active is not None and active.isWindowModified(),
            "page": "" if main is None else main.current.key,
            "keys": "" if keys is None else f"{type(keys).__name__} {keys.objectName()}".strip(),
            "dialog": "" if modal is None else type(modal).__name__,
            "said": "\n".join(line for line in said if line),
            "popup": application.activePopupWidget() is not None,
        }


def seen(name: str) -> QWidget | None:
    """The widget of this name that can be seen; those of a dialog in front go first."""
    modal = QApplication.activeModalWidget()
    tops = [modal] if modal is not None else QApplication.topLevelWidgets()
    for top in tops:
        found = [w for w in (top, *top.findChildren(QWidget, name)) if w.objectName() == name]
        shown = next((widget for widget in found if widget.isVisible()), None)
        if shown is not None:
            return shown
    return None


def on_screen(widget: QWidget, box: QRect) -> list[int]:
    """Left, top, width, height in the screen's own pixels."""
    ratio, corner = widget.devicePixelRatioF(), widget.mapToGlobal(box.topLeft())
    numbers = (corner.x(), corner.y(), box.width(), box.height())
    return [round(number * ratio) for number in numbers]


def main() -> int:
    """The program on a unit; ends when the window is closed."""
    socket, unit = sys.argv[1:3]
    application = prepared_application(Settings())
    Voice(socket, application)
    return run_window(Path(unit), None, worker_command())


if __name__ == "__main__":
    sys.exit(main())
