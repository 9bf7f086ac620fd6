"""What every page has at hand: document, files, settings, the engine, the way to other pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from heiltid.booking.answers.raw_answers import Refused
from ui.document import Document
from ui.files import Files
from ui.run_record import KnownRuns
from ui.settings import Settings
from ui.solve_job import SolveJob
from ui.texts import tr


class Desk(QObject):
    """One for the program's life; windows and pages come and go with language and theme."""

    going_to = Signal(str, object)  # page key, target
    page_chosen = Signal(str)  # the user herself has gone to this page
    opened = Signal(object)  # path of a unit that was opened
    status_said = Signal(str)  # a short line at the bottom of the window
    written = Signal(object, str)  # path of a file or folder of files, what is said of it
    wants = Signal(str, object)  # a slot of the File menu (ui/commands/files.py) and what it is handed
    wants_export = Signal(str)  # a slot of ui/commands/exports.py
    wants_sheet = Signal(str)  # the sheet for one employee
    build_said = Signal(str, str)  # how the page that builds is called in the sidebar, what the foot offers
    look_changed = Signal()  # language or theme: the window is made anew

    def __init__(
        self,
        document: Document,
        files: Files,
        settings: Settings,
        worker_command: tuple[str, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.files = files
        self.settings = settings
        self.job = SolveJob(worker_command, self)
        self.runs = KnownRuns()
        self.refused: tuple[
            Refused, ...
        ] = ()  # rows of answers that could be used for nothing, saved nowhere
        document.replaced.connect(self.job.cancel)  # a rota of one unit must not land in another
        document.replaced.connect(self._forget_refused)
        files.recovery.failed.connect(self._say_no_copy)

    def go_to(self, page: str, target: object = None) -> None:
        """Bring a page to the front; `target` is what it should show, such as a Place."""
        self.going_to.emit(page, target)

    def say(self, line: str) -> None:
        """Tell the user in passing what was done."""
        self.status_said.emit(line)

    def tell_of_build(self, entry: str = "", offer: str = "") -> None:
        """How a build stands, for who is on another page. entry: in place of the page's name in the sidebar;
        offer: words of a way to what came of it. "" for nothing to tell."""
        self.build_said.emit(entry, offer)

    def _forget_refused(self) -> None:
        self.refused = ()

    def _say_no_copy(self) -> None:
        self.say(tr("ui.recovery.failed"))

    @staticmethod
    def window() -> QWidget | None:
        """What a dialog is laid over."""
        return QApplication.activeWindow()
