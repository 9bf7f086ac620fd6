"""Two people swap what they have on a day: the two that are selected, or one with a colleague chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from heiltid.advice.swaps import Swap, swaps
from heiltid.edits.cells import Place
from heiltid.rules.wording import who_text
from ui.desk import Desk
from ui.pages.rota.change_words import difference_words
from ui.pages.rota.editing import GridEdits, places_of
from ui.pages.rota.grid import RotaGrid
from ui.pages.rota.who_can import on_screen
from ui.pages.rota.words import cell_words, day_words
from ui.texts import language, tr


class Swapping(QObject):
    """What the menus lead to; each swap is one step of undo."""

    def __init__(self, desk: Desk, grid: RotaGrid, edits: GridEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._grid, self._edits = desk, grid, edits
        self._window = parent
        self._place: Place = ("", 0)

    def pair(self) -> tuple[Place, Place] | None:
        """The two cells of one day that are selected; None where it is anything else."""
        found = places_of(self._grid.model.numbers, self._grid.cells.selected_cells())
        return (found[0], found[1]) if len(found) == 2 and found[0][1] == found[1][1] else None

    def swap_two(self) -> None:
        """The two selected swap; whoever selected something else is told how."""
        pair = self.pair()
        if pair is None:
            self._desk.say(tr("ui.rota.swap_how"))
        else:
            self._edits.swap(*pair)

    def swap_with(self) -> None:
        """Choose among those who can swap with the current cell."""
        cells = self._grid.cells
        current = cells.currentIndex()
        if current.isValid():
            menu = self.made()
            menu.exec(on_screen(cells.viewport(), cells.visualRect(current)).bottomLeft())
            menu.deleteLater()

    def made(self) -> QMenu:
        """The colleagues as a menu, the best first, each with what the swap would bring."""
        current = self._grid.cells.currentIndex()
        self._place = (self._grid.model.numbers[current.row()], current.column())
        judged = self._desk.document.judgement
        found = swaps(judged, *self._place)
        able = [entry for entry in found if entry.can]
        menu = QMenu(self._window)
        day = day_words(self._desk.document.calendar, current.column())
        menu.addAction(tr("ui.rota.swap_head", day=day)).setEnabled(False)
        menu.addSeparator()
        for entry in able:
            action = menu.addAction(self._words(entry))
            action.setData(entry.employee)
            action.triggered.connect(self._chosen)
            if entry is able[0]:
                menu.setActiveAction(action)  # for the keyboard
        left = len(found) - len(able)
        if not able:
            menu.addAction(tr("ui.rota.swap_nobody")).setEnabled(False)
        elif left:
            number = "one" if left == 1 else "many"
            menu.addAction(tr(f"ui.rota.swap_others.{number}", count=left)).setEnabled(False)
        return menu

    def _words(self, entry: Swap) -> str:
        document = self._desk.document
        judged = document.judgement
        who = who_text(entry.employee, document.unit, language())
        has = cell_words(entry.cell, judged.context.shifts)
        brought = ", ".join(difference_words(judged, entry.after)) or tr("ui.rota.news.nothing")
        return f"{who} · {has} – {brought}".replace("&", "&&")

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._edits.swap(self._place, (str(action.data()), self._place[1]))
