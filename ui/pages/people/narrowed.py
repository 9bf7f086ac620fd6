"""The staff list narrowed to those somebody was sent to see, and the way back to everybody."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from heiltid.measures.positions import is_unwanted_part_time, positions_of
from heiltid.model import Employee
from heiltid.rules.wording import who_text
from ui.document import Document
from ui.plan_names import plan_name
from ui.texts import language, position, tr
from ui.widgets.basic import button, label
from ui.widgets.record_table import RecordTable


class NarrowedList(QFrame):
    """Above the list while it is narrowed; gone where it shows everybody."""

    def __init__(self, document: Document, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "told")
        self._document, self._table = document, table
        self.words = label("", wraps=True, name="people_narrowed")
        everybody = button("ui.people.everybody", name="people_everybody")
        everybody.clicked.connect(self.show_everybody)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 8, 8, 8)
        box.addWidget(self.words, 1)
        box.addWidget(everybody)
        self.hide()

    def show_lacking(self) -> str | None:
        """Only those who want more than the shown plan gives, with what it gives; the first one's number."""
        now = positions_of(self._document.unit, self._document.plan)
        found = [
            person
            for person in self._document.unit.planned_employees
            if is_unwanted_part_time(person, now[person.number])
        ]
        if not found:
            self.show_everybody()
            return None
        parts = ", ".join(
            tr(
                "ui.people.lacking_one",
                name=who_text(person.number, self._document.unit, language()),
                now=position(now[person.number]),
            )
            for person in found
        )
        plan = plan_name(self._document.plan)
        self.words.setText(tr("ui.people.lacking", count=len(found), plan=plan, people=parts))
        self._table.narrow(frozenset(person.number for person in found), _number_of)
        self.show()
        return found[0].number

    def show_everybody(self) -> None:
        """The whole list."""
        self._table.narrow(None, _number_of)
        self.hide()


def _number_of(person: Employee) -> str:
    return person.number
