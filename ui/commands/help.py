"""Help: the page in front, the figures, the shortcuts, the tour, what this program is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from heiltid import __version__
from ui.asking import tell
from ui.desk import Desk
from ui.dialogs.help import HelpDialog
from ui.texts import tr


class HelpCommands(QObject):
    """Each slot is one line of the Help menu."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: HelpDialog | None = None

    def help(self) -> None:
        """The help page of the page in front."""
        page = getattr(self._window, "current", None)
        self._show(getattr(page, "help_name", "start"))

    def figures_help(self) -> None:
        """What each figure means, with its formula."""
        self._show("figures")

    def shortcuts_help(self) -> None:
        """Every shortcut there is, from the table of actions."""
        self._show("shortcuts")

    def about(self) -> None:
        """Name, version, licence."""
        tell(f"Heiltid {__version__}", tr("ui.help.about"), self._window)

    def _show(self, name: str) -> None:
        self._opened().show_page(name)

    def _opened(self) -> HelpDialog:
        if self._dialog is None:
            self._dialog = HelpDialog(self._window)
        self._dialog.show()
        self._dialog.raise_()
        return self._dialog
