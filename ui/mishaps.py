"""Our own faults while the window is open: the work is put in a safe place, and the user is told so.

What is written to the console names the places in our sources and the kind of fault, never what the
fault says: that may quote people.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal

from ui.asking import tell_trouble
from ui.desk import Desk
from ui.texts import tr


class Mishaps(QObject):
    """Takes every exception nobody has caught. The first is told over the window, later ones below it."""

    happened = Signal(str)  # kind of fault

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_told = False
        self._is_handling = False

    def install(self) -> None:
        """From now on; Qt's slots and events hand their exceptions to this hook, too."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """One exception. Never raises, and never comes back to itself."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if self._is_handling:
            return
        self._is_handling = True
        try:
            _write_down(kind, trace)
            self._keep()
            self.happened.emit(kind.__name__)
            QTimer.singleShot(0, self, self._tell)  # not in the middle of a painting
        finally:
            self._is_handling = False

    def _keep(self) -> None:
        try:
            self._desk.files.recovery.keep()
        except Exception as error:  # the last line of defence: whatever it is, the program goes on
            _write_down(type(error), error.__traceback__)

    def _tell(self) -> None:
        if self._is_told:
            self._desk.say(tr("ui.mishap.again"))
            return
        self._is_told = True
        tell_trouble(tr("ui.mishap.headline"), tr("ui.mishap.kept"), self._desk.window())


def _write_down(kind: type[BaseException], trace: TracebackType | None) -> None:
    if sys.stderr is None:  # a packed program without a console
        return
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    print(f"heiltid: {kind.__name__} at {' > '.join(places[-8:])}", file=sys.stderr)
