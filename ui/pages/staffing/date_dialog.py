"""Which date is to have staffing of its own."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from heiltid.model import Unit
from ui.texts import tr
from ui.widgets.basic import label


class DateDialog(QDialog):
    """A date of the rota; `when` once it was accepted."""

    def __init__(self, unit: Unit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("ui.staffing.date_title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(tr("ui.staffing.date_question"), "heading"))
        about = "ui.staffing.date_about_cyclic" if unit.is_cyclic else "ui.staffing.date_about"
        column.addWidget(label(tr(about), "muted", wraps=True))
        self.edit = QDateEdit()
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("dd.MM.yyyy")
        self.edit.setAccessibleName(tr("ui.staffing.date_question"))
        last = unit.start + timedelta(days=unit.day_count - 1)
        self.edit.setDateRange(_qt(unit.start), _qt(last))
        self.edit.setDate(_qt(unit.start))
        column.addWidget(self.edit)
        buttons = QDialogButtonBox()
        make = buttons.addButton(tr("ui.staffing.date_make"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setProperty("look", "primary")
        buttons.addButton(tr("ui.ask.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def when(self) -> date:
        """The date chosen."""
        chosen = self.edit.date()
        return date(chosen.year(), chosen.month(), chosen.day())


def _qt(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
