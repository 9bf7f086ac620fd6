"""Help: the page in front, the figures, the shortcuts, the tour, what this program is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from heiltid import __version__
from heiltid.exchange.files import WORKBOOK_SUFFIX
from ui.asking import tell
from ui.desk import Desk
from ui.dialogs.help import HelpDialog
from ui.texts import tr
from ui.tour import FLAG, Tour

TOURED = "solbakken"


class HelpCommands(QObject):
    """Each slot is one line of the Help menu."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: HelpDialog | None = None
        self._tour: Tour | None = None
        desk.opened.connect(self._offer_tour)

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

    def tour(self) -> None:
        """A short way round the window."""
        self._touring().begin()

    def _offer_tour(self, path: Path) -> None:
        """The first time the sample unit is opened, and never again."""
        if path.name == f"{TOURED}{WORKBOOK_SUFFIX}" and not self._desk.settings.flag(FLAG):
            self._touring().offer()

    def _touring(self) -> Tour:
        if self._tour is None:
            self._tour = Tour(self._desk, self._window)
            for begun in (self._desk.going_to, self._desk.document.changed, self._desk.page_chosen):
                begun.connect(self._tour.give_way)
        return self._tour

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
