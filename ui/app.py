"""The program with a window: made, run, and made anew when language or theme changes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from heiltid.texts import Language
from ui.commands.recover import offer_recovery
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.last_used import own_last, sample_title
from ui.main_window import MainWindow
from ui.mishaps import Mishaps
from ui.qt_words import speak
from ui.settings import Settings
from ui.starting import bare_unit
from ui.texts import set_language
from ui.theme import apply_theme


class Program(QObject):
    """Owns what outlives a window: document, files, engine. The window it shows may be replaced."""

    def __init__(self, settings: Settings, worker_command: tuple[str, ...]) -> None:
        super().__init__()
        self.settings = settings
        document = Document(bare_unit(), self)
        self.desk = Desk(document, Files(document, settings, self), settings, worker_command, self)
        self.desk.look_changed.connect(self._make_anew_later)
        self.window = MainWindow(self.desk)

    def show(self, path: Path | None) -> None:
        """The window; after a crash what was left is offered before any file is opened."""
        if self.settings.layout("window").isEmpty() and not self.window.has_room():
            self.window.showMaximized()
        else:
            self.window.show()
        last = own_last(self.settings.recent)
        if offer_recovery(self.desk, self.window) or path is None or not self.window.files.open_path(path):
            return
        sample = sample_title(path)
        if last is not None and sample:
            self.window.last_used.offer(sample, last)

    def _make_anew_later(self) -> None:
        QTimer.singleShot(0, self._make_anew)  # the menu that asked for it must have returned

    def _make_anew(self) -> None:
        old, page = self.window, self.window.current.key
        self.settings.set_layout("window", old.saveGeometry())
        self.window = MainWindow(self.desk)
        self.window.show_page(page)
        self.window.show()
        old.hide()
        old.deleteLater()


def prepared_application(settings: Settings, language: Language | None = None) -> QApplication:
    """The one QApplication, in the user's language and theme."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Heiltid")
    application.setApplicationDisplayName("")
    set_language(language or settings.language)
    speak(application)
    apply_theme(application, settings.theme)
    return application


def run_window(path: Path | None, language: Language | None, worker_command: tuple[str, ...]) -> int:
    """Show the window until it is closed; the exit code."""
    settings = Settings()
    application = prepared_application(settings, language)
    program = Program(settings, worker_command)
    Mishaps(program.desk, program).install()
    program.show(path)
    return application.exec()
