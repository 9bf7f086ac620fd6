"""Which date is to have staffing of its own."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from heiltid.model import Unit
from ui.texts import tr
from ui.widgets.basic import label
from ui.widgets.date_box import DateBox


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
        self.edit = DateBox(unit.start)
        self.edit.setAccessibleName(tr("ui.staffing.date_question"))
        self.edit.allow(unit.start, unit.start + timedelta(days=unit.day_count - 1))
        column.addWidget(self.edit)
        self._trouble = label("", "worse", wraps=True)
        self._trouble.hide()
        column.addWidget(self._trouble)
        buttons = QDialogButtonBox()
        make = buttons.addButton(tr("ui.staffing.date_make"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setProperty("look", "primary")
        buttons.addButton(tr("ui.ask.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def when(self) -> date:
        """The date chosen, once it was accepted."""
        chosen = self.edit.date()
        assert chosen is not None
        return chosen

    def accept(self) -> None:
        """A date that will not do is told of, and the dialog stays."""
        why = self.edit.trouble()
        self._trouble.setText(why)
        self._trouble.setVisible(bool(why))
        if not why:
            super().accept()
