"""People: three figures, the staff list to sort, filter and type in, and a form for the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from heiltid.edits.losses import losses_text
from heiltid.edits.people import new_employee
from heiltid.edits.units import losses, rename_employee_number, with_unit
from heiltid.model import Absence, Competence, Employee, Unit
from heiltid.rules.wording import who_text
from ui.asking import choose
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.people.empty import NobodyYet
from ui.pages.people.fields import seldom_note
from ui.pages.people.figures import PeopleFigures
from ui.pages.people.form import PersonForm
from ui.pages.people.menu import PeopleMenu
from ui.pages.people.paste import PeoplePreview
from ui.pages.people.staff_list import StaffList
from ui.places import Lacking, Person, Place
from ui.texts import language, tr
from ui.widgets.basic import WIDE_GAP, button

FORM_WIDTH = 310


class PeoplePage(Page):
    """Every edit is one step of undo, wherever it is typed."""

    key = "people"
    help_name = "people"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._column_words: dict[str, str | None] = {}  # what the leader has said of pasted columns
        self._number: str | None = None  # who is chosen, through every edit
        self._add = button("ui.people.add", "primary", name="people_add")
        self._add.clicked.connect(self.add_person)
        self._paste = button("ui.people.paste", name="people_paste")
        self._paste.clicked.connect(self.paste)
        self.figures = PeopleFigures()
        self.form = PersonForm(self.document)
        self.form.edited.connect(self._save)
        self.form.edited_together.connect(self._save_together)
        self.form.absences_edited.connect(self._save_absences)
        self.list = StaffList(self.document, self.title)
        self.table, self.narrowed = self.list.table, self.list.narrowed
        self._connect_list()
        self.empty = NobodyYet()
        self.empty.add.clicked.connect(self.add_person)
        self.empty.paste.clicked.connect(self.paste)
        self.empty.to_shifts.clicked.connect(self._go_to_shifts)
        self.empty.to_staffing.clicked.connect(self._go_to_staffing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole())
        self._stack.addWidget(self.empty)
        self.column.addWidget(self._stack, 1)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def header_widgets(self) -> tuple[QWidget, ...]:
        return (self._paste, self._add)

    def subtitle(self) -> str:
        return self.document.unit.name

    def refresh(self, change: Change) -> None:
        if not change.unit:
            return
        unit = self.document.unit
        self._stack.setCurrentIndex(0 if unit.employees else 1)
        for part in self.header_widgets():  # an empty page has them in its middle
            part.setVisible(bool(unit.employees))
        self.empty.show_unit(unit)
        self.figures.show_unit(unit)
        self.table.set_records(unit.employees)
        self._choose(self._number)
        self.subtitle_changed.emit()

    def arrive(self, target: object) -> None:
        """Show one person, or those who lack something in the shown plan."""
        if isinstance(target, Person | Lacking):
            self.list.show_everybody()
            self._choose(self.narrowed.show_lacking() if isinstance(target, Lacking) else target.employee)

    def add_person(self) -> None:
        """A new line at the end, and the form ready for a name."""
        unit = self.document.unit
        made = new_employee(unit)
        self.list.show_everybody()
        self._number = made.number
        self._apply(tr("ui.people.step_add"), replace(unit, employees=(*unit.employees, made)))
        self.form.start_typing()

    def paste(self) -> None:
        """Show what the clipboard holds as people; take them in once the leader says so."""
        preview = PeoplePreview(QGuiApplication.clipboard().text(), self.document, self._column_words, self)
        if preview.exec():
            self._take(preview.people, preview.competences)
        preview.deleteLater()

    def remove(self, rows: Sequence[int]) -> None:
        """Take people out; asks once when more than their lines goes with them."""
        unit = self.document.unit
        gone = {self.table.record(place).number for place in rows}
        if not gone:
            return
        left = tuple(person for person in unit.employees if person.number not in gone)
        becomes = replace(unit, employees=left)
        lost = losses(self.document.file, with_unit(self.document.file, becomes))
        if any(loss.what != "employees" for loss in lost):
            answers = ("ui.people.remove", "ui.ask.cancel")
            if choose(_removing(unit, gone), losses_text(lost, language()), answers, self) != answers[0]:
                return
        self._number = _neighbour(unit, gone)
        self._apply(_removed_label(len(gone)), becomes)

    def menu(self) -> PeopleMenu:
        """What can be done with the lines chosen."""
        chosen = [self.table.record(place) for place in self.table.selected_rows()]
        ways = {
            "open": self.form.start_typing,
            "rota": self._go_to_rota,
            "sheet": self._write_sheet,
            "copy": self._copy_chosen,
            "remove": self._remove_selected,
        }
        return PeopleMenu(chosen, ways, self)

    def _ask_what(self, at: QPoint) -> None:
        if self.table.selected_rows():
            menu = self.menu()
            menu.exec(self.table.viewport().mapToGlobal(at))
            menu.deleteLater()

    def _go_to_rota(self) -> None:
        if self._number is not None:
            self.desk.go_to("rota", Place(employee=self._number))

    def _write_sheet(self) -> None:
        if self._number is not None:
            self.desk.wants_sheet.emit(self._number)

    def _go_to_shifts(self) -> None:
        self.desk.go_to("unit")

    def _go_to_staffing(self) -> None:
        self.desk.go_to("staffing")

    def _connect_list(self) -> None:
        self.list.copy.clicked.connect(self._copy)
        self.list.remove.clicked.connect(self._remove_selected)
        self.table.edited.connect(self._edited)
        self.table.refused.connect(self.desk.say)
        self.table.removed.connect(self.remove)
        self.table.pasted.connect(self.paste)
        self.table.chosen.connect(self._chosen)
        self.table.selected.connect(self._selected)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._ask_what)

    def _whole(self) -> QWidget:
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(14)
        parts.setStyleSheet("QSplitter::handle { background: transparent; }")
        parts.addWidget(self.list)
        parts.addWidget(self.form)
        parts.setStretchFactor(0, 5)
        parts.setStretchFactor(1, 1)
        parts.setSizes([800, FORM_WIDTH])
        self.form.setMinimumWidth(FORM_WIDTH)
        whole = QWidget()
        column = _column(whole)
        column.addWidget(self.figures)
        column.addWidget(parts, 1)
        return whole

    def _chosen(self, place: int) -> None:
        if place >= 0:
            self._number = self.table.record(place).number
        self._selected(self.table.selected_rows())

    def _selected(self, rows: Sequence[int]) -> None:
        """The form is for whoever is selected: one, or several together."""
        if len(rows) > 1:
            self.form.show_together([self.table.record(place) for place in rows])
            return
        place = self.table.current_row()
        person = self.table.record(place) if place >= 0 else None
        self.form.show_person(person, self.document.unit)

    def _choose(self, number: str | None) -> None:
        """Make somebody the current line; the first one when nobody was, or she is gone."""
        people = self.document.unit.employees
        if not people:
            self.form.show_person(None)
            return
        places = {person.number: place for place, person in enumerate(people)}
        place = places.get(number or "", 0)
        if self.table.current_row() != place:
            self.table.show_row(place)
        self._chosen(place)

    def _edited(self, place: int, becomes: Employee) -> None:
        was = self.document.unit.employees[place]
        self._save(was, becomes)
        note = seldom_note(becomes.weekend_every)
        if note and was.weekend_every != becomes.weekend_every:  # Enter has left the line by now
            self.desk.say(f"{becomes.name or becomes.number}: {note}")

    def _save(self, was: Employee, becomes: Employee) -> None:
        unit, label = self.document.unit, tr("ui.people.step_edit", who=becomes.name or becomes.number)
        if becomes.number != was.number:
            self._number = becomes.number
            renamed = rename_employee_number(self.document.file, was.number, becomes.number)
            self.document.apply(label, renamed.file)
            return
        people = tuple(becomes if person is was else person for person in unit.employees)
        self._apply(label, replace(unit, employees=people))

    def _save_together(self, pairs: Sequence[tuple[Employee, Employee]]) -> None:
        """A change for several people: one step."""
        becomes = {was.number: now for was, now in pairs}
        unit = self.document.unit
        people = tuple(becomes.get(person.number, person) for person in unit.employees)
        self._apply(tr("ui.people.step_together", count=len(pairs)), replace(unit, employees=people))

    def _save_absences(self, absences: tuple[Absence, ...]) -> None:
        self._apply(tr("ui.people.step_absence"), replace(self.document.unit, absences=absences))

    def _take(self, people: Sequence[Employee], competences: Sequence[Competence]) -> None:
        """People from a spreadsheet, those there already in their own place, and what they are: one step."""
        unit = self.document.unit
        pasted = {person.number: person for person in people}
        kept = tuple(pasted.pop(person.number, person) for person in unit.employees)
        if people:
            self._number = people[0].number
            label = tr("ui.people.step_paste", count=len(people))
            competences = (*unit.competences, *competences)
            self._apply(label, replace(unit, competences=competences, employees=(*kept, *pasted.values())))

    def _apply(self, label: str, unit: Unit) -> None:
        self.document.apply_unit(label, unit)

    def _copy(self) -> None:
        """The selected lines; everybody when no more than the current one is selected."""
        rows = self.table.selected_rows()
        self._copy_rows(rows if len(rows) > 1 else range(len(self.document.unit.employees)))

    def _copy_chosen(self) -> None:
        self._copy_rows(self.table.selected_rows())

    def _copy_rows(self, rows: Sequence[int]) -> None:
        QGuiApplication.clipboard().setText(self.table.as_text(rows))
        self.desk.say(tr("ui.people.copied", count=len(rows)))

    def _remove_selected(self) -> None:
        self.remove(self.table.selected_rows())


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(WIDE_GAP)
    return column


def _removing(unit: Unit, gone: set[str]) -> str:
    if len(gone) > 1:
        return tr("ui.people.remove_many", count=len(gone))
    return tr("ui.people.remove_one", who=who_text(next(iter(gone)), unit, language()))


def _removed_label(count: int) -> str:
    return tr("ui.people.step_remove") if count == 1 else tr("ui.people.step_remove_many", count=count)


def _neighbour(unit: Unit, gone: set[str]) -> str | None:
    """Who is chosen when these are gone: the next one who stays, else the last."""
    numbers = [person.number for person in unit.employees]
    first = min(place for place, number in enumerate(numbers) if number in gone)
    later = [number for number in numbers[first:] if number not in gone]
    earlier = [number for number in numbers[:first] if number not in gone]
    return later[0] if later else earlier[-1] if earlier else None
