"""Everybody's absences: holidays, sick leave, leave. Each uncovers a shift; the roll-out follows at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.exchange.pasting.absences import PastedAbsences, RefusedRow, absences_from_text
from heiltid.exchange.pasting.staff import Staff
from heiltid.exchange.problems import reason_text
from heiltid.model import Absence, Unit
from ui.absence_table import AbsenceEditor, AbsenceLine
from ui.models.records import Column
from ui.pages.booking.words import who_words
from ui.texts import language, tr
from ui.widgets.basic import GAP, button, label, row
from ui.widgets.boxes import ChoiceBox

DATE_WIDTH = 114
MOST_TOLD = 4  # rows that cannot be used, one by one


class AbsencesPanel(AbsenceEditor):
    """The shared editor with who it is, and paste."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._unit: Unit | None = None
        self._period: tuple[date, date] | None = None
        super().__init__("booking_absences", parent)
        self.table.setAccessibleName(tr("ui.booking.absences.heading"))
        self.table.pasted.connect(self.paste)
        self.who = ChoiceBox()
        self.who.setAccessibleName(tr("ui.booking.absences.who"))
        self.paste_button = button("ui.booking.absences.paste", name="booking_absences_paste")
        self.paste_button.clicked.connect(self.paste_clipboard)
        for editor in (self.first, self.last):
            editor.setFixedWidth(DATE_WIDTH)
        line = row(self.who, self.first, self.last, self.code, self.add_button)
        line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(label(tr("ui.booking.absences.hint"), "muted", wraps=True))
        column.addWidget(self.table, 1)
        column.addLayout(line)
        column.addWidget(self.trouble)
        column.addLayout(row(self.paste_button, self.remove_button, None))

    def unit(self) -> Unit | None:
        return self._unit

    def whose(self) -> str | None:
        found: str | None = self.who.currentData()
        return found

    def own_columns(self) -> Sequence[Column]:
        return (
            Column(
                key="who",
                title=tr("ui.booking.absences.who"),
                shown=lambda line: self._who(line.absence.employee),
                parse=lambda line, typed: self.changed(line, employee=self._number(typed)),
                choices=self._names,
                stretches=True,
                least_width=110,
            ),
        )

    def remark(self, made: Absence) -> str:
        return "" if self._is_seen(made) else tr("ui.booking.absences.outside")

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
        self.show_lines(lines)
        self.remove_button.setEnabled(bool(lines))

    def _is_seen(self, entry: Absence) -> bool:
        """Whether it touches the dates that are laid out."""
        period = self._period
        return period is None or (entry.first <= period[1] and entry.last >= period[0])

    def paste_clipboard(self) -> None:
        """Rows from a spreadsheet: who, from, to, code."""
        self.paste(QGuiApplication.clipboard().text())

    def paste(self, text: str) -> None:
        """Every row that can be used goes in; the others are told, each with why."""
        if self._unit is None:
            return
        found = absences_from_text(text, self._unit, language())
        self.say(_pasted_words(found))
        if found.absences:
            self.edited.emit((*self.there, *found.absences))

    def _who(self, employee: str) -> str:
        return employee if self._unit is None else who_words(employee, self._unit)

    def _names(self) -> list[str]:
        return [] if self._unit is None else [self._who(person.number) for person in self._unit.employees]

    def _number(self, typed: str) -> str:
        """Whom a name or a number means. Raises ValueError with the sentence."""
        assert self._unit is not None
        staff = Staff(self._unit, language())
        found = staff.named(typed)
        if len(found) != 1:
            raise ValueError(reason_text(staff.problem(typed), language()))
        return found[0]


def _pasted_words(found: PastedAbsences) -> str:
    """What is told of pasted rows: nothing where all went in."""
    if found.is_empty:
        return tr("ui.booking.absences.nothing")
    new, refused = found.absences, found.refused
    if not refused:
        return "" if new else tr("ui.booking.absences.said_none_new")
    shown = [_refused_words(entry) for entry in refused[:MOST_TOLD]]
    if len(refused) > MOST_TOLD:
        shown.append(tr("ui.booking.absences.more_wrong", count=len(refused) - MOST_TOLD))
    shown.append(tr("ui.booking.absences.rest_taken" if new else "ui.booking.absences.none_taken"))
    return " ".join(shown)


def _refused_words(entry: RefusedRow) -> str:
    if entry.row is None:
        return entry.why
    return tr("ui.booking.absences.bad_row", row=entry.row, why=entry.why)
