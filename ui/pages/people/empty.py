"""The page while nobody works in the unit: what to do, and how many people the staffing asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.model import Unit
from heiltid.starters import people_needed, people_sentences
from ui.texts import language, tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, notice, row


class NobodyYet(QWidget):
    """Two ways to begin, and what the unit has already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        card.body.setSpacing(WIDE_GAP)
        card.body.addWidget(label(tr("ui.people.empty"), "title", wraps=True))
        card.body.addWidget(label(tr("ui.people.empty_hint"), "muted", wraps=True))
        self._notice, self._sentence = notice("")
        card.body.addWidget(self._notice)
        self._filled = label("", wraps=True, name="people_filled")
        self.to_shifts = button("ui.people.see_shifts", "link", name="people_see_shifts")
        self.to_staffing = button("ui.people.see_staffing", "link", name="people_see_staffing")
        self._links = QWidget()
        self._links.setLayout(row(self.to_shifts, self.to_staffing, None))
        self._links.layout().setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(self._filled)
        card.body.addWidget(self._links)
        self.add = button("ui.people.add", name="people_empty_add")
        self.paste = button("ui.people.paste", "primary", name="people_empty_paste")
        card.body.addLayout(row(self.paste, self.add, None))
        card.setMaximumWidth(760)
        column.addWidget(card)
        column.addStretch(1)

    def show_unit(self, unit: Unit) -> None:
        """How many the staffing asks for, where it can be told."""
        has_more = bool(unit.shifts and unit.demand)
        self._filled.setVisible(has_more)
        self._links.setVisible(has_more)
        self._filled.setText(tr("ui.people.filled", shifts=len(unit.shifts), rows=len(unit.demand)))
        needed = None if unit.employees else people_needed(unit)
        self._notice.setVisible(needed is not None)
        if needed is not None:
            self._sentence.setText(" ".join(people_sentences(needed, language())))
