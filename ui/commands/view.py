"""Settings: language and theme, applied at once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.dialogs.settings import SettingsDialog
from ui.texts import set_language
from ui.theme import apply_theme


class ViewCommands(QObject):
    """How the program looks."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def settings(self) -> None:
        """Ask for language, theme and the user's name; the window is made anew where they change."""
        dialog = SettingsDialog(self._desk.settings, self._window)
        if dialog.exec() and dialog.look_is_new:
            set_language(self._desk.settings.language)
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            apply_theme(application, self._desk.settings.theme)
            self._desk.look_changed.emit()
