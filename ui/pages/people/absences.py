"""The absences of one person known before the rota is made: a small table and a line to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.model import Absence, Employee, Unit
from ui.absence_table import AbsenceEditor, AbsenceLine
from ui.document import Document
from ui.texts import tr
from ui.widgets.basic import GAP, row
from ui.widgets.record_table import ROW_HEIGHT

ROWS_SEEN = 4


class AbsencesTable(AbsenceEditor):
    """From, to and code; any code can be typed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        self._document = document
        self._person: Employee | None = None
        super().__init__("absences_table", parent)
        self.table.setAccessibleName(tr("ui.people.group_absences"))
        self.code.setEditable(True)
        self.code.lineEdit().setAccessibleName(tr("ui.people.absence_code"))
        line = row(self.first, self.last)
        for place in range(2):
            line.setStretch(place, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.table)
        box.addLayout(line)
        box.addWidget(self.code)
        box.addWidget(self.trouble)
        box.addLayout(row(self.add_button, self.remove_button, None))

    def unit(self) -> Unit:
        return self._document.unit

    def whose(self) -> str | None:
        return None if self._person is None else self._person.number

    def show_person(self, person: Employee | None, absences: Sequence[Absence]) -> None:
        """Hers, earliest first."""
        if person is None or self._person is None or person.number != self._person.number:
            self.say("")
        self._person = person
        lines = [
            AbsenceLine(place=place, absence=absence)
            for place, absence in enumerate(absences)
            if absence.employee == self.whose()
        ]
        self.show_lines(lines)
        self.table.setVisible(bool(lines))
        seen = min(len(lines), ROWS_SEEN) + 1
        self.table.setFixedHeight(seen * ROW_HEIGHT + 8)
