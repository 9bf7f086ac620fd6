"""The staff list with what stands around it: the filter, the buttons, and what narrows it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.document import Document
from ui.pages.people.columns import people_columns
from ui.pages.people.fields import PersonFields
from ui.pages.people.narrowed import NarrowedList
from ui.texts import tr
from ui.widgets.basic import Card, button, label, row
from ui.widgets.record_table import RecordTable


class StaffList(Card):
    """What its buttons and its table ask for is done by the page."""

    def __init__(self, document: Document, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.table = RecordTable(people_columns(PersonFields(document)), "people_table")
        self.table.setAccessibleName(name)
        self.narrowed = NarrowedList(document, self.table)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(tr("ui.people.filter"))
        self.filter.setAccessibleName(tr("ui.people.filter"))
        self.filter.textChanged.connect(self.table.filter)
        self.copy, self.remove = button("ui.people.copy"), button("ui.people.remove")
        self.copy.setToolTip(tr("ui.people.copy_hint"))
        line = row(self.filter, self.copy, self.remove)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.narrowed)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(label(tr("ui.people.several_hint"), "muted", wraps=True))

    def show_everybody(self) -> None:
        """The whole list, whatever was looked for."""
        self.filter.clear()
        self.narrowed.show_everybody()
