"""How the program looks, and ways about the window without a mouse."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.areas import give_focus, go_on
from ui.desk import Desk
from ui.dialogs.settings import SettingsDialog
from ui.page import Page
from ui.texts import set_language
from ui.theme import apply_theme


class Pages(Protocol):
    """What is asked of the window."""

    current: Page
    pages: dict[str, Page]

    def areas(self) -> tuple[QWidget, ...]: ...

    def show_page(self, key: str) -> None: ...


class ViewCommands(QObject):
    """Settings, applied at once; to the next part of the window and the next page."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def next_area(self) -> None:
        """To the next part: sidebar, header, each part of the page."""
        go_on(self._pages.areas(), 1)

    def previous_area(self) -> None:
        """To the part before."""
        go_on(self._pages.areas(), -1)

    def next_page(self) -> None:
        """To the page below in the sidebar."""
        self._turn(1)

    def previous_page(self) -> None:
        """To the page above."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        keys = list(self._pages.pages)
        place = keys.index(self._pages.current.key)
        self._pages.show_page(keys[(place + step) % len(keys)])
        give_focus(self._pages.current.areas()[0])

    @property
    def _pages(self) -> Pages:
        found: Pages = self._window
        return found

    def settings(self) -> None:
        """Ask for language, theme and the user's name; the window is made anew where they change."""
        dialog = SettingsDialog(self._desk.settings, self._window)
        if dialog.exec() and dialog.look_is_new:
            set_language(self._desk.settings.language)
            application = QApplication.instance()
            assert isinstance(application, QApplication)
            apply_theme(application, self._desk.settings.theme)
            self._desk.look_changed.emit()
