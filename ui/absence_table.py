"""Absences to type in, change and remove, as the staff page and the roll-out both have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heiltid.model import Absence, Unit
from ui.absence_codes import code_meant, code_words, offered_codes
from ui.models.records import Column
from ui.refusals import refusal
from ui.texts import tr
from ui.typed import date_meant, date_shown
from ui.widgets.basic import button, label
from ui.widgets.boxes import ChoiceBox
from ui.widgets.column_room import column_room
from ui.widgets.date_box import DateBox
from ui.widgets.record_table import RecordTable

WIDEST_DATE = f"{date(2028, 8, 28):%d.%m.%Y}"
LEAST_DATE_WIDTH = 100  # of a cell with its calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """An absence and its place in the unit's list."""

    place: int
    absence: Absence


class AbsenceEditor(QWidget):
    """A table, a line to add one, and what will not do. Subclasses lay it out and say whose absences."""

    edited = Signal(object)  # tuple[Absence, ...]: the unit's whole list

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RecordTable((*self.own_columns(), *self._columns()), name)
        self.table.edited.connect(self._edited)
        self.table.removed.connect(self._removed)
        self.first, self.last = DateBox(None), DateBox(None)
        for editor, key in ((self.first, "from"), (self.last, "to")):
            editor.setPlaceholderText(tr(f"ui.people.absence_{key}"))
            editor.setAccessibleName(tr(f"ui.people.absence_{key}"))
            editor.setToolTip(tr("ui.date.pattern"))
            editor.returnPressed.connect(self.add)
        self.code = ChoiceBox()
        self.code.setAccessibleName(tr("ui.people.absence_code"))
        self.code.addItems([code_words(code) for code in offered_codes()])
        self.trouble = label("", "worse", wraps=True, name=f"{name}_trouble")
        self.trouble.hide()
        self.add_button = button("ui.people.absence_add", name=f"{name}_add")
        self.add_button.clicked.connect(self.add)
        self.remove_button = button("ui.people.absence_remove", name=f"{name}_remove")
        self.remove_button.clicked.connect(self._remove_selected)

    def unit(self) -> Unit | None:
        """Whose absences these are, as it is now."""
        raise NotImplementedError

    def whose(self) -> str | None:
        """Who gets the absence that is added; None for nobody."""
        raise NotImplementedError

    def own_columns(self) -> Sequence[Column]:
        """Columns before the dates."""
        return ()

    def remark(self, made: Absence) -> str:
        """What is said of an absence that was taken in."""
        return ""

    def show_lines(self, lines: Iterable[AbsenceLine]) -> None:
        """These, the earliest first."""
        self.table.set_records(
            sorted(lines, key=lambda line: (line.absence.first, line.absence.last, line.absence.employee))
        )

    def add(self) -> None:
        """Take in what stands on the line; one date alone is one day."""
        number = self.whose()
        if number is None:
            return
        try:
            first = _needed(self.first.text())
            last = date_meant(self.last.text().strip()) or first
            code = self._code((self.code.currentText().split() or [""])[0])  # without the words behind it
            made = Absence(employee=number, first=first, last=last, code=code)
            absences = self._checked((*self.there, made))
        except ValueError as error:
            self.say(str(error))
            return
        self.say(self.remark(made))
        self.first.clear()
        self.last.clear()
        self.edited.emit(absences)

    @property
    def there(self) -> tuple[Absence, ...]:
        """The unit's list."""
        unit = self.unit()
        return () if unit is None else unit.absences

    def say(self, why: str) -> None:
        """What will not do; "" for nothing."""
        self.trouble.setText(why)
        self.trouble.setVisible(bool(why))

    def changed(self, line: AbsenceLine, **fields: object) -> AbsenceLine:
        """A line with other contents. Raises ValueError with the sentence where the unit will not have it."""
        becomes = replace(line.absence, **fields)  # type: ignore[arg-type]
        self._checked(self._with(line.place, becomes))
        return replace(line, absence=becomes)

    def _columns(self) -> tuple[Column, ...]:
        return (
            *(self._date_column(key, name) for key, name in (("from", "first"), ("to", "last"))),
            Column(
                key="code",
                title=tr("ui.people.absence_code"),
                shown=lambda line: line.absence.code,
                parse=lambda line, typed: self.changed(line, code=self._code(typed)),
                choices=offered_codes,
                stretches=not self.own_columns(),
                width=72,
            ),
        )

    def _date_column(self, key: str, name: str) -> Column:
        title = tr(f"ui.people.absence_{key}")
        return Column(
            key=name,
            title=title,
            shown=lambda line: date_shown(getattr(line.absence, name)),
            parse=lambda line, typed: self.changed(line, **{name: _needed(typed)}),
            sorted_by=lambda line: getattr(line.absence, name),
            is_date=True,
            width=column_room(title, WIDEST_DATE, least=LEAST_DATE_WIDTH),
        )

    def _code(self, typed: str) -> str:
        return code_meant(typed, [entry.code for entry in self.there])

    def _with(self, place: int, absence: Absence) -> tuple[Absence, ...]:
        return (*self.there[:place], absence, *self.there[place + 1 :])

    def _checked(self, absences: tuple[Absence, ...]) -> tuple[Absence, ...]:
        unit = self.unit()
        why = "" if unit is None else refusal(unit, replace(unit, absences=absences))
        if why:
            raise ValueError(why)
        return absences

    def _edited(self, _: int, line: AbsenceLine) -> None:
        self.edited.emit(self._with(line.place, line.absence))

    def _remove_selected(self) -> None:
        self._removed(self.table.selected_rows())

    def _removed(self, rows: Sequence[int]) -> None:
        gone = {self.table.record(place).place for place in rows}
        if gone:
            self.edited.emit(tuple(entry for place, entry in enumerate(self.there) if place not in gone))


def _needed(typed: str) -> date:
    found = date_meant(typed.strip())
    if found is None:
        raise ValueError(tr("ui.people.absence_needs_date"))
    return found
