"""The absences of one person known before the rota is made: a small table and a line to add one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.model import Absence, Employee
from ui.absence_codes import code_meant, code_words, offered_codes
from ui.document import Document
from ui.models.records import Column
from ui.pages.people.fields import date_shown, date_typed
from ui.refusals import refusal
from ui.texts import tr
from ui.widgets.basic import GAP, button, label, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.date_box import DateBox
from ui.widgets.record_table import ROW_HEIGHT, RecordTable

ROWS_SEEN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """An absence and its place in the unit's list."""

    place: int
    absence: Absence


class AbsencesTable(QWidget):
    """From, to and code; `edited` hands out the unit's whole list."""

    edited = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._person: Employee | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        self.table = RecordTable(self._columns(), "absences_table")
        self.table.setAccessibleName(tr("ui.people.group_absences"))
        self.table.edited.connect(self._edited)
        self.table.removed.connect(self._removed)
        box.addWidget(self.table)
        self.first, self.last = DateBox(None), DateBox(None)
        for editor, key in ((self.first, "from"), (self.last, "to")):
            editor.setPlaceholderText(tr(f"ui.people.absence_{key}"))
            editor.setAccessibleName(tr(f"ui.people.absence_{key}"))
            editor.returnPressed.connect(self.add)
        self.code = ChoiceBox()
        self.code.setEditable(True)
        self.code.addItems([code_words(code) for code in offered_codes()])
        for editor in (self.code, self.code.lineEdit()):
            editor.setAccessibleName(tr("ui.people.absence_code"))
        line = row(self.first, self.last)
        for place in range(2):
            line.setStretch(place, 1)
        box.addLayout(line)
        box.addWidget(self.code)
        self._trouble = label("", "worse", wraps=True)
        self._trouble.hide()
        box.addWidget(self._trouble)
        add = button("ui.people.absence_add")
        add.clicked.connect(self.add)
        remove = button("ui.people.absence_remove")
        remove.clicked.connect(self._remove_selected)
        box.addLayout(row(add, remove, None))

    def show_person(self, person: Employee | None, absences: Sequence[Absence]) -> None:
        """Hers, earliest first."""
        if person is None or self._person is None or person.number != self._person.number:
            self._say("")
        self._person = person
        number = None if person is None else person.number
        lines = [
            AbsenceLine(place=place, absence=absence)
            for place, absence in enumerate(absences)
            if absence.employee == number
        ]
        lines.sort(key=lambda line: (line.absence.first, line.absence.last))
        self.table.set_records(lines)
        self.table.setVisible(bool(lines))
        seen = min(len(lines), ROWS_SEEN) + 1
        self.table.setFixedHeight(seen * ROW_HEIGHT + 8)

    def add(self) -> None:
        """Take in what stands on the line; one date alone is one day."""
        person = self._person
        if person is None:
            return
        try:
            first = date_typed(self.first.text().strip())
            last = date_typed(self.last.text().strip()) or first
            if first is None or last is None:
                raise ValueError(tr("ui.people.absence_needs_date"))
            code = code_meant((self.code.currentText().split() or [""])[0])  # without the words behind it
            made = Absence(employee=person.number, first=first, last=last, code=code)
            absences = self._checked((*self._document.unit.absences, made))
        except ValueError as error:
            self._say(str(error))
            return
        self._say("")
        self.first.clear()
        self.last.clear()
        self.edited.emit(absences)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                key="first",
                title=tr("ui.people.absence_from"),
                shown=lambda line: date_shown(line.absence.first),
                parse=lambda line, typed: self._changed(line, first=_needed(typed)),
                sorted_by=lambda line: line.absence.first,
                is_date=True,
                width=96,
            ),
            Column(
                key="last",
                title=tr("ui.people.absence_to"),
                shown=lambda line: date_shown(line.absence.last),
                parse=lambda line, typed: self._changed(line, last=_needed(typed)),
                sorted_by=lambda line: line.absence.last,
                is_date=True,
                width=96,
            ),
            Column(
                key="code",
                title=tr("ui.people.absence_code"),
                shown=lambda line: line.absence.code,
                parse=lambda line, typed: self._changed(line, code=code_meant(typed)),
                choices=offered_codes,
                stretches=True,
            ),
        )

    def _changed(self, line: AbsenceLine, **fields: object) -> AbsenceLine:
        becomes = replace(line.absence, **fields)  # type: ignore[arg-type]
        self._checked(self._with(line.place, becomes))
        return replace(line, absence=becomes)

    def _with(self, place: int, absence: Absence) -> tuple[Absence, ...]:
        there = self._document.unit.absences
        return (*there[:place], absence, *there[place + 1 :])

    def _checked(self, absences: tuple[Absence, ...]) -> tuple[Absence, ...]:
        """Raises ValueError with the sentence."""
        unit = self._document.unit
        why = refusal(unit, replace(unit, absences=absences))
        if why:
            raise ValueError(why)
        return absences

    def _edited(self, _: int, line: AbsenceLine) -> None:
        self.edited.emit(self._with(line.place, line.absence))

    def _remove_selected(self) -> None:
        self._removed(self.table.selected_rows())

    def _removed(self, rows: list[int]) -> None:
        gone = {self.table.record(place).place for place in rows}
        there = self._document.unit.absences
        if gone:
            self.edited.emit(tuple(entry for place, entry in enumerate(there) if place not in gone))

    def _say(self, why: str) -> None:
        self._trouble.setText(why)
        self._trouble.setVisible(bool(why))


def _needed(typed: str) -> object:
    found = date_typed(typed)
    if found is None:
        raise ValueError(tr("ui.people.absence_needs_date"))
    return found
