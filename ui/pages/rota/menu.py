"""The menu of the selected cells, and the question why a soft rule is set aside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.wording import who_text
from ui.desk import Desk
from ui.pages.rota.dialogs import SetAsideDialog
from ui.pages.rota.editing import GridEdits
from ui.pages.rota.grid import RotaGrid
from ui.pages.rota.who_can import on_screen
from ui.pages.rota.words import finding_words
from ui.places import Person
from ui.position_popup import PositionPopup
from ui.texts import language, tr

MOST_NOTES = 4


class CellMenu(QObject):
    """Made anew each time it is asked for; `page` has the slots of the action table."""

    def __init__(self, desk: Desk, grid: RotaGrid, edits: GridEdits, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._grid, self._edits = desk, grid, edits
        self._page: Any = page
        self._notes: tuple[Finding, ...] = ()
        self._person = ""
        self._popup = PositionPopup(desk, grid.people_model.reasons, page)

    def show_at(self, where: QPoint) -> None:
        """Open the menu of the current cell."""
        menu = self.made()
        menu.exec(where)
        menu.deleteLater()

    def made(self) -> QMenu:
        """The menu of the current cell."""
        current, model, page = self._grid.cells.currentIndex(), self._grid.model, self._page
        cell, plan = model.cell(current.row(), current.column()), self._desk.document.plan
        self._notes = tuple(
            finding
            for finding in model.findings_at(current.row(), current.column())
            if finding.severity is Severity.NOTE and decision_for(finding, plan) is None
        )[:MOST_NOTES]
        menu = QMenu(page)
        lock = "ui.rota.menu_unlock" if cell.locked else "ui.rota.menu_lock"
        _add(menu, tr(lock), "lock", page.toggle_lock)
        _add(menu, tr("ui.action.clear"), "clear", page.clear)
        menu.addSeparator()
        _add(menu, tr("ui.action.cut"), "cut", page.cut)
        _add(menu, tr("ui.action.copy"), "copy", page.copy)
        _add(menu, tr("ui.action.paste"), "paste", page.paste)
        _add(menu, tr("ui.action.fill_weeks"), "fill", page.fill_weeks)
        menu.addSeparator()
        if page.swapping.pair() is not None:
            _add(menu, tr("ui.action.swap_two"), "swap_two", page.swap_two)
        _add(menu, tr("ui.action.swap_with"), "swap", page.swap_with).setEnabled(not cell.locked)
        _add(menu, tr("ui.action.who_can"), "who", page.who_can_take).setEnabled(cell.works)
        _add(menu, tr("ui.action.why_here"), "why", page.why_here)
        name = who_text(model.numbers[current.row()], self._desk.document.unit, language())
        _add(menu, tr("ui.rota.menu_about", name=name), "about", page.about_person)
        if self._notes:
            menu.addSeparator()
        for place, finding in enumerate(self._notes):
            shown = tr("ui.rota.menu_aside", rule=tr(f"rule.{finding.rule}"))
            _add(menu, shown, f"aside_{place}", self._aside).setData(place)
        return menu

    def show_person(self, row: int, where: QPoint) -> None:
        """Open the menu of a line."""
        menu = self.made_for_person(row)
        menu.exec(where)
        menu.deleteLater()

    def made_for_person(self, row: int) -> QMenu:
        """The menu of a line."""
        self._person = self._grid.model.numbers[row]
        name = who_text(self._person, self._desk.document.unit, language())
        menu = QMenu(self._page)
        title = self._grid.people_model.reasons.title(self._person)
        _add(menu, tr("ui.rota.menu_why", title=title), "why_position", self._why_position)
        _add(menu, tr("ui.rota.menu_sheet", name=name), "sheet", self._write_sheet)
        menu.addSeparator()
        _add(menu, tr("ui.rota.menu_position"), "position", self._set_position)
        _add(menu, tr("ui.rota.menu_person", name=name), "person", self._open_person)
        return menu

    def _why_position(self) -> None:
        people = self._grid.people
        row = self._grid.model.row_of(self._person) or 0
        self._popup.show_for(self._person, on_screen(people.viewport(), people.box_of(row)))

    def _write_sheet(self) -> None:
        self._desk.wants_sheet.emit(self._person)

    def _set_position(self) -> None:
        self._edits.positions_from_hours(self._person)

    def _open_person(self) -> None:
        self.open_person(self._person)

    def open_person(self, employee: str) -> None:
        """To her place among the employees."""
        self._desk.go_to("people", Person(employee=employee))

    def _aside(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.ask_aside(self._notes[int(action.data())])

    def ask_aside(self, finding: Finding) -> None:
        """Ask why a soft rule does not count here; who and when is remembered with it."""
        document, settings = self._desk.document, self._desk.settings
        shown = finding_words(finding, document.unit, document.calendar)
        dialog = SetAsideDialog(shown, settings.word("user"), self._page.window())
        if dialog.exec():
            settings.set_word("user", dialog.by)
            self._edits.set_aside(finding, dialog.reason, dialog.by)


def _add(menu: QMenu, shown: str, name: str, slot: Callable[..., Any]) -> QAction:
    action = menu.addAction(shown)
    action.setObjectName(f"rota_menu_{name}")
    action.triggered.connect(slot)
    return action
