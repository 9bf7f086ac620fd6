"""Everybody's absences: holidays, sick leave, leave. Each uncovers a shift; the roll-out follows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.model import Absence, Unit
from ui.absence_codes import code_meant, code_words, offered_codes
from ui.models.records import Column
from ui.pages.booking.words import who_words
from ui.pages.people.fields import date_shown, date_typed
from ui.refusals import refusal
from ui.texts import tr
from ui.widgets.basic import GAP, button, label, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.date_box import DateBox
from ui.widgets.record_table import RecordTable

DATE_WIDTH = 114
MOST_TOLD = 4  # rows that cannot be used, one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """An absence and its place in the unit's list."""

    place: int
    absence: Absence


class AbsencesPanel(QWidget):
    """A table to type in, a line to add one, and paste; `edited` hands out the unit's whole list."""

    edited = Signal(object)  # tuple[Absence, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._period: tuple[date, date] | None = None
        self.table = RecordTable(self._columns(), "booking_absences")
        self.table.setAccessibleName(tr("ui.booking.absences.heading"))
        self.table.edited.connect(self._edited)
        self.table.removed.connect(self._removed)
        self.table.pasted.connect(self.paste)
        self.who, self.code = ChoiceBox(), ChoiceBox()
        self.first, self.last = DateBox(None), DateBox(None)
        self._trouble = label("", "worse", wraps=True, name="absences_trouble")
        self._trouble.hide()
        self.add_button = button("ui.people.absence_add", name="booking_absence_add")
        self.paste_button = button("ui.booking.absences.paste", name="booking_absence_paste")
        self.remove_button = button("ui.people.absence_remove", name="booking_absence_remove")
        self.add_button.clicked.connect(self.add)
        self.paste_button.clicked.connect(self.paste_clipboard)
        self.remove_button.clicked.connect(self._remove_selected)
        self._arrange()

    def _arrange(self) -> None:
        for editor, key in ((self.first, "from"), (self.last, "to")):
            editor.setPlaceholderText(tr(f"ui.people.absence_{key}"))
            editor.setAccessibleName(tr(f"ui.people.absence_{key}"))
            editor.setToolTip(tr("ui.date.pattern"))
            editor.returnPressed.connect(self.add)
            editor.setFixedWidth(DATE_WIDTH)
        self.who.setAccessibleName(tr("ui.booking.absences.who"))
        self.code.setAccessibleName(tr("ui.people.absence_code"))
        self.code.addItems([code_words(code) for code in offered_codes()])
        line = row(self.who, self.first, self.last, self.code, self.add_button)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(tr("ui.booking.absences.hint"), "muted", wraps=True))
        column.addWidget(self.table, 1)
        column.addLayout(line)
        column.addWidget(self._trouble)
        column.addLayout(row(self.paste_button, self.remove_button, None))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                key="who",
                title=tr("ui.booking.absences.who"),
                shown=lambda line: self._who(line.absence.employee),
                parse=lambda line, typed: self._changed(line, employee=self._number(typed)),
                choices=self._names,
                stretches=True,
                least_width=110,
            ),
            Column(
                key="first",
                title=tr("ui.people.absence_from"),
                shown=lambda line: date_shown(line.absence.first),
                parse=lambda line, typed: self._changed(line, first=_needed(typed)),
                sorted_by=lambda line: line.absence.first,
                width=112,
            ),
            Column(
                key="last",
                title=tr("ui.people.absence_to"),
                shown=lambda line: date_shown(line.absence.last),
                parse=lambda line, typed: self._changed(line, last=_needed(typed)),
                sorted_by=lambda line: line.absence.last,
                width=112,
            ),
            Column(
                key="code",
                title=tr("ui.people.absence_code"),
                shown=lambda line: line.absence.code,
                parse=lambda line, typed: self._changed(line, code=code_meant(typed, self._codes)),
                choices=offered_codes,
                width=72,
            ),
        )

    def show_unit(self, unit: Unit, period: tuple[date, date] | None) -> None:
        """The absences of these dates, the earliest first; all of them while nothing is laid out."""
        if self._unit is None or self._unit.employees != unit.employees:
            self.who.clear()
            for person in unit.employees:
                self.who.addItem(who_words(person.number, unit), person.number)
        self._unit, self._period = unit, period
        lines = [
            AbsenceLine(place=place, absence=entry)
            for place, entry in enumerate(unit.absences)
            if self._is_seen(entry)
        ]
        lines.sort(key=lambda line: (line.absence.first, line.absence.last, line.absence.employee))
        self.table.set_records(lines)
        self.remove_button.setEnabled(bool(lines))

    def _is_seen(self, entry: Absence) -> bool:
        """Whether it touches the dates that are laid out."""
        period = self._period
        return period is None or (entry.first <= period[1] and entry.last >= period[0])

    def add(self) -> None:
        """Take in what stands on the line; one date alone is one day."""
        try:
            first = date_typed(self.first.text().strip())
            last = date_typed(self.last.text().strip()) or first
            if first is None or last is None:
                raise ValueError(tr("ui.people.absence_needs_date"))
            code = code_meant((self.code.currentText().split() or [""])[0], self._codes)
            made = Absence(employee=str(self.who.currentData()), first=first, last=last, code=code)
            absences = self._checked((*self._there, made))
        except ValueError as error:
            self._say(str(error))
            return
        self._say("" if self._is_seen(made) else tr("ui.booking.absences.outside"))
        self.first.clear()
        self.last.clear()
        self.edited.emit(absences)

    def paste_clipboard(self) -> None:
        """Rows from a spreadsheet: who, from, to, code."""
        self.paste(QGuiApplication.clipboard().text())

    def paste(self, text: str) -> None:
        """Every row that can be used goes in; the others are told, each with why."""
        rows = _rows(text)
        new: list[Absence] = []
        wrong: list[str] = []
        for number, line in rows:
            try:
                made = self._row(line)
                if made not in new and made not in self._there:
                    self._checked((*self._there, *new, made))
                    new.append(made)
            except ValueError as error:
                wrong.append(tr("ui.booking.absences.bad_row", row=number, why=str(error)))
        self._say(_pasted_words(rows, new, wrong))
        if new:
            self.edited.emit((*self._there, *new))

    def _row(self, cells: Sequence[str]) -> Absence:
        if len(cells) < 3:
            raise ValueError(tr("ui.booking.absences.columns"))
        who, first = self._number(cells[0]), _needed(cells[1])
        has_last = len(cells) > 3 or any(sign.isdigit() for sign in cells[2])
        last = _needed(cells[2]) if has_last and cells[2] else first
        code = cells[3] if has_last and len(cells) > 3 else cells[2] if not has_last else offered_codes()[0]
        return Absence(employee=who, first=first, last=last, code=code_meant(code, self._codes))

    @property
    def _codes(self) -> tuple[str, ...]:
        """Those the unit's absences have."""
        return tuple(entry.code for entry in self._there)

    @property
    def _there(self) -> tuple[Absence, ...]:
        return () if self._unit is None else self._unit.absences

    def _who(self, employee: str) -> str:
        return employee if self._unit is None else who_words(employee, self._unit)

    def _names(self) -> list[str]:
        return [] if self._unit is None else [self._who(person.number) for person in self._unit.employees]

    def _number(self, typed: str) -> str:
        """Whom a name or a number means. Raises ValueError with the sentence."""
        people = () if self._unit is None else self._unit.employees
        wanted = " ".join(typed.split()).casefold()
        for person in people:
            if wanted in (person.number.casefold(), self._who(person.number).casefold()):
                return person.number
        same = [person.number for person in people if person.name.casefold() == wanted]
        if len(same) != 1:
            raise ValueError(tr("ui.booking.absences.nobody", found=typed))
        return same[0]

    def _changed(self, line: AbsenceLine, **fields: object) -> AbsenceLine:
        becomes = replace(line.absence, **fields)  # type: ignore[arg-type]
        self._checked(self._with(line.place, becomes))
        return replace(line, absence=becomes)

    def _with(self, place: int, absence: Absence) -> tuple[Absence, ...]:
        return (*self._there[:place], absence, *self._there[place + 1 :])

    def _checked(self, absences: tuple[Absence, ...]) -> tuple[Absence, ...]:
        """Raises ValueError with the sentence."""
        unit = self._unit
        why = "" if unit is None else refusal(unit, replace(unit, absences=absences))
        if why:
            raise ValueError(why)
        return absences

    def _edited(self, _: int, line: AbsenceLine) -> None:
        self.edited.emit(self._with(line.place, line.absence))

    def _remove_selected(self) -> None:
        self._removed(self.table.selected_rows())

    def _removed(self, rows: list[int]) -> None:
        gone = {self.table.record(place).place for place in rows}
        if gone:
            self.edited.emit(tuple(entry for n, entry in enumerate(self._there) if n not in gone))

    def _say(self, why: str) -> None:
        self._trouble.setText(why)
        self._trouble.setVisible(bool(why))


def _pasted_words(rows: Sequence[object], new: Sequence[Absence], wrong: Sequence[str]) -> str:
    """What is told of pasted rows: nothing where all went in."""
    if not rows:
        return tr("ui.booking.absences.nothing")
    if not wrong:
        return "" if new else tr("ui.booking.absences.said_none_new")
    shown = list(wrong[:MOST_TOLD])
    if len(wrong) > MOST_TOLD:
        shown.append(tr("ui.booking.absences.more_wrong", count=len(wrong) - MOST_TOLD))
    shown.append(tr("ui.booking.absences.rest_taken" if new else "ui.booking.absences.none_taken"))
    return " ".join(shown)


def _needed(typed: str) -> date:
    found = date_typed(typed.strip())
    if found is None:
        raise ValueError(tr("ui.people.absence_needs_date"))
    return found


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows with something in them, from 1; a first row without any figure is the headings."""
    rows = [
        (number, [cell.strip() for cell in line.split("\t")])
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip()
    ]
    if rows and not any(sign.isdigit() for cell in rows[0][1] for sign in cell):
        rows = rows[1:]
    return rows
